"""How tags are written in one text field: separated by commas, never by spaces."""

from django.apps import apps


def split_on_commas(text):
    """Two tags in "glacier lakes, youth", where taggit alone would make three.

    A tag that is there already keeps its spelling: «вода» is «Вода» on every database, where SQLite
    would fold the case of Latin letters only.
    """
    typed = {tag.casefold(): tag for tag in (" ".join(t.split()) for t in text.split(",")) if tag}
    names = apps.get_model("taggit.Tag").objects.values_list("name", flat=True)
    known = {name.casefold(): name for name in names} if typed else {}
    return sorted(known.get(key, tag) for key, tag in typed.items())


def join_with_commas(tags):
    return ", ".join(sorted(tag.name for tag in tags))
