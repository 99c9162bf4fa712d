"""Pages of the register: sectors, countries, projects and partners, joined in all directions."""

from collections import defaultdict

from django.apps import apps
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from almaty.addresses import page_context
from almaty.caching import public_page
from almaty.listing import address
from almaty.publishing import is_public
from almaty.structured_data import breadcrumbs, graph
from programmes.joins import (
    add_roles,
    partners_in,
    project_cards,
    public_participations,
    public_results,
    results_of,
)
from programmes.map import map_countries
from programmes.models import Country, Partner, Project, ProjectStatus, Role, Sector
from programmes.shelf import countries, with_story_counts
from programmes.shelf import sectors as all_sectors

LATEST = 6
BESIDE = 3
PROJECTS = 30  # on a country's or a sector's page; the list has the rest
PARTNERS = 60
RESULTS = 12
STORIES = 24  # on a partner's own page; the list has the rest


def list_url(name, **query):
    return address(reverse(name), urlencode(query))


def stories_url(**query):
    return list_url("newsroom:newsitem-list", **query)


def trail(request, list_name, label, page):
    """Where a page of the register stands, for machines: below its list."""
    return graph(breadcrumbs(request, (label, reverse(list_name)), (page, page.get_absolute_url())))


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
    sector = get_object_or_404(Sector.objects.published().select_related("image"), slug=slug)
    with_story_counts([sector])
    stories = apps.get_model("newsroom.NewsItem").objects.published().in_masks(sector.mask)
    return render(
        request,
        "programmes/sector_detail.html",
        page_context(request, "sectors", page=sector)
        | {
            "sector": sector,
            "projects": project_cards(
                Project.objects.published().in_sectors([sector]).by_stage()[:PROJECTS]
            ),
            "projects_url": list_url("programmes:project-list", sector=sector.slug),
            "structured_data": trail(request, "programmes:sector-list", _("Sectors"), sector),
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
    country = get_object_or_404(Country.objects.published().select_related("image"), slug=slug)
    with_story_counts([country])
    region = next((place for place in countries() if place.is_region), None)
    context = {}
    if region and not country.is_region:
        with_story_counts([region])
        context = {
            "region": region,
            "regional_projects": project_cards(region.projects.published()[:LATEST]),
            "regional_projects_url": list_url("programmes:project-list", country=region.slug),
            "regional_stories": list(region.news_items.published().for_cards()[:BESIDE]),
            "regional_count": region.story_count,
            "regional_url": stories_url(country=region.slug),
        }
    projects = project_cards(country.projects.published().by_stage()[:PROJECTS])
    partners = partners_in(country)
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
            "projects_url": list_url("programmes:project-list", country=country.slug),
            "partners": partners[:PARTNERS],
            "partners_url": list_url("programmes:partner-list", country=country.slug),
            "structured_data": trail(request, "programmes:country-list", _("Countries"), country),
        },
    )


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
    return render(
        request,
        "programmes/project_detail.html",
        page_context(request, "projects", page=project)
        | {
            "project": project,
            "structured_data": trail(request, "programmes:project-list", _("Projects"), project),
            "stage_label": ProjectStatus(project.stage).label,
            "participations_by_role": [
                {"role": role.value, "label": role.label, "entries": by_role[role]}
                for role in Role
                if by_role[role]
            ],
            "own_role_label": project.get_own_role_display(),
            "results": public_results(results_of([project.pk])),
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
@public_page
def partner_detail(request, slug):
    """All an organisation does with us: roles, projects, stories, countries."""
    partner = get_object_or_404(
        Partner.objects.published().select_related("parent").prefetch_related("other_names"),
        slug=slug,
    )
    participations = list(partner.participations.filter(is_public("project__")))
    projects = {p.pk: p for p in project_cards(partner.projects.published().distinct())}
    for link in participations:
        link.project = projects[link.project_id]
    contributions = list(
        partner.contributions.filter(is_public("news_item__"))
        .select_related("news_item", "news_item__sector")
        .prefetch_related("news_item__countries", "news_item__event_dates")
        .order_by("-news_item__published_at", "news_item__position", "-news_item_id")[:STORIES]
    )
    add_roles([partner])
    stories = apps.get_model("newsroom.NewsItem").objects.published()
    named = stories.filter(contributions__partner=partner)
    through = stories.filter(project__in=projects)
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
            "results": public_results(results_of(projects))[:RESULTS],
            "structured_data": trail(request, "programmes:partner-list", _("Partners"), partner),
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
