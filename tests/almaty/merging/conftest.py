import pytest

from tests.almaty.merging.pages import contribution, draft
from tests.factories import make_news_item, make_partner, make_project


@pytest.fixture
def partners():
    """Two, each with something in every place that can name a partner."""
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
