"""Word documents (docx) as Word shows them, by mammoth: its HTML goes through the same rules as the body of a mail.

mammoth keeps content controls, insertions, text boxes and nested tables, once each; deletions are not said. What it does not
know of is prepared before (`word_xml`): numbers of lists, colours, hidden words, placeholders that nobody filled in.
"""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from mailbot.core import clean, markup
from mailbot.core.documents import archives, word_xml
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.documents.family import WORD_MAIN

_STYLES = "word/styles.xml"
_NUMBERS = "word/numbering.xml"
_COMMENTS = "word/comments.xml"
_KEPT = re.compile(r"(?:word/)?_rels/[^/]*\.rels|\[Content_Types\]\.xml|word/(?:styles|comments|footnotes|endnotes)\.xml")
_CHECKBOX = re.compile(r"<input( checked=\"checked\")? type=\"checkbox\" />")
_PICTURE = re.compile(rb"<(?:pic:pic|v:imagedata|w:object)\b")


def read(content: bytes) -> Content:
    """Paragraphs, tables, lists, form fields, insertions; raises NotRead, and whatever mammoth raises on broken files."""
    archive, main, source = _converted(content)
    text, looks = markup.shown(source)
    if not text.strip() and _PICTURE.search(main):
        raise NotRead(State.needs_a_person, "only-pictures")
    unread = archives.member(archive, _COMMENTS).count(b"<w:comment ")
    return Content(text, looks, remark="comments-not-read" if unread else "")


def html(content: bytes) -> str:
    """The same as the HTML that mammoth makes of it, where headings and lists are what they are; raises as `read` does."""
    return _converted(content)[2]


def _converted(content: bytes) -> tuple[ZipFile, bytes, str]:
    """The file, its main part, and that as HTML."""
    import mammoth

    archive = archives.opened(content)
    name = next(name for name in archive.namelist() if WORD_MAIN.fullmatch(name))
    main = archives.member(archive, name)
    prepared = word_xml.as_seen(main, archives.member(archive, _NUMBERS), archives.member(archive, _STYLES))
    made = mammoth.convert_to_html(
        _package(archive, name, prepared),
        style_map=word_xml.style_map(prepared),
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(lambda _: {}),
    )
    return archive, main, clean.text(_CHECKBOX.sub(lambda box: "\u2612 " if box[1] else "\u2610 ", made.value))


def _package(archive: ZipFile, its_name: str, main: bytes) -> BytesIO:
    """The document without pictures, fonts, macros and all else that is not read: neither unpacked nor followed."""
    package = BytesIO()
    parts = {name: archives.member(archive, name) for name in filter(_KEPT.fullmatch, archive.namelist())}
    archives.check_xml(main, *parts.values())
    with ZipFile(package, "w", ZIP_STORED) as thin:
        for name, xml in parts.items():
            thin.writestr(name, xml)
        thin.writestr(its_name, main)
    package.seek(0)
    return package
