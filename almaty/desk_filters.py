"""What lists of the desk are narrowed by."""

from typing import NamedTuple

from django.conf import settings
from django.contrib.admin import RelatedFieldListFilter, SimpleListFilter
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from almaty.periods import Period
from almaty.publishing import Status, is_public
from almaty.revisions import Review
from almaty.rights import edited_by, seen_by
from almaty.translated import CODES, exists_in


def state_conditions():
    now = timezone.now()
    return {
        "draft": Q(status=Status.DRAFT),
        "scheduled": Q(status=Status.PUBLISHED, published_at__gt=now),
        "published": is_public(at=now),
        "changed": is_public(at=now) & Q(draft__isnull=False),
        "review": Q(review=Review.SUBMITTED) & ~Q(status=Status.DELETED),
        "withdrawn": Q(status=Status.WITHDRAWN) | Q(status=Status.PUBLISHED, public_until__lte=now),
    }


BESIDE = {"changed", "review"}  # what is said there is for those who may change the page


class StateFilter(SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("draft")),
            ("scheduled", _("scheduled")),
            ("published", _("published")),
            ("changed", _("published, with draft changes")),
            ("review", _("in review")),
            ("withdrawn", _("withdrawn")),
        ]

    def queryset(self, request, queryset):
        condition = state_conditions().get(self.value())
        if condition and self.value() in BESIDE:
            condition &= edited_by(request.user, queryset.model)
        return queryset.filter(condition) if condition else queryset


class SeenFilter(RelatedFieldListFilter):
    """By the pages of another kind that this person may see."""

    def field_choices(self, field, request, model_admin):
        ordering = self.field_admin_ordering(field, request, model_admin)
        seen = seen_by(request.user, field.related_model)
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to=seen)


class PeriodFilter(SimpleListFilter):
    """By the periods that exist. Django's date_hierarchy counts every day of the archive first."""

    title = _("period")
    parameter_name = "period"

    def lookups(self, request, model_admin):
        rows = model_admin.get_queryset(request).exclude(period="").order_by("-period")
        periods = rows.values_list("period", flat=True).distinct()
        return [(period, Period.parse(period).label) for period in periods]

    def queryset(self, request, queryset):
        return queryset.filter(period=self.value()) if self.value() else queryset


class Gap(NamedTuple):
    """Something a page lacks: its name in the address, in words, and as a condition."""

    name: str
    label: str
    condition: Q


language_name = lazy(lambda code: get_language_info(code)["name_translated"], str)


def translation_gaps(model):
    """The languages a page does not exist in, but for the one it is written in."""
    return [
        Gap(
            code,
            format_lazy(_("{language} translation"), language=language_name(code)),
            ~exists_in(model.translation_needs, code),
        )
        for code in CODES
        if code != settings.LANGUAGE_CODE
    ]


class MissingFilter(SimpleListFilter):
    """By what is missing; the list of gaps stands in the ModelAdmin."""

    title = _("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return [(gap.name, gap.label) for gap in model_admin.gaps]

    def __init__(self, request, params, model, model_admin):
        self.gaps = {gap.name: gap.condition for gap in model_admin.gaps}
        super().__init__(request, params, model, model_admin)

    def queryset(self, request, queryset):
        condition = self.gaps.get(self.value())
        return queryset.filter(condition) if condition else queryset
