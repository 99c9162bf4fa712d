"""Make the web fonts: static/almaty/fonts/*.woff2, their licences, and static/almaty/fonts.css.

From Source Serif 4 and Source Sans 3 (Adobe, SIL Open Font License 1.1), taken from npm into a
temporary folder. The licence reserves the name "Source" for the unchanged fonts, so what is cut
here is called Almaty Serif and Almaty Sans. Each family is one variable file per script; a page
loads only the scripts it shows. Fallback faces give the fonts of the reader's own system the
same widths and line heights, so that nothing moves when the web font arrives.

Run it with npm at hand:  python tools/subset_fonts.py   (needs fonttools and brotli)
"""

import subprocess
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

STATIC = Path(__file__).resolve().parent.parent / "static" / "almaty"
PACKAGES = [
    "source-serif@4.5.1",
    "source-sans@3.52.0",
    # Same widths as Times New Roman and Arial; then the fonts of Android itself.
    "@fontsource/tinos@5",
    "@fontsource/arimo@5",
    "@fontsource/noto-serif@5",
    "@fontsource/roboto@5",
]
FAMILIES = {
    "Almaty Serif": {
        "slug": "almaty-serif",
        "package": "source-serif",
        "file": "VAR/SourceSerif4Variable-Roman.otf",
        "axes": {"opsz": 20, "wght": (400, 700)},
        "fallbacks": {
            "Fallback": ("tinos", ["Times New Roman", "Liberation Serif", "Tinos"]),
            "Fallback Android": ("noto-serif", ["Noto Serif", "Droid Serif"]),
        },
    },
    "Almaty Sans": {
        "slug": "almaty-sans",
        "package": "source-sans",
        "file": "VF/SourceSans3VF-Upright.otf",
        "axes": {"wght": (400, 700)},
        "fallbacks": {
            "Fallback": ("arimo", ["Arial", "Helvetica", "Liberation Sans", "Arimo"]),
            "Fallback Android": ("roboto", ["Roboto"]),
        },
    },
}
# Latin is what an English page holds. Latin-ext has the accents and the Turkmen and Uzbek
# letters; Cyrillic has Russian, Kazakh, Kyrgyz and Tajik.
LATIN = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0©°½–—‘’“”„«»…•·−×→←↑↓€"
LATIN_EXT = "".join(chr(c) for c in range(0xA1, 0x100) if chr(c) not in LATIN) + "žňşŽŇŞʻʼ"
CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІіӢӣӮӯҲҳҶҷ№₸"
SCRIPTS = {"latin": LATIN, "latin-ext": LATIN_EXT, "cyrillic": CYRILLIC}
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "tnum"]

SAMPLE = (
    "The regional office works with its partners on heritage, schools and glaciers in Central "
    "Asia; over fifty students took part in the training in October 2024. "
    "Региональное бюро вместе с партнёрами работает над наследием, школами и ледниками "
    "Центральной Азии. Қазақстан мұздықтары туралы жаңа жоба өңірде басталды. "
)
WEIGHTS = {400: "", 700: " Bold"}


def fetch(folder):
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *PACKAGES],
        check=True,
    )
    return Path(folder) / "node_modules"


def rename(font, family):
    """The licence asks that a changed font does not carry the reserved name."""
    name = font["name"]
    for record_id in (1, 4):
        name.setName(family, record_id, 3, 1, 0x409)
    for record_id in (3, 6):
        name.setName(family.replace(" ", ""), record_id, 3, 1, 0x409)
    copyright_and_licence = (0, 13, 14)
    name.names = [n for n in name.names if n.nameID in (1, 2, 3, 4, 6, *copyright_and_licence)]


def cut(font, characters, path):
    missing = [c for c in characters if ord(c) not in font.getBestCmap()]
    if missing:
        raise SystemExit(f"{path.name}: the font has no {' '.join(missing)}")
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    subset.save_font(font, str(path), options)
    print(f"{path.name:32} {path.stat().st_size:6,} bytes")


def unicode_range(characters):
    """The characters as CSS ranges: "U+20-7E, U+A0"."""
    ranges = []
    for code in sorted(map(ord, set(characters))):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in ranges)


def average_width(fonts):
    """Mean advance of the sample text, in ems, each letter from the first font that has it."""
    widths = []
    for character in map(ord, SAMPLE):
        for font in fonts:
            if glyph := font.getBestCmap().get(character):
                widths.append(font["hmtx"][glyph][0] / font["head"].unitsPerEm)
                break
    return sum(widths) / len(widths)


def fallback_rules(family, whole, fallbacks, modules):
    """Faces of system fonts, stretched to the metrics of ours: one per system and weight."""
    for weight, suffix in WEIGHTS.items():
        own = instantiateVariableFont(TTFont(whole), {"wght": weight})
        em, hhea = own["head"].unitsPerEm, own["hhea"]
        for label, (package, names) in fallbacks.items():
            files = modules / "@fontsource" / package / "files"
            scripts = ("latin", "cyrillic", "cyrillic-ext")
            paths = [files / f"{package}-{script}-{weight}-normal.woff2" for script in scripts]
            scale = average_width([own]) / average_width([TTFont(path) for path in paths])
            yield rule(
                font_family=f'"{family} {label}"',
                src=", ".join(f'local("{name}{suffix}")' for name in names),
                font_weight="400 500" if weight == 400 else "600 700",
                size_adjust=f"{scale:.2%}",
                ascent_override=f"{hhea.ascent / em / scale:.2%}",
                descent_override=f"{-hhea.descent / em / scale:.2%}",
                line_gap_override=f"{hhea.lineGap / em / scale:.2%}",
            )


def rule(**declarations):
    lines = "".join(f"  {key.replace('_', '-')}: {v};\n" for key, v in declarations.items())
    return f"@font-face {{\n{lines}}}\n"


def main():
    rules = ["/* Written by tools/subset_fonts.py: change it there. */\n"]
    fonts = STATIC / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        modules = fetch(folder)
        for family, source in FAMILIES.items():
            original = modules / source["package"]
            licence = (original / "LICENSE.md").read_text(encoding="utf-8")
            (fonts / f"LICENSE-{source['slug']}.txt").write_text(
                f"{family} is a modified version, cut down and renamed by tools/subset_fonts.py.\n"
                f"The original licence follows.\n\n{licence}",
                encoding="utf-8",
            )
            whole = Path(folder) / "whole.otf"
            font = instantiateVariableFont(
                TTFont(original / source["file"], recalcTimestamp=False), source["axes"]
            )
            rename(font, family)
            font.save(whole)
            for script, characters in SCRIPTS.items():
                path = fonts / f"{source['slug']}-{script}.woff2"
                cut(TTFont(whole, recalcTimestamp=False), characters, path)
                rules.append(
                    rule(
                        font_family=f'"{family}"',
                        src=f'url("fonts/{path.name}") format("woff2")',
                        font_weight="400 700",
                        font_display="swap",
                        unicode_range=unicode_range(characters),
                    )
                )
            rules.extend(fallback_rules(family, whole, source["fallbacks"], modules))
    (STATIC / "fonts.css").write_text("\n".join(rules), encoding="utf-8")


if __name__ == "__main__":
    main()
