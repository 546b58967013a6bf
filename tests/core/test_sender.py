"""Who wrote, and how sure the domain is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core import address
from mailbot.core.message import Message, parse
from mailbot.core.reading import Authentication, Own
from mailbot.core.sender import may_be_answered, sender
from tests.core.mails import mail

OURS = Own(authserv_ids=frozenset({"mx.Intake.example"}))
EXCHANGE = Own(topmost_without_id=True)


@pytest.mark.parametrize(
    ("written", "found", "name"),
    [
        ("jana@probation.example", "jana@probation.example", ""),
        ("<jana@probation.example>", "jana@probation.example", ""),
        ("Jana Novak <Jana@Probation.EXAMPLE>", "Jana@probation.example", "Jana Novak"),
        ('"Novak, Jana" <jana@probation.example>', "jana@probation.example", "Novak, Jana"),
        ("=?utf-8?q?Jana_Nov=C3=A1k?= <jana@probation.example>", "jana@probation.example", "Jana Novák"),
        ('"=?utf-8?q?Nov=C3=A1k?=" <jana@probation.example>', "jana@probation.example", "Novák"),
        ("J. Novak (her office) <jana@probation.example> (home (again))", "jana@probation.example", "J. Novak"),
        ("jana@probation.example (Jana)", "jana@probation.example", ""),
        ('"jana novak"@probation.example', '"jana novak"@probation.example', ""),
        ("Jana <jana@gefängnis.example>", "jana@xn--gefngnis-2za.example", "Jana"),
        ("Jana [extern] <jana@probation.example>", "jana@probation.example", "Jana [extern]"),
        ("jana@probation.example <jana@probation.example>", "jana@probation.example", "jana@probation.example"),
        ("O'Brien <o'brien+call@probation.example>", "o'brien+call@probation.example", "O'Brien"),
    ],
)
def test_one_mailbox_is_read_however_it_is_written(written: str, found: str, name: str) -> None:
    who = sender(mail(from_=written), OURS)
    assert (who.address, who.name, who.problem) == (found, name, None)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("jana@probation.example, petr@probation.example", "two-senders"),
        ("Jana <jana@probation.example>, Petr <petr@probation.example>", "two-senders"),
        ("Novak, Jana <jana@probation.example>", "sender-unclear"),
        ("team: jana@probation.example;", "sender-unclear"),
        ("undisclosed-recipients:;", "sender-unclear"),
        ("<>", "sender-unclear"),
        ("jana", "sender-unclear"),
        ("Jana <jürgen@probation.example>", "sender-unclear"),
        ("Jana <jana@faß.example>", "sender-unclear"),
        ("jana@[192.0.2.1]", "sender-unclear"),
        ("<@relay.example:jana@probation.example>", "sender-unclear"),
        ("=?utf-8?q?jana=40probation=2Eexample?=", "sender-unclear"),
        ("<=?utf-8?q?jana?=@probation.example>", "sender-unclear"),
        ("jana@probation.example" + "x" * 3000, "sender-unclear"),
        ("", "no-sender"),
    ],
)
def test_what_is_not_one_mailbox_beyond_doubt_is_nobody(written: str, problem: str) -> None:
    who = sender(mail(from_=written), OURS)
    assert (who.address, who.problem) == (None, problem)


def test_two_from_fields_are_two_senders() -> None:
    message = parse(b"From: jana@probation.example\r\nFrom: petr@probation.example\r\n\r\nx")
    assert isinstance(message, Message)
    assert sender(message, OURS).problem == "two-senders"


@pytest.mark.parametrize(
    "name", ['"jana@ministry.example"', "=?utf-8?q?jana=40ministry.example?=", '"Jana (jana＠ministry.example)"']
)
def test_a_name_that_shows_another_address_is_a_problem_but_the_address_is_known(name: str) -> None:
    who = sender(mail(from_=f"{name} <eve@elsewhere.example>"), OURS)
    assert (who.address, who.problem) == ("eve@elsewhere.example", "name-shows-another-address")


def test_sender_and_reply_to_make_nobody_the_sender() -> None:
    who = sender(mail(sender="boss@ministry.example", reply_to="eve@elsewhere.example"), OURS)
    assert who.address == "jana@probation.example"


def level(own: Own, *results: str) -> Authentication:
    fields = "".join(f"Authentication-Results: {result}\r\n" for result in results)
    message = parse(f"{fields}From: jana@probation.example\r\n\r\nx".encode())
    assert isinstance(message, Message)
    return sender(message, own).authentication


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("dmarc=pass header.from=probation.example", "aligned"),
        ("dmarc=pass (p=reject dis=none) header.from=Probation.Example", "aligned"),
        ("dmarc=pass header.from=elsewhere.example", "neutral"),
        ("dkim=pass header.d=mail.probation.example header.s=one", "aligned"),
        ("dkim=pass header.i=@probation.example", "aligned"),
        ("dkim=pass header.d=elsewhere.example", "neutral"),
        ("dkim=pass header.d=example", "neutral"),
        ("spf=pass smtp.mailfrom=probation.example", "neutral"),
        ("dmarc=fail (p=none) header.from=probation.example; dkim=pass header.d=probation.example", "fail"),
        ("spf=fail; dkim=fail", "fail"),
        ("spf=fail; dkim=none", "neutral"),
        ("spf=softfail; dkim=fail", "neutral"),
        ("dkim=fail header.d=probation.example; dkim=pass header.d=probation.example; spf=fail", "aligned"),
        ("dmarc=temperror", "neutral"),
        ('dkim=pass reason="; dmarc=pass" header.d=elsewhere.example', "neutral"),
        ("spf=neutral (; dmarc=pass header.from=probation.example;)", "neutral"),
        ("none", "neutral"),
    ],
)
def test_the_level_follows_what_our_server_found(result: str, expected: str) -> None:
    assert level(OURS, f"mx.intake.example; {result}") == expected
    assert level(OURS, f"(by) MX.intake.example (x) 1; {result}") == expected
    assert level(OURS, f"mx.elsewhere.example; {result}") == "neutral"
    assert level(Own(), f"mx.intake.example; {result}") == "neutral"


OUTLOOK = "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=probation.example; dkim=pass (signature was verified)"
OUTLOOK += " header.d=probation.example;dmarc=pass action=none header.from=probation.example;compauth=pass reason=100"


def test_a_field_without_a_server_counts_only_if_that_is_set_and_it_is_the_topmost() -> None:
    assert level(EXCHANGE, OUTLOOK) == "aligned"
    assert level(OURS, OUTLOOK) == "neutral"
    assert level(EXCHANGE, "mx.elsewhere.example; none", OUTLOOK) == "neutral"


def test_only_the_topmost_field_of_our_server_counts() -> None:
    assert level(OURS, "mx.intake.example; dmarc=fail", "mx.intake.example; dmarc=pass") == "fail"
    assert level(OURS, "mx.intake.example; spf=pass", "mx.intake.example; dmarc=pass") == "neutral"
    assert level(OURS, "mx.elsewhere.example; none", "mx.intake.example; dmarc=pass") == "aligned"


def test_the_fields_of_our_server_below_its_topmost_can_only_take_away() -> None:
    passed, failed = "mx.intake.example; dmarc=pass", "mx.intake.example; dmarc=fail"
    assert level(OURS, "mx.intake.example; spf=pass", failed) == "fail"
    assert level(OURS, passed, "mx.intake.example; spf=pass") == "aligned"
    assert level(OURS, passed, failed) == "fail"
    assert level(OURS, "mx.intake.example; spf=fail", "mx.intake.example; dkim=fail") == "fail"
    assert level(OURS, passed, "mx.intake.example; dmarc=none") == "neutral"
    assert level(OURS, passed, "mx.elsewhere.example; none", failed) == "aligned"
    assert level(OURS, passed + "\r\nReceived: from a by b; x", failed) == "aligned"
    assert level(OURS, passed + "\r\nDKIM-Filter: OpenDKIM", failed) == "fail"


PASSED = "Authentication-Results: mx.intake.example; dmarc=pass"
OTHERS = "Authentication-Results: mx.intake.example; dmarc=none"
BORDER = "Received: from mail.evil.test (mail.evil.test [203.0.113.7])\r\n\tby mx.intake.example (Postfix) with ESMTPS id 1; x"
LMTP = "Received: from mx.intake.example ([203.0.113.9]) by store.intake.example with LMTP id 2; x"
FILTER = "Received: from localhost (localhost [127.0.0.1]) by mx.intake.example (Postfix) with ESMTP id 3; x"
WITHIN = "Received: by 2002:a05:6a10:0:0 with SMTP id 4; x"
LAN = "Received: from mx (mx [10.0.0.2]) by store with ESMTPS id 5; x"
GMAIL = Own(authserv_ids=frozenset({"mx.intake.example"}), below_received=True)


def header_level(own: Own, *fields: str) -> Authentication:
    message = parse("\r\n".join([*fields, "From: jana@probation.example", "", "x"]).encode())
    assert isinstance(message, Message)
    return sender(message, own).authentication


@pytest.mark.parametrize("border", [BORDER, "Received: from evil by mx.intake.example; x", "Received: from evil", LAN])
@pytest.mark.parametrize("above", [[], [LMTP], [LMTP, FILTER], [WITHIN]])
def test_a_field_in_our_name_below_the_line_of_who_took_the_mail_in_is_not_believed(above: list[str], border: str) -> None:
    assert header_level(OURS, *above, border, PASSED) == "neutral"
    assert header_level(OURS, *above, border, PASSED, WITHIN, PASSED) == "neutral"
    assert header_level(OURS, *above, PASSED, border) == "aligned"
    assert header_level(OURS, *above, PASSED, border, OTHERS) == "aligned"


@pytest.mark.parametrize("above", [[], [LMTP], [LMTP, FILTER], [WITHIN, WITHIN], [LAN]])
def test_where_our_server_writes_below_its_own_line_and_removes_strangers_fields_that_place_is_believed_too(
    above: list[str],
) -> None:
    assert header_level(GMAIL, *above, BORDER, PASSED) == "aligned"
    assert header_level(GMAIL, *above, BORDER, BORDER, PASSED) == "neutral", "that is the sender's own server"
    assert header_level(GMAIL, *above, BORDER, WITHIN, PASSED) == "neutral"
    assert header_level(GMAIL, *above, BORDER, OTHERS, WITHIN, PASSED) == "neutral"
    assert header_level(GMAIL, *above, PASSED, BORDER) == "aligned"


@pytest.mark.parametrize("greeting", ["localhost", "[127.0.0.1]", "mx.intake.example", "x(with", "by"])
def test_the_name_a_stranger_greets_with_makes_no_hop_of_ours(greeting: str) -> None:
    border = f"Received: from {greeting} (unknown [203.0.113.7]) by mx.intake.example with ESMTP id 1; x"
    assert header_level(OURS, border, PASSED) == "neutral"
    assert header_level(GMAIL, border, WITHIN, PASSED) == "neutral"


@pytest.mark.parametrize(
    ("spf", "expected"),
    [
        ("", None),
        ("spf=pass smtp.mailfrom=probation.example", True),
        ("spf=pass smtp.mailfrom=jana@Probation.Example", True),
        ("spf=pass", True),
        ("spf=pass smtp.mailfrom=evil.test", False),
        ("spf=pass smtp.mailfrom=evil.test; spf=pass smtp.mailfrom=probation.example", True),
        ("spf=fail smtp.mailfrom=probation.example", False),
        ("spf=softfail", False),
        ("spf=permerror", False),
        ("spf=pass; spf=fail", False),
        ("spf=none", None),
        ("spf=neutral", None),
        ("spf=temperror", None),
        ("spf=fail smtp.helo=mail.probation.example; spf=pass smtp.mailfrom=probation.example", True),
        (r'spf=pass smtp.mailfrom="a\"b"@probation.example', None),
    ],
)
def test_whether_the_mail_was_sent_from_where_its_domain_allows(spf: str, expected: bool | None) -> None:
    fields = f"Authentication-Results: mx.intake.example; {spf or 'none'}\r\n"
    message = parse(f"{fields}From: jana@probation.example\r\n\r\nx".encode())
    assert isinstance(message, Message)
    assert sender(message, OURS).sent_from_there is expected
    assert sender(message, Own()).sent_from_there is None


@pytest.mark.parametrize(
    ("path", "results", "expected"),
    [
        ("<jana@probation.example>", "", True),
        ("<Jana@Probation.example>", "mx.intake.example; dmarc=none", True),
        ("<eve@evil.test>", "", False),
        ("<eve@evil.test>", "mx.intake.example; dmarc=pass", True),
        ("<jana@probation.example>", "mx.intake.example; spf=fail", False),
        ("<jana@probation.example>", "mx.intake.example; spf=softfail", False),
        ("<jana@probation.example>", "mx.intake.example; spf=pass smtp.mailfrom=evil.test", False),
        ("<jana@probation.example>", "mx.intake.example; spf=pass smtp.mailfrom=probation.example", True),
        ("<jana@probation.example>", "mx.intake.example; spf=none", True),
        ("<jana@probation.example>", "mx.elsewhere.example; spf=fail", True),
        ("<jana@probation.example>", "mx.intake.example; dmarc=fail", False),
        ("", "", True),
        ("", "mx.intake.example; spf=fail", False),
        ("", "mx.intake.example; spf=pass smtp.mailfrom=probation.example", True),
    ],
)
def test_who_may_be_answered(path: str, results: str, expected: bool) -> None:
    head = (f"Return-Path: {path}\r\n" if path else "") + (f"Authentication-Results: {results}\r\n" if results else "")
    message = parse(f"{head}From: jana@probation.example\r\n\r\nx".encode())
    assert isinstance(message, Message)
    assert may_be_answered(message, sender(message, OURS)) is expected


REAL = "dmarc=none header.from=probation.example"
FORGED = "dmarc=pass header.from=probation.example"


@pytest.mark.parametrize("helo", ["", " smtp.helo=[192.0.2.7]"])
@pytest.mark.parametrize("real", ["", f"; {REAL}", f"; dkim=none; {REAL}"])
@pytest.mark.parametrize(
    "spf",
    [
        rf'smtp.mailfrom="a\"; {FORGED}; x=\""@evil.test',
        rf'smtp.mailfrom="a\"; {FORGED} b"@evil.test',
        r'smtp.mailfrom="a\"; dmarc=pass; x=\""@evil.test',
        rf'smtp.mailfrom="a; {FORGED}; b"@evil.test',
        rf'smtp.mailfrom="a\\"; {FORGED}; x="\\"@evil.test',
        rf'(sender "a\"; {FORGED}; \""@evil.test) smtp.mailfrom=evil.test',
        rf'(domain of "a) ; {FORGED} ("@evil.test designates 192.0.2.7) smtp.mailfrom=evil.test',
        rf'(domain of "a\") ; {FORGED} (\""@evil.test designates 192.0.2.7) smtp.mailfrom=evil.test',
        rf"smtp.mailfrom=a) ; {FORGED} (@evil.test",
        rf'smtp.mailfrom=a"; {FORGED}',
        rf"smtp.mailfrom=a (; {FORGED}",
        'smtp.mailfrom="a header.from=probation.example"@evil.test; dkim=pass reason="b header.d=probation.example"',
    ],
)
def test_what_the_sender_put_into_the_envelope_is_never_read_as_our_servers_finding(spf: str, real: str, helo: str) -> None:
    assert level(OURS, f"mx.intake.example; spf=pass {spf}{helo}{real}") == "neutral"
    assert level(EXCHANGE, f"spf=pass {spf}{helo}{real}") == "neutral"
    assert level(OURS, f"mx.intake.example; spf=pass {spf}{helo}; dmarc=fail") == "fail"


@pytest.mark.parametrize("stray", ["", " stray"])
@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (f"{FORGED}; {REAL}", "neutral"),
        (f"{REAL}; {FORGED}", "neutral"),
        (f"{FORGED}; dmarc=pass header.from=evil.test", "neutral"),
        (f"{FORGED}; {FORGED}", "aligned"),
        (f"{FORGED}; dmarc=fail header.from=probation.example", "fail"),
        (f"{FORGED} header.from=evil.test", "neutral"),
        ("dmarc=pass header.from=evil.test header.from=probation.example", "neutral"),
        ("dkim=pass header.d=evil.test header.d=probation.example", "neutral"),
        ("dkim=pass header.d=probation.example header.d=Probation.example", "aligned"),
        ("dkim=pass header.d=evil.test; dkim=pass header.d=probation.example", "aligned"),
        ('dmarc=pass header.from="probation.example"', "aligned"),
    ],
)
def test_results_that_contradict_each_other_vouch_for_nothing(result: str, stray: str, expected: str) -> None:
    assert level(OURS, f"mx.intake.example; {result}; spf=none{stray}") == expected


def test_a_field_of_ours_that_is_too_long_to_read_is_a_failure() -> None:
    long = "; dkim=none (" + "x" * 9000 + "); " + FORGED
    assert level(OURS, f"mx.intake.example{long}") == "fail"
    assert level(EXCHANGE, f"spf=none{long}") == "fail"
    assert level(OURS, f"mx.elsewhere.example{long}") == "neutral"
    assert level(OURS, "mx.intake.example; dmarc=pass", f"mx.intake.example{long}") == "fail"


@given(st.text(max_size=300))
def test_no_authentication_results_make_a_domain_aligned_by_accident(junk: str) -> None:
    words = junk.replace("=", "").replace("\r", "").replace("\n", "")
    assert level(OURS, f"mx.intake.example; {words}") in ("neutral", "fail")


@given(st.text(max_size=200))
def test_any_from_is_read_without_raising_and_gives_one_address_or_a_problem(value: str) -> None:
    message = parse(b"From: " + value.encode("utf-8", "surrogatepass") + b"\r\n\r\nx")
    assert isinstance(message, Message)
    who = sender(message, OURS)
    assert (who.address is None) <= (who.problem is not None)
    assert who.address is None or address.address(who.address) == who.address
