"""The drafts that an import makes: an edition of a period, its stories, their pictures."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from almaty import editing
from almaty.models import Image
from almaty.publishing import Status
from almaty.revisions import Verb
from almaty.slugs import free_slug
from almaty.translated import CODES
from newsroom.importing.columns import in_language
from newsroom.importing.pictures import LONGEST_CAPTION, Accepting, each_once
from newsroom.models import NewsItem, Snapshot

LONGEST_TITLE = 200


def edition_of(outcome, by):
    """The edition of the document's period: the one that is there, or a new draft."""
    period, language = outcome.edition.period, outcome.edition.language
    known = Snapshot.objects.filter(period=str(period)).first()
    if known:
        return editing.undelete(known, by) if known.status == Status.DELETED else known
    with override(CODES[0]):
        title = {f"title_{CODES[0]}": _("Snapshots (%(period)s)") % {"period": period.label}}
    if outcome.edition.title:
        title[f"title_{language}"] = shortened(outcome.edition.title)
    introduction = joined(block.html for block in outcome.edition.introduction)
    content = title | in_language("introduction", introduction, language)
    return editing.create(Snapshot(), content | {"period": str(period)}, by, Verb.IMPORTED)


def story_of(story, pictures, outcome, edition, position, by):
    """A new draft. `pictures` is {picture: Image} of those that were accepted."""
    period = str(outcome.edition.period)
    beside = NewsItem.objects.filter(period=period)
    content = text_of(story, outcome, pictures) | {
        "period": period,
        "snapshot_id": edition.pk,
        "slug": free_slug(story.headline, lambda slug: beside.filter(slug=slug).exists(), "story"),
        "image_id": lead_picture(story, pictures),
    }
    return editing.create(NewsItem(position=position), content, by, Verb.IMPORTED)


def text_of(story, outcome, pictures=()):
    """Headline, summary and text, letter for letter, in its own language."""
    language = story.language
    return (
        in_language("title", shortened(story.headline), language)
        | in_language("summary", story.summary, language)
        | in_language("body", body_of(story, outcome.document, pictures or {}), language)
    )


def shortened(headline):
    """A headline as long as a title may be; the import keeps the whole of it."""
    if len(headline) <= LONGEST_TITLE:
        return headline
    kept = headline[: LONGEST_TITLE - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"


def body_of(story, document, pictures):
    """The paragraphs in their order; pictures after the first stand where the document has them."""
    first = next((picture for picture in story.pictures if id(picture) in pictures), None)
    shown = {id(picture) for picture in story.pictures if picture is not first}
    written = {id(block) for block in story.paragraphs}
    parts = []
    for number in story.source:
        block = document.blocks[number]
        if id(block) in written:
            parts.append(block.html)
        elif block.picture and id(block.picture) in shown & pictures.keys():
            parts.append(figure(block.picture, pictures[id(block.picture)]))
            shown.discard(id(block.picture))
    parts += [
        figure(picture, pictures[id(picture)])
        for picture in story.pictures
        if id(picture) in shown & pictures.keys()
    ]
    return joined(parts)


def joined(parts):
    """One text; items of a list that follow one another are one list."""
    return "".join(parts).replace("</ul><ul>", "").replace("</ol><ol>", "")


def figure(picture, image):
    """With the words it has in this place of the document."""
    words = picture.caption[:LONGEST_CAPTION]
    caption = format_html("<figcaption>{}</figcaption>", words) if words else ""
    return format_html('<figure><img src="{}" alt="">{}</figure>', image.file.url, caption)


# Pictures --------------------------------------------------------------------------------------


def lead_picture(story, pictures):
    found = (pictures[id(picture)] for picture in story.pictures if id(picture) in pictures)
    return next((image.pk for image in found), None)


def accepted_pictures(numbers, outcome, journal, say):
    """The pictures of some stories on the disk, as rows that are not saved yet: {id: Image}.

    What cannot be a picture of ours is left out, and a warning says so. One picture at a time is
    in memory. Its alternative text is left for the editor.
    """
    images, accepting = {}, Accepting(journal)
    stories = [outcome.edition.stories[number] for number in numbers]
    wanted = [(story, picture) for story in stories for picture in story.pictures]
    for number, (story, picture) in enumerate(wanted, 1):
        if image := accepting.image_of(picture, story):
            images[id(picture)] = image
        if number % 25 == 0:
            words = _("Pictures: %(number)s of %(all)s")
            say(words % {"number": number, "all": len(wanted)})
    return images, accepting.told()


def save_pictures(images, by):
    """All at once. Their sizes are made when the rows are certain (landing.py)."""
    rows = each_once(images)
    for image in rows:
        image.uploaded_by = by
    return Image.objects.bulk_create(rows)
