"""Russian and Kazakh: sentences that read as they should, and no page that slips into English."""

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext, trans_real

from almaty.dates import Precision, in_words, range_in_words
from almaty.listing import sentence
from almaty.periods import Period
from newsroom.models import Result
from programmes.models import Country, Role, Sector

LANGUAGES = ["ru", "kk"]


def plain(text):
    """With ordinary spaces, where ours keep a line from ending before a dash or a noun."""
    return str(text).replace("\xa0", " ")


# What is counted, dated and joined ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("ru", 0, "0 новостей"),
        ("ru", 1, "1 новость"),
        ("ru", 2, "2 новости"),
        ("ru", 5, "5 новостей"),
        ("ru", 11, "11 новостей"),
        ("ru", 21, "21 новость"),
        ("ru", 112, "112 новостей"),
        ("kk", 1, "1 жаңалық"),
        ("kk", 5, "5 жаңалық"),
    ],
)
def test_numbers_take_their_form(language, number, words):
    with translation.override(language):
        said = ngettext("%(count)s story", "%(count)s stories", number) % {"count": number}
    assert plain(said) == words


@pytest.mark.parametrize(
    ("language", "day", "month", "days", "half", "year"),
    [
        (
            "ru",
            "9 октября 2024",
            "октябрь 2024",
            "8 – 9 октября 2024",
            "июль – декабрь 2024",
            "2023",
        ),
        (
            "kk",
            "2024 ж. 9 қазан",
            "2024 ж. қазан",
            "2024 ж. 8 – 9 қазан",
            "2024 жылғы шілде – желтоқсан",
            "2023",
        ),
    ],
)
def test_dates_and_periods_are_written_as_in_running_text(language, day, month, days, half, year):
    ninth = date(2024, 10, 9)
    with translation.override(language):
        assert plain(in_words(ninth, Precision.DAY)) == day
        assert plain(in_words(ninth, Precision.MONTH)) == month
        assert plain(range_in_words(date(2024, 10, 8), ninth, Precision.DAY)) == days
        assert plain(Period(2024, 2).label) == half
        assert Period(2023).label == year


@pytest.mark.parametrize(
    ("language", "qualifier", "value", "words"),
    [
        ("en", "over", 50, "over 50"),
        ("ru", "over", 50, "более 50"),
        ("kk", "over", 50, "50-ден астам"),
        ("kk", "over", 1200, "1 200-ден астам"),
        ("ru", "about", Decimal("2.5"), "около 2,5"),
        ("kk", "about", 90, "шамамен 90"),
        ("kk", "exact", 90, "90"),
        ("ru", "not-stated", None, "число не указано"),
    ],
)
def test_a_number_stands_where_the_language_puts_it(language, qualifier, value, words):
    result = Result(qualifier=qualifier, value=None if value is None else Decimal(value))
    with translation.override(language):
        assert plain(result.in_words) == words


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        (
            "en",
            "6 on Science in Kazakhstan, July – December 2024",
            "6 in Kazakhstan or Uzbekistan (role: funder or host or venue) about “ice”",
        ),
        (
            "ru",
            "Казахстан: 6 по направлению «Наука», июль – декабрь 2024",
            "Казахстан или Узбекистан: 6 с ролью «финансирующая сторона» или "
            "«принимающая сторона или площадка» по запросу «ice»",
        ),
        (
            "kk",
            "Қазақстан: «Ғылым» бағыты бойынша 6, 2024 жылғы шілде – желтоқсан",
            "Қазақстан немесе Өзбекстан: 6, рөлі: «қаржыландырушы тарап» немесе "
            "«қабылдаушы тарап немесе өткізілген орын», сұрау: «ice»",
        ),
    ],
)
def test_what_a_list_shows_is_said_without_inflecting_a_name(language, one, several):
    science = Sector(name_en="Science", name_ru="Наука", name_kk="Ғылым")
    here = Country(name_en="Kazakhstan", name_ru="Казахстан", name_kk="Қазақстан")
    there = Country(name_en="Uzbekistan", name_ru="Узбекистан", name_kk="Өзбекстан")
    roles = [Role.FUNDER, Role.HOST]
    with translation.override(language):
        chosen = {"sector": [science], "country": [here], "period": [Period(2024, 2)]}
        assert plain(sentence("6", chosen)) == one
        assert (
            plain(sentence("6", {"country": [here, there], "role": roles, "q": "ice"})) == several
        )


# The pages ---------------------------------------------------------------------------------------

