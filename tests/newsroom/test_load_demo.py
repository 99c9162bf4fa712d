"""load_demo fills an empty site once, wholly or not at all, and then never touches it again."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation
from PIL import Image as Pixels

from almaty.models import Image
from newsroom.demo import load as demo
from newsroom.management.commands import load_demo
from newsroom.models import NewsItem, Result, Snapshot
from programmes.models import Country, Partner, Place, Project, Sector
from tests.factories import make_sector

EVERY_ROW = [Sector, Country, Place, Partner, Project, Snapshot, NewsItem, Result, Image]
NAMES = [demo.EDITION["image"], *(row["image"] for row in demo.STORIES)]


def load(*options):
    out = StringIO()
    call_command("load_demo", *options, stdout=out)
    return out.getvalue()


def all_rows():
    return [list(model.objects.order_by("pk").values()) for model in EVERY_ROW]


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def small_pictures(monkeypatch, tmp_path):
    """Pictures under the names of ours that take no time to encode."""
    words = {f"{name}.webp": {"alt": f"Alt of {name}", "credit": "Ours"} for name in NAMES}
    for name in words:
        Pixels.new("RGB", (16, 10), "teal").save(tmp_path / name)
    (tmp_path / "alt.json").write_text(json.dumps(words))
    monkeypatch.setattr(demo, "PICTURES", tmp_path)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.django_db
def test_it_tells_what_it_made():
    told = load("--without-images")
    assert "    8  stories" in told
    assert "   20  partners" in told


@pytest.mark.django_db
def test_a_second_run_changes_nothing():
    load("--without-images")
    before = all_rows()
    assert "nothing was changed" in load("--without-images")
    assert all_rows() == before


@pytest.mark.django_db
def test_it_brings_nothing_back_that_an_editor_changed_or_deleted():
    load("--without-images")
    story = NewsItem.objects.get(position=1)
    story.title = "A better headline"
    story.save()
    NewsItem.objects.get(position=2).delete()
    load("--without-images")
    assert NewsItem.objects.get(pk=story.pk).title == "A better headline"
    assert not NewsItem.objects.filter(position=2).exists()


@pytest.mark.django_db
def test_it_leaves_a_site_alone_that_has_anything_of_its_own():
    make_sector("Our own")
    before = all_rows()
    load("--without-images")
    assert all_rows() == before


@pytest.mark.django_db
def test_it_writes_english_whatever_language_is_active():
    with translation.override("kk"):
        load("--without-images")
    assert Sector.objects.filter(name_en="Culture", name_kk="Мәдениет").exists()


@pytest.mark.django_db
def test_every_story_and_the_edition_have_their_picture(media, small_pictures):
    load()
    assert Image.objects.count() == len(NAMES) == len(files(media))
    for page, name in zip([Snapshot.objects.get(), *stories()], NAMES, strict=True):
        assert page.image.alt_en == f"Alt of {name}"
        assert page.image.credit == "Ours"


def stories():
    return NewsItem.objects.order_by("position")


@pytest.mark.django_db
def test_a_load_that_fails_leaves_no_row_and_no_file(media, small_pictures, monkeypatch):
    written = []

    def fail(pictures):
        written.extend(files(media))
        raise RuntimeError("no space left")

    monkeypatch.setattr(load_demo, "load_newsroom", fail)
    with pytest.raises(RuntimeError):
        load()
    assert len(written) == len(NAMES)
    assert files(media) == []
    assert all_rows() == [[] for model in EVERY_ROW]


@pytest.mark.django_db(transaction=True)
def test_pictures_of_a_finished_load_stay_when_what_follows_it_fails(
    media, small_pictures, monkeypatch
):
    """Renditions are made after the commit: the rows are there, so their files have to be."""

    def fail(image):
        raise RuntimeError("no space left")

    monkeypatch.setattr(load_demo, "make_renditions", fail)
    with pytest.raises(RuntimeError):
        load()
    assert Image.objects.count() == len(NAMES) == len(files(media))


def test_there_is_a_drawing_and_a_description_for_every_name():
    words = json.loads((demo.PICTURES / "alt.json").read_text(encoding="utf-8"))
    assert sorted(words) == sorted(f"{name}.webp" for name in NAMES)
    for name, said in words.items():
        assert 20 < len(said["alt"]) <= 300
        assert said["credit"]
        with Pixels.open(demo.PICTURES / name) as picture:
            assert picture.width >= 1600
