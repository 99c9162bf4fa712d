"""Pieces the illustrations share: ink, cut marks, mountains, ornaments; each returns SVG text.

Used by tools/draw_illustrations.py. The manner is that of a linocut printed in few inks: flat
shapes, wedge-shaped cuts for shade, dots for air. Sizes are in pixels of a 1600 x 1000 sheet.
"""

import math
from itertools import count, pairwise

WIDTH, HEIGHT = 1600, 1000

# The dark tone of each sector; white and paper text stand on it at 4.5:1 or better, and in
# greyscale they are steps of lightness: L* 46, 40, 33, 26, 18.
CULTURE = "#b8482b"
NATURAL = "#10696a"
EDUCATION = "#244d87"
SOCIAL = "#711d45"
COMMUNICATION = "#33215c"

PAPER = "#f6f0e2"
INK = "#1d2233"
SAND = "#ead3a2"
OCHRE = "#dd9c2e"
ROSE = "#dd9a7c"
ICE = "#c4dde0"
MIST = "#8fbcbe"
SKY = "#9fb6d6"
MOSS = "#7f9a5a"
PINE = "#1f4a3c"
STONE = "#4d8f97"
GRASS = "#5f8253"
HAZE = "#c9d4e8"
LAKE = "#2f8fa0"
NATURAL_DEEP = "#0a4a4d"
CULTURE_DEEP = "#93371f"
SOCIAL_LIGHT = "#8d3560"
EDUCATION_DEEP = "#183463"
EDUCATION_LIGHT = "#2f5a98"

_ids = count(1)


def points(pairs):
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in pairs)


def poly(pairs, fill, more=""):
    return f'<polygon points="{points(pairs)}" fill="{fill}" {more}/>'


def path(d, fill="none", more=""):
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d, colour, width, more=""):
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round" {more}/>'
    )


def rect(x, y, width, height, fill, more=""):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" {more}/>'


def circle(x, y, r, fill, more=""):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {more}/>'


def at(x, y, svg, scale=1.0, turn=0, flip=False):
    mirror = " scale(-1 1)" if flip else ""
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale}){mirror}">{svg}</g>'


def clipped(shape, svg):
    """What of the drawing falls inside the shape."""
    name = f"clip{next(_ids)}"
    return f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})">{svg}</g>'


