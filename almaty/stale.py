"""Which translations of a page are older than what they translate: told at every revision."""

from almaty.revisions import Revision
from almaty.translated import CODES


def translations_after(page, revision):
    """The fields of a page that tell of its translations, once this revision is its newest.

    A translation is as new as the revision in which it was last changed. It is stale while the
    first language says something else than it said in that revision; undoing that change makes it
    good again.
    """
    needs = page.translation_needs
    first, *others = CODES

    def texts(content, code):
        return [content.get(f"{field}_{code}") or "" for field in needs]

    before = Revision.objects.numbered(page, revision.number - 1)
    made_from, stale = dict(page.translated_from), []
    for code in others:
        now = texts(revision.content, code)
        if not now[0]:
            made_from.pop(code, None)
            continue
        if code not in made_from:
            was_there = before and now == texts(before.content, code)
            made_from[code] = before.number if was_there else revision.number
        elif before and now != texts(before.content, code):
            made_from[code] = revision.number
        source = revision
        if made_from[code] != revision.number:
            source = Revision.objects.numbered(page, made_from[code]) or revision
        if texts(source.content, first) != texts(revision.content, first):
            stale.append(code)
    return {"translated_from": made_from, "stale": " ".join(stale)}
