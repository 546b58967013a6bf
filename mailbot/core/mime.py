"""The parts of a mail, made ready for mail-parser, so that what it is known to get wrong cannot happen.

mail-parser finds the structure, decodes transfer encodings, and tells bodies from attachments. Before it reads the tree:

- a message inside the mail is closed: an attachment, so that its words are not mixed with the sender's (nor lost, in base64)
- of alternatives the best one is kept; HTML that is the only body is turned into lines
- text is decoded by an allow-list of charsets, unflowed (RFC 3676) and neutralised; it goes on as UTF-8
- files get one clean name each; without one mail-parser would make up a random name, and would hand on paths and NULs
- header fields that it does not need are left out: it normalises them, which takes minutes on piled-up combining marks

Lengths are looked at on the octets, before a text is decoded, and again before it is copied: a character takes up to four times
the memory of its octet, and there may be 18 million of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import NamedTuple

from mailparser.utils import mime_header_view

from mailbot.core import charset, clean, flowed, header, look, markup, scan
from mailbot.core.look import Looks
from mailbot.core.page import Shown

_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")
_ANY_TYPE = "application/octet-stream"
MAX_TEXT = 1_000_000
"""Characters of text that are read: a long book. What is longer is no reply, and a person looks at it."""
MAX_LINES = 20_000
_MAX_HTML = 1_000_000  # characters of one mail, all bodies together: a second of the slowest kind
_MOST_OCTETS = 4  # of one character, in the charsets that we read
_BODY_TYPES = ("text/plain", "text/html")
_LONGEST_NAME = 150
_STUB = re.compile(r"\bhtml\b", re.IGNORECASE)  # "please use a mail client that shows HTML"
_LONGEST_STUB = 300
_FOR_MAIL_PARSER = frozenset({"from", "content-type", "content-transfer-encoding", "content-disposition", "content-id"})
_LONGEST_FROM = 2000
_WORD = re.compile(r"\w+")
_WORDS_OF_A_CLIENT = 6  # in one alternative alone: numbers of a list, marks of a picture


class Part(Message):
    """One part; a message inside it stays closed: the parser and mail-parser see octets where it says `message/…`."""

    def get_content_type(self) -> str:
        declared = super().get_content_type()
        return _ANY_TYPE if declared.startswith("message/") else declared

    @property
    def declared_type(self) -> str:
        """What the sender says it is, lower case and of a fixed form."""
        declared = super().get_content_type()
        return declared if _TYPE.fullmatch(declared) else _ANY_TYPE

    def leaves(self) -> list["Part"]:
        """The parts that have no parts, in order."""
        return [part for part in self.walk() if not part.is_multipart()]

    def octets(self) -> bytes:
        """The decoded content of a leaf."""
        content = self.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""


class File(NamedTuple):
    """What is declared of a file. charset: of a text; one that says none was saved where the mail was written."""

    type: str
    disposition: str
    charset: str


@dataclass(slots=True)
class Prepared:
    """tree: for mail-parser. files: in order. html: all HTML bodies as they came.
    looks: of the bodies that are read: each text and how its lines look.
    charset_untrue: some text was not in the charset it was labelled with. broken: parts could not be told apart as declared.
    cut: some HTML was too long to be read to its end."""

    tree: Part
    files: list[File] = field(default_factory=list)
    html: str = ""
    text_from_html: bool = False
    looks: list[Shown] = field(default_factory=list)
    charset_untrue: bool = False
    broken: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Body:
    part: Part
    text: str
    html: str
    charset: str
    charset_true: bool
    cut: bool = False
    looks: Looks = field(default_factory=dict)
    too_long: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether a person finds something to read, and not only the advice to look at the HTML."""
        if self.too_long:
            return True
        words = self.text.strip()
        return any(c.isalnum() for c in words) and not (len(words) < _LONGEST_STUB and not self.html and _STUB.search(words))


