"""What the review of a story shows: marked words, numbers, how much is decided."""

import re

import pytest
from django.urls import reverse

from newsroom.models import Import, Suggestion
from tests.newsroom.importing.office import MUSEUM
from tests.newsroom.importing.reviewing import UPLOAD, address, send

pytestmark = pytest.mark.usefixtures("register", "data_dir")


# Hostile words -----------------------------------------------------------------------------------


def test_words_of_a_document_run_nowhere(desk):
    bad = "<script>alert(1)</script>"
    headline = f'Glaciers {bad} of Uzbekistan" onfocus=alert(2) x="'
    paragraph = (
        f"Over 40 <img src=x onerror=alert(3)> students of Tashkent {bad} met on 3 May 2024 "
        "with the Institute of “<b onclick=alert(4)>Rivers</b>” in Uzbekistan."
    )
    text = "\n\n".join(["Snapshots (July – December 2024)", headline, paragraph, *MUSEUM])
    answer = desk.post(UPLOAD, {"text": text, "period": "2024-h2"}, follow=True)
    pages = [answer.content.decode()]
    for story in Import.objects.get().stories.all():
        pages.append(desk.get(address(story)).content.decode())
        send(desk, story, accept_all=1)
        pages.append(desk.get(address(story)).content.decode())
        form = reverse("admin:newsroom_newsitem_change", args=[story.news_item_id])
        pages.append(desk.get(form).content.decode())
    for html in pages:
        for word in ("<script>alert", "<img src=x", "<b onclick", '" onfocus=alert'):
            assert word not in html


def test_marks_do_not_change_the_text():
    from newsroom.importing.marking import Mark, pieces_of

    text = "In October, <b>Over</b> 40 students & 2 schools"
    spans = [
        (0, 10, Mark(1, 1, "r", "a", "k")),
        (3, 20, Mark(2, 2, "r", "a", "k")),
        (3, 10, Mark(3, 3, "r", "a", "k")),
        (40, len(text), Mark(4, 4, "r", "a", "k")),
    ]
    pieces = pieces_of(text, spans, [(12, 15)])
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.numbers for piece in pieces if piece.text == "October"] == [[1, 2, 3]]


def test_the_numbers_in_the_text_are_no_stops_on_the_way_to_the_first_decision(desk, story):
    """Each is reached from its suggestion, and leads back to it."""
    html = desk.get(address(story)).content.decode()
    assert not re.search(r"\(paragraphs \d+\)", html)
    numbers = re.findall(r'<a class="import-number"[^>]*>', html)
    assert numbers
    assert all('tabindex="-1"' in number and "#suggestion-" in number for number in numbers)


def test_a_number_stands_once_for_words_that_lie_in_one_another():
    from newsroom.importing.marking import Mark, pieces_of

    spans = [
        (0, 4, Mark(1, 1, "word", "inner", "k")),
        (0, 10, Mark(1, 1, "name", "outer", "k")),
        (0, 10, Mark(1, 1, "short form", "again", "k")),
        (5, 10, Mark(2, 2, "word", "other", "k")),
    ]
    ends = [mark for piece in pieces_of("Silk Roads", spans) for mark in piece.ends]
    assert {mark.anchor for mark in ends} == {"inner", "outer", "again", "other"}
    assert [mark.anchor for mark in ends if mark.is_shown] == ["outer", "other"]


def test_the_screens_say_how_much_is_decided_and_where_to_go_on(desk, document):
    overview = reverse("admin:newsroom_import_change", args=[document.pk])
    all_of_them = Suggestion.objects.filter(story__document=document).count()
    story = document.stories.get(number=1)
    own = story.suggestions.count()
    assert f"0 of {all_of_them} suggestions decided" in desk.get(overview).content.decode()
    assert address(story) in desk.get(overview).content.decode()
    send(desk, story, reject_all=1)
    html = desk.get(address(story)).content.decode()
    assert f"{own} of {own} suggestions decided" in html
    assert "Go on with story 2" in html
    assert f"{own} of {all_of_them} suggestions decided" in desk.get(overview).content.decode()
    for other in document.stories.exclude(pk=story.pk):
        send(desk, other, reject_all=1)
    assert "Go on with story" not in desk.get(address(story)).content.decode()
