import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

pytestmark = pytest.mark.django_db


def is_signed_in(client):
    return client.get("/admin/password_change/").status_code == 200


def test_a_session_that_another_process_ended_is_over_here_too(admin_client):
    assert is_signed_in(admin_client)
    Session.objects.all().delete()
    assert not is_signed_in(admin_client)


def test_a_new_password_ends_every_other_session(client, admin_client, admin_user):
    client.force_login(admin_user)
    assert is_signed_in(client)
    admin_user.set_password("a new and rather long one")
    admin_user.save()
    assert not is_signed_in(client)
    assert not is_signed_in(admin_client)


def test_whoever_is_no_longer_staff_is_out_at_the_next_request(admin_client):
    assert is_signed_in(admin_client)
    User.objects.update(is_active=False)
    assert not is_signed_in(admin_client)
