"""What stands in the pictures: buildings, beasts, tools. Sizes in pixels, mostly on (0, 0)."""

import math

from illustration_kit import (
    COMMUNICATION,
    CULTURE,
    CULTURE_DEEP,
    EDUCATION,
    ICE,
    INK,
    MIST,
    NATURAL,
    NATURAL_DEEP,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SKY,
    SOCIAL,
    STONE,
    at,
    circle,
    clipped,
    line,
    path,
    poly,
    rect,
    star,
    wedge,
)


def city():
    """A gate, two domes and two minarets, standing on (0, 0)."""
    wall, shade, tile = PAPER, ROSE, NATURAL
    parts = []
    for x in (-330, 330):
        parts.append(poly([(x - 24, 0), (x - 17, -360), (x + 17, -360), (x + 24, 0)], wall))
        parts.append(poly([(x + 6, 0), (x + 6, -360), (x + 17, -360), (x + 24, 0)], shade))
        parts += [
            rect(x - 24, -380, 48, 22, tile),
            path(f"M{x - 20} -380Q{x} -440 {x + 20} -380z", tile),
        ]
        parts += [rect(x - 22 + k, -90 - 76 * k, 44 - 2 * k, 13, EDUCATION) for k in range(4)]
    for x, r in ((-190, 84), (190, 84)):
        parts.append(rect(x - r + 8, -250, 2 * r - 16, 250, wall))
        parts.append(rect(x + r - 36, -250, 28, 250, shade))
        parts.append(rect(x - r + 8, -250, 2 * r - 16, 24, EDUCATION))
        dome = f"M{x - r} -250C{x - r - 16} -340 {x - 34} -370 {x} -416"
        dome += f"C{x + 34} -370 {x + r + 16} -340 {x + r} -250z"
        ribs = [
            line(f"M{x + k * 25} -246Q{x + k * 27} -340 {x} -416", NATURAL_DEEP, 5)
            for k in range(-3, 4)
        ]
        parts += [path(dome, tile), clipped(path(dome), "".join(ribs)), circle(x, -424, 8, OCHRE)]
    parts.append(rect(-460, -120, 920, 122, wall))
    parts += [rect(-460 + 46 * k, -142, 26, 24, wall) for k in range(20)]
    parts += [wedge(-440 + 60 * k, -30, -400 + 60 * k, -38, 6, shade) for k in range(15)]
    parts += [wedge(-420 + 60 * k, -76, -385 + 60 * k, -82, 6, shade) for k in range(14)]
    parts += [rect(-128, -350, 256, 352, wall), rect(98, -350, 30, 352, shade)]
    parts += [rect(-128, -350, 256, 34, EDUCATION), rect(-106, -300, 200, 302, tile)]
    parts += [star(-112 + 45 * k + 20, -333, 12, SAND) for k in range(5)]
    arch = "M-76 2V-170C-76 -220 -30 -250 -6 -276C18 -250 64 -220 64 -170V2z"
    parts += [
        path(arch, INK),
        path("M-46 2V-110C-46 -150 -20 -168 -6 -184C8 -168 34 -150 34 -110V2z", OCHRE),
    ]
    parts += [star(-82, -262, 16, SAND), star(70, -262, 16, SAND)]
    return "".join(parts)


def camel(coat, rug):
    """A two-humped camel walking to the right, 190 wide, its feet at y = 150."""
    body = (
        "M22 92C14 82 16 62 30 56C40 54 42 50 46 40C52 24 64 24 69 38C72 50 80 54 88 52"
        "C94 50 96 44 99 36C105 22 117 24 121 38C124 50 128 58 136 60C146 60 150 50 151 38"
        "C151 24 158 15 170 15C182 16 192 21 193 27C192 33 182 33 175 33C168 34 166 40 165 48"
        "C163 68 154 84 138 90L133 98L136 122L140 150L130 150L125 124L118 98C100 102 76 102 58 98"
        "L54 122L60 150L50 150L43 124L36 102L31 124L34 150L24 150L19 122z"
    )
    more = (
        "M120 96L110 126L104 150L114 150L121 128L130 98zM40 98L58 124L70 150L80 148L66 120L60 96z"
    )
    tail = line("M20 70Q8 84 12 104", coat, 5)
    load = path("M70 44Q84 60 100 40L108 88Q84 96 64 88z", rug)
    stripe = line("M67 72Q84 80 105 72", PAPER, 4) + line("M66 82Q84 90 107 82", PAPER, 3)
    return path(more, coat) + tail + path(body, coat) + load + stripe


