"""Signed: DKIM signatures (RFC 6376) verified again, with key records that somebody has asked the DNS for.

A key is taken out of the DNS some day, and a reading must be the same for ever: signatures are verified once, when the mail is
taken, and what came of it is kept and handed to each reading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from mailbot.core import address as addresses
from mailbot.core.authentication import organisational
from mailbot.core.clean import line

MOST = 10
"""Signatures of one mail that are looked at."""

_LONGEST_HEADER = 200_000  # octets; the library takes time by the square of it
_LONGEST_FIELD = 8_000  # octets of one signature
_LONGEST_KEY = 2_000  # octets of a key record: 8,192 bits have 1,400
_LEAST_BITS = 1024
_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]{0,120}[A-Za-z0-9_])?")
_BODY = re.compile(rb"\n\r?\n")
_BARE_CR = re.compile(rb"\r(?!\n|\Z)")
_READ = (b"from", b"subject")  # fields that are read, and so have to be signed where they are there
_EPOCH = re.compile(rb"\d{1,11}")

Tags = dict[bytes, bytes]


class Verdict(StrEnum):
    """passed: header fields and body are as the domain signed them. failed: they are not. not_checked: nobody can tell."""

    passed = "pass"
    failed = "fail"
    not_checked = "not checked"


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What the DNS said of a signer's key. record: the TXT record; None where there is none, for the named reason `why`.
    asked_at: aware, UTC; None where nobody asked."""

    name: str
    record: bytes | None
    why: str = ""
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One DKIM-Signature field.

    why: the named reason of the verdict. aligned: it passed, for the subject and all of the body, and its domain is that of
    From (RFC 7489 3.1). signed_at, expires_at: what the signer says, UTC. fields: the signed ones, lower case. key: the record
    it was checked with, None where there was none. bits: of that key, 0 where unknown. address: the one From address of the
    header as it was checked; None where there is none beyond doubt.
    """

    domain: str
    selector: str
    algorithm: str
    verdict: Verdict
    why: str
    aligned: bool = False
    signed_at: datetime | None = None
    expires_at: datetime | None = None
    fields: tuple[str, ...] = ()
    whole_body: bool = True
    bits: int = 0
    key: KeyRecord | None = None
    address: str | None = None


def may_be_signed(raw: bytes) -> bool:
    """Whether there is anything to verify at all, told at once."""
    return b"dkim-signature" in _head(raw).lower()


def header(raw: bytes) -> bytes:
    """All that `asked` and its kin look at: a mail may be large, and the way to where they look at it long."""
    return _head(raw)[: _LONGEST_HEADER + 1]


def unchecked(why: str) -> Signature:
    """What stands for the signatures of a mail that nobody could look at."""
    return _told({}, Verdict.not_checked, why)


def vouched(signatures: Sequence[Signature], address: str) -> bool:
    """Whether a signature of its own domain vouches for this From address: the very one that was signed."""
    return any(one.aligned and one.address == address for one in signatures)


def summary(signatures: Sequence[Signature], address: str) -> str:
    """The named reason of what the signatures say of this From address, '' where there are none."""
    if not signatures or vouched(signatures, address):
        return "signed-by-own-domain" if signatures else ""
    house = address.rpartition("@")[2]
    own = {one.verdict for one in signatures if _same_house(one.domain, house) or one == unchecked(one.why)}
    if Verdict.failed in own:
        return "own-signature-failed"
    if Verdict.not_checked in own:
        return "signature-not-checked"
    return "own-signature-vouches-for-nothing" if own else "signed-by-others-only"


def asked(raw: bytes) -> tuple[str, ...]:
    """The names of the key records that a mail's signatures need, none twice: `selector._domainkey.domain`."""
    return tuple(dict.fromkeys(name for tags in _signatures(raw) if (name := _key_name(tags))))


def asked_of_house(raw: bytes) -> tuple[str, ...]:
    """Those of `asked` that are of the domain in From or its house: the others can vouch for nobody."""
    import dkim

    try:
        fields, _ = dkim.rfc822_parse(_head(raw))
    except (dkim.DKIMException, IndexError):
        return ()
    host = (_address(fields) or "").rpartition("@")[2]
    return tuple(name for name in asked(raw) if _same_house(name.partition("._domainkey.")[2], host))


