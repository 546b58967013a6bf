"""Editing: a letter of ours with other words in it; headers, files, looks and thread stay. Only for bytes that we wrote."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html import unescape

from mailbot.core import plain, tokens
from mailbot.core.call import Call
from mailbot.core.dress import Dress, layout
from mailbot.core.letter import Letter
from mailbot.core.reread import reread
from mailbot.core.templates import Templates
from mailbot.core.wire import Headers, Part, compose

LONGEST = 20_000
"""Characters of a letter that a person has edited: beyond it mail programs begin to cut."""
_PAGE = re.compile(r'<a href="(https?:[^"]+)">')  # where the letter can be answered on the web, its one such link
_WRITTEN_ANEW = frozenset({"mime-version", "content-type", "content-transfer-encoding"})
_DECODED = frozenset({"subject"})  # `compose` encodes it; addresses are kept as they stand on the wire


def lost(letter: Letter, text: str) -> tuple[str, ...]:
    """What a letter cannot do without and an edited text does not hold: its code, by which the answer is known, and its
    reference."""
    before = reread(letter.raw)[1]
    wanted = (*tokens.found(before), *([letter.about] if letter.about and letter.about in before else []))
    return tuple(word for word in wanted if word not in text)


def edited(letter: Letter, text: str, call: Call, templates: Templates) -> bytes:
    """The letter with this text, and the same in HTML. call: the one it is about. Raises UnsafeToSend where it cannot be
    written."""
    message: EmailMessage = message_from_bytes(letter.raw, policy=policy.default)
    headers, subject = _headers(letter.raw), str(message["Subject"])
    blocks = plain.parse(_unwrapped(plain.neutral(text)))
    html = None
    before = message.get_body(preferencelist=("html",))
    if before is not None:
        page = _PAGE.search(str(before.get_content()))
        dress = Dress(letter.language, call.language, call.contacts[0].address, page=unescape(page[1]) if page else "")
        html = templates.html(layout(dress, subject, blocks))
    return compose(headers, plain.to_text(blocks), html, _boundary(message), list(_files(message)))


def _headers(raw: bytes) -> Headers:
    """As they were given to `compose`; what it adds itself is left out."""
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii") + "\r\n"
    written = re.findall(r"(?m)^([A-Za-z-]+):[ ]?(.*(?:\r\n[ \t].*)*)\r$", head)
    return [
        (name, _decoded(value) if name.lower() in _DECODED else " ".join(value.split()))
        for name, value in written
        if name.lower() not in _WRITTEN_ANEW
    ]


def _decoded(value: str) -> str:
    return str(make_header(decode_header(value.replace("\r\n", ""))))


def _boundary(message: EmailMessage) -> str:
    """That of the innermost multipart, of which all others are made; see `wire.compose`."""
    alternatives = [part.get_boundary() for part in message.walk() if part.get_content_type() == "multipart/alternative"]
    return str(alternatives[0] or "") if alternatives else ""


def _files(message: EmailMessage) -> Iterator[Part]:
    """What goes along, each once: the calendar that stands among the alternatives too is attached as well."""
    for part in message.walk():
        name, content = part.get_filename(), part.get_payload(decode=True)
        if name is None or not isinstance(content, bytes):
            continue
        kind = "text/calendar" if part.get_content_type() == "application/ics" else part.get_content_type()
        method, cid = part.get_param("method"), str(part["Content-ID"] or "").strip("<>")
        yield Part(content, kind, name, cid or None, str(method) if method else None)


def _unwrapped(text: str) -> str:
    """Items of lists and questions that our text part has wrapped are one line again, as templates have them."""
    lines: list[str] = []
    for line in text.expandtabs(4).split("\n"):
        indent = len(line) - len(line.lstrip())
        above = lines[-1] if lines else ""
        if 0 < indent < 4 and re.match(r"- |\d+\. ", above):
            lines[-1] = f"{above} {line.strip()}"
        else:
            lines.append(line.rstrip())
    return "\n".join(lines)
