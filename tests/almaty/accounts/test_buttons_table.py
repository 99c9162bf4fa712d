"""Every button of a page's form, every role: permission_table.py says who may, and this presses."""

import pytest
from django.test import Client

from almaty.page_verbs import VERBS
from almaty.revisions import Revision
from tests.almaty import stages
from tests.almaty.accounts.people import make_person
from tests.almaty.accounts.permission_table import BUTTONS, ROLES
from tests.forms import FormReader

pytestmark = pytest.mark.django_db
OWN = "contributor, his own"


def test_every_button_has_a_row():
    assert {row[0] for row in BUTTONS} == {"_save", *(verb.button for verb in VERBS)}


@pytest.mark.once
@pytest.mark.parametrize(("button", "stage", "answers"), BUTTONS)
def test_who_may_press_it(admin_client, button, stage, answers):
    found = {who: pressed(admin_client, button, stage, who) for who in [*ROLES, OWN]}
    assert found == dict(zip([*ROLES, OWN], answers.split(), strict=True))


def pressed(desk, button, stage, who):
    """The form as an administrator opens it, sent by somebody: a contributor may not open all."""
    role = who.partition(",")[0]
    client, person = Client(), None
    if who != "anonymous":
        person = make_person(role, f"{role} {who == OWN}")
        client.force_login(person)
    page = getattr(stages, stage)(**({"made_by": person} if who == OWN else {}))
    address = f"/admin/newsroom/newsitem/{page.pk}/change/"
    fields = FormReader(desk.get(address).content.decode()).fields
    del fields["kept"]
    typed = {"title_en": "Typed", "comment": "Look at it.", button: "1"}
    answer = client.post(address, fields | typed)
    written = list(Revision.objects.of(page).filter(number__gt=page.version))
    if answer.status_code == 302 and "/login/" not in answer.url:
        assert {revision.author for revision in written} == {person}
        return "yes"
    assert written == []
    # 409: a draft that he may not even see is answered as one that is gone.
    return {403: "no", 409: "no", 302: "in"}.get(answer.status_code, answer)
