"""The nine pictures, each a function that returns its shapes from back to front.

Drawn with the pieces of illustration_kit.py and the things of illustration_things.py; rendered by
draw_illustrations.py.
"""

import math

from illustration_kit import (
    COMMUNICATION,
    CULTURE,
    CULTURE_DEEP,
    EDUCATION,
    EDUCATION_DEEP,
    EDUCATION_LIGHT,
    GRASS,
    HAZE,
    HEIGHT,
    ICE,
    INK,
    LAKE,
    MIST,
    MOSS,
    NATURAL,
    NATURAL_DEEP,
    OCHRE,
    PAPER,
    PINE,
    ROSE,
    SAND,
    SKY,
    SOCIAL,
    SOCIAL_LIGHT,
    STONE,
    WIDTH,
    at,
    band,
    clipped,
    cloud,
    cuts,
    dots,
    forest,
    hills,
    horn_band,
    line,
    mountains,
    path,
    poly,
    poplar,
    rect,
    ribbon,
    ripples,
    star,
    sun,
    wedge,
)
from illustration_things import (
    ammonite,
    arc,
    bandage,
    bottle,
    camel,
    city,
    first_aid_kit,
    gathering,
    hammer,
    house,
    mast,
    open_book,
    pencils,
    pile,
    rain_gauge,
    rock,
    scales,
    school,
    screen,
    tent,
    torch,
    village_school,
    weather_mast,
    whistle,
)


def ground(fill):
    return rect(0, 0, WIDTH, HEIGHT, fill)


def dusk(fill, top, bottom, strongest=8.0):
    """A sky of dots, thick at the top and gone at the bottom."""
    fade = bottom - top
    return dots((0, top, WIDTH, fade), fill, lambda x, y: strongest * (1 - (y - top) / fade))


def cover_2024_h2(rng):
    culture = [(-40, 470), (150, 330), (300, 440), (520, 190), (740, 470), (850, 490), (970, 500),
               (1250, 310), (1420, 430), (1540, 350), (1660, 460)]  # fmt: skip
    natural = [(-40, 520), (60, 470), (240, 600), (470, 450), (640, 590), (860, 430), (1090, 610),
               (1290, 480), (1460, 600), (1660, 470)]  # fmt: skip
    education = [(-40, 640), (180, 560), (380, 690), (640, 590), (880, 710), (1120, 600),
                 (1360, 700), (1560, 590), (1660, 640)]  # fmt: skip
    social = hills(rng, 745, 34, SOCIAL, phase=0.6)
    return [
        ground(PAPER),
        dusk(SAND, 0, 560, 9),
        sun(960, 280, 160, OCHRE, rays=OCHRE, ring=PAPER),
        star(960, 280, 96, PAPER),
        star(960, 280, 60, CULTURE),
        mountains(rng, culture, 800, CULTURE, CULTURE_DEEP, snow=90, cut=CULTURE_DEEP),
        mountains(rng, natural, 850, NATURAL, NATURAL_DEEP, cut=NATURAL_DEEP),
        mountains(rng, education, 900, EDUCATION, EDUCATION_DEEP, cut=EDUCATION_DEEP),
        social,
        clipped(social, cuts(rng, (0, 730, WIDTH, 150), 12, SOCIAL_LIGHT, 24, 110, 7)),
        hills(rng, 835, 26, COMMUNICATION, phase=2.4),
        rect(0, 868, WIDTH, 7, OCHRE),
        horn_band(0, 880, WIDTH, 106, COMMUNICATION, SAND, 8),
    ]


