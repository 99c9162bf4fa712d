"""English as other offices write it: each line a manner of saying, and what is understood."""

import pytest

from almaty.dates import last_day
from almaty.periods import Period
from newsroom.importing.document import Block, EditionText, StoryText
from newsroom.importing.recognition import Register, recognise

REGISTER = Register()


def read(*paragraphs, headline="", period=Period(2024, 2)):  # noqa: B008
    story = StoryText(headline, [Block("paragraph", text) for text in paragraphs])
    return recognise(EditionText(period=period, stories=[story]), REGISTER)[0]


def days(found):
    return [f"{day.start}/{day.end or day.start}" for day in found.dates]


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("The network was founded on September 3, 2024 in Osh.", (2024, 2), ["2024-09-03"]),
        ("The law, adopted on 3 September, names them.", (2024, 2), []),
        ("They met on 3 May 2024 and again on 5 May.", None, ["2024-05-03", "2024-05-05"]),
        ("They met on 3 May 2023, and on 5 May 2024 again; on 7 June all came.", None,
         ["2023-05-03", "2024-05-05"]),
    ],
)  # fmt: skip
def test_days(text, period, expected):
    found = read(text, period=period and Period(*period))
    assert days(found) == [f"{day}/{day}" for day in expected]


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("Since 4 March the hall has been open.", (2023, 1), ["2023-03-04/2023-03-04 ~"]),
        ("Since March they have been learning to sing.", (2023, 1), ["2023-03-01/2023-03-31 ~"]),
        ("Since October 2019 they have been learning to sing.", (2023, 1), []),
        ("It was the first rain since March.", (2023, 1), []),
        ("By the end of May all had sung.", (2023, 1), []),
        ("It ran from 28 April through 2 May.", (2023, 1), ["2023-04-28/2023-05-02 ~"]),
        ("From 28 December 2022 to 5 January they sang.", (2023, 1), ["2022-12-28/2023-01-05"]),
        ("From December 28, 2022 to January 5 they sang.", (2023, 1), ["2022-12-28/2023-01-05"]),
        ("They sang between late March and mid-May.", (2023, 1), ["2023-03-01/2023-05-31 ~"]),
        ("This spring they planted trees.", (2023, 1), ["2023-03-01/2023-05-31 ~"]),
        ("They planted trees over the summer.", (2023, 2), ["2023-06-01/2023-08-31 ~"]),
        ("Last winter they mended the roof.", (2023, 1), ["2022-12-01/2023-02-28 ~"]),
        ("In the autumn of 2023 they sang.", (2023, 2), ["2023-09-01/2023-11-30 ~"]),
        ("Last spring they sang.", (2023, 2), []),  # told in another edition
        ("This spring they planted trees.", None, []),
        ("In spring the snow melts.", (2023, 1), []),
        ("They compared what they had seen over the summer.", (2023, 2), []),
        ("They met at this summer school.", (2023, 2), []),
        ("The trees are to be planted by this autumn.", (2023, 2), []),
    ],
)
def test_spans_of_days_and_of_months(text, period, expected):
    found = read(text, period=period and Period(*period))
    told = [f"{d.start}/{d.end or last_day(d.start, d.precision)}" for d in found.dates]
    inferred = [" ~" if day.inferred else "" for day in found.dates]
    assert [f"{a}{b}" for a, b in zip(told, inferred, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She wrote 34 recommendations.", "34 exact recommendations"),
        ("Nearly 14,000 old coins were cleaned.", "14000 about old coins"),
        ("They released 2.4 million young fish.", "2400000 exact young fish"),
        ("Nine snow leopards were seen.", "9 exact snow leopards"),
        ("Just under 60 nurses came.", "60 about nurses"),
        ("Fewer than 60 nurses came.", "60 about nurses"),
        ("No fewer than 60 nurses came.", "60 over nurses"),
        ("As many as 60 nurses came.", "60 about nurses"),
        ("Between 40 and 50 nurses came.", "40 about nurses"),
        ("From 40 to 50 nurses came.", "40 about nurses"),
        ("In 2024 one hundred and fifty nurses came.", "150 exact nurses"),
        ("More than a hundred nurses came.", "100 over nurses"),
        ("Two thousand five hundred and six nurses came.", "2506 exact nurses"),
        ("Two dozen nurses came.", "24 exact nurses"),
        ("About a dozen nurses came.", "12 about nurses"),
        ("Nearly half a million nurses came.", "500000 about nurses"),
        ("Thirteen schoolchildren came.", "13 exact schoolchildren"),
        ("Nine countryfolk came.", "9 exact countryfolk"),
        ("It took two winters.", ""),
        ("Thirty weavers' families sing.", "30 exact weavers' families"),
        ("Twelve hundred nurses came.", "1200 exact nurses"),
        ("550 000 doses came.", "550000 exact doses"),
        ("Some 1.5 million inhabitants drink it.", "1500000 about inhabitants"),
        ("One in three companies closed.", ""),
        ("Seven out of ten companies closed.", ""),
        ("Three drops a minute fall on it.", ""),
        ("Target 4.7 calls for more.", ""),
        ("It lasted for 3 nights and had 4 parts in 5 languages.", ""),
        ("It began at 10:00 and guests came.", ""),
        ("The press counts 12 kilometres and 40 francs.", ""),
    ],
)
def test_results(text, expected):
    found = [f"{r.value} {r.qualifier} {r.unit}" for r in read(text).results]
    assert [one.replace(".0 ", " ") for one in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names, whole.
        ("It was hosted by Abai College No. 3 in Osh.", "Abai College No. 3 = host"),
        ("Students of the Agricultural University named after S.A. Niyazov sang.",
         "Agricultural University named after S.A. Niyazov = technical"),
        ("The Bishkek Mayor’s Office hosted it.", "Bishkek Mayor’s Office = host"),
        ("The Uzbek State World Languages University hosted it.",
         "Uzbek State World Languages University = host"),
        ("It was hosted by the House of Cinema.", "House of Cinema = host"),
        ("A house of Cinema lovers was opened.", ""),
        ("Experts of the UNESCO Institute for Lifelong Learning came.",
         "UNESCO Institute for Lifelong Learning = technical"),
        ("It was paid by the Malaysia Funds-in-Trust.", "Malaysia Funds-in-Trust = funder"),
        ("It was organised by the League of Women with Disabilities.",
         "League of Women with Disabilities = co-organiser"),
        ("It was paid for by the Nature and Biodiversity Conservation Union.",
         "Nature and Biodiversity Conservation Union = funder"),
        ("It was held at Abai University on October 17, 2024.", "Abai University = host"),
        ("Archives of Turkmenistan go online, also in the Russian Federation.", ""),
        ("It is a joint initiative of GIZ and Abai College.",
         "GIZ = co-organiser; Abai College = co-organiser"),
        # Names that only the words before them show.
        ("It was financed by Chevron.", "Chevron = funder"),
        ("It had a grant of USD 150,000 from Chevron.", "Chevron = funder"),
        ("It was carried out by M-Vector and paid for by Banka di Roma.",
         "M-Vector = implementer; Banka di Roma = funder"),
        ("It was held in partnership with Tech Girls.", "Tech Girls = co-organiser"),
        ("It was funded by Norway.", "Norway = funder"),
        ("It was held in partnership with Central Asian universities.", ""),
        ("It was held in cooperation with Member States.", ""),
        ("It was held in cooperation with Kazakh and Kyrgyz colleagues.", ""),
        ("It was supported by Norwegian experts.", ""),
        ("It was supported by Dr Anna Weber.", ""),
        ("It was held with the support of Almaty.", ""),
        # Roles by what is said behind them.
        ("Osh State University, which hosts its sessions, is glad.", "Osh State University = host"),
        ("The Museum of Arts in Tirana hosts the servers.", "Museum of Arts = host"),
        ("The Institute of Soil in Osh held a school.", "Institute of Soil = co-organiser"),
        ("The Network of Water Museums gave advice.", "Network of Water Museums = technical"),
        ("The Soil Group paid KZT 90 million.", "Soil Group = funder"),
        ("Cameras were donated by the Snow Trust.", "Snow Trust = funder"),
        ("It cost US $12,500 from the Fund for Clean Sport.", "Fund for Clean Sport = funder"),
        ("The Soil Fund contributed EUR 3 million.", "Soil Fund = funder"),
        ("The Ministry of Trade plans to introduce it.", "Ministry of Trade = adopting-authority"),
        ("The Ministry of Trade has since approved it.", "Ministry of Trade = adopting-authority"),
        ("The Ministry of Trade said that it would be taken into its plan.",
         "Ministry of Trade = adopting-authority"),
        ("The list was handed over to the Ministry of Trade.",
         "Ministry of Trade = adopting-authority"),
        ("The Ministry of Trade has promised to pay for it.", "Ministry of Trade = funder"),
        ("Norway, through its Agency for Water, covered all costs.", "Agency for Water = funder"),
        ("Financial help came from the Soil Fund.", "Soil Fund = funder"),
        ("The Soil Fund provided the money through GIZ.", "Soil Fund = funder; GIZ = implementer"),
        ("The Soil Fund offered the prizes.", "Soil Fund = funder"),
        ("The Tenge Company lent its hall.", "Tenge Company = host"),
        ("The host of the meeting was Abai University.", "Abai University = host"),
        ("Abai University was the host.", "Abai University = host"),
        ("Divers of the Soil Society and of the Reed League showed it.",
         "Soil Society = technical; Reed League = technical"),
        ("Their trainers came from the Soil Society.", "Soil Society = technical"),
        ("It was written with advice from the Soil Society.", "Soil Society = technical"),
        ("The Soil Society opened its archives.", "Soil Society = technical"),
        ("The Soil Society drafted it.", "Soil Society = technical"),
        ("UNESCO and the Soil Society drafted it.", "Soil Society = co-organiser"),
        ("It was arranged by the Soil Society.", "Soil Society = co-organiser"),
        ("They met at the invitation of the Soil Society.", "Soil Society = co-organiser"),
        ("It was financed by GIZ, and the Tenge Company hosted it.",
         "GIZ = funder; Tenge Company = host"),
        ("It was financed by GIZ, and the Tenge Company.", "GIZ = funder; Tenge Company = funder"),
        ("It was not possible without the Tenge Company.", "Tenge Company = funder"),
        ("They were coached for a year by the Reed Fund.", "Reed Fund = technical"),
        ("The Soil Society, a charity in Osh, met the costs.", "Soil Society = funder"),
        ("The Ministry of Trade recommended it to all.", "Ministry of Trade = adopting-authority"),
        ("They met at the Osh branch of Abai University.", "Abai University = host"),
        ("Carts were given by the Soil Fund through GIZ.", "Soil Fund = funder; GIZ = implementer"),
        ("Pilots came from the Soil Society.", "Soil Society = technical"),
        ("At it the Soil Society presented its songs.", "Soil Society = technical"),
        ("The Soil Society made its songs available.", "Soil Society = technical"),
        ("Professor Ann Low at Abai University read it.", "Abai University = technical"),
    ],
)  # fmt: skip
def test_partners(text, expected):
    found = [f"{partner.name} = {partner.role}" for partner in read(text).partners]
    assert "; ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A course was held in Naivasha from 3 to 5 May.", "Naivasha"),
        ("They travelled to Kuala Lumpur and Penang in May.", "Kuala Lumpur, Penang"),
        ("The Museum of Arts in Tirana hosts the servers.", "Tirana"),
        ("In Lagos, Anna Smith opened the hall.", "Lagos"),
        ("Sixty schools of Zhambyl and Kostanay regions came.", "Zhambyl region, Kostanay"),
        ("It reached the villages of Tepar, Nanay and Humsan.", "Tepar, Nanay, Humsan"),
        ("In the Mary and Lebap provinces wheat was sown.", "Mary, Lebap"),
        ("They climbed the Vanch-Yakh glacier.", "Vanch-Yakh"),
        ("Fish return to Lake Sarykamysh", "Sarykamysh"),
        ("They work in the Besh-Aral State Nature Reserve.", "Besh-Aral"),
        ("Singers from Naryn, Ak-Bulung and Tepar came.", "Naryn, Ak-Bulung, Tepar"),
        ("They rowed across the Ban Don Bay Biosphere Reserve.", "Ban Don Bay"),
        ("Singers in Chimbay, Kegeyli and Qarabuga told it.", "Chimbay, Kegeyli, Qarabuga"),
        ("They walked by the Aral Sea.", "Aral Sea"),
        # No places.
        ("They sang in Yaghnobi, Bartangi and Russian.", ""),
        ("Singers from Naryn and Spain came.", "Naryn"),
        ("The Convention against Doping in Sport was signed.", ""),
        ("She has a degree in Hydrology, and an interest in Abai.", ""),
        ("It was told in Swahili, in Japanese and in Spring 2022.", ""),
        ("They were strong in Chemistry lessons, in STEM, and in Phase II.", ""),
        ("Education is a right; a minister in Education said so.", ""),
        ("Swiss cities and World Heritage cities were named.", ""),
        ("The firm is based in Nairobi.", ""),
    ],
)
def test_places(text, expected):
    assert sorted(place.name for place in read(text).places) == sorted(
        filter(None, expected.split(", "))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was held in Bishkek. Lecturers came from Austria and Kazakhstan.", "kyrgyzstan"),
        ("Twenty girls were taught by masters from Khiva, Uzbekistan, in Osh.", "kyrgyzstan"),
        ("Invited experts from Tajikistan, Kazakhstan and Italy spoke in Osh.", "kyrgyzstan"),
        ("Coaches from Uzbekistan shared their experience in Osh.", "kyrgyzstan"),
        ("Experts from Kazakhstan and Italy shared their experience in Osh.", "kyrgyzstan"),
        ("Trainers from Georgia and Kazakhstan showed it in Osh.", "kyrgyzstan"),
        ("The centre, based in Tashkent, held a course in Osh.", "kyrgyzstan"),
        ("Experts from Kazakhstan and Kyrgyzstan met in Osh.", "kazakhstan, kyrgyzstan"),
        ("A handbook first tested in Kazakhstan was read in Osh.", "kyrgyzstan"),
        ("Songs that had been published earlier in Kazakhstan were sung in Osh.", "kyrgyzstan"),
        ("In Osh they hope to see guests from Kazakhstan.", "kyrgyzstan"),
        ("Teachers from Kazakhstan came to Osh.", "kazakhstan, kyrgyzstan"),
    ],
)
def test_nothing_happened_where_teachers_came_from(text, expected):
    assert ", ".join(country.slug for country in read(text).countries) == expected


