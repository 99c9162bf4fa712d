"""Words and their stems: what makes one form of a word find another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty.stems import LONGEST_WORD, possible_stems, stem, words


def found(text):
    return [word for _start, _end, word in words(text)]


def stems(text, language):
    return {stem(word, language) for word in found(text)}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "flood floods flooding flooded"),
        ("en", "university universities university’s"),
        ("ru", "наследие наследием наследия НАСЛЕДИЮ"),
        ("ru", "ледник ледники ледников ледниками"),
        ("ru", "учёный ученый учёных"),
        ("kk", "мектеп мектептер мектептерде мектебі мектебінде мектептің мектепке"),
        ("kk", "Қазақстан Қазақстанда Қазақстанның Қазақстандағы Қазақстаннан Қазақстанға"),
        ("kk", "ел елде елдер елдің елдерінде елімізде"),
        ("kk", "мұра мұрасы мұралары мұраны мұраларын"),
        ("kk", "аудан ауданы ауданында аудандар"),
        ("kk", "су сулар суды суы судың"),
        ("kk", "мұздық мұздықтар мұздықтары мұздығы"),
        ("kk", "Алматы Алматыда Алматының Алматыдағы"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, forms):
    assert len(stems(forms, language)) == 1


@pytest.mark.parametrize(
    ("language", "different"),
    [
        ("en", "flood food"),
        ("ru", "культура культ школа"),
        ("kk", "мектеп мұғалім мұра мұз"),
        ("kk", "тіл тал тау су ел"),  # endings follow the vowels: they are not taken off blindly
        ("kk", "қазақ казак"),
    ],
)
def test_different_words_keep_different_stems(language, different):
    assert len(stems(different, language)) == len(different.split())


def test_a_word_looked_for_has_the_stem_of_every_language():
    assert {stem("мектептерде", "kk"), stem("мектептерде", "ru")} == set(
        possible_stems("мектептерде")
    )
    assert stem("наследием", "ru") in possible_stems("наследием")


def test_kazakh_letters_are_letters_of_their_own():
    text = "әлем ғылым қала жаңа өзен ұлт үй һ іс"
    assert found(text.upper()) == text.split()


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("O‘zbekiston", "O'zbekiston"),
        ("Türkiye", "TURKIYE"),
        ("за́мок", "замок"),
        ("на\u00adсле\u00adдие", "наследие"),
        ("ёлка", "Елка"),
        ("UNESCO’s", "unesco"),
        ("ﬁeld", "field"),
        ("й", "и\u0306"),
    ],
)
def test_spellings_of_a_word_are_one(written, same):
    assert found(written) == found(same) != []


def test_a_word_knows_where_it_stands():
    assert [text[a:b] for text in ["«Мұра», “heritage”!"] for a, b, _ in words(text)] == [
        "Мұра",
        "heritage",
    ]


@given(st.text())
def test_any_text_gives_words_that_need_no_quoting(text):
    for word in found(text):
        assert set(word) <= set("abcdefghijklmnopqrstuvwxyz0123456789") | {
            chr(n) for n in range(0x430, 0x500)
        }
        assert not word[0].isdigit()
        assert len(word) <= 7 * LONGEST_WORD  # letters of other scripts are spelled by number
        for language in ("en", "ru", "kk"):
            assert stem(word, language)
