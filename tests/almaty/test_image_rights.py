"""What is said of a picture waits in no draft: who may change it, then."""

import pytest

from tests.almaty.accounts.people import make_person
from tests.factories import make_image, make_news_item
from tests.forms import FormReader

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "is_own", "is_shown", "status"),
    [
        ("contributor", True, False, 302),
        ("contributor", True, True, 403),
        ("contributor", False, False, 403),
        ("editor", False, True, 302),
    ],
)
def test_a_contributor_changes_no_picture_that_the_public_sees(
    client, role, is_own, is_shown, status
):
    person = make_person(role)
    image = make_image(uploaded_by=person if is_own else None)
    if is_shown:
        make_news_item(image=image)
    client.force_login(person)
    url = f"/admin/almaty/image/{image.pk}/change/"
    typed = {"alt_en": "A new description", "focal_point": "0.5x0.5"}
    opened = FormReader(client.get(url).content.decode()).fields
    answer = client.post(url, opened | typed)
    assert answer.status_code == status
    image.refresh_from_db()
    assert (image.alt_en == "A new description") is (status == 302)
