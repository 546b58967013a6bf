"""PDF with text: its words, what was typed into its form, and notes that people put on a page to fill it in."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from mailbot.core import clean
from mailbot.core.documents.document import Content, NotRead, State

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject

_MAX_PAGES = 200
_MAX_OBJECTS = 50_000  # each is looked for where the table of them is damaged
_MAX_DRAWN = 1_500_000  # octets of what is drawn on all pages
_MAX_STEPS = 60_000  # of drawing, in all: two seconds; fifty pages of the slowest kind
_FORM_STEPS = 50  # one that is drawn in another place is read anew there
_MAX_NOTES = 2000  # of a page
_BOUNDS: Mapping[str, Any] = {
    "stream_parsing_work_maximum_count": 200_000,
    "zlib_maximum_output_length": 4_000_000,
    "zlib_maximum_recovery_input_length": 100_000,
    "lzw_maximum_output_length": 1_500_000,  # in Python, a second each
    "run_length_maximum_output_length": 1_500_000,
    "array_based_stream_maximum_output_length": 1_500_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_filters_maximum_length": 4,
    "xform_maximum_invocations_per_extraction": 500,
    "page_tree_maximum_entries": 2000,
    "xfa_decoding_work_maximum_length": 4_000_000,
}
"""Limits of pypdf, below its own: a tenth of what takes it seconds."""
_TAIL = 2048  # octets at the end, in which a reader looks for where to begin
_FEW = 10  # letters on a page that is a picture: its number, or what a scanner adds
_LONGEST = 100_000  # characters in the fields and notes of a page


def read(content: bytes) -> Content:
    """All pages; raises NotRead where there is no word: a scan, a form that only Adobe's reader shows, a lock."""
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    if content.count(b" obj") > _MAX_OBJECTS:
        raise NotRead(State.too_large, "text-too-long")
    with apply_configuration(**_BOUNDS):
        try:
            reader = PdfReader(BytesIO(_ended(content)))
            if reader.is_encrypted and not reader.decrypt(""):
                raise NotRead(State.locked, "encrypted")
            return _content(reader)
        except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:
            raise NotRead(State.locked, "encrypted") from error
        except LimitReachedError as error:
            raise NotRead(State.too_large, "text-too-long") from error


def _ended(content: bytes) -> bytes:
    """The file with an end, if it was cut off on its way: viewers show such a one, too."""
    tail = content[-_TAIL:]
    if b"%%EOF" in tail:
        return content
    return content + (b"\n%%EOF\n" if b"startxref" in tail else b"\nstartxref\n0\n%%EOF\n")


def _content(reader: "PdfReader") -> Content:
    if len(reader.pages) > _MAX_PAGES or sum(map(_drawn, reader.pages)) > _MAX_DRAWN:
        raise NotRead(State.too_large, "text-too-long")
    steps = _Steps()
    pages = []
    for page in reader.pages:
        text = _page(page, steps)
        if steps.are_too_many:
            break
        pages.append(text)
    if not pages:
        raise NotRead(State.too_large, "text-too-long")
    silent = sum(sum(map(str.isalnum, page)) < _FEW for page in pages)
    if silent == len(pages):
        raise NotRead(State.needs_a_person, "only-pictures")
    if reader.xfa and "Please wait" in pages[0]:
        raise NotRead(State.needs_a_person, "form-without-text")
    pictured = silent and any(page.images for page in reader.pages)
    remark = "text-cut" if steps.are_too_many else "pages-without-text" if pictured else ""
    return Content(clean.text("\n\n".join(filter(None, pages))), remark=remark)


class _Steps:
    """Told of each step of drawing, it ends the page that would be one too many."""

    def __init__(self) -> None:
        self._left = _MAX_STEPS

    @property
    def are_too_many(self) -> bool:
        return self._left < 0

    def take(self, operator: bytes, operands: list[Any], *_where: object) -> None:
        words = operands[0] if operator == b"TJ" and operands else ()
        self._left -= _FORM_STEPS if operator == b"Do" else 1 + (len(words) if isinstance(words, list) else 0)
        if self.are_too_many:
            raise _TooMuch


class _TooMuch(Exception):
    """What is left of a page is not drawn. Forms of the page swallow it, and the next step raises it again."""


def _drawn(page: "PageObject") -> int:
    """Octets of a page's content; raises where a stream is over the limit: extract_text would say that nothing stands there."""
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0


def _page(page: "PageObject", steps: _Steps) -> str:
    """The lines of a page, with the words of its fields and notes where they stand; of one that is too much, nothing."""
    lines: list[tuple[float, str]] = []

    def line(text: str, _matrix: list[float], at: list[float], _font: object, _size: float) -> None:
        lines.append((at[5], text))

    try:
        text = page.extract_text(visitor_operand_before=steps.take, visitor_text=line)
    except _TooMuch:
        return ""
    typed = sorted(_typed(page), reverse=True)
    if not typed:
        return text.strip()
    return _merged(lines, typed)


def _merged(lines: list[tuple[float, str]], typed: list[tuple[float, str]]) -> str:
    """Words of the page in their order, each typed one before the first words that stand below it."""
    text = ""
    for height, words in lines:
        while typed and words.strip() and height < typed[0][0]:
            text = f"{text.rstrip()}\n{typed.pop(0)[1]}\n"
        text += words
    return "\n".join((text.strip(), *(words for _, words in typed))).strip()


def _typed(page: "PageObject") -> Iterator[tuple[float, str]]:
    """(height of its lower edge on the page, words) of fields and of notes that show on the page."""
    left = _LONGEST
    for reference in islice(_of(page, "/Annots") or (), _MAX_NOTES):
        note = reference.get_object()
        kind, box = _of(note, "/Subtype"), _of(note, "/Rect")
        value = _value(note) if kind == "/Widget" else _of(note, "/Contents") if kind == "/FreeText" else None
        if value and box:
            words = str(value)[:left].replace("\r", "\n").strip()
            left -= len(words)
            yield min(float(box[1]), float(box[3])), words


def _value(field: "DictionaryObject") -> str | None:
    """What was typed or chosen; a field of several boxes has its value one level up. A box that is ticked shows as one."""
    above = _of(field, "/Parent") or {}
    kind, value = _of(field, "/FT") or _of(above, "/FT"), _of(field, "/V") or _of(above, "/V")
    if kind == "/Btn":
        return "\u2612" if _of(field, "/AS") not in (None, "/Off") else None
    return value if kind in ("/Tx", "/Ch") and isinstance(value, str) else None


def _of(dictionary: Mapping[Any, Any], name: str) -> Any:
    """A value wherever it is kept: `get` would give the reference to an indirect one."""
    return dictionary[name] if name in dictionary else None  # noqa: SIM401 - as said
