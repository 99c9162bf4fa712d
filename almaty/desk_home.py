"""The desk's home page: what waits for this person, then what is missing of what is public."""

from operator import itemgetter

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.http import urlencode

from almaty.desk_addresses import desk_url
from almaty.desk_tasks import LABELS, TaskFilter, tasks
from almaty.fact_check_links import open_comments
from almaty.presence import open_now

SHOWN = 5


def context(site, request):
    """For templates/admin/desk_index.html. Two queries for each kind of page, and one for each kind
    of thing that there is to say of it, whatever the number of pages."""
    groups, sections = [], {name: [] for name in LABELS}
    for model, model_admin in site._registry.items():
        if hasattr(model_admin, "get_concerns") and model_admin.has_change_permission(request):
            group = looked_through(model_admin, request, sections)
            groups.append(
                group
                | {"order": model_admin.concern_order, "name": model._meta.verbose_name_plural}
            )
    return {
        "groups": sorted((g for g in groups if g["concerns"]), key=itemgetter("order")),
        "sections": [
            {"name": name, "label": LABELS[name], "kinds": kinds, "count": count}
            for name, kinds in sections.items()
            if (count := sum(kind["count"] for kind in kinds))
        ],
        "open_pages": [
            {"name": str(page), "url": desk_url("change", page, page.pk), "who": ", ".join(names)}
            for page, names in open_now(request.user)
        ],
        "comments": comments(request.user),
    }


def looked_through(model_admin, request, sections):
    """The concerns of one kind of page; its tasks are added to the sections."""
    rows = model_admin.get_queryset(request).order_by()
    concerns = model_admin.get_concerns()
    due = tasks(model_admin, request) if hasattr(model_admin, "may") else []
    conditions = [each.condition for each in [*concerns, *due]]
    counts = list(
        rows.aggregate(
            **{f"n{n}": Count("pk", filter=condition) for n, condition in enumerate(conditions)}
        ).values()
    )
    for task, count in zip(due, counts[len(concerns) :], strict=True):
        if count:
            narrowed = {"task": task.name} if TaskFilter in model_admin.list_filter else {}
            kind = brief(model_admin, rows.filter(task.condition), count, narrowed, True)
            sections[task.name].append(kind)
    return {
        "concerns": [
            brief(model_admin, rows.filter(concern.condition), count, concern.filter)
            | {"label": concern.label}
            for concern, count in zip(concerns, counts, strict=False)
            if count
        ]
    }


def brief(model_admin, rows, count, narrowed, has_state=False):
    """How many there are, the first of them, and the address of the list of all."""
    is_told = has_state and hasattr(model_admin, "state")
    return {
        "kind": model_admin.opts.verbose_name_plural,
        "count": count,
        "url": f"{desk_url('changelist', model_admin.model)}?{urlencode(narrowed)}".rstrip("?"),
        "more": max(0, count - SHOWN),
        "pages": [
            {
                "name": str(page),
                "url": desk_url("change", page, page.pk),
                "note": model_admin.state(page) if is_told else "",
            }
            for page in model_admin.in_brief(rows)[:SHOWN]
        ],
    }


def comments(user):
    """What readers of fact-check links have said and nobody has dealt with, by page."""
    found = {}
    for comment in open_comments(user):
        check = comment.fact_check
        found.setdefault((check.content_type_id, check.object_id), []).append(comment)
    told = []
    for (kind, key), said in list(found.items())[:SHOWN]:
        model = ContentType.objects.get_for_id(kind).model_class()
        page = model._base_manager.filter(pk=key).first()
        if page is not None:
            url = desk_url("fact_checks", page, page.pk)
            told.append({"name": str(page), "url": url, "count": len(said)})
    return told
