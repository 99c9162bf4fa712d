"""An amended document whose words are the same: its links and its pictures are compared too."""

import base64

import pytest

from almaty import contents, editing
from almaty.models import Image
from newsroom.importing import amendments, decisions
from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.recognition import Register
from newsroom.models import LostLinkNote
from tests.factories import picture_file
from tests.newsroom.importing.office import GLACIERS, TEACHERS, drafts_of, landed
from tests.newsroom.importing.reviewing import address, page_of, said, send

pytestmark = pytest.mark.usefixtures("register", "data_dir")

SITE = "https://example.org/rivers"
LINKED = (TEACHERS[0], TEACHERS[1].replace("Institute of Quiet Rivers", f"[Institute]({SITE})"))
BARE = (TEACHERS[0], LINKED[1].replace(f"[Institute]({SITE})", "[Institute](#)"))


def second(document):
    return document.stories.select_related("earlier", "news_item").get(number=2)


# Links ------------------------------------------------------------------------------------------


def test_a_repaired_link_makes_an_amended_document():
    first = landed([GLACIERS, BARE])
    again = landed([GLACIERS, LINKED], name="repaired.md")
    assert (again.is_new, again.known, again.amended) == (True, 1, 1)
    assert SITE not in drafts_of(first.document)[1].body_en
    page = decisions.take_amendment(second(again.document), None)
    assert f'<a href="{SITE}" rel="noopener">Institute</a>' in page.body_en


def test_the_same_words_and_links_are_known_however_they_are_wrapped():
    landed([GLACIERS, LINKED])
    again = landed([GLACIERS, (LINKED[0], f"**{LINKED[1]}**")], name="bold.md")
    assert not again.is_new


def test_a_link_that_an_editor_has_put_there_is_kept():
    page = drafts_of(landed([GLACIERS, BARE]).document)[1]
    content = contents.content_of(page)
    ours = content["body_en"].replace("Institute", '<a href="https://ours.example/">Institute</a>')
    editing.save(page, content | {"body_en": ours}, None)
    story = second(landed([GLACIERS, LINKED]).document)
    offer = amendments.offer(story, editing.current_content(story.news_item))
    assert "https://ours.example/" in offer.content["body_en"]
    (_before, (after,)) = offer.left[0]
    assert f"Institute ({SITE})" in after


def test_a_link_that_an_editor_has_found_too_is_no_difference():
    page = drafts_of(landed([GLACIERS, BARE]).document)[1]
    content = contents.content_of(page)
    found = content["body_en"].replace("Institute", f'<a href="{SITE}">Institute</a>')
    page, _is_new = editing.save(page, content | {"body_en": found}, None)
    story = second(landed([GLACIERS, LINKED]).document)
    before = editing.current_content(story.news_item)
    offer = amendments.offer(story, before)
    assert (offer.content, offer.left) == (before, [])


def test_a_lost_link_is_told_as_repaired_and_ticked_off_with_the_changes(desk):
    landed([GLACIERS, BARE])
    note = LostLinkNote.objects.get()
    story = second(landed([GLACIERS, LINKED]).document)
    note.refresh_from_db()
    assert (note.repaired_in, note.done_at) == (story, None)
    assert "has found these lost links again" in desk.get(address(story)).content.decode()
    send(desk, story, take_amendment="1")
    note.refresh_from_db()
    assert note.done_at
    assert SITE in page_of(story).body_en


def edited(page, before, after):
    content = contents.content_of(page)
    return editing.save(
        page, content | {"body_en": content["body_en"].replace(before, after)}, None
    )


def test_a_link_that_the_story_has_already_is_ticked_off_alone(desk):
    page = drafts_of(landed([GLACIERS, BARE]).document)[1]
    edited(page, "Institute", f'<a href="{SITE}">Institute</a>')
    story = second(landed([GLACIERS, LINKED]).document)
    assert "the story says all that it says" in desk.get(address(story)).content.decode()
    version = page_of(story).version
    answer = send(desk, story, take_amendment="1")
    assert LostLinkNote.objects.get().done_at
    assert page_of(story).version == version
    assert "a draft of the story now" not in said(answer)


def test_a_link_in_a_passage_that_is_left_alone_is_ticked_off_by_hand(desk):
    page = drafts_of(landed([GLACIERS, BARE]).document)[1]
    edited(page, "completed", "passed")
    story = second(landed([GLACIERS, LINKED]).document)
    shown = desk.get(address(story)).content.decode()
    assert "Tick them off above the form of the story" in shown
    assert 'name="take-amendment"' not in shown
    assert not LostLinkNote.objects.get().done_at


