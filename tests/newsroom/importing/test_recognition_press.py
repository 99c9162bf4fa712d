"""English as press releases and news sites write it: each line a manner of saying."""

import pytest


def told(found):
    return "; ".join(f"{partner.name} = {partner.role}" for partner in found.partners)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind where and when it was sent, and behind when it was.
        ("OSH, 3 May 2021 – The Kokil Foundation sang.", "Kokil Foundation = co-organiser"),
        ("BISHKEK: The Kokil Foundation sang.", "Kokil Foundation = co-organiser"),
        ("ASTANA. KAZINFORM – The Kokil Foundation sang.", "Kokil Foundation = co-organiser"),
        ("Osh, Kyrgyzstan (Saddle.kg) -- The Kokil Foundation sang.",
         "Kokil Foundation = co-organiser"),
        ("On 3 May 2021, the Kokil Foundation sang.", "Kokil Foundation = co-organiser"),
        ("Osh, Kyrgyzstan – 3 May 2021 – The Kokil Foundation sang.",
         "Kokil Foundation = co-organiser"),
        # People of a body.
        ("Anna Low, chairwoman of the Committee for Forests, came.",
         "Committee for Forests = technical"),
        ("Anna Low, head of the laboratory of songs at the Institute of Reeds, sang.",
         "Institute of Reeds = technical"),
        ("Experts of organisations such as GIZ and WWF came.", "GIZ = technical; WWF = technical"),
        ("“We sing,” said Anna Low, head of the Department of Songs.", ""),
        ("Experts of the Institute of Reeds and the Head sang.", "Institute of Reeds = technical"),
        ("Officials from the Ministry of Songs and the Osh City administration came.",
         "Ministry of Songs = technical; Osh City administration = technical"),
        ("To expand what they had learned, the Kokil Foundation sang.",
         "Kokil Foundation = co-organiser"),
        # What is done for it, with it and by it.
        ("Funded by the Reed Affairs Canada, it goes on.", "Reed Affairs Canada = funder"),
        ("They sang with technical support from Reed Limited.", "Reed Limited = technical"),
        ("They sang in a project by the Kokil Foundation.", "Kokil Foundation = implementer"),
        ("The Kokil Foundation is implementing it.", "Kokil Foundation = implementer"),
        ("They sang under the aegis of the Kokil Foundation.", "Kokil Foundation = co-organiser"),
        ("The organisers of the song were the Kokil Foundation and GIZ.",
         "Kokil Foundation = co-organiser; GIZ = co-organiser"),
        ("The Kokil Museum together with the Reed Museum opens a show.",
         "Kokil Museum = co-organiser; Reed Museum = co-organiser"),
        ("They sang in association with Kokil Saddle Akademi.",
         "Kokil Saddle Akademi = co-organiser"),
        ("They sang in partnership with Korea’s Institute of Reeds.",
         "Institute of Reeds = co-organiser"),
        ("Specialists of the Reed Fund sang. The Reed Fund paid.", "Reed Fund = funder"),
        ("The World Food Programme (WFP), and the Institute of Reeds visited them.",
         "World Food Programme = co-organiser; Institute of Reeds = technical"),
        ("They sang at the request of the Reed Institute.", "Reed Institute = co-organiser"),
        ("They sang by the social order of the Department of Songs.",
         "Department of Songs = funder"),
        ("They sang with the Songs Programme funded by GIZ.", "GIZ = funder"),
        ("UNICEF in Kenya and the German Bank KfWo held it.",
         "UNICEF = co-organiser; German Bank KfWo = co-organiser"),
        ("They sang in cooperation with the the Institute of Reeds.",
         "Institute of Reeds = co-organiser"),
        ("They are funded through the Kokil Foundation.", "Kokil Foundation = funder"),
        # States pay.
        ("The Government of Norway approved US$ 5,000.", "Government of Norway = funder"),
        ("It was supported by the UK government and the German embassy.",
         "UK government = funder; German embassy = funder"),
        ("The Norwegian government supported it.", "Norwegian government = funder"),
        ("The Government of Norway sang in a joint project of the Government of Norway and UNICEF."
         " The Government of Norway granted $5.",
         "Government of Norway = funder; UNICEF = co-organiser"),
        ("It was supported by the Ministry of Songs of Norway.",
         "Ministry of Songs of Norway = funder"),
        ("It was supported by Korea’s Ministry of Songs.", "Ministry of Songs = funder"),
        ("It was supported by the Ministry of Songs of Uzbekistan.",
         "Ministry of Songs of Uzbekistan = co-organiser"),
    ],
)  # fmt: skip
def test_what_a_body_does(read, text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sang jointly with Songs for Reeds in Asia (SRA).", "Songs for Reeds in Asia"),
        ("It was held by the OSCE Centre in Astana.", "OSCE Centre in Astana"),
        ("It was held by the head of the OSCE Centre in Astana Anna Low.", "OSCE Centre in Astana"),
        ("It was held by the Ministry of culture and sport of the Kyrgyz Republic.",
         "Ministry of culture and sport of the Kyrgyz Republic"),
        ("It was held by the Osh Federation of clubs for UNESCO.",
         "Osh Federation of clubs for UNESCO"),
        ("It was held by the Public Foundation Blue Saddle.", "Public Foundation Blue Saddle"),
        ("It was held by the Osh State university.", "Osh State university"),
        ("It was held by “Blue Saddle” International Public Foundation.",
         "“Blue Saddle” International Public Foundation"),
        ("It was held by the “Kokil” volunteer club.", "Kokil"),
        ("It was held by the Director of the Institute of Geology Anna Low.",
         "Institute of Geology"),
        ("It was held by the National University of Kokil in Reedville.",
         "National University of Kokil"),
        ("The Reed Institute under the Ministry of Songs and the Ministry of Songs held it.",
         "Reed Institute under the Ministry of Songs; Ministry of Songs"),
        ("It was held by the Eurasian Library Assembly.", "Eurasian Library Assembly"),
        ("It was held by KokilMedia, WWF Kazakhstan and the Reed Council.",
         "KokilMedia; WWF; Reed Council"),
        ("It was held by the World Food Program.", "World Food Program"),
        ("It was held by the ministry of Songs.", "ministry of Songs"),
        ("It was held by the Ministry of Songs, Lao PDR, and went on.", "Ministry of Songs"),
        # No bodies, or parts of one that writes.
        ("It was held in the Historic Centre of Bukhara.", ""),
        ("It was held by the New Delhi Office.", ""),
        ("The Regional Office for Eastern Africa held it.", ""),
        ("The World Heritage Centre held it. It was organised by the Office in Osh.", ""),
        ("It was held by any State museum.", ""),
        ("They spoke in the name of the General Assembly.", ""),
        ("It tells of UNESCO and ISESCO affairs.", ""),
        ("It tells of the Foundation project.", ""),
    ],
)  # fmt: skip
def test_how_a_body_is_called(read, text, expected):
    found = read(text)
    assert "; ".join(partner.name for partner in found.partners) == expected
    assert found.project is None


