"""On the form of what pages share: where it is used; and no deleting of what is in use."""

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import where_used
from almaty.desk_addresses import desk_url
from almaty.publishing import Publishable


class ShowsUses:
    """For a ModelAdmin of pictures, partners, projects, places, sectors, countries, tags."""

    def render_change_form(self, request, context, *args, **kwargs):
        row = context.get("original")
        if row is not None and row.pk:
            context["uses"] = told(self.admin_site, request, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Also refuses what the database would not: drafts, texts, and versions of late."""
        objects, counts, lacking, protected = super().get_deleted_objects(objs, request)
        reasons = [
            reason for row in objs for reason in reasons_to_keep(self.admin_site, request, row)
        ]
        # The database tells of rows; here the same is told by pages.
        return objects, counts, lacking, reasons or protected


def told(site, request, row):
    """The uses that this person may see, and how many there are beside them."""
    found, count = where_used.uses(row)
    seen = [use for use in found if may_see(site, request, use)]
    return {"rows": [in_words(use) for use in seen], "others": count - len(seen)}


def reasons_to_keep(site, request, row):
    """In words, why a row cannot be deleted; empty where it can. Names only what may be seen."""
    uses = told(site, request, row)
    if not any(uses.values()) and isinstance(row, where_used.KEPT_WITH_REVISIONS):
        young = where_used.young_versions(row)
        seen = [in_words(use) for use in young if may_see(site, request, use)]
        uses = {"rows": seen, "others": len(young) - len(seen)}
    reasons = [
        format_html('{kind}: <a href="{url}">{name}</a> {note}', **use) for use in uses["rows"]
    ]
    if uses["others"]:
        words = ngettext("%(count)s more page", "%(count)s more pages", uses["others"])
        reasons.append(words % {"count": uses["others"]})
    return reasons


def may_see(site, request, use):
    """Whoever may change the page; what is public, everybody at the desk who may see its kind."""
    model_admin = site.get_model_admin(type(use.page))
    if not hasattr(model_admin, "may"):
        return model_admin.has_view_permission(request, use.page)
    if model_admin.has_change_permission(request, use.page):
        return True
    is_public = use.page.is_published() if isinstance(use.page, Publishable) else True
    is_in_row = not use.is_draft and use.revision is None
    return is_in_row and is_public and model_admin.has_view_permission(request, use.page)


def in_words(use):
    page = use.page
    return {
        "kind": capfirst(str(page._meta.verbose_name)),
        "name": str(page),
        "url": desk_url("change", page, page.pk),
        "note": note_of(use),
    }


def note_of(use):
    if use.revision is not None:
        words = _("only in version %(number)s, which can be brought back for %(days)s days")
        return words % {"number": use.revision.number, "days": where_used.BIN_DAYS}
    if use.is_draft:
        return _("only in draft changes")
    return use.page.get_status_display() if isinstance(use.page, Publishable) else ""
