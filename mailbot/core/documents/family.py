"""Which family a file is of, by its octets: names and declared types are the sender's, and often wrong."""

import re
from enum import StrEnum

from mailbot.core.documents import archives
from mailbot.core.documents.document import NotRead, State
from mailbot.core.message import Attachment

_START = 4096
_PICTURES = (
    *(
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"GIF87a",
        b"GIF89a",
        b"BM",
        b"II*\0",
        b"MM\0*",
        b"\xd7\xcd\xc6\x9a",
        b"\x01\0\0\0",
    ),
    *(b"RIFF....WEBP", b"....ftyphei", b"....ftypmif1", b"....ftypavif"),
)
_RECORDINGS = (
    *(b"ID3", b"\xff\xfb", b"\xff\xf3", b"OggS", b"fLaC", b"#!AMR", b"RIFF....WAVE", b"RIFF....AVI ", b"\x1aE\xdf\xa3"),
    *(b"....ftypM4A", b"....ftypmp4", b"....ftypisom", b"....ftypqt", b"....ftyp3gp", b"caff"),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body|meta|p|div|table)\b", re.IGNORECASE | re.DOTALL
)
_FIELD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
WORD_MAIN = re.compile(r"word/document\d*\.xml")  # SharePoint numbers it
_BY_MEMBER = (
    ("xl/workbook.xml", "sheet"),
    ("xl/workbook.bin", "sheet"),
    ("ppt/presentation.xml", "presentation"),
    ("Index/Document.iwa", "apple-pages"),
    ("index.apxl", "apple-pages"),
)
_BY_MIMETYPE = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "sheet"),
    (b"application/vnd.oasis.opendocument", "presentation"),
)
# In the directory of the compound file names are UTF-16.
_BY_STREAM = (
    ("EncryptedPackage", "encrypted"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "old-word"),
    ("Workbook", "sheet"),
    ("PowerPoint Document", "presentation"),
)
NOT_DOCUMENTS = {
    "text/calendar": "calendar",
    "text/vcard": "contact-card",
    "text/x-vcard": "contact-card",
    "text/directory": "contact-card",
    "text/rfc822-headers": "report",
    "message/delivery-status": "report",
    "message/disposition-notification": "report",
    "message/feedback-report": "report",
    "application/pgp-signature": "signature",
    "application/pgp-keys": "key",
    "application/pkcs7-signature": "signature",
    "application/x-pkcs7-signature": "signature",
    "application/pkix-cert": "key",
    "application/pgp-encrypted": "encryption-header",
}
_BY_FIRST_WORDS = (
    (b"BEGIN:VCALENDAR", "calendar"),
    (b"BEGIN:VCARD", "contact-card"),
    (b"-----BEGIN PGP SIGNATURE", "signature"),
    (b"-----BEGIN PGP PUBLIC KEY", "key"),
    (b"-----BEGIN PGP MESSAGE", "encrypted"),
)


class Family(StrEnum):
    """Those whose words can be read."""

    docx = "docx"
    odt = "odt"
    rtf = "rtf"
    pdf = "pdf"
    txt = "txt"
    html = "html"
    eml = "eml"
    msg = "msg"
    tnef = "winmail.dat"
    sheet = "sheet"


def family_of(file: Attachment) -> Family | str:
    """The family, or the name of what a file without readable words is: `photo`, `calendar`, `key`, `old-word`, `unknown`.

    Raises NotRead for an archive that is not even looked into.
    """
    content = file.content
    start = content[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    if file.type == "message/rfc822":
        return Family.eml
    if file.type in NOT_DOCUMENTS:
        return NOT_DOCUMENTS[file.type]
    if content.startswith(b"PK\x03\x04"):
        return _in_archive(content)
    if content.startswith(_OLE):
        return _of_compound(content)
    if b"%PDF-" in content[:1024]:
        return Family.pdf
    if start.startswith(b"{\\rtf"):
        return Family.rtf
    if content.startswith(b"\x78\x9f\x3e\x22"):
        return Family.tnef
    for prefixes, name in ((_PICTURES, "photo"), (_RECORDINGS, "recording"), (_ARCHIVES, "archive")):
        if any(_begins(content, prefix) for prefix in prefixes):
            return name
    return _of_text(file, start)


def _begins(content: bytes, prefix: bytes) -> bool:
    """Whether the content begins like that; a dot stands for any octet."""
    head = content[: len(prefix)]
    return len(head) == len(prefix) and all(p in (h, ord(".")) for h, p in zip(head, prefix, strict=True))


def _in_archive(content: bytes) -> Family | str:
    archive = archives.opened(content)
    names = set(archive.namelist())
    mimetype = archives.member(archive, "mimetype")
    if "META-INF/manifest.xml" in names and b"encryption-data" in archives.member(archive, "META-INF/manifest.xml"):
        return "encrypted"
    found = "docx" if any(map(WORD_MAIN.fullmatch, names)) else next((n for member, n in _BY_MEMBER if member in names), "")
    found = found or next((name for start, name in _BY_MIMETYPE if mimetype.startswith(start)), "archive")
    return Family(found) if found in set(Family) else found


def _of_compound(content: bytes) -> Family | str:
    found = next((name for stream, name in _BY_STREAM if stream.encode("utf-16-le") in content), "unknown")
    return Family(found) if found in set(Family) else found


def _of_text(file: Attachment, start: bytes) -> Family | str:
    for words, name in _BY_FIRST_WORDS:
        if start.startswith(words):
            return name
    if _is_binary(file.content[:_START]):
        return "encrypted" if file.type.endswith("pkcs7-mime") else "unknown"
    if start.startswith(b"<svg") or (b"<svg" in start[:1000].lower() and b"<html" not in start.lower()):
        return "drawing"
    if _HTML.match(start):
        return Family.html
    if file.name.lower().endswith(".eml") and _FIELD.match(start.replace(b"\r\n", b"\n")):
        return Family.eml
    return Family.txt if start.strip(b"\0") else "empty"


def _is_binary(start: bytes) -> bool:
    """Whether these are the octets of a program's own format, and not of letters in any charset."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"\0" in start or sum(c < 32 and c not in b"\t\n\r\f\x1b" for c in start) > len(start) // 100


def refuse(name: str) -> NotRead:
    """What to say of a file without readable words."""
    if name in set(NOT_DOCUMENTS.values()) or name in ("logo", "empty"):
        return NotRead(State.not_a_document, name)
    if name == "encrypted":
        return NotRead(State.locked, name)
    return NotRead(State.needs_a_person, name)
