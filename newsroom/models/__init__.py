"""What happens: stories, the editions that gather them, and the results they report."""

from newsroom.models.imports import (
    Import,
    ImportedStory,
    LostLinkNote,
    RejectedPair,
    Suggestion,
)
from newsroom.models.results import Result, ResultQuerySet
from newsroom.models.snapshots import Snapshot
from newsroom.models.stories import Contribution, EventDate, NewsItem, NewsItemQuerySet

__all__ = [
    "Contribution",
    "EventDate",
    "Import",
    "ImportedStory",
    "LostLinkNote",
    "NewsItem",
    "NewsItemQuerySet",
    "RejectedPair",
    "Result",
    "ResultQuerySet",
    "Snapshot",
    "Suggestion",
]
