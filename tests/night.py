"""A night in which fifty things fall due, and a reader who looks before and after each of them.

`Night` makes the pages; `Night.faults` moves the clock from moment to moment and reads every public
surface with a warm cache, one second early and on time, and says what was seen too early, too late,
twice or not at all.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from almaty import editing
from almaty.publishing import Publishable, Status
from almaty.revisions import Revision, Verb, page_models
from tests.factories import (
    make_country,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
)

SECTORS = ["Education", "Natural Sciences", "Social Sciences", "Culture", "Communication"]
PERIOD = "2026-h2"
EARLY = timedelta(seconds=1)


@dataclass
class Item:
    """One page to which one thing happens at a moment; `word` is in its title and nowhere else."""

    number: int
    kind: str  # comes, changes, goes
    moment: object
    page: object = None

    @property
    def word(self):
        return f"zq{self.number:02}w"

    @property
    def old_word(self):
        return f"zq{self.number:02}old"

    def shown(self, at):
        """The words that a reader may see at a moment: one or none."""
        is_past = at >= self.moment
        if self.kind == "changes":
            return {self.word if is_past else self.old_word}
        return {self.word} if is_past == (self.kind == "comes") else set()

    @property
    def address(self):
        return self.page.get_absolute_url()


class Night:
    def __init__(self, moments, count=50):
        self.begin = min(moments) - timedelta(hours=2)
        self.sectors = [make_sector(name) for name in SECTORS]
        self.country = make_country("Kazakhstan", iso2="KZ")
        old = {"published_at": self.begin - timedelta(days=9)}
        self.partners = [make_partner(f"House {n}", slug=f"house-{n}", **old) for n in range(4)]
        self.project = make_project("Hall", slug="hall", countries=[self.country], **old)
        self.edition = make_snapshot(PERIOD, **old)
        kinds = ["comes", "changes", "goes"]
        self.items = [Item(n, kinds[n % 3], moments[n % len(moments)]) for n in range(count)]
        for item in self.items:
            item.page = self.make(item)
            self.schedule(item)

    def make(self, item):
        title = item.old_word if item.kind == "changes" else item.word
        fields = {"published_at": self.begin - timedelta(days=5), "slug": f"page-{item.number}"}
        if item.kind == "comes":
            fields |= {"status": Status.DRAFT, "published_at": None}
        if item.number % 10 == 7:
            return make_project(title, countries=[self.country], **fields)
        if item.number % 10 == 8:
            return make_partner(title, **fields)
        story = make_news_item(
            title,
            countries=[self.country],
            sector=self.sectors[item.number % 5],
            snapshot=self.edition,
            period=PERIOD,
            project=self.project,
            position=item.number,
            **fields,
        )
        story.contributions.create(partner=self.partners[item.number % 4], role="host")
        return story

    def schedule(self, item):
        if item.kind == "comes":
            editing.publish(item.page, None, at=item.moment)
        elif item.kind == "goes":
            editing.withdraw(item.page, None, at=item.moment)
        else:
            field = item.page.translation_needs[0]
            content = editing.current_content(item.page) | {f"{field}_en": item.word}
            editing.save(item.page, content, None)
            editing.publish(item.page, None, at=item.moment)
        item.page.refresh_from_db()

    # Reading -----------------------------------------------------------------------------------

    def stories(self):
        return [item for item in self.items if item.page._meta.model_name == "newsitem"]

    def of_model(self, name):
        return [item for item in self.items if item.page._meta.model_name == name]

    def surfaces(self):
        """Address → the items that it shows all of, as long as they are public."""
        stories = self.stories()
        found = {
            "/": None,
            "/ru/snapshots/": None,
            "/countries/kazakhstan/": None,
            "/projects/hall/": None,
            f"/snapshots/{PERIOD}/": stories,
            "/search/?q=zzqnothing": None,
            "/projects/": self.of_model("project"),
            "/partners/": self.of_model("partner"),
            "/sitemap-stories.xml": None,
        }
        for number, sector in enumerate(self.sectors):
            own = [item for item in stories if item.number % 5 == number]
            found[f"/snapshots/?sector={sector.slug}"] = own
            found[f"/snapshots/feed/?sector={sector.slug}"] = own
            found[f"/sectors/{sector.slug}/"] = None
        for number, partner in enumerate(self.partners):
            own = [item for item in stories if item.number % 4 == number]
            found[f"/partners/{partner.slug}/"] = own
        return found

    def faults(self, client, clock):
        """What was seen at the wrong time; and how many looks it took."""
        self.found, self.looks, self.etags = [], 0, {}
        for moment in sorted({item.moment for item in self.items}):
            for at in (moment - EARLY, moment):
                clock.now = at
                self.look(client, at, [i for i in self.items if i.moment == moment])
        self.applied_once()
        return self.found

    def look(self, client, at, turning):
        public = {word for item in self.items for word in item.shown(at)}
        for address, complete in self.surfaces().items():
            text = self.read(client, address, at)
            seen = set(re.findall(r"zq\d\d(?:w|old)", text))
            self.say(at, address, "early or late", seen - public)
            if complete is not None:
                due_here = {word for item in complete for word in item.shown(at)}
                self.say(at, address, "missed", due_here - seen)
                if "feed" in address:
                    titles = Counter(re.findall(r"<title>(zq\d\d(?:w|old))</title>", text))
                    self.say(at, address, "twice", {w for w, n in titles.items() if n > 1})
                if "?sector" in address and "feed" not in address:
                    told = re.search(r"<title>[^<]*?(\d+) stor", text)
                    count = int(told[1]) if told else 0
                    if count != len(due_here):
                        self.found.append(f"{at} {address}: counts {count}, not {len(due_here)}")
        for item in turning:
            self.look_at_one(client, at, item)

    def look_at_one(self, client, at, item):
        shown = item.shown(at)
        answer = client.get(item.address)
        self.looks += 1
        if answer.status_code != (200 if shown else 404):
            self.found.append(f"{at} {item.address}: answers {answer.status_code}")
        seen = set(re.findall(r"zq\d\d(?:w|old)", answer.content.decode()))
        self.say(at, item.address, "missed", shown - seen)
        for word in {item.word, item.old_word} if item.kind == "changes" else {item.word}:
            # The word that was searched for stands in the page; a hit leads to the page found.
            text = self.read(client, f"/search/?q={word}", at)
            if (f'href="{item.address}"' in text) != (word in shown):
                self.found.append(f"{at} search for {word}: {word in shown} expected")
        sitemap = {"newsitem": "stories", "project": "projects", "partner": "partners"}
        name = sitemap[item.page._meta.model_name]
        text = self.read(client, f"/sitemap-{name}.xml", at)
        if (f"{item.address}</loc>" in text) != bool(shown):
            self.found.append(f"{at} sitemap: {item.address}")

    def read(self, client, address, at):
        """The page, asked for as a browser does that has kept it: 304 only while it is the same."""
        old_tag, old_text = self.etags.get(address, (None, None))
        headers = {"if-none-match": old_tag} if old_tag else {}
        self.looks += 1
        # From another address each time: who searches sixty times a minute is asked to wait.
        reader = f"10.0.{self.looks // 250}.{self.looks % 250}"
        answer = client.get(address, headers=headers, REMOTE_ADDR=reader)
        if answer.status_code not in (200, 304):
            self.found.append(f"{at} {address}: answers {answer.status_code}")
        if answer.status_code == 304:
            text = old_text
            fresh = client.get(address, REMOTE_ADDR=reader).content.decode()
            if fresh != old_text:
                self.found.append(f"{at} {address}: 304 for a page that has changed")
        else:
            text = answer.content.decode()
        ahead = [item.moment for item in self.items if item.moment > at]
        age = re.search(r"max-age=(\d+)", answer.get("Cache-Control", ""))
        if ahead and age and int(age[1]) > (min(ahead) - at).total_seconds():
            self.found.append(f"{at} {address}: kept for {age[1]} s, beyond the next moment")
        self.etags[address] = answer.get("ETag"), text
        return text

    def say(self, at, address, what, words):
        if words:
            self.found.append(f"{at} {address}: {what}: {sorted(words)}")

    def applied_once(self):
        """Each change has been published by one revision, and nothing waits any more."""
        for item in self.items:
            if item.kind == "changes":
                done = Revision.objects.of(item.page).filter(verb=Verb.PUBLISHED).count()
                if done != 1:
                    self.found.append(f"{item.word} was published {done} times")
        overdue = [
            str(page)
            for model in page_models()
            for page in model._base_manager.filter(due__isnull=False)
            if issubclass(model, Publishable)
        ]
        if overdue:
            self.found.append(f"still due: {overdue}")
