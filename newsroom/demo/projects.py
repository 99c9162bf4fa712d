"""The four projects, each with who has what role in it.

Only roles in the project as a whole stand here; who taught at one seminar stands in its story, so
that nobody appears at work in a country where they were not.
"""

from datetime import date

PROJECTS = [
    {
        "slug": "silk-roads",
        "title": (
            "Silk Roads Heritage Corridors in Central Asia – International Dimension of the "
            "European Year of Cultural Heritage"
        ),
        "short_title": "Silk Roads Heritage Corridors",
        "other_names": [
            {
                "kind": "former",
                "name": (
                    "Silk Roads Heritage Corridors in Afghanistan, Central Asia and Iran – "
                    "International Dimension of the European Year of Cultural Heritage"
                ),
                "note": "Under this title the project also covered Afghanistan and Iran.",
            },
        ],
        "sector": "culture",
        "countries": ["central-asia"],
        "start": date(2018, 1, 1),
        "start_precision": "year",
        "end": date(2024, 12, 31),
        "end_precision": "year",
        "stated_status": "completed",
        "own_role": "implementer",
        "partners": [
            ("european-union", "funder", ""),
            ("google-arts-and-culture", "platform", "to be confirmed"),
        ],
        "summary": (
            "Rehabilitation at World Heritage properties of Central Asia, and workshops for those "
            "who show, teach and interpret the region’s heritage."
        ),
        "body": """
            The project set out to better the lives of communities along the Silk Roads, young
            people and women among them, with new skills and new sources of income. The European
            Union paid for it and UNESCO carried it out.

            In the years from 2018 to 2024 it supported rehabilitation at World Heritage
            properties and held workshops for museum staff, tourist guides, ethnodesigners and
            teachers.
        """,
    },
    {
        "slug": "gender-equality",
        "title": (
            "Assisting Kazakhstan in the implementation of the Concept of Family and Gender Policy "
            "ensuring gender equality, empowering all women and girls in Kazakhstan, and "
            "overcoming the consequences of the COVID-19 pandemic crisis"
        ),
        "short_title": "Gender Equality in Kazakhstan",
        "sector": "education",
        "further_sectors": ["social-human-sciences"],
        "countries": ["kazakhstan"],
        "stated_status": "completed",
        "own_role": "implementer",
        "partners": [
            ("ministry-of-information-and-culture-kazakhstan", "funder", ""),
            ("un-women", "joint-implementer", ""),
            ("unfpa-kazakhstan", "joint-implementer", ""),
            ("ministry-of-education-kazakhstan", "adopting-authority", "planned"),
        ],
        "summary": (
            "Education policy and textbooks in Kazakhstan examined for the equality of women and "
            "men, and teachers trained to practise it."
        ),
        "body": """
            The project helped Kazakhstan to put its family and gender policy into practice, and to
            get over the effects of the pandemic. In education, policy documents and schoolbooks
            were analysed, and a course for working teachers was developed and held.

            The project has ended. The course is to live on in the professional development that
            the Ministry of Education offers to teachers.
        """,
    },
    {
        "slug": "cryosphere",
        "title": "GEF-UNDP-UNESCO Cryosphere project",
        "short_title": "Cryosphere",
        "other_names": [{"name": "Криосфера", "note": "In Russian and Kazakh."}],
        "sector": "natural-sciences",
        "countries": ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"],
        "stated_status": "running",
        "own_role": "implementer",
        "partners": [
            ("global-environment-facility", "funder", ""),
            ("undp", "implementer", "agency, beside UNESCO"),
        ],
        "summary": (
            "What the loss of snow and ice will mean for Central Asia’s water, and how its five "
            "countries can adapt."
        ),
        "body": """
            Three organisations give the project its name: the Global Environment Facility (GEF),
            which funds it, and its two agencies, UNDP and UNESCO.

            Workshops were held nation by nation, the last of them in Ashgabat in October 2024.
            In November representatives of the five countries met in Almaty, worked on the
            project’s Diagnostic Analysis and proposed ways to adapt, which are to shape plans of
            action for each country and for the region.
        """,
    },
    {
        "slug": "glofca",
        "title": "GLOFCA",
        "other_names": [
            {
                "name": (
                    "Reducing vulnerabilities of populations in Central Asia from glacier lake "
                    "outburst floods in a changing climate"
                ),
                "note": "The long title that glofca.org gives; the office writes GLOFCA.",
            },
        ],
        "sector": "natural-sciences",
        "countries": ["kazakhstan", "uzbekistan"],
        "stated_status": "running",
        "own_role": "implementer",
        "partners": [
            ("adaptation-fund", "funder", ""),
            ("university-of-zurich", "technical", ""),
            ("sensalpin", "technical", "early warning systems"),
        ],
        "summary": (
            "Early warning of floods from glacier lakes in Central Asia, and communities and "
            "schools that know what to do."
        ),
        "body": """
            GLOFCA is about the floods that follow when a glacier lake bursts. The Adaptation
            Fund (AF) pays for the project and UNESCO carries it out. It plans early warning
            systems for pilot sites in each of its countries, looks for adaptation measures that
            cost little, and helps communities to prepare for an emergency.

            In the second half of 2024 its experts met in Almaty, spoke with communities in Issyk
            and Talgar, and taught in schools at Pskem and Tepar.
        """,
    },
]
