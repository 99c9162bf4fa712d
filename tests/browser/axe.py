"""axe-core, run in the page as it stands. Renewed by copying axe.min.js from its npm package."""

from pathlib import Path

from tests.browser import told

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = [1280, 320]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run({
  runOnly: tags, resultTypes: ["violations", "incomplete"]
}).then(({ violations, incomplete }) => {
  const told = rules => rules.flatMap(({ id, nodes }) => nodes.map(node => ({
    rule: id,
    target: node.target.flat().join(" "),
    why: node.failureSummary.split("\\n").slice(1).map(line => line.trim()).join(" "),
  })))
  return { violations: told(violations), incomplete: told(incomplete) }
})"""


def violations(page, where):
    """A line for each rule that is broken, once the page is there from head to foot."""
    page.wait_for_load_state()
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SOURCE)
    result = page.evaluate(RUN, TAGS)
    for node in result["incomplete"]:
        told.found_undecided(node["rule"], node["why"], where, node["target"])
    broken = {}
    for node in result["violations"]:
        broken.setdefault(node["rule"], []).append(node)
    return [
        f"{where}: {rule} at {first['target']} and {len(others)} more: {first['why'][:300]}"
        for rule, [first, *others] in broken.items()
    ]


def audit(page, where):
    """The same at both widths that the site is made for."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += violations(page, f"{where}, {width} px")
    return found
