"""A story with something in every field, and a draft of it in which every field says MARK."""

from almaty import contents, editing
from programmes.models import Partner, Place
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_result,
    make_sector,
    make_snapshot,
)

MARK = "xqzdraft"


def make_live_story(**fields):
    item = make_news_item(
        "Glaciers",
        countries=[make_country()],
        tags=["ice"],
        title_ru="Ледники",
        body="<p>Words.</p>",
        sector=make_sector(),
        snapshot=make_snapshot(),
        **fields,
    )
    item.event_dates.create(start="2024-10-08")
    item.contributions.create(partner=make_partner("Ministry"), role="funder")
    make_result(news_item=item)
    return item


def draft_content(item):
    """The content of a story with all of it changed; what it is joined to is public."""
    content = contents.content_of(item)
    partner = make_partner(f"{MARK} partner")
    place = Place.objects.create(name=f"{MARK} place")
    image = make_image(alt=f"{MARK} picture", caption=f"{MARK} caption")
    return content | {
        "title_en": f"{MARK} title",
        "title_ru": f"{MARK} заголовок",
        "summary_en": f"{MARK} summary",
        "body_en": f"<p>{MARK} body</p>",
        "countries": [make_country(f"{MARK} country", slug="elsewhere").pk],
        "places": [place.pk],
        "sector_id": make_sector(f"{MARK} sector", slug="other").pk,
        "image_id": image.pk,
        "project_id": make_project(f"{MARK} project").pk,
        "tags": [f"{MARK} tag"],
        "event_dates": [
            {"id": None, "start": "2011-03-04", "end": None, "precision": "day", "inferred": False}
        ],
        "contributions": [
            {"id": None, "partner_id": partner.pk, "role": "host", "note": f"{MARK} note"}
        ],
        "results": [
            {"id": None, "value": "4321", "qualifier": "over", "unit_en": f"{MARK} unit"}
            | {"country_id": None, "period": "", "is_key": True, "position": 0}
        ],
    }


SHOWN = [
    *("title", "summary", "body", "country", "place", "sector", "picture", "caption", "project"),
    *("tag", "partner", "note", "unit"),
]


def make_draft(item, by):
    return editing.save(item, draft_content(item), by)[0]


def partners_marked():
    return Partner.objects.filter(name__contains=MARK)
