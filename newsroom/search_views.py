"""/search/: everything that is public, by words."""

from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from almaty.addresses import page_context
from almaty.caching import public_page
from almaty.search_query import LONGEST, MOST_WORDS, Query
from almaty.throttle import throttle_words
from newsroom.search import found_groups


@require_safe
@throttle_words
@public_page
def search(request):
    query = Query.parse(request.GET.get("q", ""))
    found = found_groups(query)
    return render(
        request,
        "newsroom/search.html",
        page_context(request, "search", noindex=True)
        | {
            "q": query.text,
            "groups": found.groups,
            "total": found.total,
            "heading": heading(query, found),
            "status": status(query, found),
        },
    )


def heading(query, found):
    if not query.terms:
        return _("Search")
    if found.is_more:
        results = _("More than %(count)s results for “%(words)s”")
    else:
        results = ngettext(
            "%(count)s result for “%(words)s”", "%(count)s results for “%(words)s”", found.total
        )
    number = number_format(found.total, use_l10n=True, force_grouping=True)
    return results % {"count": number, "words": query.text}


def status(query, found):
    """What the page says under its heading, and screen readers say when it has come."""
    said = []
    if query.is_cut:
        said.append(
            _("Only the first %(words)s words and %(letters)s characters are looked for.")
            % {"words": MOST_WORDS, "letters": LONGEST}
        )
    if not query.terms and query.text:
        said.append(_("There is no word in it to look for."))
    if not query.terms:
        said.append(
            _(
                "Write one or more words in English, Russian or Kazakh, in any form. Words between "
                "quotation marks are found side by side; a minus before a word leaves out "
                "whatever has it."
            )
        )
    elif not said:
        return heading(query, found)
    return " ".join(said)
