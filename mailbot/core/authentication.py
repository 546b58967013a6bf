"""How sure the From domain is: Authentication-Results of servers we believe (RFC 8601), and alignment (RFC 7489 3.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from authres import AuthenticationResult, AuthenticationResultsHeader, AuthResError
from publicsuffixlist import PublicSuffixList

from mailbot.core.message import Message
from mailbot.core.reading import Authentication, Own

_FIELD = "authentication-results"
_LONGEST = 8000
_COMMENT_OR_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\\.|[()]|[^()"\\]+|"', re.DOTALL)
_RESULT = re.compile(r"\s*([a-z][a-z0-9-]*)(?:\s*/\s*\d+)?\s*=\s*([a-z]+)(?![^\s;])", re.IGNORECASE)
_PROPERTY = re.compile(r"([a-z][a-z0-9-]*)\s*\.\s*([a-z][a-z0-9-]*)\s*=\s*(\"[^\"]*\"|[^\s;\"]+)", re.IGNORECASE)
_SERVER = re.compile(r"\s*([^\s;=]+)(?:\s+\d+)?\s*")


@dataclass(frozen=True, slots=True)
class _Result:
    """One method's result, lower case. properties: `header.from` and so on."""

    method: str
    value: str
    properties: dict[str, str] = field(default_factory=dict)


def authentication(message: Message, from_domain: str, own: Own) -> Authentication:
    """The level of From's domain, which is that of the house, not of the person.

    Only the topmost field that we believe counts: the border server writes it above whatever the sender put in (RFC 8601 5).
    fail: DMARC failed, whatever the domain's policy asks for, or both SPF and DKIM did.
    """
    results = _believed(message, own)
    passed = [result for result in results if result.value == "pass"]
    failed = {result.method for result in results if result.value in ("fail", "hardfail")}
    failed -= {result.method for result in passed if result.method != "dmarc"}
    if "dmarc" in failed or {"spf", "dkim"} <= failed:
        return Authentication.fail
    return Authentication.aligned if any(_vouches(result, from_domain) for result in passed) else Authentication.neutral


def organisational(name: str) -> str:
    """The domain one registers: `example.org` of `mail.example.org`; the name itself where there is none."""
    return _suffixes().privatesuffix(name.lower()) or name.lower()


def _vouches(result: _Result, from_domain: str) -> bool:
    if result.method == "dmarc":
        return result.properties.get("header.from", from_domain).rstrip(".").lower() == from_domain
    if result.method != "dkim":
        return False
    signer = result.properties.get("header.d") or result.properties.get("header.i", "").rpartition("@")[2]
    return bool(signer) and organisational(signer.rstrip(".")) == organisational(from_domain)


def _believed(message: Message, own: Own) -> list[_Result]:
    """The results of the topmost field of a server of ours; a field without a name only where it is the topmost of all."""
    for name, value in message.raw_headers:
        if name != _FIELD:
            continue
        if len(value) > _LONGEST:
            return []
        server, rest = _server(value)
        if server is None:
            return _results(value, rest) if own.topmost_without_id else []
        if server.casefold() in {known.casefold() for known in own.authserv_ids}:
            return _results(value, rest)
        if own.topmost_without_id:
            return []
    return []


def _server(value: str) -> tuple[str | None, str]:
    """The name of the server that wrote the field and what follows it; None for Exchange Online, which leaves it out."""
    plain = _without_comments(value)
    first, _, rest = plain.partition(";")
    if "=" in first:
        return None, plain
    found = _SERVER.fullmatch(first)
    return (found[1].strip('"') if found else "", rest)


def _results(value: str, plain: str) -> list[_Result]:
    """What authres reads; where it gives up (a field without a server's name, stray words) what can be read by hand."""
    try:
        read = AuthenticationResultsHeader.parse(f"Authentication-Results: {value}")
    except (AuthResError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return list(_by_hand(plain))
    return [_Result(str(r.method).lower(), str(r.result).lower(), _properties(r)) for r in read.results]


def _properties(result: AuthenticationResult) -> dict[str, str]:
    return {f"{found.type}.{found.name}".lower(): str(found.value) for found in result.properties}


def _by_hand(plain: str) -> Iterator[_Result]:
    for part in _split(plain):
        if found := _RESULT.match(part):
            properties = {f"{p[1]}.{p[2]}".lower(): p[3].strip('"') for p in _PROPERTY.finditer(part, found.end())}
            yield _Result(found[1].lower(), found[2].lower(), properties)


def _split(plain: str) -> list[str]:
    """At semicolons outside of quotes."""
    return re.findall(r'(?:"[^"]*"|[^;"])+', plain)


def _without_comments(value: str) -> str:
    """Comments nest; what is in quotes is none. An unclosed one goes to the end."""
    depth = 0
    out: list[str] = []
    for piece in (found.group() for found in _COMMENT_OR_QUOTED.finditer(value)):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif not depth:
            out.append(piece.replace("\\", "") if piece.startswith('"') else piece)
    return "".join(out)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
