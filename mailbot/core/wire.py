"""Headers, bodies and files to the exact bytes of a mail, which are read back and compared before anyone may send them.

Python before 3.13 decodes an encoded word in a value it is given, and writes the line break that was hidden in it onto the wire
as a header of its own (CVE-2024-6923, CVE-2026-1299). So values that came by mail pass strict patterns first, and `seal` then
believes nothing of what was written: only what can be read from the finished bytes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.header import Header, decode_header
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart

from mailbot.errors import UnsafeToSend

Headers = Sequence[tuple[str, str]]
"""Names and values in order, values decoded and on one line."""

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_LABEL}(?:\.{_LABEL})*)")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
_LONGEST_ID = 250
_LONGEST_LINE = 998  # RFC 5322 2.1.1


_PART = re.compile(
    r"(?P<type>[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,79}) (?P<name>[A-Za-z0-9][A-Za-z0-9_-]{0,79}(?:\.[A-Za-z0-9]{1,10}){1,2})"
    r" (?P<cid>[A-Za-z0-9._-]{1,64}(?:@[A-Za-z0-9.-]{1,100})?)? (?P<method>[A-Z]{1,20})?"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A file that goes along with a letter. type: such as `image/png`; text is UTF-8. name: of the file, ours and ASCII.

    cid: of a picture that the HTML shows at `cid:…`, without angle brackets (RFC 2392); None: attached. method: of a calendar
    file (RFC 6047 2.4), such as `REQUEST`; else None.
    """

    content: bytes
    type: str
    name: str
    cid: str | None = None
    method: str | None = None


class _AsItIs:
    """A value that is on the wire as it is given: never decoded, never re-encoded, folded only between its words.

    Python's own headers decode what they are given, turn long identifiers into encoded words, and lose words of names.
    """

    max_count = 1

    @classmethod
    def parse(cls, value: str, kwds: dict[str, object]) -> None:
        kwds["parse_tree"], kwds["decoded"] = None, value

    def fold(self, *, policy: policy.Policy) -> str:
        name: str = self.name  # type: ignore[attr-defined]
        line = f"{name}: {self}"
        folded = line if len(line) <= 78 else f"{name}: " + f"{policy.linesep} ".join(str(self).split())
        return folded + policy.linesep


_HEADERS = HeaderRegistry()
for _name in ("message-id", "in-reply-to", "references", "x-mailbot-loop", "from", "to", "reply-to"):
    _HEADERS.map_to_type(_name, _AsItIs)  # type: ignore[arg-type]  # it takes the mixin and adds BaseHeader itself
_WRITING = policy.SMTP.clone(header_factory=_HEADERS, cte_type="7bit")


def mailable(address: str) -> tuple[str | None, str]:
    """An address to which a letter can go, its domain as A-label and in lower case; or None and the named reason why not.

    Nothing is guessed: a local part beyond ASCII needs SMTPUTF8 on the whole way (RFC 6531) and has no other spelling.
    """
    local, at, domain = address.rpartition("@")
    if not at or len(address) > 254 or len(local) > 64:
        return None, "no-address"
    if not local.isascii():
        return None, "local-part-not-ascii"
    try:
        whole = f"{local}@{_a_label(domain)}"
    except UnicodeError:
        return None, "domain-not-valid"
    if not _ADDRESS.fullmatch(whole) or "=?" in whole or len(whole) > 254:
        return None, "no-address"
    return whole, ""


