"""Pictures: what is accepted, and the sizes each is held in.

An upload is judged by its decoded bytes alone, within limits read from its header before anything
is decoded, and drawn anew: what reaches the disk holds pixels and nothing else. No EXIF, GPS or
camera, no comment, no tail of another file; the name is ours and the extension true.
"""

import io
import logging
import math
import uuid
import warnings

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import (  # the plugins: Pillow loads them only when asked for any format
    AvifImagePlugin,  # noqa: F401
    Image,
    ImageCms,
    ImageOps,
    WebPImagePlugin,  # noqa: F401
)

logger = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
MAX_BYTES = 15 * MEGABYTE
MAX_SIDE = 12_000
# So many pixels of each type stay below 200 MB while they are decoded. A large JPEG can be decoded
# at half its size; the others only whole, WebP and AVIF with several copies in memory.
MAX_PIXELS = {
    "JPEG": 50_000_000,
    "MPO": 50_000_000,  # what many phones write: a JPEG with previews behind it
    "PNG": 24_000_000,
    "GIF": 24_000_000,
    "WEBP": 12_000_000,
    "AVIF": 12_000_000,
}
WHOLE_JPEG_PIXELS = 24_000_000
# Progressive JPEGs have about ten scans; each costs the time of a whole picture.
MAX_JPEG_SCANS = 100
# The longer side of what we keep: twice the largest size shown.
KEPT_SIDE = 3200

# A warning would let the bomb through. Held for the whole process: filters are not per thread.
warnings.simplefilter("error", Image.DecompressionBombWarning)

# What each accepted type is kept as: the format, its extension, and how it is written. A JPEG not
# progressive: every size is drawn from it, and reading it then takes a third of the time.
KEPT_AS = {
    "JPEG": ("JPEG", "jpg", {"quality": 90, "optimize": True}),
    "MPO": ("JPEG", "jpg", {"quality": 90, "optimize": True}),
    "PNG": ("PNG", "png", {}),
    "GIF": ("PNG", "png", {}),
    "WEBP": ("WEBP", "webp", {"quality": 90, "method": 4}),
    "AVIF": ("AVIF", "avif", {"quality": 85, "speed": 8}),
}
# An MPO is opened as the JPEG it begins with.
OPENED = [format for format in KEPT_AS if format != "MPO"]
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"hevs"}


class Accepted(ContentFile):
    """A picture that has passed `accept` and holds nothing but pixels."""


def accept(upload):
    """The picture drawn anew, named with its true extension; ValidationError says why not."""
    data = read(upload)
    try:
        with Image.open(io.BytesIO(data), formats=OPENED) as image:
            check_size(image, data)
            kept = redraw(image)
            format, extension, options = KEPT_AS[image.format]
            held = io.BytesIO()
            kept.save(held, format, **options)
    except ValidationError:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise too_many_pixels(max(MAX_PIXELS.values())) from None
    except Image.UnidentifiedImageError:
        raise not_a_picture(data) from None
    except Exception as error:  # decoders fail in many ways on hostile bytes; none is our fault
        logger.warning("Picture refused, it could not be decoded: %r", error)
        raise ValidationError(
            _(
                "This picture is damaged or incomplete. Open it, save it again as JPEG or PNG, "
                "and choose the new file."
            ),
            code="damaged",
        ) from error
    return Accepted(held.getvalue(), name=f"picture.{extension}")


def read(upload):
    upload.seek(0)
    data = upload.read(MAX_BYTES + 1)
    if not data:
        raise ValidationError(_("This file is empty. Choose the picture again."), code="empty")
    if len(data) > MAX_BYTES:
        raise ValidationError(
            _("This file is heavier than %(limit)s MB. Save the picture smaller, as JPEG."),
            code="heavy",
            params={"limit": MAX_BYTES // MEGABYTE},
        )
    return data


def check_size(image, data):
    """Refuses by the header alone; nothing has been decoded yet."""
    if max(image.size) > MAX_SIDE:
        raise ValidationError(
            _("This picture is %(width)s × %(height)s pixels; a side may have %(limit)s at most."),
            code="side",
            params={"width": image.width, "height": image.height, "limit": MAX_SIDE},
        )
    limit = MAX_PIXELS[image.format]
    if image.width * image.height > limit:
        raise too_many_pixels(limit)
    # The first further frame is enough: nothing counts a million of them. The previews of an MPO
    # are left out.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise ValidationError(
            _("This picture moves. Choose a still one: readers could not stop it."),
            code="animated",
        )
    if image.format in {"JPEG", "MPO"} and data.count(b"\xff\xda") > MAX_JPEG_SCANS:
        raise ValidationError(
            _("This JPEG is built in an unusual way. Open it, save it again, and choose that."),
            code="scans",
        )


def redraw(image):
    """The pixels alone: upright, in sRGB, 8 bits a channel, no longer than we keep."""
    if image.format in {"JPEG", "MPO"} and image.width * image.height > WHOLE_JPEG_PIXELS:
        image.draft(None, (math.ceil(image.width / 2), math.ceil(image.height / 2)))
    orientation = image.getexif().get(0x0112, 1)
    profile = image.info.get("icc_profile")
    image.load()
    pixels = in_srgb(image, profile)
    if max(pixels.size) > KEPT_SIDE:
        pixels.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS, reducing_gap=None)
    pixels = upright(pixels, orientation)
    if pixels.mode == "RGBA" and pixels.getextrema()[3][0] == 255:
        pixels = pixels.convert("RGB")  # transparency that nothing uses
    pixels.info = {}
    return pixels


def in_srgb(image, profile):
    """RGB or RGBA, by the picture's own colour profile where it has a sound one."""
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits of grey; Pillow would cut them off at 255 instead of scaling.
        image = image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    has_alpha = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
    if profile and not has_alpha and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
            logger.info("Colour profile left out: %s", error)
    return image.convert("RGBA" if has_alpha else "RGB")


def upright(image, orientation):
    """Turned as its EXIF says, which is then left out."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.info = {"exif": exif.tobytes()}
    return ImageOps.exif_transpose(image)


def too_many_pixels(limit):
    return ValidationError(
        _("This picture has more than %(limit)s million pixels. Save it smaller, as JPEG."),
        code="pixels",
        params={"limit": limit // 1_000_000},
    )


def not_a_picture(data):
    start = data[:2048].lstrip().lower()
    if b"<svg" in start:
        return ValidationError(
            _("This is an SVG drawing, which can hold a program. Save it as PNG and choose that."),
            code="svg",
        )
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return ValidationError(
            _("This is a HEIC photograph from a phone. Save or send it as JPEG and choose that."),
            code="heic",
        )
    return ValidationError(
        _("This is not a picture we can read. Choose a JPEG, PNG, WebP, AVIF or GIF file."),
        code="unknown",
    )


def upload_name(instance, filename):
    """A name of ours that cannot be guessed: 128 random bits, and the extension we decided."""
    name = uuid.uuid4().hex
    return f"images/{name[:2]}/{name}.{filename.rpartition('.')[2].lower()}"
