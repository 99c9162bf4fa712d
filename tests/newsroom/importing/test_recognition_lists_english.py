"""Organisations in lists, and by what is said for the whole list: English of many offices."""

import pytest

from almaty.periods import Period
from newsroom.importing.document import Block, EditionText, StoryText
from newsroom.importing.recognition import Register, recognise

REGISTER = Register()


def read(*paragraphs, headline="", period=Period(2024, 2)):  # noqa: B008
    story = StoryText(headline, [Block("paragraph", text) for text in paragraphs])
    return recognise(EditionText(period=period, stories=[story]), REGISTER)[0]


def told(found):
    return "; ".join(f"{p.name} = {p.role}" for p in found.partners)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who was brought together.
        ("The forum brought together the Reed Institute, Soil Watch and the Union of Farmers.",
         "Reed Institute = technical; Soil Watch = co-organiser; Union of Farmers = co-organiser"),
        ("The forum convened the Ministry of Health and UNICEF.",
         "Ministry of Health = co-organiser; UNICEF = co-organiser"),
        ("It brought together Anna Low, Paul Reed and many farmers.", ""),
        ("It gathered librarians, the Soil Museum and 30 pupils.", "Soil Museum = technical"),
        ("It brought together scientists (e.g. the Soil Institute, CAREC) and herders.",
         "Soil Institute = technical; CAREC = technical"),
        ("Among them were institutions (the Ministry of Health; the Union of Farmers).",
         "Ministry of Health = co-organiser; Union of Farmers = co-organiser"),
        # A list with members that are no names.
        ("It was attended by officials from the government, two town halls and the Ministry of"
         " Health.", "Ministry of Health = technical"),
        ("Representatives of the bodies mentioned, of the Soil Commission and of a farm came.",
         "Soil Commission = technical"),
        ("Officials from the town hall were there, and the Ministry of Health sent a letter.", ""),
        ("It was done in partnership with the Soil Fund, Norway Knowledge Park and UNICEF.",
         "Soil Fund = co-organiser; Norway Knowledge Park = co-organiser; UNICEF = co-organiser"),
        ("It is funded by the Soil Fund and project partners including the Cabinet of Ministers and"
         " UNDP.", "Soil Fund = funder; Cabinet of Ministers = funder; UNDP = funder"),
        ("Partnerships led by a fund, UNESCO Bangkok and the Soil Fund began.",
         "Soil Fund = joint-implementer"),
        ("It is a partnership between UNESCO, Erigreen and the Soil Fund.",
         "Erigreen = co-organiser; Soil Fund = co-organiser"),
        ("It is done in collaboration with national partners, notably the Ministry of Water and"
         " the Soil Agency.", "Ministry of Water = co-organiser; Soil Agency = co-organiser"),
        ("Trainers from Reed Media Action and Internews led it.",
         "Reed Media Action = technical; Internews = technical"),
        ("Pupils from Osh Reed College and Naryn Reed College attended.", ""),
        ("The CSOs include the Soil Institute; the Union of Farmers and the Reed Association.",
         "Soil Institute = technical; Union of Farmers = co-organiser;"
         " Reed Association = co-organiser"),
        ("It is cooperation between UNESCO Almaty office, the Soil Committee of the Lake (SCL) and"
         " UNDP.", "Soil Committee of the Lake = co-organiser; UNDP = co-organiser"),
        ("It was held in partnership with UNICEF, Reed Hills Support Programme (RHSP), and local"
         " public organisation “Reed Song.”",
         "UNICEF = co-organiser; Reed Hills Support Programme = co-organiser;"
         " Reed Song = co-organiser"),
        # Whose the body is.
        ("It was organised by the country’s Ministry of Culture and the city’s Museum of Arts.",
         "Ministry of Culture = co-organiser; Museum of Arts = co-organiser"),
        ("It was held in partnership with the local Union of Farmers.",
         "Union of Farmers = co-organiser"),
        ("A secretary of the Secretariat of the National Commission of Norway spoke.",
         "National Commission of Norway = technical"),
        # Lists go on behind an acronym, the office's own name, and “its partners”.
        ("It was led by the Soil Fund (SOFU) Norway, the Ministry of Health and UNICEF.",
         "Soil Fund = implementer; Ministry of Health = implementer; UNICEF = implementer"),
        ("It was co-organised by UNESCO Bangkok, the Soil Fund and Marat.",
         "Soil Fund = co-organiser; Marat = co-organiser"),
        ("SOFUG and its partners, the Soil Institute and UNESCO, hosted a workshop.",
         "SOFUG = co-organiser; Soil Institute = co-organiser"),
        ("It was held with experts from ICCROM, Politecnico di Reggio and CyReed.",
         "ICCROM = technical; Politecnico di Reggio = technical; CyReed = technical"),
        ("It was held in cooperation with the Soil Fund and REED Paris.",
         "Soil Fund = co-organiser; REED Paris = co-organiser"),
        ("It was held in cooperation with the Ministries of Education and Health.",
         "Ministry of Education = co-organiser; Ministry of Health = co-organiser"),
        ("It rests on close cooperation between a school and the Soil Fund.",
         "Soil Fund = co-organiser"),
    ],
)  # fmt: skip
def test_lists(text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NARSA provided five cameras.", "NARSA = funder"),
        ("KEPSO conducted the survey.", "KEPSO = co-organiser"),
        ("On 5 May, KEPSO assisted 20 farmers.", "KEPSO = technical"),
        ("STEM supports pupils. TVET opened doors.", ""),
        ("NARSA CONDUCTED A SURVEY OF BIRDS", ""),
        ("It will work closely with the Ministry of Health.", "Ministry of Health = co-organiser"),
        ("The course was given by Reed Institute media lecturer Anna Low.",
         "Reed Institute = technical"),
        ("Forest Service engineers were trained.", ""),
        ("UNESCO thanked the Government of Norway for its generous support.",
         "Government of Norway = funder"),
        ("UNESCO thanked the Soil Institute for the help in organising it.",
         "Soil Institute = co-organiser"),
        ("UNESCO thanked the Soil Institute.", ""),
        ("Thanks to the support of the Kingdom of Norway, a school was opened.",
         "Kingdom of Norway = funder"),
        ("It was funded by the Republic of Korea.", "Republic of Korea = funder"),
        ("The Geological Survey of Norway measured wells.",
         "Geological Survey of Norway = technical"),
        ("A Survey of Teachers measured joy.", ""),
        ("It is implemented by the Food and Agriculture Organization of the United Nations (FAO)."
         " FAO sang.",
         "Food and Agriculture Organization of the United Nations = implementer"),
        # Who pays through whom, and who is paid.
        ("The well was funded by UNICEF through Reed Church Aid and is open.",
         "UNICEF = funder; Reed Church Aid = implementer"),
        ("The minister opened the Soil Health Centre funded by UNICEF.", "UNICEF = funder"),
        ("It was held with funding support from the World Reeds Fund and IUCN.",
         "World Reeds Fund = funder; IUCN = funder"),
        ("The tents were bought with funds from NorAgra.", "NorAgra = funder"),
        ("UNESCO Dar es Salaam joined the Media Council of Norway for a fair.",
         "Media Council of Norway = co-organiser"),
        ("It was developed through the cooperation of the Soil Fund and UNICEF.",
         "Soil Fund = co-organiser; UNICEF = co-organiser"),
        ("It was financed by the Italian government. UNESCO thanked the government of Italy for its"
         " support.", "Italian government = funder"),
        ("It was supported by the Swiss Department of Foreign Affairs.",
         "Swiss Department of Foreign Affairs = funder"),
        # Who spoke for whom.
        ("Opening remarks were delivered by Anna Low, Director-General of the Soil Institute, and"
         " Paul Low, deputy head of the Norway Tourism Board.",
         "Soil Institute = technical; Norway Tourism Board = technical"),
        ("It was hosted by H.E Mrs. Anna Low.", ""),
        ("Paul Low, Director of the Soil Institute, noted: “We dance.”", ""),
        ("A representative of the Department for Children’s Rights Protection spoke.",
         "Department for Children’s Rights Protection = technical"),
        ("It is supported by the Kingdom of Norway and Sida.",
         "Kingdom of Norway = funder; Sida = funder"),
        ("It was carried out by a team from Reed University.", "Reed University = technical"),
        ("They worked hand in hand with the Office of the Prime Minister.",
         "Office of the Prime Minister = co-organiser"),
        ("It partnered with Tech Reed and Code Club.",
         "Tech Reed = co-organiser; Code Club = co-organiser"),
        ("It is financed by the Government of Japan through JICA.",
         "Government of Japan = funder; JICA = funder"),
        ("It was built with financial support of the Russian Federation.",
         "Russian Federation = funder"),
        ("It will coordinate with the Department of Reeds.", "Department of Reeds = co-organiser"),
        ("The Joint Programme on Reeds (UNDP, UNFPA and UNICEF) sings.",
         "UNDP = implementer; UNFPA = implementer; UNICEF = implementer"),
        ("UNICEF and the United Nations World Food Programme (WFP) opened a school.",
         "UNICEF = co-organiser; World Food Programme = co-organiser"),
        ("UNICEF together with Osh city Hukumat opened it.",
         "UNICEF = co-organiser; Osh city Hukumat = co-organiser"),
        ("It began with the Reed Foundation for rehabilitation of the Old Town in partnership with"
         " the Soil Foundation for rehabilitation of the Osh Site.",
         "Soil Foundation = co-organiser"),
        ("It was paid by the UNESCO/Japanese Funds-in-Trust for the Preservation of Songs.",
         "Japanese Funds-in-Trust = funder"),
        ("Lectures were on water, by Anna Low, UNICEF, on songs, by Paul Low and Mary Low from"
         " UNECE.", "UNICEF = technical; UNECE = technical"),
        ("It was supported by the Swiss Department of Foreign Affairs, as well as UNESCO.",
         "Swiss Department of Foreign Affairs = funder"),
        ("UNICEF has described it as a flood.", ""),
        ("The FAO (FAO)/Green Climate Fund (GCF) project on reeds began.",
         "FAO = implementer; Green Climate Fund = funder"),
        ("The tour is part of an FAO project.", "FAO = implementer"),
        # An acronym that was explained is that very body, wherever it stands.
        ("The Agency for Reeds (AGRE) came. It was implemented by AGRE.",
         "Agency for Reeds = implementer"),
        ("It was approved for funding by GEF-UNDP.",
         "Global Environment Facility = funder; UNDP = implementer"),
    ],
)  # fmt: skip
def test_what_bodies_do(text, expected):
    assert told(read(text)) == expected


