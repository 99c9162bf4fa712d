from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.almaty.accounts.people import (
    give_second_factor,
    has_second_factor,
    is_signed_in,
    make_person,
    sign_in,
)

pytestmark = pytest.mark.django_db


def reset(username):
    output = StringIO()
    call_command("reset_second_factor", username, stdout=output)
    return output.getvalue().strip()


def test_a_lost_second_factor_is_taken_away_and_the_lock_opened(client):
    person = make_person("administrator")
    give_second_factor(person)
    for _n in range(5):
        sign_in(client, "administrator", "wrong")
    assert reset("administrator") == "“administrator” signs in by password alone."
    assert not has_second_factor(person)
    sign_in(client, "administrator")
    assert is_signed_in(client)
    assert reset("administrator") == "“administrator” had no second factor."


def test_a_name_that_nobody_has_is_told():
    with pytest.raises(CommandError, match="Nobody is called “nobody”"):
        reset("nobody")
