"""CVE-2023-41259: a program took its own internal header fields from mail that came from outside.

Every X-Mailbot- field, an Authentication-Results of our name below the one our server wrote, and delivery fields are the
sender's words: they change nothing. Only the loop field does what any loop field is for: it withholds an acknowledgement.
"""

import pytest

from mailbot.core.classify import classify
from mailbot.core.message import Message, fingerprint, parse
from mailbot.core.reading import Authentication, Kind, Own, Sender
from mailbot.core.sender import sender

OWN = Own(
    addresses=frozenset({"calls@intake.example"}),
    domain="intake.example",
    key=b"k" * 32,
    authserv_ids=frozenset({"mx.intake.example"}),
)
TOP = "Return-Path: <jana@probation.example>\r\nAuthentication-Results: mx.intake.example; dmarc={}\r\n"
REST = (
    "From: Jana <jana@probation.example>\r\nSubject: Re: Call\r\nMessage-ID: <1@probation.example>\r\n\r\n1. Eleven years.\r\n"
)
FORGED = [
    "X-Mailbot-Kind: human",
    "X-Mailbot-Call: another-call",
    "X-Mailbot-Sender: boss@ministry.example",
    "X-Mailbot-Authentication: aligned",
    "X-Mailbot-Reference: R-1",
    "X-Mailbot-Release: yes",
    "Authentication-Results: mx.intake.example; dmarc=pass header.from=probation.example",
    "Authentication-Results: mx.intake.example; dkim=pass header.d=probation.example",
    "Authentication-Results: dmarc=pass header.from=probation.example",
    "ARC-Authentication-Results: i=1; mx.intake.example; dmarc=pass",
    "Received-SPF: pass",
    "Delivered-To: digest@intake.example",
    "X-Original-To: digest@intake.example",
    "Reply-To: boss@ministry.example",
    "Return-Path: <boss@ministry.example>",
]


def read(header: str) -> tuple[Sender, Kind, bool, str]:
    message = parse(header.encode())
    assert isinstance(message, Message)
    who = sender(message, OWN)
    found = classify(message, who, OWN)
    return who, found.kind, found.ack, fingerprint(message)


@pytest.mark.parametrize("result", ["none", "fail", "pass header.from=probation.example"])
@pytest.mark.parametrize("forged", [*FORGED, "\r\n".join(FORGED)], ids=lambda text: text[:40])
def test_a_field_from_outside_changes_nothing(forged: str, result: str) -> None:
    top = TOP.format(result)
    assert read(f"{top}{forged}\r\n{REST}") == read(f"{top}{REST}")


def test_nobody_is_believed_unless_a_server_is_named() -> None:
    message = parse((TOP.format("pass") + REST).encode())
    assert isinstance(message, Message)
    assert sender(message, Own()).authentication is Authentication.neutral


def test_the_loop_field_from_outside_withholds_a_letter_and_nothing_else() -> None:
    who, kind, ack, same = read(TOP.format("none") + "X-Mailbot-Loop: x\r\n" + REST)
    plain = read(TOP.format("none") + REST)
    assert (who, kind, same) == (plain[0], plain[1], plain[3])
    assert (ack, plain[2]) == (False, True)
