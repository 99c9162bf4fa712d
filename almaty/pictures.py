"""How a picture is shown: source sets by format, and the words for who cannot see it."""

from django.utils.translation import get_language

from almaty.renditions import WIDTHS, held_widths

# Best first: a browser takes the first type it knows.
TYPES = [("avif", "image/avif"), ("webp", "image/webp")]
FALLBACK_WIDTH = 960


def picture(image, sizes, eager=False, crop=""):
    """What components/_picture.html shows; the file alone until its renditions are made."""
    language = image.language_of("alt")
    shown = {
        "image": image,
        "sizes": sizes,
        "eager": eager,
        "crop": crop,
        "alt": "" if image.decorative else image.alt,
        "alt_language": language if image.alt and language != get_language() else "",
        "src": image.file.url,
    }
    if not image.is_ready:
        return shown
    widths = held_widths(image.width)
    fallback = min(len(widths), WIDTHS.index(FALLBACK_WIDTH) + 1) - 1
    return shown | {
        "sources": [(mime, source_set(image, widths, extension)) for extension, mime in TYPES],
        "srcset": source_set(image, widths, "jpg"),
        "src": getattr(image.file, f"w{WIDTHS[fallback]}_jpg"),
    }


def source_set(image, widths, extension):
    steps = zip(WIDTHS, widths, strict=False)
    return ", ".join(f"{getattr(image.file, f'w{step}_{extension}')} {w}w" for step, w in steps)
