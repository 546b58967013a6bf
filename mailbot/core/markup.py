"""An HTML body to the lines a person would read: quotes as `> `, list items, rows of tables, and nothing that is hidden."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailbot.core import hiding
from mailbot.core.hiding import Sheet
from mailbot.core.page import Page, Shown

_MAX_TAGS = 60_000
_MAX_DEPTH = 200  # open elements; the tree builder is quadratic in it
_MAX_MISNESTED = 100  # end tags that close another element; cubic together with many open ones
_MAX_ATTRIBUTES = 300  # of one tag; 100,000 take more than 25 s
_MAX_OPTIONS = 1000
_MAX_REOPENED = 300_000  # open <b>, <font> and so on, summed over the tags: the builder opens them all again in each block

_TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<([/?!]?)([a-zA-Z][^\s/<>]*)([^<>]*)>|[^<]+|<", re.DOTALL)
# Possessive: a tag that never ends (`<aaaa…`) would be tried from every length of its name, in quadratic time.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)([^<>]*+)>")
_LONG_WORD = re.compile(rb"(?<![^\"'\s<>])[^\"'\s<>]{1000,}+")  # from its begin only: each letter is looked at once
_ENDLESS_REFERENCE = re.compile(r"&#x?[0-9a-fA-F]{9,}+;?")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")

_UNREAD = frozenset({"head", "iframe", "math", "script", "style", "svg", "template", "title"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "o:p", "param", "source", "wbr"})
_OPTIONAL_END = frozenset(
    {"body", "colgroup", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_FORMATTING = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})


class _Element(Protocol):
    """What both readers tell the page of a tag."""

    @property
    def tag(self) -> str | None: ...

    @property
    def attributes(self) -> Mapping[str, str | None]: ...


class Listener(Protocol):
    """Told of a page from top to bottom, without what is hidden: what begins, what ends, which words stand between."""

    @property
    def is_full(self) -> bool: ...

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None: ...

    def end(self, tag: str) -> None: ...

    def words(self, words: str) -> None: ...


def without_pictures(source: bytes) -> bytes:
    """The same HTML without the pictures that are written into it: they are most of what is long, and nothing to read.

    Of octets, in any charset that contains ASCII: as text, one emoji would make each of them four octets long.
    """
    kept: list[bytes] = []
    end = 0
    for word in _LONG_WORD.finditer(source):
        picture = source.find(b"data:", word.start(), word.end())
        if picture >= 0:
            kept.append(source[end : picture + len(b"data:")])
            end = word.end()
    return b"".join((*kept, source[end:])) if kept else source


def to_text(source: str) -> str:
    """The lines of `shown`."""
    return shown(source).text


def shown(source: str, *, plain: bool = False) -> Shown:
    """The text of an HTML body, line by line, and how its words look.

    A full HTML5 tree if the source cannot make its builder slow (40 kB of misnested tags take it seconds), else tag by tag,
    which gets the words of any source in linear time and may get a line break wrong. plain: tag by tag whatever it is.
    """
    sheet = Sheet(source)
    page = Page(sheet)
    tell(source, page, sheet, plain=plain)
    found = page.shown()
    if page.washed_out and not any(map(str.isalnum, found.text)):  # all of it: so the colours are not what they seem
        page = Page(sheet, trusting=True)
        tell(source, page, sheet, plain=plain)
        found = page.shown()
    return found


def tell(source: str, page: Listener, sheet: Sheet | None = None, *, plain: bool = False) -> None:
    """Go through an HTML page; which way, see `shown`. sheet: what hides some of it; its own, if none is given."""
    read = _by_tree if not plain and _is_gentle(source) else _tag_by_tag
    read(source, page, sheet or Sheet(source))


def _is_gentle(source: str) -> bool:
    """Whether the tree builder is fast on it: few tags, shallow, well nested, few attributes."""
    open_tags: list[str] = []
    misnested = options = formatting = reopened = 0
    for count, found in enumerate(_TAG.finditer(source)):
        end, name, rest = found[1], found[2].lower(), found[3]
        if count > _MAX_TAGS or rest.count("=") + len(rest.split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES:
            return False
        options += name == "option"
        reopened += formatting
        if options > _MAX_OPTIONS or reopened > _MAX_REOPENED:
            return False
        if name in _VOID or name in _OPTIONAL_END:
            continue
        if name in _FORMATTING:
            formatting = max(0, formatting + (-1 if end else 1))
        if not end:
            open_tags.append(name)
        elif open_tags and open_tags[-1] == name:
            open_tags.pop()
        else:
            misnested += 1
            if name in open_tags:
                open_tags.remove(name)
        if len(open_tags) > _MAX_DEPTH or misnested > _MAX_MISNESTED:
            return False
    return True


def _unescaped(words: str) -> str:
    """Without character references; one of thousands of digits stands for no character, and Python refuses to read it."""
    return html.unescape(_ENDLESS_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", words))


def _is_hidden(element: _Element, sheet: Sheet) -> bool:
    tag = element.tag or ""
    if tag in _UNREAD:
        return True
    attributes = element.attributes
    return hiding.is_hidden(attributes, sheet.declared(tag, attributes))


def _by_tree(source: str, page: Listener, sheet: Sheet) -> None:
    """Child, next, parent in a loop: a tree may be deeper than Python's stack."""
    node: LexborNode | None = LexborHTMLParser(source).root
    depth = 0
    while node is not None and not page.is_full:
        child = _enter(node, page, sheet)
        if child is not None:
            node, depth = child, depth + 1
            continue
        while depth and node is not None and node.next is None:
            node, depth = node.parent, depth - 1
            if node is not None:
                page.end(node.tag or "")
        node = node.next if depth and node is not None else None


