"""Signatures that we verified ourselves: what they lift, what they never lift, and that they vouch for what is read."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from mailbot.core.proof.signed import KeyRecord, Signature, asked_of_house, header, verified
from mailbot.core.reading import Authentication, Outcome, Own, Reading, read
from tests.core.proof.signers import ASKED, Signer, signer

CAME = datetime(2021, 2, 1, 10, tzinfo=UTC)
OWN = Own(frozenset({"call@calls.example.net"}), "calls.example.net", bytes(32), authserv_ids=frozenset({"mx.example.net"}))
HOUSE, LOOKALIKE = signer(), signer("examp1e.org")
RAW = (
    b"From: Jana <jana@example.org>\r\nTo: call@calls.example.net\r\nSubject: Re: call\r\nMessage-ID: <1@example.org>\r\n"
    b"Date: Mon, 1 Feb 2021 11:00:00 +0100\r\n\r\n1. I work in probation.\r\n"
)
SIGNED = HOUSE.sign(RAW)
KEYS = {**HOUSE.record(), **LOOKALIKE.record()}


def taken(raw: bytes, keys: Mapping[str, KeyRecord] = KEYS) -> Reading:
    return read(raw, CAME, [], OWN, signed=verified(raw, keys, CAME))


def level(raw: bytes, keys: Mapping[str, KeyRecord] = KEYS) -> tuple[Authentication, str]:
    sender = taken(raw, keys).sender
    return sender.authentication, sender.signed


def says(results: str, raw: bytes = SIGNED) -> bytes:
    return f"Authentication-Results: {results}\r\n".encode() + raw


def without(field: bytes, **how: object) -> bytes:
    """Signed by the house, this field left out."""
    there = (b"from", b"to", b"subject", b"message-id", b"date")
    return HOUSE.sign(RAW, include_headers=[name for name in there if name != field], **how)


def key_record(also: str, of: Signer = HOUSE) -> dict[str, KeyRecord]:
    return {of.name: KeyRecord(of.name, f"v=DKIM1; {also}; p={of.public}".encode(), "", ASKED)}


NEUTRAL, ALIGNED, FAIL = Authentication.neutral, Authentication.aligned, Authentication.fail


@pytest.mark.parametrize(
    ("results", "signed", "unsigned"),
    [
        ("", ALIGNED, NEUTRAL),
        ("mx.example.net; none", ALIGNED, NEUTRAL),
        ("mx.example.net; spf=pass smtp.mailfrom=bounces.example", ALIGNED, NEUTRAL),
        ("mx.example.net; dkim=pass header.d=list.example", ALIGNED, NEUTRAL),
        ("mx.example.net; dkim=fail header.d=list.example", ALIGNED, NEUTRAL),
        ("mx.example.net; dkim=temperror header.d=example.org", ALIGNED, NEUTRAL),
        ("mx.example.net; dmarc=none header.from=example.org", ALIGNED, NEUTRAL),
        ("mx.example.net; dkim=fail header.d=example.org", NEUTRAL, NEUTRAL),
        ("mx.example.net; dkim=permerror", NEUTRAL, NEUTRAL),
        ("mx.example.net; dmarc=fail header.from=example.org", FAIL, FAIL),
        ("mx.example.net; spf=fail smtp.mailfrom=example.org; dkim=fail", FAIL, FAIL),
        ("mx.example.net; dmarc=pass header.from=example.org", ALIGNED, ALIGNED),
        ("mx.elsewhere.example; dmarc=pass header.from=example.org", ALIGNED, NEUTRAL),
        ("mx.elsewhere.example; dmarc=fail header.from=example.org", ALIGNED, NEUTRAL),
    ],
)
def test_a_signature_counts_where_our_servers_say_nothing_and_never_against_them(
    results: str, signed: Authentication, unsigned: Authentication
) -> None:
    assert level(says(results) if results else SIGNED)[0] is signed
    assert level(says(results, RAW) if results else RAW)[0] is unsigned


def test_a_signature_that_fails_takes_nothing_from_what_our_server_found_and_is_told() -> None:
    broken = SIGNED.replace(b"probation", b"prison")
    assert level(broken) == (NEUTRAL, "own-signature-failed")
    assert level(says("mx.example.net; dmarc=pass header.from=example.org", broken)) == (ALIGNED, "own-signature-failed")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (SIGNED, "signed-by-own-domain"),
        (LOOKALIKE.sign(SIGNED), "signed-by-own-domain"),
        (RAW, ""),
        (LOOKALIKE.sign(RAW), "signed-by-others-only"),
        (LOOKALIKE.sign(RAW, identity=b"jana@examp1e.org"), "signed-by-others-only"),
        (HOUSE.sign(RAW, length=True), "own-signature-vouches-for-nothing"),
        (without(b"subject"), "own-signature-vouches-for-nothing"),
        (without(b"message-id"), "signed-by-own-domain"),
        (SIGNED.replace(b"Re: call", b"Re: cull"), "own-signature-failed"),
        (SIGNED.replace(b"jana@", b"otto@"), "own-signature-failed"),
        (b"From: Otto <otto@example.org>\r\n" + SIGNED, ""),
        (b"DKIM-Signature: v=1; d=example.org\r\n" + RAW, "own-signature-failed"),
        (b"DKIM-Signature: a=rsa-sha256\r\n" + RAW, "signed-by-others-only"),
        (SIGNED.replace(b"\r\n", b"\n"), "signed-by-own-domain"),
    ],
)
def test_only_a_signature_of_the_very_sender_that_is_read_vouches(raw: bytes, said: str) -> None:
    assert level(raw) == (ALIGNED if said == "signed-by-own-domain" else NEUTRAL, said)


@pytest.mark.parametrize(
    "raw",
    [
        b"X: y\rFrom: otto@example.org\r\r" + SIGNED,
        b"X: y\rFrom: jana@example.org\r\n" + SIGNED,
        b"X: y\r\r1. I withdraw.\r\n" + SIGNED,
        b"X: y\r\nFrom : Otto <otto@example.org>\r\n" + SIGNED,
        b"From: Otto <otto@example.org>\r\n\r\n1. I withdraw.\r\n" + SIGNED,
        b"From: Otto <otto@example.org>\r\n \r\n1. I withdraw.\r\n" + SIGNED,
        b"no field\r\n" + SIGNED,
        SIGNED.replace(b"\r\n", b"\r"),
    ],
)
def test_what_two_parsers_may_see_differently_vouches_for_nobody(raw: bytes) -> None:
    """The one that checks would see another From, or other words, than the one that reads."""
    assert level(raw)[0] is not ALIGNED


@pytest.mark.parametrize(
    ("also", "counts"),
    [
        ("k=rsa", True),
        ("s=email", True),
        ("s=*; h=sha1:sha256", True),
        ("t=s", True),
        ("t=y", False),
        ("t=s:y", False),
        ("s=tlsrpt", False),
        ("s=other", False),
        ("h=sha1", False),
    ],
)
def test_a_key_counts_for_what_its_record_allows(also: str, counts: bool) -> None:
    assert level(SIGNED, key_record(also))[0] is (ALIGNED if counts else NEUTRAL)


def test_a_key_for_the_domain_alone_is_not_for_what_lies_below_it() -> None:
    below = HOUSE.sign(RAW, identity=b"jana@mail.example.org")
    assert level(below)[0] is ALIGNED
    assert level(below, key_record("t=s"))[0] is NEUTRAL


def test_the_domain_of_many_vouches_for_none_of_them() -> None:
    many = signer("co.uk")
    assert level(many.sign(RAW.replace(b"example.org", b"ministry.co.uk")), many.record())[0] is NEUTRAL


def test_a_seal_of_arc_lifts_nothing_whoever_set_it() -> None:
    claims = b"i=1; mx.example.net; dmarc=pass header.from=example.org; dkim=pass header.d=example.org"
    forged = base64.b64encode(bytes(128))
    sealed = (
        b"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.org; s=s1; b=" + forged + b"\r\n"
        b"ARC-Message-Signature: i=1; a=rsa-sha256; d=example.org; s=s1; h=from:subject; bh=AAAA; b=" + forged + b"\r\n"
        b"ARC-Authentication-Results: " + claims + b"\r\n"
    )
    for raw in (sealed + RAW, sealed.replace(b"example.org; s=s1", b"mx.example.net; s=s1") + RAW):
        assert level(raw) == (NEUTRAL, "")
    failed = says("mx.example.net; dmarc=fail header.from=example.org", sealed + RAW)
    assert level(failed)[0] is FAIL
    assert taken(failed).outcome is Outcome.quarantine


def test_the_same_octets_and_verdicts_give_the_same_reading_whatever_became_of_the_key() -> None:
    kept: tuple[Signature, ...] = verified(SIGNED, KEYS, CAME)
    first, years_later = (read(SIGNED, CAME, [], OWN, signed=kept) for _ in range(2))
    assert first == years_later
    assert first.sender.authentication is ALIGNED
    assert level(SIGNED, {}) == (NEUTRAL, "signature-not-checked")


def test_the_keys_that_are_asked_for_stand_in_the_header_alone() -> None:
    for raw in (SIGNED, LOOKALIKE.sign(SIGNED), SIGNED.replace(b"\r\n", b"\n"), RAW, b"", b"X: y\r\n" * 50_000 + SIGNED):
        assert asked_of_house(header(raw)) == asked_of_house(raw)
    assert asked_of_house(header(LOOKALIKE.sign(SIGNED))) == (HOUSE.name,)
    assert header(SIGNED + b"x" * 1_000_000) == header(SIGNED)