def test_the_headline_may_call_an_office_by_its_body(read):
    found = read("The OSCE Centre in Osh held it.", headline="OSCE trains singers in songs")
    assert told(found) == "OSCE Centre in Osh = co-organiser"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in New Delhi.", "New Delhi"),
        ("They climbed Saddle Kokil Glacier.", "Saddle Kokil"),
        ("They visited Rasht Valley.", "Rasht"),
        ("They met communities of Kyrgyz and Tajiks.", ""),
        ("They took part in Saddle Readings.", ""),
        ("They met at the project “Songs of Reeds” in Saddlebek, Kenya.", "Saddlebek"),
        ("They sang at the project “The River Kokil District of Old”.", ""),
        ("It trains singers in the Asia-Pacific region.", ""),
    ],
)
def test_places(read, text, expected):
    assert "; ".join(place.name for place in read(text).places) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Talas Asanov sang.",
        "Songs by Mirzo Tursunzoda and by D. Konaev were sung.",
        "Вечер прошёл в память о Д. Конаеве и об аль-Фараби.",
        "Пела Нарын Айып кызы.",
    ],
)
def test_people_called_as_a_town_is_are_no_place(read, text):
    found = read(text)
    assert (found.countries, found.places) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank’s Regional Director for Central Asia came.", []),
        ("Singers of Central Asia came.", ["central-asia"]),
        # Whose name ends in Fund pays no ministry.
        ("It was held with the Reed Fund and the Agency of Songs of Kyrgyzstan.", ["kyrgyzstan"]),
    ],
)
def test_countries(read, text, expected):
    assert [country.slug for country in read(text).countries] == expected


def test_radios_are_counted(read):
    (result,) = read("It helps 25 community radios.").results
    assert (result.value, result.unit) == (25, "community radios")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a part of the project, Improving the Singing of Public Halls.",
         "Improving the Singing of Public Halls"),
        ('It is a part of “Songs and Halls in Kenya" project.', "Songs and Halls in Kenya"),
        ("Titled “Singing Halls,” this initiative goes on.", "Singing Halls"),
        ("The programme, entitled “Singing Halls”, goes on.", "Singing Halls"),
        ("The Bridges to Songs project goes on.", "Bridges to Songs"),
        ("The Regional Singing Hall project goes on.", "Regional Singing Hall"),
        ("“Reeds” village beautification project goes on.", "Reeds"),
    ],
)  # fmt: skip
def test_projects(read, text, expected):
    assert read(text).project.name == expected


@pytest.mark.parametrize(
    "text",
    [
        "They agreed on a project, Songs of Public Halls (SPH) in Kenya.",  # its end is not known
        "Under the project, Songs of Public Halls, and all others, came.",
        "Long before the very first start of the project, UNESCO Songs of Public Halls, came.",
    ],
)
def test_what_looks_like_a_title(read, text):
    assert read(text).project is None
