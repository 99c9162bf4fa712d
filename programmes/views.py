"""Pages of the register: sectors, countries, projects and partners, joined in all directions."""

from collections import defaultdict

from django.apps import apps
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from almaty.addresses import page_context
from almaty.alphabet import in_alphabet
from almaty.caching import public_page
from almaty.filters import problems_of
from almaty.listing import (
    KnownCountPaginator,
    address,
    chips,
    page_or_404,
    sentence,
    tidy_query,
)
from almaty.publishing import is_public
from almaty.throttle import throttle_words
from programmes.filters import PartnerFilter, ProjectFilter, facets_of
from programmes.joins import (
    add_roles,
    partners_in,
    project_cards,
    public_participations,
    public_results,
)
from programmes.map import map_countries
from programmes.models import Country, Partner, Project, ProjectStatus, Role, Sector
from programmes.shelf import countries, with_story_counts
from programmes.shelf import sectors as all_sectors

LATEST = 6
BESIDE = 3
STORIES = 24  # on a partner's own page; the list has the rest
PER_PAGE = 24


def stories_url(**query):
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    return address(reverse("newsroom:newsitem-list"), pairs)


@require_safe
@public_page
def sector_list(request):
    sectors = with_story_counts(all_sectors())
    links = Project.objects.published().values_list("sector", "further_sectors", "pk")
    projects = defaultdict(set)
    for primary, further, pk in links:
        projects[primary].add(pk)
        projects[further].add(pk)
    for sector in sectors:
        sector.project_count = len(projects[sector.pk])
    return render(
        request,
        "programmes/sector_list.html",
        page_context(request, "sectors") | {"sectors": sectors},
    )


@require_safe
@public_page
def sector_detail(request, slug):
    sector = get_object_or_404(Sector.objects.select_related("image"), slug=slug)
    with_story_counts([sector])
    stories = apps.get_model("newsroom.NewsItem").objects.published().in_masks(sector.mask)
    return render(
        request,
        "programmes/sector_detail.html",
        page_context(request, "sectors", page=sector)
        | {
            "sector": sector,
            "projects": project_cards(Project.objects.published().in_sectors([sector])),
            "stories": list(stories.for_cards()[:LATEST]),
            "story_count": sector.story_count,
            "stories_url": stories_url(sector=sector.slug),
        },
    )


@require_safe
@public_page
def country_list(request):
    places = with_story_counts(countries())
    return render(
        request,
        "programmes/country_list.html",
        page_context(request, "countries")
        | {
            "countries": [place for place in places if not place.is_region],
            "region": next((place for place in places if place.is_region), None),
            "map_countries": map_countries(places),
        },
    )


@require_safe
@public_page
def country_detail(request, slug):
    """A country's own work first; what is regional stands beside it, under its own heading."""
    country = get_object_or_404(Country.objects.select_related("image"), slug=slug)
    with_story_counts([country])
    region = next((place for place in countries() if place.is_region), None)
    context = {}
    if region and not country.is_region:
        with_story_counts([region])
        context = {
            "region": region,
            "regional_projects": project_cards(region.projects.published()),
            "regional_stories": list(region.news_items.published().for_cards()[:BESIDE]),
            "regional_count": region.story_count,
            "regional_url": stories_url(country=region.slug),
        }
    projects = project_cards(country.projects.published())
    groups = [
        {"label": status.label, "projects": [p for p in projects if p.stage == status]}
        for status in (
            ProjectStatus.RUNNING,
            ProjectStatus.PLANNED,
            ProjectStatus.COMPLETED,
            ProjectStatus.UNKNOWN,
        )
    ]
    return render(
        request,
        "programmes/country_detail.html",
        page_context(request, "countries", page=country)
        | context
        | {
            "country": country,
            "project_groups": [group for group in groups if group["projects"]],
            "results": public_results(country.results),
            "stories": list(country.news_items.published().for_cards()[:LATEST]),
            "story_count": country.story_count,
            "stories_url": stories_url(country=country.slug),
            "partners": partners_in(country),
        },
    )


def names_in_order(queryset):
    """The keys of a list of projects or partners, by what each is called on the page."""
    fields = [f.name for f in queryset.model._meta.fields]
    names = [f for f in fields if f.rpartition("_")[0] in {"name", "title", "short_title"}]
    return [page.pk for page in in_alphabet(queryset.only(*names))]


def list_context(request, filterset, section, counted):
    """What the lists of projects and of partners have in common."""
    keys = names_in_order(filterset.qs)
    total = len(keys)
    said = sentence(counted(total), filterset.chosen)
    query = tidy_query(request.GET)
    found = chips(filterset, request.path)
    values = [value for name in filterset.filters for value in request.GET.getlist(name)]
    return keys, page_context(request, section, query=query, noindex=len(values) > 1) | {
        "filter": filterset,
        "heading": said,
        "status": said,
        "is_filtered": filterset.is_filtered,
        "facets": facets_of(filterset),
        "extras": [chip for chip in found if chip["name"] == "partner"],
        "chips": found,
        "clear_url": request.path,
        "problems": problems_of(filterset),
    }


