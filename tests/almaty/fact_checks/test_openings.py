"""Fact-check links: that one was opened is written down, and not by whom."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from almaty.accounts.audit import Event
from tests.almaty.at_once import at_once
from tests.almaty.fact_checks.links import link
from tests.almaty.previews.full import make_draft, make_live_story

pytestmark = pytest.mark.django_db


def openings():
    return LogEntry.objects.filter(action_flag=Event.LINK_OPENED).order_by("pk")


def test_that_a_link_was_opened_is_in_the_log_without_who_it_was(client, editor, admin_client):
    check, address = link(by=editor)
    assert not openings().exists()
    client.get(address, REMOTE_ADDR="203.0.113.7")
    [line] = openings()
    assert (line.user, line.object_id, line.object_repr) == (
        editor,
        str(check.pk),
        "Ministry of Water",
    )
    assert line.change_message == f"version {check.revision.number} of “{check.page}”"
    html = admin_client.get(reverse("admin:admin_logentry_changelist")).content.decode()
    assert "somebody with the link that editor made" in html
    assert "Ministry of Water (fact-check link)" in html
    assert "203.0.113.7" not in html


def test_once_an_hour_for_each_link(client, editor):
    item = make_draft(make_live_story(), None)
    one, two = link(item, by=editor), link(item, by=editor, reader="Ministry of Snow")
    for _check, address in (one, two, one, one):
        client.get(address)
        client.post(address, {"text": "x"})
    assert [line.object_repr for line in openings()] == ["Ministry of Water", "Ministry of Snow"]
    openings().update(action_time=timezone.now() - timedelta(minutes=61))
    client.get(one[1])
    assert openings().count() == 3


def test_what_opens_nothing_leaves_no_line(client, editor):
    check, address = link(by=editor)
    check.revoked_at = timezone.now()
    check.save()
    client.get(address)
    client.get("/check/nothing/")
    assert not openings().exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_readers_at_once_leave_one_line(many_connections, editor):
    _check, address = link(by=editor)
    at_once(*[lambda: Client().get(address).status_code] * 2)
    assert openings().count() == 1
