"""Processes that are killed while they write, and what is then half written; see at_once.py."""

import os
import random
import signal
import sys
import time
from functools import partial

from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client

from almaty import contents, editing
from almaty.models import SearchEntry
from almaty.publishing import Status
from almaty.revisions import Revision, Verb
from almaty.search_tables import verify
from newsroom.models import NewsItem
from tests.factories import make_country, make_news_item, make_partner, number
from tests.forms import FormReader

FORM = "/admin/newsroom/newsitem/{}/change/"
TELLS_EARLY = False  # a fault that must be found
STOPS_AT_FIRST = False  # whether one thing found is enough


def editor(name):
    """A browser that is signed in."""
    user, _made = User.objects.get_or_create(
        username=name, defaults={"is_staff": True, "is_superuser": True}
    )
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def fields_of(client, url):
    return FormReader(client.get(url).content.decode()).fields


def content_number(item, n, partners, countries):
    """The whole of a story, every part of which says n."""
    return contents.content_of(item) | {
        "title_en": f"Number {n}",
        "summary_en": f"Summary {n}",
        "body_en": f"<p>Text {n}</p>" * 50,
        "slug": f"number-{n}",
        "tags": [f"tag {n}", "all"],
        "countries": [countries[n % 2].pk],
        "contributions": [
            {"id": None, "partner_id": p.pk, "role": "funder", "note": str(n), "position": 0}
            for p in partners
        ],
        "event_dates": [
            {"id": None, "start": "2024-10-09", "end": None, "precision": "day", "inferred": False}
        ],
    }


def loop(item, partners, countries, publishes, client, tell):
    """Save (and publish) n, n + 1, … until killed; each number is told once it is done."""
    user = client.user
    n = number_of(item)
    while True:
        n += 1
        if TELLS_EARLY:
            tell(n)
        if client.by_form:
            url = FORM.format(item.pk)
            fields = fields_of(client, url) | {"title_en": [f"Number {n}"], "_save": "1"}
            answer = client.post(url, fields)
            if answer.status_code != 302:
                raise AssertionError(f"the form answers {answer.status_code}")
        else:
            item.refresh_from_db()
            editing.save(item, content_number(item, n, partners, countries), user)
            if publishes:
                editing.publish(item, user)
        if not TELLS_EARLY:
            tell(n)


def number_of(item):
    item.refresh_from_db()
    return int(editing.current_content(item)["title_en"].rpartition(" ")[2])


def kills(count, publishes=False, by_form=False):
    """A child writes in a loop and is killed at a random moment; then everything is looked at."""
    partners = [make_partner(), make_partner()]
    countries = [make_country(f"Land {n} {next(number)}") for n in range(2)]
    status = Status.PUBLISHED if publishes else Status.DRAFT
    item = make_news_item("Number 0", status=status, slug=f"number-{next(number)}")
    client = editor("writer")
    client.by_form = by_form
    return killed_again(
        count,
        partial(loop, item, partners, countries, publishes, client),
        partial(number_of, item),
        partial(faults_of, item),
    )


def killed_again(count, work, number_now, faults):
    """Work that tells the number of each thing done is killed `count` times, at random moments.

    `number_now` reads that number off the database; `faults` says what is half written.
    """
    chance, wrong, told_all = random.Random(os.getpid()), [], 0
    for n in range(count):
        told = one_kill(work, chance.uniform(0, 1.5))
        found = number_now()
        if told is None:
            wrong.append(f"kill {n}: the child wrote nothing")
            continue
        told_all += 1
        if not told <= found <= told + 1:
            wrong.append(f"kill {n}: told {told} and kept {found}")
        wrong += [f"kill {n}: {problem}" for problem in (*faults(), *broken())]
        if wrong and STOPS_AT_FIRST:
            break
    return {"done": told_all, "numbers": number_now(), "wrong": wrong}


def one_kill(work, share):
    """The last number that the child told before it was killed."""
    connections.close_all()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(lambda n: os.write(writer, f"{n}\n".encode()))
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(2)
    os.close(writer)
    with os.fdopen(reader) as lines:
        told = lines.readline()
        begun = time.monotonic()
        told += lines.readline()
        # Of a length of time that this machine needs for one, so that any moment of it is hit.
        time.sleep(share * (time.monotonic() - begun))
        os.kill(child, signal.SIGKILL)
        told += lines.read()
    os.waitpid(child, 0)
    numbers = told.split()
    return int(numbers[-1]) if numbers else None


def faults_of(item):
    """What is half written of a page."""
    item = NewsItem.objects.get(pk=item.pk)
    revisions = list(Revision.objects.of(item).order_by("number"))
    if not revisions:
        if item.version:
            yield f"version {item.version}, and no revision"
        return
    yield from misnumbered(item, [revision.number for revision in revisions])
    row = contents.content_of(item)
    if item.is_live:
        made_it_so = {Verb.PUBLISHED, Verb.FOUND}
        if item.is_scheduled:
            made_it_so.add(Verb.SCHEDULED)
        published = [r for r in revisions if r.verb in made_it_so]
        if published and contents.changed_fields(published[-1].content, row):
            yield f"the public row differs in {contents.changed_fields(published[-1].content, row)}"
        if item.draft_id and item.draft.number > item.version:
            yield "the draft is of no version"
    elif contents.changed_fields(revisions[-1].content, row):
        yield f"the row differs in {contents.changed_fields(revisions[-1].content, row)}"
    mask = 0
    for country in item.countries.all():
        mask |= country.mask
    if item.country_mask != mask:
        yield "the mask is not that of the countries"
    if item.is_published():
        entry = SearchEntry.objects.filter(
            kind="newsroom.newsitem", object_id=item.pk, language="en"
        ).first()
        if entry is None or entry.title != item.title:
            yield f"search has {entry and entry.title!r} and the page {item.title!r}"


def misnumbered(page, numbers):
    """Whether a page's version is its newest revision, and they are numbered without gaps."""
    if page.version != numbers[-1]:
        yield f"version {page.version}, and the newest revision is {numbers[-1]}"
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        yield "the numbers of the revisions have gaps"


def broken():
    """What the database itself finds."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            if (answer := cursor.fetchone()[0]) != "ok":
                yield answer
    try:
        connection.check_constraints()
        verify(connection)
    except Exception as error:
        yield repr(error)
