"""What the bytes of a mail tell of its way: hops and their times, our border, whose findings are believed, ARC."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.proof.hops import instant
from mailbot.core.proof.seen import Seen, seen
from mailbot.core.reading import Authentication, Own
from tests.core.mails import raw

CAME = datetime(2021, 2, 1, 10, tzinfo=UTC)
OURS = Own(authserv_ids=frozenset({"mx.intake.example"}))
STORE = "from mx.intake.example ([192.0.2.9]) by store.intake.example with LMTP id 2; Mon, 1 Feb 2021 11:00:03 +0100"
BORDER = (
    "from mail.probation.example (mail.probation.example [203.0.113.7])\r\n\tby mx.intake.example (Postfix (by) 3.8) with"
    " ESMTPS id 1\r\n\tfor <calls@intake.example>; Mon, 1 Feb 2021 11:00:02 +0100 (CET)"
)
DESK = "from desk (unknown [10.1.1.1]) by mail.probation.example with ESMTPSA id 0; Mon, 1 Feb 2021 09:59:58 -0000"
PASSED = "mx.intake.example; dmarc=pass header.from=probation.example"


def look(*fields: str, own: Own = OURS) -> Seen:
    return seen("".join(f"{field}\r\n" for field in fields).encode() + raw(), CAME, own, {})


def test_each_hop_has_its_machines_and_its_time() -> None:
    found = look(*(f"Received: {line}" for line in (STORE, BORDER, DESK))).hops
    assert [hop.by for hop in found] == [
        "store.intake.example",
        "mx.intake.example (Postfix (by) 3.8)",
        "mail.probation.example",
    ]
    assert [hop.from_ for hop in found][1] == "mail.probation.example (mail.probation.example [203.0.113.7])"
    assert [hop.protocol for hop in found] == ["LMTP", "ESMTPS", "ESMTPSA"]
    assert [hop.at for hop in found] == [
        datetime(2021, 2, 1, *clock, tzinfo=UTC) for clock in ((10, 0, 3), (10, 0, 2), (9, 59, 58))
    ]


def test_our_part_ends_at_the_line_that_took_the_mail_from_another_machine() -> None:
    found = look(*(f"Received: {line}" for line in (STORE, BORDER, DESK)))
    assert [(hop.ours, hop.border) for hop in found.hops] == [(True, False), (True, True), (False, False)]
    assert found.border is found.hops[1]


def test_where_no_line_is_from_another_machine_none_is_called_ours() -> None:
    assert [hop.ours for hop in look(f"Received: {STORE}").hops] == [False]
    assert look().border is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 1 Feb 2021 11:00:00 +0100", "2021-02-01T10:00:00+00:00"),
        ("Mon, 1 Feb 2021 10:00:00 -0000", "2021-02-01T10:00:00+00:00"),
        ("1 Feb 21 10:00 GMT", "2021-02-01T10:00:00+00:00"),
        ("Mon, 1 Feb 2021 11:00:00 CET", None),
        ("Mon, 1 Feb 2021 11:00:00", None),
        ("Mon, 31 Feb 2021 11:00:00 +0100", None),
        ("Fri, 31 Dec 9999 23:59:59 -0100", None),
        ("1 Jan 0900 00:00:00 +0000", None),
        ("x", None),
        ("", None),
    ],
)
def test_a_time_in_no_zone_or_of_no_day_is_none(text: str, expected: str | None) -> None:
    at = instant(text)
    assert (at.isoformat() if at else None) == expected


def test_each_finding_says_why_it_is_believed_or_not() -> None:
    results = [f"Authentication-Results: {one}" for one in (PASSED, "mx.elsewhere.example; dkim=pass", PASSED)]
    found = look(results[0], results[1], f"Received: {BORDER}", results[2])
    assert [(one.server, one.why) for one in found.results] == [
        ("mx.intake.example", "ours"),
        ("mx.elsewhere.example", "another-server"),
        ("mx.intake.example", "below-our-part"),
    ]
    assert [one.believed for one in found.results] == [True, False, False]
    assert found.level is Authentication.aligned


def test_a_finding_without_a_server_is_believed_only_where_that_is_set() -> None:
    unnamed = "Authentication-Results: dmarc=pass header.from=probation.example"
    assert [(one.server, one.why) for one in look(unnamed).results] == [(None, "no-server-name")]
    assert [one.why for one in look(unnamed, own=Own(topmost_without_id=True)).results] == ["ours"]
    two = look("Authentication-Results: mx.elsewhere.example; none", unnamed, own=Own(topmost_without_id=True))
    assert [one.believed for one in two.results] == [False, False]


ARC = (
    "ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=forward.example; s=a; b=AAAA",
    "ARC-Message-Signature: i=2; a=rsa-sha256; d=forward.example; s=a; h=from; bh=AAAA; b=AAAA",
    "ARC-Authentication-Results: i=2; mx.intake.example; dmarc=pass header.from=probation.example",
    "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=list.example; s=a; b=AAAA",
)


def test_arc_is_shown_and_makes_nobody_surer() -> None:
    found = look(*ARC)
    assert [(one.instance, one.domain, one.chain, one.complete) for one in found.seals] == [
        (1, "list.example", "none", False),
        (2, "forward.example", "pass", True),
    ]
    assert found.seals[1].results == "mx.intake.example; dmarc=pass header.from=probation.example"
    assert found.level is Authentication.neutral


def test_the_date_of_the_sender_is_shown_as_a_claim() -> None:
    found = look("Date: Mon, 1 Feb 2021 08:00:00 +0100")
    assert (found.dated, found.dated_at) == ("Mon, 1 Feb 2021 08:00:00 +0100", datetime(2021, 2, 1, 7, tzinfo=UTC))


def test_an_empty_mail_and_one_that_is_too_odd_to_parse_say_why() -> None:
    assert seen(b"", CAME, OURS, {}).unreadable == "empty"
    assert seen(b"Received: x\r\n" * 5000 + raw(), CAME, OURS, {}).unreadable


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_no_header_makes_it_raise(lines: list[bytes]) -> None:
    names = (b"Received: ", b"Date: ", b"ARC-Seal: i=1; ", b"Authentication-Results: ")
    seen(b"".join(name + line + b"\r\n" for line in lines for name in names) + raw(), CAME, OURS, {})
