"""How long pages take, and whether they slow down as the archive grows.

    python tools/bench.py [--sizes 1000,20000] [--rounds 15]

Fills one throwaway database per size with made-up stories, then asks for the same pages of each in
turn, inside this process. `made` is a page rendered from the database, with nothing held but the
counts; `held` is the same page asked for again. The last column is the median of the largest size
over that of the smallest: 1.0 means that the page does not grow.

Set DATABASE_URL to a PostgreSQL server's database to measure there; its name gets the size as a
suffix, and that database is made anew.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "list": "/snapshots/",
    "filtered": "/snapshots/?sector=culture&country=uzbekistan&period=2021-h1",
    "two sectors": "/snapshots/?sector=culture&sector=education&country=tajikistan",
    "rare": "/snapshots/?sector=communication-information&country=turkmenistan",
    "deep": "/snapshots/?page=50",
    "words": "/snapshots/?q=glacier",
    "story": "/snapshots/2021-h1/story-{middle}/",
    "country": "/countries/kyrgyzstan/",
    "home": "/",
    "feed": "/snapshots/feed/?country=kazakhstan",
    "desk list": "/admin/newsroom/newsitem/",
    "desk form": "/admin/newsroom/newsitem/{middle_key}/change/",
}
TOPICS = [
    *("glacier", "museum", "school", "river", "heritage"),
    *("media", "archive", "library", "climate", "language"),
]


def fill(size):
    """The demo register, and `size` public stories spread over 2015 – 2026."""
    from django.core.management import call_command
    from django.utils import timezone

    from newsroom.facets import refresh_masks
    from newsroom.models import NewsItem
    from programmes.models import Country, Project, Sector

    call_command("migrate", verbosity=0)
    call_command("load_demo", without_images=True, verbosity=0)
    chance = random.Random(size)
    sectors, countries = list(Sector.objects.all()), list(Country.objects.all())
    projects = list(Project.objects.all())
    periods = [f"{year}-h{half}" for year in range(2015, 2027) for half in (1, 2)]
    body = "<p>" + " ".join(chance.choices(TOPICS, k=250)) + "</p>"
    start = timezone.now() - timedelta(days=4000)
    stories = [
        NewsItem(
            title=f"Workshop on {chance.choice(TOPICS)} no. {n}",
            title_en=f"Workshop on {chance.choice(TOPICS)} no. {n}",
            summary_en=" ".join(chance.choices(TOPICS, k=25)),
            body_en=body,
            slug=f"story-{n}",
            period=periods[n * len(periods) // size],
            status="published",
            published_at=start + timedelta(seconds=n * 4000 * 86400 // size),
            sector=chance.choices(sectors, [34, 18, 14, 22, 12])[0],
            project=chance.choice([*projects, None, None]),
        )
        for n in range(size)
    ]
    NewsItem.objects.bulk_create(stories, batch_size=500)
    made = list(NewsItem.objects.filter(slug__startswith="story-"))
    link = NewsItem.countries.through
    weights = [36, 20, 17, 3, 20, 4]
    link.objects.bulk_create(
        [
            link(newsitem=story, country=country)
            for story in made
            for country in {chance.choices(countries, weights)[0] for _ in range(2)}
        ],
        batch_size=1000,
    )
    refresh_masks(NewsItem.objects.all())
    call_command("reindex", verbosity=0)
    return made


def drop_pages(cache):
    for key in [key for key in cache._cache if ":page:" in key]:
        del cache._cache[key], cache._expire_info[key]


def measure(size, rounds):
    """{page: (made ms, held ms, queries)} printed for the parent as one line each."""
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    made = fill(size)
    middle = made[size * 13 // 24]
    reader, editor = Client(headers={"accept-encoding": "gzip"}), Client()
    editor.force_login(get_user_model().objects.create_superuser("bench", password=None))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for name, address in PAGES.items():
        address = address.format(middle=middle.slug.removeprefix("story-"), middle_key=middle.pk)
        if name == "story":
            address = middle.get_absolute_url()
        client = editor if name.startswith("desk") else reader
        times = {"made": [], "held": []}
        for _ in range(rounds + 1):
            for kind in ("made", "held"):
                if kind == "made":  # leave the counts, drop the page
                    drop_pages(cache)
                started = time.perf_counter()
                response = client.get(address)
                times[kind].append((time.perf_counter() - started) * 1000)
                if response.status_code != 200:
                    raise SystemExit(f"{address} answered {response.status_code}")
        for key in [k for k in cache._cache if ":page:" in k]:
            cache._cache.pop(key), cache._expire_info.pop(key)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        medians = [statistics.median(times[kind][1:]) for kind in ("made", "held")]
        print(name, *(f"{m:.2f}" for m in medians), len(queries), sep="\t", flush=True)


def run(size, rounds):
    with tempfile.TemporaryDirectory(prefix="almaty-bench-") as folder:
        environment = os.environ | {
            "DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SECRET_KEY": "bench-only",
            "ALLOWED_HOSTS": "testserver",
            "LOG_LEVEL": "WARNING",
        }
        if os.environ.get("DATABASE_URL"):
            environment["DATABASE_URL"] = fresh_database(os.environ["DATABASE_URL"], size)
        done = subprocess.run(
            [sys.executable, __file__, "--child", str(size), "--rounds", str(rounds)],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    rows = (line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 3)
    return {name: (float(made), float(held), int(queries)) for name, made, held, queries in rows}


def fresh_database(url, size):
    import psycopg

    server, _, name = url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}_{size}"')
        connection.execute(f'CREATE DATABASE "{name}_{size}"')
    return f"{server}/{name}_{size}"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", default="1000,20000")
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--child", type=int, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        sys.path.insert(0, str(ROOT))
        measure(asked.child, asked.rounds)
        return
    sizes = [int(size) for size in asked.sizes.split(",")]
    found = {size: run(size, asked.rounds) for size in sizes}
    heads = [f"{size:,} made" for size in sizes] + [f"{size:,} held" for size in sizes]
    print("| page | " + " | ".join(heads) + " | queries | growth |")
    print("|" + " --- |" * (len(heads) + 3))
    for name in PAGES:
        rows = [found[size][name] for size in sizes]
        cells = [f"{row[0]:.1f}" for row in rows] + [f"{row[1]:.1f}" for row in rows]
        queries = " / ".join(str(n) for n in dict.fromkeys(row[2] for row in rows))
        print(f"| {name} | {' | '.join(cells)} | {queries} | {rows[-1][0] / rows[0][0]:.2f} |")


if __name__ == "__main__":
    main()
