"""What the browser tests tell at the end, gathered from all the processes that ran them."""

from collections import Counter

undecided = {}  # (rule, why) → [number, where and what the first was], as axe could not decide
weights = {}  # page → bytes by kind


def found_undecided(rule, why, where, target, number=1):
    undecided.setdefault((rule, why), [0, where, target])[0] += number


def pytest_sessionfinish(session):
    """A process of pytest-xdist hands over what it has gathered."""
    handed_over = getattr(session.config, "workeroutput", None)
    if handed_over is not None:
        handed_over["undecided"] = [[*key, *value] for key, value in undecided.items()]
        handed_over["weights"] = {page: dict(weight) for page, weight in weights.items()}


def pytest_testnodedown(node):
    """And the one that started it takes it."""
    handed_over = getattr(node, "workeroutput", {})
    for rule, why, number, where, target in handed_over.get("undecided", []):
        found_undecided(rule, why, where, target, number)
    for page, weight in handed_over.get("weights", {}).items():
        weights[page] = Counter(weight)


def pytest_terminal_summary(terminalreporter):
    if undecided:
        terminalreporter.write_line("axe leaves to be decided by hand:")
    for (rule, why), (number, where, target) in sorted(undecided.items()):
        terminalreporter.write_line(f"  {rule} ({why}): {number}, as {target} on {where}")
    if weights:
        terminalreporter.write_line("bytes of the first view, the heaviest pages:")
    for page, weight in sorted(weights.items(), key=lambda row: -row[1]["all"])[:5]:
        kinds = ", ".join(f"{kind} {number}" for kind, number in weight.most_common())
        terminalreporter.write_line(f"  {page}: {kinds}")
