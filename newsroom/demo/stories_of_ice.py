"""Stories 5 to 8: glaciers, and the floods that come from their lakes.

The text gives days and months without a year: it is concluded from the edition's, so the dates are
`inferred`. Where a reader would look for a number and the text has none, a result says so.
"""

from datetime import date

OCTOBER = {"start": date(2024, 10, 1), "precision": "month", "inferred": True}
NOVEMBER = {"start": date(2024, 11, 1), "precision": "month", "inferred": True}

STORIES = [
    {
        "slug": "cryosphere-workshops",
        "title": "Snow, ice and water: Cryosphere workshops in Ashgabat and Almaty",
        "summary": (
            "The last of a series of national workshops took place in Ashgabat on 8 and 9 "
            "October 2024. On 4 and 5 November all five countries of Central Asia met in Almaty "
            "to take the results further."
        ),
        "body": """
            How much of a country’s water depends on snow and ice, and what happens when there is
            less of both? Experts and policymakers discussed these questions in Ashgabat on 8 and 9
            October 2024. It was the last in a series of national workshops of the Cryosphere
            project, which the Global Environment Facility (GEF), UNDP and UNESCO have undertaken
            together. They considered what the cryosphere, the world of snow and ice, contributes to
            the water of Turkmenistan, named what makes it hard to monitor, and proposed ways to
            soften what climate change does to it.

            On 4 and 5 November a subregional workshop in Almaty took up the results of the national
            ones. Each of the five countries of Central Asia was represented, and together they
            carried forward the project’s Diagnostic Analysis.

            The climate projections before them point to less snow cover and smaller glaciers. The
            participants answered with strategies for adaptation, which are to find their way into
            action plans: those of each country, and those of the region.
        """,
        "image": "5-cryosphere",
        "sector": "natural-sciences",
        "countries": ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"],
        "places": ["Ashgabat", "Almaty"],
        "project": "cryosphere",
        "partners": [
            ("global-environment-facility", "funder", ""),
            ("undp", "implementer", "agency, beside UNESCO"),
        ],
        "tags": ["cryosphere", "climate change", "workshop"],
        "dates": [
            {"start": date(2024, 10, 8), "end": date(2024, 10, 9), "inferred": True},
            {"start": date(2024, 11, 4), "end": date(2024, 11, 5), "inferred": True},
        ],
        "results": [
            {
                "value": 5,
                "unit": "countries represented at the Cryosphere workshop in Almaty",
                "period": "2024-h2",
                "is_key": True,
            },
        ],
    },
    {
        "slug": "early-warning-glacier-lakes",
        "title": "Before the lake bursts: a strategy for early warning",
        "summary": (
            "In October 2024 experts met in Almaty to plan early warning of floods from glacier "
            "lakes, at pilot sites in each country of the GLOFCA project. Experience from "
            "Switzerland helped."
        ),
        "body": """
            How can people be warned in time when a glacier lake is about to burst? In October 2024
            a workshop in Almaty dealt with early warning systems for such floods. It was part of
            GLOFCA, a project that the Adaptation Fund (AF) pays for and UNESCO carries out.

            Technical specialists, national experts and representatives of SensAlpin and the
            University of Zurich worked on a strategy: how such systems can be introduced at pilot
            sites in each of the countries that belong to the project. Switzerland has put systems
            of this kind in place, and its experience was something to build on. The other question
            was how to fit them to conditions here.

            The participants also went to see a place in Almaty where monitoring is already
            automatic, and discussed how warning systems are to be installed and then kept in
            working order.
        """,
        "image": "6-early-warning",
        "sector": "natural-sciences",
        "countries": ["kazakhstan"],
        "places": ["Almaty"],
        "project": "glofca",
        "partners": [
            ("adaptation-fund", "funder", ""),
            ("university-of-zurich", "technical", ""),
            ("sensalpin", "technical", ""),
        ],
        "tags": ["glacier lake floods", "early warning", "climate change", "workshop"],
        "dates": [OCTOBER],
    },
    {
        "slug": "community-preparedness-issyk-talgar",
        "title": "Issyk and Talgar prepare for floods from glacier lakes",
        "summary": (
            "In November 2024 the office held seminars in two communities of Kazakhstan: on the "
            "risk of floods, on early warning and on what can be done at little cost."
        ),
        "body": """
            When a glacier lake bursts, the places below it have to be ready. To that end UNESCO’s
            office in Almaty went to Issyk and Talgar in November 2024 and held seminars there. They
            are part of GLOFCA, the project on glacier lake outburst floods (GLOFs) that the
            Adaptation Fund (AF) pays for.

            The local emergency services spoke, and with them experts of Kazselezashchita, of the
            University of Zurich and of Al-Farabi Kazakh National University. Their subjects were
            the danger of floods in the region, the means to prevent them, and ways to adapt.

            Each place had a subject of its own. In Talgar early warning systems are planned, and
            people were told about them; in Issyk the seminar was about measures of adaptation that
            cost little. Those who came also practised being prepared for an emergency.

            The views of the communities count: what they said at the seminars will help to decide
            how GLOFCA proceeds in Kazakhstan.
        """,
        "image": "7-community-preparedness",
        "sector": "natural-sciences",
        "countries": ["kazakhstan"],
        "places": ["Issyk", "Talgar"],
        "project": "glofca",
        "partners": [
            ("adaptation-fund", "funder", ""),
            ("al-farabi-kazakh-national-university", "technical", ""),
            ("kazselezashchita", "technical", ""),
            ("university-of-zurich", "technical", ""),
        ],
        "tags": ["glacier lake floods", "early warning", "disaster risk reduction", "training"],
        "dates": [NOVEMBER],
        "results": [
            {
                "qualifier": "not-stated",
                "unit": "people at the seminars in Issyk and Talgar",
                "country": "kazakhstan",
                "period": "2024-h2",
            },
        ],
    },
    {
        "slug": "weather-stations-in-schools",
        "title": "Weather stations for village schools in Uzbekistan",
        "summary": (
            "In October 2024 the GLOFCA team went to schools in Pskem and Tepar. It set up "
            "automated weather stations, and pupils learned about landslides, mudflows and what "
            "to do when they come."
        ),
        "body": """
            At Pskem and Tepar rural schools have automated weather stations. The team of GLOFCA,
            the project on floods from glacier lakes, came to Uzbekistan in October 2024 to install
            them and to teach.

            Lessons were given by experts of four institutions: NIGMI, the Institute of Geology and
            Geophysics, the University of Zurich and the state enterprise “Uzbekhydrogeology”. They
            spoke about landslides and mudflows and about what to do in an emergency, with practical
            exercises and with materials that drew the pupils in.

            The stations are a part of the lesson. Pupils learned how natural hazards can be
            foretold with the help of weather data, and were asked to help look after the new
            equipment themselves. Young people here are to know more about the climate, and to be
            better able to cope with what it brings.
        """,
        "is_lead": True,
        "image": "8-weather-stations",
        "sector": "natural-sciences",
        "countries": ["uzbekistan"],
        "places": ["Pskem", "Tepar"],
        "project": "glofca",
        "partners": [
            ("university-of-zurich", "technical", ""),
            ("nigmi", "technical", ""),
            ("uzbekhydrogeology", "technical", ""),
            ("institute-of-geology-and-geophysics", "technical", ""),
        ],
        "tags": ["early warning", "disaster risk reduction", "climate change", "schools", "youth"],
        "dates": [OCTOBER],
        "results": [
            {
                "qualifier": "not-stated",
                "unit": "automated weather stations installed at schools",
                "country": "uzbekistan",
                "period": "2024-h2",
            },
        ],
    },
]
