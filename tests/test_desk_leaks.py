"""Nobody sees at the desk what they may not edit: a contributor looks everywhere for rare words."""

import re
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from almaty import editing, presence
from almaty.fact_check_links import make_link
from almaty.publishing import Status
from almaty.revisions import Revision
from newsroom.models import NewsItem, RejectedPair, Result, Snapshot
from programmes.models import Partner, Project
from tests.almaty.accounts.people import make_person
from tests.factories import (
    make_country,
    make_import,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)
from tests.forms import errors_of, submit
from tests.test_leaks import MARKER, archive  # noqa: F401 the fixture

pytestmark = pytest.mark.django_db
DRAFT = {"status": Status.DRAFT, "published_at": None}
KINDS = {
    NewsItem: "newsroom/newsitem",
    Snapshot: "newsroom/snapshot",
    Project: "programmes/project",
    Partner: "programmes/partner",
}
OF_A_PAGE = ["change/", "change/?_popup=1", "history/", "compare/?a=live&b=draft", "preview/"]
OF_A_PAGE += ["preview/?revision=1", "fact-checks/", "delete/", "keep/", "undelete/", "publish/"]
OF_A_LIST = ["", "?q=zzq", "?state=draft", "?draft__isnull=0", "?draft__content__icontains=zzq"]
OF_A_LIST += ["bin/", "merge/?survivor=1&lost=2"]
CHOICES = ["newsitem&field_name=project", "newsitem&field_name=snapshot"]
CHOICES += ["contribution&field_name=partner"]
ADDRESSES = ["/admin/", "/admin/newsroom/result/", "/admin/newsroom/result/?q=zzq"]
ADDRESSES += ["/admin/newsroom/import/1/", "/admin/newsroom/import/1/1/", "/admin/admin/logentry/"]
ADDRESSES += [
    f"/admin/autocomplete/?app_label=newsroom&model_name={choice}&term=zzq" for choice in CHOICES
]


@pytest.fixture
def secrets(archive):  # noqa: F811
    """Of the archive's pages, hidden and public, also what is said of them at the desk."""
    editor = make_person("editor", "anna")
    for page in [page for model in KINDS for page in model.objects.order_by("pk")[:2]]:
        editing.submit(page, editor, comment=f"{MARKER} comment")
        first = Revision.objects.of(page).first()
        check, _token = make_link(first, editor, f"{MARKER} reader", "en")
        said = {"quotation": f"{MARKER} quotation", "text": f"{MARKER} said"}
        check.comments.create(paragraph=1, **said)
        presence.here(editor, page)
    for story in [NewsItem.objects.get(title="Open story"), NewsItem.objects.earliest("pk")]:
        imported = make_import(story, name=f"{MARKER} file").stories.get()
        RejectedPair.objects.all().delete()
        imported.lost_links.create(text=f"{MARKER} link", paragraph=0, start=0, end=2)


def looked_for(client):
    """[(address, status, the words around the marker or "")] of all that a contributor may try."""
    addresses = [*ADDRESSES]
    for model, kind in KINDS.items():
        addresses += [f"/admin/{kind}/{narrowed}" for narrowed in OF_A_LIST]
        for page in model.objects.order_by("pk")[:2]:  # a public one and a hidden one
            addresses += [f"/admin/{kind}/{page.pk}/{what}" for what in OF_A_PAGE]
            on_site = ContentType.objects.get_for_model(page).pk
            addresses.append(f"/admin/r/{on_site}/{page.pk}/")
    for result in Result.objects.order_by("pk")[:2]:
        addresses += [f"/admin/newsroom/result/{result.pk}/{what}" for what in OF_A_PAGE[:3]]
    for address in addresses:
        answer = client.get(address)
        text = f"{sorted(answer.headers.items())} {answer.content.decode()}"
        found = re.search(f"{MARKER}[ -].*", text)
        yield address, answer.status_code, found[0][:80] if found else ""


def test_a_contributor_finds_no_hidden_word_at_the_desk(client, secrets):
    client.force_login(make_person("contributor"))
    looked = list(looked_for(client))
    assert {status for _a, status, _found in looked} <= {200, 302, 400, 403, 404, 405}
    assert len([status for _a, status, _found in looked if status == 200]) >= 25
    assert [(address, found) for address, _status, found in looked if found] == []


def test_the_look_would_find_it(client, secrets):
    """The planted fault: the same look, by somebody who may edit everything."""
    client.force_login(make_person("editor"))
    assert any(found for _address, _status, found in looked_for(client))


def showing_a_hidden_subject(client, person):
    """Addresses at which the name of a sector or a country that is a draft stands."""
    sector, country = make_sector("Zzq sector", **DRAFT), make_country("Zzq country", **DRAFT)
    make_sector("Open sector"), make_country("Open country")
    place = country.places.create(name="Zzq place", kind="city")
    own = [make(made_by=person, **DRAFT) for make in (make_news_item, make_project)]
    lists = ["newsroom/newsitem/", "newsroom/result/", "programmes/project/", "programmes/partner/"]
    lists += ["programmes/place/", "programmes/sector/", "programmes/country/"]
    forms = [form_of(page).removeprefix("/admin/") for page in own]
    forms += [f"{KINDS[NewsItem]}/add/", f"{KINDS[Project]}/add/", "programmes/place/add/"]
    forms += [f"programmes/place/{place.pk}/change/"]
    shown = {address: client.get(f"/admin/{address}").content.decode() for address in lists + forms}
    assert sum("Open " in html for html in shown.values()) >= 9
    hidden = [str(sector), str(country), str(place)]
    return [address for address, html in shown.items() if any(name in html for name in hidden)]


