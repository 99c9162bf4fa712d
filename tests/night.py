"""A night in which fifty things fall due, and a reader who looks before and after each of them.

`Night` makes the pages; `Night.faults` moves the clock from moment to moment and reads every public
surface with a warm cache, one second early and on time, and says what was seen too early, too late,
twice or not at all.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
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
SITEMAPS = {
    "newsitem": "stories",
    "snapshot": "editions",
    "project": "projects",
    "partner": "partners",
}
EARLY = timedelta(seconds=1)
ON_HOME, ON_LIST, ON_A_PAGE = 7, 12, 6  # of the newest stories: one leads and six follow; a page
FACET = re.compile(
    r'name="(sector|country|period)" value="([^"]*)"(?:(?!</label>).)*?aria-hidden="true">(\d+)<',
    re.S,
)


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


@dataclass
class Surface:
    """What a page has to show: all of these that are public, and the newest of those stories; and
    which numbers it prints: what leads to each, and of which items it is the number."""

    shows: list = field(default_factory=list)
    newest_of: list = field(default_factory=list)
    newest: int = 0
    counts: list = field(default_factory=list)  # [(pattern with a group, items, others there)]


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
        if item.number % 10 == 9:
            fields.pop("slug")
            return make_snapshot(f"{1970 + item.number}-h1", title=title, **fields)
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
        """Address → what it shows and counts."""
        stories, editions = self.stories(), self.of_model("snapshot")
        projects, partners = self.of_model("project"), self.of_model("partner")
        by_sector = {
            sector.slug: [item for item in stories if item.number % 5 == number]
            for number, sector in enumerate(self.sectors)
        }
        of_sectors = [
            (rf'href="/sectors/{slug}/">(?:(?!</li>).)*?(\d+) stor', own, 0)
            for slug, own in by_sector.items()
        ]
        of_country = (r'href="/countries/kazakhstan/">(?:(?!</a>).)*?(\d+) stor', stories, 0)
        headed = r'<h2 id="stories">(\d+) stor'
        of_list = r'id="status" role="status">(\d+) '
        found = {
            "/": Surface(
                newest_of=stories,
                newest=ON_HOME,
                counts=[*of_sectors, of_country, (r"Read the edition: (\d+) stor", stories, 0)],
            ),
            "/snapshots/": Surface(editions, stories, ON_LIST, [(of_list, stories, 0)]),
            "/ru/snapshots/": Surface(editions, stories, ON_LIST),
            "/sectors/": Surface(counts=of_sectors),
            "/countries/": Surface(counts=[of_country]),
            "/countries/kazakhstan/": Surface(projects, stories, ON_A_PAGE, [(headed, stories, 0)]),
            "/projects/hall/": Surface([], stories, ON_A_PAGE),
            f"/snapshots/{PERIOD}/": Surface(
                stories, counts=[(r'cover__kicker">(\d+) stor', stories, 0)]
            ),
            "/search/?q=zzqnothing": Surface(),
            "/projects/": Surface(projects, counts=[(of_list, projects, 1)]),
            "/partners/": Surface(partners, counts=[(of_list, partners, len(self.partners))]),
            "/sitemap-stories.xml": Surface(),
        }
        for slug, own in by_sector.items():
            found[f"/snapshots/?sector={slug}"] = Surface(own, counts=[(of_list, own, 0)])
            found[f"/snapshots/feed/?sector={slug}"] = Surface(own)
            found[f"/sectors/{slug}/"] = Surface([], own, ON_A_PAGE, [(headed, own, 0)])
        for number, partner in enumerate(self.partners):
            own = [item for item in stories if item.number % 4 == number]
            found[f"/partners/{partner.slug}/"] = Surface(own)
        return found

    def facets(self, address, at):
        """What stands beside each option of the list of stories; of itself none narrows."""
        slug = address.partition("?sector=")[2]
        stories = [item for item in self.stories() if item.shown(at)]
        count = {
            ("sector", sector.slug): sum(item.number % 5 == number for item in stories)
            for number, sector in enumerate(self.sectors)
        }
        own = count["sector", slug] if slug else len(stories)
        return count | {("country", "kazakhstan"): own, ("period", PERIOD): own}

    def to_be_shown(self, surface, at):
        """The words of what a surface has to show at a moment."""

        def place(item):
            since = item.moment if item.kind == "comes" else self.begin - timedelta(days=5)
            return (-since.timestamp(), item.number, -item.page.pk)

        public = sorted((item for item in surface.newest_of if item.shown(at)), key=place)
        due = [*surface.shows, *public[: surface.newest]]
        return {word for item in due for word in item.shown(at)}

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
        for address, surface in self.surfaces().items():
            text = self.read(client, address, at)
            seen = set(re.findall(r"zq\d\d(?:w|old)", text))
            self.say(at, address, "early or late", seen - public)
            self.say(at, address, "missed", self.to_be_shown(surface, at) - seen)
            if "feed" in address:
                titles = Counter(re.findall(r"<title>(zq\d\d(?:w|old))</title>", text))
                self.say(at, address, "twice", {w for w, n in titles.items() if n > 1})
            for pattern, items, others in surface.counts:
                due = sum(bool(item.shown(at)) for item in items) + others
                told = re.search(pattern, text, re.S)
                if told is None or int(told[1]) != due:
                    self.miscounted(at, address, told and told[0][:80], told and told[1], due)
            if address.startswith("/snapshots/") and "<fieldset" in text:
                told = {(name, value): int(n) for name, value, n in FACET.findall(text)}
                for option, due in self.facets(address, at).items():
                    if told.get(option, 0) != due:
                        self.miscounted(at, address, option, told.get(option), due)
        for item in turning:
            self.look_at_one(client, at, item)

    def miscounted(self, at, address, where, told, due):
        self.found.append(f"{at} {address}: counts {told}, not {due}, at {where}")

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
        name = SITEMAPS[item.page._meta.model_name]
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
