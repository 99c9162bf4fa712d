"""What an import writes: drafts, suggestions, to-dos, the source; whole, once, never published."""

import re
from html import unescape
from unittest import mock

import pytest

from almaty import editing
from almaty.models import Image, Revision
from almaty.revisions import Verb
from newsroom.importing import landing
from newsroom.importing.document import Refused
from newsroom.importing.drafts import shortened
from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from newsroom.models import Import, NewsItem, Snapshot, Suggestion
from tests.factories import make_news_item, make_snapshot, picture_file
from tests.newsroom.importing.office import (
    GLACIERS,
    MUSEUM,
    STORIES,
    TEACHERS,
    counts,
    drafts_of,
    examined,
    landed,
    text_of,
)
from tests.newsroom.importing.seeds import seed

pytestmark = pytest.mark.usefixtures("register", "data_dir")


@pytest.mark.parametrize(
    ("headline", "title"),
    [("a" * 200, "a" * 200), ("a " * 150, "a " * 98 + "a…"), ("a" * 250, "a" * 199 + "…")],
)
def test_a_headline_is_cut_at_a_word_where_it_has_one(headline, title):
    assert shortened(headline) == title


def words_of(html):
    return unescape(re.sub(r"<[^>]*>", "", html.replace("</p><p>", "\n")))


def test_it_makes_one_draft_edition_with_draft_stories():
    document = landed().document
    edition = Snapshot.objects.get(period="2024-h2")
    assert (edition.status, edition.title_en) == ("draft", "Snapshots (July – December 2024)")
    stories = list(edition.stories.order_by("position"))
    assert [story.title_en for story in stories] == [headline for headline, *_ in STORIES]
    assert [story.position for story in stories] == [1, 2, 3]
    assert {story.status for story in stories} == {"draft"}
    assert {story.period for story in stories} == {"2024-h2"}
    assert stories[0].slug == "glacier-monitoring-resumes-in-uzbekistan"
    assert stories[0].summary_en
    assert stories[0].published_at is None
    assert drafts_of(document) == stories


def test_the_text_is_the_documents_letter_for_letter():
    for story, (_headline, *paragraphs) in zip(drafts_of(landed().document), STORIES, strict=True):
        assert words_of(story.body_en) == "\n".join(paragraphs)


def test_suggestions_wait_and_change_nothing():
    document = landed().document
    rows = Suggestion.objects.filter(story__document=document)
    assert {row.state for row in rows} == {"open"}
    assert {"country", "place", "date", "result", "partner"} <= {row.kind for row in rows}
    for story in drafts_of(document):
        assert not story.countries.exists()
        assert not story.places.exists()
        assert not story.results.exists()
        assert not story.event_dates.exists()
        assert not story.contributions.exists()
        assert story.sector is None


def test_every_suggestion_has_evidence_at_its_place():
    document = landed().document
    for row in Suggestion.objects.filter(story__document=document):
        assert row.evidence
        for evidence in row.evidence:
            text = row.story.text_at(evidence["paragraph"])
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_new_edition_has_its_introduction_as_the_document_does():
    long = "Snapshots (July – December 2024) " + "and more news of our offices " * 6 + "in Osh"
    listed = "Dear readers, this is what we did.\n\n- forty schools\n- a library on wheels\n"
    text = text_of().replace("# Snapshots (July – December 2024)\n", f"# {long}\n\n{listed}")
    land(examine(text, register=Register.from_database), text)
    edition = Snapshot.objects.get()
    assert edition.introduction_en.count("<ul>") == 1
    assert edition.title_en == shortened(long) != long


def test_a_story_has_the_verb_imported_in_its_history(django_user_model):
    editor = django_user_model.objects.create_user("aida")
    story = drafts_of(landed(by=editor).document)[0]
    revision = Revision.objects.of(story).get()
    assert (revision.verb, revision.author_name) == (Verb.IMPORTED, "aida")
    assert story.made_by == editor
    assert editing.current_content(story) == revision.content


def test_the_source_is_kept_out_of_the_public_media(data_dir, settings):
    document = landed().document
    kept = data_dir / "imports" / document.file.name
    assert kept.read_bytes() == text_of().encode()
    assert "edition" not in kept.name
    assert not str(kept).startswith(str(settings.MEDIA_ROOT))
    assert kept.stat().st_mode & 0o077 == 0
    assert list((data_dir / "imports" / "runs").iterdir()) == []
    with pytest.raises(ValueError, match="not accessible via a URL"):
        _ = document.file.url


