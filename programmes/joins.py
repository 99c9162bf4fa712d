"""What the register's pages show of one another: who funds, who does what, and where.

Stories are reached over the reverse relations and by model name: this app imports nothing of the
newsroom.
"""

from collections import defaultdict

from django.apps import apps
from django.db.models import Prefetch

from almaty.alphabet import in_alphabet
from almaty.publishing import is_public
from programmes.models import Participation, Partner, ProjectStatus, Role


def public_participations():
    """Participations with their partners, of partners the public may see."""
    links = Participation.objects.filter(is_public("partner__")).select_related("partner")
    return Prefetch("participations", links, to_attr="public_participations")


def project_cards(projects):
    """Projects with all that a card shows: where, who funds, who implements."""
    found = list(
        projects.with_stage()
        .select_related("sector", "image")
        .prefetch_related("countries", public_participations())
        .defer("body", "body_en", "body_ru", "body_kk")
    )
    for project in found:
        by_role = defaultdict(list)
        for link in project.public_participations:
            by_role[link.role].append(link.partner)
        project.funders = by_role[Role.FUNDER]
        project.implementers = by_role[Role.IMPLEMENTER] + by_role[Role.JOINT_IMPLEMENTER]
        project.stage_label = ProjectStatus(project.stage).label
    return in_alphabet(found)


def results_of(projects):
    """The results of these projects: those given to them, and those their stories report."""
    return apps.get_model("newsroom.Result").objects.of_projects(projects)


def public_results(results):
    return list(results.published().select_related("country", "news_item", "project"))


def partners_in(country):
    """Partners at work in a country, each with the roles it has there."""
    roles = defaultdict(set)
    project_links = (
        Participation.objects.filter(is_public("project__"), project__countries=country)
        .values_list("partner", "role")
        .distinct()
    )
    story_links = (
        apps.get_model("newsroom.Contribution")
        .objects.filter(is_public("news_item__"), news_item__countries=country)
        .values_list("partner", "role")
        .distinct()
    )
    for partner, role in [*project_links, *story_links]:
        roles[partner].add(role)
    partners = in_alphabet(Partner.objects.published().filter(pk__in=roles))
    for partner in partners:
        partner.roles_here = role_labels(roles[partner.pk])
    return partners


def role_labels(roles):
    """Labels in the order of Role: who pays first."""
    return [role.label for role in Role if role in roles]


def add_roles(partners):
    """Gives each partner `roles`: the labels of all it does in public work."""
    roles = defaultdict(set)
    keys = [partner.pk for partner in partners]
    contribution = apps.get_model("newsroom.Contribution")
    for links, owner in ((Participation.objects, "project"), (contribution.objects, "news_item")):
        public = links.filter(is_public(f"{owner}__"), partner__in=keys)
        for partner, role in public.values_list("partner", "role").distinct():
            roles[partner].add(role)
    for partner in partners:
        partner.roles = role_labels(roles[partner.pk])
