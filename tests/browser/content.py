"""What the pages show in browser tests: the demo content, and what strains a list or a layout."""

import io

from django.core.management import call_command
from django.db import connection

from almaty.models import Image
from newsroom.models import NewsItem, Snapshot
from programmes.models import Country, Partner, Sector
from tests.factories import make_image, make_news_item, make_partner, picture_file

LATIN = "Hydrometeorologicalobservationnetworkmodernisationprogramme"
CYRILLIC = "Гидрометеорологиялықбақылаужүйелерінжаңғыртубағдарламасы"
BODY = f"""
<h2>What was agreed</h2><p>A paragraph with <strong>weight</strong>, <em>stress</em> and
<a href="https://example.org/a-report-with-a-long-address/2024/annex-4">a link to a report</a>.</p>
<h3>{CYRILLIC}</h3><ul><li>First</li><li>Second</li></ul><ol><li>One</li><li>Two</li></ol>
<blockquote><p>Water knows no border.</p></blockquote><p>{LATIN}</p>
"""


def load():
    refuse_a_real_database()
    call_command("load_demo", "--without-images", stdout=io.StringIO())
    image = make_image(
        file=picture_file(size=(360, 240)),
        alt="A teal field",
        caption="A field, in one colour",
        credit="Nobody",
    )
    NewsItem.objects.update(image=image)
    Snapshot.objects.update(image=image)
    add_a_second_page()
    add_long_words(image)


def refuse_a_real_database():
    """pytest-django makes the test database only for tests that say they need one."""
    name = str(connection.settings_dict["NAME"]).rpartition("/")[2]
    if not name.startswith(("file:memorydb_", "test_")):
        raise RuntimeError("This is not the database of the tests; nothing was touched.")


def add_a_second_page():
    """Stories of a half-year without an edition; with the demo's eight, two pages."""
    kazakhstan, culture = Country.objects.get(slug="kazakhstan"), Sector.objects.get(slug="culture")
    for n in range(1, 9):
        make_news_item(
            f"Earlier story {n}",
            slug=f"earlier-{n}",
            period="2024-h1",
            sector=culture,
            countries=[kazakhstan],
        )


def add_long_words(image):
    partner = make_partner(f"{LATIN} {CYRILLIC}", slug="long-words")
    story = make_news_item(
        f"{LATIN}: {CYRILLIC}",
        slug="long-words",
        period="2024-h1",
        summary=f"{CYRILLIC} {LATIN}",
        body=BODY,
        image=image,
        sector=Sector.objects.get(slug="natural-sciences"),
        countries=Country.objects.filter(is_region=False),
        tags=[LATIN[:50], CYRILLIC[:50]],
    )
    for other in [partner, Partner.objects.get(slug="undp")]:
        story.contributions.create(partner=other, role="technical", note=LATIN)


def image_of_a_story():
    return Image.objects.first()
