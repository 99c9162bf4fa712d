"""The pictures of a document, as pictures of ours: each part of it once, and not without end."""

import io

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image as Pixels

from almaty.images import OPENED, accept, check_size
from almaty.models import Image
from newsroom.importing.columns import in_language
from newsroom.importing.document import Refused
from newsroom.importing.files import PICTURE
from newsroom.importing.reading import limits

LONGEST_CAPTION = 300
# How long a pixel of each type takes to be drawn anew, told in pixels of a JPEG; and a byte of a
# PNG, which is slow where it does not compress.
WEIGHTS = {"JPEG": 1, "MPO": 1, "PNG": 2, "GIF": 7, "WEBP": 5, "AVIF": 12}
PNG_BYTE = 12


class Accepting:
    """Pictures of one document, on the disk and as rows that are not saved yet.

    A part of the document that is shown many times is one row: the first one's words are its own.
    """

    def __init__(self, journal):
        self.journal = journal
        self.by_part = {}  # a row, or None for what was left out
        self.left = limits.MAX_PIXELS
        self.left_out = 0
        self.warnings = []

    def image_of(self, picture, story):
        """The row of a picture of this story; None where it is left out, and a warning says why."""
        key = picture.part or id(picture)
        if key not in self.by_part:
            try:
                self.by_part[key] = self.accepted(picture, story.language)
            except (ValidationError, Refused) as error:
                reason = " ".join(getattr(error, "messages", [str(error)]))
                words = _("A picture of “%(story)s” was left out: %(reason)s")
                self.warnings.append(words % {"story": story.headline, "reason": reason})
                self.by_part[key] = None
        return self.by_part[key]

    def accepted(self, picture, language):
        data = picture.data
        needed = cost(data)
        if needed > self.left:
            self.left_out += 1
            return None
        self.left -= needed
        accepted = accept(ContentFile(data))
        return self.row(accepted, picture, language)

    def row(self, accepted, picture, language):
        data = accepted.read()
        with Pixels.open(io.BytesIO(data)) as pixels:
            width, height = pixels.size
        return Image(
            file=self.journal.write(PICTURE, data, accepted.name.rpartition(".")[2]),
            width=width,
            height=height,
            **in_language("caption", picture.caption[:LONGEST_CAPTION], language),
            **in_language("alt", "", language),
        )

    def told(self):
        """What was left out, in words."""
        if not self.left_out:
            return self.warnings
        words = ngettext(
            "%(count)s picture was left out: the pictures of this document have too many pixels "
            "together. Import it in parts, or make its pictures smaller.",
            "%(count)s pictures were left out: the pictures of this document have too many pixels "
            "together. Import it in parts, or make its pictures smaller.",
            self.left_out,
        )
        return [*self.warnings, words % {"count": self.left_out}]


def cost(data):
    """How long a picture takes to be drawn anew, in pixels of a JPEG: told by its header.

    ValidationError where the header is enough to refuse it; 0 where there is none that is known.
    """
    try:
        with Pixels.open(io.BytesIO(data), formats=OPENED) as image:
            check_size(image, data)
            pixels = image.width * image.height * WEIGHTS[image.format]
            return pixels + (PNG_BYTE * len(data) if image.format == "PNG" else 0)
    except ValidationError:
        raise
    except Exception:  # a decoder's, and `accept` has the words for it
        return 0


def each_once(images):
    """The rows among {id of a picture: row}."""
    return list({id(image): image for image in images.values()}.values())
