"""The log of the desk, to be read by administrators and changed by nobody."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from almaty.accounts.audit import Event
from almaty.desk_lists import NarrowedByItsOwn


class PersonFilter(admin.SimpleListFilter):
    title = _("person")
    parameter_name = "user"

    def lookups(self, request, model_admin):
        people = get_user_model().objects.filter(is_staff=True).order_by("username")
        return [(str(person.pk), person.get_username()) for person in people]

    def queryset(self, request, queryset):
        value = self.value()
        return queryset.filter(user=value) if value and value.isdecimal() else queryset


class EventFilter(admin.SimpleListFilter):
    title = _("action")
    parameter_name = "action_flag"

    def lookups(self, request, model_admin):
        return [(str(value), label) for value, label in Event.choices]

    def queryset(self, request, queryset):
        value = self.value()
        return queryset.filter(action_flag=value) if value and value.isdecimal() else queryset


class LogAdmin(NarrowedByItsOwn, admin.ModelAdmin):
    list_display = ["action_time", "who", "event", "what", "told"]
    list_display_links = None
    list_filter = [EventFilter, ("action_time", admin.DateFieldListFilter), PersonFilter]
    list_select_related = ["user", "content_type"]
    list_per_page = 50
    date_hierarchy = "action_time"
    search_fields = ["object_repr", "change_message"]
    show_full_result_count = False
    actions = None

    @admin.display(description=_("person"), ordering="user")
    def who(self, entry):
        if entry.action_flag == Event.LINK_OPENED:
            return _("somebody with the link that %(person)s made") % {"person": entry.user}
        if entry.action_flag == Event.DELETED_FOR_GOOD:
            return _("the site itself")
        return entry.user

    @admin.display(description=_("action"), ordering="action_flag")
    def event(self, entry):
        return dict(Event.choices).get(entry.action_flag, entry.action_flag)

    @admin.display(description=_("what"))
    def what(self, entry):
        kind = str(entry.content_type.name) if entry.content_type else ""
        is_gone = entry.action_flag in (Event.DELETED, Event.DELETED_FOR_GOOD)
        url = None if is_gone else entry.get_admin_url()
        if url is None:
            return f"{entry.object_repr} ({kind})"
        return format_html('<a href="{}">{}</a> ({})', url, entry.object_repr, kind)

    @admin.display(description=_("details"))
    def told(self, entry):
        return entry.get_change_message()

    def lookup_allowed(self, lookup, value, request=None):
        return lookup == "content_type__model" or super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changeform_view(self, request, *args, **kwargs):
        """A line has no page of its own: it says all it knows in the list."""
        raise PermissionDenied


def register(site):
    site.register(LogEntry, LogAdmin)
