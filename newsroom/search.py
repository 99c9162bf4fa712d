"""What stories and editions have to say to the search, and the results page put together.

A story is found by the names of its project, partners, places and tags as well. Those of a project
or partner count from the moment it is public itself; when one changes, its stories are indexed.
"""

from dataclasses import dataclass

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag, TaggedItem

from almaty.publishing import Publishable
from almaty.search import Document, index, index_keys, register
from almaty.search_hits import hits
from almaty.snippets import plain
from newsroom.models import Contribution, NewsItem, Snapshot
from programmes.models import Partner, PartnerName, Place, PlaceName, Project, ProjectName
from programmes.search import names_of, said, titled_languages

# Every field whose text is indexed with the stories a thing is joined to.
NAMES = {Project: ("title", "short_title"), Partner: ("name",), Place: ("name",)}


def story_documents(story, at):
    names = [name for place in story.places.all() for name in names_of(place, *NAMES[Place])]
    names += [tag.name for tag in story.tags.all()]
    for page in relations(story):
        # What is to be withdrawn by time would still find the story afterwards.
        if page.is_published(at) and page.public_until is None:
            names += [*names_of(page, *NAMES[type(page)]), getattr(page, "acronym", "")]
    for code in titled_languages(story):
        yield Document(
            code,
            title=said(story, "title", code),
            summary=said(story, "summary", code),
            body=plain(said(story, "body", code)),
            related=tuple(sorted(set(names))),
        )


def relations(story):
    """What the story is joined to and may not be public."""
    return [*([story.project] if story.project else []), *story.partners.all()]


def story_moments(story):
    return sorted({page.published_at for page in relations(story) if page.is_scheduled})


def edition_documents(edition, at):
    for code in titled_languages(edition):
        yield Document(
            code,
            title=said(edition, "title", code),
            body=plain(said(edition, "introduction", code)),
        )


def stories_with_names():
    return NewsItem.objects.select_related("project").prefetch_related(
        "project__other_names", "partners__other_names", "places__other_names", "tags"
    )


def register_all():
    register(NewsItem, story_documents, stories_with_names, story_moments)
    register(Snapshot, edition_documents)


# Stories follow what they are joined to ----------------------------------------------------------


def index_stories(**condition):
    keys = NewsItem.objects.filter(**condition).values_list("pk", flat=True)
    index_keys(NewsItem, list(keys.distinct().order_by()))


def stories_of(thing):
    link = {Project: "project", Partner: "partners", Place: "places", Tag: "tags"}[type(thing)]
    return {link: thing}


def names_and_state(thing):
    """All that stories take from a project, partner or place, as it stands in the database."""
    fields = [f"{name}_{code}" for name in NAMES[type(thing)] for code in ("en", "ru", "kk")]
    if isinstance(thing, Publishable):
        fields += ["status", "published_at", "public_until"]
    if isinstance(thing, Partner):
        fields.append("acronym")
    return type(thing).objects.filter(pk=thing.pk).values_list(*fields).first()


@receiver(pre_save, sender=Project)
@receiver(pre_save, sender=Partner)
@receiver(pre_save, sender=Place)
def remember_names(instance, raw=False, **kwargs):
    instance.names_before = None if raw or instance.pk is None else names_and_state(instance)


@receiver(post_save, sender=Project)
@receiver(post_save, sender=Partner)
@receiver(post_save, sender=Place)
def names_saved(instance, **kwargs):
    if instance.names_before and instance.names_before != names_and_state(instance):
        index_stories(**stories_of(instance))


@receiver([post_save, post_delete], sender=ProjectName)
@receiver([post_save, post_delete], sender=PartnerName)
@receiver([post_save, post_delete], sender=PlaceName)
def other_name_changed(sender, instance, raw=False, **kwargs):
    owner, link = {
        ProjectName: ("project_id", "project"),
        PartnerName: ("partner_id", "partners"),
        PlaceName: ("place_id", "places"),
    }[sender]
    if not raw:
        index_stories(**{link: getattr(instance, owner)})


@receiver(post_save, sender=Tag)
def tag_saved(instance, created, raw=False, **kwargs):
    if not created and not raw:
        index_stories(**stories_of(instance))


@receiver([post_save, post_delete], sender=Contribution)
def contribution_changed(instance, raw=False, **kwargs):
    if not raw:
        index_keys(NewsItem, [instance.news_item_id])


@receiver(m2m_changed, sender=TaggedItem)
@receiver(m2m_changed, sender=NewsItem.places.through)
def links_changed(instance, action, reverse, pk_set, **kwargs):
    """From either side: `story.places.add(place)` and `place.news_items.clear()` alike."""
    if isinstance(instance, NewsItem):
        if action.startswith("post_"):
            index(instance)
    elif action == "pre_clear":
        remember_stories(instance)
    elif action == "post_clear":
        index_keys(NewsItem, instance.stories_before)
    elif action.startswith("post_"):
        index_keys(NewsItem, list(pk_set))


@receiver(pre_delete, sender=Tag)
@receiver(pre_delete, sender=Place)
def remember_stories(instance, **kwargs):
    stories = NewsItem.objects.filter(**stories_of(instance))
    instance.stories_before = list(stories.values_list("pk", flat=True))


@receiver(post_delete, sender=Tag)
@receiver(post_delete, sender=Place)
def link_deleted(instance, **kwargs):
    index_keys(NewsItem, instance.stories_before)


# The results page ------------------------------------------------------------------------------

PER_KIND = 5
GROUPS = [
    (_("Stories"), ["newsroom.newsitem"], "newsroom:newsitem-list"),
    (_("Projects"), ["programmes.project"], "programmes:project-list"),
    (_("Partners"), ["programmes.partner"], "programmes:partner-list"),
    (_("Editions"), ["newsroom.snapshot"], ""),
    (_("Sectors and countries"), ["programmes.sector", "programmes.country"], ""),
]


@dataclass(frozen=True)
class Group:
    label: str
    hits: list
    count: int
    more_url: str  # the list of all of them, where there is one


@dataclass(frozen=True)
class Groups:
    """The groups in which something was found."""

    groups: list
    is_more: bool  # there are more than were counted

    @property
    def total(self):
        return sum(group.count for group in self.groups)


def found_groups(query, limit=PER_KIND):
    found = hits(query, [kind for _label, kinds, _list in GROUPS for kind in kinds], limit)
    groups = [
        Group(
            label=label,
            hits=[hit for kind in kinds for hit in found.kinds[kind][1]],
            count=sum(found.kinds[kind][0] for kind in kinds),
            more_url=f"{reverse(list_name)}?{urlencode({'q': query.text})}" if list_name else "",
        )
        for label, kinds, list_name in GROUPS
    ]
    return Groups([group for group in groups if group.count], found.is_more)
