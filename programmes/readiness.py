"""What projects, partners, sectors and countries should have before the public reads them."""

from django.utils.translation import gettext as _

from almaty import readiness_rules as rules
from almaty.readiness import RELATED, checks, warning
from programmes.models import Country, Partner, Project, ProjectStatus, Sector

for rule in (rules.prose, rules.picture):
    checks(Project, Sector, Country)(rule)
checks(Project, Partner, Sector, Country)(rules.translations)
checks(Project)(rules.reach)
RELATED[Project] = (
    *("image", "sector", "further_sectors", "countries"),
    "participations__partner",
)


@checks(Project)
def words_of_project(project):
    yield from rules.lacks(project, "summary", _("Cards and lists will show no summary."))


@checks(Project)
def stage(project):
    shown = Project.objects.with_stage().get(pk=project.pk)
    if shown.stage == ProjectStatus.UNKNOWN:
        words = _("Neither its dates nor you say whether it is planned, running or completed.")
        yield warning("stated_status", words)


@checks(Project)
def company(project):
    yield from rules.partners(project, "participations")


@checks(Partner)
def kind(partner):
    if partner.kind == Partner.Kind.UNKNOWN:
        yield warning("kind", _("Say what kind of organisation it is."))


@checks(Sector)
def mandate(sector):
    yield from rules.lacks(sector, "mandate", _("Its card will show no mandate."))


@checks(Country)
def introduction(country):
    yield from rules.lacks(country, "introduction", _("Its page has no introduction."))
