"""Where a story's facts come from: which words of which document, and who accepted them."""

from dataclasses import dataclass

from almaty import contents, editing
from newsroom.importing.wording import in_words
from newsroom.models import ImportedStory, LostLinkNote, Suggestion


@dataclass
class Trace:
    """One accepted suggestion of a story. `is_there` says whether the story still says it."""

    suggestion: Suggestion
    words: str
    sources: list  # [(block in the document, words)]
    is_there: bool


def traces_of(page, content=None):
    """[Trace] of everything in a story that was accepted from an import, in the document's order.

    `content` is what the story says now; by default what the desk works on.
    """
    content = editing.current_content(page) if content is None else content
    rows = (
        Suggestion.objects.filter(story__news_item=page)
        .taken()
        .select_related("story__document")
        .defer("story__document__blocks")
        .order_by("story__document__made_at", "pk")
    )
    return [trace_of(suggestion, content) for suggestion in rows]


def trace_of(suggestion, content):
    story = suggestion.story
    sources = [
        (story.block_at(evidence["paragraph"]), evidence["text"])
        for evidence in suggestion.evidence
    ]
    words = in_words(suggestion.kind, suggestion.value)
    return Trace(suggestion, words, sources, is_there(suggestion.became, content))


def is_there(became, content):
    """A row is known by its key, and where it has none yet (a draft) by what it says."""
    if "part" in became:
        rows = content.get(became["part"], [])
        if became["key"] is not None and any(row["id"] == became["key"] for row in rows):
            return True
        return any(contents.without_id(row) == became["row"] for row in rows)
    field, value = became.get("field"), became.get("value")
    if field in {"sector", "project"}:
        return content.get(f"{field}_id") == value
    return value in content.get(field, [])


def sources_of(page):
    """The imports a story was made or changed by, the newest first."""
    return (
        ImportedStory.objects.filter(news_item=page)
        .select_related("document")
        .defer("document__blocks", "paragraphs")
        .order_by("-document__made_at", "-pk")
    )


def lost_links_of(page):
    return (
        LostLinkNote.objects.filter(story__news_item=page)
        .select_related("story", "done_by")
        .order_by("pk")
    )
