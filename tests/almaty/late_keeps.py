"""What is typed is kept at the very moment at which the form is saved; see at_once.py."""

import json
import random
import threading
import time

from django.db import connections

from almaty import kept_forms
from almaty.kept_forms import KeptForm
from almaty.publishing import Status
from tests.almaty.killed import FORM, editor, fields_of
from tests.factories import make_news_item

KEEP = "/admin/newsroom/newsitem/{}/keep/"


def at_once(*acts):
    """What each gives, all begun at the same moment in threads of their own."""
    barrier, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(index, act):
        try:
            barrier.wait()
            results[index] = act()
        except Exception as error:  # told by the check: a failure is no silence
            results[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def keeps(count):
    """A form is saved while its own text arrives late, and newer text of another tab as well.

    What was saved is not offered again as if it were not; what was typed in the other tab is.
    """
    client, wrong, chance = editor("one"), [], random.Random(count)
    for n in range(count):
        item = make_news_item(f"Origin {n}", status=Status.DRAFT, slug=f"kept-{n}")
        begun = time.monotonic()
        form, tab = (fields_of(client, FORM.format(item.pk)) for _tab in range(2))
        form["title_en"], tab["title_en"] = [f"Saved {n}"], [f"Newer {n}"]
        if n % 2:
            keep(client, item, form, 1)()
        # Of a length of time that this machine needs for one; each third comes after the answer.
        late, answered = chance.uniform(0, time.monotonic() - begun), threading.Event()
        wait = (lambda late=late: time.sleep(late)) if n % 3 else answered.wait
        results = at_once(
            save(client, item, form, answered),
            keep(client, item, form, 2, wait),
            keep(client, item, tab, 3, wait),
        )
        wrong += [f"{n}: {problem}" for problem in judged(client, item, form, tab, results)]
    return {"done": count, "wrong": wrong}


def save(client, item, fields, answered):
    def act():
        try:
            return client.post(FORM.format(item.pk), fields | {"_save": "1"})
        finally:
            answered.set()

    return act


def keep(client, item, fields, typed_at, wait=None):
    body = {
        "kept": fields["kept"][0],
        "version": int(fields["version"][0]),
        "typed_at": typed_at,
        "fields": [(name, value) for name, values in fields.items() for value in values],
    }

    def act():
        if wait:
            wait()
        return client.post(
            KEEP.format(item.pk),
            json.dumps(body),
            content_type="application/json",
            headers={"accept": "application/json"},
        )

    return act


def judged(client, item, form, tab, results):
    for result in results:
        if isinstance(result, Exception):
            yield f"failed with {result!r}"
            return
    saved, late, other = (answer.status_code for answer in results)
    if saved != 302 or late not in (200, 409) or other != 200:
        yield f"answered {saved}, {late} and {other}"
    item.refresh_from_db()
    if item.title != form["title_en"][0]:
        yield f"the page says {item.title}"
    left = {
        row.key: row.data()["title_en"] for row in KeptForm.objects.of(item, item.pk).with_text()
    }
    if form["kept"][0] in left:
        yield "what was saved is offered as if it were not"
    if left.get(tab["kept"][0]) != tab["title_en"][0]:
        yield "what was typed in the other tab is gone"
    html = client.get(FORM.format(item.pk)).content.decode()
    if html.count("You typed something on") != len(left):
        yield "the form does not offer what is kept"


def saved_is_forgotten():
    """The fault: of a form that has been saved nothing stays that would know a late copy."""

    def forget(user, model, object_id, key):
        KeptForm.objects.filter(user=user, key=key).delete()

    kept_forms.saved = forget
