"""What each database adds to the table of search entries, so that it can look words up.

Both keep it themselves, by triggers or as a generated column: no writer can forget it. SQLite makes
the table anew when a later migration changes it, and the triggers go: install again after that.
"""

SQLITE = [
    # No accents are taken off (й is not и); words are asked for by column, never as phrases.
    """
    CREATE VIRTUAL TABLE almaty_search_words USING fts5(
        head, lead, rest, content='almaty_searchentry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', detail=column
    )
    """,
    """
    CREATE TRIGGER almaty_search_added AFTER INSERT ON almaty_searchentry BEGIN
        INSERT INTO almaty_search_words(rowid, head, lead, rest)
        VALUES (new.id, new.head, new.lead, new.rest);
    END
    """,
    """
    CREATE TRIGGER almaty_search_removed AFTER DELETE ON almaty_searchentry BEGIN
        INSERT INTO almaty_search_words(almaty_search_words, rowid, head, lead, rest)
        VALUES ('delete', old.id, old.head, old.lead, old.rest);
    END
    """,
    """
    CREATE TRIGGER almaty_search_changed AFTER UPDATE ON almaty_searchentry BEGIN
        INSERT INTO almaty_search_words(almaty_search_words, rowid, head, lead, rest)
        VALUES ('delete', old.id, old.head, old.lead, old.rest);
        INSERT INTO almaty_search_words(rowid, head, lead, rest)
        VALUES (new.id, new.head, new.lead, new.rest);
    END
    """,
    # What was there before, when this is installed again.
    "INSERT INTO almaty_search_words(almaty_search_words) VALUES ('rebuild')",
]
# One column for each part with those before it, so that a query needs no weights: for a weight
# PostgreSQL would read the words of every row it finds. It is also asked through a function, as the
# planner takes reading the words of all rows for cheap when they stand outside the row, as they do.
POSTGRESQL = [
    statement.format(part=part, text=text)
    for part, text in (
        ("head", "head"),
        ("lead", "head || lead"),
        ("rest", "head || lead || rest"),
    )
    for statement in (
        """
        ALTER TABLE almaty_searchentry ADD COLUMN words_of_{part} tsvector
        GENERATED ALWAYS AS (strip(to_tsvector('pg_catalog.simple', {text}))) STORED
        """,
        "CREATE INDEX almaty_search_{part} ON almaty_searchentry USING gin (words_of_{part})",
        """
        CREATE FUNCTION almaty_search_{part}(tsquery) RETURNS SETOF bigint
        LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off SET jit = off
        AS 'SELECT id FROM almaty_searchentry WHERE words_of_{part} @@ $1'
        """,
    )
]
SQLITE_UNDO = [
    "DROP TRIGGER IF EXISTS almaty_search_added",
    "DROP TRIGGER IF EXISTS almaty_search_removed",
    "DROP TRIGGER IF EXISTS almaty_search_changed",
    "DROP TABLE IF EXISTS almaty_search_words",
]
POSTGRESQL_UNDO = [
    statement.format(part=part)
    for part in ("head", "lead", "rest")
    for statement in (
        "DROP FUNCTION IF EXISTS almaty_search_{part}(tsquery)",
        "ALTER TABLE almaty_searchentry DROP COLUMN IF EXISTS words_of_{part}",
    )
]


def install(apps, schema_editor):
    """For RunPython, after the table was made or changed."""
    uninstall(apps, schema_editor)
    run(schema_editor, SQLITE, POSTGRESQL)


def uninstall(apps, schema_editor):
    run(schema_editor, SQLITE_UNDO, POSTGRESQL_UNDO)


def run(schema_editor, sqlite, postgresql):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in sqlite if is_sqlite else postgresql:
        schema_editor.execute(statement)


def rebuild(connection):
    """Words anew from the rows. Only SQLite's index can differ from its table."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(SQLITE[-1])


def verify(connection):
    """Raises DatabaseError where the words differ from the rows."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO almaty_search_words(almaty_search_words, rank)"
                " VALUES ('integrity-check', 1)"
            )