def cryosphere(rng):
    back = [(-40, 420), (120, 300), (270, 400), (480, 200), (660, 350), (790, 300), (900, 350),
            (1120, 120), (1340, 360), (1480, 270), (1660, 420)]  # fmt: skip
    left = [(-60, 520), (70, 430), (200, 560), (330, 500), (450, 610), (520, 580), (620, 800)]
    right = [
        (860, 800),
        (960, 600),
        (1040, 640),
        (1250, 450),
        (1360, 550),
        (1490, 440),
        (1660, 560),
    ]
    ice = ribbon([(745, 330), (960, 480), (560, 560), (742, 770)], (80, 190, 270, 340, 280))
    end = "L640 822 672 808 700 826 744 816 790 828 822 808 858 818"
    tongue = band(ice, PAPER) + path(f"M602 766{end}L882 766z", PAPER)
    flow = [
        band(ice, MIST, 0.62, 1.0),
        path("M829 766L814 830 890 830 882 766z", MIST),
        band(ice, STONE, 0.04, 0.09),
    ]
    for k in range(8):
        t = 0.26 + k * 0.094
        (x0, y0), (x1, y1) = ice(t, -0.96), ice(t, 0.96)
        dip = 20 + 46 * t
        d = f"M{x0:.0f} {y0:.0f}Q{(x0 + x1) / 2:.0f} {y0 + dip * 1.6:.0f} {x1:.0f} {y1:.0f}"
        flow.append(path(f"{d}Q{(x0 + x1) / 2:.0f} {y0 + dip * 2:.0f} {x0:.0f} {y0:.0f}z", SKY))
    river = ribbon([(742, 806), (700, 860), (1010, 850), (760, 1010)], (70, 90, 180, 440))
    plain = hills(rng, 800, 10, GRASS, phase=1)
    return [
        ground(ICE),
        dusk(SKY, 0, 480, 9),
        sun(290, 180, 92, OCHRE, ring=PAPER),
        cloud(1390, 130, 1.1, PAPER),
        cloud(640, 170, 0.7, PAPER),
        mountains(rng, back, 900, STONE, NATURAL, snow=210, cut=NATURAL),
        tongue,
        clipped(tongue, "".join(flow)),
        mountains(rng, left, 1000, NATURAL, NATURAL_DEEP, cut=NATURAL_DEEP),
        mountains(rng, right, 1000, NATURAL, NATURAL_DEEP, cut=NATURAL_DEEP),
        plain,
        clipped(plain, cuts(rng, (0, 810, WIDTH, 190), 8, MOSS, 22, 90, 7)),
        clipped(rect(0, 760, WIDTH, 90, INK), tongue + clipped(tongue, "".join(flow))),
        path("M700 840C700 770 784 770 784 840z", EDUCATION),
        band(river, EDUCATION),
        clipped(band(river, EDUCATION), ripples(rng, (400, 800, 900, 200), ICE, 20, 110, 8)),
        forest(rng, [(60, 960, 230), (150, 985, 180), (230, 940, 150), (1390, 930, 150),
                     (1470, 975, 220), (1560, 960, 260)], PINE, GRASS),
    ]  # fmt: skip


def silk_roads(rng):
    far = [(-40, 520), (140, 420), (330, 500), (560, 380), (760, 490), (980, 400), (1180, 480),
           (1400, 360), (1660, 500)]  # fmt: skip
    near = hills(rng, 720, 40, OCHRE, phase=0.3)
    front = hills(rng, 930, 110, CULTURE, turns=1, phase=-math.pi / 2)
    road = ribbon([(1160, 670), (1420, 760), (760, 790), (1190, 1020)], (44, 70, 130, 330))
    marks = [
        band(road, ROSE, u, u + 0.07, t, t + 0.3)
        for u, t in ((-0.45, 0.1), (0.3, 0.32), (-0.2, 0.55))
    ]
    return [
        ground(SAND),
        dusk(ROSE, 0, 500, 9),
        sun(470, 300, 150, CULTURE, ring=SAND),
        cloud(1000, 150, 1.0, PAPER),
        cloud(180, 190, 0.8, PAPER),
        mountains(rng, far, 760, "#c9795c", "#a9553c", cut="#a9553c"),
        hills(rng, 640, 22, ROSE, phase=2),
        near,
        clipped(near, cuts(rng, (0, 690, WIDTH, 200), 8, SAND, 24, 120, 6)),
        band(road, PAPER),
        *marks,
        at(1165, 672, city()),
        front,
        clipped(front, cuts(rng, (0, 800, WIDTH, 210), -6, CULTURE_DEEP, 24, 130, 8)),
        *[at(130 + 270 * k, y, camel(INK, ROSE if k % 2 else CULTURE), 1.25)
          for k, y in enumerate((650, 684, 738))],
    ]  # fmt: skip


