import io
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from newsroom.importing.recognition import Register
from newsroom.models import NewsItem, Snapshot
from programmes.models import Country

NEWSLETTER = """Field letter, July – December 2022

Herders learn to read the snow
In October 2022 a group of herders met in Naryn and compared notes on the snow. They visited the in
Bishkek afterwards.

Choir of the lake sings again
On 12 November 2022 the choir of the lake held its first concert, and everybody in the hall stood.
"""
KEYS = {
    *("headline", "paragraphs", "sectors", "countries", "places", "project", "partners"),
    *("results", "dates", "tags", "lost_links"),
}


@pytest.fixture
def letter(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text(NEWSLETTER, encoding="utf-8")
    return file


def run(capsys, *words):
    """(exit code, standard output, standard error)"""
    try:
        call_command("import_snapshot", *map(str, words))
        code = 0
    except SystemExit as left:
        code = left.code
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.django_db
def test_json_is_one_object_by_the_contract(capsys, letter):
    code, out, err = run(capsys, letter, "--dry-run", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == [
        *("period", "period_start", "period_end", "language", "stories", "warnings"),
    ]
    assert (found["period"], found["period_start"], found["period_end"], found["language"]) == (
        *("2022-h2", "2022-07-01", "2022-12-31", "en"),
    )
    assert [set(story) for story in found["stories"]] == [KEYS, KEYS]
    assert found["stories"][0]["headline"] == "Herders learn to read the snow"
    assert [link["paragraph"] for link in found["stories"][0]["lost_links"]] == [0]
    assert "Nothing was written." in err


@pytest.mark.django_db
def test_a_dry_run_writes_nothing(capsys, letter):
    run(capsys, letter, "--dry-run")
    assert not any(model.objects.exists() for model in (NewsItem, Snapshot, Country))


def test_it_does_without_a_database(capsys, letter, monkeypatch):
    def missing():
        raise DatabaseError("no such table")

    monkeypatch.setattr(Register, "from_database", missing)
    code, out, err = run(capsys, letter, "--dry-run", "--format", "json")
    assert code == 0
    assert len(json.loads(out)["stories"]) == 2
    assert "only built-in names" in err


def test_without_tables_nothing_lands_and_a_sentence_says_so(letter, monkeypatch):
    def missing():
        raise DatabaseError("no such table: programmes_country")

    monkeypatch.setattr(Register, "from_database", missing)
    with pytest.raises(CommandError, match=r"Nothing was written: .*no such table"):
        call_command("import_snapshot", str(letter))


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["ascii", "koi8-r", "utf-8"])
def test_json_comes_whole_through_any_terminal(letter, encoding):
    letter.write_text(NEWSLETTER.replace("choir", "хор “Әлия” 🎶"), encoding="utf-8")
    stdout = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    call_command("import_snapshot", str(letter), "--dry-run", "--format=json", stdout=stdout)
    stdout.flush()
    found = json.loads(stdout.buffer.getvalue().decode("utf-8"))
    assert found["stories"][1]["headline"] == "Choir of the lake sings again"
    assert "“Әлия” 🎶" in found["stories"][1]["paragraphs"][0]


@pytest.mark.django_db
def test_the_summary_is_a_table_with_whole_headlines(capsys, letter):
    _code, out, _err = run(capsys, letter, "--dry-run")
    lines = out.splitlines()
    columns, *rows = lines[lines.index("") + 1 :]
    assert [row[columns.index("Headline") :] for row in rows] == [
        *("Herders learn to read the snow", "Choir of the lake sings again"),
    ]
    assert rows[0].split()[:6] == ["1", "1", "0", "0", "1", "1"]


def test_it_leaves_no_database_behind(letter, tmp_path):
    command = [sys.executable, "manage.py", "import_snapshot", letter, "--dry-run"]
    surroundings = os.environ | {"SECRET_KEY": "x", "DATA_DIR": str(tmp_path / "data")}
    surroundings |= {"DATABASE_URL": ""}
    done = subprocess.run(  # noqa: S603
        command, cwd=settings.BASE_DIR, env=surroundings, capture_output=True, check=True
    )
    assert b"only built-in names" in done.stderr
    assert not list(tmp_path.rglob("*.sqlite3"))


@pytest.mark.django_db
def test_the_editor_knows_period_and_language_better(capsys, letter):
    words = ("--dry-run", "--format", "json", "--period", "2021", "--language", "ru")
    _code, out, _err = run(capsys, letter, *words)
    found = json.loads(out)
    assert (found["period"], found["period_end"], found["language"]) == ("2021", "2021-12-31", "ru")


@pytest.mark.django_db
def test_a_document_without_news_says_so(capsys, tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("Milk\nBread\nTwo lemons\n", encoding="utf-8")
    code, out, _err = run(capsys, file, "--dry-run", "--format", "json")
    found = json.loads(out)
    assert (code, found["stories"]) == (0, [])
    assert "No news was found" in found["warnings"][0]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7 ..."])
def test_a_refused_document_is_one_sentence_and_code_2(capsys, tmp_path, content):
    file = tmp_path / "letter.docx"
    file.write_bytes(content)
    code, out, err = run(capsys, file, "--dry-run", "--format", "json")
    assert (code, out) == (2, "")
    assert err.startswith("This ")
    assert err.count("\n") == 1


def test_a_missing_file_is_one_sentence_and_code_2(capsys, tmp_path):
    code, out, err = run(capsys, tmp_path / "nowhere.txt", "--dry-run", "--format", "json")
    assert (code, out) == (2, "")
    assert "nowhere.txt cannot be read" in err


def test_an_impossible_period_is_refused(capsys, letter):
    with pytest.raises(Exception, match="2024-h2"):
        run(capsys, letter, "--dry-run", "--period", "2024-h3")
