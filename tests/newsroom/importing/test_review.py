"""The desk's review of an import: accept, change, reject, one by one or all."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import ModelAdmin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from almaty import editing
from newsroom.importing.suggestions import words_of
from newsroom.importing.tracing import traces_of
from newsroom.importing.values import key_of
from newsroom.models import Import, NewsItem, RejectedPair, Suggestion
from tests.newsroom.importing.office import counts, landed
from tests.newsroom.importing.reviewing import (
    address,
    evidence,
    page_of,
    said,
    send,
    send_change,
    suggestion,
    upload,
)
from tests.newsroom.importing.seeds import seed

pytestmark = pytest.mark.usefixtures("register", "data_dir")


# Accept ------------------------------------------------------------------------------------------


def test_the_screen_shows_text_evidence_and_suggestions(desk, story):
    html = desk.get(address(story)).content.decode()
    assert '<mark data-suggestions="' in html
    assert "country named" in html
    for row in story.suggestions.all():
        assert f'id="suggestion-{row.pk}"' in html


def test_accepting_writes_one_revision(desk, story):
    row = suggestion(story, "country", slug="uzbekistan")
    before = page_of(story).version
    send(desk, story, accept=row.pk)
    page = page_of(story)
    assert [country.slug for country in page.countries.all()] == ["uzbekistan"]
    assert page.version == before + 1
    row.refresh_from_db()
    assert (row.state, row.decided_by_name) == ("accepted", "aida")


def test_accepting_twice_does_nothing_twice(desk, story):
    row = suggestion(story, "result")
    send(desk, story, accept=row.pk)
    version = page_of(story).version
    send(desk, story, accept=row.pk)
    send(desk, story, reject=row.pk)
    page = page_of(story)
    assert (page.version, page.results.count()) == (version, 1)
    row.refresh_from_db()
    assert row.state == "accepted"
    assert not RejectedPair.objects.exists()


def test_every_kind_is_written_as_suggested(desk, story):
    send(desk, story, accept_all=1)
    page = page_of(story)
    assert page.sector.slug == "natural-sciences"
    assert [place.name for place in page.places.all()] == ["Tashkent"]
    (result,) = page.results.all()
    assert (result.value, result.qualifier, result.unit_en) == (40, "over", "hydrologists")
    (event,) = page.event_dates.all()
    assert (event.in_words, event.inferred) == ("October 2024", False)
    assert {c.partner.name_en for c in page.contributions.all()} >= {"University of Zurich"}
    assert not story.suggestions.open().exists()


def test_all_of_an_import_in_one_click(desk, document):
    stories = document.stories.all()
    data = {f"version-{story.pk}": page_of(story).version for story in stories}
    answer = desk.post(
        reverse("admin:newsroom_import_all", args=[document.pk]),
        data | {"accept-all": 1},
        follow=True,
    )
    assert "suggestions accepted" in said(answer)
    left = Suggestion.objects.open().filter(story__document=document)
    assert not left.exists()
    assert all(page_of(story).version == 2 for story in stories)
    assert NewsItem.objects.published().count() == 0


def test_the_seed_is_done_in_one_click(desk, demo):
    """All organisations, places and projects of it are in the register."""
    upload(desk, file=SimpleUploadedFile("edition.txt", seed(1)))
    document = Import.objects.get()
    stories = list(document.stories.all())
    data = {f"version-{story.pk}": page_of(story).version for story in stories}
    known = counts()["Partner"], counts()["Place"]
    desk.post(reverse("admin:newsroom_import_all", args=[document.pk]), data | {"accept-all": 1})
    assert len(stories) == 8
    assert not Suggestion.objects.open().exists()
    assert (counts()["Partner"], counts()["Place"]) == known
    for story in stories:
        page = page_of(story)
        assert (page.status, page.version) == ("draft", 2)
        assert page.sector is not None
        assert page.countries.exists()


def test_what_is_inferred_says_so(desk, document):
    story = document.stories.get(number=3)
    row = suggestion(story, "date")
    assert row.inferred
    send(desk, story, accept=row.pk)
    (event,) = page_of(story).event_dates.all()
    assert (event.in_words, event.inferred) == ("12 – 13 September 2024", True)
    assert "inferred" in desk.get(address(story)).content.decode()


def test_a_published_story_gets_a_draft_and_stays_as_it_is(desk, story):
    editing.publish(page_of(story), None)
    row = suggestion(story, "result")
    send(desk, story, accept=row.pk)
    page = page_of(story)
    assert not page.results.exists()
    assert page.draft.content["results"][0]["unit_en"] == "hydrologists"
    (trace,) = traces_of(page)
    assert trace.is_there
    editing.publish(page, None)
    (trace,) = traces_of(page_of(story))
    assert trace.is_there


# Change ------------------------------------------------------------------------------------------


def test_a_result_is_accepted_with_another_number(desk, story):
    row = suggestion(story, "result")
    send_change(
        desk, story, row, value_="42", qualifier="about", unit="engineers", country="uzbekistan"
    )
    (result,) = page_of(story).results.all()
    assert (result.value, result.qualifier, result.unit_en) == (42, "about", "engineers")
    assert result.country.slug == "uzbekistan"
    row.refresh_from_db()
    assert (row.state, row.value["value"]) == ("changed", "40")


def test_a_wrong_value_comes_back_with_what_was_typed(desk, story):
    row = suggestion(story, "result")
    answer = send_change(desk, story, row, value_="", qualifier="over", unit="engineers")
    html = answer.content.decode()
    assert "Give a number that is not negative" in html
    assert 'value="engineers"' in html
    assert not page_of(story).results.exists()


def test_a_date_is_accepted_with_days(desk, story):
    row = suggestion(story, "date")
    send_change(desk, story, row, start="2024-10-08", end="2024-10-09", precision="day")
    (event,) = page_of(story).event_dates.all()
    assert event.in_words == "8 – 9 October 2024"


def test_another_country_is_chosen(desk, story):
    row = suggestion(story, "country", slug="uzbekistan")
    send_change(desk, story, row, slug="kyrgyzstan")
    assert [c.slug for c in page_of(story).countries.all()] == ["kyrgyzstan"]


def test_the_region_does_not_stand_beside_countries(desk, story):
    send(desk, story, accept=suggestion(story, "country", slug="uzbekistan").pk)
    row = story.suggestions.create(
        kind="country", value={"slug": "central-asia"}, evidence=[evidence("Tashkent")]
    )
    answer = send(desk, story, accept=row.pk)
    assert "the region alone" in said(answer)
    assert page_of(story).countries.count() == 1


# Reject ------------------------------------------------------------------------------------------


def test_a_rejected_pair_is_not_suggested_again(desk, story):
    row = suggestion(story, "country", slug="uzbekistan")
    answer = send(desk, story, reject=row.pk)
    assert "same words do not lead to it again" in said(answer)
    assert not page_of(story).countries.exists()
    words = set(RejectedPair.objects.values_list("kind", "words", "value"))
    assert ("country", "uzbekistan", "uzbekistan") in words
    other = ("Weather in Uzbekistan is told by radio", "Uzbekistan opened a radio in May 2023.")
    later = landed([other], period="2023").document.stories.get()
    assert suggestion(later, "country", slug="uzbekistan").state == "withheld"
    html = desk.get(address(later)).content.decode()
    assert "1 not suggested: rejected in an earlier import" in html


def test_other_words_still_lead_to_it(desk, story):
    row = suggestion(story, "country", slug="uzbekistan")
    send(desk, story, reject=row.pk)
    other = ("A radio is opened in Samarkand", "Samarkand in Uzbekistan opened a radio in 2023.")
    later = landed([other], period="2023").document.stories.get()
    again = suggestion(later, "country", slug="uzbekistan")
    assert again.state == "open"
    assert {found["text"] for found in again.evidence} == {"Samarkand"}


def test_a_rejection_can_be_taken_back(desk, story):
    row = suggestion(story, "country", slug="uzbekistan")
    send(desk, story, reject=row.pk)
    send(desk, story, take_back=row.pk)
    row.refresh_from_db()
    assert row.state == "open"
    assert not RejectedPair.objects.exists()


def test_a_button_of_an_older_page_changes_no_decision(desk, story):
    taken, rejected = (
        suggestion(story, "result"),
        suggestion(story, "country", slug="uzbekistan"),
    )
    send(desk, story, accept=taken.pk)
    send(desk, story, reject=rejected.pk)
    key = {"kind": "result", "value": key_of("result", taken.value)}
    RejectedPair.objects.create(words=words_of(taken.evidence[0]["text"]), **key)
    pairs = RejectedPair.objects.count()
    send(desk, story, accept=rejected.pk)
    send(desk, story, take_back=taken.pk)
    states = [Suggestion.objects.get(pk=row.pk).state for row in (taken, rejected)]
    assert states == ["accepted", "rejected"]
    assert not page_of(story).countries.exists()
    assert RejectedPair.objects.count() == pairs


def test_all_of_a_story_are_rejected(desk, story):
    send(desk, story, reject_all=1)
    assert set(story.suggestions.values_list("state", flat=True)) == {"rejected"}
    assert page_of(story).version == 1


# Who was quicker ---------------------------------------------------------------------------------


def test_a_story_changed_meanwhile_is_not_written_over(desk, story):
    page = page_of(story)
    content = editing.current_content(page) | {"summary_en": "Ours."}
    editing.save(page, content, None)
    row = suggestion(story, "result")
    answer = send(desk, story, version=1, accept=row.pk)
    assert answer.status_code == 409
    assert "This story was changed by the site itself after you had opened" in said(answer)
    assert page_of(story).summary_en == "Ours."
    assert not page_of(story).results.exists()
    assert Suggestion.objects.get(pk=row.pk).state == "open"


def test_what_was_typed_survives_a_conflict(desk, story):
    page = page_of(story)
    editing.save(page, editing.current_content(page) | {"summary_en": "Ours."}, None)
    row = suggestion(story, "result")
    data = {"version": 1, "change": row.pk, f"s{row.pk}-unit": "engineers of rivers"}
    data |= {f"s{row.pk}-value_": "41", f"s{row.pk}-qualifier": "over"}
    answer = desk.post(address(story), data)
    assert answer.status_code == 409
    assert 'value="engineers of rivers"' in answer.content.decode()


def test_a_story_in_the_bin_is_not_written(desk, story):
    editing.delete(page_of(story), None)
    answer = send(desk, story, accept_all=1)
    assert "in the bin" in said(answer)
    assert not page_of(story).countries.exists()


# The audit log -----------------------------------------------------------------------------------


def test_every_decision_leaves_a_line_in_the_log(desk, story):
    def said_by(**pressed):
        before = LogEntry.objects.count()
        send(desk, story, **pressed)
        assert LogEntry.objects.count() == before + 1
        return LogEntry.objects.first().change_message

    first, second = story.suggestions.order_by("pk")[:2]
    note = story.lost_links.create(text="here", paragraph=0, start=0, end=0)
    assert said_by(reject=first.pk) == f"Suggestion rejected: {first.kind} (story 1)"
    assert said_by(take_back=first.pk) == f"Rejection taken back: {first.kind} (story 1)"
    assert said_by(accept=second.pk) == f"Suggestion accepted: {second.kind} (story 1)"
    assert said_by(found_link=note.pk) == "Lost link found (story 1)"
    assert said_by(leave_amendment=1) == "Changes of the amended document left (story 1)"
    assert said_by(reject_all=1).endswith("suggestions rejected (story 1)")
    assert said_by(accept_all=1) == "0 suggestions accepted (story 1)"
    every = reverse("admin:newsroom_import_all", args=[story.document_id])
    before = LogEntry.objects.count()
    desk.post(every, {"reject-all": "1"})
    lines = LogEntry.objects.all()[: LogEntry.objects.count() - before]
    others = story.document.stories.exclude(pk=story.pk).filter(suggestions__isnull=False)
    numbers = others.distinct().order_by("-number").values_list("number", flat=True)
    told = [line.change_message.partition(" suggestions ")[2] for line in lines]
    assert told == [f"rejected (story {number})" for number in numbers]


class Killed(BaseException):
    pass


def test_no_decision_stands_without_its_line_in_the_log(desk, story, monkeypatch):
    def stop(*args, **kwargs):
        raise Killed

    row, version = suggestion(story, "country", slug="uzbekistan"), page_of(story).version
    every = reverse("admin:newsroom_import_all", args=[story.document_id])
    monkeypatch.setattr(ModelAdmin, "log_change", stop)
    for pressed in ({"accept": row.pk}, {"reject": row.pk}, {"accept_all": 1}, {"reject_all": 1}):
        with pytest.raises(Killed):
            send(desk, story, **pressed)
    for name in ("accept-all", "reject-all"):
        with pytest.raises(Killed):
            desk.post(every, {name: "1", f"version-{story.pk}": version})
    assert not story.suggestions.exclude(state="open").exists()
    assert not RejectedPair.objects.exists()
    assert page_of(story).version == version
