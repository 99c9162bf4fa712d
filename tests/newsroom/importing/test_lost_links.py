import time

import pytest

from newsroom.demo.stories_of_ice import STORIES as ICE
from newsroom.demo.stories_of_people import STORIES as PEOPLE
from newsroom.importing.document import Block, StoryText
from newsroom.importing.lost_links import lost_links
from newsroom.importing.reading import read_document, read_text
from newsroom.importing.splitting import split
from tests.newsroom.importing.seeds import seed


def lost(text, language="en"):
    blocks = read_text(text).blocks
    return [link.text for link in lost_links(StoryText("Headline", blocks), language)]


@pytest.mark.parametrize(
    "text",
    [
        "The group visited the in Turkestan and went home.",
        "They spoke at the plenary session of the , and left.",
        "It followed the launch of the at Google and the opening of a hall.",
        "The report is available at .",
        "Staff of the and of the archive met.",
        "Partners are the Ministry, , and the fund.",
        "The list of sites (see ) has grown.",
        "A talk on the film “” followed.",
        "It was built with support of the. Nobody knows how.",
        "The agreement between and the university was signed.",
        "It published the for teachers of small schools.",
        "See the film here: .",
        "The was shown in the hall of the museum.",
        "The can be ordered from the museum.",
        "The film is now available on and on the museum's website.",
        "The book came out in Dari at and on the website of the museum.",
        "The songs are available at and can be heard by all.",
        "Everything else is told in this .",
        "Its songs are collected on the website . They are free.",
        "It was drawn up with and UNICEF for small schools.",
        "A song-book entitled was given to all.",
        "The songs (available at ) are free.",
        "They read about , and sang.",
    ],
)
def test_it_finds_a_hole_in_english(text):
    assert len(lost(text)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Участники познакомились с работой на  , и уехали домой.", "ru"),
        ("Семинар прошел в , собрав учителей.", "ru"),
        ("Материалы размещены на .", "ru"),
        ("Материалы размещены на и на сайте бюро.", "ru"),
        ("Отчёт размещён на и в библиотеке.", "ru"),
        ("Карта доступна в мобильном приложении .", "ru"),
        ("Семинар прошёл совместно с и министерством.", "ru"),
        ("Курс открыт. Подробнее: .", "ru"),
        ("Кездесу су және туралы болды.", "kk"),
        ("Курс ашылды. туралы мәлімет жарияланды.", "kk"),
        ("Курс ашылды. Толығырақ: .", "kk"),
        ("Встреча организована при поддержке и для в Алматы школ.", "ru"),
        ("Жоба ЮНЕСКО және , сондай-ақ мектептер қолдауымен өтті.", "kk"),
        ("Материалдар порталы -нда жарияланды.", "kk"),
    ],
)
def test_it_finds_a_hole_in_russian_and_kazakh(text, language):
    assert len(lost(text, language)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The in-house team and the on-site crew met the at-risk groups, the to-do list in hand.",
        "What they had spoken of at COP was taken care of by the Ministry.",
        "Options a and b were discussed; plan A, B and C were not.",
        "The over 50 students and the about 20 guides learned in and through play.",
        "They logged in, sat down, and read what the site is made of.",
        "The in situ measurements, the by now famous lake, the as yet unnamed peak.",
        "Teachers from and around Osh met; the will to learn is there.",
        "It is run by and for young people (see page 3), with and without funding.",
        "The for now empty hall was theirs.",
        "It is available on and off the campus, published in and for Osh, and found in and on ice.",
        "They stayed at and around the lake; the will be theirs; who was entitled to it was glad.",
        "Songs were sung by and for children, with and without music, on this, and on the website.",
        "The Who, The The and the On Course programme were named.",
    ],
)
def test_ordinary_english_has_no_holes(text):
    assert lost(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("В XXI в., в с. Тургень и на о. Барсакельмес, прошли уроки для школ.", "ru"),
        ("Отчёт опубликован на сайте. Он написан для и от имени школ, на и под водой.", "ru"),
        ("Подробнее: раздел «Курсы» на странице бюро; ссылка – в письме.", "ru"),
        ("Ол мен туралы, мен үшін айтты. Су туралы және жер бойынша есеп шықты.", "kk"),
        ("Пункты а, б, в, г были приняты, голоса за и против посчитаны.", "ru"),
        ("С 5 по 7 мая, до и после уроков, в и вокруг школы, работали из-за дождя недолго.", "ru"),
        ("Он живет в Алматы, работает по-новому, и, возможно, приедет на юг.", "ru"),
        ("Мектеп пен колледж, ЮНЕСКО және серіктестер 2024 жылы кездесті.", "kk"),
        ("Ол «Жас-дос» ұйымымен, мен болсам үйде, бірге жұмыс істедік.", "kk"),
    ],
)
def test_ordinary_russian_and_kazakh_has_no_holes(text, language):
    assert lost(text, language) == []


@pytest.mark.parametrize("story", [*ICE, *PEOPLE], ids=lambda story: story["slug"])
def test_the_demo_stories_have_no_holes(story):
    paragraphs = [*story["body"].split("\n\n"), story["summary"], story["title"]]
    assert lost("\n\n".join(" ".join(text.split()) for text in paragraphs)) == []


def test_a_link_without_words_and_one_that_leads_nowhere_are_lost():
    page = (
        "<p>One <a href='https://example.org/a'>sound link</a>, <a href='#'>a mark</a>, "
        "<a href='javascript:go()'>a script</a>, <a href='https://example.org/b'></a> nothing, "
        "<a>bare words</a> and <a href='/inside'>an address of their site</a>.</p>"
    )
    assert len(lost(page)) == 5


def test_a_headline_that_leads_to_its_own_page_lost_nothing():
    page = "<h2><a href='/news/{0}'>A hall was opened</a></h2><p>It was opened on 3 May {0}.</p>"
    stories = split(read_text(page.format(2023) + page.format(2024))).stories
    assert [lost_links(story, "en") for story in stories] == [[], []]
    assert len(lost("<h2>A <a href='/hall'>hall</a> was opened</h2>")) == 1


def test_an_empty_link_in_a_hole_is_one_loss():
    assert len(lost("<p>They visited the <a href='https://example.org'></a> in Osh.</p>")) == 1


def test_the_seeds_have_two_lost_links_and_none():
    first, second = (split(read_document(seed(number))) for number in (1, 2))
    found = [lost_links(story, "en") for story in first.stories]
    assert [len(links) for links in found] == [2, 0, 0, 0, 0, 0, 0, 0]
    assert "launch of the at Google" in found[0][0].text
    assert "and the , highlighting" in found[0][1].text
    assert all(
        lost_links(StoryText(text.heading, text.paragraphs), "en") == []
        for text in second.sector_texts
    )


@pytest.mark.parametrize("words", ["the of ", "at , ", "на , ", "« » "])
def test_a_text_of_nothing_but_holes_takes_no_time(words):
    story = StoryText("", [Block("paragraph", words * 50_000)])
    started = time.process_time()
    found = lost_links(story, "ru" if words == "на , " else "en")
    assert time.process_time() - started < 2
    assert 0 < len(found) <= 100