def test_what_is_left_to_do_by_hand_stays_on_the_screen_when_the_rest_is_taken(desk):
    page = drafts_of(landed([GLACIERS, BARE]).document)[1]
    edited(page, "completed", "passed")
    story = second(landed([GLACIERS, (*LINKED, "They meet again in May.")]).document)
    other = "These passages were edited here since"
    assert other in desk.get(address(story)).content.decode()
    send(desk, story, take_amendment="1")
    shown = desk.get(address(story)).content.decode()
    assert other in shown
    assert "Tick them off above the form of the story" in shown
    assert "Compared with the draft as it is now" not in shown


def test_a_link_that_is_lost_again_is_open_again():
    landed([GLACIERS, BARE])
    landed([GLACIERS, LINKED])
    landed([GLACIERS, (BARE[0], "It went well. " + BARE[1])])
    note = LostLinkNote.objects.order_by("pk").first()
    assert (note.repaired_in, note.done_at) == (None, None)


def test_two_paragraphs_of_the_same_words_are_two_places():
    was = [{"text": t, "html": f"<p>{t}</p>"} for t in ("Same.", "Same.", "End.")]
    now = [{"text": t, "html": f"<p>{t}</p>"} for t in ("Other.", "End.")]
    blocks, left = amendments.merged(["<p>Same.</p>", "<p>Same.</p>", "<p>End.</p>"], was, now)
    assert (blocks, left) == (["<p>Other.</p>", "<p>End.</p>"], [])


# Pictures ---------------------------------------------------------------------------------------


def page_with(text, *pictures):
    figures = "".join(
        f'<figure><img src="data:image/png;base64,{base64.b64encode(data).decode()}">'
        f"<figcaption>{caption}</figcaption></figure>"
        for data, caption in pictures
    )
    return (
        "<html><body><h1>Snapshots (July – December 2024)</h1>"
        f"<h2>{GLACIERS[0]}</h2><p>{text}</p>{figures}<p>{GLACIERS[2]}</p>"
        f"<h2>{TEACHERS[0]}</h2><p>{TEACHERS[1]}</p></body></html>"
    ).encode()


def landed_page(*given):
    data = page_with(*given)
    return land(examine(data, "edition.html", register=Register.from_database), data)


@pytest.fixture
def teal():
    return picture_file(size=(360, 240), colour="teal").read(), "Glaciers"


@pytest.fixture
def navy():
    return picture_file(size=(360, 240), colour="navy").read(), "A station"


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_an_amended_document_brings_no_pictures_twice(teal, navy, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    landed_page(GLACIERS[1], teal, navy)
    before = files(settings.MEDIA_ROOT)
    again = landed_page(GLACIERS[1].replace("40", "45"), teal, navy)
    assert (again.amended, again.known) == (1, 1)
    assert Image.objects.count() == 2
    assert files(settings.MEDIA_ROOT) == before
    assert again.warnings == []


def test_a_new_picture_of_an_amended_story_is_named(teal, navy, desk):
    landed_page(GLACIERS[1], teal)
    again = landed_page(GLACIERS[1], teal, navy)
    assert (again.is_new, again.amended) == (True, 1)
    assert Image.objects.count() == 1
    named = f"New pictures of “{GLACIERS[0]}”, not taken over: A station."
    assert again.warnings == [named]
    again.document.refresh_from_db()
    assert again.document.warnings == [named]
    shown = desk.get(address(again.document.stories.get(number=1))).content.decode()
    assert "A station</li>" in shown
    assert "The document has new pictures here" in shown


def test_the_same_pictures_are_the_same_document(teal):
    landed_page(GLACIERS[1], teal)
    data = page_with(GLACIERS[1], teal).replace(b"<html>", b"<html lang=en>")
    assert not land(examine(data, "a.html", register=Register.from_database), data).is_new


def test_a_new_story_of_an_amended_document_has_its_pictures(teal, navy):
    landed_page(GLACIERS[1], teal)
    data = page_with(GLACIERS[1], teal).decode()
    encoded = base64.b64encode(navy[0]).decode()
    more = (
        "<h2>Schools collect seeds</h2><p>Pupils of Almaty collected seeds in December 2024.</p>"
        f'<figure><img src="data:image/png;base64,{encoded}"></figure></body>'
    )
    data = data.replace("</body>", more).encode()
    again = land(examine(data, "a.html", register=Register.from_database), data)
    assert (again.created, again.known) == (1, 2)
    assert Image.objects.count() == 2
    assert again.document.stories.get(number=3).news_item.image is not None
