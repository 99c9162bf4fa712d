"""The demo content, against what is known of the office's second half of 2024."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from almaty.prose import clean_prose
from newsroom.demo.edition import EDITION, STORIES
from newsroom.demo.load import prose
from newsroom.demo.projects import PROJECTS
from newsroom.demo.register import COUNTRIES, SECTORS
from newsroom.facets import Choice, Counts, count
from newsroom.models import Contribution, EventDate, NewsItem, Result, Snapshot
from programmes.models import Country, Partner, Place, Project, Sector

pytestmark = pytest.mark.django_db

EVERY_ROW = [Sector, Country, Place, Partner, Project, Snapshot, NewsItem, Result]
TEXTS = [
    (Sector, "body", SECTORS),
    (Country, "introduction", COUNTRIES),
    (Project, "body", PROJECTS),
    (Snapshot, "introduction", [EDITION]),
    (NewsItem, "body", STORIES),
]


@pytest.fixture
def demo():
    call_command("load_demo", "--without-images", stdout=StringIO())


def positions(stories):
    return sorted(story.position for story in stories)


def numbers(**condition):
    """The places in the edition of the public stories that meet a condition."""
    return positions(NewsItem.objects.published().filter(**condition))


def test_there_is_one_row_for_all_that_is_known(demo):
    made = {model.__name__: model.objects.count() for model in EVERY_ROW}
    assert made == {
        "Sector": 5,
        "Country": 6,
        "Place": 8,
        "Partner": 20,
        "Project": 4,
        "Snapshot": 1,
        "NewsItem": 8,
        "Result": 7,
    }
    assert Country.objects.get(is_region=True).slug == "central-asia"


def test_all_of_it_is_public_from_the_day_of_the_edition(demo):
    for model in [Partner, Project, Snapshot, NewsItem]:
        assert model.objects.published().count() == model.objects.count()
    day = Snapshot.objects.get().published_at
    assert day.isoformat() == "2025-01-15T05:00:00+00:00"  # ten in the morning in Almaty
    assert set(NewsItem.objects.values_list("published_at", flat=True)) == {day}


def test_the_edition_has_its_eight_stories_in_order(demo):
    edition = Snapshot.objects.get(period="2024-h2")
    assert positions(edition.stories.all()) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert set(NewsItem.objects.values_list("period", flat=True)) == {"2024-h2"}
    assert 1 <= NewsItem.objects.filter(is_lead=True).count() <= 3


def test_stories_stand_in_their_countries_and_the_region_is_not_expanded(demo):
    assert {
        country.slug: positions(country.news_items.all()) for country in Country.objects.all()
    } == {
        "kazakhstan": [2, 4, 5, 6, 7],
        "kyrgyzstan": [3, 5],
        "tajikistan": [5],
        "turkmenistan": [5],
        "uzbekistan": [5, 8],
        "central-asia": [1],
    }


def test_stories_have_their_sectors(demo):
    sectors = Sector.objects.all()
    assert {sector.slug: positions(sector.news_items.all()) for sector in sectors} == {
        "education": [2],
        "natural-sciences": [3, 4, 5, 6, 7, 8],
        "social-human-sciences": [],
        "culture": [1],
        "communication-information": [],
    }
    further = {sector.slug: positions(sector.further_news_items.all()) for sector in sectors}
    assert {slug: found for slug, found in further.items() if found} == {
        "social-human-sciences": [2, 4]
    }


def test_the_facets_count_what_the_relations_say(demo):
    counts = count(NewsItem.objects.public_combinations(), Choice())
    of_countries = {c.slug: Counts.of(counts.countries, c.mask) for c in Country.objects.all()}
    of_sectors = {s.slug: Counts.of(counts.sectors, s.mask) for s in Sector.objects.all()}
    assert counts.total == counts.periods["2024-h2"] == 8
    assert list(of_countries.values()) == [5, 2, 1, 1, 2, 1]
    assert list(of_sectors.values()) == [1, 6, 2, 1, 0]


def test_stories_belong_to_their_projects(demo):
    assert numbers(project__slug="glofca") == [6, 7, 8]
    assert numbers(project__slug="silk-roads") == [1]
    assert numbers(project__slug="gender-equality") == [2]
    assert numbers(project__slug="cryosphere") == [5]
    assert numbers(project=None) == [3, 4]


def test_partners_stand_where_the_text_names_them(demo):
    def named(slug):
        return numbers(contributions__partner__slug=slug)

    assert named("university-of-zurich") == [6, 7, 8]
    assert named("al-farabi-kazakh-national-university") == [4, 7]
    assert named("adaptation-fund") == [6, 7]
    assert numbers(project__participations__partner__slug="adaptation-fund") == [6, 7, 8]
    most = Counter(Contribution.objects.values_list("partner__slug", flat=True)).most_common(1)
    assert most == [("university-of-zurich", 3)]


def test_every_partner_is_at_work_somewhere(demo):
    assert not Partner.objects.filter(contributions=None).exists()
    assert not Partner.objects.filter(slug="unesco").exists()


def test_what_is_planned_or_unconfirmed_says_so(demo):
    notes = Contribution.objects.exclude(note="").values_list("partner__slug", "role", "note")
    assert set(notes) >= {
        ("google-arts-and-culture", "platform", "to be confirmed"),
        ("ministry-of-education-kazakhstan", "adopting-authority", "planned"),
    }


def months(year_inferred=(True, False)):
    """The stories of each month, where the month is known."""
    events = EventDate.objects.filter(precision__in=["day", "month"], inferred__in=year_inferred)
    found = {}
    for event in events.select_related("news_item"):
        found.setdefault(event.start.strftime("%Y-%m"), set()).add(event.news_item.position)
    return found


def test_months_are_known_where_the_text_gives_them_and_years_are_marked_as_inferred(demo):
    assert months() == {"2024-08": {3}, "2024-10": {5, 6, 8}, "2024-11": {5, 7}}
    assert months(year_inferred=[False]) == {"2024-08": {3}}
    assert numbers(event_dates=None) == [2, 4]


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (1, "2018 – 2024"),
        (2, "July – December 2024"),
        (3, "August 2024"),
        (5, "8 – 9 October 2024; 4 – 5 November 2024"),
        (7, "November 2024"),
    ],
)
def test_dates_are_no_more_precise_than_known(demo, position, words):
    assert NewsItem.objects.get(position=position).when == words


def test_each_number_is_told_once_where_it_belongs(demo):
    results = {
        (result.news_item.position, result.in_words, getattr(result.country, "slug", ""))
        for result in Result.objects.select_related("news_item", "country")
    }
    assert results == {
        (2, "90", "kazakhstan"),
        (3, "16", "kyrgyzstan"),
        (3, "2", ""),
        (4, "over 50", "kazakhstan"),
        (5, "5", ""),
        (7, "number not stated", "kazakhstan"),
        (8, "number not stated", "uzbekistan"),
    }
    assert Result.objects.count() == len(results)
    assert "Kokomeren" in Result.objects.get(value=16).unit
    assert Result.objects.get(value=90).period == ""  # may have been trained before July
    assert all(result.source for result in Result.objects.all())


def test_projects_say_where_and_when_and_for_whom(demo):
    projects = {project.slug: project for project in Project.objects.with_stage()}
    countries = {
        slug: [country.iso2 for country in project.countries.all()]
        for slug, project in projects.items()
    }
    assert countries == {
        "silk-roads": [""],
        "gender-equality": ["KZ"],
        "cryosphere": ["KZ", "KG", "TJ", "TM", "UZ"],
        "glofca": ["KZ", "UZ"],
    }
    assert projects["silk-roads"].period_in_words == "2018 – 2024"
    assert {slug: project.stage for slug, project in projects.items()} == {
        "silk-roads": "completed",
        "gender-equality": "completed",
        "cryosphere": "running",
        "glofca": "running",
    }
    assert projects["silk-roads"].other_names.get().kind == "former"
    assert not any(project.code for project in projects.values())


def test_every_row_passes_the_checks_of_the_desk(demo):
    for model in [*EVERY_ROW, EventDate, Contribution]:
        for row in model.objects.all():
            row.full_clean()


def test_texts_reach_the_page_as_they_were_written(demo):
    for model, field, table in TEXTS:
        written = [prose(row[field]) for row in table]
        assert all(text.startswith("<p>") for text in written)
        assert [clean_prose(text) for text in written] == written
        assert set(model.objects.values_list(field, flat=True)) == set(written)


def test_addresses_are_written_in_ascii(demo):
    for model in [Sector, Country, Partner, Project, NewsItem]:
        assert all(slug.isascii() and slug for slug in model.objects.values_list("slug", flat=True))


def test_sectors_and_countries_have_names_in_all_languages(demo):
    for model in [Sector, Country]:
        assert all(row.name_en and row.name_ru and row.name_kk for row in model.objects.all())
    assert all(story.languages == ["en"] for story in NewsItem.objects.all())