def scales():
    """A balance at rest; in each pan the same weight. The foot stands on (0, 0)."""
    brass, out = OCHRE, []
    out += [poly([(-16, 66), (-9, -420), (9, -420), (16, 66)], brass)]
    out += [path("M-110 68Q-20 50 0 0Q20 50 110 68z", brass), circle(0, -428, 22, brass)]
    out += [circle(0, -428, 9, INK), rect(-330, -408, 660, 14, brass, 'rx="7"')]
    for x, ball in ((-310, SOCIAL), (310, NATURAL)):
        out.append(line(f"M{x} -400L{x - 84} -170M{x} -400L{x + 84} -170", SAND, 4))
        out.append(circle(x, -400, 12, brass) + circle(x, -218, 50, ball))
        out.append(star(x, -218, 28, PAPER))
        out.append(path(f"M{x - 112} -172H{x + 112}Q{x + 90} -104 {x} -104T{x - 112} -172z", brass))
        out.append(line(f"M{x - 84} -152Q{x} -124 {x + 84} -152", SAND, 5))
    return "".join(out)


def pile(x, y, books):
    out = []
    for k, (colour, width, height) in enumerate(books):
        left = x + (300 - width) / 2 + (14 if k % 2 else -10)
        y -= height
        out.append(rect(left, y, width, height - 3, colour, 'rx="5"'))
        band_colour = INK if colour in (PAPER, SAND, OCHRE, ROSE) else SAND
        out += [
            rect(left + 26, y, 10, height - 3, band_colour),
            rect(left + width - 60, y, 6, height - 3, band_colour),
        ]
        out.append(star(left + width / 2, y + height / 2 - 2, height * 0.26, band_colour))
    return "".join(out)


def pencils():
    """A pot of pencils, its foot at (0, 0)."""
    out = []
    for x, turn, colour in ((-26, -12, ROSE), (0, 2, SAND), (24, 13, CULTURE)):
        body = rect(-9, -210, 18, 150, colour) + poly([(-9, -210), (0, -244), (9, -210)], PAPER)
        out.append(at(x, 0, body + poly([(-3, -232), (0, -244), (3, -232)], INK), turn=turn))
    out += [
        poly([(-56, -110), (56, -110), (46, 0), (-46, 0)], COMMUNICATION),
        rect(-56, -84, 112, 12, SKY),
    ]
    return "".join(out)


def open_book():
    """A textbook lying open, its spine at (0, 0): a figure and lines of text on both pages."""
    cover = path("M-440 40L-410 -170L410 -170L440 40Q220 66 0 52Q-220 66 -440 40z", COMMUNICATION)
    left = path("M0 30Q-200 -6 -424 28L-396 -184Q-200 -214 0 -176z", PAPER)
    right = path("M0 30Q200 -6 424 28L396 -184Q200 -214 0 -176z", PAPER)
    out = [cover, left, right]
    out += [wedge(4, -150 + 30 * k, 40, -158 + 30 * k, 8, SAND) for k in range(6)]
    for k in range(6):
        y = -150 + 26 * k
        out.append(line(f"M-180 {y - 12}Q-110 {y - 16} -40 {y}", MIST, 7))
        out.append(line(f"M{240 + 4 * k} {y - 12}Q310 {y - 12} {372 + 5 * k} {y - 2}", MIST, 7))
    out += [star(-290, -92, 62, NATURAL), star(-290, -92, 34, OCHRE)]
    for turn in (0, 60, 120):
        out.append(f'<ellipse cx="155" cy="-92" rx="66" ry="24" fill="none" stroke="{SOCIAL}" '
                   f'stroke-width="7" transform="rotate({turn} 155 -92)"/>')  # fmt: skip
    return "".join([*out, circle(155, -92, 13, CULTURE), line("M0 -176V30", INK, 4)])