def named(name: str, address: str) -> str:
    """Name and address as they stand in a From field (RFC 5322 3.4). The name is ours, on one line; '' for none."""
    if not name:
        return address
    if not name.isascii() or "=?" in name:
        name = " ".join(Header(name, "utf-8", maxlinelen=75).encode().split())
    elif not re.fullmatch(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+", name):
        name = '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return f"{name} <{address}>"


def _a_label(domain: str) -> str:
    if domain.isascii():
        return domain.lower()
    label = domain.encode("idna").decode().lower()
    if label.encode().decode("idna") != domain.lower():
        raise UnicodeError("IDNA 2003 would write ß as ss, which is somebody else's domain")
    return label


def message_ids(candidates: Sequence[str]) -> list[str]:
    """Those that are Message-IDs beyond doubt, in order, none twice. Over-long ones and encoded words are left out."""
    good = (c for c in candidates if len(c) <= _LONGEST_ID and "=?" not in c and _MESSAGE_ID.fullmatch(c))
    return list(dict.fromkeys(good))


def threading(message_id: str | None, references: Sequence[str]) -> list[tuple[str, str]]:
    """In-Reply-To and References of an answer (RFC 5322 3.6.4): of a long thread the first identifier and the last ten."""
    parent = message_ids([message_id or ""])
    if not parent:
        return []
    thread = [i for i in message_ids(references) if i != parent[0]] + parent
    if len(thread) > 11:
        thread = [thread[0], *thread[-10:]]
    return [("In-Reply-To", parent[0]), ("References", " ".join(thread))]


def compose(headers: Headers, text: str, html: str | None, boundary: str, parts: Sequence[Part] = ()) -> bytes:
    """The finished mail: 7-bit, CRLF, sealed. boundary: nothing that a submitter could have known, or random.

    With parts: mixed { related { alternative { text, HTML, calendar }, pictures }, attachments }, each where it is needed. One
    calendar file alone stands among the alternatives, where calendar programs look (RFC 6047 2.5), and is attached as well.
    """
    layers: list[_Layer] = []
    message = EmailMessage(policy=_WRITING)
    try:
        body = _body(text, html, boundary, parts, layers)
        content = [header for header in headers if header[0].startswith("Content-")]
        plain = [header for header in headers if header not in content]
        _put(message, [*plain, ("MIME-Version", "1.0"), *body.items(), *content])
        message.set_payload(body.get_payload())
        raw = message.as_bytes()
    except (ValueError, LookupError) as error:  # a line break in a value, a header twice
        raise UnsafeToSend(f"the letter could not be written: {type(error).__name__}") from error
    for layer in layers:
        _held_apart(raw, layer)
    return seal(raw, [*headers, ("MIME-Version", "1.0"), *_content(body, layers[-1] if layers else None)])


@dataclass(frozen=True, slots=True)
class _Layer:
    """A multipart as intended. value: of its Content-Type. count: of the parts in it."""

    value: str
    boundary: str
    count: int


def _body(text: str, html: str | None, boundary: str, parts: Sequence[Part], layers: list[_Layer]) -> MIMEPart:
    """Text alone, or the outermost multipart. layers: gets each that is made, from within."""
    _only_ours(parts)
    calendars = [part for part in parts if part.method is not None]
    calendar = calendars[0] if len(calendars) == 1 else None
    inner = [_words(text, "plain")]
    inner += [_words(html, "html")] if html is not None else []
    inner += [_words(calendar.content.decode(), "calendar", method=calendar.method)] if calendar is not None else []
    body = _around("alternative", boundary, inner, layers)
    shown = [_file(part, part.type) for part in parts if part.cid is not None]
    body = _around("related", f"related-{boundary}", [body, *shown], layers, root=body.get_content_type())  # RFC 2387 3.1
    # Where it is among the alternatives too, no calendar program is to find a second invitation.
    attached = [_file(part, "application/ics" if part is calendar else part.type) for part in parts if part.cid is None]
    return _around("mixed", f"mixed-{boundary}", [body, *attached], layers)


def _only_ours(parts: Sequence[Part]) -> None:
    for part in parts:
        if not _PART.fullmatch(f"{part.type} {part.name} {part.cid or ''} {part.method or ''}"):
            raise UnsafeToSend("the letter has a part whose type or name is not one of ours")


def _around(kind: str, boundary: str, inner: Sequence[MIMEPart], layers: list[_Layer], root: str = "") -> MIMEPart:
    """A multipart with these in it; of one that is alone, itself. Python has none that is related around alternatives."""
    if len(inner) == 1:
        return inner[0]
    value = f'multipart/{kind}; boundary="{boundary}"' + (f'; type="{root}"' if root else "")
    layers.append(_Layer(value, boundary, len(inner)))
    whole = MIMEPart(policy=_WRITING)
    whole["Content-Type"] = value
    whole.set_payload(list(inner))
    return whole


def _words(text: str, subtype: str, **said: str | None) -> MIMEPart:
    part = MIMEPart(policy=_WRITING)
    part.set_content(text, subtype=subtype, cte=_shorter(text), params=said)
    return part


def _file(file: Part, kind: str) -> MIMEPart:
    """kind: its Content-Type."""
    part = MIMEPart(policy=_WRITING)
    main, _, sub = kind.partition("/")
    said = {"charset": "utf-8"} if main == "text" else {}
    said |= {"method": file.method} if file.method is not None else {}
    cid, disposition = (f"<{file.cid}>", "inline") if file.cid is not None else (None, "attachment")
    part.set_content(file.content, main, sub, filename=file.name, disposition=disposition, cid=cid, params=said)
    return part


def _held_apart(raw: bytes, layer: _Layer) -> None:
    """Nothing inside a part can be taken for the border between two: the borders are as many as there are parts."""
    border = f"\r\n--{layer.boundary}".encode()
    if raw.count(border) != layer.count + 1 or raw.count(border + b"--\r\n") != 1:
        raise UnsafeToSend("the finished letter has other parts than were intended")


def _shorter(content: str) -> str | None:
    """The transfer encoding that makes it shorter; None for ASCII, which needs none. Python asks the first ten lines only, and
    those of our HTML are English: a Greek letter would come out twice as long."""
    octets = content.encode()
    escaped = len(octets) - len(content.encode("ascii", "ignore"))  # three characters each; base64 takes four for any three
    if not escaped:
        return None
    return "base64" if 6 * escaped > len(octets) else "quoted-printable"


def _put(message: EmailMessage, headers: Headers) -> None:
    for name, value in headers:
        message[name] = value


def _content(body: MIMEPart, outermost: _Layer | None) -> Headers:
    if outermost is not None:
        return [("Content-Type", outermost.value)]
    encoding = str(body["Content-Transfer-Encoding"])
    return [("Content-Type", 'text/plain; charset="utf-8"'), ("Content-Transfer-Encoding", encoding)]


def seal(raw: bytes, intended: Headers) -> bytes:
    """`raw` itself, once it is sure that it says what was intended and nothing else; else UnsafeToSend, which names no values.

    Read back line by line and not by Python's parser: that one is kind, and shows `To: a@x` where `To: a@x<fold>b@x` stands.
    """
    written = re.findall(r"(?m)^([A-Za-z-]+):[ ]?(.*(?:\r\n[ \t].*)*)\r$", _head(raw) + "\r\n")
    if sorted(name.lower() for name, _ in written) != sorted(name.lower() for name, _ in intended):
        raise UnsafeToSend("the finished letter has other headers than were intended")
    values = {name.lower(): value for name, value in written}
    for name, value in intended:
        if _shown(values[name.lower()]) != _shown(value):
            raise UnsafeToSend(f"the finished letter has another {name} than was intended")
    return raw


def still_sealed(raw: bytes, recipient: str, message_id: str) -> None:
    """The last look before sending, at bytes that came back from a database: whole lines, this recipient, this identifier."""
    head = _head(raw) + "\r\n"
    if re.findall(r"(?im)^(?:resent-)?(?:to|cc|bcc):[ \t]*(.*(?:\r\n[ \t].*)*)\r$", head) != [recipient]:
        raise UnsafeToSend("the letter names other recipients than the one it is for")
    if re.findall(r"(?im)^message-id:[ \t]*(.*(?:\r\n[ \t].*)*)\r$", head) != [message_id]:
        raise UnsafeToSend("the letter has another Message-ID than is recorded")


def _head(raw: bytes) -> str:
    """The header, sound in every line. CRLF is the only line end (a lone CR or LF smuggles commands past some servers), and
    all of the mail is 7-bit."""
    ends = {raw.count(end) for end in (b"\r\n", b"\r", b"\n")}  # counted: a pattern takes seconds for a letter with files
    if len(ends) > 1 or b"\0" in raw or not raw.isascii() or not raw.endswith(b"\r\n"):
        raise UnsafeToSend("the finished letter has a broken line end, a NUL or an octet above 127")
    if any(len(line) > _LONGEST_LINE for line in raw.split(b"\r\n")):
        raise UnsafeToSend("the finished letter has a line that is too long")
    head = raw.partition(b"\r\n\r\n")[0]
    # A value may begin on the next line: so it is written when it fits into one line only without the name.
    if not all(re.match(rb"[A-Za-z-]+:(?: \S|$)|[ \t]+\S", line) for line in head.split(b"\r\n")):
        raise UnsafeToSend("the finished letter has a header line that is none")
    return head.decode("ascii")


def _shown(value: str) -> str:
    """All the characters that people and programs would see, encoded words decoded; where lines were folded does not matter."""
    pieces = decode_header(value.replace("\r\n", ""))
    text = "".join(
        piece.decode(charset or "ascii", "replace") if isinstance(piece, bytes) else piece for piece, charset in pieces
    )
    return re.sub(r"[ \t]+", "", text)
