"""Editors at the same moment, and processes that die: run by tests as a process of its own.

    python -m tests.almaty.at_once pairs 50 [--fault no-version-check]

It needs a database that several connections can open at once (DATABASE_URL), already migrated.
Prints one line of JSON: how much was done, and what was wrong. With `--fault` the site itself is
given the named fault, which has to be found.
"""

import argparse
import json
import random
import sys
import threading
import time
from datetime import timedelta
from functools import partial

import django
from django.test.utils import setup_test_environment

if __name__ == "__main__":
    django.setup()
    setup_test_environment()

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone

from almaty import contents, due, editing, page_admin
from almaty.publishing import Status
from almaty.revisions import Revision, Verb
from programmes.models import Sector
from tests.almaty import killed, killed_together, late_keeps
from tests.almaty.killed import FORM, editor, faults_of, fields_of
from tests.almaty.late_keeps import at_once
from tests.factories import make_news_item, make_sector
from tests.forms import FormReader

LIST = "/admin/newsroom/newsitem/"
SECTOR_FORM = "/admin/programmes/sector/{}/change/"


# The faults that must be found -----------------------------------------------------------------


def no_version_check():
    """Whoever saves last wins."""
    real = editing.locked
    editing.locked = lambda page, version=None: real(page)
    page_admin.PageAdmin.conflict = lambda self, *args, **kwargs: None


def revision_after_commit():
    """The revision of what a row says is written in a transaction of its own, after the row."""
    real = editing.record

    def later(page, verb, by, content=None, comment=""):
        if page.is_live and verb != Verb.PUBLISHED:
            return real(page, verb, by, content, comment)  # a draft: the row stays as it is
        content = editing.current_content(page) if content is None else content

        def write():
            time.sleep(0.6)  # as on a slow disk: the moment between the two is to be hit
            real(page, verb, by, content, comment)

        transaction.on_commit(write)

    editing.record = later


def told_too_early():
    """It says “saved” before it is."""
    killed.TELLS_EARLY = True


def no_second_look():
    """Who finds a change due applies it, without looking again once the page is held."""

    def applied(page):
        time.sleep(0.2)  # as on a slow disk: another reader has found it too
        with transaction.atomic():
            row = editing.locked(page)
            editing.make_it_so(row, page.due.content)
            editing.update(row, due=None, due_at=None, draft=None)
            editing.record(row, Verb.PUBLISHED, None, contents.content_of(row))

    due.publish_due = applied


FAULTS = {
    "no-second-look": no_second_look,
    "no-version-check": no_version_check,
    "page-by-page": killed_together.page_by_page,
    "revision-after-commit": revision_after_commit,
    "saved-is-forgotten": late_keeps.saved_is_forgotten,
    "told-too-early": told_too_early,
}


# Two at once -----------------------------------------------------------------------------------


def form_save(client, item, words):
    fields = fields_of(client, FORM.format(item.pk)) | {"title_en": [words], "_save": "1"}

    def act():
        answer = client.post(FORM.format(item.pk), fields)
        if answer.status_code == 302:
            return "done"
        html = answer.content.decode()
        return ("refused", answer.status_code, html)

    return act


def bulk_withdrawal(client, item, words):
    data = {"action": "withdraw", "_selected_action": [item.pk]}
    data[f"version-{item.pk}"] = item.version

    def act():
        client.post(LIST, data)
        by = Revision.objects.of(item).filter(verb=Verb.WITHDRAWN)
        return "done" if by.exists() else "refused"

    return act


def verb(name, **more):
    def made(client, item, words):
        def act():
            try:
                getattr(editing, name)(item, client.user, version=item.version, **more)
            except editing.Conflict:
                return "refused"
            return "done"

        return act

    return made


KINDS = {
    "form": form_save,
    "bulk": bulk_withdrawal,
    "schedule": verb("publish", at=timezone.now() + timedelta(days=30)),
    "withdraw": verb("withdraw"),
    "bin": verb("delete"),
}


def pairs(count):
    """A form against a form, an action, a schedule, a withdrawal, a deletion; in turn."""
    one, two = editor("one"), editor("two")
    wrong, done, refused = [], 0, 0
    for n in range(count):
        kind = list(KINDS)[n % len(KINDS)]
        status = Status.DRAFT if kind == "schedule" else Status.PUBLISHED
        item = make_news_item(f"Origin{n}", status=status, slug=f"pair-{n}")
        acts = [form_save(one, item, f"First{n}"), KINDS[kind](two, item, f"Second{n}")]
        results = at_once(*acts)
        done += 1
        wrong += [f"{kind} {n}: {problem}" for problem in judged(item, kind, n, results)]
        refused += any(result != "done" for result in results)
    return {"done": done, "refused": refused, "wrong": wrong}


