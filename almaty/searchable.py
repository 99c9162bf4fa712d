"""The table that is searched: a row for every public object and language it exists in."""

from datetime import UTC, datetime

from django.db import models

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


class SearchEntry(models.Model):
    """What one object says in one language, as it is found and as it is shown.

    A row here makes nothing public: every search asks the object's own `published()` as well.
    The tables that databases search by (FTS5; a column of PostgreSQL's) stand in the migration and
    are kept by the database itself.
    """

    kind = models.CharField(max_length=50)  # "newsroom.newsitem"
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2)
    # From when the row counts: it may hold the name of a project that is public from then only.
    since = models.DateTimeField(default=ALWAYS)
    date = models.DateTimeField(null=True)
    title = models.TextField()
    text = models.TextField()
    # Stems in the order of the text, between blanks; then, each behind a bar, the words themselves.
    head = models.TextField()  # the title and other names of its own
    lead = models.TextField()  # the summary, and the names of what it is joined to
    rest = models.TextField()

    class Meta:
        constraints = [
            # The kind stands second: by its first column an index would tempt SQLite to read all
            # entries of a kind instead of the few that have the words.
            models.UniqueConstraint(
                fields=["object_id", "kind", "language", "since"], name="search_entry_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id} ({self.language})"