def prepare(tree: Part, *, plain: bool = False) -> Prepared:
    """A tree made ready as said above; the parts below its top are changed in place. Raises scan.TooMuch.

    plain: HTML is read tag by tag, without the library that builds trees.
    """
    tree = _bare(tree)
    every: list[_Body] = []
    chosen = _bodies(tree, every, plain=plain) or _bodies(tree, every, plain=plain, named=True)[:1]
    _check_length(chosen)
    prepared = Prepared(
        tree,
        html="\n".join(body.html for body in every if body.html),
        text_from_html=any(body.html for body in chosen) and not any(body.is_usable and not body.html for body in chosen),
        looks=[Shown(body.text, body.looks) for body in chosen if body.looks],
        charset_untrue=not all(body.charset_true for body in chosen),
        broken=any(part.defects for part in tree.walk()),
        cut=any(body.cut for body in chosen),
    )
    for part in tree.walk():
        part.defects = []  # mail-parser would look for lost parts in an epilogue that may not be there
        if part.is_multipart():
            del part["content-disposition"]  # else mail-parser takes all of it for one attachment, and its parts for others
    texts = {id(body.part): "" for body in every} | {id(body.part): body.text for body in chosen}
    written_in = next((body.charset for body in every if body.charset), "")
    for number, leaf in enumerate(tree.leaves(), 1):
        if id(leaf) in texts:
            _set_text(leaf, texts[id(leaf)])
        else:
            declared = parameters(leaf).get("charset") or written_in
            prepared.files.append(File(leaf.declared_type, leaf.get_content_disposition() or "", declared))
            _set_file(leaf, file_name(leaf) or f"part-{number}")
    return prepared


def file_name(part: Message) -> str:
    """The name the sender gave a file, on one line and without a path. For display only."""
    if "content-disposition" not in part and "name" not in str(part["content-type"]).lower():
        return ""
    try:
        name = header.decoded(clean.line(mime_header_view(part)[0].get_filename("") or ""))
    except (LookupError, UnicodeError, ValueError):  # a charset parameter that is none
        return ""
    return short_name(name)


def short_name(name: str) -> str:
    """A name as it is shown: on one line, without a path, its end if it is long."""
    return re.split(r"[/\\]", clean.line(name))[-1].replace("\ufffd", "_")[-_LONGEST_NAME:].strip(". ")


def parameters(part: Part) -> dict[str, str]:
    """The parameters of Content-Type, whatever form they have (RFC 2231), names in lower case; of two the first counts."""
    try:
        found: Sequence[tuple[str, str | tuple[str, str, str]]] = part.get_params() or []
    except (LookupError, UnicodeError, ValueError):  # a charset inside a parameter that is none
        return {}
    said = ((clean.line(name).lower(), value[2] if isinstance(value, tuple) else value) for name, value in reversed(found))
    return {name: clean.line(str(value)) for name, value in said if value}


def _bodies(part: Part, every: list[_Body], *, plain: bool, named: bool = False) -> list[_Body]:
    """The bodies to read, in order; `every` also collects those that lost against an alternative."""
    if not part.is_multipart():
        if not _is_body(part, named=named):
            return []
        body = _body(part, _MAX_HTML - sum(len(body.html) for body in every), plain=plain)
        every.append(body)
        return [body]
    children = [child for child in part.get_payload() if isinstance(child, Part)]
    kind = part.get_content_subtype()
    if kind == "related":
        return _bodies(children[0], every, plain=plain, named=named) if children else []
    below = [_bodies(child, every, plain=plain, named=named) for child in children]
    return _best(below) if kind == "alternative" else [body for bodies in below for body in bodies]


def _best(alternatives: list[list[_Body]]) -> list[_Body]:
    """The first that is plain and usable, else the first that is usable, else the last: the richest (RFC 2046 5.1.4).

    Plain text is what the client itself made of the words, so it is safer: nothing hides in it. HTML is read in its place only
    where it says more (`answers in red`, words struck through, a table) in the same words: what a person saw, and nothing else.
    """
    filled = [bodies for bodies in alternatives if bodies]
    usable = [bodies for bodies in filled if any(body.is_usable for body in bodies)]
    plain = [bodies for bodies in usable if not any(body.html for body in bodies)]
    telling = [bodies for bodies in usable if any(look.tells_more(body.text, body.looks) for body in bodies)]
    if plain and telling and _same_words(plain[0], telling[0]):
        return telling[0]
    return (plain or usable or filled[-1:] or [[]])[0]