def test_a_bodys_acronym_before_project_is_no_title():
    found = read("The AGRE project began. The Agency for Reeds (AGRE) dug wells.")
    assert found.project is None
    assert read("The GREEDA project began.").project.name == "GREEDA"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('The Soil Fund project, entitled "Reeds of the Hills”, began.', "Reeds of the Hills"),
        ("They signed the “Project for Better Reeds”.", "Project for Better Reeds"),
        ("It is of the UNESCO Associated Schools Project network.", None),
        ("The UN Joint Song Project began.", None),
        ("A course on ‘Reeds and other Plants’ projects and policies began.", None),
    ],
)
def test_titles(text, title):
    project = read(text).project
    assert (project and project.name) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at the Grand Stanley Hotel in Nakuru.", "Nakuru"),
        ("On 5 May in Tripoli, Lebanon, pupils met.", "Tripoli"),
        ("The course in Kisumu attracted 45 nurses.", "Kisumu"),
        ("In Mombasa and Kilifi counties, nurses met.", "Mombasa, Kilifi"),
        ("The village of Gharb Soheil has a well.", "Gharb Soheil"),
        ("Norway Knowledge Park opened.", ""),
        ("They met in Uskemen city.", "Oskemen"),
        ("It reached three districts: Uzgen, Nookat and Kara-Tepa.", "Uzgen, Nookat, Kara-Tepa"),
        ("Experts of the Institute of Reeds (Samarkand) came.", ""),
        ("In Naryn region it rained. The Osh and Naryn regions sing.", "Naryn region, Osh"),
    ],
)
def test_places(text, expected):
    assert ", ".join(place.name for place in read(text).places) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will hand over four shelters.", "4 exact shelters"),
        ("It brought together over 70 Youth Forum members.", "70 over Youth Forum members"),
        ("It served two 5-day back-to-back trainings.", "2 exact 5-day back-to-back trainings"),
        ("35 site managers discussed the World Heritage Convention.", "35 exact site managers"),
        ("It trained 20 Kazakh and Kyrgyz youth.", "20 exact Kazakh and Kyrgyz youth"),
        ("It took over 20 nurses to carry it.", "20 over nurses"),
    ],
)
def test_results(text, expected):
    assert [f"{r.value} {r.qualifier} {r.unit}" for r in read(text).results] == [expected]


def test_participants_are_of_their_countries_and_teachers_only_came():
    found = read("It brought together trainers from Kazakhstan, Pakistan and Uzbekistan.")
    assert [c.slug for c in found.countries] == ["kazakhstan", "uzbekistan"]
    assert read("It was given by trainers from Kazakhstan.").countries == []


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A course on media literacy for journalists was held.", "communication-information"),
        ("A training, a training course and a lesson: the training was on antiquities.", "culture"),
        ("A press-tour of wells and their water was organized.", "natural-sciences"),
        ("An operative group of students had lessons.", "education"),
    ],
)
def test_sectors(text, sector):
    assert [one.slug for one in read(text).sectors] == [sector]


def test_the_centre_for_initiatives_in_quotation_marks_is_no_project():
    found = read("It was organized by the Centre for Youth Initiatives “Reed Song”, in May.")
    assert found.project is None
