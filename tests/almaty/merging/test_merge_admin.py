"""Merging at the desk: ticked, looked at, done, undone; and who may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag

from almaty import bin as desk_bin
from almaty import contents, editing, merge
from almaty.merges import Merge
from almaty.publishing import Status
from newsroom.models import NewsItem
from tests.almaty.accounts.people import make_person
from tests.almaty.merging.pages import draft, reread
from tests.factories import make_news_item, make_partner

pytestmark = pytest.mark.django_db
LIST = "/admin/programmes/partner/"


def sent(lost, survivor, **more):
    given = {f"version-{page.pk}": reread(page).version for page in (lost, survivor)}
    return {"survivor": survivor.pk, "lost": lost.pk} | given | more


def test_two_are_ticked_looked_at_and_merged(admin_client, partners):
    lost, survivor = partners
    ticked = {"action": "merge", "_selected_action": [lost.pk, survivor.pk]}
    asked = admin_client.post(LIST, ticked, follow=True)
    html = asked.content.decode()
    assert "Ministry of Water Resources" in html
    assert "The other way round" in html
    asked = admin_client.get(LIST + f"merge/?survivor={survivor.pk}&lost={lost.pk}")
    html = asked.content.decode()
    assert "(only in draft changes)" in html
    assert 'name="take-name_en"' in html
    answer = admin_client.post(
        LIST + "merge/", sent(lost, survivor, **{"take-name_en": "lost"}), follow=True
    )
    assert "Undo this merge" in answer.content.decode()
    assert reread(survivor).name_en == "Ministry of Water"
    done = Merge.objects.get()
    answer = admin_client.post(
        LIST + "unmerge/", {"merge": done.pk, "version": reread(survivor).version}, follow=True
    )
    assert "is apart from" in answer.content.decode()
    assert "Undo this merge" not in answer.content.decode()
    assert reread(lost).is_published()


def test_the_list_asks_for_exactly_two(admin_client):
    keys = [make_partner().pk for _n in range(3)]
    for ticked in (keys[:1], keys):
        data = {"action": "merge", "_selected_action": ticked}
        assert "exactly two" in admin_client.post(LIST, data, follow=True).content.decode()


def test_a_merge_on_an_older_version_is_refused(admin_client, partners):
    lost, survivor = partners
    given = sent(lost, survivor)
    draft(lost, note="Changed")
    answer = admin_client.post(LIST + "merge/", given)
    assert answer.status_code == 409
    assert "Nothing was merged" in answer.content.decode()
    assert not Merge.objects.exists()
    without = {"survivor": survivor.pk, "lost": lost.pk}
    assert admin_client.post(LIST + "merge/", without).status_code == 409


def test_undoing_on_an_older_version_or_twice_is_refused(admin_client, partners):
    lost, survivor = partners
    done = merge.merge(lost, survivor, None)
    given = {"merge": done.pk, "version": 0}
    answer = admin_client.post(LIST + "unmerge/", given, follow=True)
    assert "is not undone" in answer.content.decode()
    desk_bin.forget(reread(lost))
    given["version"] = reread(survivor).version
    answer = admin_client.post(LIST + "unmerge/", given, follow=True)
    assert "is not undone" in answer.content.decode()
    assert "Undo this merge" not in answer.content.decode()


def test_what_waits_beside_the_page_that_goes_is_told_of_before(partners, admin_client, admin_user):
    lost, survivor = partners
    query = f"merge/?survivor={survivor.pk}&lost={lost.pk}"
    words = "has unpublished changes by admin of today. They are not merged"
    assert words not in admin_client.get(LIST + query).content.decode()
    asked_before = sent(lost, survivor)
    changed = contents.content_of(lost) | {"description_en": "<p>Not yet public</p>"}
    editing.save(lost, changed, admin_user)
    answer = admin_client.get(LIST + query)
    assert f"“{lost}” {words}" in answer.content.decode()
    compared = admin_client.get(answer.context["compare_url"]).content.decode()
    assert "Not yet public" in compared
    answer = admin_client.post(LIST + "merge/", asked_before)
    assert answer.status_code == 409
    assert words in answer.content.decode()
    admin_client.post(LIST + "merge/", sent(reread(lost), survivor))
    assert "Not yet public" in reread(lost).draft.content["description_en"]
    assert "Not yet public" not in str(contents.content_of(survivor))


def test_tags_are_merged_and_parted_at_the_desk(admin_client):
    make_news_item(tags=["ice", "snow"])
    ice, snow = Tag.objects.get(name="ice"), Tag.objects.get(name="snow")
    listed = "/admin/taggit/tag/"
    assert admin_client.get(listed + f"merge/?survivor={ice.pk}&lost={snow.pk}").status_code == 200
    answer = admin_client.post(listed + "merge/", sent_of_tags(snow, ice), follow=True)
    assert "Undo this merge" in answer.content.decode()
    admin_client.post(listed + "unmerge/", {"merge": Merge.objects.get().pk})
    assert set(NewsItem.objects.get().tags.names()) == {"ice", "snow"}


def sent_of_tags(lost, survivor):
    names = {f"version-{tag.pk}": tag.name for tag in (lost, survivor)}
    return {"survivor": survivor.pk, "lost": lost.pk} | names


@pytest.mark.parametrize("which", [0, 1])
def test_a_tag_renamed_since_the_question_is_not_merged(admin_client, which):
    make_news_item(tags=["ice", "snow"])
    two = [Tag.objects.get(name="ice"), Tag.objects.get(name="snow")]
    given = sent_of_tags(*two)
    Tag.objects.filter(pk=two[which].pk).update(name="Glaciers")
    answer = admin_client.post("/admin/taggit/tag/merge/", given)
    assert answer.status_code == 409
    assert 'value="Glaciers"' in answer.content.decode()  # what the next answer is held against
    assert not Merge.objects.exists()
    without = {"survivor": two[0].pk, "lost": two[1].pk}
    assert admin_client.post("/admin/taggit/tag/merge/", without).status_code == 409


def statuses(client, lost, survivor):
    query = f"?survivor={survivor.pk}&lost={lost.pk}"
    return (
        client.get(LIST + "merge/" + query).status_code,
        client.post(LIST + "merge/", sent(lost, survivor)).status_code,
    )


def test_merging_needs_the_rights_to_change_delete_and_publish(client, partners):
    lost, survivor = partners
    assert statuses(client, lost, survivor) == (302, 302)
    client.force_login(make_person("contributor"))
    assert statuses(client, lost, survivor) == (403, 403)
    client.force_login(make_person("editor"))
    assert statuses(client, lost, survivor) == (403, 403)  # the public would see it
    drafts = [make_partner(status=Status.DRAFT, published_at=None) for _n in range(2)]
    assert statuses(client, *drafts) == (200, 302)
    client.force_login(make_person("publisher"))
    assert statuses(client, lost, survivor) == (200, 302)
    done = Merge.objects.get(lost_id=lost.pk)
    client.force_login(make_person("contributor", "other"))
    given = {"merge": done.pk, "version": reread(survivor).version}
    assert client.post(LIST + "unmerge/", given).status_code == 403
    assert client.get(LIST + "unmerge/").status_code == 405


def test_merging_drafts_that_a_public_page_names_needs_the_right_to_publish(client):
    drafts = [make_partner(status=Status.DRAFT, published_at=None) for _n in range(2)]
    make_news_item().contributions.create(partner=drafts[0], role="host")
    client.force_login(make_person("editor"))
    assert statuses(client, *drafts) == (403, 403)
    assert statuses(client, *reversed(drafts)) == (403, 403)
    client.force_login(make_person("publisher"))
    assert statuses(client, *drafts) == (200, 302)


def test_who_may_not_publish_brings_back_nothing_that_was_public(client):
    lost, survivor = make_partner(), make_partner(status=Status.DRAFT, published_at=None)
    done = merge.merge(lost, survivor, None)
    given = {"merge": done.pk, "version": reread(survivor).version}
    client.force_login(make_person("editor"))
    history = reverse("admin:programmes_partner_history", args=[survivor.pk])
    assert "Undo this merge" not in client.get(history).content.decode()
    assert client.post(LIST + "unmerge/", given).status_code == 403
    assert reread(lost).status == Status.DELETED
    client.force_login(make_person("publisher"))
    assert "Undo this merge" in client.get(history).content.decode()
    assert client.post(LIST + "unmerge/", given).status_code == 302
    assert reread(lost).is_published()


def test_merging_tags_that_readers_see_needs_the_right_to_publish(client):
    make_news_item(tags=["ice"])
    make_news_item(tags=["snow", "rime"], status=Status.DRAFT, published_at=None)
    ice, snow, rime = (Tag.objects.get(name=name) for name in ("ice", "snow", "rime"))
    client.force_login(make_person("editor"))

    def merged(lost, survivor):
        return client.post("/admin/taggit/tag/merge/", sent_of_tags(lost, survivor)).status_code

    assert (merged(snow, ice), merged(rime, snow)) == (403, 302)
    client.force_login(make_person("publisher"))
    assert merged(snow, ice) == 302


@pytest.mark.parametrize("query", ["", "?survivor=1", "?survivor=x&lost=y", "?survivor=9&lost=9"])
def test_what_is_not_two_of_them_is_not_found(admin_client, query):
    make_partner(pk=9)
    assert admin_client.get(LIST + "merge/" + query).status_code == 404
    url = reverse("admin:programmes_partner_unmerge")
    assert admin_client.post(url, {"merge": "x"}).status_code == 404


def test_payloads_in_names_do_not_run(admin_client):
    hostile = "<script>alert(1)</script>"
    lost, survivor = make_partner(hostile + "1", description=hostile), make_partner(hostile)
    make_news_item(hostile).contributions.create(partner=lost, role="host")
    query = f"?survivor={survivor.pk}&lost={lost.pk}"
    asked = admin_client.get(LIST + "merge/" + query)
    done = admin_client.post(LIST + "merge/", sent(lost, survivor), follow=True)
    for answer in (asked, done):
        assert "<script>alert" not in answer.content.decode()
        assert "&lt;script&gt;alert" in answer.content.decode()


def test_the_history_asks_the_same_rights_once_for_all_merges(admin_client):
    survivor, *others = (make_partner() for _n in range(4))
    address = reverse("admin:programmes_partner_history", args=[survivor.pk])
    asked = []
    for lost in others:
        merge.merge(lost, reread(survivor), None)
        with CaptureQueriesContext(connection) as queries:
            answer = admin_client.get(address)
        asked.append(len(queries))
    assert answer.content.decode().count("Undo this merge") == 3
    assert asked[2] - asked[1] <= 2  # whether it can be undone
