"""Files that are made to keep a library busy: each is read or given up within two seconds of processor time, with a reason."""

import random
import struct
import zlib
from base64 import encodebytes
from collections.abc import Callable, Iterable

import pytest

from mailbot.core.documents import State, documents_of
from mailbot.core.message import Message, parse
from tests.core import papers
from tests.core.papers import W, archive, odt, opened, p, word
from tests.effort import effort

SECONDS = 2.0
NOISE = "".join(random.Random(1).choices("abcdefghij klmnopqrstuvwxyz", k=400_000))  # else every archive looks like a bomb
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHARED = '<c t="s"><v>0</v></c>'


def book(rows: str, shared: str = "", sheets: int = 1) -> bytes:
    """A workbook whose sheets are all the same one."""
    names = "".join(f'<sheet name="a{n}" sheetId="{n + 1}" r:id="r1"/>' for n in range(sheets))
    related = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, kind, target in ((1, "worksheet", "worksheets/sheet1.xml"), (2, "sharedStrings", "sharedStrings.xml"))
    )
    return archive(
        {
            "[Content_Types].xml": papers.TYPES,
            "_rels/.rels": papers.RELATIONS.format(main="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>{shared}</t></si></sst>',
        }
    )


def calc(rows: str) -> bytes:
    """The same as OpenDocument has it."""
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    body = f"<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body>"
    content = f"<office:document-content {spaces}>{body}</office:document-content>"
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def packed(*things: tuple[int, bytes]) -> bytes:
    """A winmail.dat of these objects."""
    written = (struct.pack("<BHHI", 2, name, 6, len(data)) + data + b"\0\0" for name, data in things)
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(written)


def mails_in_mails(depth: int, words: int) -> bytes:
    inner = packed((0x800C, b"x" * words))
    for _ in range(depth):
        inner = bytes.fromhex("0703020000000000c000000000000046") + inner
        inner += bytes(-len(inner) % 4)
        inner = packed((0x9002, bytes(14)), (0x9005, struct.pack("<IHHII", 1, 0x0D, 0x3701, 1, len(inner)) + inner))
    return inner


def page(drawn: bytes, more: Iterable[bytes] = (), inside: bytes = b"", times: int = 1, **parameters: bytes) -> bytes:
    """A PDF of one page, which may be there several times. inside: more of its dictionary. parameters: of its stream."""
    said = b" ".join(b"/%s %s" % (name.encode(), value) for name, value in parameters.items())
    squeezed = zlib.compress(drawn, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * times, times),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>" % inside,
        b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(squeezed), said, squeezed),
        *more,
    ]
    body = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def outlook_of(streams: int, sectors: int) -> bytes:
    """A compound file of which each stream claims the same sectors."""
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

    def entry(name: str, kind: int, size: int, right: int = free, child: int = free) -> bytes:
        encoded = name.encode("utf-16-le") + b"\0\0"
        head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, free, right, child)
        return head + bytes(36) + struct.pack("<IQ", 0 if size else end, size)

    names = ["__properties_version1.0", *(f"__substg1.0_{n:04X}001F" for n in range(streams))]
    rights = [*range(2, len(names) + 1), free]
    files = [entry(name, 2, sectors * 512, right) for name, right in zip(names, rights, strict=True)]
    directory = entry("Root Entry", 5, 0, child=1) + b"".join(files)
    count = -(-len(directory) // 512)
    chain = [*range(1, sectors), end, *range(sectors + 1, sectors + count), end]
    tables = len(chain) // 126 + 1
    chain += [table] * tables
    chain += [free] * (tables * 128 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, sectors, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", *range(sectors + count, sectors + count + tables), *[free] * (109 - tables))
    return head + bytes(sectors * 512) + directory.ljust(count * 512, b"\0") + struct.pack(f"<{len(chain)}I", *chain)


COUNT = struct.pack("<I", 0xFFFFFFFF)
MANY_VALUES = struct.pack("<IHHI", 1, 0x1002, 0x3001, 0xFFFFFFFF) + bytes(40)
ENDLESS = "%1%2%3%4%5%6%7%8%9" * 2000
LEVELS = "".join(f'<w:lvl w:ilvl="{n}"><w:lvlText w:val="{ENDLESS}"/></w:lvl>' for n in range(9))
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
CELL = f"<w:tc>{p('a')}</w:tc>"
NUMBERED = p("a", properties='<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>')
STYLED = "".join(f'<text:span text:style-name="T{n % 200}">a</text:span>' for n in range(15_000))
STYLES = "".join(f'<style:style style:name="T{n}" style:family="text"/>' for n in range(12_000))
NOTE = b"<< /Subtype /FreeText /Rect [0 0 1 1] /Contents (%s) >>" % (b"x" * 90_000)

FORGED: dict[str, Callable[[], bytes]] = {
    "words of a workbook kept once and said a thousand times": lambda: book(f"<row>{SHARED * 1000}</row>", NOISE),
    "one sheet twenty times": lambda: book(f"<row>{SHARED * 500}</row>" * 10, NOISE[:9000], sheets=20),
    "two cells in far corners": lambda: book(
        '<row r="1"><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "cells by the hundred thousand": lambda: book(f"<row>{'<c><v>1</v></c>' * 10}</row>" * 10_000, NOISE),
    "a cell that is repeated": lambda: calc(
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="1000"><text:p>{NOISE}</text:p></table:table-cell></table:table-row>'
    ),
    "a count of properties": lambda: packed((0x9003, COUNT + bytes(40))),
    "a count of values": lambda: packed((0x9003, MANY_VALUES)),
    "a count of properties of a file": lambda: packed((0x9002, bytes(14)), (0x9005, COUNT + bytes(40))),
    "a count of recipients": lambda: packed((0x9004, COUNT + COUNT + bytes(40))),
    "empty objects": lambda: packed(*[(0x8006, b"")] * 400_000),
    "mails packed in mails": lambda: mails_in_mails(50, 3_000_000),
    "a body of a million lines": lambda: packed((0x800C, b"a\n" * 1_000_000)),
    "streams that share their sectors": lambda: outlook_of(900, 8000),
    "words of a page one by one": lambda: page(b"BT 50 700 Td " + b"(a)Tj " * 480_000),
    "as many words of a page as are parsed": lambda: page(b"BT 50 700 Td " + b"(a)Tj " * 99_000),
    "pages that are the same": lambda: page(b"BT 50 700 Td " + b"(a)Tj " * 1000, times=200),
    "states that are saved": lambda: page(b"q " * 190_000),
    "pictures within the page": lambda: page(b"BI /W 1 /H 1 ID x EI " * 49_000),
    "notes that are all the same": lambda: page(b"", [NOTE], b"/Annots [%s]" % (b"5 0 R " * 90_000)),
    "rows of one octet": lambda: page(b"\4a" * 9_000_000, DecodeParms=b"<< /Predictor 15 /Columns 1 >>"),
    "objects without a table": lambda: b"%PDF-1.4\n" + b"".join(b"%d 0 obj null endobj\n" % n for n in range(400_000)),
    "fields that never end": lambda: word(f"<w:p>{FIELD * 20_000}</w:p>", settings=NOISE),
    "numbers of endless pattern": lambda: word(NUMBERED * 4000, settings=NOISE, numbering=NUMBERING),
    "elements of nobody's": lambda: word("".join(f'<x{n}:a xmlns:x{n}="u{n}"/>' for n in range(70_000))),
    "paragraphs by the thousand": lambda: word(p("a") * 6000, settings=NOISE),
    "cells in one row": lambda: word(f"<w:tbl><w:tr>{CELL * 6000}</w:tr></w:tbl>", settings=NOISE),
    "styles by the thousand": lambda: odt(f"<text:p>{NOISE}{STYLED}</text:p>", STYLES),
    "sections in sections": lambda: odt(
        "<text:section>" * 250 + "<text:p>a</text:p>" * 30_000 + NOISE + "</text:section>" * 250
    ),
    "links that lead nowhere": lambda: b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "' * 80_000,
    "fonts without a name": lambda: b"{\\rtf1 {\\fonttbl" + b"\\f1\\fcharset1" * 5000 + b"a" * 20_000 + b"}",
    "letters by the million": lambda: b"{\\rtf1 " + b"a" * 1_400_000 + b"}",
}


@pytest.mark.parametrize("name", FORGED)
def test_a_file_that_is_made_to_keep_a_library_busy_is_done_with_in_two_seconds(name: str) -> None:
    content = FORGED[name]()
    with effort() as told:
        document = opened(content)
    assert told.seconds < SECONDS
    assert document.reason or document.state is State.read


def test_what_a_honest_workbook_refers_to_is_read() -> None:
    assert opened(book(f"<row>{SHARED * 3}</row>", "Mentor")).text == "Mentor\tMentor\tMentor"


def test_of_a_long_pdf_the_pages_are_read_for_which_there_is_time() -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    drawn = b"BT /F1 12 Tf 50 700 Td (Mentor for ten years) Tj " + b"0 0 Td " * 30_000 + b"ET"
    document = opened(page(drawn, [font], b"/Resources << /Font << /F1 5 0 R >> >>", times=3))
    assert (document.text, document.state, document.reason) == ("Mentor for ten years", State.read, "text-cut")
    assert document.needs_a_look


@pytest.mark.parametrize("lost", [b"%%EOF", b"startxref\n", b"startxref"])
def test_a_pdf_that_lost_its_end_is_read_as_viewers_read_it(lost: bytes) -> None:
    whole = papers.pdf("Mentor for ten years")
    assert opened(whole[: whole.rindex(lost)]).text == "Mentor for ten years"


def test_a_pdf_that_lost_more_than_its_end_is_broken() -> None:
    whole = papers.pdf("Mentor for ten years")
    assert opened(whole[: len(whole) // 2]).state is State.broken


def test_a_file_inside_another_has_a_name_like_any_other() -> None:
    name = "..\\" + "x" * 300 + "\x1b[31m\u202etxt.exe\r\nBcc: a"
    head = b"Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    message = parse(b"From: a@example.org\r\n" + head + encodebytes(papers.winmail(b"See file.", (name, b"1. Mentor."))))
    assert isinstance(message, Message)
    _, inner = documents_of(message)
    assert (inner.text, len(inner.name)) == ("1. Mentor.", 150)
    assert inner.name.endswith("x_[31mtxt.exe Bcc: a")
