"""Recognition as a whole: the stories written for it, the seed edition, the demo register."""

import pytest
from django.core.management import call_command

from almaty import editing
from almaty.periods import Period
from newsroom.importing.document import Block, EditionText, StoryText
from newsroom.importing.recognition import Register, recognise
from tests.factories import make_partner, make_project
from tests.newsroom.importing.recognition_cases.cases import KINDS, Score, compare, seed, written

pytestmark = pytest.mark.django_db  # demo_register needs a database, which -k may leave out


@pytest.fixture(scope="module")
def demo_register(django_db_setup, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", without_images=True, verbosity=0)
        register = Register.from_database()
        transaction.set_rollback(True)
    return register


def scores(cases, register):
    totals = {kind: Score() for kind in KINDS}
    for case in cases:
        for kind, score in compare(case, recognise(case.edition, register)[0]).items():
            totals[kind].add(score)
    return totals


@pytest.fixture(scope="module")
def seed_cases():
    """Stories of the office's own edition; skips the test where the file is absent."""
    cases = seed()
    if cases is None:
        pytest.skip("../shared/seeds is not there")
    return cases


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["demo", "empty"])
def test_the_seed_is_recognised(demo_register, seed_cases, name, kind):
    register = demo_register if name == "demo" else Register()
    score = scores(seed_cases, register)[kind]
    assert (score.invented, score.missed) == ([], [])


def test_what_an_empty_register_cannot_know_of_the_seed(demo_register, seed_cases):
    """Which row a name is, and who pays for a project where the story does not say it."""
    known, unknown = (
        [recognise(case.edition, register)[0] for case in seed_cases]
        for register in (demo_register, Register())
    )
    for found in unknown:
        assert not any(one.known or one.slug for one in found.partners)
        assert not any(place.known for place in found.places)
        assert found.project is None or found.project.slug is None
    for found in known:
        assert all(one.known and one.slug for one in found.partners)
        assert all(place.known for place in found.places)
        assert found.project is None or found.project.slug
    assert unsaid_funders(known) == [(8, "Adaptation Fund")]
    assert unsaid_funders(unknown) == []


def unsaid_funders(stories):
    """[(number of the story, name)] of partners that only the register names."""
    return [
        (number, partner.name)
        for number, found in enumerate(stories, 1)
        for partner in found.partners
        if {words.rule for words in partner.evidence} == {"project's funder"}
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["demo", "empty"])
def test_stories_of_other_offices_are_recognised(demo_register, name, kind):
    register = demo_register if name == "demo" else Register()
    score = scores(written(), register)[kind]
    assert min(score.precision, score.recall) >= 0.9, (score.invented, score.missed)


@pytest.mark.parametrize("name", ["demo", "empty"])
def test_no_country_is_invented(demo_register, name):
    register = demo_register if name == "demo" else Register()
    assert scores(written(), register)["countries"].invented == []


def test_every_suggestion_shows_its_words(demo_register):
    for case in written():
        found = recognise(case.edition, demo_register)[0]
        suggestions = [
            *found.sectors,
            *found.countries,
            *found.places,
            *([found.project] if found.project else []),
            *found.partners,
            *found.results,
            *found.dates,
            *found.tags,
        ]
        assert suggestions
        for suggestion in suggestions:
            assert suggestion.evidence, suggestion
            for words in suggestion.evidence:
                text = case.story.text_at(words.paragraph)
                assert text[words.start : words.end] == words.text != ""
                assert words.rule


def read(register, text):
    story = StoryText("", [Block("paragraph", text)])
    return recognise(EditionText(period=Period(2024, 2), stories=[story]), register)[0]


def test_a_former_name_is_the_project(demo_register):
    found = read(
        demo_register,
        "The “Silk Roads Heritage Corridors in Afghanistan, Central Asia and Iran – International"
        " Dimension of the European Year of Cultural Heritage” project met in Osh.",
    )
    assert found.project.slug == "silk-roads"
    assert found.project.evidence[0].rule == "former name"
    assert [country.slug for country in found.countries] == ["kyrgyzstan"]


def test_the_projects_funder_is_suggested_where_nobody_is_named(demo_register):
    found = read(demo_register, "In October the GLOFCA team visited schools.")
    (funder,) = found.partners
    assert (funder.slug, funder.role) == ("adaptation-fund", "funder")
    assert [(e.text, e.rule) for e in funder.evidence] == [("GLOFCA", "project's funder")]
    found = read(demo_register, "The EU-funded GLOFCA project goes on.")
    assert [p.slug for p in found.partners] == ["european-union"]


def test_an_alias_of_one_countrys_ministry_is_not_anothers(demo_register):
    for where in ("In Uzbekistan", "In spring"):
        found = read(demo_register, f"{where}, the Ministry of Education hosted a seminar.")
        assert [(p.name, p.known) for p in found.partners] == [("Ministry of Education", False)]
    found = read(demo_register, "In Kazakhstan, the Ministry of Education hosted a seminar.")
    assert [(p.slug, p.known) for p in found.partners] == [
        ("ministry-of-education-kazakhstan", True)
    ]


def test_the_register_is_read_in_a_fixed_number_of_queries(db, django_assert_num_queries):
    call_command("load_demo", without_images=True, verbosity=0)
    with django_assert_num_queries(14):
        Register.from_database()


def test_what_lies_in_the_bin_is_not_in_the_register(db):
    partner, project = make_partner("House of Ice"), make_project("Ice and People")
    editing.delete(partner, None)
    editing.delete(project, None)
    found = read(Register.from_database(), "Ice and People began in the House of Ice in October.")
    assert found.project is None
    assert [p for p in found.partners if p.known] == []
