"""English organisations without a word for one in their name, and what is none of them."""

import pytest

from newsroom.importing.recognition import Register
from newsroom.importing.recognition.country_forms import other_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A small word for a body beside the name.
        ("Singers from Kokil, an NGO in Osh, came.", "Kokil = technical"),
        ("It was held with the company Blue Saddle.", "Blue Saddle = co-organiser"),
        ("The public association “Kokil” sang.", "Kokil = co-organiser"),
        ("Members of “Kokil” sang.", "Kokil = technical"),
        ("The akimat of Osh region and the Batken hokimiyat sang.",
         "akimat of Osh region = co-organiser; Batken hokimiyat = co-organiser"),
        ("It was paid for by the government of Norway.", "Government of Norway = funder"),
        ("The Saddles for Osh movement and the radio station Kokil sang.",
         "Saddles for Osh = co-organiser; Kokil = co-organiser"),
        # What only a body does.
        ("Tengeneftegaz, which lent two carts, sang.", "Tengeneftegaz = co-organiser"),
        ("Kokil has been funding them.", "Kokil = funder"),
        ("The Upper Valley Singing Programme lent its hall.",
         "Upper Valley Singing Programme = host"),
        ("Kokil+ bore a part of the costs.", "Kokil+ = funder"),
        ("Blue Saddle covered the costs.", "Blue Saddle = funder"),
        ("Saddle Studio printed it.", "Saddle Studio = technical"),
        # A role.
        ("It was funded by the International Reading Programme at Abai University.",
         "International Reading Programme = funder; Abai University = technical"),
        ("They came on invitation of the Kokil Forum and UNESCO.", "Kokil Forum = co-organiser"),
        ("They were trained by Kokil and by masters of the Reed League.",
         "Kokil = technical; Reed League = technical"),
        ("Dana Low, who heads KokilMedia, sang.", "KokilMedia = technical"),
        # One list with organisations.
        ("Experts of the High Saddle Park, the Reed League and Kokil spoke.",
         "High Saddle Park = technical; Reed League = technical; Kokil = technical"),
        ("Trainers came from GIZ and Radio Kokil.", "GIZ = technical; Radio Kokil = technical"),
        ("GIZ and Kokil held it.", "GIZ = co-organiser; Kokil = co-organiser"),
        # Of a country, of the office, of another town.
        ("The Reed Foundation-Georgia held it.", "Reed Foundation-Georgia = co-organiser"),
        ("It was written with advice from UNESCO-IHE and GIZ.", "GIZ = technical"),
        ("The Institute of Soil and Reeds in Osh met the Institute of Soil in Almaty.",
         "Institute of Soil and Reeds = technical; Institute of Soil = technical"),
        ("GIZ and the Osh Teachers' Association held it.",
         "GIZ = co-organiser; Osh Teachers' Association = co-organiser"),
        ("Experts of the Soil Research Institute KHX came.",
         "Soil Research Institute KHX = technical"),
        ("It was checked by the Chuy Soil and Reed Research Institute.",
         "Chuy Soil and Reed Research Institute = technical"),
        ("The prizes were given by Kokil, and talks were held weekly in May by Tenge.",
         "Kokil = funder; Tenge = co-organiser"),
        ("They sang in the studio of Tenge FM.", "Tenge FM = host"),
        ("It was held at Abai University on World Song Day.", "Abai University = host"),
        ("The Chamber of Reeds and Saddles of Osh held it.",
         "Chamber of Reeds and Saddles of Osh = co-organiser"),
        ("KERI – The Soil and Reeds Institute held it.", "Soil and Reeds Institute = co-organiser"),
        ("The Reed Center of Category 2 held it with the NGO ‘Kokil’.",
         "Reed Center = co-organiser; NGO ‘Kokil’ = co-organiser"),
        # None.
        ("It became a Regional Office of the Organization.", ""),
        ("The Osh Convention, which provided for it, was signed.", ""),
        ("Together with Dana Low, they sang.", ""),
        ("Villagers covered the costs. Everybody paid. They bore the expenses.", ""),
        ("The Osh Convention covered all costs.", ""),
        ("Dana Low, a company director, met the company Director.", ""),
        ("Authors of “The Song” and readers of “Kokil” sang.", ""),
        ("It was funded by the Regular Programme.", ""),
        ("It was funded by GIZ, Dana Low and the Black Sea.", "GIZ = funder"),
        ("UNICEF and Dana Low held it, as did UNESCO and Dana.", "UNICEF = co-organiser"),
        ("They met in the akimat of the village, and praised a network of Singers.", ""),
    ],
)  # fmt: skip
def test_names_without_a_word_for_a_body(read, text, expected):
    found = [f"{partner.name} = {partner.role}" for partner in read(text).partners]
    assert "; ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("UNFPA sang in Kazakhstan.", True),
        ("UNFPA sang in Kyrgyzstan.", False),
    ],
)
def test_an_alias_of_an_office_at_home_elsewhere_is_not_that_office(read, demo, text, is_known):
    found = read(text, known=Register.from_database()).partners
    assert [partner.known for partner in found] == [is_known]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("UNFPA Kazakhstan trained ten nurses in Osh.", "unfpa-kazakhstan"),
        ("UNFPA Kyrgyzstan trained ten nurses in Osh.", None),
        (
            "Teachers of Central Asia met. It was funded by the Ministry of Information and Culture"
            " of the Republic of Kazakhstan.",
            "ministry-of-information-and-culture-kazakhstan",
        ),
        (
            "В Бишкеке прошёл семинар при поддержке Министерства информации и культуры Казахстана.",
            "ministry-of-information-and-culture-kazakhstan",
        ),
        (
            "В Бишкеке прошёл семинар при поддержке Министерства информации и культуры РК.",
            "ministry-of-information-and-culture-kazakhstan",
        ),
    ],
)
def test_a_name_that_says_its_country_is_that_countrys_everywhere(read, demo, text, slug):
    found = read(text, known=Register.from_database()).partners
    assert [partner.slug for partner in found] == [slug]


def test_letters_of_kazakhstan_are_no_kyrgyz_form():
    assert "ҚР Білім министрлігі" in other_forms("Қазақстанның Білім министрлігі")
    assert "ҚР Білім министрлігі" not in other_forms("Қырғызстанның Білім министрлігі")


def test_a_headline_in_capitals_names_nobody(read):
    assert read("They read.", headline="OSH: A LIBRARY ON FOUR WHEELS").partners == []