def tent(cloth, inside):
    out = poly([(-110, 0), (-20, -120), (20, -120), (120, 0)], cloth)
    out += poly([(-110, 0), (-20, -120), (10, 0)], inside)
    out += poly([(-70, 0), (-20, -112), (-14, 0)], INK)
    return out + line("M-20 -120L-150 6M20 -120L160 6", PAPER, 3)


def hammer():
    """A geologist's hammer, head at the top, some 420 tall."""
    edge = 'stroke="#f6f0e2" stroke-width="10" stroke-linejoin="round"'
    handle = path("M-20 50L20 50L26 400Q0 420 -26 400z", OCHRE, edge) + rect(
        -25, 230, 50, 170, CULTURE, 'rx="10"'
    )
    grip = "".join(rect(-25, 250 + 30 * k, 50, 8, CULTURE_DEEP) for k in range(5))
    head = path("M-110 -10H-60V-4H60Q130 0 190 66Q110 44 60 52H-60V58H-110z", INK, edge)
    return (
        handle + grip + head + line("M-46 16H50Q100 20 140 36", SKY, 6) + rect(-20, 58, 40, 20, INK)
    )


def ammonite():
    out = circle(0, 0, 92, PAPER)
    turns = []
    for k in range(90):
        a, r = k * 0.2, 8 + k * 0.86
        turns.append(f"{'L' if k else 'M'}{r * math.cos(a):.1f} {r * math.sin(a):.1f}")
    out += line("".join(turns), SOCIAL, 9)
    for k in range(40, 90, 3):
        a, r = k * 0.2, 8 + k * 0.86
        rim = f"M{r * math.cos(a):.1f} {r * math.sin(a):.1f}"
        inner = f"L{(r - 20) * math.cos(a + 0.1):.1f} {(r - 20) * math.sin(a + 0.1):.1f}"
        out += line(rim + inner, SOCIAL, 4)
    return out


def school():
    """A school of two storeys, its front 760 wide, standing on (0, 0)."""
    out = [rect(-380, -210, 760, 212, PAPER), rect(-380, -210, 760, 14, SAND)]
    out.append(poly([(-410, -206), (-350, -276), (350, -276), (410, -206)], CULTURE))
    out += [wedge(-340 + 46 * k, -268, -356 + 46 * k, -214, 6, CULTURE_DEEP) for k in range(16)]
    for x in (-350, -272, -194, -122, 72, 144, 222, 300):
        for y in (-176, -86):
            out += [
                rect(x, y, 50, 62, EDUCATION),
                line(f"M{x + 25} {y}v62M{x} {y + 28}h50", PAPER, 4),
            ]
            out.append(wedge(x + 6, y + 24, x + 19, y + 4, 5, SKY))
    out += [rect(-64, -240, 128, 242, SAND), poly([(-84, -240), (0, -310), (84, -240)], CULTURE)]
    out += [path("M-40 2V-90Q-40 -136 0 -136T40 -90V2z", NATURAL), line("M0 -136V2", SAND, 5)]
    out += [star(0, -186, 30, NATURAL), star(0, -186, 15, SAND), rect(-380, -8, 760, 10, ROSE)]
    out += [
        line("M-300 -276V-400", INK, 6),
        path("M-298 -400Q-250 -420 -200 -396L-216 -368L-200 -340Q-250 -362 -298 -340z", OCHRE),
    ]
    return "".join(out)


def first_aid_kit():
    out = [
        path(
            "M-90 -250V-290Q-90 -312 -68 -312H68Q90 -312 90 -290V-250",
            "none",
            f'stroke="{INK}" stroke-width="22"',
        )
    ]
    out += [
        rect(-230, -256, 460, 270, NATURAL, 'rx="34"'),
        path("M150 -256H196Q230 -256 230 -222V-20Q230 14 196 14H150z", NATURAL_DEEP),
    ]
    out += [
        rect(-230, -176, 460, 12, INK),
        rect(-170, -190, 46, 44, OCHRE, 'rx="6"'),
        rect(124, -190, 46, 44, OCHRE, 'rx="6"'),
    ]
    out += [
        circle(0, -110, 92, PAPER),
        rect(-22, -174, 44, 128, NATURAL),
        rect(-64, -132, 128, 44, NATURAL),
    ]
    return "".join(out)


