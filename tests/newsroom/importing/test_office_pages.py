"""Pages that Word, LibreOffice and Google Docs save, and those of sites."""

import pytest

from newsroom.importing.reading import read_text
from newsroom.importing.splitting import split

LESSON = "On 5 November 2024, 25 teachers of Bishkek completed a training on media literacy."
MUSEUM = "Museum keepers of Kazakhstan met in Almaty on 12 September 2024 to exchange ideas."
HEADS = "Teachers learn media literacy", "Keepers of museums exchange ideas"
WORD = f"""
<html><head><title>News &amp; more</title></head><body><h2>{HEADS[0]}</h2>
<p class=MsoNormal>{LESSON}<a href="#_ftn1" name="_ftnref1" title=""><span><![if !supportFootnotes]>
[1]<![endif]></span></a> They were <del cite="mailto:Aida">thirty</del><ins>forty</ins>.<span
class=MsoCommentReference><a href="#_msocom_1" name="_msoanchor_1">[A1]</a></span></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span>
<![endif]>one thing</p>
<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>another
thing</p>
<h2>{HEADS[1]}</h2><p class=MsoNormal>{MUSEUM}</p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Counted by the ministry.</p></div>
</div><div style='mso-element:comment-list'><hr><div style='mso-element:comment'><div
class=msocomtxt><p><a href="#_msoanchor_1">[A1]</a>Ask Aida.</p><p>Soon.</p></div></div></div>
</body></html>"""
GOOGLE = f"""
<html><head><style>.c1{{color:#000;font-weight:400;font-size:11pt}}.c2{{font-weight:700}}
</style></head><body><p class="c3"><span class="c1 c2">{HEADS[0]}</span></p>
<p><span class="c1">{LESSON}</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>
They were forty.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
<ul><li><span class="c1">one thing</span></li><li><span class="c1">another thing</span></li></ul>
<p class="c3"><span class="c1 c2">{HEADS[1]}</span></p><p><span class="c1">{MUSEUM}</span></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Counted by the ministry.</span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Ask Aida.</span></p><p>Soon.</p></div></body>
</html>"""


@pytest.mark.parametrize("page", [WORD, GOOGLE], ids=["Word", "Google"])
def test_a_saved_page_gives_what_the_document_does(page):
    stories = split(read_text(page)).stories
    assert [(story.headline, story.texts) for story in stories] == [
        (
            HEADS[0],
            [
                f"{LESSON} They were forty.",
                "Counted by the ministry.",
                "one thing",
                "another thing",
            ],
        ),
        (HEADS[1], [MUSEUM]),
    ]
    assert [block.kind for block in stories[0].paragraphs][2:] == ["item", "item"]


def test_the_title_of_a_page_is_in_letters():
    assert read_text(WORD).title == "News & more"


def test_a_note_that_does_not_lead_back_stays_where_it_is():
    page = f"<h2>{HEADS[0]}</h2><p>{LESSON}<a href='#ftn1'>[1]</a></p><p>[1] Counted in May.</p>"
    assert [block.text for block in read_text(page).blocks][1:] == [
        f"{LESSON}[1]",
        "[1] Counted in May.",
    ]


def test_a_page_that_is_one_form_is_read_and_a_form_in_a_page_is_not():
    story = f"<h2>{HEADS[0]}</h2><p>{LESSON}</p>"
    asked = "<form><label>Your name</label><button>Send</button></form>"
    for page in (f"<form id='aspnetForm'>{story}</form>", story + asked):
        assert [block.text for block in read_text(page).blocks] == [HEADS[0], LESSON]


def test_what_opens_and_closes_is_text():
    page = (
        f"<h2><button>{HEADS[0]}</button></h2><div>{LESSON}</div>"
        f"<details><summary>Who came</summary>{MUSEUM}</details><button>More</button>"
    )
    assert [(block.kind, block.text) for block in read_text(page).blocks] == [
        ("heading", HEADS[0]),
        ("paragraph", LESSON),
        ("paragraph", "Who came"),
        ("paragraph", MUSEUM),
    ]


def test_a_mark_that_is_not_read_out_parts_no_sentence():
    page = "<p>Forty <i aria-hidden='true'>→</i> herders <span hidden>x</span>met.</p>"
    assert [block.text for block in read_text(page).blocks] == ["Forty herders met."]


def test_the_first_paragraph_of_an_item_or_caption_is_one():
    page = (
        f"<ul><li><p>one</p><p>more of it</p></li><li><h3>{HEADS[0]}</h3><p>{LESSON}</p></li></ul>"
        "<figure><img src='data:image/png;base64,aXRz'><figcaption><p>A lake</p></figcaption>"
        "</figure>"
    )
    blocks = read_text(page).blocks
    assert [block.kind for block in blocks] == [
        *("item", "paragraph", "heading", "paragraph", "picture"),
    ]
    assert blocks[-1].picture.caption == "A lake"


def test_a_caption_without_its_picture_is_no_text_and_is_named():
    page = (
        f"<h2>{HEADS[0]}</h2><figure><img src='https://a.org/b.png'>"
        f"<figcaption>A  lake</figcaption></figure><p>{LESSON}</p>"
        "<figure><figcaption>A table</figcaption></figure>"
        "<div class='field field--name-field-tags'><a href='/t/1'>water</a></div>"
    )
    document = read_text(page)
    assert [block.text for block in document.blocks] == [HEADS[0], LESSON, "A table"]
    assert document.warnings == ["1 picture stands on another site and was not fetched."]
    assert split(document).warnings[-1] == "In no story, and left out: “A lake”."
