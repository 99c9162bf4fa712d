"""What is read of a Word file, and what is not."""

import pytest

from newsroom.importing.reading import read_document, read_text
from tests.newsroom.importing.word_documents import (
    STYLES,
    heading,
    link,
    paragraph,
    picture,
    relations,
    run,
    table,
    word,
)


def test_links_of_a_word_file_have_their_places():
    document = read_document(
        word(
            paragraph("See ", inner=link("the guide", "l1") + run(" of Osh.")),
            parts={
                "word/_rels/document.xml.rels": relations(
                    l1=("hyperlink", "https://example.org/a", "External")
                )
            },
        )
    )
    (block,) = document.blocks
    assert block.text == "See the guide of Osh."
    assert [(made.text, made.href) for made in block.links] == [
        ("the guide", "https://example.org/a")
    ]
    assert block.text[block.links[0].start : block.links[0].end] == "the guide"
    assert '<a href="https://example.org/a" rel="noopener">the guide</a>' in block.html


def field(instruction, *runs):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return "".join([mark("begin"), told, mark("separate"), *runs, mark("end")])


@pytest.mark.parametrize(
    ("instruction", "href"),
    [
        ('HYPERLINK "https://example.org/a"', "https://example.org/a"),
        ('HYPERLINK "https://example.org/a" \\o "A guide" \\t "_blank"', "https://example.org/a"),
        ('HYPERLINK "https://example.org/a" \\l "top" \\o "A"', "https://example.org/a#top"),
    ],
)
def test_a_link_that_is_a_field_of_word_is_one_link(instruction, href):
    words = field(instruction, run("the "), run("gui", bold=True), run("de"))
    (block,) = read_document(word(paragraph("See ", inner=words + run(" of Osh.")))).blocks
    assert [(link.text, link.href) for link in block.links] == [("the guide", href)]
    assert block.text == "See the guide of Osh."


def test_a_field_whose_words_are_gone_is_a_link_without_words():
    gone = field('HYPERLINK "https://example.org/a"')
    (block,) = read_document(word(paragraph("Launch of the", inner=gone + run(" at Osh.")))).blocks
    assert [link.text for link in block.links] == [""]


def test_the_link_of_a_picture_has_lost_no_words():
    linked = picture("i1").replace('""/>', '""><a:hlinkClick r:id="l1"/></wp:docPr>')
    inside = linked.removeprefix("<w:p>").removesuffix("</w:p>")
    data = word(
        paragraph("Forty met.", inner=inside),
        parts={
            "word/_rels/document.xml.rels": relations(
                i1=("image", "media/a.png"), l1=("hyperlink", "https://example.org/a", "External")
            ),
            "word/media/a.png": b"its bytes",
        },
    )
    text, shown = read_document(data).blocks
    assert (shown.picture.data, text.text, text.links) == (b"its bytes", "Forty met.", [])
    page = "<p>Forty <a href='https://example.org'><img src='https://a.org/b.png'></a> met.</p>"
    assert read_text(page).blocks[0].links == []


def test_a_picture_keeps_its_bytes_its_description_and_its_caption():
    document = read_document(
        word(
            paragraph("Words."),
            picture("i1", alt="A lake"),
            paragraph("The lake in June", style="a4"),
            parts={
                "word/_rels/document.xml.rels": relations(i1=("image", "media/a.png")),
                "word/media/a.png": b"its bytes",
            },
        )
    )
    (held,) = [block.picture for block in document.blocks if block.picture]
    assert (held.data, held.name, held.alt, held.caption) == (
        *(b"its bytes", "a.png", "A lake", "The lake in June"),
    )


def test_rows_of_figures_are_rows_and_a_layout_is_its_cells():
    figures = word(table(["City", "Guests"], ["Osh", "12"]))
    assert [(block.kind, block.text) for block in read_document(figures).blocks] == [
        ("row", "City | Guests"),
        ("row", "Osh | 12"),
    ]
    laid_out = word(table([paragraph("Head") + paragraph("x" * 200), "beside"]))
    assert [block.kind for block in read_document(laid_out).blocks] == ["paragraph"] * 3


@pytest.fixture
def lakes():
    """Two pictures of a Word file, as `parts` of it."""
    targets = {f"i{n}": ("image", f"media/{n}.png") for n in (1, 2)}
    return {
        "word/_rels/document.xml.rels": relations(**targets),
        "word/media/1.png": b"1",
        "word/media/2.png": b"2",
    }


