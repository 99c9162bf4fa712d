"""Pictures of a document: each part of it is one picture of ours, and together they have an end."""

import pytest

from almaty.models import Image
from newsroom.importing.landing import land
from newsroom.importing.outcome import examine
from newsroom.importing.pictures import cost
from newsroom.importing.reading import limits
from newsroom.importing.recognition import Register
from newsroom.models import NewsItem
from tests.factories import picture_file
from tests.newsroom.importing import hostile_landing
from tests.newsroom.importing.office import MUSEUM, TEACHERS
from tests.newsroom.importing.test_landing import page_with_pictures
from tests.newsroom.importing.word_documents import (
    heading,
    paragraph,
    picture,
    relations,
    word,
)

pytestmark = pytest.mark.usefixtures("register", "data_dir")


def landed(data, name="a.docx"):
    return land(examine(data, name, register=Register.from_database), data)


def office_document(*shown):
    """Two stories, with these of two pictures in the first and the last of them in the second."""
    names = {"i1": "teal", "i2": "navy"}
    body = [paragraph("Snapshots (July – December 2024)", style="a3"), heading(TEACHERS[0])]
    body += [paragraph(TEACHERS[1])]
    body += [picture(name) + paragraph(f"Words {n}", style="a4") for n, name in enumerate(shown)]
    body += [heading(MUSEUM[0]), paragraph(MUSEUM[1]), picture(shown[-1])]
    parts = {f"word/media/{n}.png": picture_file(colour=c).read() for n, c in names.items()}
    targets = {name: ("image", f"media/{name}.png") for name in names}
    return word(*body, parts=parts | {"word/_rels/document.xml.rels": relations(**targets)})


def test_a_part_that_is_shown_many_times_is_one_picture():
    landed(office_document("i1", "i2", "i1"))
    assert Image.objects.count() == 2
    first, second = NewsItem.objects.order_by("position")
    assert first.image == second.image
    assert first.body_en.count("<figure>") == 2
    for words in ("Words 1", "Words 2"):  # each place keeps its own; the first stands above
        assert words in first.body_en


def test_so_is_one_of_a_page():
    source = picture_file().read()
    landed(page_with_pictures(source, source), "a.html")
    (image,) = Image.objects.all()
    story = NewsItem.objects.get(image=image)
    assert "Caption 2" in story.body_en


def test_what_is_too_much_together_is_left_out_and_told(monkeypatch):
    sources = [picture_file(size=(40, 30), colour=c).read() for c in ("teal", "navy", "red")]
    monkeypatch.setattr(limits, "MAX_PIXELS", cost(sources[0]) + cost(sources[1]))
    result = landed(page_with_pictures(*sources), "a.html")
    assert (result.created, Image.objects.count()) == (2, 2)
    (warning,) = result.document.warnings
    assert "1 picture was left out" in warning


def test_a_picture_is_refused_for_its_own_size_before_it_counts():
    large = hostile_landing.drawn((4000, 4000), format="WEBP")
    result = landed(page_with_pictures(large, picture_file().read()), "a.html")
    assert Image.objects.count() == 1
    (warning,) = result.document.warnings
    assert "12 million pixels" in warning


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_what_takes_longer_costs_more(format):
    pixels = 300 * 200
    assert cost(hostile_landing.drawn((300, 200), format=format)) >= pixels
    assert cost(b"none at all") == 0


def test_photographs_of_a_whole_half_year_are_not_too_much():
    assert limits.MAX_PIXELS > 500 * 1600 * 1067
