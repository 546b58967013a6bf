"""The text of a Word document as its reader sees it: what mammoth leaves out or shows too much of is put right before.

Numbers of lists are written out, the colour of words is kept (some answer in red and say so), hidden words go, and so does
`Click here to enter text` in a control that nobody filled in.
"""

import re

from lxml import etree

from mailbot.core.documents.archives import check_xml
from mailbot.core.documents.document import NotRead, State
from mailbot.core.documents.word_numbers import VAL, Numbers, W
from mailbot.core.mime import MAX_LINES

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_BLACK = frozenset({"000000", "auto"})
_HIGHLIGHT = re.compile(rb"<w:highlight w:val=\"(c[0-9A-F]{6})?(h[a-zA-Z]{2,20})?\"/>")
_MAX_STYLES = 40
_MAX_RAW = 150_000  # elements as Word writes them, half of which say nothing of words
_MAX_OPEN = 50  # fields within fields; a library walks through all of them for each word inside
_UNSEEN = [
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "permStart", "permEnd", "sectPr", "tblGrid"),
        *("rFonts", "sz", "szCs", "bCs", "iCs", "lang", "spacing", "kern", "noProof", "ind", "jc"),
        *("tcW", "tcBorders", "tblBorders"),
    )
]
_OFF = ("0", "false", "off")


def as_seen(main: bytes, numbering: bytes, styles: bytes) -> bytes:
    """The main part, made ready. Raises NotRead for one that is no XML or longer than anybody reads."""
    root = _root(main)
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    if sum(1 for _ in root.iter(f"{W}p")) > MAX_LINES // 2:  # each has an empty line behind it
        raise NotRead(State.too_large, "text-too-long")
    _check_fields(root)
    for control in list(root.iter(f"{W}sdt")):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            _empty(control.find(f"{W}sdtContent"))
    for run in list(root.iter(f"{W}r")):
        _dress(run)
    _once(root)
    numbers = Numbers(_root_if_any(numbering), _root_if_any(styles))
    for properties in root.iter(f"{W}pPr"):
        _number(properties, numbers)
    return bytes(etree.tostring(root, encoding="utf-8"))


def _check_fields(root: etree._Element) -> None:
    """Raise NotRead where fields are begun and never ended."""
    is_open = 0
    for mark in root.iter(f"{W}fldChar"):
        is_open += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if is_open > _MAX_OPEN:
            raise NotRead(State.broken, "nested-too-deep")


def _once(root: etree._Element) -> None:
    """Leave the first reference to each note: mammoth writes a note once more for each, thousands of times in a bomb."""
    seen: set[tuple[str, str]] = set()
    for kind in ("footnoteReference", "endnoteReference"):
        for reference in list(root.iter(f"{W}{kind}")):
            note = (kind, reference.get(f"{W}id", ""))
            parent = reference.getparent()
            if note in seen and parent is not None:
                parent.remove(reference)
            seen.add(note)


def style_map(prepared: bytes) -> str:
    """What mammoth makes of the colours that `as_seen` has noted: HTML of the same colour."""
    found = {match.groups() for match in _HIGHLIGHT.finditer(prepared)}
    lines = []
    for colour, behind in sorted(found, key=str)[:_MAX_STYLES]:
        noted = (colour or b"").decode() + (behind or b"").decode()
        css = [f"color:#{colour[1:].decode()}"] if colour else []
        css += [f"background-color:{behind[1:].decode().lower()}"] if behind else []
        lines.append(f"highlight[color='{noted}'] => span[style='{';'.join(css)}']")
    return "\n".join(lines)


def _root(xml: bytes) -> etree._Element:
    check_xml(xml, most=_MAX_RAW)
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotRead(State.broken, "xml-broken") from error


def _root_if_any(xml: bytes) -> etree._Element | None:
    return _root(xml) if xml.strip() else None


def _empty(element: etree._Element | None) -> None:
    """Take the words away and leave the frame: a cell without a paragraph would be no cell."""
    for words in list(element.iter(f"{W}t")) if element is not None else ():
        words.text = ""


def _dress(run: etree._Element) -> None:
    """Note the colours of a run where mammoth looks, and take it away if it is hidden."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return
    hidden = properties.find(f"{W}vanish")
    if hidden is not None and hidden.get(VAL) not in _OFF:
        _empty(run)
        return
    colour, highlight = properties.find(f"{W}color"), properties.find(f"{W}highlight")
    noted = _colour(colour)
    behind = highlight.get(VAL, "") if highlight is not None else ""
    if behind.isascii() and behind.isalpha() and behind != "none":
        noted += f"h{behind}"
    if highlight is not None:
        properties.remove(highlight)
    if noted:
        etree.SubElement(properties, f"{W}highlight").set(VAL, noted)


def _colour(element: etree._Element | None) -> str:
    value = element.get(VAL, "") if element is not None else ""
    return f"c{value.upper()}" if _COLOUR.fullmatch(value) and value not in _BLACK else ""


def _number(properties: etree._Element, numbers: Numbers) -> None:
    """Write the label of a numbered paragraph out as its first words."""
    if properties.find(f"{W}rPr/{W}del") is not None:
        return
    label = numbers.label(properties)
    number = properties.find(f"{W}numPr")
    if number is not None:
        properties.remove(number)
    if label:
        run = etree.Element(f"{W}r")
        words = etree.SubElement(run, f"{W}t")
        words.text = label
        words.set(_SPACE, "preserve")
        properties.addnext(run)
