from django.template import Context, Template

from programmes.models import Sector

SHOW = Template("{% sector_mark sector size %}")


def mark(sector, size=""):
    return SHOW.render(Context({"sector": sector, "size": size}))


def test_a_sector_is_drawn_within_the_page():
    html = mark(Sector(slug="culture"), "large")
    assert html.startswith('<svg class="mark mark--large sector--culture" aria-hidden="true" ')
    assert html.count("<svg") == html.count("</svg>") == 1
    assert html != mark(Sector(slug="education"), "large")


def test_a_sector_nobody_drew_yet_is_a_disc():
    for sector in (Sector(slug="sport"), None):
        assert "<circle" in mark(sector)