@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_a_hidden_sector_or_country_stands_in_no_list_of_choices(client, role):
    person = make_person(role)
    client.force_login(person)
    shown = showing_a_hidden_subject(client, person)
    assert bool(shown) == (role == "editor"), shown


def test_a_hidden_country_is_not_chosen_by_its_number_and_stays_where_it_stands(client):
    contributor, hidden = make_person("contributor"), make_country("Not for you", **DRAFT)
    client.force_login(contributor)
    story = make_news_item(made_by=contributor, **DRAFT)
    assert list(errors_of(submit(client, form_of(story), countries=[hidden.pk]))) == ["countries"]
    story.countries.add(hidden)
    assert submit(client, form_of(story), title_en="Changed").status_code == 302
    assert [*story.countries.all()] == [hidden]


# What waits beside a page ------------------------------------------------------------------------


def test_who_may_only_read_a_page_is_not_told_that_something_waits_beside_it(client):
    story, at = make_news_item("Open story", title_ru="Ру"), timezone.now() + timedelta(days=40)
    editing.save(story, editing.current_content(story) | {"title_en": "Changed"}, None)
    editing.publish(story, None, at=at)
    editing.submit(story, None)
    editing.withdraw(story, None, at=at + timedelta(days=1))
    told = ["changes from", "in review", "public until", "(RU)"]
    told += [f"{at.day} {at:%b %Y}", f"{at:%Y-%m}"]

    def found(role):
        client.force_login(make_person(role))
        rows = client.get("/admin/newsroom/newsitem/").content.decode().partition("result_list")[2]
        shown = [rows.partition("</table>")[0], client.get(form_of(story)).content.decode()]
        lists = [
            f"/admin/newsroom/newsitem/?{narrowed}"
            for narrowed in ("state=changed", "state=review", "task=scheduled", "task=stale")
        ]
        home = [section["name"] for section in client.get("/admin/").context["sections"]]
        listed = [bool(client.get(path).context["cl"].result_list) for path in lists]
        return [words for words in told if any(words in html for html in shown)], listed, home

    words, listed, home = found("contributor")
    assert (words, any(listed), home) == ([], False, [])
    asked = ["review=submitted", "draft__isnull=0", "due_at__gt=2020-01-01", "version__gt=1"]
    asked = [client.get(f"/admin/newsroom/newsitem/?{query}") for query in asked]
    assert [answer.status_code for answer in asked] == [400] * 4
    words, listed, home = found("editor")
    assert len(words) > 2
    assert all(listed)
    assert home


@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_the_periods_to_choose_from_are_those_of_pages_one_may_see(client, role):
    client.force_login(make_person(role))
    make_news_item(period="2019-h1", **DRAFT)
    html = client.get("/admin/newsroom/newsitem/").content.decode()
    assert ("2019-h1" in html) == (role == "editor")


# What may be chosen ------------------------------------------------------------------------------


@pytest.fixture
def contributor(client):
    person = make_person("contributor")
    client.force_login(person)
    return person


def form_of(page):
    return f"/admin/{KINDS[type(page)]}/{page.pk}/change/"


@pytest.mark.parametrize(
    ("field", "make"), [("project", make_project), ("snapshot", make_snapshot)]
)
def test_a_hidden_page_is_not_chosen_by_its_number(client, contributor, field, make):
    hidden = make(title="Not for you", **DRAFT)
    story = make_news_item(made_by=contributor, **DRAFT)
    answer = submit(client, form_of(story), **{field: hidden.pk})
    assert list(errors_of(answer)) == [field]
    assert "Not for you" not in answer.content.decode()


def test_a_hidden_partner_is_not_chosen_in_a_row(client, contributor):
    hidden = make_partner("Not for you", **DRAFT)
    story = make_news_item(made_by=contributor, **DRAFT)
    story.contributions.create(partner=make_partner(), role="host")
    answer = submit(client, form_of(story), **{"contributions-0-partner": hidden.pk})
    assert answer.status_code == 200
    assert "Not for you" not in answer.content.decode()


def test_what_an_editor_has_joined_to_a_page_stays_there(client, contributor):
    story = make_news_item(made_by=contributor, project=make_project(**DRAFT), **DRAFT)
    story.contributions.create(partner=make_partner(**DRAFT), role="host")
    assert submit(client, form_of(story), title_en="Changed").status_code == 302
    story.refresh_from_db()
    assert (story.title, story.project_id is None) == ("Changed", False)
    assert story.contributions.count() == 1


def test_what_lies_in_the_bin_is_not_chosen_and_stays_where_it_stands(admin_client):
    gone = make_project(status=Status.DELETED, deleted_at=timezone.now())
    story, other = make_news_item(**DRAFT), make_news_item(project=gone, **DRAFT)
    assert list(errors_of(submit(admin_client, form_of(story), project=gone.pk))) == ["project"]
    assert submit(admin_client, form_of(other), title_en="Changed").status_code == 302


@pytest.mark.parametrize("make", [make_news_item, make_project, make_partner])
def test_a_taken_address_says_nothing_of_the_hidden_page_that_has_it(client, contributor, make):
    """That it is taken is said: SECURITY.md."""
    make("Not for you", slug="taken", **DRAFT)
    own = make(made_by=contributor, **DRAFT)
    answer = submit(client, form_of(own), slug="taken")
    assert list(errors_of(answer)) == ["slug"]
    assert "Not for you" not in answer.content.decode()
