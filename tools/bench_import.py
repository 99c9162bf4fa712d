"""How much of a story is recognised, and how much of what is recognised is right.

    python tools/bench_import.py [--misses]

Precision and recall of countries, places, project, partners, their roles, dates, results and
sectors: on the seed edition (../shared/seeds; skipped where it is absent) and on stories written
for the tests in the manner of other offices and years, in English, Russian and Kazakh. Of the
newsletters, written for the tests too and full of organisations that are only mentioned, the
partners alone are measured. The rules were written with all of these in sight, but for the second
half of the newsletters. Each is measured with the demo register and with an empty one, and the time
for a long document follows.
`--misses` says what was wrong.
"""

import argparse
import io
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="say what was wrong")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    for name, register in [("demo register", demo_register()), ("empty register", None)]:
        report(name, register, options)


def demo_register():
    from django.core.management import call_command

    from newsroom.importing.recognition import Register

    call_command("migrate", verbosity=0)
    call_command("load_demo", without_images=True, verbosity=0, stdout=io.StringIO())
    return Register.from_database()


def report(name, register, options):
    from newsroom.importing.recognition import Register
    from tests.newsroom.importing.recognition_cases.cases import newsletters, seed, written

    register = register or Register()
    sets = {
        "seed": seed(),
        "stories written for the tests": written(),
        "newsletters, first half": [c for c in newsletters() if c.seen],
        # Its misses were printed once, after the rules were written; no rule was changed for them.
        "newsletters, second half": [c for c in newsletters() if not c.seen],
    }
    for cases_name, cases in sets.items():
        if cases is None:
            print(f"{name}, {cases_name}: skipped, ../shared/seeds is not there\n")
            continue
        measure(f"{name}, {cases_name}: {len(cases)} stories", cases, register, options)
    speed(register)


def measure(title, cases, register, options):
    from newsroom.importing.recognition import recognise
    from tests.newsroom.importing.recognition_cases.cases import (
        Score,
        compare,
        compare_partners,
    )

    totals = {}
    for case in cases:
        compared = compare if "countries" in case.facts else compare_partners
        for kind, score in compared(case, recognise(case.edition, register)[0]).items():
            totals.setdefault(kind, Score()).add(score)
    print(title)
    print(f"  {'':10} precision  recall  (right, invented, missed)")
    for kind, score in totals.items():
        counts = f"{score.right}, {len(score.invented)}, {len(score.missed)}"
        print(f"  {kind:10} {score.precision:9.0%} {score.recall:7.0%}  ({counts})")
        if options.misses:
            for words in score.invented:
                print(f"      + {words}")
            for words in score.missed:
                print(f"      - {words}")
    print()


def speed(register):
    from newsroom.importing.document import EditionText
    from newsroom.importing.recognition import recognise
    from tests.newsroom.importing.recognition_cases.cases import written

    cases = written() * 25
    stories = [case.story for case in cases]
    words = sum(len(text.split()) for story in stories for text in story.texts)
    started = time.process_time()
    recognise(EditionText(period=cases[0].period, stories=stories), register)
    took = time.process_time() - started
    print(f"  {len(stories)} stories of {words:,} words in {took:.1f} s of the processor\n")


if __name__ == "__main__":
    main()
