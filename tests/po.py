"""Reads a .po file: the few lines of its format that ours use."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) )?(".*")')
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd%]|\{\w*\}")


@dataclass
class Entry:
    context: str | None = None
    id: str = ""
    plural: str | None = None
    words: dict = field(default_factory=dict)  # by the number of the form; 0 where there is one
    fuzzy: bool = False

    @property
    def key(self):
        return f"{self.context}\x04{self.id}" if self.context is not None else self.id


def read(path):
    """Every entry but the header. A line that is not understood is a mistake in the file."""
    entries = []
    for block in re.split(r"\n{2,}", Path(path).read_text(encoding="utf-8").strip()):
        said, name = {}, None
        for line in block.splitlines():
            if line.startswith("#"):
                assert not line.startswith("#~"), f"{path}: {line}: no longer said anywhere"
                continue
            found = LINE.fullmatch(line)
            assert found, f"{path}: {line}"
            name = found[1] or name
            said[name] = said.get(name, "") + ast.literal_eval(found[2])
        words = {
            int(name[7:-1] or 0): text for name, text in said.items() if name.startswith("msgstr")
        }
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
        context, plural = said.get("msgctxt"), said.get("msgid_plural")
        entries.append(Entry(context, said["msgid"], plural, words, fuzzy))
    assert entries[0].id == "", f"{path} has no header"
    return entries[1:]


def placeholders(text):
    """What is filled in: a name may be said twice or once, what has none keeps its place."""
    found = PLACEHOLDER.findall(text)
    return {name for name in found if len(name) > 2}, [sign for sign in found if len(sign) == 2]
