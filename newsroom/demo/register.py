"""Sectors, countries and places. A list's order is the order on the site."""

SECTORS = [
    {
        "slug": "education",
        "name": "Education",
        "name_ru": "Образование",
        "name_kk": "Білім беру",
        "mandate": (
            "Good education for everyone and at every age, and the coordination of the world’s "
            "work towards Sustainable Development Goal 4."
        ),
        "body": """
            UNESCO holds that learning is a right which lasts a lifetime, and that a place in a
            classroom is worth little without good teaching. No other body of the United Nations
            deals with the whole of education. UNESCO also coordinates Education 2030, the common
            effort towards Sustainable Development Goal 4.

            Two themes run through this work: global citizenship and sustainable development. In
            Kazakhstan the sector has looked at textbooks and education policy for the equality of
            girls and boys, and has trained teachers in it.
        """,
    },
    {
        "slug": "natural-sciences",
        "name": "Natural Sciences",
        "name_ru": "Естественные науки",
        "name_kk": "Жаратылыстану ғылымдары",
        "mandate": "Science in the service of peace, lasting development and people’s safety.",
        "body": """
            The natural sciences have belonged to UNESCO’s mandate since 1945 and are one of its
            Major Programmes. The sector helps to set standards, keeps scientists and policy-makers
            in conversation, ties networks and strengthens skills. Two programmes that began in the
            Organization’s first decades carry much of this work: the International Hydrological
            Programme (IHP), and Man and the Biosphere (MAB).

            UNESCO had a part in founding bodies that have long stood on their own: the
            International Union for Conservation of Nature in 1948, and CERN, the European
            Organization for Nuclear Research, in 1954.

            In Central Asia the sector works on snow and glaciers, on floods from glacier lakes, on
            the earth sciences and on being ready when a disaster comes.
        """,
    },
    {
        "slug": "social-human-sciences",
        "name": "Social and Human Sciences",
        "name_ru": "Социальные и гуманитарные науки",
        "name_kk": "Әлеуметтік және гуманитарлық ғылымдар",
        "mandate": (
            "Dialogue between cultures, a voice for young women and men, and public policy that "
            "rests on evidence."
        ),
        "body": """
            This is the third of UNESCO’s Major Programmes. Its subjects are a culture of peace,
            human rights, youth, gender equality, philosophy, the transformations of societies,
            bioethics and ethics in science, and what a changing climate means for people.

            In Central Asia the sector encourages cultures to talk with one another, and young women
            and men to take part in public life. It helps governments to found their policies on
            evidence, and institutions to produce knowledge and put it to use for a development
            that respects human rights and looks first to those most at risk.
        """,
    },
    {
        "slug": "culture",
        "name": "Culture",
        "name_ru": "Культура",
        "name_kk": "Мәдениет",
        "mandate": "Heritage that is well looked after, and culture as a source of development.",
        "body": """
            Culture has a worth of its own, and an economic worth besides; plans for development
            that overlook it are unlikely to succeed.

            In Central Asia the sector helps those who look after cultural and natural heritage to
            do so for the long term. The Silk Roads Heritage Corridors project, paid for by the
            European Union, joined heritage to livelihoods: it set out to give communities along
            the routes, young people and women among them, new skills and new ways to earn a living.
        """,
    },
    {
        "slug": "communication-information",
        "name": "Communication and Information",
        "name_ru": "Коммуникация и информация",
        "name_kk": "Коммуникация және ақпарат",
        "mandate": "Free expression, and knowledge within everyone’s reach.",
        "body": """
            The programme stands on two pillars, free expression and knowledge societies. With local
            partners the office has set itself four priorities:

            <ul>
            <li>skills for media that are plural and can last;</li>
            <li>access to information for everyone;</li>
            <li>teaching materials for journalists, in training and at work, on investigation, on
            gender and on the environment;</li>
            <li>professional standards, so that the media of Central Asia can regulate
            themselves.</li>
            </ul>
        """,
    },
]

