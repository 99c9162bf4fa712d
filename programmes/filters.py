"""One filter class for each public list of the register."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from almaty.filters import KnownFilter, PublicFilterSet, known_choices
from almaty.publishing import is_public
from almaty.search import matching
from programmes.models import Participation, Partner, Project, ProjectStatus, Role
from programmes.shelf import countries, sectors


def known_projects(slugs):
    return {p.slug: p for p in Project.objects.published().filter(slug__in=slugs)}


def known_partners(slugs):
    return {p.slug: p for p in Partner.objects.published().filter(slug__in=slugs)}


def sector_filter():
    return KnownFilter(
        label=_("Sector"),
        known=lambda slugs: {s.slug: s for s in sectors()},
        unknown=_("“%(value)s” is not one of our sectors."),
    )


def country_filter():
    return KnownFilter(
        label=_("Country"),
        known=lambda slugs: {c.slug: c for c in countries()},
        unknown=_("“%(value)s” is not a country this office works in."),
    )


def role_filter():
    return KnownFilter(
        label=_("Role"), known=known_choices(Role), unknown=_("There is no role “%(value)s”.")
    )


class ProjectFilter(PublicFilterSet):
    country = country_filter()
    sector = sector_filter()
    status = KnownFilter(
        label=_("Status"),
        known=known_choices(ProjectStatus),
        unknown=_("There is no project status “%(value)s”."),
    )
    partner = KnownFilter(
        label=_("Partner"), known=known_partners, unknown=_("There is no partner “%(value)s”.")
    )
    role = role_filter()
    q = django_filters.CharFilter(label=_("Words"))

    FACETS = ("country", "sector", "status", "role")

    class Meta:
        model = Project
        fields = []

    @property
    def qs(self):
        """The projects listed. Partner and role are asked of the same participation."""
        if not self.form.is_valid():
            return self.queryset.none()
        chosen, queryset = self.chosen, self.queryset
        if chosen["country"]:
            queryset = queryset.in_countries(chosen["country"])
        if chosen["sector"]:
            queryset = queryset.in_sectors(chosen["sector"])
        if chosen["status"]:
            queryset = queryset.with_stage().filter(stage__in=chosen["status"])
        if chosen["partner"] or chosen["role"]:
            links = Participation.objects.filter(is_public("partner__"))
            if chosen["partner"]:
                links = links.filter(partner__in=chosen["partner"])
            if chosen["role"]:
                links = links.filter(role__in=chosen["role"])
            fits = Q(pk__in=links.values("project"))
            if chosen["role"] and not chosen["partner"]:
                fits |= Q(own_role__in=chosen["role"])  # the office itself
            queryset = queryset.filter(fits)
        return matching(queryset, chosen["q"]) if chosen["q"] else queryset


class PartnerFilter(PublicFilterSet):
    country = country_filter()
    kind = KnownFilter(
        label=_("Kind"),
        known=known_choices(Partner.Kind),
        unknown=_("There is no kind of partner “%(value)s”."),
    )
    role = role_filter()
    q = django_filters.CharFilter(label=_("Words"))

    FACETS = ("country", "kind", "role")

    class Meta:
        model = Partner
        fields = []

    @property
    def qs(self):
        """The partners listed: of a country means at work in it, not at home there."""
        if not self.form.is_valid():
            return self.queryset.none()
        chosen, queryset = self.chosen, self.queryset
        if chosen["country"] or chosen["role"]:
            queryset = queryset.active_in(chosen["country"], chosen["role"])
        if chosen["kind"]:
            queryset = queryset.filter(kind__in=chosen["kind"])
        return matching(queryset, chosen["q"]) if chosen["q"] else queryset


def facets_of(filterset):
    """The boxes of a list's form: every value of each filter whose values are a short list."""
    values = {
        "country": [(country.slug, country.name) for country in countries()],
        "sector": [(sector.slug, sector.name) for sector in sectors()],
        "status": ProjectStatus.choices,
        "kind": Partner.Kind.choices,
        "role": Role.choices,
    }
    return [
        {
            "name": name,
            "label": values_filter.label,
            "options": [
                {"value": value, "label": label, "selected": value in filterset.data.getlist(name)}
                for value, label in values[name]
            ],
        }
        for name, values_filter in filterset.filters.items()
        if name in values
    ]
