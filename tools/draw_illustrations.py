"""Draw the pictures of the demo stories: newsroom/demo/images/*.webp, 1600 x 1000.

Nothing is photographed or traced: illustration_scenes.py builds each picture from simple pieces
with a fixed seed; here it is rendered by Chromium, given the grain of printed ink with Pillow,
and saved. What each shows is told in newsroom/demo/images/alt.json.

Run it with Chromium at hand:  python tools/draw_illustrations.py [name ...]   (needs Pillow)
"""

import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from illustration_kit import HEIGHT, PAPER, WIDTH
from illustration_scenes import PICTURES
from PIL import Image

TARGET = Path(__file__).resolve().parent.parent / "newsroom" / "demo" / "images"
LARGEST = 150_000  # bytes


def sheet(shapes):
    """The whole drawing as one SVG; its edges waver a little, as if cut by hand."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        '<filter id="hand" x="0" y="0" width="1" height="1">'
        '<feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="2" seed="7"/>'
        '<feDisplacementMap in="SourceGraphic" scale="7" xChannelSelector="R"'
        ' yChannelSelector="G"/></filter>'
        # A little too large, so that the wavering edges of the sheet fall outside.
        f'<g transform="translate(-16 -10) scale(1.02)"><g filter="url(#hand)">'
        f"{''.join(shapes)}</g></g></svg>"
    )


def render(svg, folder):
    page, shot = folder / "page.html", folder / "page.png"
    style = "<style>body{margin:0}svg{display:block}</style>"
    page.write_text(f"<!doctype html>{style}{svg}", encoding="utf-8")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        raise SystemExit("Chromium is needed to render the drawings.")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    size = [f"--window-size={WIDTH},{HEIGHT + 200}", f"--screenshot={shot}"]
    subprocess.run([browser, *flags, *size, page.as_uri()], check=True, capture_output=True)
    return Image.open(shot).convert("RGB").crop((0, 0, WIDTH, HEIGHT))


def grain(image, rng):
    """Specks where the ink did not take, so that no surface looks like plastic."""
    small = Image.frombytes("L", (400, 250), rng.randbytes(400 * 250))
    clouds = small.resize((50, 31)).resize(image.size, Image.Resampling.BICUBIC)
    fine = Image.frombytes("L", image.size, rng.randbytes(WIDTH * HEIGHT))
    mask = Image.blend(fine, clouds, 0.35).point(lambda v: 62 if v > 208 else 0)
    return Image.composite(Image.new("RGB", image.size, PAPER), image, mask)


def save(image, path):
    for quality in range(86, 40, -4):
        image.save(path, quality=quality, method=6)
        if path.stat().st_size <= LARGEST:
            break
    print(f"{path.name:32} {path.stat().st_size:7,} bytes, quality {quality}")


def main(names):
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in names or PICTURES:
            rng = random.Random(name)
            drawing = sheet(PICTURES[name](rng))
            save(grain(render(drawing, Path(folder)), rng), TARGET / f"{name}.webp")


if __name__ == "__main__":
    main(sys.argv[1:])