def bandage():
    out = [path("M-10 -70H150Q190 -70 190 -30V4H30z", SAND), circle(0, -50, 66, PAPER)]
    out += [circle(0, -50, r, "none", f'stroke="{ROSE}" stroke-width="5"') for r in (52, 38, 24)]
    return "".join([*out, circle(0, -50, 10, CULTURE), line("M60 -30H184M50 -14H184", PAPER, 4)])


def whistle():
    out = [line("M40 -40C110 -110 10 -130 -20 -90", OCHRE, 8), circle(0, -26, 34, CULTURE)]
    return "".join(
        [
            *out,
            rect(-4, -60, 92, 30, CULTURE, 'rx="6"'),
            circle(0, -26, 14, PAPER),
            rect(26, -60, 16, 16, INK),
        ]
    )


def bottle():
    out = [rect(-46, -190, 92, 194, SKY, 'rx="22"'), rect(-24, -232, 48, 46, EDUCATION, 'rx="6"')]
    return "".join(
        [
            *out,
            rect(-46, -130, 92, 74, PAPER),
            path("M0 -122Q34 -76 0 -66Q-34 -76 0 -122z", EDUCATION),
            rect(-34, -176, 10, 150, ICE, 'rx="5"'),
        ]
    )


def torch():
    out = [
        rect(20, -66, 170, 46, INK, 'rx="10"'),
        poly([(20, -66), (-30, -84), (-30, -2), (20, -20)], OCHRE),
    ]
    return "".join(
        [
            *out,
            rect(70, -76, 44, 12, CULTURE, 'rx="5"'),
            rect(-44, -86, 18, 86, SAND),
            rect(130, -66, 10, 46, SKY),
        ]
    )


def rock(rng, x, y, r):
    corners = []
    for k in range(7):
        a = math.tau * k / 7 + rng.uniform(-0.3, 0.3)
        corners.append((x + r * math.cos(a) * rng.uniform(0.9, 1.2), y + r * 0.7 * math.sin(a)))
    body = poly(corners, rng.choice(["#6d6f78", "#858279", "#4b5560"]))
    return body + poly(
        [(x - r * 0.6, y - r * 0.1), (x, y - r * 0.6), (x + r * 0.3, y - r * 0.2)], SAND
    )


def arc(x, y, r, start, end, colour, width):
    a, b = math.radians(start), math.radians(end)
    start_x, start_y = x + r * math.cos(a), y + r * math.sin(a)
    end_x, end_y = x + r * math.cos(b), y + r * math.sin(b)
    d = f"M{start_x:.0f} {start_y:.0f}A{r} {r} 0 0 1 {end_x:.0f} {end_y:.0f}"
    return line(d, colour, width)


def mast():
    """A sensor mast with a solar panel, its foot at (0, 0), its aerial 520 above."""
    out = [line("M0 0V-520", INK, 16), line("M0 -200L-90 10M0 -200L90 10", INK, 7)]
    out += [
        rect(-44, -250, 88, 110, PAPER, 'rx="8"'),
        rect(-30, -232, 60, 30, NATURAL),
        circle(0, -172, 12, CULTURE),
    ]
    panel = poly([(-170, -330), (-50, -370), (-30, -290), (-150, -250)], EDUCATION)
    grid = line("M-130 -343L-110 -263M-90 -357L-70 -277M-160 -290L-40 -330", SKY, 4)
    out += [line("M0 -300H-90", INK, 10), panel, grid]
    out += [
        line("M0 -400H110V-372", INK, 9),
        path("M76 -372H144L128 -330H92z", OCHRE),
        line("M110 -330V-300", OCHRE, 6),
    ]
    out += [circle(0, -520, 22, CULTURE), circle(0, -520, 9, PAPER)]
    return "".join(out)


def house(roof):
    """A house 110 wide standing on (0, 0)."""
    out = [
        rect(-55, -70, 110, 72, PAPER),
        rect(25, -70, 30, 72, SAND),
        poly([(-70, -66), (-20, -122), (28, -122), (72, -66)], roof),
    ]
    out += [rect(-38, -48, 26, 26, INK), rect(0, -50, 26, 52, OCHRE), rect(20, -140, 14, 30, INK)]
    return "".join(out)