def wedge(x0, y0, x1, y1, width, fill):
    """One cut of the gouge: broad where it enters, pointed where it leaves."""
    length = math.hypot(x1 - x0, y1 - y0) or 1
    across = (-(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2)
    start, end = (x0 + across[0], y0 + across[1]), (x0 - across[0], y0 - across[1])
    return poly([start, (x1, y1), end], fill)


def cuts(rng, box, angle, fill, spacing=22, length=70, width=6):
    """Rows of cuts over a box (x, y, width, height), all one way."""
    x, y, w, h = box
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    out = []
    for row in range(int(h / spacing) + 1):
        start = x + rng.uniform(-length, 0)
        while start < x + w:
            y0 = y + row * spacing + rng.uniform(-0.3, 0.3) * spacing
            size = length * rng.uniform(0.45, 1.1)
            out.append(wedge(start, y0, start + dx * size, y0 + dy * size, width, fill))
            start += length * rng.uniform(0.9, 1.6)
    return "".join(out)


def ripples(rng, box, fill, spacing=24, length=130, thick=7):
    """Lens-shaped cuts, as on water."""
    x, y, w, h = box
    out = []
    for row in range(int(h / spacing)):
        start = x + rng.uniform(-length, length / 2)
        while start < x + w:
            y0 = y + (row + 0.5) * spacing + rng.uniform(-4, 4)
            size = length * rng.uniform(0.4, 1.2)
            t = thick * rng.uniform(0.6, 1.1)
            d = f"M{start:.0f} {y0:.0f}q{size / 2:.0f} {-t:.0f} {size:.0f} 0"
            out.append(path(f"{d}q{-size / 2:.0f} {t:.0f} {-size:.0f} 0z", fill))
            start += size + length * rng.uniform(0.3, 1.3)
    return "".join(out)


def dots(box, fill, size, step=18):
    """A screen of dots whose radius is size(x, y); air, dusk, mist."""
    x, y, w, h = box
    out = []
    for row in range(int(h / (step / 2)) + 1):
        for column in range(int(w / step) + 2):
            cx, cy = x + (column + row % 2 / 2) * step, y + row * step / 2
            radius = size(cx, cy)
            if radius > 0.9:
                out.append(circle(cx, cy, min(radius, step * 0.48), fill))
    return "".join(out)


def rough(rng, corners, amount=0.16, depth=4):
    """The line through the corners, broken again and again as rock breaks."""
    for _ in range(depth):
        broken = [corners[0]]
        for (x0, y0), (x1, y1) in pairwise(corners):
            reach = math.hypot(x1 - x0, y1 - y0) * amount
            middle = ((x0 + x1) / 2, (y0 + y1) / 2 + rng.uniform(-reach, reach))
            broken += [middle, (x1, y1)]
        corners, amount = broken, amount * 0.85
    return corners


def mountains(rng, crest, base, light, dark, snow=None, cut=None, shade=MIST):
    """A range along the crest (peaks and valleys by turns), lit from one side.

    snow is how far the snow comes down from the highest peak, shade its colour away from the sun;
    cut is the colour of the gouge marks.
    """
    ridge = rough(rng, crest)
    body = f'<polygon points="{points([*ridge, (crest[-1][0], base), (crest[0][0], base)])}"/>'
    inside = [rect(crest[0][0], 0, crest[-1][0] - crest[0][0], base, light)]
    shades, marks = [], []
    for i, (x, y) in enumerate(crest):
        before = crest[i - 1] if i else (x - 1, base)
        after = crest[i + 1] if i + 1 < len(crest) else (x + 1, base)
        if y >= min(before[1], after[1]):
            continue
        drop = base - y
        spine = [
            (x, y - 4),
            (x + drop * 0.1, y + drop * 0.25),
            (x - drop * 0.04, y + drop * 0.5),
            (x + drop * 0.12, base),
        ]
        spine = rough(rng, spine, 0.12, 3)
        spine = [(px + rng.uniform(-9, 9) * (py > y + 12), py) for px, py in spine]
        gully = rough(rng, [spine[-1], after], 0.1, 3)[1:]
        shades.append(poly([*spine, *gully, (after[0], y - 40), (x, y - 40)], dark))
        for px, py in spine[2::2]:
            reach = drop * rng.uniform(0.16, 0.34)
            marks.append(wedge(px, py, px + reach * 0.75, py + reach, 9, light))
            marks.append(wedge(px, py, px - reach * 0.6, py + reach, 9, cut or dark))
    inside += shades
    if snow:
        edge = []
        for (x0, y0), (x1, y1) in pairwise(crest):
            edge += [(x0 + (x1 - x0) * k / 6, y0 + (y1 - y0) * k / 6) for k in range(6)]
        edge.append(crest[-1])
        highest = min(y for _, y in crest)
        snowline = []
        for k, (x, y) in enumerate(edge):
            tooth = rng.uniform(0.0, 0.5) if k % 2 else rng.uniform(-0.45, -0.1)
            snowline.append((x, highest + snow + (y - highest) * 0.35 + tooth * snow))
        field = points([(crest[0][0], 0), *snowline, (crest[-1][0], 0)])
        white = f'<polygon points="{field}"/>'
        inside.append(clipped(white, rect(crest[0][0], 0, crest[-1][0], base, PAPER)))
        shaded = "".join(s.replace(f'fill="{dark}"', f'fill="{shade}"') for s in shades)
        inside.append(clipped(white, shaded))
    return clipped(body, "".join(inside) + clipped(body, "".join(marks)))


def hills(rng, y, rise, fill, more="", base=HEIGHT, turns=3, phase=0.0):
    """A soft rolling band from the left edge to the right."""
    top = [
        (x, y + rise * math.sin(phase + x / WIDTH * math.tau * turns / 2) + rng.uniform(-1, 1))
        for x in range(-20, WIDTH + 41, 20)
    ]
    return poly([*top, (WIDTH + 20, base), (-20, base)], fill, more)


def ribbon(curve, widths):
    """A band along a cubic curve: a function of how far along (0 to 1) and across (-1 to 1)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve

    def place(t, u=0.0):
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        k = min(int(t * (len(widths) - 1)), len(widths) - 2)
        part = t * (len(widths) - 1) - k
        part = part * part * (3 - 2 * part)
        half = (widths[k] * (1 - part) + widths[k + 1] * part) / 2
        return a * x0 + b * x1 + c * x2 + d * x3 + u * half, a * y0 + b * y1 + c * y2 + d * y3

    return place


def band(place, fill, left=-1.0, right=1.0, start=0.0, end=1.0, more=""):
    """The part of a ribbon between two lines along it."""
    steps = [start + (end - start) * k / 40 for k in range(41)]
    edge = [place(t, left) for t in steps] + [place(t, right) for t in reversed(steps)]
    return poly(edge, fill, more)


def sun(x, y, r, fill, rays=None, ring=None):
    out = []
    if rays:
        for k in range(40):
            a = math.tau * k / 40
            inner, outer = r * 1.18, r * (1.75 if k % 2 else 1.45)
            out.append(
                wedge(x + inner * math.cos(a), y + inner * math.sin(a),
                      x + outer * math.cos(a), y + outer * math.sin(a), r * 0.07, rays)
            )  # fmt: skip
    out.append(circle(x, y, r, fill))
    if ring:
        out.append(circle(x, y, r * 0.84, "none", f'stroke="{ring}" stroke-width="{r * 0.03}"'))
    return "".join(out)


def star(x, y, r, fill, more=""):
    """The eight-pointed star of the tile makers."""
    corners = []
    for k in range(16):
        a, size = math.tau * k / 16 - math.pi / 2, r if k % 2 == 0 else r * 0.765
        corners.append((x + size * math.cos(a), y + size * math.sin(a)))
    return poly(corners, fill, more)


def horn(colour, width=11):
    """The ram's horn of felt carpets, some 150 wide and 80 high, standing on (0, 0)."""
    half = "M0 0C2-34 12-62 40-64C72-66 78-24 50-22C34-21 32-42 46-43"
    return line(half, colour, width) + at(0, 0, line(half, colour, width), flip=True)


def horn_band(x, y, width, height, ground, figure, steps):
    """A carpet border: horns up and horns down, by turns."""
    unit = width / steps
    out = [rect(x, y, width, height, ground)]
    for k in range(steps):
        scale = height / 96
        middle = x + unit * (k + 0.5)
        out.append(at(middle, y + height * 0.88, horn(figure), scale))
        edge = x + unit * (k + 1)
        out.append(
            poly(
                [(edge - unit * 0.11, y), (edge, y + height * 0.3), (edge + unit * 0.11, y)], figure
            )
        )
    return clipped(rect(x, y, width, height, ground), "".join(out))


def spruce(x, y, height, fill, light=None):
    """A Tien Shan spruce: narrow, in tiers, its foot at (x, y)."""
    tiers, w = 6, height * 0.15
    left, right = [], []
    for k in range(tiers):
        top, low = y - height * (1 - k / tiers), y - height * (1 - (k + 1.25) / tiers)
        reach = w * (k + 1.2) / tiers
        left += [(x - reach * 0.35, top), (x - reach, min(low, y - height * 0.06))]
        right += [(x + reach * 0.35, top), (x + reach, min(low, y - height * 0.06))]
    out = rect(x - height * 0.02, y - height * 0.1, height * 0.04, height * 0.1, fill)
    out += poly([(x, y - height), *left[1:], *reversed(right[1:])], fill)
    if light:
        for k in range(1, tiers):
            top = y - height * (1 - k / tiers)
            out += wedge(
                x - 1, top, x - w * (k + 0.4) / tiers, top + height * 0.13, height * 0.02, light
            )
    return out


def forest(rng, spots, fill, light=None):
    return "".join(spruce(x, y, h * rng.uniform(0.85, 1.15), fill, light) for x, y, h in spots)


def poplar(x, y, height, fill, light):
    w = height * 0.11
    d = f"M{x} {y}C{x - w * 1.7} {y - height * 0.25} {x - w} {y - height * 0.8} {x} {y - height}"
    d += f"C{x + w} {y - height * 0.8} {x + w * 1.7} {y - height * 0.25} {x} {y}z"
    out = rect(x - 4, y - 12, 8, height * 0.12, fill) + path(d, fill)
    for k in range(7):
        low = y - height * (0.16 + 0.1 * k)
        out += wedge(x - 2, low, x - w * 0.75, low - height * 0.09, 6, light)
    return out


def cloud(x, y, scale, fill):
    """Flat clouds of stacked bars, as in miniatures."""
    bars = [(-110, 0, 220), (-60, -24, 150), (-150, 24, 200)]
    svg = "".join(rect(bx, by, w, 20, fill, 'rx="10"') for bx, by, w in bars)
    return at(x, y, svg, scale)
