"""Tags by their names: as they are typed, separated by commas and never by spaces; and as drafts,
versions and open forms know them, whose tag may have another name by now.
"""

from django.apps import apps

MOST_MERGES = 10  # one into the next, and that into another


def split_on_commas(text):
    """Two tags in "glacier lakes, youth", where taggit alone would make three.

    A tag that is there already keeps its spelling: «вода» is «Вода» on every database, where SQLite
    would fold the case of Latin letters only. The old name of one that was renamed or merged is
    that one.
    """
    typed = {tag.casefold(): tag for tag in (" ".join(t.split()) for t in text.split(",")) if tag}
    names = apps.get_model("taggit.Tag").objects.values_list("name", flat=True)
    known = {name.casefold(): name for name in names} if typed else {}
    led_on = tags_led_to(tag for key, tag in typed.items() if key not in known)
    known |= {name.casefold(): tag.name for name, tag in led_on.items()}
    return sorted({known.get(key, tag) for key, tag in typed.items()})


def join_with_commas(tags):
    return ", ".join(sorted(tag.name for tag in tags))


def tags_named(names):
    """The tags of these names, by whatever name they go now; the names of those to be made."""
    known = {tag.name: tag for tag in apps.get_model("taggit.Tag").objects.filter(name__in=names)}
    known |= tags_led_to(name for name in names if name not in known)
    return list(dict.fromkeys(known.get(name, name) for name in names))


def tags_led_to(names):
    """{name: tag}: of names that no tag has any longer, those that were renamed or merged."""
    wanted = {name.casefold(): name for name in names}
    if not wanted:
        return {}
    merges = apps.get_model("almaty.Merge").objects.of_tags()
    rows = list(merges.values_list("lost_name", "lost_id", "survivor_id"))
    merged = {lost: survivor for _name, lost, survivor in rows if lost != survivor}
    found = {}
    for name, _lost, key in rows:
        if name.casefold() in wanted:
            for _round in range(MOST_MERGES):
                key = merged.get(key, key)
            found[wanted[name.casefold()]] = key  # of several the last
    tags = apps.get_model("taggit.Tag").objects.in_bulk(found.values()) if found else {}
    return {name: tags[key] for name, key in found.items() if key in tags}


def names_of(tag):
    """The names by which drafts may know a tag: its own, and old ones that no other tag has now."""
    if not hasattr(tag, "known_names"):
        old = set(
            apps.get_model("almaty.Merge").objects.of_tags().values_list("lost_name", flat=True)
        )
        old -= set(type(tag).objects.filter(name__in=old).values_list("name", flat=True))
        led = {name for name, other in tags_led_to(old).items() if other.pk == tag.pk}
        tag.known_names = {tag.name, *led}
    return tag.known_names