COUNTRIES = [
    {
        "slug": "kazakhstan",
        "iso2": "KZ",
        "name": "Kazakhstan",
        "name_ru": "Казахстан",
        "name_kk": "Қазақстан",
        "introduction": """
            The office has its seat in Almaty. In the second half of 2024 its work in Kazakhstan
            ranged from gender equality in education to emergency training for students in Talgar,
            and to seminars on floods from glacier lakes in Issyk and Talgar. Almaty was also the
            place of two workshops on matters that reach beyond the country: early warning, and the
            future of snow and ice.
        """,
    },
    {
        "slug": "kyrgyzstan",
        "iso2": "KG",
        "name": "Kyrgyzstan",
        "name_ru": "Кыргызстан",
        "name_kk": "Қырғызстан",
        "introduction": """
            In August 2024 the office supported the summer school at Kokomeren, where students and
            researchers study rockslides in the field. Kyrgyzstan is also one of the five countries
            of the Cryosphere project, whose workshop in Almaty it attended that November.
        """,
    },
    {
        "slug": "tajikistan",
        "iso2": "TJ",
        "name": "Tajikistan",
        "name_ru": "Таджикистан",
        "name_kk": "Тәжікстан",
        "introduction": """
            Tajikistan is one of the five countries of the Cryosphere project. In November 2024 it
            was represented in Almaty, where the project’s workshop dealt with the loss of snow and
            ice in Central Asia and with ways to adapt.
        """,
    },
    {
        "slug": "turkmenistan",
        "iso2": "TM",
        "name": "Turkmenistan",
        "name_ru": "Туркменистан",
        "name_kk": "Түрікменстан",
        "introduction": """
            In October 2024 Ashgabat received the last of the Cryosphere project’s national
            workshops, on what snow and ice mean for the water of Turkmenistan. A month later the
            country took part in the workshop for all of Central Asia in Almaty.
        """,
    },
    {
        "slug": "uzbekistan",
        "iso2": "UZ",
        "name": "Uzbekistan",
        "name_ru": "Узбекистан",
        "name_kk": "Өзбекстан",
        "introduction": """
            The GLOFCA project works with rural schools at Pskem and Tepar: in October 2024 its team
            installed automated weather stations and taught pupils about natural hazards. Uzbekistan
            is also one of the five countries of the Cryosphere project.
        """,
    },
    {
        "slug": "central-asia",
        "is_region": True,
        "name": "Central Asia",
        "name_ru": "Центральная Азия",
        "name_kk": "Орталық Азия",
        "introduction": """
            Some work concerns Central Asia as a whole rather than any one country; the Silk Roads
            Heritage Corridors project, finished in 2024, is an example. It stands here, and is not
            counted again under Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan or Uzbekistan.
        """,
    },
]

PLACES = [
    {"name": "Almaty", "name_ru": "Алматы", "name_kk": "Алматы", "country": "kazakhstan"},
    {"name": "Talgar", "name_ru": "Талгар", "name_kk": "Талғар", "country": "kazakhstan"},
    {
        "name": "Issyk",
        "name_ru": "Есик",
        "name_kk": "Есік",
        "country": "kazakhstan",
        "other_names": [{"name": "Esik", "note": "Spelling of maps; the office writes Issyk."}],
    },
    {"name": "Ashgabat", "name_ru": "Ашхабад", "name_kk": "Ашғабат", "country": "turkmenistan"},
    {
        "name": "Kokomeren",
        "name_ru": "Кокомерен",
        "name_kk": "Көкөмерен",
        "kind": "natural",
        "country": "kyrgyzstan",
    },
    {
        "name": "Pskem",
        "name_ru": "Пскем",
        "name_kk": "Пскем",
        "kind": "village",
        "country": "uzbekistan",
    },
    {
        "name": "Tepar",
        "name_ru": "Тепар",
        "name_kk": "Тепар",
        "kind": "village",
        "country": "uzbekistan",
    },
    {"name": "Tien Shan", "name_ru": "Тянь-Шань", "name_kk": "Тянь-Шань", "kind": "natural"},
]
