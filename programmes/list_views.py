"""The lists of projects and of partners, filtered."""

from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from almaty.addresses import page_context
from almaty.alphabet import in_alphabet
from almaty.caching import public_page
from almaty.filters import problems_of
from almaty.listing import KnownCountPaginator, address, chips, page_or_404, sentence
from almaty.throttle import throttle_words
from programmes.filters import PartnerFilter, ProjectFilter, facets_of
from programmes.joins import add_roles, project_cards
from programmes.models import Partner, Project
from programmes.shelf import countries

PER_PAGE = 24
BESIDE = 6


def projects_counted(number):
    return ngettext("%(count)s project", "%(count)s projects", number) % {"count": number}


def partners_counted(number):
    return ngettext("%(count)s partner", "%(count)s partners", number) % {"count": number}


def names_in_order(queryset):
    """The keys of a list of projects or partners, by what each is called on the page."""
    fields = [f.name for f in queryset.model._meta.fields]
    names = [f for f in fields if f.rpartition("_")[0] in {"name", "title", "short_title"}]
    return [page.pk for page in in_alphabet(queryset.only(*names))]


def list_page(request, filterset, section, counted):
    """What both lists show: a page of rows in alphabetical order, and what is around them."""
    keys = names_in_order(filterset.qs)
    paginator = KnownCountPaginator(keys, PER_PAGE, len(keys), filterset.queryset)
    page = page_or_404(paginator, request.GET)
    said = sentence(counted(len(keys)), filterset.chosen)
    query, noindex = filterset.query(), not filterset.is_indexable
    if page.number > 1:
        query += f"{'&' if query else ''}page={page.number}"
    found = chips(filterset, request.path)
    return page_context(request, section, query=query, noindex=noindex) | {
        "filter": filterset,
        "heading": said,
        "status": said,
        "is_filtered": filterset.is_filtered,
        "facets": facets_of(filterset),
        "extras": [chip for chip in found if chip["name"] == "partner"],
        "chips": found,
        "clear_url": request.path,
        "problems": problems_of(filterset),
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_ends=1),
    }


@require_safe
@throttle_words
@public_page
def project_list(request):
    filterset = ProjectFilter(request.GET, Project.objects.published())
    context = list_page(request, filterset, "projects", projects_counted)
    page = context["page"]
    page.object_list = project_cards(Project.objects.filter(pk__in=[p.pk for p in page]))
    context["regional"] = regional_projects(request, filterset)
    return render(request, "programmes/project_list.html", context)


def regional_projects(request, filterset):
    """Regional projects that fit the other filters, beside those of a chosen country."""
    chosen = filterset.chosen["country"]
    region = next((place for place in countries() if place.is_region), None)
    if not region or not chosen or region in chosen or not filterset.form.is_valid():
        return None
    query = filterset.data.copy()
    query.setlist("country", [region.slug])
    beside = ProjectFilter(query, Project.objects.published())
    keys = names_in_order(beside.qs)
    return keys and {
        "projects": project_cards(Project.objects.filter(pk__in=keys[:BESIDE])),
        "heading": sentence(projects_counted(len(keys)), beside.chosen),
        "url": address(request.path, beside.query()),
    }


@require_safe
@throttle_words
@public_page
def partner_list(request):
    filterset = PartnerFilter(request.GET, Partner.objects.published())
    context = list_page(request, filterset, "partners", partners_counted)
    add_roles(context["page"].object_list)
    return render(request, "programmes/partner_list.html", context)
