"""The sizes and formats every picture is held in, made by django-imagefield when it is saved.

`image.file.w960_avif` is the address of one; "" where the picture is too small to need it.
"""

import logging

from imagefield.backend_base import calculate_crop_box
from imagefield.processing import register
from PIL import Image

logger = logging.getLogger(__name__)

WIDTHS = [320, 640, 960, 1600]
# Quality, and what else the encoder is told. AVIF at speed 8 costs a third of the default's time.
ENCODERS = {
    "avif": ("AVIF", {"quality": 42, "speed": 8}),
    "webp": ("WEBP", {"quality": 76, "method": 4}),
    "jpg": ("JPEG", {"quality": 78, "progressive": True, "optimize": True}),
}
CARD_SIZE = (1200, 630)  # what social networks show beside a link
SQUARE_SIDE = 160  # the desk's lists


def held_widths(width):
    """The widths a picture is held in: never enlarged, its own if it lies between two of ours."""
    if not width:
        return []
    largest = min(width, WIDTHS[-1])
    return [*(step for step in WIDTHS if step < largest), largest]


def scaled_to(step, extension):
    """The rendition of one step of WIDTHS, or none where a smaller step is the whole picture."""

    def spec(fieldfile, context):
        widths = held_widths(fieldfile.instance.width)
        if step >= len(widths):
            context.name = ""
        context.ppoi = None  # nothing is cut off: the name does not change with the focal point
        context.extension = f".{extension}"
        width = widths[step] if step < len(widths) else 0
        context.processors = [("encoded", extension), ("scaled", width)]

    return spec


def cropped_to(size, extension):
    """A crop around the focal point."""

    def spec(fieldfile, context):
        context.extension = f".{extension}"
        context.processors = [("encoded", extension), ("cut_out", size)]

    return spec


FORMATS = {
    f"w{width}_{extension}": scaled_to(step, extension)
    for step, width in enumerate(WIDTHS)
    for extension in ENCODERS
} | {
    "square": cropped_to((SQUARE_SIDE, SQUARE_SIDE), "webp"),
    "card": cropped_to(CARD_SIZE, "jpg"),
    "preview": scaled_to(0, "webp"),  # what the desk’s form shows; the same file as w320_webp
}


def rendition_names(file):
    """The name of every file that is made of this picture, by format."""
    names = {spec: file._process_context(processors).name for spec, processors in FORMATS.items()}
    return {spec: name for spec, name in names.items() if name}


def make_renditions(file):
    """Makes what is missing of a picture's renditions; False if one could not be made."""
    complete = True
    for spec in FORMATS:
        try:
            file.process(spec)
        except Exception:  # logged with its traceback by imagefield; the picture stays usable
            logger.error("Rendition %s of %s could not be made", spec, file.name)
            complete = False
    return complete


@register
def encoded(get_image, extension):
    format, options = ENCODERS[extension]

    def processor(image, context):
        context.save_kwargs.update({"format": format} | options)
        image = get_image(image, context)
        return on_white(image) if format == "JPEG" else image

    return processor


@register
def scaled(get_image, width):
    def processor(image, context):
        image = get_image(image, context)
        height = max(1, round(image.height * width / image.width))
        image.draft(None, (width, height))  # a large JPEG is decoded near the size wanted
        return image.resize((width, height), Image.Resampling.LANCZOS)

    return processor


@register
def cut_out(get_image, size):
    """As large a piece of this shape as the picture has, around the focal point; not enlarged."""

    def processor(image, context):
        image = get_image(image, context)
        box = calculate_crop_box(*image.size, *size, context.ppoi)
        piece = image.crop((box.left, box.top, box.left + box.width, box.top + box.height))
        return piece.resize(size, Image.Resampling.LANCZOS) if piece.width > size[0] else piece

    return processor


def on_white(image):
    if image.mode == "RGB":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