def judged(item, kind, n, results):
    for result in results:
        if isinstance(result, Exception):
            yield f"failed with {result!r}"
    if results.count("done") != 1:
        yield f"{results.count('done')} of two were carried out"
        return
    item.refresh_from_db()
    title = editing.current_content(item)["title_en"]
    texts = [f"First{n}", f"Second{n}" if kind == "form" else f"Origin{n}"]
    winner = results.index("done")
    if title != texts[winner]:
        yield f"the winner's text is gone: {title}"
    if results[1 - winner] != "refused":
        _refused, status, html = results[1 - winner]
        if status != 409:
            yield f"the loser is answered {status}"
        if texts[1 - winner] not in html:
            yield "the loser's text is not in the answer"
        if kind == "form" and texts[winner] not in html:
            yield "the winner's text is not shown to the loser"
    yield from faults_of(item)


AT_ONCE = 2  # editors who read and send at the same time; of more, all but one would be refused


def readers_when_due(count):
    """Two readers come at the moment at which changes fall due: they are published once."""
    wrong = []
    for n in range(count):
        item = make_news_item(f"As it was {n}", slug=f"due-{n}")
        editing.save(item, contents.content_of(item) | {"title_en": f"Changed {n}"}, None)
        editing.publish(item, None, at=timezone.now() + timedelta(hours=1))
        item.refresh_from_db()
        editing.update(item, due_at=timezone.now())
        cache.clear()
        address = item.get_absolute_url()
        results = at_once(*[lambda path=address: Client().get(path).content.decode()] * 2)
        wrong += [f"{n}: {r!r:.200}" for r in results if f"Changed {n}" not in str(r)]
        times = Revision.objects.of(item).filter(verb=Verb.PUBLISHED).count()
        if times != 1:
            wrong.append(f"{n} was published {times} times")
        wrong += [f"{n}: {problem}" for problem in faults_of(item)]
    return {"done": count, "wrong": wrong}


def increments(threads, times):
    """A number in a page, raised by many through the form; who is refused tries again."""
    sector = Sector.objects.filter(slug="counted").first() or make_sector("0", slug="counted")
    clients = [editor(f"editor-{n}") for n in range(threads)]
    url = SECTOR_FORM.format(sector.pk)
    server = threading.Semaphore(AT_ONCE)

    def raiser(client, chance):
        def act():
            done = conflicts = 0
            while done < times:
                with server:
                    answer = client.get(url)
                    if answer.status_code == 200:
                        fields = FormReader(answer.content.decode()).fields
                        fields["name_en"] = [str(int(fields["name_en"][0]) + 1)]
                        answer = client.post(url, fields | {"_save": "1"})
                if answer.status_code == 302:
                    done += 1
                    continue
                if answer.status_code not in (409, 503):  # changed meanwhile; very busy
                    raise AssertionError(f"answered {answer.status_code}")
                conflicts += answer.status_code == 409
                time.sleep(chance.uniform(0, 0.2))
            return done, conflicts

        return act

    raisers = [raiser(client, random.Random(n)) for n, client in enumerate(clients)]
    results = at_once(*raisers)
    sector.refresh_from_db()
    total = int(editing.current_content(sector)["name_en"])
    wrong = [repr(result) for result in results if isinstance(result, Exception)]
    if total != threads * times:
        wrong.append(f"{total} instead of {threads * times}")
    counted = [result for result in results if isinstance(result, tuple)]
    done, conflicts = (sum(column) for column in zip((0, 0), *counted, strict=True))
    return {"done": done, "conflicts": conflicts, "total": total, "wrong": wrong}


TASKS = {
    "pairs": pairs,
    "due": readers_when_due,
    "increments": partial(increments, 25),
    "keeps": late_keeps.keeps,
    "save": killed.kills,
    "publish": partial(killed.kills, publishes=True),
    "merge": killed_together.merges,
    "edition": killed_together.edition_published,
    "acknowledged": partial(killed.kills, by_form=True),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("count", type=int)
    parser.add_argument("--fault", choices=FAULTS)
    asked = parser.parse_args()
    if asked.fault:
        FAULTS[asked.fault]()
        killed.STOPS_AT_FIRST = True  # one thing found shows that it can be
    sys.stdout.write(json.dumps(TASKS[asked.task](asked.count)) + "\n")


if __name__ == "__main__":
    main()