def verified(
    raw: bytes, keys: Mapping[str, KeyRecord], received_at: datetime, one_is_enough: bool = False
) -> tuple[Signature, ...]:
    """Every signature from the top, judged as of the instant when the mail came. keys: by the names of `asked`.

    Takes time, three seconds for one of a mail of 25 MB: call it where it can be killed. one_is_enough: below the first that
    vouches for the sender the others are not looked at.
    """
    head = _head(raw)
    if len(head) > _LONGEST_HEADER:
        return (unchecked("header-too-long"),) if may_be_signed(raw) else ()
    found = list(_signatures(raw))
    if not found:
        return ()
    import dkim

    try:
        # The parser that reads mails takes a lone CR for the end of a line: what is signed and what is read would differ.
        signed = dkim.DKIM(raw, minkey=_LEAST_BITS) if not _BARE_CR.search(head) else None
    except (dkim.DKIMException, IndexError):
        signed = None
    if signed is None:
        return tuple(_told(tags, Verdict.not_checked, "header-unreadable") for tags in found)
    fields = [field for field in signed.headers if field[0].lower() == b"dkim-signature"]
    address = _address(signed.headers)
    told: list[Signature] = []
    for tags, field in zip(found, fields, strict=False):
        if one_is_enough and any(one.aligned for one in told):
            one = _told(tags, Verdict.not_checked, "another-vouches")
        else:
            one = _verified(tags, signed, field, keys, address or "", received_at)
        told.append(replace(one, address=address))
    return tuple(told)


def _address(fields: Sequence[Sequence[bytes]]) -> str | None:
    """The one address of the one From field."""
    values = [value for name, value in fields if name.lower() == b"from"]
    found = addresses.read(line(values[0].decode("utf-8", "replace"))) if len(values) == 1 else None
    return found.address if isinstance(found, addresses.Mailbox) else None


def _signatures(raw: bytes) -> Iterator[Tags]:
    """The tags of each signature, {} for one that has none."""
    head = _head(raw)
    if len(head) > _LONGEST_HEADER or b"dkim-signature" not in head.lower():
        return
    import dkim
    from dkim.util import InvalidTagValueList, parse_tag_value

    try:
        fields, _ = dkim.rfc822_parse(head)
    except (dkim.DKIMException, IndexError):
        return
    values = [value for name, value in fields if name.lower() == b"dkim-signature"]
    for value in values[:MOST]:
        try:
            yield parse_tag_value(value) if len(value) <= _LONGEST_FIELD else {}
        except (InvalidTagValueList, IndexError):
            yield {}


def _head(raw: bytes) -> bytes:
    end = _BODY.search(raw)
    return raw[: end.start()] if end else raw


def _key_name(tags: Tags) -> str | None:
    selector, domain = _text(tags, b"s"), _text(tags, b"d")
    fit = _NAME.fullmatch(selector) and _NAME.fullmatch(domain) and "." in domain and ".." not in selector + domain
    return f"{selector}._domainkey.{domain}".lower() if fit else None


def _verified(
    tags: Tags, signed: Any, field: Any, keys: Mapping[str, KeyRecord], address: str, received_at: datetime
) -> Signature:
    """signed, field: the library's mail and the signature's own field."""
    wrong = _wrong(tags, received_at)
    if wrong:
        return _told(tags, Verdict.failed, wrong)
    key = keys.get(_key_name(tags) or "")
    if key is None or key.record is None:
        return _told(tags, Verdict.not_checked, key.why if key else "key-not-asked-for", key)
    bits, why = _usable(key.record)
    if why:
        return _told(tags, Verdict.not_checked if why != "key-too-short" else Verdict.failed, why, key, bits)
    if not _meant_for(key.record, tags):
        return _told(tags, Verdict.failed, "key-for-another-use", key, bits)
    verdict, why = _computed(tags, signed, field, key.record)
    if verdict is Verdict.passed:
        why = _vouches_for_nothing(tags, signed, key.record) or why
    aligned = why == "as-it-was-signed" and _same_house(_text(tags, b"d"), address.rpartition("@")[2])
    return _told(tags, verdict, why, key, bits, aligned=aligned)


def _vouches_for_nothing(tags: Tags, signed: Any, record: bytes) -> str:
    """Why a good signature is as good as none: '' where it counts."""
    there = {name.lower() for name, _ in signed.headers}
    if b"l" in tags:
        return "part-of-the-body-only"  # RFC 6376 8.2
    if any(name in there and name not in _signed_fields(tags) for name in _READ):
        return "subject-not-signed"
    return "key-being-tested" if b"y" in _listed(record, b"t") else ""  # RFC 6376 3.6.1


