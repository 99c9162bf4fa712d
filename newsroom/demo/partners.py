"""The twenty organisations named in the office's texts, besides UNESCO itself.

`note` speaks to the desk alone: what was concluded, or comes from elsewhere, and is to be checked.
"""

PARTNERS = [
    {
        "slug": "european-union",
        "name": "European Union",
        "name_ru": "Европейский союз",
        "name_kk": "Еуропалық Одақ",
        "acronym": "EU",
        "kind": "donor",
        "description": "Paid for the Silk Roads Heritage Corridors project, 2018 to 2024.",
    },
    {
        "slug": "un-women",
        "name": "UN Women",
        "name_ru": "ООН-женщины",
        "name_kk": "БҰҰ-Әйелдер",
        "kind": "un-agency",
        "description": (
            "Carried out the Gender Equality project in Kazakhstan jointly with UNESCO and UNFPA."
        ),
        "note": "“In Kazakhstan” may be meant of its office there too, as of UNFPA’s.",
    },
    {
        "slug": "unfpa-kazakhstan",
        "name": "UNFPA in Kazakhstan",
        "name_ru": "ЮНФПА в Казахстане",
        "name_kk": "ЮНФПА-ның Қазақстандағы кеңсесі",
        "acronym": "UNFPA",
        "kind": "un-agency",
        "seat": "KZ",
        "description": (
            "The country office of UNFPA. It carried out the Gender Equality project jointly with "
            "UNESCO and UN Women."
        ),
        "other_names": [
            {
                "name": "United Nations Population Fund",
                "note": "The agency as a whole; not spelled out in the office’s texts.",
            }
        ],
    },
    {
        "slug": "ministry-of-information-and-culture-kazakhstan",
        "name": "Ministry of Information and Culture of Kazakhstan",
        "name_ru": "Министерство информации и культуры Казахстана",
        "name_kk": "Қазақстанның Ақпарат және мәдениет министрлігі",
        "kind": "national-government",
        "seat": "KZ",
        "description": "Paid for the Gender Equality project in Kazakhstan.",
        "note": "Name as the office’s text has it: check the order of the two subjects.",
    },
    {
        "slug": "ministry-of-education-kazakhstan",
        "name": "Ministry of Education of Kazakhstan",
        "name_ru": "Министерство образования Казахстана",
        "name_kk": "Қазақстанның Білім министрлігі",
        "kind": "national-government",
        "seat": "KZ",
        "description": (
            "Is to take the course on gender equality into its professional development of "
            "teachers."
        ),
        "note": (
            "The text says “Ministry of Education” only: the country is concluded, and the full "
            "name is to be checked."
        ),
        "other_names": [{"name": "Ministry of Education", "note": "As the office’s text has it."}],
    },
    {
        "slug": "google-arts-and-culture",
        "name": "Google Arts and Culture",
        "kind": "private",
        "description": "The platform on which the Silk Roads project presented its subject.",
        "note": (
            "What was launched there is not known: the link in the office’s text is lost. Confirm "
            "the role."
        ),
    },
    {
        "slug": "csd",
        "name": "Center “Cooperation for Sustainable Development of the Republic of Kazakhstan”",
        "name_ru": "Центр «Сотрудничество для устойчивого развития Республики Казахстан»",
        "name_kk": "«Қазақстан Республикасының тұрақты дамуы үшін ынтымақтастық» орталығы",
        "acronym": "CSD",
        "kind": "unknown",
        "seat": "KZ",
        "description": "Held the emergency training for students in Talgar together with UNESCO.",
        "note": "Probably civil society; the text does not say.",
    },
    {
        "slug": "da-kunaev-college",
        "name": "D.A. Kunaev College",
        "name_ru": "Колледж имени Д.А. Кунаева",
        "name_kk": "Д.А. Қонаев атындағы колледж",
        "kind": "education",
        "seat": "KZ",
        "description": "A college in Talgar, where students were trained for emergencies.",
    },
    {
        "slug": "al-farabi-kazakh-national-university",
        "name": "Al-Farabi Kazakh National University",
        "name_ru": "Казахский национальный университет имени аль-Фараби",
        "name_kk": "Әл-Фараби атындағы Қазақ ұлттық университеті",
        "acronym": "KazNU",
        "kind": "academic",
        "seat": "KZ",
        "description": "Its experts taught in Talgar and Issyk on emergencies and on lake floods.",
        "note": "The acronym comes from outside the office’s texts.",
    },
    {
        "slug": "talgar-emergency-department",
        "name": "Talgar District Emergency Situations Department",
        "name_ru": "Отдел по чрезвычайным ситуациям Талгарского района",
        "name_kk": "Талғар ауданының төтенше жағдайлар бөлімі",
        "kind": "local-government",
        "seat": "KZ",
        "description": "Its experts taught at the emergency training for students in Talgar.",
    },
    {
        "slug": "red-crescent-kazakhstan",
        "name": "Red Crescent of Kazakhstan",
        "name_ru": "Красный Полумесяц Казахстана",
        "name_kk": "Қазақстан Қызыл Жарты Айы",
        "kind": "red-cross",
        "seat": "KZ",
        "description": "Its experts taught at the emergency training for students in Talgar.",
    },
    {
        "slug": "global-environment-facility",
        "name": "Global Environment Facility",
        "name_ru": "Глобальный экологический фонд",
        "name_kk": "Жаһандық экологиялық қор",
        "acronym": "GEF",
        "kind": "multilateral-fund",
        "description": "Funds the Cryosphere project, of which UNDP and UNESCO are the agencies.",
        "note": "The office’s texts write GEF only; the full name was added from outside them.",
    },
    {
        "slug": "undp",
        "name": "UNDP",
        "name_ru": "ПРООН",
        "name_kk": "БҰҰ Даму бағдарламасы",
        "kind": "un-agency",
        "description": "One of the two agencies of the Cryosphere project, beside UNESCO.",
        "other_names": [
            {
                "name": "United Nations Development Programme",
                "note": "Not spelled out in the office’s texts.",
            }
        ],
    },
    {
        "slug": "adaptation-fund",
        "name": "Adaptation Fund",
        "name_ru": "Адаптационный фонд",
        "name_kk": "Бейімделу қоры",
        "acronym": "AF",
        "kind": "multilateral-fund",
        "description": "Funds GLOFCA, the project on floods from glacier lakes in Central Asia.",
        "note": "The office’s texts write AF only; the full name was added from outside them.",
    },
    {
        "slug": "university-of-zurich",
        "name": "University of Zurich",
        "name_ru": "Цюрихский университет",
        "name_kk": "Цюрих университеті",
        "kind": "academic",
        "seat": "CH",
        "description": (
            "Brings its knowledge to GLOFCA: at the workshop on early warning, at seminars and at "
            "lessons in schools."
        ),
    },
    {
        "slug": "sensalpin",
        "name": "SensAlpin",
        "kind": "unknown",
        "description": "Took part in GLOFCA’s workshop on early warning in Almaty.",
        "note": "Perhaps a private firm, perhaps in Switzerland; the text says neither.",
    },
    {
        "slug": "kazselezashchita",
        "name": "Kazselezashchita",
        "name_ru": "Казселезащита",
        "name_kk": "Қазселденқорғау",
        "kind": "national-government",
        "seat": "KZ",
        "description": "Its experts spoke at the seminars on lake floods in Issyk and Talgar.",
        "note": "The state’s protection from mudflows; known from outside the office’s texts.",
    },
    {
        "slug": "nigmi",
        "name": "NIGMI",
        "name_ru": "НИГМИ",
        "kind": "academic",
        "seat": "UZ",
        "description": "Its experts taught pupils in Pskem and Tepar about natural hazards.",
        "note": "The acronym is not spelled out; kind and country are concluded.",
    },
    {
        "slug": "uzbekhydrogeology",
        "name": "SE “Uzbekhydrogeology”",
        "name_ru": "ГП «Узбекгидрогеология»",
        "name_kk": "«Өзбекгидрогеология» мемлекеттік кәсіпорны",
        "kind": "state-enterprise",
        "seat": "UZ",
        "description": (
            "A state enterprise, whose experts taught pupils in Pskem and Tepar about natural "
            "hazards."
        ),
        "other_names": [
            {"name": "Uzbekhydrogeology"},
            {"name": "Узбекгидрогеология"},
            {"name": "Өзбекгидрогеология"},
        ],
    },
    {
        "slug": "institute-of-geology-and-geophysics",
        "name": "Institute of Geology and Geophysics",
        "name_ru": "Институт геологии и геофизики",
        "name_kk": "Геология және геофизика институты",
        "kind": "academic",
        "seat": "UZ",
        "description": "Its experts taught pupils in Pskem and Tepar about natural hazards.",
        "note": "The country is concluded from the story; the full name is to be checked.",
    },
]