def _same_words(plain: list[_Body], rich: list[_Body]) -> bool:
    """Whether hardly a word stands in one of the two alone; clients spell out links and pictures in the plain one."""
    one, other = (Counter(word for body in bodies for word in _WORD.findall(body.text)) for bodies in (plain, rich))
    apart = max((one - other).total(), (other - one).total())
    return apart <= max(one.total(), other.total()) // 10 + _WORDS_OF_A_CLIENT


def _is_body(part: Part, *, named: bool) -> bool:
    """A multipart that is a leaf has no boundary to be found: its whole content is text."""
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment" or (kind not in _BODY_TYPES and not kind.startswith("multipart/")):
        return False
    return named or not file_name(part)


def _check_length(bodies: list[_Body]) -> None:
    length, lines = sum(len(body.text) for body in bodies), sum(body.text.count("\n") for body in bodies)
    if length > MAX_TEXT or lines > MAX_LINES or any(body.too_long for body in bodies):
        raise scan.TooMuch("text-too-long", f"at most {MAX_TEXT} characters and {MAX_LINES} lines are read")


def _body(part: Part, html_left: int, *, plain: bool) -> _Body:
    if part.get_content_type() == "text/html":
        return _html_body(part, html_left, plain=plain)
    octets, said = part.octets(), parameters(part)
    declared = said.get("charset", "")
    if len(octets) > _MOST_OCTETS * MAX_TEXT:
        return _Body(part, "", "", declared, True, too_long=True)
    text, is_true = charset.decode(octets, declared)
    if len(text) > MAX_TEXT:
        return _Body(part, "", "", declared, is_true, too_long=True)
    text = clean.text(text.removeprefix("\ufeff"))
    if said.get("format", "").lower() == "flowed":
        text = flowed.unflow(text, delsp=said.get("delsp", "").lower() == "yes")
    return _Body(part, text, "", declared, is_true)


def _html_body(part: Part, left: int, *, plain: bool) -> _Body:
    """left: how many characters of HTML may still be read."""
    octets = markup.without_pictures(part.octets())
    most = _MOST_OCTETS * left
    cut = len(octets) > most
    if cut:  # before a tag: its first octet is never half of a character, but in UTF-16 and UTF-32
        octets = octets[: max(octets.rfind(b"<", 0, most), 0) or most]
    declared = parameters(part).get("charset", "")
    text, is_true = charset.decode(octets, declared)
    html = clean.text(text[:left].removeprefix("\ufeff"))
    shown, looks = markup.shown(html, plain=plain)
    return _Body(part, shown, html or " ", declared, is_true, cut=cut or len(text) > left, looks=looks)


def _bare(tree: Part) -> Part:
    """The same tree, its top without the fields that mail-parser does not need, and without a From that nobody writes."""
    bare = Part()
    bare.defects = tree.defects
    for name, value in tree.raw_items():
        kind = name.lower()
        if kind in _FOR_MAIL_PARSER and (kind != "from" or len(str(value)) <= _LONGEST_FROM):
            bare.set_raw(name, value)
    if tree.is_multipart():
        bare.set_payload(tree.get_payload())
    else:
        del bare["content-transfer-encoding"]
        bare.set_payload(tree.octets().decode("ascii", "surrogateescape"))
    return bare


def _set_text(part: Part, text: str) -> None:
    for name in ("content-type", "content-transfer-encoding", "content-disposition", "content-id"):
        del part[name]
    part["Content-Type"] = "text/plain; charset=utf-8"
    part["Content-Transfer-Encoding"] = "8bit"
    part.set_payload(text.encode("utf-8").decode("ascii", "surrogateescape"))


def _set_file(part: Part, name: str) -> None:
    for field_name in ("content-type", "content-disposition", "content-id"):
        del part[field_name]
    part["Content-Type"] = _ANY_TYPE
    part["Content-Disposition"] = "attachment"
    part.set_param("filename", name, header="Content-Disposition", charset="utf-8")
