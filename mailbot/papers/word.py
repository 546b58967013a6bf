"""The paper as a Word document: headings that a reader can jump between, page numbers, nobody's name in its properties."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from mailbot.core import clean
from mailbot.core.paper.shapes import Paper
from mailbot.core.paper.wording import how_many, locale, spelled, wording

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_FONT = "Calibri"
_INK, _PALE = "1F3864", "595959"
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "de": "de-DE"}


def word(paper: Paper) -> bytes:
    """A .docx; the same paper gives the same words, the octets may differ."""
    import docx

    document = docx.Document()
    _properties(document, paper)
    _page(document)
    _styles(document, locale(paper.language))
    words = wording(paper.language)
    document.add_paragraph(words["title"], "Title")
    document.add_paragraph(clean.line(paper.title), "Subtitle")
    document.add_paragraph(spelled(paper.day, paper.language), "Caption")
    document.add_paragraph(f"{words['note']} {words['order']}", "Intense Quote")
    for number, (question, answers) in enumerate(paper.sections, 1):
        document.add_heading(f"{number}. {clean.line(question)}", 1)
        document.add_paragraph(how_many(len(answers), paper.language) if answers else words["none"], "Caption")
        for answer in answers:
            _answer(document, answer)
    _footer(document, words["page"])
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _properties(document: "Document", paper: Paper) -> None:
    """Word shows them to everybody: a title and a day, and no one's name."""
    its = document.core_properties
    its.author = its.last_modified_by = "mailbot"
    its.title = clean.line(paper.title)[:255]
    its.comments = its.subject = its.keywords = its.category = ""
    its.language = _LANGUAGES[locale(paper.language)]
    its.created = its.modified = datetime.combine(paper.day, time(), UTC)
    its.revision = 1


def _page(document: "Document") -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _styles(document: "Document", language: str) -> None:
    from docx.shared import Pt

    _styled(document, "Normal", 11)
    normal = cast("ParagraphStyle", document.styles["Normal"])
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.widow_control = True
    _element(normal.element.get_or_add_rPr(), "w:lang", {"w:val": _LANGUAGES[language]})
    _styled(document, "Title", 26, _INK, bold=True, after=2)
    _styled(document, "Subtitle", 14, _INK, after=4)
    _styled(document, "Heading 1", 13, _INK, bold=True, before=22, after=4)
    _styled(document, "Caption", 9.5, _PALE, after=8)
    _styled(document, "Intense Quote", 10.5, _INK, before=8, after=10)
    _styled(document, "List Bullet", 11, before=8, after=4)
    _styled(document, "List Continue", 11, after=4)
    for name in ("List Bullet", "List Continue"):
        _remove(document, name, "w:contextualSpacing")  # it would push the answers together
    _remove(document, "Intense Quote", "w:ind")
    _remove(document, "Intense Quote", "w:pBdr")
    _styled(document, "Footer", 9, _PALE)
    heading = cast("ParagraphStyle", document.styles["Heading 1"])
    heading.paragraph_format.keep_with_next = True
    cast("ParagraphStyle", document.styles["Caption"]).paragraph_format.keep_with_next = True


def _styled(
    document: "Document",
    name: str,
    size: float,
    colour: str = "000000",
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
) -> None:
    from docx.shared import Pt, RGBColor

    style = cast("ParagraphStyle", document.styles[name])
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win over ours
        fonts.attrib.pop(f"{{{fonts.nsmap['w']}}}{kind}", None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _answer(document: "Document", answer: str) -> None:
    """A bullet, with further paragraphs below its words; lines within one stay lines."""
    paragraphs = [part for part in answer.split("\n\n") if part.strip()]
    for place, part in enumerate(paragraphs):
        document.add_paragraph(part.strip("\n"), "List Continue" if place else "List Bullet")


def _footer(document: "Document", page: str) -> None:
    """`Page 2 / 7`, by fields that the program fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{page} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: "Paragraph", instruction: str) -> None:
    run = paragraph.add_run()
    _element(run._r, "w:fldChar", {"w:fldCharType": "begin"})  # noqa: SLF001 - the library has no fields of its own
    code = _element(run._r, "w:instrText", {"xml:space": "preserve"})  # noqa: SLF001
    code.text = f" {instruction} "
    _element(run._r, "w:fldChar", {"w:fldCharType": "end"})  # noqa: SLF001


def _remove(document: "Document", style: str, name: str) -> None:
    """A property of paragraphs that the library's own style has."""
    from docx.oxml.ns import qn

    properties = cast("ParagraphStyle", document.styles[style]).element.get_or_add_pPr()
    for found in properties.findall(qn(name)):
        properties.remove(found)


def _element(parent: Any, name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    parent.append(made)
    return made