def test_a_lost_link_is_a_to_do():
    story = landed().document.stories.get(number=3)
    (note,) = story.lost_links.all()
    assert "visited the ," in note.text
    assert note.done_at is None
    assert story.text_at(note.paragraph)[note.start : note.end] == note.text


def test_it_joins_the_edition_of_its_period_and_leaves_its_stories_alone():
    edition = make_snapshot("2024-h2", title="Ours", introduction="<p>Ours</p>")
    own = make_news_item("Ours", snapshot=edition, position=7)
    before = (own.version, own.modified_at, edition.version)
    document = landed().document
    edition.refresh_from_db()
    own.refresh_from_db()
    assert document.snapshot == edition
    assert Snapshot.objects.count() == 1
    assert (own.version, own.modified_at, edition.version) == before
    assert edition.title_en == "Ours"
    assert edition.is_published()
    assert [story.position for story in drafts_of(document)] == [8, 9, 10]
    assert list(edition.stories.published()) == [own]


def test_nothing_of_it_is_public(client):
    make_snapshot("2024-h2")
    document = landed().document
    for path in ("/", "/snapshots/", "/snapshots/2024-h2/", "/search/?q=glacier", "/sitemap.xml"):
        assert GLACIERS[0] not in client.get(path).content.decode()
    for story in drafts_of(document):
        assert client.get(story.get_absolute_url()).status_code == 404


def test_an_address_that_is_taken_gets_a_number():
    make_news_item(slug="glacier-monitoring-resumes-in-uzbekistan")
    story = drafts_of(landed().document)[0]
    assert story.slug == "glacier-monitoring-resumes-in-uzbekistan-2"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_text_of_another_language_stands_in_its_columns(language):
    story = drafts_of(landed([GLACIERS], language=language).document)[0]
    assert getattr(story, f"title_{language}") == GLACIERS[0] == str(story)
    assert getattr(story, f"body_{language}")
    assert not story.title_en
    assert not story.body_en


def test_a_headline_too_long_for_a_title_is_kept_whole_in_the_import():
    headline = "A headline of very many words " * 7 + "ends"
    document = landed([(headline, *GLACIERS[1:])]).document
    (story,) = drafts_of(document)
    assert len(story.title_en) <= 200
    assert story.title_en.endswith("…")
    assert document.stories.get().headline == headline


# Refused ---------------------------------------------------------------------------------------


def test_without_a_period_nothing_is_written():
    outcome, data = examined([("Glaciers are watched", *GLACIERS[1:])], period="Notes")
    outcome.edition.period = None
    before = counts()
    with pytest.raises(Refused, match="choose the period"):
        land(outcome, data)
    assert counts() == before


def test_without_a_story_nothing_is_written():
    outcome = examine(b"# Price list\n\nPencils, 3. Pens, 4.\n", "list.md")
    with pytest.raises(Refused, match="no story"):
        land(outcome, b"")
    assert not Import.objects.exists()


# Whole or not at all ---------------------------------------------------------------------------


class Failed(Exception):
    pass


def failing_at(number):
    """`drafts.story_of`, but for the story of this number."""
    real, made = landing.drafts.story_of, []

    def story_of(*args, **kwargs):
        made.append(1)
        if len(made) == number:
            raise Failed
        return real(*args, **kwargs)

    return mock.patch.object(landing.drafts, "story_of", story_of)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_it_lands_whole_or_not_at_all(number, data_dir):
    before = counts()
    with failing_at(number), pytest.raises(Failed):
        landed()
    assert counts() == before
    assert [p for p in (data_dir / "imports").rglob("*") if p.is_file()] == []
    assert landed().created == 3  # and can be tried again


def test_the_test_above_would_see_a_half():
    """Without the transaction, drafts are left: the planted fault."""
    from contextlib import nullcontext

    before = counts()
    with (
        mock.patch.object(landing, "whole", nullcontext),
        mock.patch.object(landing, "one_at_a_time"),
        failing_at(3),
        pytest.raises(Failed),
    ):
        landed()
    assert counts() != before


@pytest.mark.parametrize("step", ["make_suggestions", "make_notes", "imported_story"])
def test_a_failure_beside_the_stories_leaves_nothing_either(step):
    before = counts()
    with mock.patch.object(landing, step, side_effect=Failed), pytest.raises(Failed):
        landed()
    assert counts() == before


