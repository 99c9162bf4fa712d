"""Pages of the newsroom: the home page, the list of stories, editions, stories."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from almaty.addresses import page_context
from almaty.caching import held, public_page
from almaty.periods import Period
from almaty.publishing import is_public
from almaty.throttle import throttle_words
from newsroom.listing import Listing
from newsroom.models import NewsItem, Result, Snapshot
from newsroom.structured_data import edition_data, office_data, story_data
from programmes.map import map_countries
from programmes.shelf import countries, sectors, with_story_counts

LEADS, LATEST, RELATED = 3, 6, 3
LONGEST_PERIOD = 200  # stories on one page; the list has the rest


@require_safe
@public_page
def home(request):
    snapshot = Snapshot.objects.published().select_related("image").first()
    stories = list(NewsItem.objects.published().for_cards()[: LEADS + LATEST])
    leads = list(NewsItem.objects.published().filter(is_lead=True).for_cards()[:LEADS])
    leads = leads or stories[:1]
    shown = {story.pk for story in leads}
    places = with_story_counts(countries())
    return render(
        request,
        "newsroom/home.html",
        page_context(request, "home")
        | {
            "snapshot": snapshot,
            "snapshot_count": snapshot.stories.published().count() if snapshot else 0,
            "leads": leads,
            "stories": [story for story in stories if story.pk not in shown][:LATEST],
            "sectors": with_story_counts(sectors()),
            "countries": [place for place in places if not place.is_region],
            "region": next((place for place in places if place.is_region), None),
            "map_countries": map_countries(places),
            "results": key_results(),
            "structured_data": office_data(request),
        },
    )


def key_results():
    results = Result.objects.published().filter(is_key=True)
    return list(results.select_related("country", "news_item", "project"))


def published_editions():
    return held("editions", lambda: list(Snapshot.objects.published().defer("introduction")))


@require_safe
@throttle_words
@public_page
def newsitem_list(request):
    listing = Listing(request.GET)
    page = listing.page(request.GET)
    query = listing.filter.query()
    if page.number > 1:
        query += f"{'&' if query else ''}page={page.number}"
    return render(
        request,
        "newsroom/newsitem_list.html",
        page_context(request, "snapshots", query=query, noindex=not listing.filter.is_indexable)
        | listing.context(request.path)
        | {
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number, on_ends=1),
            "editions": published_editions(),
        },
    )


@require_safe
@public_page
def snapshot_detail(request, period):
    """An edition; a period nobody has made an edition of shows its stories by date."""
    period = period_or_404(period)
    snapshot = Snapshot.objects.published().filter(period=period).select_related("image").first()
    if snapshot:
        stories = snapshot.stories.published().order_by("position", "-published_at", "-pk")
    else:
        stories = NewsItem.objects.published().filter(period__in=period.within)
    count = stories.count()
    stories = list(stories.for_cards()[:LONGEST_PERIOD])
    if not snapshot and not stories:
        raise Http404("no edition and no story of this period")
    before, after = neighbours(published_editions(), lambda edition: edition.period == str(period))
    return render(
        request,
        "newsroom/snapshot_detail.html",
        page_context(request, "snapshots", page=snapshot)
        | {
            "snapshot": snapshot,
            "period": period,
            "heading": snapshot.title if snapshot else _("Stories, %s") % period.label,
            "stories": stories,
            "all_url": f"{reverse('newsroom:newsitem-list')}?period={period}",
            "is_cut": count > len(stories),
            "previous": after,  # the list of editions runs from the newest back
            "next": before,
            "structured_data": edition_data(request, snapshot, stories) if snapshot else None,
        },
    )


def period_or_404(text):
    try:
        return Period.parse(text)
    except ValueError:
        raise Http404("not a period") from None


def neighbours(rows, is_this):
    """What stands before and after a row of a list; None at the ends, or if it is not there."""
    at = next((n for n, row in enumerate(rows) if is_this(row)), None)
    if at is None:
        return None, None
    return rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None


@require_safe
@public_page
def newsitem_detail(request, period, slug):
    item = get_object_or_404(
        NewsItem.objects.published()
        .select_related("sector", "image", "project", "snapshot")
        .prefetch_related("further_sectors", "countries", "event_dates", "tags"),
        period=period,
        slug=slug,
    )
    edition = item.snapshot if item.snapshot and item.snapshot.is_published() else None
    before = after = None
    if edition:
        others = edition.stories.published().order_by("position", "-published_at", "-pk")
        others = list(others.only("title", "period", "slug", "snapshot"))
        before, after = neighbours(others, lambda story: story.pk == item.pk)
    project = item.project if item.project and item.project.is_published() else None
    context = page_context(request, "snapshots", page=item)
    return render(
        request,
        "newsroom/newsitem_detail.html",
        context
        | {
            "item": item,
            "contributions": item.contributions.filter(is_public("partner__")).select_related(
                "partner"
            ),
            "project": project,
            "results": list(item.results.select_related("country", "news_item", "project")),
            "places": list(item.places.select_related("country")),
            "tags": item.tags.all(),
            "related": related(item, project),
            "edition": edition,
            "previous": before,
            "next": after,
            "structured_data": story_data(request, item, edition, context["canonical_url"]),
        },
    )


def related(item, project):
    """Other stories: of the same project first, then of the same sector and country."""
    others = NewsItem.objects.published().exclude(pk=item.pk).for_cards()
    found = list(others.filter(project=project)[:RELATED]) if project else []
    if len(found) < RELATED:
        seen = [story.pk for story in found]
        alike = others.exclude(pk__in=seen).in_masks(item.sector_mask, item.country_mask)
        found += alike[: RELATED - len(found)]
    return found
