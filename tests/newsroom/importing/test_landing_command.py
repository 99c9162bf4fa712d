"""`manage.py import_snapshot` without --dry-run: what it writes, says and answers."""

import io
import json
import os

import pytest
from django.core.management import call_command

from newsroom.models import Import, NewsItem
from tests.newsroom.importing.office import STORIES, TEACHERS, counts, text_of

pytestmark = pytest.mark.usefixtures("register", "data_dir")


def run(path, *options):
    out, err = io.StringIO(), io.StringIO()
    code = 0
    try:
        call_command("import_snapshot", str(path), *options, stdout=out, stderr=err)
    except SystemExit as ended:
        code = ended.code
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "edition.md"
    path.write_text(text_of())
    return path


def test_it_lands_and_says_so(file):
    code, out, err = run(file)
    assert code == 0
    assert NewsItem.objects.count() == 3
    assert "3 new drafts" in out
    assert "Story 3: " in err


def test_a_file_may_be_named_by_bytes_that_are_no_letters(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff edition.md")
    path.write_text(text_of())
    assert run(path)[0] == 0
    assert Import.objects.get().name == "\ufffd edition.md"


def test_again_it_says_what_is_known(file):
    run(file)
    before = counts()
    code, out, err = run(file)
    assert code == 0
    assert counts() == before
    assert "Imported before" in out
    assert "Nothing was written." in err


def test_json_is_one_object_that_names_the_import(file):
    _code, out, _err = run(file, "--format", "json")
    told = json.loads(out)
    assert [story["headline"] for story in told["stories"]] == [story[0] for story in STORIES]
    landed = {"import": Import.objects.get().pk, "created": 3, "known": 0, "amended": 0}
    assert told["landed"] == landed | {"is_new": True}


def test_a_dry_run_writes_nothing(file, data_dir):
    before = counts()
    code, _out, _err = run(file, "--dry-run")
    assert code == 0
    assert counts() == before
    assert not (data_dir / "imports").exists()


def test_without_a_period_it_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(text_of([TEACHERS], period="Notes"))
    code, out, err = run(path)
    assert (code, out) == (2, "")
    assert "choose the period" in err.splitlines()[-1]
    assert run(path, "--period", "2024-h2")[0] == 0
    assert Import.objects.get().period == "2024-h2"


def test_without_news_nothing_is_written(tmp_path):
    path = tmp_path / "list.md"
    path.write_text("# Price list\n\nPencils, 3. Pens, 4.\n")
    before = counts()
    code, _out, err = run(path)
    assert code == 0
    assert "No news was found" in err
    assert counts() == before