@require_safe
@throttle_words
@public_page
def project_list(request):
    filterset = ProjectFilter(request.GET, queryset=Project.objects.published())
    keys, context = list_context(
        request,
        filterset,
        "projects",
        lambda n: ngettext("%(count)s project", "%(count)s projects", n) % {"count": n},
    )
    paginator = KnownCountPaginator(keys, PER_PAGE, len(keys), Project.objects.all())
    page = page_or_404(paginator, request.GET.get("page", "1"))
    rows = {p.pk: p for p in project_cards(Project.objects.filter(pk__in=[p.pk for p in page]))}
    page.object_list = [rows[project.pk] for project in page]
    return render(
        request,
        "programmes/project_list.html",
        context
        | {
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number, on_ends=1),
            "regional": regional_projects(request, filterset),
        },
    )


def regional_projects(request, filterset):
    """Regional projects that fit the other filters, beside those of a chosen country."""
    chosen = filterset.chosen["country"]
    region = next((place for place in countries() if place.is_region), None)
    if not region or not chosen or region in chosen or not filterset.form.is_valid():
        return None
    query = request.GET.copy()
    query.setlist("country", [region.slug])
    beside = ProjectFilter(query, queryset=Project.objects.published())
    projects = project_cards(beside.qs)
    heading = ngettext("%(count)s project", "%(count)s projects", len(projects))
    return projects and {
        "projects": projects,
        "heading": sentence(heading % {"count": len(projects)}, beside.chosen),
        "url": address(request.path, tidy_query(query)),
    }


@require_safe
@public_page
def project_detail(request, slug):
    project = get_object_or_404(
        Project.objects.published()
        .with_stage()
        .select_related("sector", "image")
        .prefetch_related("further_sectors", "countries", "other_names", public_participations()),
        slug=slug,
    )
    by_role = defaultdict(list)
    for link in project.public_participations:
        by_role[link.role].append(link)
    stories = project.news_items.published()
    results = apps.get_model("newsroom.Result").objects.published()
    return render(
        request,
        "programmes/project_detail.html",
        page_context(request, "projects", page=project)
        | {
            "project": project,
            "stage_label": ProjectStatus(project.stage).label,
            "participations_by_role": [
                {"role": role.value, "label": role.label, "entries": by_role[role]}
                for role in Role
                if by_role[role]
            ],
            "own_role_label": project.get_own_role_display(),
            "results": list(
                results.of_project(project).select_related("country", "news_item", "project")
            ),
            "stories": list(stories.for_cards()[:LATEST]),
            "story_count": stories.count(),
            "stories_url": stories_url(project=project.slug),
            "former_names": [n for n in project.other_names.all() if n.kind == n.Kind.FORMER],
            "other_names": [n for n in project.other_names.all() if n.kind != n.Kind.FORMER],
            "countries": project.countries.all(),
            "sectors": [
                *([project.sector] if project.sector else []),
                *project.further_sectors.all(),
            ],
        },
    )


@require_safe
@throttle_words
@public_page
def partner_list(request):
    filterset = PartnerFilter(request.GET, queryset=Partner.objects.published())
    keys, context = list_context(
        request,
        filterset,
        "partners",
        lambda n: ngettext("%(count)s partner", "%(count)s partners", n) % {"count": n},
    )
    paginator = KnownCountPaginator(keys, PER_PAGE, len(keys), Partner.objects.all())
    page = page_or_404(paginator, request.GET.get("page", "1"))
    add_roles(page.object_list)
    return render(
        request,
        "programmes/partner_list.html",
        context
        | {
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number, on_ends=1),
        },
    )


@require_safe
@public_page
def partner_detail(request, slug):
    """All an organisation does with us: roles, projects, stories, countries."""
    partner = get_object_or_404(
        Partner.objects.published().select_related("parent").prefetch_related("other_names"),
        slug=slug,
    )
    participations = list(
        partner.participations.filter(is_public("project__"))
        .select_related("project", "project__sector")
        .prefetch_related("project__countries")
    )
    contributions = list(
        partner.contributions.filter(is_public("news_item__"))
        .select_related("news_item", "news_item__sector")
        .prefetch_related("news_item__countries", "news_item__event_dates")
        .order_by("-news_item__published_at", "news_item__position", "-news_item_id")[:STORIES]
    )
    add_roles([partner])
    stories = apps.get_model("newsroom.NewsItem").objects.published()
    named = stories.filter(contributions__partner=partner)
    through = stories.filter(project__in={link.project_id for link in participations})
    where = set(Country.objects.filter(projects__participations__in=participations))
    where.update(Country.objects.filter(news_items__in=named).distinct())
    return render(
        request,
        "programmes/partner_detail.html",
        page_context(request, "partners", page=partner)
        | {
            "partner": partner,
            "parent": partner.parent if partner.parent and partner.parent.is_published() else None,
            "participations": participations,
            "contributions": contributions,
            "countries": [place for place in countries() if place in where],
            "roles": partner.roles,
            "story_count": named.distinct().count(),
            "stories_url": stories_url(partner=partner.slug),
            "project_stories": list(
                through.exclude(pk__in=named.values("pk")).for_cards()[:LATEST]
            ),
            "other_names": list(partner.other_names.all()),
        },
    )
