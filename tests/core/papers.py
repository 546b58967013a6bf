"""Files as people attach them, built here: what Word, office programs and mail clients write, in small."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from mailbot.core.documents import Document, open_document
from mailbot.core.message import Attachment

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
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
    members = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS.format(main=main)}
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
