"""What pages say before and after a merge."""

from almaty import contents, editing
from newsroom.models import NewsItem
from programmes.models import Partner, Project


def reread(page):
    return type(page)._base_manager.get(pk=page.pk)


def everything():
    """What all pages say, row and draft, and where they stand."""
    told = {}
    for model in (NewsItem, Project, Partner):
        for page in model._base_manager.all():
            draft = page.draft.content if page.draft_id else None
            told[model.__name__, page.pk] = (
                comparable(contents.content_of(page)),
                comparable(draft) if draft else None,
                page.status,
            )
    return told


def comparable(content):
    return {
        name: [contents.without_id(row) if isinstance(row, dict) else row for row in value]
        if isinstance(value, list)
        else value
        for name, value in content.items()
    }


def draft(page, **fields):
    page = reread(page)
    return editing.save(page, editing.current_content(page) | fields, None)[0]


def contribution(partner, role="host", note=""):
    return {"id": None, "partner_id": partner.pk, "role": role, "note": note}
