"""OpenDocument, RTF, PDF, spreadsheets, and mails inside a mail."""

import sys
import zlib
from base64 import encodebytes
from io import BytesIO

import pytest
from fpdf import FPDF
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from mailbot.core.documents import State, documents_of
from mailbot.core.documents.archives import MAX_XML
from mailbot.core.message import Message
from mailbot.core.reading import read
from tests.core.mails import mail, raw
from tests.core.papers import archive, odt, opened, outlook, p, pdf, sheet, winmail, word
from tests.parts import CALL, NOW, OWN, reply


def lines(content: bytes) -> list[str]:
    document = opened(content)
    assert document.state is State.read, document
    return [line for line in document.text.split("\n") if line.strip()]


# OpenDocument

NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>'
)


def item(words: str, how: str = 'text:style-name="L1"', more: str = "") -> str:
    return f"<text:list {how}><text:list-item><text:p>{words}</text:p>{more}</text:list-item></text:list>"


def test_paragraphs_tables_blanks_and_breaks_of_an_odt_are_lines() -> None:
    table = "<table:table><table:table-row>{}</table:table-row></table:table>"
    cells = "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("Your name?", "Maja"))
    body = f"<text:h>Form</text:h><text:p>one<text:line-break/>two<text:s text:c='2'/>three</text:p>{table.format(cells)}"
    assert lines(odt(f"{body}<text:p>The last word</text:p>")) == [
        "Form",
        "one",
        "two  three",
        "Your name?\tMaja",
        "The last word",
    ]


def test_numbers_of_an_odt_go_on_where_it_says_so() -> None:
    goes_on = 'text:style-name="L1" text:continue-numbering="true"'
    deeper = item("deep", "")
    body = (
        item("First?")
        + "<text:p>one</text:p>"
        + item("Second?", goes_on, deeper)
        + item("New?")
        + item("-", 'text:style-name="L2"')
    )
    assert lines(odt(body, NUMBERED)) == ["1. First?", "one", "2. Second?", "a) deep", "1. New?", "- -"]


def test_colours_and_struck_words_of_an_odt_look_so() -> None:
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
        "</style:style>"
        '<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    spans = "".join(
        f'<text:span text:style-name="T{n}"> {words}</text:span>' for n, words in enumerate(("red", "struck", "hidden"), 1)
    )
    document = opened(odt(f"<text:p>plain{spans}</text:p>", styles))
    assert document.text == "plain red struck"
    assert ["#ff0000" in look.colour for look in document.looks[0]] == [True, False]
    assert document.looks[0][-1].struck


def test_what_was_deleted_in_an_odt_is_not_said_and_notes_are_left_to_a_person() -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:p>old</text:p></text:changed-region></text:tracked-changes>"
    document = opened(odt(f"{deleted}<text:p>new<office:annotation><text:p>my answer</text:p></office:annotation></text:p>"))
    assert (document.text, document.reason) == ("new", "comments-not-read")


def test_an_odt_with_entities_of_its_own_is_broken() -> None:
    content = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><office:x>&x;</office:x>'
    document = opened(archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}))
    assert (document.state, document.reason) == (State.broken, "xml-with-entities")


