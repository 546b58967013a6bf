"""OpenDocument texts (odt) as their reader sees them: to HTML, which goes through the same rules as the body of a mail."""

from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from mailbot.core import clean, markup
from mailbot.core.documents import archives
from mailbot.core.documents.document import Content, NotRead, State

if TYPE_CHECKING:
    from odfdo import Document, Element

_UNREAD = frozenset(
    {"text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:hidden-text", "text:placeholder"}
)
_UNREAD_TOO = frozenset(
    {"office:annotation", "office:annotation-end", "text:note-citation", "svg:title", "svg:desc", "office:forms"}
)
_TAGS = {
    "text:p": "p",
    "text:h": "h2",
    "table:table": "table",
    "table:table-row": "tr",
    "table:table-cell": "td",
    "draw:text-box": "div",
}
_BREAKS = {"text:line-break": "<br>", "text:tab": " \t", "text:soft-page-break": ""}
_LEVELS = 10
_MAX_STYLES = 200
_DEEPEST = 50  # elements within elements; each costs something for all that is inside it


def read(content: bytes) -> Content:
    """Paragraphs, tables, lists with their numbers, insertions; raises NotRead."""
    from odfdo import Document

    archive = archives.opened(content)
    archives.check_xml(archives.member(archive, "content.xml"), archives.member(archive, "styles.xml"))
    document = Document(BytesIO(content))
    page = _Page(document)
    html = "".join(page.inside(document.body))
    text, looks = markup.shown(clean.text(html))
    if not text.strip() and page.pictures:
        raise NotRead(State.needs_a_person, "only-pictures")
    return Content(text, looks, remark="comments-not-read" if page.comments else "")


class _Page:
    """Told of each element in its order, it gives its HTML."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._families: dict[str, Mapping[str, Element]] = {}
        self._styles: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Element | None] = {}
        self._counts: dict[str, list[int]] = {}
        self._label = ""
        self._depth = 0
        self.pictures = self.comments = 0

    def inside(self, element: "Element", lists: tuple[str, ...] = ()) -> Iterator[str]:
        """The words and elements in it; lists: the styles of the lists around it, outermost first."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotRead(State.broken, "nested-too-deep")
        yield escape(element.text or "")
        for child in element.children:
            yield from self._element(child, lists)
            yield escape(child.tail or "")
        self._depth -= 1

    def _element(self, element: "Element", lists: tuple[str, ...]) -> Iterator[str]:
        tag = element.tag
        self.pictures += tag == "draw:image"
        self.comments += tag == "office:annotation"
        if tag in _UNREAD or tag in _UNREAD_TOO:
            return
        if tag == "text:list":
            yield from self._list(element, lists)
        elif tag == "text:s":
            yield "\xa0" * min(_number(element, "text:c", 1), 100)
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag == "text:span":
            yield f'<span style="{self._css(str(element.get_attribute("text:style-name") or ""))}">'
            yield from self.inside(element, lists)
            yield "</span>"
        else:
            yield from self._block(element, lists)

    def _block(self, element: "Element", lists: tuple[str, ...]) -> Iterator[str]:
        tag = _TAGS.get(element.tag, "")
        label, self._label = (self._label, "") if tag in ("p", "h2") else ("", self._label)
        css = self._css(str(element.get_attribute("text:style-name") or "")) if tag in ("p", "h2") else ""
        if tag:
            yield f'<{tag} style="{css}">{label}' if css else f"<{tag}>{label}"
        yield from self.inside(element, lists)
        if tag:
            yield f"</{tag}>"

    def _list(self, element: "Element", lists: tuple[str, ...]) -> Iterator[str]:
        """A list goes on counting where it says so; LibreOffice begins a new one after each paragraph that stands between."""
        style = str(element.get_attribute("text:style-name") or (lists[-1] if lists else ""))
        depth, counts = len(lists), self._counts.setdefault(style, [0] * _LEVELS)
        goes_on = element.get_attribute("text:continue-numbering") in (True, "true")
        if depth < _LEVELS and not goes_on and not element.get_attribute("text:continue-list"):
            counts[depth] = 0
        for item in element.children:
            if item.tag == "text:list-item" and depth < _LEVELS:
                counts[depth] = _number(item, "text:start-value", counts[depth] + 1)
                self._label = self._mark(style, depth, counts[depth])
            yield from self.inside(item, (*lists, style))

    def _mark(self, style: str, depth: int, count: int) -> str:
        if (style, depth) not in self._levels and len(self._levels) < _MAX_STYLES:
            found = self._named("list").get(style)
            self._levels[style, depth] = found and found.get_element(f"*[@text:level='{depth + 1}']")
        level = self._levels.get((style, depth))
        if level is None or level.tag != "text:list-level-style-number":
            return "- "
        form = str(level.get_attribute("style:num-format") or "")
        count += _number(level, "text:start-value", 1) - 1
        shown = chr(ord(form) + (count - 1) % 26) if form in ("a", "A") else str(count) if form else ""
        before, after = (str(level.get_attribute(f"style:num-{side}") or "") for side in ("prefix", "suffix"))
        return escape(f"{before}{shown}{after} ") if shown else ""

    def _named(self, family: str) -> Mapping[str, "Element"]:
        """The styles of a family by their names; asked one by one, all would be looked through for each."""
        if family not in self._families:
            found = reversed(self._document.get_styles(family, automatic=True))
            self._families[family] = {str(style.get_attribute("style:name")): style for style in found}
        return self._families[family]

    def _css(self, name: str) -> str:
        """The looks of a style, as CSS has them under the same names."""
        from odfdo import Style

        if name and name not in self._styles and len(self._styles) < _MAX_STYLES:
            style = self._named("text").get(name) or self._named("paragraph").get(name)
            found = (style.get_properties(area="text") if isinstance(style, Style) else None) or {}
            css = [
                f"{wanted}:{found[f'fo:{wanted}']}"
                for wanted in ("color", "background-color", "font-weight")
                if f"fo:{wanted}" in found
            ]
            if found.get("style:text-line-through-style", "none") != "none" or "style:text-line-through-type" in found:
                css.append("text-decoration:line-through")
            if found.get("text:display") == "none":
                css.append("display:none")
            self._styles[name] = escape(";".join(map(str, css)))
        return self._styles.get(name, "")


def _number(element: "Element", name: str, otherwise: int) -> int:
    value = str(element.get_attribute(name) or "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else otherwise
