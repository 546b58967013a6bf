"""Files as people attach them, built here: what Word, office programs and mail clients write, in small."""

import io
import struct
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from fpdf import FPDF

from mailbot.core.documents import Document, open_document
from mailbot.core.message import Attachment

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/></Relationships>'
)


def attached(
    content: bytes, name: str = "answers", type_: str = "application/octet-stream", how: str = "attachment"
) -> Attachment:
    return Attachment(name, type_, len(content), "", content, how)


def opened(content: bytes, name: str = "answers", type_: str = "application/octet-stream", how: str = "attachment") -> Document:
    return open_document(attached(content, name, type_, how))


def archive(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def word(body: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word document of this body in WordprocessingML; parts: others of the folder `word`, by their names without `.xml`."""
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.format(main=main)}
    members[main] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return archive(members | {f"word/{name}.xml": xml for name, xml in parts.items()})


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of plain words and of runs that are markup already."""
    inside = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def run(words: str, look: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text of this body; styles: automatic ones."""
    names = ("office", "text", "table", "style", "draw")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    spaces += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    empty = f'<office:document-styles {spaces} office:version="1.3"><office:styles/></office:document-styles>'
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.text"
    return archive({"mimetype": mimetype, "content.xml": content, "styles.xml": empty, "META-INF/manifest.xml": manifest})


def pdf(*pages: str) -> bytes:
    paper = FPDF()
    paper.set_font("helvetica", size=12)
    for page in pages:
        paper.add_page()
        paper.multi_cell(0, 8, page)
    return bytes(paper.output())


def sheet(*rows: tuple[str | float, ...]) -> bytes:
    """A workbook of one sheet, its words written into the cells."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"

    def cell(value: str | float) -> str:
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if isinstance(value, str) else f"<c><v>{value}</v></c>"

    cells = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS.format(main="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{documents}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def winmail(body: bytes = b"", *files: tuple[str, bytes]) -> bytes:
    """What Outlook packs for others of its kind (MS-OXTNEF)."""

    def thing(level: int, name: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    packed = struct.pack("<IH", 0x223E9F78, 1) + thing(1, 0x00089006, struct.pack("<I", 0x00010000))
    packed += thing(1, 0x00069007, struct.pack("<II", 1252, 0))
    packed += thing(1, 0x0002800C, body) if body else b""
    for name, content in files:
        packed += thing(2, 0x00069002, bytes(14)) + thing(2, 0x00018010, name.encode() + b"\0") + thing(2, 0x0006800F, content)
    return packed


def outlook(body: str) -> bytes:
    """A mail as Outlook saves it (MS-OXMSG), in the smallest compound file (MS-CFB): one allocation table, no mini streams."""
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    words = body.ljust(2048).encode("utf-16-le")

    def text(tag: int, size: int) -> bytes:
        return struct.pack("<HHIQ", 0x1F, tag, 6, size + 2)

    streams = {
        "__properties_version1.0": bytes(32) + text(0x001A, 16) + text(0x1000, len(words)),
        "__substg1.0_001A001F": "IPM.Note".encode("utf-16-le"),
        "__substg1.0_1000001F": words,
    }
    sectors = b""
    chain: list[int] = []

    def put(content: bytes) -> int:
        nonlocal sectors
        first, count = len(chain), -(-len(content) // 512)
        chain.extend([*range(first + 1, first + count), end])
        sectors += content.ljust(count * 512, b"\0")
        return first

    def entry(name: str, kind: int, start: int, size: int, right: int = free, child: int = free) -> bytes:
        encoded = name.encode("utf-16-le") + b"\0\0"
        head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, free, right, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    order = sorted(streams, key=lambda name: (len(name), name))
    files = [
        entry(name, 2, put(streams[name].ljust(4096, b"\0")), 4096, number + 1 if number < len(order) else free)
        for number, name in enumerate(order, 1)
    ]
    directory = put(b"".join((entry("Root Entry", 5, end, 0, child=1), *files)))
    fat = len(chain)
    chain.extend([table, *[free] * (127 - fat)])
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, end, 0, end, 0) + struct.pack("<109I", fat, *[free] * 108)
    return head + sectors + struct.pack("<128I", *chain)
