"""Documents that are harmless to read, and would take long to land: many stories, many pictures."""

import io
from base64 import b64encode

from PIL import Image

from tests.newsroom.importing.hostile_texts import TEXT
from tests.newsroom.importing.photographs import photographs
from tests.newsroom.importing.word_documents import heading, paragraph, picture, relations, word

STORY = heading("Herders meet in Naryn") + paragraph(TEXT)
LARGEST = (6000, 4000)  # a PNG of 24 million pixels, the most one may have


def documents():
    """(name, bytes), each of them to be read."""
    flat = drawn(LARGEST)
    yield "500 stories", many_stories(500)
    yield "19,000 paragraphs", f"# Herders meet\n\n{TEXT}\n".encode() + b"\nThey met.\n" * 19_000
    yield "one flat picture 1,900 times", with_pictures([flat], shown=1_900)
    yield "60 flat pictures", with_pictures(drawn(LARGEST, n) for n in range(60))
    yield "2,000 pictures of one pixel", with_pictures(drawn((1, 1), n) for n in range(2_000))
    yield "2,000 pictures that are none", with_pictures(b"x%d" % n for n in range(2_000))
    yield "a large picture in a long text", with_pictures([flat], many_paragraphs(18_000))
    yield "a page with one picture 1,900 times", page(1_900)


def slow_pictures():
    """(name, bytes): of each type as many as there may be, drawn anew as slowly as can be."""
    for format, count, options in [
        ("PNG", 20, {"compress_level": 1}),
        ("WEBP", 70, {}),
        ("AVIF", 30, {"speed": 10}),
        ("JPEG", 270, {}),
    ]:
        made = [*photographs(1, (2000, 1500), format, **options)] * count
        yield f"{count} pictures, {format}", with_pictures(made)


def many_stories(count):
    stories = (f"## Herders meet in village {n}\n\n{TEXT} They were {n}.\n" for n in range(count))
    return "\n".join(stories).encode()


def many_paragraphs(count):
    return "".join(paragraph(f"They met again, {n}.") for n in range(count))


def with_pictures(pictures, text="", shown=None):
    """A story with all of these, each a part of its own, or the first of them so many times."""
    targets, parts = {}, {}
    for number, data in enumerate(pictures):
        targets[f"i{number}"] = ("image", f"media/{number}.png")
        parts[f"word/media/{number}.png"] = data
    places = ["i0"] * shown if shown else targets
    body = STORY + text + "".join(map(picture, places))
    return word(body, parts=parts | {"word/_rels/document.xml.rels": relations(**targets)})


def page(shown):
    source = b64encode(drawn((3400, 3400), format="WEBP")).decode()
    shown = f"<img src='data:image/webp;base64,{source}'>" * shown
    return f"<h2>Herders meet</h2><p>{TEXT}</p>{shown}".encode()


def drawn(size, number=0, format="PNG", **options):
    held = io.BytesIO()
    Image.new("RGB", size, (number % 256, number // 256, 90)).save(held, format, **options)
    return held.getvalue()
