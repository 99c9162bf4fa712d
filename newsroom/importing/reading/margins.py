"""What Word prints in the margins of each page, which may name the edition and tells no news."""

from newsroom.importing.reading.thinning import parsed


class Lines:
    """Takes a part's elements as they come and keeps the words of each paragraph."""

    def __init__(self, budget):
        self.budget = budget
        self.lines, self.words = [], []
        self.is_text = False

    def start(self, name, _attributes):
        self.budget.take(is_kept=False)
        self.is_text = local(name) == "t"
        if local(name) in {"tab", "br", "cr"}:
            self.words.append(" ")

    def text(self, data):
        if self.is_text:
            self.words.append(data)

    def end(self, name):
        self.is_text = False
        if local(name) == "p":
            self.lines.append(" ".join("".join(self.words).split()))
            self.words = []


def lines_in(data, budget):
    """The lines of a header or footer, each once; an empty part has none."""
    budget.bytes -= len(data)
    found = Lines(budget)
    parsed(data, found.start, found.end, found.text)
    return [line for line in dict.fromkeys(found.lines) if line]


def local(name):
    return name.rpartition(":")[2]
