"""What stories and editions should have before the public reads them."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import readiness_rules as rules
from almaty.publishing import is_public
from almaty.readiness import RELATED, checks, error, opens_at, warning
from newsroom.models import NewsItem, Snapshot

for rule in (rules.prose, rules.picture, rules.translations):
    checks(NewsItem, Snapshot)(rule)
checks(NewsItem)(rules.reach)
RELATED[NewsItem] = (
    *("image", "project", "sector", "further_sectors", "countries"),
    *("event_dates", "contributions__partner"),
)


@checks(NewsItem)
def words_of_story(story):
    if not story.body_en:
        yield error("body_en", _("The story has no text."))
    yield from rules.lacks(story, "summary", _("Cards and feeds will show no summary."))


@checks(NewsItem)
def dates(story):
    events = list(story.event_dates.all())
    if not events:
        yield warning("event_dates", _("No event date: readers are told the period alone."))
    for event in events:
        if event.start > timezone.localdate():
            yield warning(
                "event_dates", _("%(date)s is still to come. Is it right?"), date=event.in_words
            )
        elif event.start > story.span.end or event.end < story.span.start:
            words = _("%(date)s is not in the period of the story, %(period)s.")
            yield warning("event_dates", words, date=event.in_words, period=story.span.label)


@checks(NewsItem)
def company(story):
    """What the story names and readers will not see, because it is not public itself."""
    if story.project and not story.project.is_published(opens_at(story)):
        words = _("The project “%(project)s” is not published: readers will not see it here.")
        yield warning("project", words, project=story.project)
    yield from rules.partners(story, "contributions")


@checks(Snapshot)
def introduction(edition):
    yield from rules.lacks(edition, "introduction", _("The edition has no introduction."))


@checks(Snapshot)
def stories(edition):
    if edition.pk and edition.stories.filter(is_public(at=opens_at(edition))).exists():
        return
    count = edition.stories.kept().count() if edition.pk else 0
    if not count:
        yield warning("stories", _("No story is in this edition yet."))
    else:
        words = ngettext(
            "Its %(count)s story is not published: the edition would be empty.",
            "None of its %(count)s stories is published: the edition would be empty.",
            count,
        )
        yield warning("stories", words, count=count)
