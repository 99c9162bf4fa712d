import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def test_the_living_process_needs_no_database(client):
    response = client.get("/healthz/")  # pytest-django refuses the database to this test
    assert response.content == b"ok\n"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_it_is_ready_when_everything_answers(client):
    response = client.get("/readyz/")
    assert response.status_code == 200
    assert response.content.decode() == "database: ok\ncache: ok\nmigrations: ok\n"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_lost_database_is_named_and_nothing_told_about_it(client, monkeypatch):
    def refuse():
        raise OperationalError("password authentication failed for user secret at 10.0.0.7")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz/")
    assert response.status_code == 503
    assert "database: does not answer" in response.content.decode()
    assert "secret" not in response.content.decode()


@pytest.mark.django_db
def test_a_cache_that_forgets_is_named(client, monkeypatch):
    monkeypatch.setattr(cache, "get", lambda *args, **kwargs: None, raising=False)
    response = client.get("/readyz/")
    assert response.status_code == 503
    assert "cache: does not keep what is written" in response.content.decode()


@pytest.mark.django_db
def test_migrations_that_wait_are_counted(client):
    ((app, latest),) = MigrationLoader(connection).graph.leaf_nodes("newsroom")
    MigrationRecorder(connection).record_unapplied(app, latest)
    response = client.get("/readyz/")
    assert response.status_code == 503
    assert "migrations: " in response.content.decode()
    assert "not applied" in response.content.decode()


@pytest.mark.django_db  # an address that is not there may be an old one
@pytest.mark.parametrize("address", ["/healthz/", "/readyz/"])
def test_probes_have_no_language_and_take_no_form(client, address):
    assert client.get(f"/ru{address}").status_code == 404
    assert client.post(address).status_code == 405