def told(data):
    """The texts of a document, and (a picture, its caption) where one stands."""
    blocks = read_document(data).blocks
    return [b.text or (b.picture.data.decode(), b.picture.caption) for b in blocks]


def test_a_row_of_pictures_has_its_captions_in_the_row_below(lakes):
    shown = table([picture("i1"), picture("i2")], ["The lake in June", "The lake in May"])
    assert told(word(paragraph("Words."), shown, parts=lakes)) == [
        *("Words.", ("1", "The lake in June"), ("2", "The lake in May")),
    ]
    beside = table([picture("i1"), "Anna"], [picture("i2"), "Bek"])
    assert told(word(beside, parts=lakes)) == [("1", ""), "Anna", ("2", ""), "Bek"]


def test_a_picture_at_the_end_of_a_paragraph_has_the_caption_below_it(lakes):
    def inside(name):
        return picture(name).removeprefix("<w:p>").removesuffix("</w:p>")

    body = f"<w:p>{inside('i1')}{run('Words.')}{inside('i2')}</w:p>"
    assert told(word(body, paragraph("The lake", style="a4"), parts=lakes)) == [
        *(("1", ""), "Words.", ("2", "The lake")),
    ]


def test_deleted_words_and_comments_of_word_are_not_read():
    deleted = "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
    added = f"<w:ins>{run('new')}</w:ins>"
    (block,) = read_document(word(paragraph("Old ", inner=deleted + added))).blocks
    assert block.text == "Old new"


def test_a_deleted_paragraph_mark_of_word_joins_two_paragraphs():
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    first = f"<w:p>{mark}{run('Forty herders ')}</w:p>"
    gone = f"<w:p>{mark}<w:del><w:r><w:delText>Nobody.</w:delText></w:r></w:del></w:p>"
    blocks = read_document(word(first, gone, paragraph("met in Osh."), paragraph("So."))).blocks
    assert [block.text for block in blocks] == ["Forty herders met in Osh.", "So."]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f'<w:fldSimple w:instr=" DATE ">{run("5 November")}</w:fldSimple>', "On 5 November"),
        (f'<w:fldSimple w:instr=" A &lt;b&gt; ">{run("x")}</w:fldSimple>{run("y")}', "On xy"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "On a b c"),
        (f'<w:customXml w:element="x">{run("Monday")}</w:customXml>', "On Monday"),
        (f"<w:sdt><w:sdtContent>{run('Monday')}</w:sdtContent></w:sdt>", "On Monday"),
    ],
)
def test_no_word_is_lost_inside_what_word_writes(inner, text):
    (block,) = read_document(word(paragraph("On ", inner=inner))).blocks
    assert block.text == text


def test_a_link_in_a_field_of_one_element_is_a_link():
    instruction = "HYPERLINK &quot;https://example.org/a&quot;"
    inner = f'<w:fldSimple w:instr=" {instruction} ">{run("the guide")}</w:fldSimple>'
    (block,) = read_document(word(paragraph("See ", inner=inner + run(" of Osh.")))).blocks
    assert [(link.text, link.href) for link in block.links] == [
        ("the guide", "https://example.org/a")
    ]


def test_hidden_text_of_word_is_left_out_and_said():
    hidden = run("For us alone.", extra="<w:vanish/>") + run("", extra="<w:vanish/>")
    shown = run(" in Osh", extra='<w:vanish w:val="0"/>') + run(".")
    document = read_document(word(paragraph("They met", inner=hidden + shown)))
    assert [block.text for block in document.blocks] == ["They met in Osh."]
    assert document.warnings == ["Text that is hidden in Word was left out."]


def test_a_hidden_mark_of_a_field_still_ends_it():
    def hidden(xml):
        return f"<w:r><w:rPr><w:vanish/></w:rPr>{xml}</w:r>"

    link = field('HYPERLINK "https://example.org/a"', run("guide"))
    end = '<w:fldChar w:fldCharType="end"/>'
    inner = link.replace(f"<w:r>{end}</w:r>", hidden(end)) + run(" of Osh.")
    (block,) = read_document(word(paragraph("See the ", inner=inner))).blocks
    assert [made.text for made in block.links] == ["guide"]


