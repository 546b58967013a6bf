"""What came back of a letter: which letter it is, whether it failed, and what is believed of that."""

from dataclasses import replace

import pytest

from mailbot.commands.reasons import reason
from mailbot.core import arrival
from mailbot.core.arrival import Arrival, Told
from mailbot.core.keyed import LONGEST_BOUNCE_PATH, bounce_path, letter_message_id, local_part
from mailbot.core.reading import Kind, Outcome, Reading, read
from mailbot.core.wire import mailable
from tests.parts import ADDRESS, CALL, NOW, OWN

OURS = letter_message_id("acknowledgement", CALL.slug, "5e" * 32, OWN)
EARLIER = letter_message_id("acknowledgement", CALL.slug, "4d" * 32, OWN)
PATH = bounce_path("call+*@calls.example.net", OURS)
FIELDS = "Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; jana@example.org\r\nAction: {}\r\nStatus: {}\r\n"


def report(
    fields: str = FIELDS.format("failed", "5.1.1"),
    returned: str = f"Message-ID: {OURS}",
    to: str = ADDRESS,
    extra: str = "",
    text: str = "Sorry.",
) -> bytes:
    parts = [
        f"Content-Type: text/plain\r\n\r\n{text}\r\n",
        f"Content-Type: message/delivery-status\r\n\r\n{fields}\r\n",
        f"Content-Type: text/rfc822-headers\r\n\r\n{returned}\r\n" if returned else "",
    ]
    return (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@example.org\r\nTo: {to}\r\nSubject: Returned mail\r\n{extra}"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        + "".join(f"--b\r\n{part}" for part in parts if part)
        + "--b--\r\n"
    ).encode()


def plain(text: str, to: str = ADDRESS, subject: str = "failure notice") -> bytes:
    return f"Return-Path: <>\r\nFrom: MAILER-DAEMON@example.org\r\nTo: {to}\r\nSubject: {subject}\r\n\r\n{text}\r\n".encode()


def reading(raw: bytes) -> Reading:
    return read(raw, NOW, [CALL], OWN)


@pytest.mark.parametrize(
    "raw",
    [
        report(),
        report(returned=f"Message-ID:\r\n {OURS.replace('calls', 'CALLS')}"),
        report(returned=f"References: {EARLIER}\r\n\t<x@example.org>\r\nIn-Reply-To: {EARLIER}\r\nMessage-ID: {OURS}"),
        report(returned=f"Message-ID: <anew@relay.example>\r\nX-Mailbot-Loop: {local_part(OURS)}"),
        report(returned="", extra=f"In-Reply-To: {OURS}\r\n"),
        report(returned="", extra=f"References: {EARLIER} {OURS}\r\n"),
        report(returned="", to=PATH),
        report(returned="", extra=f"X-Original-To: {PATH.upper()}\r\n"),
        report(returned=f"Return-Path: <{PATH}>\r\nReferences: {EARLIER}"),
        plain(f"Hi. I could not deliver it.\r\n--- Below is a copy\r\nMessage-ID: {OURS[1:-1]}\r\nSubject: x"),
        plain(f"Hi. I could not deliver the mail {OURS[1:-1]}. That is all."),
        plain("Hi. I could not deliver it. That is all.", to=PATH),
    ],
)
def test_a_report_finds_its_letter_by_whatever_is_left_of_it(raw: bytes) -> None:
    assert (reading(raw).kind, reading(raw).returned, reading(raw).outcome) == (Kind.bounce, OURS, Outcome.stored)


def test_an_earlier_letter_of_the_thread_is_not_the_one_that_came_back() -> None:
    """A colleague writes from the same address below our letter; that mail comes back, and ours did arrive."""
    raw = report(
        returned=f"Message-ID: <colleague@calls.example.net>\r\nReferences: <x@example.org>\r\n {OURS}\r\nSubject: Re: x"
    )
    assert reading(raw).returned is None


