"""How sure the From domain is: Authentication-Results of servers we believe (RFC 8601), and alignment (RFC 7489 3.1)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from authres import AuthenticationResult, AuthenticationResultsHeader, AuthResError
from publicsuffixlist import PublicSuffixList

from mailbot.core.border import written_by_us
from mailbot.core.message import Message
from mailbot.core.reading import Authentication, Own

_FIELD = "authentication-results"
_LONGEST = 8000
_PIECE = re.compile(r'\\.|[()";\\]|[^()";\\]+', re.DOTALL)
_RESULT = re.compile(r"\s*([a-z][a-z0-9-]*)(?:\s*/\s*\d+)?\s*=\s*([a-z]+)(?![^\s;])", re.IGNORECASE)
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PROPERTY = re.compile(
    rf'{_QUOTED}|(?<!\S)([a-z][a-z0-9-]*)\s*\.\s*([a-z][a-z0-9-]*)\s*=\s*((?:{_QUOTED}|[^\s"])+)', re.IGNORECASE | re.DOTALL
)
_SERVER = re.compile(r"\s*([^\s;=]+)(?:\s+\d+)?\s*")
_SAYS_FAIL = re.compile(r"\bdmarc\s*=\s*fail\b", re.IGNORECASE)
_NOT_FROM_THERE = frozenset({"fail", "hardfail", "softfail", "permerror"})
_DENIED = _NOT_FROM_THERE | {"policy"}
_NAMING = ("header.from", "header.d", "header.i")


@dataclass(frozen=True, slots=True)
class _Result:
    """One method's result, lower case. properties: `header.from` and so on. torn: it names two domains for one property."""

    method: str
    value: str
    properties: dict[str, str] = field(default_factory=dict)
    torn: bool = False


@dataclass(frozen=True, slots=True)
class _Field:
    """What one field says. doubtful: the sender's words in it may be read as the server's; never aligned."""

    results: list[_Result]
    doubtful: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """One field as it stands. server: who wrote it, by its own word; None where it names nobody. why: the named reason why it
    is believed or not. field: what it says, None where it is not believed."""

    value: str
    server: str | None
    why: str
    field: _Field | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What our servers found. level: of From's domain, which is that of the house, not of the person.

    sent_from_there: whether the machine that sent the mail may do so for From's domain (SPF, RFC 7208): False where it may
    not, or only another domain's allows it; None where nobody said, or the domain says nothing (`none`, `neutral`: RFC 7208
    8.2 has them treated alike).
    """

    level: Authentication
    sent_from_there: bool | None = None


def authentication(message: Message, from_domain: str, own: Own, *, signed: bool = False) -> Checked:
    """What the fields of our servers say of From's domain; and where they say nothing, whether its own signature does.

    signed: a DKIM signature that we verified ourselves vouches for it (`proof.signed.vouched`). It counts for nothing against a
    server of ours that found otherwise: that one saw the machine that sent the mail.

    Only the topmost field that we believe can vouch: the border server writes it above whatever the sender put in
    (RFC 8601 5). Those of ours next below it can but take away: a server may write one for each method.
    fail: DMARC failed, whatever the domain's policy asks for, or both SPF and DKIM did, or our field is too long to read.
    """
    fields = list(_believed(message, own))
    level = _level(fields, from_domain)
    if signed and level is Authentication.neutral and not any(_denies(one, from_domain) for f in fields for one in f.results):
        level = Authentication.aligned
    return Checked(level, _sent_from_there(fields, from_domain))


def _level(fields: Sequence[_Field], from_domain: str) -> Authentication:
    together = [result for found in fields for result in found.results]
    if _failed(together) or any(found.failed or _failed(found.results) for found in fields):
        return Authentication.fail
    if not fields or any(found.doubtful for found in fields) or _contradictory(together):
        return Authentication.neutral
    vouched = any(result.value == "pass" and _vouches(result, from_domain) for result in fields[0].results)
    return Authentication.aligned if vouched else Authentication.neutral


def _sent_from_there(fields: Sequence[_Field], from_domain: str) -> bool | None:
    results = [result for found in fields for result in found.results if result.method == "spf" and not _of_helo(result)]
    said = {result.value for result in results}
    if said & _NOT_FROM_THERE:
        return False
    if "pass" not in said or any(found.doubtful for found in fields):
        return None
    return any(_names(result.properties.get("smtp.mailfrom"), from_domain) for result in results if result.value == "pass")


def _of_helo(result: _Result) -> bool:
    """SPF of the name a server greeted with, which says nothing of the envelope's sender (RFC 7208 2.3)."""
    return "smtp.helo" in result.properties and "smtp.mailfrom" not in result.properties


def _names(mailfrom: str | None, domain: str) -> bool:
    """Whether SPF's `smtp.mailfrom`, an address or a domain, is of this domain; where it is left out Return-Path has to be."""
    return mailfrom is None or mailfrom.rpartition("@")[2].strip("<>").rstrip(".").lower() == domain


def _failed(results: list[_Result]) -> bool:
    failed = {result.method for result in results if result.value in ("fail", "hardfail")}
    failed -= {result.method for result in results if result.value == "pass" and result.method != "dmarc"}
    return "dmarc" in failed or {"spf", "dkim"} <= failed


def _contradictory(results: list[_Result]) -> bool:
    """A message has one From and so one DMARC result: two that differ, or a result with two domains, say that one is forged."""
    dmarc = {(r.value, r.properties.get("header.from", "").lower()) for r in results if r.method == "dmarc"}
    return len(dmarc) > 1 or any(result.torn for result in results)