PATHS = [
    "/",
    "/snapshots/",
    "/snapshots/?country=kazakhstan&country=uzbekistan&sector=culture&period=2024-h2",
    "/snapshots/?country=atlantis&sector=x&period=y&project=x&partner=x&tag=x",
    "/snapshots/2024-h2/",
    "/snapshots/2024-h2/weather-stations-in-schools/",
    "/snapshots/2024-h2/silk-roads-project-completed/",
    "/sectors/",
    "/sectors/natural-sciences/",
    "/sectors/communication-information/",
    "/countries/",
    "/countries/kazakhstan/",
    "/countries/central-asia/",
    "/projects/",
    "/projects/?country=kazakhstan&status=completed&role=funder",
    "/projects/?status=x&role=x",
    "/projects/silk-roads/",
    "/projects/glofca/",
    "/partners/",
    "/partners/?kind=un-agency&kind=x",
    "/partners/european-union/",
    "/partners/university-of-zurich/",
    "/search/",
    "/search/?q=2024",
    "/search/?q=%D1%8A%D1%8A%D1%8A",
    "/nowhere/",
]
# Names of a language, of a format, of a university: the same in every language.
SAME_EVERYWHERE = {"English", "Atom", "KazNU"}
NEVER_CLOSED = {"br", "hr", "img", "input", "link", "meta", "source"}
ROW_PAGES = ["change", "history", "delete"]  # of the desk
SPOKEN = ["alt", "aria-label", "placeholder", "title"]


class Words(HTMLParser):
    """What a page says, but what it marks as being in another language than its own."""

    def __init__(self, html):
        super().__init__()
        self.open, self.said = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        language = self.handle_startendtag(tag, attrs)
        if tag not in NEVER_CLOSED:
            self.open.append((tag, language))

    def handle_startendtag(self, tag, attrs):
        attrs = dict(attrs)
        language = attrs.get("lang") or (self.open[-1][1] if self.open else None)
        self.say(language, *(attrs.get(name) or "" for name in SPOKEN))
        return language

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not {"head", "script", "style"} & {tag for tag, _language in self.open}:
            self.say(self.open[-1][1] if self.open else None, text)

    def say(self, language, *texts):
        if self.open and language == self.open[0][1]:
            self.said += texts


def is_english(text):
    """Whether it has a Latin word that is neither an acronym nor what the reader has typed."""
    words = set(re.findall(r"[A-Za-z]{2,}", text))
    return any(not word.isupper() for word in words - SAME_EVERYWHERE - {"atlantis"})


@pytest.fixture
def never_translated(monkeypatch):
    """What was asked of the Russian or Kazakh words and is not among them."""
    english, missing = trans_real.translation("en"), set()

    def ask(answer):
        def asked(*words):
            missing.add(words[0].rpartition("\x04")[2])
            return answer(*words)

        return asked

    monkeypatch.setattr(english, "gettext", ask(english.gettext))
    monkeypatch.setattr(english, "ngettext", ask(english.ngettext))
    return missing


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_speaks_english_but_what_it_marks_as_english(client, language, never_translated):
    call_command("load_demo", "--without-images", stdout=StringIO())
    never_translated.clear()  # the command spoke English
    for path in PATHS:
        response = client.get(f"/{language}{path}")
        assert response.status_code == (404 if path == "/nowhere/" else 200), path
        said = Words(response.content.decode()).said
        assert any(re.search("[а-я]{3}", text) for text in said), path
        assert [text for text in said if is_english(text)] == [], path
    assert never_translated == set()


def test_what_was_never_translated_is_noticed(never_translated):
    with translation.override("ru"):
        translation.gettext("Snapshots")
        translation.gettext("Surely nobody says this")
    assert never_translated == {"Surely nobody says this"}


def test_english_is_heard_only_outside_what_is_marked():
    page = '<html lang="ru"><p>Да <b lang="en">No</b> Maybe <img alt="Picture">'
    assert [text for text in Words(page).said if text.strip()] == ["Да ", " Maybe ", "Picture"]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_has_words_for_everything(admin_client, language, never_translated):
    call_command("load_demo", "--without-images", stdout=StringIO())
    never_translated.clear()
    pages = [reverse("admin:index"), reverse("admin:password_change")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        if model is LogEntry:  # a list only; it fills while this test goes on
            continue
        if row := model.objects.first():
            pages += [reverse(f"{name}_{verb}", args=[row.pk]) for verb in ROW_PAGES]
    for path in pages:
        response = admin_client.get(f"/{language}{path}")
        # Some rows are never deleted or added by hand, and an account's history is in the log.
        is_closed = path.endswith(("/delete/", "/add/", "/history/"))
        assert response.status_code == 200 or is_closed, path
        admin_client.post(f"/{language}{path}", {})  # and what it says of a form left empty
    # Django asks again for names that are in the reader's language already.
    assert [words for words in never_translated if not re.search("[а-я]", words)] == []
