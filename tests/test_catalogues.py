"""The catalogues: complete, current, compiled."""

import gettext
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests import po

LANGUAGES = ["ru", "kk"]
CATALOGUES = sorted(
    path.relative_to(settings.BASE_DIR).as_posix()
    for folder in settings.LOCALE_PATHS
    for path in folder.glob("*/LC_MESSAGES/*.po")
)
FORMS = {"ru": 4, "kk": 2}


def language_of(path):
    return Path(path).parts[-3]


def test_each_language_has_a_catalogue():
    assert {language_of(path) for path in CATALOGUES} == set(LANGUAGES)


@pytest.mark.parametrize("path", CATALOGUES)
def test_every_entry_is_translated(path):
    for entry in po.read(settings.BASE_DIR / path):
        assert not entry.fuzzy, entry.id
        assert len(entry.words) == (FORMS[language_of(path)] if entry.plural else 1), entry.id
        assert all(entry.words.values()), entry.id


@pytest.mark.parametrize("path", CATALOGUES)
def test_every_placeholder_is_kept(path):
    for entry in po.read(settings.BASE_DIR / path):
        wanted = po.placeholders(entry.plural or entry.id)
        for words in entry.words.values():
            assert po.placeholders(words) == wanted, entry.id


@pytest.mark.parametrize("path", CATALOGUES)
def test_the_compiled_catalogue_is_of_these_words(path):
    path = settings.BASE_DIR / path
    with path.with_suffix(".mo").open("rb") as compiled:
        held = dict(gettext.GNUTranslations(compiled)._catalog)
    del held[""]
    written = {}
    for entry in po.read(path):
        for form, words in entry.words.items():
            written[(entry.key, form) if entry.plural else entry.key] = words
    assert held == written, "`make compilemessages`, and commit the .mo files"


@pytest.mark.skipif(not shutil.which("xgettext"), reason="no GNU gettext on PATH")
def test_the_catalogues_have_every_sentence_of_the_site_and_no_other(tmp_path):
    for name in ("almaty", "newsroom", "programmes", "templates"):
        unread = shutil.ignore_patterns("images", "__pycache__", "library_words")
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name, ignore=unread)
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--no-obsolete", "-l", "ru", "-l", "kk"],
        cwd=tmp_path,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "almaty.settings", "SECRET_KEY": "for-a-test"},
        check=True,
        capture_output=True,
    )
    for language in LANGUAGES:
        path = f"almaty/locale/{language}/LC_MESSAGES/django.po"
        wanted = {entry.key for entry in po.read(tmp_path / path)}
        assert {entry.key for entry in po.read(settings.BASE_DIR / path)} == wanted, (
            "`make messages`, translate what is new, `make compilemessages`"
        )