@pytest.mark.parametrize(
    ("headline", "sector"),
    [
        ("Poets read in the old theatre", "culture"),
        ("Restorers repair the mosque", "culture"),
        ("Falconers of four valleys teach the young", "culture"),
        ("Wheat growers test seeds that stand a drought", "natural-sciences"),
        ("Rangers count leopards in the national park", "natural-sciences"),
        ("Villages practise what to do in a tsunami", "natural-sciences"),
        ("Clean sport: coaches against doping", "social-human-sciences"),
        ("Families with disabilities are heard", "social-human-sciences"),
        ("Bloggers and television make a podcast", "communication-information"),
        ("Apprentices return to the kindergarten", "education"),
        ("Universities and their rectors agree on credits", "education"),
        ("Players of the dutar take in apprentices", "culture"),
        ("Interpreters of sign language meet", "social-human-sciences"),
        ("An avalanche that a satellite saw", "natural-sciences"),
        ("Newspapers against rumours", "communication-information"),
    ],
)
def test_sectors(headline, sector):
    assert [found.slug for found in read("They met.", headline=headline).sectors][:1] == [sector]


@pytest.mark.parametrize(
    "text",
    [
        "They agreed on scientific terms.",  # one weak word
        "They felt the pressure of examples that were classified by talent.",
        "An article on an artificial lake was read.",
    ],
)
def test_no_sector_by_words_that_only_look_like_its_own(text):
    assert read(text).sectors == []