def gender_education(rng):
    wall = ground(EDUCATION) + cuts(rng, (0, 0, WIDTH, 760), 90, EDUCATION_LIGHT, 46, 34, 4)
    window = "M560 640V250C560 120 700 60 800 10C900 60 1040 120 1040 250V640z"
    view = [
        ground(ICE),
        dots((540, 0, 520, 420), SKY, lambda x, y: 8 * (1 - y / 420), 18),
        sun(880, 210, 70, OCHRE, ring=PAPER),
        mountains(rng, [(520, 460), (690, 260), (800, 410), (930, 330), (1080, 470)], 700, STONE,
                  NATURAL, snow=80, cut=NATURAL),
    ]  # fmt: skip
    desk = rect(0, 770, WIDTH, 240, CULTURE) + cuts(
        rng, (0, 800, WIDTH, 210), 0, CULTURE_DEEP, 26, 200, 8
    )
    return [
        wall,
        *[star(x, y, 34, EDUCATION_LIGHT) for x in (120, 320, 1280, 1480) for y in (130, 330)],
        path(window, SAND, 'transform="translate(-40 -24) scale(1.05)"'),
        clipped(path(window), "".join(view)),
        line("M800 10V640M560 330H1040", SAND, 12),
        desk,
        rect(0, 762, WIDTH, 14, OCHRE),
        at(800, 700, scales()),
        pile(
            170,
            766,
            [
                (SOCIAL, 300, 58),
                (OCHRE, 270, 44),
                (NATURAL, 290, 62),
                (PAPER, 250, 40),
                (ROSE, 200, 50),
            ],
        ),
        pile(1140, 766, [(NATURAL, 300, 62), (SAND, 280, 40), (SOCIAL, 260, 56), (OCHRE, 290, 46)]),
        at(1300, 562, pencils()),
        at(800, 930, open_book()),
    ]


def summer_schools(rng):
    crest = [(-40, 330), (160, 200), (330, 310), (560, 120), (800, 320), (1000, 220), (1160, 300),
             (1370, 150), (1660, 330)]  # fmt: skip
    meadow = hills(rng, 440, 16, GRASS, phase=0.8)
    return [
        ground(ICE),
        dusk(SKY, 0, 330, 8),
        sun(870, 130, 66, OCHRE, ring=PAPER),
        cloud(300, 90, 0.8, PAPER),
        mountains(rng, crest, 520, STONE, NATURAL, snow=90, cut=NATURAL),
        meadow,
        clipped(meadow, cuts(rng, (0, 430, WIDTH, 100), 6, MOSS, 20, 80, 6)),
        forest(
            rng,
            [(70, 452, 130), (130, 470, 100), (1180, 452, 120), (1240, 470, 150), (1300, 455, 105)],
            PINE,
            GRASS,
        ),
        at(330, 490, tent(CULTURE, ROSE), 1.0),
        at(560, 500, tent(OCHRE, SAND), 1.15),
        at(800, 486, tent(SOCIAL, ROSE), 0.9),
        clipped(poly([(-20, 500), (1010, 496), (860, 1020), (-20, 1020)], INK), strata(rng)),
        clipped(
            poly([(1010, 500), (1620, 500), (1620, 1020), (860, 1020)], INK),
            at(0, 74, strata(rng, -200)),
        ),
        line("M1010 496L860 1010", PAPER, 9),
        at(1250, 560, hammer(), 1.0, turn=24),
        at(250, 800, ammonite(), 1.0),
    ]


