"""DKIM signatures verified again, by keys that are handed in: each way in which one can be good, bad or unknowable."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.proof.signed import KeyRecord, Signature, Verdict, asked, verified
from tests.core.proof.signers import ASKED, signer

CAME = datetime(2021, 2, 1, 10, tzinfo=UTC)
ORG, OTHER, SMALL = signer(), signer("elsewhere.example"), signer("example.org", 512)
RAW = (
    b"From: Jana <jana@example.org>\r\nTo: call@calls.example.net\r\nSubject: Re: call\r\nMessage-ID: <1@example.org>\r\n"
    b"Date: Mon, 1 Feb 2021 11:00:00 +0100\r\n\r\n1. I work in probation.\r\n"
)
SIGNED = ORG.sign(RAW)


def one(raw: bytes, record: str = "", came: datetime = CAME) -> Signature:
    (found,) = verified(raw, ORG.record(record), came)
    return found


def verdict(found: Signature) -> tuple[str, str]:
    return found.verdict.value, found.why


def test_a_mail_names_the_key_records_that_its_signatures_need() -> None:
    assert asked(SIGNED) == ("s1._domainkey.example.org",)
    assert asked(OTHER.sign(SIGNED)) == ("s1._domainkey.elsewhere.example", "s1._domainkey.example.org")
    assert asked(ORG.sign(SIGNED)) == ("s1._domainkey.example.org",)
    assert asked(RAW) == ()


def test_a_mail_as_it_was_signed_passes_and_vouches_for_the_domain_of_from() -> None:
    found = one(SIGNED)
    assert verdict(found) == ("pass", "as-it-was-signed")
    assert (found.domain, found.selector, found.algorithm, found.bits) == ("example.org", "s1", "rsa-sha256", 1024)
    assert found.aligned
    assert found.whole_body
    assert {"from", "subject", "date"} <= set(found.fields)
    assert found.key is not None
    assert found.key.asked_at == ASKED


def test_a_signature_of_another_domain_passes_and_vouches_for_nobody() -> None:
    found = one(ORG.sign(RAW.replace(b"jana@example.org", b"jana@ministry.example")))
    assert (*verdict(found), found.aligned) == ("pass", "as-it-was-signed", False)
    found = one(ORG.sign(RAW.replace(b"jana@example.org", b"jana@mail.example.org")))
    assert (found.aligned, found.address) == (True, "jana@mail.example.org")


def test_what_servers_write_above_changes_nothing() -> None:
    assert verdict(one(b"Received: from a by b; x\r\nReturn-Path: <jana@example.org>\r\n" + SIGNED))[0] == "pass"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (b"probation", b"prison", "body-was-changed"),
        (b"Re: call", b"Re: calls", "header-was-changed"),
        (b"Jana <jana@example.org>", b"Jana <otto@example.org>", "header-was-changed"),
        (b"From: Jana", b"From: Otto <otto@example.org>\r\nFrom: Jana", "header-was-changed"),
        (b"v=1;", b"v=2;", "signature-broken"),
        (b"a=rsa-sha256", b"a=rsa-sha1", "algorithm-too-weak"),
        (b"a=rsa-sha256", b"a=rot13", "signature-broken"),
        (b"d=example.org", b"d=exa(mple).org", "signature-broken"),
        (b"s=s1", b"s=../s1", "signature-broken"),
    ],
)
def test_what_was_changed_on_the_way_fails(before: bytes, after: bytes, why: str) -> None:
    found = one(SIGNED.replace(before, after, 1))
    assert verdict(found) == ("fail", why)
    assert not found.aligned


def test_a_signature_that_leaves_out_from_fails() -> None:
    raw = b"DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; h=subject:date; bh=AAAA; b=AAAA\r\n" + RAW
    assert verdict(one(raw)) == ("fail", "from-not-signed")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("v=DKIM1; p=", ("not checked", "key-withdrawn")),
        ("v=DKIM1; k=rsa; p=AAAA", ("not checked", "key-unreadable")),
        ("v=DKIM1; k=rsa; p=!", ("not checked", "key-unreadable")),
        ("v=DKIM1; k=rot13; p=AAAA", ("not checked", "key-unreadable")),
        ("v=spf1 p=x", ("not checked", "key-unreadable")),
        ("p=" + "A" * 3000, ("not checked", "key-unreadable")),
        (f"v=DKIM1; k=rsa; p={OTHER.public}", ("fail", "header-was-changed")),
        (f"p={ORG.public}", ("pass", "as-it-was-signed")),
    ],
)
def test_the_verdict_follows_the_key_in_the_dns(record: str, expected: tuple[str, str]) -> None:
    assert verdict(one(SIGNED, record)) == expected


def test_a_key_that_is_too_short_fails_and_one_of_another_kind_is_not_checked() -> None:
    (found,) = verified(SMALL.sign(RAW), SMALL.record(), CAME)
    assert (*verdict(found), found.bits) == ("fail", "key-too-short", 512)
    assert one(SIGNED, "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=").verdict is Verdict.not_checked


@pytest.mark.parametrize("why", ["dns-did-not-answer", "key-gone", "key-not-asked-for"])
def test_without_a_key_nothing_is_checked_and_the_reason_is_told(why: str) -> None:
    (found,) = verified(SIGNED, {ORG.name: KeyRecord(ORG.name, None, why)}, CAME)
    assert verdict(found) == ("not checked", why)
    (found,) = verified(SIGNED, {}, CAME)
    assert verdict(found) == ("not checked", "key-not-asked-for")


def test_a_signature_that_leaves_out_the_end_of_the_text_vouches_for_nothing() -> None:
    cut = ORG.sign(RAW, length=True) + b"2. And much more.\r\n"
    found = one(cut)
    assert verdict(found) == ("pass", "part-of-the-body-only")
    assert (found.whole_body, found.aligned) == (False, False)


def test_a_signature_that_ran_out_since_the_mail_came_is_still_good() -> None:
    ends = CAME + timedelta(days=7)
    raw = b"DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=AAAA; b=AAAA; x=%d\r\n" % ends.timestamp() + RAW
    assert one(raw).why == "body-was-changed"
    assert one(raw).expires_at == ends
    assert verdict(one(raw, came=ends + timedelta(seconds=1))) == ("fail", "expired-before-it-came")


def test_of_many_signatures_ten_are_looked_at_each_by_itself() -> None:
    several = OTHER.sign(SIGNED)
    found = verified(several, {**ORG.record(), **OTHER.record()}, CAME)
    assert [(f.domain, f.verdict.value, f.aligned) for f in found] == [
        ("elsewhere.example", "pass", False),
        ("example.org", "pass", True),
    ]
    assert len(verified(b"DKIM-Signature: v=1\r\n" * 50 + RAW, {}, CAME)) == 10


def test_where_one_is_enough_those_below_it_are_not_looked_at() -> None:
    broken = SIGNED.replace(b"probation", b"prison")
    keys = {**ORG.record(), **OTHER.record()}
    assert [one.why for one in verified(ORG.sign(OTHER.sign(SIGNED)), keys, CAME, True)] == [
        "as-it-was-signed",
        "another-vouches",
        "another-vouches",
    ]
    assert [one.aligned for one in verified(OTHER.sign(SIGNED), keys, CAME, True)] == [False, True]
    assert [one.aligned for one in verified(broken, keys, CAME, True)] == [False]


def test_a_header_as_long_as_a_book_is_not_checked() -> None:
    (found,) = verified(b"X: " + b" y\r\n" * 100_000 + SIGNED, ORG.record(), CAME)
    assert verdict(found) == ("not checked", "header-too-long")


@pytest.mark.parametrize(
    "field",
    [
        b"",
        b"v=1",
        b"v=1; v=1",
        b";;;=",
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=\xff; b=\xff",
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=AAAA; b=" + b"A" * 9000,
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=" + b":" * 3000 + b"; bh=AAAA; b=AAAA",
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=AAAA; b=AAAA; l=" + b"9" * 76,
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=AAAA; b=AAAA; t=99999999999; x=-1",
        b"v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=AAAA; b" + b"\r\n " * 2000 + b"A",
    ],
)
def test_a_malformed_signature_is_a_value_with_a_reason(field: bytes) -> None:
    (found,) = verified(b"DKIM-Signature: " + field + b"\r\n" + RAW, ORG.record(), CAME)
    assert found.verdict is not Verdict.passed


@given(st.binary(max_size=300), st.binary(max_size=200), st.binary(max_size=100))
def test_no_octets_make_it_raise_or_pass(header: bytes, field: bytes, key: bytes) -> None:
    raw = header + b"\r\nDKIM-Signature: " + field + b"\r\n" + SIGNED.replace(b"probation", b"prison")
    asked(raw)
    found = verified(raw, {ORG.name: KeyRecord(ORG.name, key)}, CAME)
    assert all(one.verdict is not Verdict.passed for one in found)