def gathering():
    """The assembly point: a flag, and four arrows that meet."""
    out = [line("M0 0V-260", INK, 11), path("M4 -256H150L118 -206L150 -156H4z", OCHRE)]
    for turn in (0, 90, 180, 270):
        out.append(at(62, -206, path("M-9 -40H9V-24H20L0 -6L-20 -24H-9z", INK), 0.9, turn))
    return "".join(
        [*out, '<ellipse cx="0" cy="4" rx="90" ry="18" fill="#f6f0e2"/>', line("M0 0V-60", INK, 11)]
    )


def village_school():
    out = [rect(-290, -150, 580, 152, PAPER), rect(-290, -16, 580, 18, ROSE)]
    out.append(poly([(-320, -146), (-250, -230), (250, -230), (320, -146)], CULTURE))
    out += [wedge(-244 + 46 * k, -222, -260 + 46 * k, -154, 6, CULTURE_DEEP) for k in range(11)]
    for x in (-250, -160, 96, 186):
        out += [
            rect(x, -112, 64, 66, EDUCATION),
            line(f"M{x + 32} -112v66M{x} -82h64", PAPER, 4),
            rect(x - 6, -46, 76, 8, OCHRE),
        ]
    out += [
        rect(-60, -140, 120, 142, SAND),
        poly([(-80, -136), (0, -196), (80, -136)], NATURAL),
        rect(-32, -96, 64, 98, SOCIAL),
    ]
    return "".join([*out, star(0, -158, 15, SAND), circle(20, -46, 5, OCHRE)])


def weather_mast():
    """Cups, vane and panel on a tripod; the foot at (0, 0)."""
    out = [
        line("M0 0V-560", INK, 15),
        line("M0 -170L-100 20M0 -170L100 20", INK, 8),
        line("M-130 -520H130", INK, 10),
    ]
    for x, y in ((-176, -536), (-130, -556), (-84, -536)):
        out.append(
            line(f"M-130 -548L{x} {y}", INK, 6)
            + path(f"M{x - 22} {y - 2}A22 22 0 0 0 {x + 22} {y - 2}z", CULTURE)
        )
    out += [
        line("M130 -520V-560M70 -572H190", INK, 7),
        poly([(60, -572), (92, -592), (92, -552)], CULTURE),
        poly([(170, -572), (210, -604), (210, -540)], CULTURE),
    ]
    out += [
        rect(-46, -250, 92, 116, PAPER, 'rx="8"'),
        rect(-30, -232, 60, 34, EDUCATION),
        circle(-14, -168, 9, CULTURE),
        circle(14, -168, 9, OCHRE),
    ]
    out += [
        poly([(20, -420), (150, -384), (132, -306), (2, -342)], EDUCATION),
        line("M64 -408L46 -330M108 -396L90 -318M11 -381L141 -345", SKY, 4),
    ]
    return "".join(out)


def screen():
    """A louvred thermometer screen on legs, standing on (0, 0)."""
    out = [
        line("M-70 0V-150M70 0V-150M-70 -60L70 -110", PAPER, 12),
        rect(-96, -300, 192, 156, PAPER),
        rect(62, -300, 34, 156, ICE),
    ]
    out += [wedge(-82, -280 + 19 * k, 84, -276 + 19 * k, 10, STONE) for k in range(7)]
    return "".join(
        [
            *out,
            poly([(-122, -296), (-100, -334), (100, -334), (122, -296)], SOCIAL),
            rect(-5, -300, 8, 156, PAPER),
        ]
    )


def rain_gauge():
    out = [
        line("M-24 0L0 -70L24 0", INK, 8),
        rect(-26, -170, 52, 104, SKY, 'rx="6"'),
        rect(-26, -112, 52, 46, EDUCATION),
    ]
    return "".join(
        [
            *out,
            poly([(-46, -206), (46, -206), (26, -168), (-26, -168)], INK),
            line("M-20 -150h14M-20 -130h20M-20 -110h14M-20 -90h20", PAPER, 4),
        ]
    )
