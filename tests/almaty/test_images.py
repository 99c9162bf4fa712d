import io
import logging
import subprocess
import sys
import textwrap

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.template import engines
from django.urls import reverse
from django.utils import translation
from PIL import Image as Pixels

from almaty import images
from almaty.images import accept
from almaty.models import Image
from almaty.renditions import held_widths, rendition_names
from tests.almaty import hostile
from tests.factories import make_image, picture_file


def opened(file):
    file.seek(0)
    return Pixels.open(io.BytesIO(file.read()))


def rendition(image, spec):
    with image.file.storage.open(rendition_names(image.file)[spec]) as file:
        return opened(file)


def show(image, arguments=""):
    return engines["django"].from_string("{% picture i " + arguments + " %}").render({"i": image})


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_it_refuses_with_words(name):
    data, code = hostile.REFUSED[name]
    with pytest.raises(ValidationError) as refused:
        accept(ContentFile(data, name="holiday.jpg"))
    assert code in {None, refused.value.code}
    assert len(refused.value.messages[0].split()) > 5
    assert refused.value.messages[0].endswith(".")


@pytest.mark.parametrize("name", hostile.REDRAWN)
def test_it_keeps_pixels_and_nothing_else(name):
    data, extension = hostile.REDRAWN[name]
    kept = accept(ContentFile(data, name="holiday.php"))
    assert kept.name == f"picture.{extension}"
    drawn = opened(kept)
    drawn.load()
    assert drawn.mode in {"RGB", "RGBA"}
    assert drawn.size == Pixels.open(io.BytesIO(data)).size
    assert not drawn.getexif()
    assert not {"icc_profile", "xmp", "comment", "Comment"} & set(drawn.info)
    for trace in (b"alert", b"php", b"SecretCamera", b"PK\x03\x04", b"Exif", b"xmpmeta"):
        assert trace not in kept.read()


def test_it_turns_the_picture_as_the_camera_was_held():
    upright = Pixels.new("RGB", (40, 20), "red")
    upright.paste("blue", (0, 0, 20, 20))
    drawn = opened(accept(ContentFile(hostile.with_camera_and_place(upright, orientation=6))))
    assert drawn.size == (20, 40)
    assert drawn.getpixel((10, 5))[2] > 200  # the blue half was left, and is on top now


