"""Accounts of staff, for administrators."""

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from almaty.accounts import audit, locks, roles, second_factor, sessions
from almaty.accounts.audit import Event
from almaty.desk_lists import NarrowedByItsOwn
from almaty.desk_widgets import CheckboxGroup, ManyRows
from almaty.overwrites import OverwritesNothing


class NewPersonForm(AdminUserCreationForm):
    """Whoever is added at the desk is to work there."""

    def save(self, commit=True):
        self.instance.is_staff = True
        return super().save(commit)


class PersonAdmin(OverwritesNothing, NarrowedByItsOwn, UserAdmin):
    """Rights come with roles. An administrator gives them; only a superuser makes superusers.

    Nobody is deleted: what they did stays in the log under their name. Who has left is deactivated.
    """

    add_form = NewPersonForm
    list_display = ["username", "get_full_name", "role", "has_second_factor", "is_locked"]
    list_display += ["is_active", "last_login"]
    list_filter = ["groups", "is_active", "is_superuser"]
    filter_horizontal = []
    readonly_fields = ["has_second_factor", "last_login", "date_joined"]
    actions = ["unlock", "remove_second_factor", "sign_out", "deactivate"]

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        rights = ["is_active", "groups", "has_second_factor"]
        if request.user.is_superuser:
            rights[1:1] = ["is_staff", "is_superuser"]
        return [
            (None, {"fields": ["username", "password"]}),
            (_("Personal info"), {"fields": ["first_name", "last_name", "email"]}),
            (_("Role"), {"fields": rights}),
            (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
        ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs |= {"widget": CheckboxGroup(_("Role")), "form_class": ManyRows}
            kwargs["queryset"] = self.groups_to_give(request)
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            field.label, field.help_text = _("role"), ""
            field.label_from_instance = role_name
        return field

    def get_queryset(self, request):
        tries = AccessAttempt.objects.filter(
            username=OuterRef("username"),
            failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
            attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME,
        )
        return (
            super()
            .get_queryset(request)
            .prefetch_related("groups")
            .annotate(
                locked=Exists(tries),
                factors=Count("authenticator", filter=Q(authenticator__type="totp")),
            )
        )

    @admin.display(description=_("role"))
    def role(self, person):
        names = [str(role_name(group)) for group in person.groups.all()]
        return ", ".join([str(_("Superuser"))] * person.is_superuser + names)

    @admin.display(description=_("second factor"), boolean=True)
    def has_second_factor(self, person):
        return bool(person.factors)

    @admin.display(description=_("locked somewhere"), boolean=True)
    def is_locked(self, person):
        return person.locked

    # Who may do what to whom ---------------------------------------------------------------------

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        """Changing a superuser, the password above all, would be to become one."""
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def within_reach(self, request, queryset):
        return queryset if request.user.is_superuser else queryset.filter(is_superuser=False)

    def groups_to_give(self, request):
        groups = Group.objects.all()
        return groups if request.user.is_superuser else groups.filter(name__in=roles.ROLES)

    # What is written down ------------------------------------------------------------------------

    def save_model(self, request, person, form, change):
        super().save_model(request, person, form, change)
        if change and "is_active" in form.changed_data:
            event = Event.ACTIVATED if person.is_active else Event.DEACTIVATED
            audit.record(event, person, by=request.user)
        if change and "is_superuser" in form.changed_data:
            words = "+ superuser" if person.is_superuser else "- superuser"
            audit.record(Event.ROLE_CHANGED, person, by=request.user, message=words)

    def save_related(self, request, form, formsets, change):
        before = set(form.instance.groups.values_list("name", flat=True))
        kept = list(form.instance.groups.difference(self.groups_to_give(request)))
        super().save_related(request, form, formsets, change)
        form.instance.groups.add(*kept)  # what this person cannot give was not in the form either
        after = set(form.instance.groups.values_list("name", flat=True))
        if before != after:
            words = [f"- {name}" for name in sorted(before - after)]
            words += [f"+ {name}" for name in sorted(after - before)]
            person = form.instance
            audit.record(Event.ROLE_CHANGED, person, by=request.user, message=", ".join(words))

    def log_change(self, request, person, message):
        if "password" in str(message):
            audit.record(Event.PASSWORD_CHANGED, person, by=request.user)
        return super().log_change(request, person, message)

    def history_view(self, request, object_id, extra_context=None):
        """All that is known of an account stands in the log."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = urlencode({"content_type__model": "user", "object_id": object_id})
        return HttpResponseRedirect(f"{reverse('admin:admin_logentry_changelist')}?{found}")

    # Actions -------------------------------------------------------------------------------------

    @admin.action(permissions=["change"], description=_("Unlock: forget wrong passwords and codes"))
    def unlock(self, request, queryset):
        self.do(request, queryset, locks.unlock, Event.UNLOCKED)

    @admin.action(permissions=["change"], description=_("Remove the second factor, if it is lost"))
    def remove_second_factor(self, request, queryset):
        self.do(request, queryset, second_factor.remove, Event.SECOND_FACTOR_OFF)

    @admin.action(permissions=["change"], description=_("Sign out everywhere"))
    def sign_out(self, request, queryset):
        self.do(request, queryset, sessions.end_sessions, Event.SIGNED_OUT_EVERYWHERE)

    @admin.action(permissions=["change"], description=_("Deactivate: may not sign in any more"))
    def deactivate(self, request, queryset):
        self.do(request, queryset.exclude(pk=request.user.pk), deactivate, Event.DEACTIVATED)

    def do(self, request, queryset, act, event):
        """Does it to all or to nobody, and writes down to whom it was done; says how many."""
        with transaction.atomic():
            people = [person for person in self.within_reach(request, queryset) if act(person)]
            for person in people:
                audit.record(event, person, by=request.user)
        words = ngettext(
            "%(count)s account: %(done)s.", "%(count)s accounts: %(done)s.", len(people)
        )
        if people:
            messages.success(request, words % {"count": len(people), "done": event.label})
        else:
            messages.info(request, _("Nothing to do: they are so already."))


def deactivate(person):
    if not person.is_active:
        return False
    person.is_active = False
    person.save(update_fields=["is_active"])
    return True


def role_name(group):
    return roles.NAMES.get(group.name, group.name)


class TeamAdmin(OverwritesNothing, NarrowedByItsOwn, GroupAdmin):
    """Roles are what almaty/accounts/roles.py says; a superuser may add others."""

    filter_horizontal = []
    list_display = ["role"]
    list_display_links = ["role"]

    @admin.display(description=_("role"), ordering="name")
    def role(self, group):
        return role_name(group)


def register(site):
    for model in (Group, User):
        site.unregister(model)
    site.register(User, PersonAdmin)
    site.register(Group, TeamAdmin)