def organisational(name: str) -> str:
    """The domain one registers: `example.org` of `mail.example.org`; the name itself where there is none."""
    return _suffixes().privatesuffix(name.lower()) or name.lower()


def _vouches(result: _Result, from_domain: str) -> bool:
    if result.method == "dmarc":
        return result.properties.get("header.from", from_domain).rstrip(".").lower() == from_domain
    signer = _signer(result)
    return result.method == "dkim" and bool(signer) and organisational(signer) == organisational(from_domain)


def _denies(result: _Result, from_domain: str) -> bool:
    """Whether it says that a signature of From's domain is not good; one that names no signer may mean that one."""
    if result.method not in {"dkim", "dmarc"} or result.value not in _DENIED:
        return False
    signer = _signer(result) if result.method == "dkim" else ""
    return not signer or organisational(signer) == organisational(from_domain)


def _signer(result: _Result) -> str:
    signer = result.properties.get("header.d") or result.properties.get("header.i", "").rpartition("@")[2]
    return signer.rstrip(".")


def weighed(message: Message, own: Own) -> Iterator[Weighed]:
    """Every Authentication-Results field from the top, and whether it is believed: the topmost of a server of ours and those
    of ours below it, up to another server's or the hop before.

    A field with our server's name counts where no sender can have written it (`border`). One without a server's name counts
    only where it is the topmost of all: Exchange Online writes one for every mail and renames those from outside.
    """
    fields = message.raw_headers
    if not message.first_raw(_FIELD):
        return
    ours = {known.casefold() for known in own.authserv_ids}
    reach = sum(1 for _ in written_by_us(fields, below_received=own.below_received))
    begun = over = False
    for n, (name, value) in enumerate(fields):
        over = over or (begun and name == "received") or (n >= reach and not own.topmost_without_id)
        if name != _FIELD:
            continue
        parts, sound = _split(value[:_LONGEST])
        server, rest = _server(parts)
        if over:
            yield Weighed(value, server, "below-our-part")
        elif own.topmost_without_id if server is None else server.casefold() in ours:
            begun = True
            found = _Field([], failed=True) if len(value) > _LONGEST else _read(value, rest, sound)
            yield Weighed(value, server, "ours", found)
        else:
            over = begun or own.topmost_without_id or server is None
            yield Weighed(value, server, "no-server-name" if server is None else "another-server")


def written_by(value: str) -> str | None:
    """Which server wrote this field, by its own word; '' where that cannot be read, None where it names nobody."""
    return _server(_split(value[:_LONGEST])[0])[0]


def _believed(message: Message, own: Own) -> Iterator[_Field]:
    return (one.field for one in weighed(message, own) if one.field is not None)


def _server(parts: list[str]) -> tuple[str | None, list[str]]:
    """The name of the server that wrote the field and what follows it; None for Exchange Online, which leaves it out."""
    if "=" in parts[0]:
        return None, parts
    found = _SERVER.fullmatch(parts[0])
    return (found[1].strip('"') if found else "", parts[1:])


def _read(value: str, parts: list[str], sound: bool) -> _Field:
    """What authres reads; where it gives up (a field without a server's name, stray words) what can be read by hand.

    A backslash is reason to doubt, whoever reads: the envelope's local part is the sender's to choose, and servers differ in
    how they quote it.
    """
    sound = sound and "\\" not in value
    try:
        read = AuthenticationResultsHeader.parse(f"Authentication-Results: {value}")
        results = [_result(r.method, r.result, _properties(r)) for r in read.results]
    except (AuthResError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        results = list(_by_hand(parts))
    return _Field(results, doubtful=not sound, failed=not sound and _SAYS_FAIL.search(value) is not None)


def _properties(result: AuthenticationResult) -> list[tuple[str, str]]:
    return [(f"{found.type}.{found.name}".lower(), str(found.value)) for found in result.properties]


def _result(method: object, value: object, properties: list[tuple[str, str]]) -> _Result:
    naming = {(name, said.lower()) for name, said in properties if name in _NAMING}
    torn = len(naming) > len({name for name, _ in naming})
    return _Result(str(method).lower(), str(value).lower(), dict(properties), torn)


def _by_hand(parts: list[str]) -> Iterator[_Result]:
    for part in parts:
        if found := _RESULT.match(part):
            pairs = _PROPERTY.finditer(part, found.end())
            yield _result(found[1], found[2], [(f"{p[1]}.{p[2]}".lower(), p[3].strip('"')) for p in pairs if p[1]])


def _split(value: str) -> tuple[list[str], bool]:
    """What stands between semicolons, without comments, quoted strings whole; and whether all that opens is closed.

    Comments nest. A quote is nothing in a comment, but an odd one there is a quoted local part that ended the comment.
    """
    parts: list[list[str]] = [[]]
    depth, quoted, odd, sound = 0, False, False, True
    for piece in _PIECE.findall(value):
        if depth:
            depth += (piece == "(") - (piece == ")")
            odd ^= piece == '"'
            sound = sound and (depth > 0 or not odd)
        elif quoted:
            parts[-1].append(piece)
            quoted = piece != '"'
        elif piece == "(":
            depth, odd = 1, False
            parts[-1].append(" ")
        elif piece == ";":
            parts.append([])
        else:
            parts[-1].append(piece)
            quoted = piece == '"'
            sound = sound and piece != ")"
    return ["".join(" " if piece.isspace() else piece for piece in part) for part in parts], sound and not depth and not quoted


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