def strata(rng, top=0):
    """Folded beds of rock, each with a grain of its own."""
    beds = [(MOSS, 500), (SAND, 525), (CULTURE, 590), (ROSE, 650), (NATURAL, 705), (SAND, 770),
            (SOCIAL, 820), (OCHRE, 880), (EDUCATION, 935)]  # fmt: skip
    grains = [
        None,
        "dots",
        CULTURE_DEEP,
        "dots",
        NATURAL_DEEP,
        CULTURE,
        SOCIAL_LIGHT,
        CULTURE,
        EDUCATION_DEEP,
    ]
    out = [rect(-20, 480 + top, WIDTH + 40, 300, MOSS)]
    for k, ((colour, y), grain) in enumerate(zip(beds, grains, strict=True)):
        fold = 0 if k == 0 else 46
        edge = [
            (x, y + fold * math.sin(x / 210) * (0.5 + k / 12) + rng.uniform(-2, 2))
            for x in range(-20, 1641, 20)
        ]
        bed = poly([*edge, (1640, 1100), (-20, 1100)], colour)
        out.append(bed)
        box = (0, y - 90, WIDTH, 260)
        if grain == "dots":
            out.append(clipped(bed, dots(box, CULTURE, lambda x, y: 2.6, 30)))
        elif grain:
            out.append(clipped(bed, cuts(rng, box, 10 if k % 2 else -10, grain, 18, 70, 5)))
    return "".join(out)


def emergency_training(rng):
    crest = [(-40, 420), (130, 260), (300, 390), (520, 180), (760, 400), (960, 270), (1120, 360),
             (1380, 130), (1660, 400)]  # fmt: skip
    field = hills(rng, 610, 10, MOSS, phase=0.4)
    return [
        ground(PAPER),
        dusk(SAND, 0, 420, 9),
        sun(980, 160, 80, OCHRE, ring=PAPER),
        mountains(rng, crest, 660, SKY, EDUCATION, snow=120, cut=EDUCATION, shade=HAZE),
        hills(rng, 560, 30, NATURAL, phase=2.2),
        forest(
            rng,
            [(60, 600, 210), (150, 616, 160), (1330, 606, 170), (1420, 614, 230), (1520, 604, 190)],
            PINE,
            GRASS,
        ),
        field,
        clipped(field, cuts(rng, (0, 600, WIDTH, 200), 6, GRASS, 22, 100, 7)),
        at(740, 640, school()),
        rect(0, 800, WIDTH, 220, SOCIAL),
        horn_band(0, 800, WIDTH, 60, SOCIAL, ROSE, 16),
        cuts(rng, (0, 880, WIDTH, 130), 4, SOCIAL_LIGHT, 24, 120, 7),
        at(800, 930, first_aid_kit()),
        at(290, 920, bandage(), 1.0),
        at(470, 952, whistle(), 1.0),
        at(1140, 936, bottle(), 1.0),
        at(1250, 940, torch(), 1.0),
    ]


