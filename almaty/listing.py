"""What every filtered list shows beside its rows: chips, addresses and page numbers."""

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def address(path, query):
    return f"{path}?{query}" if query else path


def chips(filterset, path):
    """[{label, kind, value, name, remove_url}] for each chosen value, and each one not known."""
    found = []
    for name, values in filterset.data.lists():
        chosen = {str(getattr(v, "slug", v)): v for v in as_list(filterset.chosen[name])}
        for value in values:
            known = chosen.get(value)
            label = getattr(known, "label", None) or (str(known) if known else value[:60])
            found.append(
                {
                    "name": name,
                    "value": value,
                    "kind": filterset.filters[name].label,
                    "label": label,
                    "is_known": known is not None,
                    "remove_url": address(path, filterset.query(without=(name, value))),
                }
            )
    return found


def as_list(value):
    return value if isinstance(value, list) else [value] if value else []


def either(values, called="%(name)s"):
    """As in: Kazakhstan or Uzbekistan. Values of one filter widen."""
    names = [called % {"name": getattr(value, "label", value)} for value in values]
    if len(names) == 1:
        return names[0]
    return _("%(list)s or %(last)s") % {"list": ", ".join(names[:-1]), "last": names[-1]}


def sentence(counted, chosen):
    """What a list shows, said once: title, heading, status message and feed title.

    `counted` is "6 stories"; what is chosen follows in the order a person would say it. Names
    cannot be inflected, so a language places what has been said so far, and quotes names, as it
    must for the whole to be right.
    """
    # Translators: one name among those a list is filtered by; quoted where it cannot be inflected.
    called = pgettext("name in the sentence over a list", "%(name)s")
    said = counted
    for name, words in (
        ("status", _("%(said)s that are %(names)s")),
        ("kind", _("%(said)s of the kind %(names)s")),
        ("sector", _("%(said)s on %(names)s")),
        ("country", _("%(said)s in %(names)s")),
        ("role", _("%(said)s (role: %(names)s)")),
        ("project", _("%(said)s of the project %(names)s")),
        ("partner", _("%(said)s with %(names)s")),
        ("tag", _("%(said)s tagged %(names)s")),
    ):
        if chosen.get(name):
            names = either(chosen[name]) if name == "country" else either(chosen[name], called)
            said = words % {"said": said, "names": names}
    if chosen.get("q"):
        said = _("%(said)s about “%(words)s”") % {"said": said, "words": chosen["q"][:60]}
    if chosen.get("period"):
        said = _("%(said)s, %(names)s") % {"said": said, "names": either(chosen["period"])}
    return said


class KnownCountPaginator(Paginator):
    """Pages of rows whose number is known already, fetched by their keys.

    `keys` is a queryset, whose page of keys comes from an index alone before its rows are read; or
    a list of keys in an order no database has.
    """

    def __init__(self, keys, per_page, count, rows):
        super().__init__(keys, per_page)
        self.known_count, self.rows = count, rows

    @cached_property
    def count(self):
        return self.known_count

    def page(self, number):
        page = super().page(number)
        keys = page.object_list
        if not isinstance(keys, list):
            keys = list(keys.values_list("pk", flat=True)) if self.count else []
        rows = {row.pk: row for row in self.rows.filter(pk__in=keys)} if keys else {}
        page.object_list = [rows[key] for key in keys if key in rows]
        return page


def page_or_404(paginator, data):
    """The page that `?page=` names; anything that is not a page of this list is not found."""
    number = data.get("page") or "1"
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise Http404("not a page number")
    try:
        return paginator.page(int(number))
    except EmptyPage:
        raise Http404("no such page") from None
