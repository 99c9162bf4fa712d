"""What pages say before and after a merge."""

from almaty import contents, editing
from newsroom.models import NewsItem
from programmes.models import Partner, Project
from tests.factories import make_news_item, make_partner, make_project


def reread(page):
    return type(page)._base_manager.get(pk=page.pk)


def everything():
    """What all pages say, row and draft, and where they stand."""
    told = {}
    for model in (NewsItem, Project, Partner):
        for page in model._base_manager.all():
            draft = page.draft.content if page.draft_id else None
            told[model.__name__, page.pk] = (
                comparable(contents.content_of(page)),
                comparable(draft) if draft else None,
                page.status,
            )
    return told


def comparable(content):
    return {
        name: [contents.without_id(row) if isinstance(row, dict) else row for row in value]
        if isinstance(value, list)
        else value
        for name, value in content.items()
    }


def draft(page, **fields):
    page = reread(page)
    return editing.save(page, editing.current_content(page) | fields, None)[0]


def contribution(partner, role="host", note=""):
    return {"id": None, "partner_id": partner.pk, "role": role, "note": note}


def two_that_are_named():
    """Two partners, each with something in every place that can name a partner."""
    lost = make_partner(
        "Ministry of Water", acronym="MoW", name_ru="Минводы", slug="mow", website="https://mow.kz"
    )
    survivor = make_partner("Ministry of Water Resources", slug="ministry-of-water")
    lost.other_names.create(name="Water Ministry", kind="alias")
    make_partner("Its institute", parent=lost)
    item = make_news_item("Both")
    item.contributions.create(partner=lost, role="host", note="to be confirmed")
    item.contributions.create(partner=survivor, role="host")
    item.contributions.create(partner=lost, role="funder")
    project = make_project("Project")
    project.participations.create(partner=lost, role="funder", amount=5, currency="USD")
    draft(make_news_item("Only in a draft"), contributions=[contribution(lost)])
    untouched = make_news_item("Untouched")
    untouched.contributions.create(partner=make_partner("Another"), role="host")
    return lost, survivor
