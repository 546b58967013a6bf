"""PDF with text: its words, what was typed into its form, and notes that people put on a page to fill it in."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mailbot.core import clean
from mailbot.core.documents.document import Content, NotRead, State

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

_MAX_PAGES = 200
_MAX_DRAWN = 3_000_000  # octets of what is drawn on all pages: five seconds
_FEW = 10  # letters on a page that is a picture: its number, or what a scanner adds
_LONGEST = 100_000


def read(content: bytes) -> Content:
    """All pages; raises NotRead where there is no word: a scan, a form that only Adobe's reader shows, a lock."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    reader = PdfReader(BytesIO(content))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotRead(State.locked, "encrypted")
    except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:
        raise NotRead(State.locked, "encrypted") from error
    if len(reader.pages) > _MAX_PAGES:
        raise NotRead(State.too_large, "text-too-long")
    if sum(map(_drawn, reader.pages)) > _MAX_DRAWN:
        raise NotRead(State.too_large, "text-too-long")
    pages = [_page(page) for page in reader.pages]
    silent = sum(sum(map(str.isalnum, page)) < _FEW for page in pages)
    if silent == len(pages):
        raise NotRead(State.needs_a_person, "only-pictures")
    if reader.xfa and "Please wait" in pages[0]:
        raise NotRead(State.needs_a_person, "form-without-text")
    pictured = silent and any(page.images for page in reader.pages)
    return Content(clean.text("\n\n".join(filter(None, pages))), remark="pages-without-text" if pictured else "")


def _drawn(page: "PageObject") -> int:
    """Octets of a page's content; raises where a stream is over the limit: extract_text would say that nothing stands there."""
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0


def _page(page: "PageObject") -> str:
    """The lines of a page, with the words of its fields and notes where they stand."""
    lines: list[tuple[float, str]] = []

    def line(text: str, _matrix: list[float], at: list[float], _font: object, _size: float) -> None:
        lines.append((at[5], text))

    text = page.extract_text(visitor_text=line)
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
    for reference in _of(page, "/Annots") or ():
        note = reference.get_object()
        kind, box = _of(note, "/Subtype"), _of(note, "/Rect")
        value = _value(note) if kind == "/Widget" else _of(note, "/Contents") if kind == "/FreeText" else None
        if value and box:
            yield min(float(box[1]), float(box[3])), str(value)[:_LONGEST].replace("\r", "\n").strip()


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
