"""What the register has to say to the search."""

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from almaty.search import Document, index_keys, register
from almaty.snippets import plain
from programmes.models import Country, Partner, PartnerName, Project, ProjectName, Sector

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def said(item, field, language):
    """A field in one language, without falling back to English."""
    return getattr(item, f"{field}_{language}") or ""


def titled_languages(item):
    """The languages it has a title or name in, also where the rest is not translated yet: a sector
    is found by its Russian name before somebody has written of it in Russian."""
    return [code for code in LANGUAGES if said(item, item.translation_needs[0], code)]


def names_of(item, *fields):
    """The names of something in every language, and its other names, each once."""
    names = [said(item, field, language) for field in fields for language in LANGUAGES]
    return (*dict.fromkeys(name for name in names if name), *other_names(item))


def other_names(item):
    return tuple(other.name for other in item.other_names.all())


def project_documents(project, at):
    for code in titled_languages(project):
        yield Document(
            code,
            title=said(project, "title", code),
            names=(
                said(project, "short_title", code) or said(project, "short_title", "en"),
                project.code,
                *other_names(project),
            ),
            summary=said(project, "summary", code),
            body=plain(said(project, "body", code)),
        )


def partner_documents(partner, at):
    for code in titled_languages(partner):
        yield Document(
            code,
            title=said(partner, "name", code),
            names=(partner.acronym, *other_names(partner)),
            body=plain(said(partner, "description", code)),
        )


def sector_documents(sector, at):
    for code in titled_languages(sector):
        yield Document(
            code,
            title=said(sector, "name", code),
            summary=said(sector, "mandate", code),
            body=plain(said(sector, "body", code)),
        )


def country_documents(country, at):
    for code in titled_languages(country):
        yield Document(
            code,
            title=said(country, "name", code),
            body=plain(said(country, "introduction", code)),
        )


def register_all():
    register(Project, project_documents, lambda: Project.objects.prefetch_related("other_names"))
    register(Partner, partner_documents, lambda: Partner.objects.prefetch_related("other_names"))
    register(Sector, sector_documents)
    register(Country, country_documents)


@receiver([post_save, post_delete], sender=ProjectName)
def project_named(instance, raw=False, **kwargs):
    if not raw:
        index_keys(Project, [instance.project_id])


@receiver([post_save, post_delete], sender=PartnerName)
def partner_named(instance, raw=False, **kwargs):
    if not raw:
        index_keys(Partner, [instance.partner_id])