def test_what_is_drawn_in_a_word_file_is_counted():
    drawn = '<w:r><c:chart xmlns:c="c"/></w:r><m:oMath xmlns:m="m"/><w:r><w:object/></w:r>'
    document = read_document(word(paragraph("They met.", inner=drawn)))
    assert document.warnings == ["3 charts, diagrams, formulas or embedded objects were left out."]


def test_links_and_pictures_that_lead_nowhere_take_no_document_with_them():
    inner = link("the guide", "gone") + picture("").removeprefix("<w:p>").removesuffix("</w:p>")
    document = read_document(word(paragraph("See ", inner=inner + run(" of Osh."))))
    (block,) = document.blocks
    assert block.text == "See the guide of Osh."
    assert [(made.text, made.href) for made in block.links] == [("the guide", None)]
    assert document.warnings == [
        "Pictures that are only linked, or of a kind browsers do not show, were left out."
    ]


@pytest.fixture
def own_styles():
    """A file with styles of an office's own, as `parts` of it."""

    def style(key, name, inner):
        return (
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{inner}'
            "</w:style>"
        )

    own = [
        style("own", "Story headline", '<w:basedOn w:val="2"/>'),
        style("again", "Story headline again", '<w:basedOn w:val="own"/>'),
        style("listed", "Chapter", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        style("text", "Text", '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        style("large", "Large", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
        style("larger", "Larger", '<w:basedOn w:val="large"/><w:rPr><w:b w:val="0"/></w:rPr>'),
        style("circle", "Circle", '<w:basedOn w:val="circle"/>'),
    ]
    return {"word/styles.xml": STYLES.replace("</w:styles>", "".join(own) + "</w:styles>")}


@pytest.mark.parametrize(
    ("key", "kind", "level", "is_bold", "size"),
    [
        ("own", "heading", 2, False, None),
        ("again", "heading", 2, False, None),
        ("listed", "heading", 3, False, None),
        ("text", "paragraph", None, False, None),
        ("large", "paragraph", None, True, 16),
        ("larger", "paragraph", None, False, 16),
        ("circle", "paragraph", None, False, None),
        ("nowhere", "paragraph", None, False, None),
    ],
)
def test_an_offices_own_styles_of_word_are_followed(own_styles, key, kind, level, is_bold, size):
    (block,) = read_document(word(paragraph("Forty met", style=key), parts=own_styles)).blocks
    assert (block.kind, block.level, block.is_bold, block.font_size) == (
        *(kind, level, is_bold, size),
    )


def run_in(head, text):
    return f"<w:p>{run(head, bold=True)}{run(' ' + text)}</w:p>"


SAID = "In March 2023 forty herders from eleven villages met in Naryn and spoke of avalanches."


def test_bold_sentences_at_the_head_of_paragraphs_are_lines_of_their_own():
    heads = ["Herders meet in Naryn.", "Who knows the snow?"]
    body = [part for head in heads for part in (run_in(head, SAID), paragraph("They met again."))]
    blocks = read_document(word(paragraph("Snapshots", style="a3"), *body)).blocks
    assert [(block.text, block.is_bold) for block in blocks[1:]] == [
        (text, text == head) for head in heads for text in (head, SAID, "They met again.")
    ]


@pytest.mark.parametrize(
    "body",
    [
        [run_in("Herders meet in Naryn.", SAID)],
        [heading("The winter"), *[run_in("Herders meet in Naryn.", SAID)] * 3],
        [*[paragraph("The winter", bold=True), run_in("Herders meet in Naryn.", SAID)] * 3],
        [*[paragraph("The winter of the valley"), run_in("Herders meet in Naryn.", SAID)] * 3],
        [run_in("Who came:", SAID)] * 3,
        [run_in("Naryn.", SAID)] * 3,
        [run_in("Herders meet in Naryn.", "So.")] * 3,
        [*[run_in("Herders meet in Naryn.", SAID)] * 2, *[paragraph(SAID)] * 9],
    ],
    ids=["once", "headings", "bold lines", "lines", "labels", "a word", "all of it", "seldom"],
)
def test_bold_words_elsewhere_stay_in_their_paragraphs(body):
    assert len(read_document(word(*body)).blocks) == len(body)


def test_a_text_in_the_style_of_a_heading_is_a_text():
    text = f"{SAID} {SAID} {SAID} {SAID}"
    for data in (
        word(heading("The snow"), heading(text)),
        f"<h3>The snow</h3><h4>{text}</h4>".encode(),
    ):
        assert [block.kind for block in read_document(data).blocks] == ["heading", "paragraph"]