def _enter(node: LexborNode, page: Listener, sheet: Sheet) -> LexborNode | None:
    """Tell the page what begins here; the first child if there is something to read in it."""
    if node.tag == "-text":
        page.words(node.text_content or "")
        return None
    if node.tag is None or node.tag.startswith(("-", "!")) or _is_hidden(node, sheet):
        return None
    page.start(node.tag, node.attributes)
    child = node.first_child
    if child is None:
        page.end(node.tag)
    return child


class _Tag:
    """A start tag as it stands in the source."""

    def __init__(self, name: str, rest: str) -> None:
        self.tag = name.lower()
        self._rest = rest

    @property
    def attributes(self) -> Mapping[str, str | None]:
        if not self._rest.strip():
            return {}
        found = (match for _, match in zip(range(_MAX_ATTRIBUTES), _ATTRIBUTE.finditer(self._rest), strict=False))
        return {m[1].lower(): _unescaped(m[2] or m[3] or m[4] or "") for m in found}


def _tag_by_tag(source: str, page: Listener, sheet: Sheet) -> None:
    """Not html.parser: on source with many unclosed comments or tags it is quadratic (CVE-2025-6069)."""
    hidden_in, depth = "", 0
    for end, tag, words in _tokens(source):
        if page.is_full:
            return
        if hidden_in:
            if tag is not None and tag.tag == hidden_in:
                depth += -1 if end else 1
                hidden_in = hidden_in if depth else ""
        elif tag is None:
            page.words(_unescaped(words))
        elif end:
            page.end(tag.tag)
        elif tag.tag not in _VOID and _is_hidden(tag, sheet):
            hidden_in, depth = tag.tag, 1
        else:
            page.start(tag.tag, tag.attributes)


def _tokens(source: str) -> Iterator[tuple[bool, _Tag | None, str]]:
    """(is it an end tag, tag or None for words, words)."""
    for found in _TOKEN.finditer(source):
        if found[2] and not found[1].strip("/"):
            yield found[1] == "/", _Tag(found[2], found[3]), ""
        elif not found[2] and not found.group().startswith("<!--"):
            yield False, None, found.group()