def _meant_for(record: bytes, tags: Tags) -> bool:
    """Whether the key's record allows what it was used for (RFC 6376 3.6.1): mail, this hash, and this part of the domain."""
    services, hashes = _listed(record, b"s"), _listed(record, b"h")
    if (services and not services & {b"*", b"email"}) or (hashes and b"sha256" not in hashes):
        return False
    identity = tags.get(b"i", b"").rpartition(b"@")[2].lower()
    return b"s" not in _listed(record, b"t") or identity in {b"", tags[b"d"].lower()}


def _listed(record: bytes, tag: bytes) -> set[bytes]:
    """The values of a tag of a key record, without the blanks around its colons."""
    from dkim.util import parse_tag_value

    return {value.strip() for value in parse_tag_value(record).get(tag, b"").split(b":") if value.strip()}


def _wrong(tags: Tags, received_at: datetime) -> str:
    """Why a signature says nothing, whatever the key: '' where it may say something.

    The instant counts when the mail came: a signature that ran out since was good then.
    """
    import dkim

    try:
        dkim.validate_signature_fields({tag: value for tag, value in tags.items() if tag not in {b"t", b"x"}})
    except (dkim.DKIMException, ValueError):
        return "signature-broken"
    if _key_name(tags) is None:
        return "signature-broken"
    if b"from" not in _signed_fields(tags):
        return "from-not-signed"  # RFC 6376 5.4
    if tags[b"a"].endswith(b"sha1"):
        return "algorithm-too-weak"  # RFC 8301 3.1
    expires = _instant(tags, b"x")
    return "expired-before-it-came" if expires is not None and expires < received_at else ""


def _usable(record: bytes) -> tuple[int, str]:
    """Size of the key, and why it cannot be used, '' where it can."""
    import dkim
    from dkim.util import InvalidTagValueList, parse_tag_value

    if len(record) > _LONGEST_KEY:
        return 0, "key-unreadable"
    try:
        if parse_tag_value(record).get(b"p") == b"":
            return 0, "key-withdrawn"  # RFC 6376 3.6.1
        _, bits, kind, _ = dkim.evaluate_pk("", record)
    except dkim.NaClNotFoundError:
        return 0, "key-of-a-kind-not-known"
    except (dkim.DKIMException, InvalidTagValueList, ValueError, TypeError, LookupError):
        return 0, "key-unreadable"
    return bits, "key-too-short" if kind == b"rsa" and bits < _LEAST_BITS else ""


def _computed(tags: Tags, signed: Any, field: Any, record: bytes) -> tuple[Verdict, str]:
    try:
        good = signed.verify_sig(tags, _signed_fields(tags), field, lambda *_, **__: record)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the library has a dozen ways to stumble over what a stranger wrote
        changed = str(error).startswith("body hash mismatch")
        return Verdict.failed, "body-was-changed" if changed else "signature-broken"
    if not good:
        return Verdict.failed, "header-was-changed"
    return Verdict.passed, "as-it-was-signed"


def _told(
    tags: Tags, verdict: Verdict, why: str, key: KeyRecord | None = None, bits: int = 0, *, aligned: bool = False
) -> Signature:
    return Signature(
        domain=_text(tags, b"d"),
        selector=_text(tags, b"s"),
        algorithm=_text(tags, b"a"),
        verdict=verdict,
        why=why,
        aligned=aligned,
        signed_at=_instant(tags, b"t"),
        expires_at=_instant(tags, b"x"),
        fields=tuple(line(name.decode("ascii", "replace")) for name in _signed_fields(tags)),
        whole_body=b"l" not in tags,
        bits=bits,
        key=key,
    )


def _signed_fields(tags: Tags) -> list[bytes]:
    return [name.lower() for name in re.split(rb"\s*:\s*", tags.get(b"h", b"").strip()) if name]


def _text(tags: Tags, tag: bytes) -> str:
    return line(tags.get(tag, b"").decode("ascii", "replace"))


def _instant(tags: Tags, tag: bytes) -> datetime | None:
    """Of seconds since 1970; None where there are none, or of a year that no calendar has."""
    if not _EPOCH.fullmatch(tags.get(tag, b"")):
        return None
    try:
        return datetime.fromtimestamp(int(tags[tag]), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _same_house(domain: str, from_domain: str) -> bool:
    return bool(from_domain) and organisational(domain.rstrip(".")) == organisational(from_domain)