def early_warning(rng):
    crest = [(-40, 380), (140, 230), (320, 360), (560, 150), (800, 340), (960, 240), (1180, 400),
             (1400, 300), (1660, 440)]  # fmt: skip
    ice = ribbon([(430, 260), (470, 380), (330, 430), (470, 590)], (110, 190, 280, 420))
    lake = path(
        "M120 640C180 560 420 540 640 560C860 574 1060 600 1080 650"
        "C1040 720 820 742 600 740C360 742 150 720 120 640z",
        LAKE,
    )
    stones = [
        (rng.uniform(40, 1180), rng.uniform(716, 800), rng.uniform(14, 44)) for _ in range(110)
    ]
    rocks = [
        rock(rng, x, y + abs(x - 600) / 600 * -50, r)
        for x, y, r in sorted(stones, key=lambda s: s[1])
    ]
    spill = ribbon([(700, 730), (680, 820), (900, 850), (760, 1020)], (40, 60, 120, 260))
    slope = hills(rng, 790, 24, GRASS, phase=2.6)
    bank = path("M1000 1020C1040 860 1180 780 1640 740V1020z", PINE)
    arcs = [arc(1290, 330, r, 150, 212, CULTURE, 15) for r in (90, 150, 210)]
    arcs += [arc(1290, 330, r, -32, 30, CULTURE, 15) for r in (90, 150, 210)]
    return [
        ground(PAPER),
        dusk(ICE, 0, 460, 10),
        sun(880, 140, 70, OCHRE, ring=PAPER),
        mountains(rng, crest, 760, STONE, NATURAL, snow=150, cut=NATURAL),
        band(ice, PAPER),
        *[band(ice, MIST, u, u + 0.07, 0.05) for u in (-0.6, -0.15, 0.3)],
        band(ice, MIST, 0.7, 1.0),
        hills(rng, 640, 18, "#6f8f86", phase=0.4),
        lake,
        clipped(lake, ripples(rng, (100, 550, 1000, 190), ICE, 20, 120, 8)),
        *[
            poly([(x, y), (x + w * 0.3, y - w * 0.4), (x + w, y)], PAPER)
            for x, y, w in ((330, 640, 70), (560, 620, 50), (760, 660, 84))
        ],
        slope,
        clipped(slope, cuts(rng, (0, 780, WIDTH, 220), 10, MOSS, 24, 100, 7)),
        band(spill, LAKE),
        clipped(band(spill, INK), ripples(rng, (500, 740, 600, 260), ICE, 20, 90, 7)),
        *rocks,
        bank,
        clipped(bank, cuts(rng, (1000, 740, 620, 280), -10, GRASS, 24, 100, 7)),
        *arcs,
        at(1290, 850, mast()),
        forest(rng, [(1500, 900, 230), (1580, 940, 280)], "#14352b", GRASS),
    ]


def community_preparedness(rng):
    crest = [(-40, 300), (180, 170), (360, 290), (520, 240), (640, 330), (800, 130), (1010, 330),
             (1120, 280), (1300, 90), (1480, 260), (1660, 190)]  # fmt: skip
    left = [(-60, 420), (120, 330), (330, 440), (480, 410), (700, 560)]
    right = [(640, 600), (860, 450), (960, 480), (1180, 340), (1380, 450), (1660, 330)]
    ice = ribbon([(792, 210), (830, 280), (690, 290), (690, 384)], (30, 90, 150, 220))
    lake = '<ellipse cx="690" cy="404" rx="170" ry="34" fill="#2f8fa0"/>'
    stones = [
        (690 + 185 * math.cos(a), 410 + 30 * math.sin(a))
        for a in (rng.uniform(0.1, 3.0) for _ in range(60))
    ]
    dam = [rock(rng, x, y, rng.uniform(9, 18)) for x, y in sorted(stones, key=lambda s: s[1])]
    stream = ribbon([(700, 432), (640, 540), (840, 620), (480, 1020)], (24, 50, 90, 240))
    valley = hills(rng, 590, 16, MOSS, phase=2)
    safe = path(
        "M1640 1020V520C1500 500 1340 520 1220 590"
        "C1120 650 1030 740 960 830C900 900 860 960 800 1020z",
        GRASS,
    )
    way = ribbon([(390, 888), (1000, 960), (960, 690), (1330, 560)], (40, 36, 30, 22))
    steps = [band(way, PAPER, -1, 1, k / 14, k / 14 + 0.042) for k in range(14)]
    homes = [(70, 690, 0.62), (180, 676, 0.58), (300, 690, 0.6), (420, 680, 0.56), (40, 790, 0.82),
             (190, 780, 0.8), (340, 800, 0.84), (90, 930, 1.05), (290, 940, 1.05),
             (800, 690, 0.55), (900, 676, 0.5)]  # fmt: skip
    tints = [CULTURE, EDUCATION, SOCIAL, CULTURE, NATURAL, OCHRE]
    return [
        ground(PAPER),
        dusk(SKY, 0, 330, 8),
        cloud(400, 110, 0.9, PAPER),
        mountains(rng, crest, 620, SKY, EDUCATION, snow=90, cut=EDUCATION, shade=HAZE),
        band(ice, PAPER),
        *[band(ice, MIST, u, u + 0.1, 0.05) for u in (-0.6, -0.1, 0.45)],
        hills(rng, 412, 12, "#6f8f86", phase=2.2),
        lake,
        clipped(lake, ripples(rng, (520, 370, 340, 70), ICE, 14, 60, 5)),
        *dam,
        mountains(rng, left, 780, NATURAL, NATURAL_DEEP, cut=NATURAL_DEEP),
        mountains(rng, right, 780, NATURAL, NATURAL_DEEP, cut=NATURAL_DEEP),
        valley,
        clipped(valley, cuts(rng, (0, 600, WIDTH, 400), 6, GRASS, 24, 100, 7)),
        band(stream, LAKE),
        clipped(band(stream, INK), ripples(rng, (380, 430, 500, 580), ICE, 22, 80, 7)),
        *[at(x, y, house(tints[k % 6]), s) for k, (x, y, s) in enumerate(homes)],
        safe,
        clipped(safe, cuts(rng, (780, 510, 860, 500), -24, MOSS, 26, 110, 7)),
        path("M440 930V894Q590 838 740 900V936Q590 872 440 930z", SAND),
        line("M440 894Q590 838 740 900", INK, 7),
        *steps,
        at(1400, 560, gathering()),
        forest(
            rng,
            [
                (1230, 640, 130),
                (1500, 640, 170),
                (1570, 700, 210),
                (1180, 900, 230),
                (1290, 960, 260),
                (1460, 930, 220),
            ],
            PINE,
            MOSS,
        ),
    ]


