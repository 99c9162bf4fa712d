"""The forms of pages say who else has the page open, and what was changed since."""

from django.http import JsonResponse
from django.urls import path
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import presence
from almaty.desk_addresses import desk_url, url_name
from almaty.desk_json import Refused, body_of, for_scripts
from almaty.office_time import office_time
from almaty.revisions import Revision


class ShowsWhoElse:
    """For a PageAdmin: stands before it among the bases."""

    def get_urls(self):
        view = for_scripts(self.admin_site, self.presence)
        return [
            path("<path:object_id>/presence/", view, name=url_name("presence", self.model)),
            *super().get_urls(),
        ]

    def presence(self, request, object_id):
        """A form that is open says so, with the version it was opened on, and is told the news.

        No person asks for this: it keeps no session open.
        """
        request.is_background = True
        if request.method != "POST":
            raise Refused(_("This can only be sent."), 405)
        page = self.page_to_change(request, object_id)
        seen = body_of(request).get("version")
        presence.here(request.user, page)
        names = presence.others(request.user, page)
        words = [others_words(names)]
        if isinstance(seen, int) and seen < page.version:
            words.append(changed_words(page))
        return JsonResponse(
            {
                "words": " ".join(filter(None, words)),
                "others": names,
                "version": page.version,
            }
        )

    def changeform_view(self, request, *args, **kwargs):
        response = super().changeform_view(request, *args, **kwargs)
        # After the trial in which a draft is shown, for that is rolled back.
        if request.method == "GET" and (page := getattr(request, "shows_form_of", None)):
            presence.here(request.user, page)
        return response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk and self.has_change_permission(request, obj):
            request.shows_form_of = self.model(pk=obj.pk)
            context |= {
                "presence_url": desk_url("presence", obj, obj.pk),
                "presence_words": others_words(presence.others(request.user, obj)),
                "presence_seconds": presence.PING_SECONDS,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def others_words(names):
    if not names:
        return ""
    words = ngettext(
        "%(names)s is editing this page too.", "%(names)s are editing this page too.", len(names)
    )
    return words % {"names": get_text_list(names, _("and"))}


def changed_words(page):
    newest = Revision.objects.of(page).first()
    words = _("This page was changed by %(who)s on %(time)s: your save will be compared with it.")
    return words % {"who": newest.who, "time": office_time(newest.made_at)}
