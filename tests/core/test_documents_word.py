"""Word documents: what Word shows is what is read."""

import docx
import pytest
from docx.shared import RGBColor

from mailbot.core.documents import State
from tests.core.papers import W, archive, opened, p, run, saved, word

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Q%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def lines(content: bytes) -> list[str]:
    document = opened(content)
    assert document.state is State.read, document
    return [line for line in document.text.split("\n") if line]


def test_paragraphs_headings_and_breaks_are_lines() -> None:
    paper = docx.Document()
    paper.add_heading("Questionnaire")
    paper.add_paragraph("I work in\na prison.")
    paper.add_paragraph("The last word")
    assert lines(saved(paper)) == ["Questionnaire", "I work in", "a prison.", "The last word"]


def test_a_table_with_question_and_answer_keeps_its_cells() -> None:
    paper = docx.Document()
    table = paper.add_table(2, 2)
    for row, words in zip(table.rows, (("Your name?", "Maja"), ("Your work?", "Mentor")), strict=True):
        row.cells[0].text, row.cells[1].text = words
    document = opened(saved(paper))
    assert document.text.split() == ["Your", "name?", "Maja", "Your", "work?", "Mentor"]
    answer = document.looks[document.text.split("\n").index("Your work?\tMentor")][-1]
    assert answer.cell is not None
    assert (answer.cell.row, answer.cell.column) == (1, 1)


def test_numbers_that_word_counts_are_written_out_across_what_stands_between() -> None:
    body = p("First?", properties=NUMBERED) + p("one") + p("Second?", properties=NUMBERED) + p("two")
    assert lines(word(body, numbering=NUMBERS)) == ["Q1) First?", "one", "Q2) Second?", "two"]


def test_numbers_of_a_deeper_level_begin_anew_below_each_item() -> None:
    deeper = NUMBERED.replace('ilvl w:val="0"', 'ilvl w:val="1"')
    body = "".join(p("x", properties=level) for level in (NUMBERED, deeper, deeper, NUMBERED, deeper))
    assert lines(word(body, numbering=NUMBERS)) == ["Q1) x", "1.a x", "1.b x", "Q2) x", "2.a x"]


def test_a_style_that_numbers_its_paragraphs_does_so() -> None:
    paper = docx.Document()
    for question in ("First?", "Second?"):
        paper.add_paragraph(question, style="List Number")
        paper.add_paragraph("said")
    assert lines(saved(paper)) == ["1. First?", "said", "2. Second?", "said"]


@pytest.mark.parametrize("style", ["List Bullet", "List Bullet 2"])
def test_bullets_are_bullets(style: str) -> None:
    paper = docx.Document()
    paper.add_paragraph("said", style=style)
    assert lines(saved(paper)) == ["- said"]


def test_words_in_red_look_red() -> None:
    paper = docx.Document()
    paper.add_paragraph("Your name?").add_run(" Maja").font.color.rgb = RGBColor(0xC0, 0, 0)
    document = opened(saved(paper))
    assert document.text == "Your name? Maja"
    assert [(look.start, look.colour) for look in document.looks[0]] == [(10, "#c00000")]


def test_words_behind_a_highlighter_look_so() -> None:
    document = opened(word(p("Your name?", run(" Maja", '<w:highlight w:val="yellow"/>'))))
    assert [look.highlight for look in document.looks[0]] != [""]


def test_struck_words_are_struck() -> None:
    document = opened(word(p(run("no", "<w:strike/>"), " yes")))
    assert document.text == "no yes"
    assert [(look.start, look.end, look.struck) for look in document.looks[0]] == [(0, 2, True)]


def test_tracked_insertions_are_said_and_deletions_are_not() -> None:
    inserted = '<w:ins w:id="1" w:author="a"><w:r><w:t>new words</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>old words</w:delText></w:r></w:del>'
    assert lines(word(p("My ", inserted, deleted))) == ["My new words"]


def test_content_controls_are_read_and_unfilled_ones_are_empty() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Maja')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here to enter text.')}</w:sdtContent></w:sdt>"
    assert lines(word(p("Name?") + filled + p("Work?") + empty + p("end"))) == ["Name?", "Maja", "Work?", "end"]


def test_boxes_that_can_be_ticked_show_whether_they_are() -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r><w:r>'
        '<w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(box.format("<w:checked/>"), " yes") + p(box.format('<w:default w:val="0"/>'), " no")
    assert lines(word(body)) == ["\u2612 yes", "\u2610 no"]


def test_hidden_words_are_not_seen() -> None:
    assert lines(word(p("seen", run(" hidden", "<w:vanish/>")))) == ["seen"]


def test_the_main_part_may_be_numbered() -> None:
    assert lines(word(p("said"), main="word/document2.xml")) == ["said"]


def test_comments_are_left_to_a_person() -> None:
    comments = f'<w:comments {W}><w:comment w:id="0">{p("my answer")}</w:comment></w:comments>'
    document = opened(word(p("Name?"), comments=comments))
    assert (document.state, document.reason, document.needs_a_look) == (State.read, "comments-not-read", True)


def test_a_document_of_pictures_needs_a_person() -> None:
    picture = (
        '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
    )
    document = opened(word(p(picture)))
    assert (document.state, document.reason) == (State.needs_a_person, "only-pictures")


def test_control_and_bidi_characters_are_neutralised() -> None:
    assert lines(word(p("to\u202ever &#x85; &#x202e;end"))) == ["tover end"]


# hostile


@pytest.mark.parametrize("count", [20_001, 6_000_000])
def test_a_document_of_more_paragraphs_than_anybody_reads_is_not_opened(count: int) -> None:
    document = opened(word("<w:p/>" * count))
    assert document.state is State.too_large


def test_an_archive_that_unpacks_to_gigabytes_is_not_opened() -> None:
    document = opened(word(p("A" * 70_000_000)))
    assert (document.state, document.reason) == (State.too_large, "archive-too-large")


def test_an_archive_of_thousands_of_members_is_not_opened() -> None:
    document = opened(archive({f"word/{n}.xml": "" for n in range(1001)} | {"word/document.xml": ""}))
    assert (document.state, document.reason) == (State.too_large, "archive-too-large")


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;&b;">]>',
    ],
    ids=["file", "expansion"],
)
def test_xml_with_entities_of_its_own_is_broken(part: str, entity: str) -> None:
    xml = f"{entity}<w:{part} {W}>&x;</w:{part}>"
    parts = {part: xml} if part != "document" else {}
    content = word(p("said"), **parts) if parts else archive({"[Content_Types].xml": "", "word/document.xml": xml})
    document = opened(content)
    assert (document.state, document.reason, document.text) == (State.broken, "xml-with-entities", "")


def test_tables_in_tables_end_in_a_reason() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 1000 + p("deep") + "</w:tc></w:tr></w:tbl>" * 1000
    assert opened(word(nested)).state is State.broken


@pytest.mark.parametrize("cut", [10, 200, 400])
def test_a_document_cut_short_is_broken(cut: int) -> None:
    assert opened(word(p("said") * 500)[:-cut]).state is State.broken


def test_a_locked_archive_says_so() -> None:
    content = bytearray(word(p("said")))
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    assert opened(bytes(content)).state is State.locked