# The same again --------------------------------------------------------------------------------


def test_the_same_document_again_creates_nothing():
    first = landed()
    before = counts()
    again = landed()
    assert (again.is_new, again.document) == (False, first.document)
    assert counts() == before


def test_the_same_words_in_another_file_create_nothing():
    first = landed()
    before = counts()
    text = text_of().replace("\n\n", "\n\n\n\n") + "\n"
    outcome = examine(text.encode(), "other.md", register=Register.from_database)
    assert land(outcome, text.encode()).document == first.document
    assert counts() == before


def test_what_was_thrown_away_can_be_imported_again():
    for story in drafts_of(landed().document):
        editing.delete(story, None)
    assert landed().created == 3


# Pictures --------------------------------------------------------------------------------------


def page_with_pictures(*sources):
    import base64

    figures = "".join(
        f'<figure><img src="data:image/png;base64,{base64.b64encode(source).decode()}">'
        f"<figcaption>Caption {number}</figcaption></figure>"
        for number, source in enumerate(sources, 1)
    )
    return (
        "<html><body><h1>Snapshots (July – December 2024)</h1>"
        f"<h2>{GLACIERS[0]}</h2><p>{GLACIERS[1]}</p>{figures}<p>{GLACIERS[2]}</p>"
        f"<h2>{TEACHERS[0]}</h2><p>{TEACHERS[1]}</p></body></html>"
    ).encode()


def test_pictures_become_rows_without_words_for_the_editor_to_write(django_user_model):
    editor = django_user_model.objects.create_user("aida")
    sources = [picture_file(size=(360, 240), colour=c).read() for c in ("teal", "navy")]
    data = page_with_pictures(*sources)
    outcome = examine(data, "edition.html", register=Register.from_database)
    story = drafts_of(land(outcome, data, by=editor).document)[0]
    assert (story.image.caption_en, story.image.alt_en) == ("Caption 1", "")
    assert (story.image.width, story.image.height) == (360, 240)
    assert story.image.uploaded_by == editor
    assert story.image.is_ready
    other = Image.objects.exclude(pk=story.image_id).get()
    assert story.body_en.index("Caption 2") < story.body_en.index("The stations will")
    assert other.file.name.rpartition("/")[2].partition(".")[0] in story.body_en


def test_what_is_no_picture_is_left_out_and_told():
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"
    data = page_with_pictures(svg, picture_file().read())
    outcome = examine(data, "edition.html", register=Register.from_database)
    result = land(outcome, data)
    assert result.created == 2
    assert Image.objects.count() == 1
    assert any("left out" in warning for warning in result.document.warnings)


def test_a_failure_leaves_no_picture_on_the_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    data = page_with_pictures(picture_file().read())
    outcome = examine(data, "edition.html", register=Register.from_database)
    with failing_at(2), pytest.raises(Failed):
        land(outcome, data)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


# The real document -----------------------------------------------------------------------------


def test_the_seed_beside_the_demo_stories_of_its_period(demo):
    """They tell the same in other words: both stay, and the desk shows who is like whom."""
    from newsroom.importing.known import similar_stories

    data = seed(1)
    own = {story.pk: (story.body_en, story.version) for story in NewsItem.objects.all()}
    result = land(examine(data, "s.txt", register=Register.from_database), data)
    assert result.created == 8
    edition = Snapshot.objects.get()
    assert edition.stories.published().count() == 8
    assert edition.stories.count() == 16
    for story in NewsItem.objects.filter(pk__in=own):
        assert (story.body_en, story.version) == own[story.pk]
    for imported in result.document.stories.all():
        twin = NewsItem.objects.get(pk__in=own, position=imported.number)
        assert twin in similar_stories(imported)


def test_the_seeds_text_is_unchanged(register):
    data = seed(1)
    outcome = examine(data, "s.txt", register=Register.from_database)
    document = land(outcome, data).document
    for story, told in zip(drafts_of(document), outcome.edition.stories, strict=True):
        assert story.title_en == told.headline
        assert words_of(story.body_en) == "\n".join(told.texts)


def test_museum_and_others_are_told_apart():
    """The stories of this module's document do not look alike to one another."""
    from newsroom.importing.known import bag, overlap

    for one, other in ((GLACIERS, TEACHERS), (TEACHERS, MUSEUM), (GLACIERS, MUSEUM)):
        assert overlap(bag(" ".join(one)), bag(" ".join(other))) < 0.3