def weather_stations(rng):
    crest = [(-40, 400), (200, 220), (420, 370), (640, 270), (800, 350), (1080, 130), (1340, 360),
             (1480, 290), (1660, 400)]  # fmt: skip
    yard = hills(rng, 640, 12, MOSS, phase=1.2)
    rain = [
        wedge(x + rng.uniform(-10, 10), y + rng.uniform(-8, 8), x - 16, y + 56, 6, EDUCATION)
        for x in range(110, 460, 48)
        for y in range(220, 330, 62)
    ]
    return [
        ground(ICE),
        dusk(SKY, 0, 420, 9),
        sun(1330, 186, 84, OCHRE, rays=OCHRE, ring=PAPER),
        cloud(290, 160, 1.5, PAPER),
        *rain,
        mountains(rng, crest, 700, STONE, NATURAL, snow=110, cut=NATURAL),
        hills(rng, 590, 20, GRASS, phase=0.2),
        yard,
        clipped(yard, cuts(rng, (0, 630, WIDTH, 380), 6, GRASS, 26, 110, 8)),
        *[
            poplar(x, 676, h, PINE, GRASS)
            for x, h in ((60, 330), (130, 380), (205, 340), (880, 350), (950, 300))
        ],
        at(540, 700, village_school()),
        path("M520 700C500 800 420 900 300 1020H620C640 900 620 800 580 700z", SAND),
        line("M760 860H1560M760 905H1560", PAPER, 9),
        *[rect(760 + 100 * k, 836, 12, 100, PAPER) for k in range(9)],
        at(1330, 880, weather_mast()),
        at(1020, 900, screen()),
        at(850, 900, rain_gauge()),
    ]


PICTURES = {
    "1-silk-roads": silk_roads,
    "2-gender-education": gender_education,
    "3-summer-schools": summer_schools,
    "4-emergency-training": emergency_training,
    "5-cryosphere": cryosphere,
    "6-early-warning": early_warning,
    "7-community-preparedness": community_preparedness,
    "8-weather-stations": weather_stations,
    "cover-2024-h2": cover_2024_h2,
}
