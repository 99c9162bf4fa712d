"""Stories 1 to 4: heritage, education, young scientists, students.

Results give only numbers that the office's text gives.
"""

from datetime import date

STORIES = [
    {
        "slug": "silk-roads-project-completed",
        "title": "Silk Roads heritage project comes to a close",
        "summary": (
            "The European Union and UNESCO have completed the Silk Roads Heritage Corridors "
            "project. It supported World Heritage properties in Central Asia, and trained people "
            "who work with the region’s heritage."
        ),
        "body": """
            The Silk Roads Heritage Corridors project has completed its work in Central Asia. It ran
            from 2018 to 2024, paid for by the European Union and carried out by UNESCO, as part of
            the international side of the European Year of Cultural Heritage.

            Some of the work was done on site: the project supported rehabilitation at World
            Heritage properties. Some of it was training, in workshops for museum staff, tourist
            guides, ethnodesigners and teachers of UNESCO Associated Schools.

            The aim went beyond conservation. New skills and new sources of income were to improve
            the lives of communities along the routes, young people and women among them. The
            project also presented the region’s cultural legacy on Google Arts and Culture, a launch
            that it counts among its milestones.
        """,
        "is_lead": True,
        "image": "1-silk-roads",
        "sector": "culture",
        "countries": ["central-asia"],
        "project": "silk-roads",
        "partners": [
            ("european-union", "funder", ""),
            ("google-arts-and-culture", "platform", "to be confirmed"),
        ],
        "tags": ["silk roads", "world heritage", "workshop", "training"],
        "dates": [{"start": date(2018, 1, 1), "end": date(2024, 12, 31), "precision": "year"}],
    },
    {
        "slug": "gender-equality-in-education",
        "title": "Gender equality in Kazakhstan’s schools: textbooks examined, 90 teachers trained",
        "summary": (
            "A project with UN Women and UNFPA in Kazakhstan has examined education policy and "
            "textbooks, and trained 90 teachers. The Ministry of Education is to make the course "
            "its own."
        ),
        "body": """
            What do schoolbooks in Kazakhstan tell girls and boys about one another, and what does
            education policy ask for? A project of UNESCO’s office in Almaty, now ended, looked into
            both, and developed a course for teachers. UNFPA in Kazakhstan and UN Women carried it
            out jointly with UNESCO; the Ministry of Information and Culture of Kazakhstan paid for
            it.

            Policy documents and secondary-school textbooks were examined for discrimination and for
            the way they treat gender. The books came from the humanities as well as from science,
            technology, engineering and mathematics. The finding: the national curriculum gives
            little room to gender equality, and the textbooks do not treat women and men alike. The
            review closed with recommendations for policy and for curricula that can be put into
            practice.

            The course is meant for teachers already at work. Ninety have taken it, and learned how
            to build equality into their lessons and keep discrimination out of their classrooms.
            The Ministry of Education is to adopt it for its own professional development of
            teachers, so that it lasts and reaches more schools.

            No project in Kazakhstan had joined an analysis of education policy with such a course
            before. Much remains to be done until every school is safe and welcoming, without
            bullying, stereotypes or violence, and the work on policy, curricula and teacher
            training has to go on.
        """,
        "is_lead": True,
        "image": "2-gender-education",
        "sector": "education",
        "further_sectors": ["social-human-sciences"],
        "countries": ["kazakhstan"],
        "project": "gender-equality",
        "partners": [
            ("ministry-of-information-and-culture-kazakhstan", "funder", ""),
            ("un-women", "joint-implementer", ""),
            ("unfpa-kazakhstan", "joint-implementer", ""),
            ("ministry-of-education-kazakhstan", "adopting-authority", "planned"),
        ],
        "tags": ["gender equality", "teacher training", "schools", "training"],
        "results": [
            # No period: the project is undated in the text, and may have trained them before July.
            {
                "value": 90,
                "unit": "teachers trained in gender equality",
                "country": "kazakhstan",
                "is_key": True,
            },
        ],
    },
    {
        "slug": "scientific-summer-schools",
        "title": "Rockslides, fossils and climate: two summer schools in the mountains",
        "summary": (
            "In August 2024 the office supported two annual schools for young scientists: one on "
            "rockslides at Kokomeren in Kyrgyzstan, one on geology and climate in the Tien Shan."
        ),
        "body": """
            Two summer schools take young people into the mountains of Central Asia every year to
            learn about geology. In August 2024 UNESCO’s office in Almaty supported both. Those who
            attend study the processes that shape the earth, and discover how varied the geology of
            the region is.

            At the Kokomeren Summer School, in Kyrgyzstan, the subject was rockslides. Its 16
            participants, students as well as researchers, came from Central Asia and from Europe.
            They studied the geological and tectonic forces at work, went to see large rockslides,
            and met people from the communities nearby.

            The International Summer School on Geoheritage, Geology, and Climatology took place in
            the Tien Shan range. There, fieldwork was the way into four sciences: of sediments, of
            fossils, of the layers of rock, and of climate.

            Both schools rely on practice. Young scientists who have worked on geology and climate
            change in the field are better prepared for the environmental problems that Central Asia
            faces.
        """,
        "image": "3-summer-schools",
        "sector": "natural-sciences",
        "countries": ["kyrgyzstan"],
        "places": ["Kokomeren", "Tien Shan"],
        "tags": ["geology", "climate change", "youth", "training"],
        "dates": [{"start": date(2024, 8, 1), "precision": "month"}],
        "results": [
            {
                "value": 16,
                "unit": "students and researchers at the Kokomeren summer school on rockslides",
                "country": "kyrgyzstan",
                "period": "2024-h2",
                "is_key": True,
            },
            # The second school met in the Tien Shan, in a country that is not stated.
            {"value": 2, "unit": "scientific summer schools supported", "period": "2024-h2"},
        ],
    },
    {
        "slug": "emergency-training-talgar",
        "title": "Over 50 students in Talgar learn what to do in an emergency",
        "summary": (
            "For the International Day for Disaster Risk Reduction, experts of a university, the "
            "emergency services and the Red Crescent came to a college in Talgar, Kazakhstan, to "
            "teach first aid and what belongs in an emergency kit."
        ),
        "body": """
            On the occasion of the International Day for Disaster Risk Reduction, high-school
            students in Talgar, Kazakhstan, were trained for emergencies. Over 50 of them took part.
            UNESCO’s office in Almaty held the training together with the Center “Cooperation for
            Sustainable Development of the Republic of Kazakhstan” (CSD); the D.A. Kunaev College
            was the host.

            The experts who taught came from the Red Crescent of Kazakhstan, from the Talgar
            District Emergency Situations Department and from Al-Farabi Kazakh National University.

            The students learned which hazards to expect where they live, and how to respond when
            something happens. First aid was part of the course, with cardiopulmonary resuscitation
            (CPR), and so was the question of what belongs in an emergency kit. The aim is that
            young people can cope with an emergency, and that the risk of disaster in the region
            falls in the long run.
        """,
        "image": "4-emergency-training",
        "sector": "natural-sciences",
        "further_sectors": ["social-human-sciences"],
        "countries": ["kazakhstan"],
        "places": ["Talgar"],
        "partners": [
            ("csd", "co-organiser", ""),
            ("da-kunaev-college", "host", ""),
            ("al-farabi-kazakh-national-university", "technical", ""),
            ("talgar-emergency-department", "technical", ""),
            ("red-crescent-kazakhstan", "technical", ""),
        ],
        "tags": ["disaster risk reduction", "youth", "schools", "training"],
        "results": [
            {
                "value": 50,
                "qualifier": "over",
                "unit": "students trained for emergencies",
                "country": "kazakhstan",
                "period": "2024-h2",
                "is_key": True,
            },
        ],
    },
]
