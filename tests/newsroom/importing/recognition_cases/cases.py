"""Stories with what must be recognised in them, and how what was recognised compares."""

from dataclasses import dataclass, field
from pathlib import Path

from almaty.periods import Period
from almaty.stems import stem
from newsroom.importing.document import Block, EditionText, StoryText
from newsroom.importing.recognition.text import key, tokens

HERE = Path(__file__).parent
SEED = Path(__file__).parents[5] / "shared" / "seeds" / "000_565998ca2a6e5a60.txt"
KINDS = ("countries", "places", "project", "partners", "roles", "dates", "results", "sectors")


@dataclass
class Case:
    name: str
    facts: dict
    story: StoryText | None = None
    seen: bool = True
    language: str = "en"
    period: Period | None = None

    @property
    def edition(self):
        return EditionText(period=self.period, language=self.language, stories=[self.story])


@dataclass
class Score:
    """Right, invented and missed, with the words of what was wrong."""

    right: int = 0
    invented: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    def add(self, other):
        self.right += other.right
        self.invented += other.invented
        self.missed += other.missed

    @property
    def precision(self):
        return self.right / (self.right + len(self.invented) or 1)

    @property
    def recall(self):
        return self.right / (self.right + len(self.missed) or 1)


def written():
    """The stories written for these tests, in three languages."""
    return [case for name in ("en", "ru", "kk") for case in read(HERE / f"stories_{name}.txt")]


def newsletters():
    """Stories of other offices of which only the partners are told, beside who is mentioned."""
    return read(HERE / "newsletters.txt")


def seed():
    """The seed edition's stories; None where the file is not there."""
    if not SEED.exists():
        return None
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line][2:]
    cases = read(HERE / "seed.txt")
    for case in cases:
        count = int(case.facts["paragraphs"])
        case.story = story(lines[: count + 1])
        case.period = Period(2024, 2)
        lines = lines[count + 1 :]
    return cases


def read(path):
    cases = []
    for part in f"\n{path.read_text(encoding='utf-8')}".split("\n=== ")[1:]:
        head, _rule, body = part.partition("\n---\n")
        name, *lines = head.strip().splitlines()
        facts = dict(line.split(": ", 1) for line in lines if ": " in line)
        case = Case(name.strip(), facts)
        if body:
            case.story = story(body.strip().splitlines())
            case.seen = facts["seen"] == "yes"
            case.language = facts["language"]
            case.period = Period.parse(facts["period"])
        cases.append(case)
    return cases


def story(lines):
    return StoryText(lines[0], [Block("paragraph", line) for line in lines[1:]])


def expected(case, kind):
    """[(alternatives, is needed)] of one kind of fact."""
    text = case.facts[kind]
    if text == "-":
        return []
    values = []
    for value in text.split("; "):
        optional = value.startswith("(")
        values.append((value.strip("()"), not optional))
    return values


def compare(case, found):
    """{kind: Score} of one story."""
    names = [(c.slug) for c in found.countries]
    project = [found.project] if found.project else []
    scores = {
        "countries": match(expected(case, "countries"), names, is_slug),
        "places": match(expected(case, "places"), [p.name for p in found.places], is_name),
        "project": match(expected(case, "project"), project, is_project),
        **of_partners(case, found),
        "dates": match(expected(case, "dates"), found.dates, is_date),
        "results": match(expected(case, "results"), found.results, is_result),
        "sectors": match(expected(case, "sectors"), [s.slug for s in found.sectors], is_slug),
    }
    return with_names(case, scores)


def compare_partners(case, found):
    """The same of a story of which only the partners are told."""
    return with_names(case, of_partners(case, found))


def of_partners(case, found):
    return {
        "partners": match(expected(case, "partners"), found.partners, is_partner),
        "roles": match(expected(case, "partners"), found.partners, has_role),
    }


def with_names(case, scores):
    for score in scores.values():
        score.invented = [f"{case.name}: {told(one)}" for one in score.invented]
        score.missed = [f"{case.name}: {one}" for one in score.missed]
    return scores


def told(one):
    text = getattr(one, "name", None)
    if text and hasattr(one, "role"):
        return f"{text} = {one.role}"
    if text:
        return text
    if hasattr(one, "unit"):
        return f"{one.value} {one.qualifier} {one.unit}"
    if hasattr(one, "precision"):
        return date_text(one)
    return str(one)


def match(values, found, same):
    score, left = Score(), list(found)
    for value, needed in values:
        hit = next((one for one in left if same(value, one)), None)
        if hit is not None:
            left.remove(hit)
            score.right += needed
        elif needed:
            score.missed.append(value)
    score.invented = left
    return score


def is_slug(value, slug):
    return value == slug


def is_name(value, name):
    return any(words(one) == words(name) for one in value.split("|"))


def is_project(value, project):
    return any(
        one == project.slug or set(words(one)) <= set(words(project.name))
        for one in value.split("|")
    )


def is_partner(value, partner):
    """By the words of one of the names, in any order and case, with none besides."""
    names = value.split(" = ")[0].split("|")
    return any(sorted(words(name)) == sorted(words(partner.name)) for name in names)


def has_role(value, partner):
    return is_partner(value, partner) and partner.role in value.split(" = ")[1].split("|")


def is_date(value, found):
    return value == date_text(found)


def date_text(found):
    length = {"day": 10, "month": 7, "year": 4}[found.precision]
    text = found.start.isoformat()[:length]
    if found.end and found.end.isoformat()[:length] != text:
        text += f"/{found.end.isoformat()[:length]}"
    return text + (" ~" if found.inferred else "")


def is_result(value, result):
    number, qualifier, unit = value.split(" ", 2)
    return (
        result.value == int(number)
        and result.qualifier == qualifier
        and set(words(unit)) <= set(words(result.unit))
    )


def words(text):
    """The stems of a name, so that a case ending is no difference."""
    return [
        token.key if token.key.isascii() else (stem(token.key, "ru")[:7])
        for token in tokens(text)
        if key(token.text) not in {"the", "of", "and", "и", "мен", "және"}
    ]
