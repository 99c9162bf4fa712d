"""People of every role, and what they type."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.apps import apps
from django.contrib.auth.models import Group, User

from almaty.accounts import roles

PASSWORD = "three-quiet-mountains"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_person(role="editor", username=None, **fields):
    """Staff of a role; the groups are there even where another test emptied the database."""
    if not Group.objects.filter(name=role).exists():
        roles.write(apps)
    person = User.objects.create_user(
        username or role, password=PASSWORD, **{"is_staff": True} | fields
    )
    person.groups.add(Group.objects.get(name=role))
    return person


def give_second_factor(person):
    """Returns the recovery codes."""
    totp.TOTP.activate(person, SECRET)
    return RecoveryCodes.activate(person).get_unused_codes()


def code_of_now(secret=SECRET, later=0):
    counter = list(totp.yield_hotp_counters_from_time())[1] + later
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def sign_in(client, username, password=PASSWORD, path="/admin/login/", **headers):
    return client.post(path, {"login": username, "password": password}, **headers)


def is_signed_in(client):
    return client.get("/admin/session/").json()["signed_in"]


def has_second_factor(person):
    return Authenticator.objects.filter(user=person, type="totp").exists()
