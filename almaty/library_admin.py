"""The tables of libraries, registered again as the desk needs them."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from almaty.accounts import log_admin, people_admin
from almaty.desk_lists import NarrowedByItsOwn
from almaty.merge_admin import Merges
from almaty.merges import Merge
from almaty.overwrites import OverwritesNothing
from almaty.where_used_admin import ShowsUses

admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(OverwritesNothing, Merges, ShowsUses, NarrowedByItsOwn, admin.ModelAdmin):
    """Without the list of everything tagged, which grows with the archive."""

    fields = ["name", "slug"]
    list_display = ["name", "slug"]
    search_fields = ["name"]
    show_full_result_count = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "name":
            kwargs["help_text"] = _(
                "A new name is taken over by all pages and drafts. Whoever types the old one gets "
                "this tag, unless another tag has that name by then."
            )
        elif db_field.name == "slug":
            kwargs["label"] = capfirst(_("address"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, tag, form, change):
        """Drafts, versions and forms that are open know it by its old name, too."""
        if change and "name" in form.changed_data:
            Merge.objects.remember_name(tag, form.initial["name"], request.user)
        super().save_model(request, tag, form, change)


# What libraries keep for themselves, and nobody edits by hand.
for model in (Authenticator, EmailAddress):
    admin.site.unregister(model)

people_admin.register(admin.site)
log_admin.register(admin.site)
