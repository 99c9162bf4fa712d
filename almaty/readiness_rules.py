"""Rules that pages of many kinds share: their texts, their picture, their translations, their links
to other pages. Each yields findings for one page as its row is now."""

from html.parser import HTMLParser

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from almaty.figures import stems_in
from almaty.models import Image
from almaty.prose import SCHEMES, ProseField
from almaty.readiness import error, opens_at, warning
from almaty.translated import CODES

FIRST = settings.LANGUAGE_CODE
# Words that say nothing of where a link leads, to somebody who hears a list of them.
EMPTY_WORDS = {
    *("click here", "here", "link", "this link", "read more", "more"),
    *("здесь", "тут", "по ссылке", "ссылка", "подробнее", "нажмите здесь"),
    *("осында", "мұнда", "сілтеме", "толығырақ", "осы жерде"),
}


class Outline(HTMLParser):
    """What a text holds beside its words: levels of headings, links, pictures without words."""

    def __init__(self, html):
        super().__init__()
        self.levels, self.links, self.silent = [], [], []
        self.words = None
        if any(tag in html for tag in ("<h", "<a", "<img")):
            self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in {"h2", "h3"}:
            self.levels.append(int(tag[1]))
        elif tag == "a":
            self.words = []
            self.links.append(((given.get("href") or "").strip(), self.words))
        elif tag == "img" and not (given.get("alt") or "").strip():
            self.silent.append(given.get("src") or "")

    def handle_endtag(self, tag):
        if tag == "a":
            self.words = None

    def handle_data(self, data):
        if self.words is not None:
            self.words.append(data)


def texts(page):
    """The rich texts of a page, one column for each language."""
    for field in page._meta.concrete_fields:
        if isinstance(field, ProseField) and getattr(field, "language", None):
            yield field, getattr(page, field.name) or ""


def prose(page):
    for field, html in texts(page):
        outline, label = Outline(html), label_of(field)
        for href, words in outline.links:
            yield from link(field.name, label, href, " ".join("".join(words).split()))
        if outline.levels and outline.levels[0] > 2:
            yield error(
                field.name,
                _("%(field)s: the first heading is of level 3. Make it level 2."),
                field=label,
            )
        if outline.silent and not all(map(is_decorative, outline.silent)):
            yield error(
                field.name,
                _("%(field)s: a picture has no alternative text and is not marked decorative."),
                field=label,
            )


def link(field, label, href, words):
    given = {"field": label, "words": Truncator(words).chars(60), "href": href[:60]}
    scheme, colon, _rest = href.partition(":")
    if not href or href.startswith("#") or (colon and scheme.lower() in {"javascript", "data"}):
        yield error(field, _("%(field)s: the link “%(words)s” leads nowhere."), **given)
    elif not href.startswith("/") and scheme.lower() not in SCHEMES:
        yield error(
            field,
            _("%(field)s: “%(href)s” is no whole address. It begins with https://"),
            **given,
        )
    elif words.lower().strip(" .…»›→") in EMPTY_WORDS:
        yield warning(
            field, _("%(field)s: the link “%(words)s” does not say where it leads."), **given
        )


def is_decorative(source):
    name = next((f"images/{stem[:2]}/{stem}." for stem in stems_in(f'<img src="{source}"')), None)
    return name and Image.objects.filter(file__startswith=name, decorative=True).exists()


def picture(page):
    image = page.image
    if image and not image.decorative and not getattr(image, f"alt_{FIRST}"):
        yield error("image", _("The picture has no alternative text and is not marked decorative."))


def translations(page):
    """Languages that are begun and not whole, and those whose source has changed since."""
    first, *others = page.translation_needs
    for code in CODES:
        if code == FIRST:
            continue
        title = getattr(page, f"{first}_{code}")
        there = [name for name in others if getattr(page, f"{name}_{code}")]
        lacking = [n for n in others if n not in there and getattr(page, f"{n}_{FIRST}")]
        given = {"language": get_language_info(code)["name_translated"]}
        if title and lacking:
            given["field"] = label_of(page._meta.get_field(lacking[0]))
            words = _("%(language)s: without “%(field)s” readers get the page in English.")
            yield warning(f"{lacking[0]}_{code}", words, **given)
        elif there and not title:
            given["field"] = label_of(page._meta.get_field(first))
            words = _("%(language)s: without “%(field)s” readers get the page in English.")
            yield warning(f"{first}_{code}", words, **given)
        if title and code in page.stale_languages:
            words = _("%(language)s: the English text has changed since it was translated.")
            yield warning(f"{first}_{code}", words, **given)


def reach(page):
    """Without a sector or a country nobody finds it by them; and it shows the names of its own."""
    if not page.sector_id:
        yield error("sector", _("Choose the sector it is about."))
    if not page.countries.all():
        yield error("countries", _("Choose its countries, or the region."))
    at = opens_at(page)
    named = [("sector", page.sector)] if page.sector_id else []
    named += [("further_sectors", sector) for sector in page.further_sectors.all()]
    named += [("countries", country) for country in page.countries.all()]
    for field, row in named:
        if not row.is_published(at):
            yield error(field, _("“%(name)s” is not published: publish it first."), name=row)
        elif row.public_until:
            yield error(field, _("“%(name)s” is to be withdrawn: take it out here."), name=row)


def partners(page, part):
    """Partners whose names will not show, because they are not public themselves by then."""
    at = opens_at(page)
    hidden = {
        link.partner.pk: str(link.partner)
        for link in getattr(page, part).all()
        if not link.partner.is_published(at)
    }
    for name in hidden.values():
        yield warning(
            part, _("“%(partner)s” is not published: readers will not see it here."), partner=name
        )


def lacks(page, field, words):
    """A warning where a text is empty in the language that is written first."""
    if not getattr(page, f"{field}_{FIRST}"):
        yield warning(f"{field}_{FIRST}", words)


def label_of(field):
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]
