"""Photographs for documents made here: no two alike, and as heavy as real ones of their size."""

import io

from PIL import Image, ImageChops, ImageOps

SIZE = (1600, 1067)
ROUGH, FINE = 60, 4  # how much the shapes differ from one another, and the grain in them


def photographs(count, size=SIZE, format="JPEG", **options):
    """The bytes of so many, one at a time: of that size about 150 kB each as JPEG."""
    ground = scene(size)
    for number in range(count):
        held = io.BytesIO()
        moved = ImageChops.offset(ground, number * 31, number * 17)
        moved.save(held, format, **({"quality": 75} if format == "JPEG" else {}) | options)
        yield held.getvalue()


def scene(size):
    """Light from above, soft shapes and grain, a little different in every colour."""
    light = Image.linear_gradient("L").resize(size)
    shapes = Image.effect_noise((size[0] // 16, size[1] // 16), ROUGH).resize(size)
    grain = Image.effect_noise(size, FINE)
    bands = [light, ImageOps.flip(light), ImageOps.mirror(light.rotate(90).resize(size))]
    return Image.merge(
        "RGB", [ImageChops.add(Image.blend(band, shapes, 0.5), grain, 1, -128) for band in bands]
    )
