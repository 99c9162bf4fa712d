"""Pictures inside rich text: each is a row of our library, shown in the width that is needed."""

import re

from django.apps import apps
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from almaty.renditions import WIDTHS, held_widths

IMAGE = re.compile(r'<img(?: (?:src|alt)="[^"]*")+>')
ATTRIBUTE = re.compile(r'(src|alt)="([^"]*)"')
STEM = re.compile(r"/([0-9a-f]{32})[-.]")
SIZES = "(min-width: 48rem) 44rem, 100vw"  # the measure of a text column


def stems_in(html):
    """The file names, without folder and extension, of every picture a text shows."""
    return set(STEM.findall(" ".join(IMAGE_SOURCE.findall(html))))


IMAGE_SOURCE = re.compile(r'<img[^>]* src="([^"]*)"')


def with_pictures(html):
    """Cleaned text with every image told by its row, and without those that have none."""
    if "<img" not in html:
        return html
    rows = {}
    for stem in stems_in(html):
        name = f"images/{stem[:2]}/{stem}."
        rows[stem] = apps.get_model("almaty.Image").objects.filter(file__startswith=name).first()
    return IMAGE.sub(lambda found: shown(found[0], rows), html)


def shown(tag, rows):
    given = dict(ATTRIBUTE.findall(tag))
    stem = STEM.search(given.get("src", ""))
    image = rows.get(stem[1]) if stem else None
    if image is None:
        return ""
    # The editor's words stand as cleaned, escaped already; the library's are escaped here.
    alt = mark_safe(given.get("alt", "")) or escape("" if image.decorative else image.alt)
    if not image.is_ready:
        return format_html('<img src="{}" alt="{}">', image.file.url, alt)
    steps = list(zip(WIDTHS, held_widths(image.width), strict=False))
    urls = {width: getattr(image.file, f"w{step}_webp") for step, width in steps}
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        list(urls.values())[-1],
        ", ".join(f"{url} {width}w" for width, url in urls.items()),
        SIZES,
        image.width,
        image.height,
        alt,
    )
