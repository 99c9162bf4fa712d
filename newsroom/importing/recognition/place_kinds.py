"""Of what kind a place is that no gazetteer has, by the word beside it."""

import re

# kind of programmes.models.Place: words in front of the name, words behind it.
KINDS = {
    "natural": (
        r"(?:lake|mount|cape|valley|river|glacier)(?: of)?"
        r"|озер\w+|рек\w|долин\w+|ледник\w*|ущель\w+",
        r"(?:(?:state|strict|national|biosphere)\s)?(?:nature\s)?(?:valley|lake|river|glacier|gorge"
        r"|island|reserve|park|geopark)\b|(?:көлі|өзені|мұздығы|шатқалы)|(?:заповедник|ущель|долин)",
    ),
    "district": (
        r"district of|район\w*|област\w+|джамоат\w*",
        r"(?:district|region|province|oblast|velayat|county)\b|ауданы|облысы|район|област",
    ),
    "city": (r"(?:town|city) of|город\w*|г\.", r"(?:town|city)\b|қаласы"),
    "village": (r"villages? of|сел[аое]\w*|посёл\w+|посел\w+|кишлак\w*|аул\w*", r"village|ауыл"),
}
BESIDE = {
    kind: (re.compile(rf"\b(?:{before})\s$", re.I), re.compile(rf"\s(?:{after})", re.I))
    for kind, (before, after) in KINDS.items()
}


def kind_beside(mention):
    """The kind that the words beside a name say; that of its entry where they say none."""
    before, after = mention.before[-40:], mention.after[:40]
    for kind, (in_front, behind) in BESIDE.items():
        if in_front.search(before) or behind.match(after):
            return kind
    return mention.entry.kind