def test_an_odt_longer_than_anybody_reads_is_not_opened() -> None:
    assert opened(odt("<text:p/>" * (MAX_XML // 9))).state is State.too_large
    assert opened(odt("<text:p/>" * 300_000)).state is State.too_large


# RTF


def test_rtf_is_read_in_its_code_page_with_its_tables() -> None:
    source = rb"{\rtf1\ansi\ansicpg1250 Pozna\'f1\par\trowd Your name?\cell Maja\cell\row\pard 5 \u8364?\par}"
    assert lines(source) == ["Poznań", "Your name?\tMaja", "5 €"]
    assert opened(source).looks[1][-1].cell is not None


def test_a_file_called_doc_that_is_rtf_is_read() -> None:
    assert opened(rb"{\rtf1 said\par}", "answers.doc", "application/msword").text.strip() == "said"


# PDF


def test_the_text_of_a_pdf_is_read_to_its_last_word() -> None:
    assert lines(pdf("1. Your name?\nMaja", "2. Your work?\nThe last word")) == [
        "1. Your name?",
        "Maja",
        "2. Your work?",
        "The last word",
    ]


def test_what_was_typed_onto_a_pdf_stands_below_its_question() -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    for question, answer in (("Your name?", "Maja"), ("Your work?", "Mentor")):
        paper.cell(text=question, new_x="LMARGIN", new_y="NEXT")
        paper.free_text_annotation(answer, x=20, y=paper.get_y() + 1, w=50, h=10)
        paper.ln(30)
    assert lines(bytes(paper.output())) == ["Your name?", "Maja", "Your work?", "Mentor"]


def test_a_form_of_a_pdf_is_read_with_what_was_typed_into_it() -> None:
    form = PdfWriter(clone_from=BytesIO(pdf("Your name?\n\n\nI agree\n\n\nYour work?")))
    fields = (
        (770, "/Tx", "/V", TextStringObject("Maja")),
        (705, "/Btn", "/AS", NameObject("/Yes")),
        (640, "/Tx", "/V", TextStringObject("Mentor")),
    )
    annotations = ArrayObject()
    for height, kind, key, value in fields:
        box = ArrayObject(FloatObject(edge) for edge in (60, height, 200, height + 10))
        entries = {"/Subtype": NameObject("/Widget"), "/FT": NameObject(kind), "/Rect": box, key: value}
        field = DictionaryObject({NameObject(name): form._add_object(entry) for name, entry in entries.items()})
        annotations.append(form._add_object(field))
    form.pages[0][NameObject("/Annots")] = form._add_object(annotations)
    out = BytesIO()
    form.write(out)
    assert lines(out.getvalue()) == ["Your name?", "Maja", "I agree", "\u2612", "Your work?", "Mentor"]


def test_a_pdf_of_pictures_needs_a_person() -> None:
    document = opened(pdf("", ""))
    assert (document.state, document.reason) == (State.needs_a_person, "only-pictures")


def test_a_pdf_with_a_password_is_locked() -> None:
    paper = FPDF()
    paper.set_encryption(owner_password="one", user_password="two")
    paper.add_page()
    assert (opened(bytes(paper.output())).state, opened(bytes(paper.output())).reason) == (State.locked, "encrypted")


def test_a_pdf_whose_text_is_longer_than_the_library_reads_does_not_look_empty() -> None:
    long = pdf("a")
    start, end = long.index(b"stream\n") + 7, long.index(b"\nendstream")
    bomb = zlib.compress(b"0 0 m\n" * 20_000_000)
    length = b"/Length %d" % (end - start)
    assert length in long
    document = opened(long[:start].replace(length, b"/Length %d" % len(bomb)) + bomb + long[end:])
    assert document.state in {State.broken, State.too_large}, document.reason


# spreadsheets


def test_a_spreadsheet_is_a_table() -> None:
    assert lines(sheet(("Question", "Answer"), ("Your name?", "Maja &amp; co"), ("Years?", 11.0))) == [
        "Question\tAnswer",
        "Your name?\tMaja & co",
        "Years?\t11",
    ]


# mails inside a mail


def around(part: str) -> Message:
    """A mail with this part beside its body."""
    return mail(f"--limit\r\n\r\nhi\r\n--limit\r\n{part}\r\n--limit--\r\n", content_type="multipart/mixed; boundary=limit")


def test_a_mail_attached_whole_is_read_with_its_files() -> None:
    parts = ("\r\n1. Eleven years.", 'Content-Disposition: attachment; filename="b.txt"\r\n\r\n2. Yes.')
    body = "".join(f"--inner\r\n{part}\r\n" for part in parts) + "--inner--\r\n"
    message = around(
        "Content-Type: message/rfc822\r\n\r\n" + raw(body, content_type="multipart/mixed; boundary=inner").decode()
    )
    assert [(d.type, d.text.strip()) for d in documents_of(message)] == [("eml", "1. Eleven years."), ("txt", "2. Yes.")]


def test_a_mail_saved_to_a_file_is_read() -> None:
    document = opened(raw(), "answers.eml")
    assert (document.type, document.text) == ("eml", "1. Eleven years.")


def test_mails_in_mails_end_somewhere() -> None:
    inner = raw().decode()
    for n in range(40):
        boundary = f"limit{n}"
        part = f"--{boundary}\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--{boundary}--\r\n"
        inner = raw(content_type=f"multipart/mixed; boundary={boundary}", body=part).decode()
    found = documents_of(around(f"Content-Type: message/rfc822\r\n\r\n{inner}"))
    assert found[-1].state is State.too_large


def test_winmail_dat_gives_its_body_and_its_files() -> None:
    packed = winmail(b"Five \x80 a day\0", ("answers.docx", word(p("said"))), ("b.txt", b"more"))
    header = "Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    message = around(header + encodebytes(packed).decode())
    assert [(d.type, d.text) for d in documents_of(message)] == [
        ("winmail.dat", "Five € a day"),
        ("docx", "said"),
        ("txt", "more"),
    ]


@pytest.mark.parametrize("cut", [1, 8, 30, 60])
def test_a_winmail_dat_cut_short_is_no_exception(cut: int) -> None:
    assert opened(winmail(b"body\0", ("a.txt", b"x"))[:-cut]).state in set(State)


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__properties_version1.0".encode("utf-16-le")


def test_a_mail_that_outlook_saved_is_read() -> None:
    assert lines(outlook("1. Mentor for ten years.\r\n2. 5 €.")) == ["1. Mentor for ten years.", "2. 5 €."]


def test_a_mail_of_outlook_that_is_damaged_is_broken() -> None:
    document = opened(COMPOUND, "answers.msg")
    assert (document.type, document.state, document.reason) == ("msg", State.broken, "unreadable")


def test_a_mail_of_outlook_needs_a_person_where_nothing_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    document = opened(COMPOUND, "answers.msg")
    assert (document.state, document.reason) == (State.needs_a_person, "outlook-message")


@pytest.mark.parametrize("name", ["body", "BODY", "subject"])
def test_a_file_that_is_named_as_the_mail_itself_is_not_taken_for_it(name: str) -> None:
    file = f"Content-Type: text/plain\r\nContent-Disposition: attachment; filename={name}\r\n\r\n1. Mentor.\r\n2. Much."
    whole = reply(body=f"--x\r\n\r\nSee attachment.\r\n--x\r\n{file}\r\n--x--\r\n")
    reading = read(whole.replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=x"), NOW, [CALL], OWN)
    assert {answer.source for answer in reading.answers} == {f"{name} (attached)"}
    assert [trace.source for trace in reading.traces] == ["body", f"{name} (attached)"]


def test_a_calendar_entry_is_no_document_and_its_comment_no_answer() -> None:
    entry = b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nCOMMENT:1. Mentor.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    document = opened(entry, "reply.ics", "text/calendar")
    assert (document.state, document.reason, document.text) == (State.not_a_document, "calendar", "")
