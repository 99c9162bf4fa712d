"""What differs between two contents of a page, in words."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from almaty import contents
from almaty.differences import Names, differences
from almaty.text_differences import MOST_STEPS, compared, paragraphs_of, words_compared
from newsroom.models import NewsItem, Snapshot
from programmes.models import Partner, Project
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)


def marked(paragraphs):
    """As −removed− and +added+, paragraphs parted by bars."""
    signs = {"same": "", "removed": "−", "added": "+"}
    return "|".join(
        "…" if p is None else "".join(f"{signs[k]}{t}{signs[k]}" for k, t in p) for p in paragraphs
    )


def told(before, after, model):
    return {change.name: change for change in differences(before, after, model)}


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("The old lake", "The new lake", "The −old−+new+ lake"),
        ("One two three", "One three", "One −two −three"),
        ("Мұздық кішірейді", "Мұздық тез кішірейді", "Мұздық +тез +кішірейді"),
        ("in 2023, in Almaty", "in 2024, in Almaty", "in −2023−+2024+, in Almaty"),
        ("a b c d", "a x y d", "a −b c−+x y+ d"),
        ("", "New", "+New+"),
        ("Gone", "", "−Gone−"),
    ],
)
def test_texts_are_compared_by_words(before, after, shown):
    assert marked([words_compared(before, after)]) == shown


@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_holds_both_texts_whole(seed):
    import random

    chance = random.Random(seed)
    before, after = (
        " ".join(chance.choices(["ice", "lake", "and", "бұлақ", "1,200", "«so»"], k=30))
        for _side in range(2)
    )
    pieces = words_compared(before, after)
    assert "".join(t for k, t in pieces if k != "added") == before
    assert "".join(t for k, t in pieces if k != "removed") == after


def test_unchanged_paragraphs_are_left_out():
    before = ["A", "B", "C", "D"]
    assert marked(compared(before, ["A", "B", "X", "D"])) == "…|−C−+X+|…"
    assert marked(compared(before, ["A", "B", "C", "D", "E"])) == "…|+E+"


def test_rich_text_reads_as_paragraphs_with_the_targets_of_links():
    html = (
        '<h2>Ice &amp; snow</h2><p>A <strong>big</strong> <a href="https://a.b/">lake</a>.</p>'
        '<ul><li><p>One</p></li></ul><figure><img src="/media/images/a.webp" alt="Shore">'
        "<figcaption>In May</figcaption></figure>"
    )
    assert paragraphs_of(html) == [
        "Heading: Ice & snow",
        "A big lake (https://a.b/).",
        "• One",
        "[picture: Shore; a.webp]",
        "Caption: In May",
    ]


def test_two_long_texts_without_a_word_in_common_are_compared_at_once():
    """By every word with every other it would take minutes."""
    length = int(MOST_STEPS**0.5) * 10
    pieces = words_compared("a b " * length, "c d " * length)
    assert [piece.kind for piece in pieces][:2] == ["removed", "added"]


@pytest.mark.django_db
def test_each_kind_of_field_is_told_in_words():
    lake, funder = make_partner("Ministry of Lakes"), make_partner("Fund")
    culture, education = make_sector("Culture"), make_sector("Education")
    item = make_news_item("Old", countries=[make_country()], tags=["ice"], sector=culture)
    item.contributions.create(partner=lake, role="host")
    item.contributions.create(partner=funder, role="funder")
    item.event_dates.create(start="2024-10-08")
    before = contents.content_of(item)
    uzbekistan = make_country("Uzbekistan")
    item.title_ru, item.sector, item.image = "Новое", education, make_image(alt="A lake")
    item.body_en, item.is_lead = "<p>Added words.</p>", True
    item.save()
    item.countries.set([uzbekistan])
    item.tags.set(["snow"])
    item.contributions.get(partner=lake).delete()
    item.contributions.filter(partner=funder).update(role="host")
    make_result(news_item=item, value=90, unit="teachers")
    changes = told(before, contents.content_of(item), NewsItem)
    assert marked(changes["title_ru"].paragraphs) == "+Новое+"
    assert (changes["title_ru"].label, changes["title_ru"].language_name) == ("Headline", "Русский")
    assert marked(changes["sector_id"].paragraphs) == "−Culture−+Education+"
    assert marked(changes["image_id"].paragraphs) == "+A lake+"
    assert marked(changes["body_en"].paragraphs) == "+Added words.+"
    assert marked(changes["is_lead"].paragraphs) == "−no−+yes+"
    assert changes["countries"].removed == ["Kazakhstan"]
    assert changes["countries"].added == ["Uzbekistan"]
    assert (changes["tags"].removed, changes["tags"].added) == (["ice"], ["snow"])
    assert changes["contributions"].removed == ["Partner: Ministry of Lakes; role: host or venue"]
    (row, (role,)), *others = changes["contributions"].rows
    assert row == "Partner: Fund; role: funder"
    assert marked(role.paragraphs) == "−funder−+host or venue+"
    assert not others
    assert "of what: teachers" in changes["results"].added[0]
    assert "event_dates" not in changes


@pytest.mark.django_db
def test_the_order_of_an_edition_is_told_by_its_stories():
    edition = make_snapshot()
    first, _second = (
        make_news_item(name, snapshot=edition, position=at) for at, name in enumerate("AB", 1)
    )
    before = contents.content_of(edition)
    NewsItem.objects.filter(pk=first.pk).update(position=3)
    change = told(before, contents.content_of(edition), Snapshot)["order"]
    assert [(name, marked(c[0].paragraphs)) for name, c in change.rows] == [("A", "−1−+3+")]


@pytest.mark.django_db
def test_what_is_gone_is_still_a_difference():
    partner = make_partner()
    item = make_news_item()
    item.contributions.create(partner=partner, role="host")
    before = contents.content_of(item)
    item.contributions.all().delete()
    Partner.objects.all().delete()
    change = told(before, contents.content_of(item), NewsItem)["contributions"]
    assert f"no longer there (no. {partner.pk})" in change.removed[0]


@pytest.mark.django_db
def test_contents_of_before_a_field_was_added_are_compared_by_what_both_have():
    content = contents.content_of(make_project())
    older = {name: value for name, value in content.items() if name != "website"}
    assert differences(older, content, Project) == []


@pytest.mark.django_db
def test_names_of_many_contents_cost_a_query_for_each_model(django_assert_num_queries):
    partners = [make_partner() for _n in range(9)]
    item = make_news_item(sector=make_sector())
    for partner in partners:
        item.contributions.create(partner=partner, role="host")
    content = contents.content_of(item)
    with django_assert_num_queries(2):  # sectors, partners
        names = Names(NewsItem, content, content)
    assert names.of(Partner, partners[3].pk) == str(partners[3])


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7|add:7 }}"


@pytest.mark.django_db
def test_whatever_was_typed_is_escaped_everywhere():
    """Every field, relation, tag and part that an editor can write holds the payload."""
    item = make_news_item("Plain")
    before = contents.content_of(item)
    partner = make_partner(HOSTILE)
    item = make_news_item(
        HOSTILE,
        summary=HOSTILE,
        countries=[make_country(slug="x", name=HOSTILE)],
        tags=[HOSTILE.replace(",", "")],
        sector=make_sector(slug="y", name=HOSTILE),
        image=make_image(alt=HOSTILE, caption=HOSTILE),
        project=make_project(HOSTILE),
        snapshot=make_snapshot(title=HOSTILE),
    )
    item.contributions.create(partner=partner, role="host", note=HOSTILE)
    make_result(news_item=item, unit=HOSTILE)
    after = contents.content_of(item) | {
        "body_en": f'<p>{HOSTILE}</p><a href="javascript:alert(3)">x</a>',
        "slug": HOSTILE,
        "period": HOSTILE,
    }
    for one, other in ((before, after), (after, before)):
        changes = differences(one, other, NewsItem)
        html = render_to_string("admin/_differences.html", {"changes": changes})
        assert html.count("&lt;script&gt;alert(1)") >= 12
        assert "<script" not in html
        assert "<img" not in html
        assert "href=" not in html
        assert "{{ 7|add:7 }}" in html


@pytest.mark.django_db
def test_removed_and_added_are_said_in_words_and_text_has_its_language():
    item = make_news_item("One", title_ru="Один")
    before = contents.content_of(item)
    after = before | {"title_ru": "Два"}
    with translation.override("kk"):
        changes = differences(before, after, NewsItem)
        html = render_to_string("admin/_differences.html", {"changes": changes})
    assert 'lang="ru"' in html
    assert html.count('class="visually-hidden" lang="kk"') == 2
