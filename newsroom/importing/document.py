"""What the steps of an import hand to one another. No Django model, nothing that writes.

Every text here is the document's own, letter for letter: in NFC, with runs of white space become
one space, and otherwise unchanged. Every place in a text is counted in characters of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from almaty.periods import Period

HEADLINE = None  # what `Evidence.paragraph` says of the headline


class Refused(Exception):
    """A document that is not imported. `sentence` is for the person who chose it, translated."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Evidence:
    """Words that led to a suggestion: `text == story.text_at(paragraph)[start:end]`, always."""

    text: str
    paragraph: int | None  # 0 is the first paragraph of the story, HEADLINE its headline
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Link:
    """A link in a block's text. `href` is what the document says, unchecked; None without any."""

    text: str
    start: int
    end: int
    href: str | None


@dataclass(frozen=True)
class Picture:
    """A picture of the document, not yet judged by almaty.images.

    Its bytes stay in the document until they are asked for: one picture at a time is in memory.
    """

    read: Callable[[], bytes]
    name: str
    alt: str = ""
    caption: str = ""
    part: str = ""  # which part of the document it is, if many may show one

    @property
    def data(self):
        """The bytes as they stand in the document; Refused where they cannot be read."""
        return self.read()


@dataclass
class Block:
    """A paragraph of the document, or what stands in the place of one."""

    kind: Literal["heading", "paragraph", "item", "row", "picture"]
    text: str = ""
    html: str = ""  # clean by almaty.prose, one block element; "" for a picture
    level: int | None = None  # 1–6, of a heading by markup; None where its shape alone says so
    links: list[Link] = field(default_factory=list)
    picture: Picture | None = None
    blank_before: bool = False  # an empty line or paragraph beside it
    blank_after: bool = False
    is_bold: bool = False  # every letter of it
    font_size: float | None = None  # points, where the document states one for the whole block


@dataclass
class Document:
    """A document as it was read: `kind` says how, "docx", "html", "markdown" or "text"."""

    name: str
    kind: str
    blocks: list[Block]
    title: str = ""  # of the file's own properties or <title>; often empty, often stale
    margins: list[str] = field(default_factory=list)  # lines that every page has above and below
    beside: list[str] = field(default_factory=list)  # what was read and stands in no block
    warnings: list[str] = field(default_factory=list)


@dataclass
class StoryText:
    """One story as the document tells it."""

    headline: str
    paragraphs: list[Block]
    pictures: list[Picture] = field(default_factory=list)
    summary: str = ""  # the first sentences of the text
    source: list[int] = field(default_factory=list)  # indexes of its blocks in the document
    headline_links: list[Link] = field(default_factory=list)
    language: str = ""  # mostly that of the document; "" where nobody has told

    @property
    def texts(self):
        return [paragraph.text for paragraph in self.paragraphs]

    def text_at(self, paragraph):
        """The text that `Evidence.paragraph` counts in: a paragraph's, or the headline's."""
        return self.headline if paragraph is HEADLINE else self.paragraphs[paragraph].text


@dataclass
class SectorText:
    """What a document says of a sector's work: no story, so none is made of it."""

    heading: str
    sector: str | None  # slug, where the heading names a sector
    paragraphs: list[Block]
    source: list[int] = field(default_factory=list)


@dataclass
class EditionText:
    """The whole document, split. `period_evidence` is the words that name the period, or ""."""

    period: Period | None = None
    period_evidence: str = ""
    language: str = "en"
    title: str = ""
    introduction: list[Block] = field(default_factory=list)
    stories: list[StoryText] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sector_texts: list[SectorText] = field(default_factory=list)
