import re
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from almaty.management.commands import prepare

pytestmark = pytest.mark.django_db


def output_of(*arguments, **options):
    output = StringIO()
    call_command(*arguments, stdout=output, **options)
    return output.getvalue()


def test_the_first_administrator_can_sign_in_with_what_was_printed(client):
    password = re.search(r"password +(\S+)", output_of("create_first_administrator"))[1]
    client.post("/admin/login/", {"login": "admin", "password": password})
    assert client.get("/admin/").context["user"].is_superuser


def test_there_is_only_one_first_administrator():
    first = output_of("create_first_administrator")
    again = output_of("create_first_administrator", username="other")
    assert User.objects.count() == 1
    assert "password" in first
    assert "password" not in again


def test_two_first_administrators_have_different_passwords():
    first = output_of("create_first_administrator")
    User.objects.all().delete()
    assert output_of("create_first_administrator") != first


def test_a_user_of_that_name_is_not_promoted():
    User.objects.create_user("admin")
    with pytest.raises(CommandError, match="--username"):
        call_command("create_first_administrator")
    assert not User.objects.get(username="admin").is_superuser


@pytest.fixture
def static_site(settings, tmp_path):
    """One static file, and folders of this test's own."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a { color: red }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.DATA_DIR = tmp_path
    return source


def test_static_files_are_collected_again_only_when_one_has_changed(static_site, settings):
    assert "1 static file" in output_of("prepare")
    (settings.STATIC_ROOT / "a.css").unlink()
    assert "Static files: up to date" in output_of("prepare")
    assert not (settings.STATIC_ROOT / "a.css").exists()
    (static_site / "b.css").write_text("b { color: blue }")
    assert "static files copied" in output_of("prepare")
    assert (settings.STATIC_ROOT / "b.css").exists()


def test_static_files_that_are_gone_are_collected_again(static_site, settings):
    output_of("prepare")
    (settings.STATIC_ROOT / "a.css").unlink()
    settings.STATIC_ROOT.rmdir()
    output_of("prepare")
    assert (settings.STATIC_ROOT / "a.css").exists()


def test_a_database_that_refuses_is_told_in_a_sentence(monkeypatch):
    def refuse():
        raise OperationalError("connection refused")

    monkeypatch.setattr(prepare, "migrate", refuse)
    with pytest.raises(CommandError, match=r"(?s)refuses: connection refused.*DATABASE_URL"):
        call_command("prepare", stdout=StringIO())


def test_a_full_disk_is_told_in_a_sentence(monkeypatch):
    def full():
        raise OSError(28, "No space left on device", "/data/x")

    monkeypatch.setattr(prepare, "collect_static", full)
    with pytest.raises(CommandError, match="/data/x cannot be written: No space left"):
        call_command("prepare", stdout=StringIO())