@pytest.mark.parametrize(
    "forged",
    [
        PATH.replace(PATH[10], "b" if PATH[10] != "b" else "c"),
        PATH.replace("@", "")[:-30] + "@calls.example.net",
        bounce_path("call+*@calls.example.net", letter_message_id("notice", CALL.slug, "5e", replace(OWN, key=b"k" * 32))),
        bounce_path("call+*@calls.example.net", letter_message_id("notice", "another-call", "5e", OWN)),
        "call+" + "a" * 42 + "@calls.example.net",
    ],
)  # fmt: skip
def test_a_bounce_address_that_we_never_gave_is_none(forged: str) -> None:
    found = reading(report(returned="", to=forged))
    assert (found.returned, found.reason) == (None, "delivery-report")


def test_a_bounce_address_goes_by_smtp_however_long_the_setting_is() -> None:
    for kind in ("acknowledgement", "notice", "opened"):
        path = bounce_path(f"{'c' * LONGEST_BOUNCE_PATH}*@calls.example.net", letter_message_id(kind, "", "x", OWN))
        assert mailable(path) == (path, "")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (report(), Arrival(Told.failed, "5.1.1")),
        (report(FIELDS.format("delayed", "4.4.1")), Arrival(Told.delayed, "4.4.1")),
        (report(FIELDS.format("Failed (was given up)", "4.4.7")), Arrival(Told.failed, "4.4.7")),
        (report(FIELDS.format("relayed", "2.1.9")), Arrival(Told.delivered, "2.1.0")),
        (report(FIELDS.format("failed", "5.0.0") + "Diagnostic-Code: smtp; 550 5.7.1 no"), Arrival(Told.failed, "5.7.1")),
        (report(FIELDS.format("failed", "nonsense")), Arrival(Told.failed)),
        (report(FIELDS.format("relayed", "2.0.0") + "\r\nAction: failed\r\nStatus: 5.2.2"), Arrival(Told.failed, "5.2.2")),
        (report("", text="Warning: could not send message for past 4 hours"), Arrival(Told.delayed)),
        (report("", text="Exim 4.94.2 at 10.5.1.1: 550 5.1.1 User unknown"), Arrival(Told.failed, "5.1.1")),
        (report("", text="Die Nachricht konnte nicht zugestellt werden."), Arrival(Told.failed)),
    ],
)
def test_a_report_says_whether_the_servers_gave_up_and_why(raw: bytes, expected: Arrival) -> None:
    found = reading(raw)
    assert found.reason == expected.reason
    assert arrival.of_reason(found.reason) == expected
    assert found.kind_reason == "delivery-report"


def test_what_servers_write_becomes_words_of_ours() -> None:
    found = arrival.of_reason(reading(report(FIELDS.format("failed", "5.1.77\r\nX: <b>click</b>"))).reason)
    assert found is not None
    assert (found.why, found.lasting) == ("something is wrong with the address", True)
    assert Arrival(Told.failed, "4.4.7").lasting is False
    assert Arrival(Told.failed).lasting is None
    assert arrival.of_reason("delivery-report") is None


@pytest.mark.parametrize(
    "extra", [f"In-Reply-To: {OURS}\r\n", f"References: {EARLIER} {OURS}\r\n", f"Delivered-To: {PATH}\r\n"]
)
def test_an_automatic_reply_names_the_letter_that_it_answers(extra: str) -> None:
    raw = (
        f"{extra}From: jana@example.org\r\nTo: {ADDRESS}\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n"
    )
    found = reading(raw.encode())
    assert (found.kind, found.returned, found.reason) == (Kind.auto_reply, OURS, "auto-submitted")


def test_the_reason_is_said_in_plain_words() -> None:
    assert reason("letter-failed-5.1.1") == "a mail server says that a letter of ours did not arrive: there is no such address"
    assert reason("letter-delivered-2.0.0") == "a mail server says that a letter of ours arrived"
    assert reason("letter-failed") == "a mail server says that a letter of ours did not arrive"