def test_it_keeps_the_colours_of_cmyk():
    red = hostile.encoded(Pixels.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG")
    r, g, b = opened(accept(ContentFile(red))).getpixel((4, 4))
    assert r > 200
    assert g < 60
    assert b < 60


def test_it_converts_by_the_profile_it_takes_away():
    lab = Pixels.new("RGB", (9, 9), (10, 200, 10))
    inverted = bytearray(hostile.profile())
    # The red and green columns of the matrix change places: a profile nobody could overlook.
    inverted = (
        inverted.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    )
    data = hostile.encoded(lab, "PNG", icc_profile=bytes(inverted))
    r, g, _b = opened(accept(ContentFile(data))).getpixel((4, 4))
    assert r > g


def test_it_scales_sixteen_bits_instead_of_cutting_them_off():
    data, _extension = hostile.REDRAWN["PNG in 16 bits"]
    assert opened(accept(ContentFile(data))).getpixel((4, 4)) == (156, 156, 156)


def test_it_keeps_the_transparency_of_a_palette():
    palette = Pixels.new("P", (9, 9), 0)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    palette.putpixel((4, 4), 1)
    drawn = opened(accept(ContentFile(hostile.encoded(palette, "PNG", transparency=0))))
    assert drawn.getpixel((0, 0))[3] == 0
    assert drawn.getpixel((4, 4)) == (255, 0, 0, 255)


def test_it_holds_no_more_pixels_than_pages_need():
    drawn = opened(accept(picture_file("JPEG", size=(4000, 1000))))
    assert drawn.size == (3200, 800)


def test_a_jpeg_is_kept_in_one_scan_for_its_sizes_are_drawn_from_it():
    given = hostile.plain(progressive=True)
    assert "progressive" in Pixels.open(io.BytesIO(given)).info
    kept = accept(ContentFile(given)).read()
    assert "progressive" not in Pixels.open(io.BytesIO(kept)).info


@pytest.mark.slow
def test_the_largest_it_accepts_and_the_worst_it_refuses_stay_below_200_mb(tmp_path):
    largest = {
        "JPEG": (8660, 5773),
        "PNG": (6000, 4000),
        "GIF": (6000, 4000),
        "WEBP": (4000, 3000),
        "AVIF": (4000, 3000),
    }
    for format, size in largest.items():
        mode = "P" if format == "GIF" else "RGB"
        (tmp_path / format).write_bytes(hostile.plain(format, size, mode, **fast(format)))
    for number, (data, _code) in enumerate(hostile.REFUSED.values()):
        (tmp_path / f"refused-{number}").write_bytes(data)
    program = """
        import pathlib, resource, sys, time
        from django.conf import settings
        settings.configure(USE_I18N=False)
        from django.core.exceptions import ValidationError
        from almaty.images import accept

        def peak():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

        before = peak()
        for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
            started = time.process_time()  # what else the machine does is not counted
            try:
                with path.open("rb") as file:
                    accept(file)
            except ValidationError:
                assert path.name.startswith("refused"), path
            assert time.process_time() - started < 5, path
        print(peak() - before)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200, done.stdout


def fast(format):
    return {"AVIF": {"speed": 10}, "WEBP": {"method": 0}, "PNG": {"compress_level": 1}}.get(
        format, {}
    )


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (300, [300]),
        (320, [320]),
        (700, [320, 640, 700]),
        (1600, [320, 640, 960, 1600]),
        (3000, [320, 640, 960, 1600]),
        (None, []),
    ],
)
def test_renditions_are_never_enlarged(width, widths):
    assert held_widths(width) == widths


def test_renditions_are_made_when_the_row_is_certain(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.create(file=picture_file(size=(700, 350)), alt="A lake")
        assert not image.is_ready
    image.refresh_from_db()
    assert image.is_ready
    sizes = {spec: rendition(image, spec).size for spec in rendition_names(image.file)}
    assert sizes["w320_avif"] == sizes["w320_webp"] == sizes["w320_jpg"] == (320, 160)
    assert sizes["w960_avif"] == (700, 350)
    assert "w1600_avif" not in sizes
    assert sizes["square"] == (160, 160)
    assert sizes["card"] == (667, 350)


def test_crops_follow_the_focal_point(db):
    pixels = Pixels.new("RGB", (900, 300), "red")
    pixels.paste("blue", (600, 0, 900, 300))
    image = make_image(
        file=ContentFile(hostile.encoded(pixels, "PNG"), name="x"), focal_point="0.9x0.5"
    )
    square = rendition(image, "square")
    assert square.size == (160, 160)
    assert square.convert("RGB").getpixel((80, 80))[2] > 200


def test_a_moved_focal_point_changes_the_names_of_crops_only(db):
    image = make_image()
    before = rendition_names(image.file)
    image.focal_point = "0.1x0.1"
    after = rendition_names(image.file)
    assert {spec for spec in before if before[spec] != after[spec]} == {"square", "card"}


def test_a_see_through_picture_lies_on_white_in_jpeg(db):
    clear = Pixels.new("RGBA", (9, 9), (0, 0, 0, 0))
    image = make_image(file=ContentFile(hostile.encoded(clear, "PNG"), name="x"))
    jpeg = rendition(image, "w320_jpg")
    assert jpeg.getpixel((4, 4)) == (255, 255, 255)


def test_a_rendition_that_fails_leaves_a_line_and_the_picture_shown(db, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise OSError("encoder error")

    monkeypatch.setattr("imagefield.fields.ImageFieldFile._process", broken)
    with caplog.at_level(logging.ERROR):
        image = make_image()
    assert "w320_avif" in caplog.text
    assert not image.is_ready
    assert image.card_url == image.file.url
    assert f'src="{image.file.url}"' in show(image)
    assert "<source" not in show(image)


def test_what_failed_is_made_by_a_command(db, monkeypatch, capsys):
    with monkeypatch.context() as patched:
        patched.setattr("almaty.models.make_renditions", lambda file: False)
        image = make_image()
        with pytest.raises(CommandError, match="1 pictures"):
            call_command("make_renditions")
    call_command("make_renditions")
    image.refresh_from_db()
    assert image.is_ready
    assert "every size is there" in capsys.readouterr().out


def test_no_name_of_the_upload_reaches_the_disk(db):
    image = make_image(file=picture_file("JPEG", name="../../secret <b>.php"))
    assert "secret" not in image.file.name
    assert image.file.name.endswith(".jpg")


def test_what_no_form_has_seen_is_refused_too(db):
    with pytest.raises(ValidationError), transaction.atomic():
        Image.objects.create(file=ContentFile(hostile.SVG, name="drawing.png"), alt="A drawing")
    assert not Image.objects.exists()


def test_deleting_a_picture_takes_its_files(db, django_capture_on_commit_callbacks):
    image = make_image()
    storage, names = image.file.storage, list(rendition_names(image.file).values())
    name = image.file.name
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not any(storage.exists(each) for each in [name, *names])


@pytest.mark.parametrize("text", ["", "x", "2x0.5", "-1x0", "nanxnan", "0.5x0.5x", "0.5;0.5"])
def test_a_focal_point_lies_in_the_picture(db, text):
    image = make_image()
    image.focal_point = text
    with pytest.raises(ValidationError) as refused:
        image.full_clean()
    assert "focal_point" in refused.value.error_dict


def test_it_shows_every_format_with_its_widths(db):
    image = make_image(file=picture_file(size=(1200, 600)), alt="A lake", focal_point="0.2x0.9")
    html = show(image, 'sizes="50vw" crop="3x2"')
    assert html.count("<source") == 2
    assert html.index("image/avif") < html.index("image/webp")
    assert html.count("320w") == html.count("960w") == html.count("1200w") == 3
    assert html.count('sizes="50vw"') == 3
    assert '<picture class="picture picture--3x2 focal-1-4">' in html
    assert 'width="1200" height="600" alt="A lake" loading="lazy" decoding="async">' in html
    assert f'src="{image.file.w960_jpg}"' in html
    assert "style=" not in html


def test_the_first_in_view_is_fetched_at_once(db):
    html = show(make_image(), "eager=True")
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_decorative_picture_has_an_empty_alternative(db):
    assert 'alt="" loading' in show(make_image(alt="", decorative=True))


def test_an_alternative_text_names_its_language_where_it_falls_back(db):
    image = make_image(alt="A lake", alt_ru="Озеро")
    with translation.override("kk"):
        assert 'alt="A lake" lang="en"' in show(image)
    with translation.override("ru"):
        assert 'alt="Озеро" loading' in show(image)


def test_no_picture_shows_nothing():
    assert show(None).strip() == ""


def test_words_of_an_editor_are_escaped(db):
    assert "<script>" not in show(make_image(alt='"><script>alert(1)</script>'))


def test_media_are_served_for_good_and_cannot_run(client, db):
    image = make_image()
    answer = client.get(image.file.w320_avif)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/avif"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content).startswith(b"\0\0\0")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "images/",
        "../settings.py",
        "%2e%2e/%2e%2e/etc/passwd",
        "images/..%2f..%2fdb.sqlite3",
        "images/aa/x.jpg",
        f"images/aa/{'a' * 32}.jpg",
        f"images/aa/{'a' * 32}.svg",
        f"images/aa/{'a' * 32}.jpg%00",
        f"images/aa/{'a' * 32}.jpg/",
    ],
)
def test_media_serve_nothing_else(client, db, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_media_are_only_read(client, db):
    assert client.post(reverse("media", args=[make_image().file.name])).status_code == 405


def test_a_warning_of_a_bomb_is_an_error():
    code = "from almaty import images; import warnings; from PIL import Image; " + (
        "warnings.warn('bomb', Image.DecompressionBombWarning)"
    )
    settings = "from django.conf import settings; settings.configure(USE_I18N=False); "
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", settings + code], capture_output=True, text=True, check=False
    )
    assert "DecompressionBombWarning: bomb" in done.stderr
    assert done.returncode == 1


def test_limits_are_what_the_words_say():
    assert images.MAX_BYTES == 15 * 1024 * 1024
    assert images.MAX_SIDE == 12_000
