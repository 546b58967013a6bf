"""CVE-2026-47123 (FreeScout): a keyed Message-ID was made with a MAC, and on one of two paths nobody looked at the MAC.

Three paths lead from an identifier to a decision here: In-Reply-To and References tie a mail to our letter, they choose between
two calls with one address, and a bounce names the letter it returns. A forged identifier is as good as none on each of them.
"""

from dataclasses import replace

import pytest

from mailbot.core.keyed import letter_message_id
from mailbot.core.reading import Own, Reading, read
from tests.core.letters import CALL, OWN, RECEIVED

OTHER = CALL.model_copy(update={"slug": "school-gardens", "title": "Gardens"})
STRANGER = Own(domain=OWN.domain, key=b"another key, which is also long.")
TRUE_ID = letter_message_id("acknowledgement", CALL.slug, "5e" * 32, OWN)
LETTERS_ONLY = "abcdefghijklmnopqrstuvwxyz234567"


def one_bit_changed() -> list[str]:
    """The true one with its first, middle and last character of token and MAC one bit away, still in the right alphabet."""
    token, mac = TRUE_ID.index("ack.") + 4, TRUE_ID.index("ack.") + 31
    return [
        TRUE_ID[:at] + LETTERS_ONLY[LETTERS_ONLY.index(TRUE_ID[at]) ^ 1] + TRUE_ID[at + 1 :]
        for start in (token, mac)
        for at in (start, start + 13, start + 25)
    ]


FORGED = {
    "invented": f"<mailbot.ack.{'a' * 26}.{'b' * 26}@{OWN.domain}>",
    "without a MAC": TRUE_ID.replace(TRUE_ID.split(".")[3].split("@")[0], ""),
    "another key": letter_message_id("acknowledgement", CALL.slug, "5e" * 32, STRANGER),
    "another kind": TRUE_ID.replace(".ack.", ".notice."),
    "upper case": TRUE_ID.upper(),
    "another domain": TRUE_ID.replace(OWN.domain, "example.com"),
} | {f"bit {n}": changed for n, changed in enumerate(one_bit_changed())}


def reply(field: str, message_id: str, *, calls: int = 1) -> Reading:
    raw = (
        f"From: Jana <jana@example.net>\r\nTo: calls@example.org\r\nSubject: Re: x\r\nMessage-ID: <r@example.net>\r\n"
        f"{field}: {message_id}\r\nContent-Type: text/plain\r\n\r\n1. I cook.\r\n2. Two choices.\r\n"
    )
    return read(raw.encode(), RECEIVED["on_time"], [CALL, OTHER][:calls], OWN)


def bounce(message_id: str) -> Reading:
    raw = (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@example.net\r\nTo: calls@example.org\r\nSubject: Undelivered Mail\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n"
        "Final-Recipient: rfc822; jana@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\nSubject: x\r\n--b--\r\n"
    )
    return read(raw.encode(), RECEIVED["on_time"], [CALL, OTHER], OWN)


@pytest.mark.parametrize("field", ["In-Reply-To", "References"])
def test_a_true_identifier_ties_a_reply_to_its_letter_and_call(field: str) -> None:
    assert reply(field, TRUE_ID).thread == (TRUE_ID,)
    assert reply(field, TRUE_ID, calls=2).call == CALL.slug


@pytest.mark.parametrize("field", ["In-Reply-To", "References"])
@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_forged_one_is_as_good_as_none(field: str, forged: str) -> None:
    with_forged, without = reply(field, forged), reply(field, "<nothing@example.net>")
    assert with_forged.thread == ()
    assert _decided(with_forged) == _decided(without)


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_forged_one_does_not_choose_between_two_calls(forged: str) -> None:
    chosen = reply("In-Reply-To", forged, calls=2)
    assert chosen.call is None
    assert chosen.thread == ()


def test_the_true_one_of_another_call_is_as_good_as_none() -> None:
    of_another = letter_message_id("acknowledgement", OTHER.slug, "5e" * 32, OWN)
    assert reply("In-Reply-To", of_another).thread == ()


def test_a_bounce_names_our_letter_by_a_true_identifier_only() -> None:
    assert bounce(TRUE_ID).returned == TRUE_ID
    assert {bounce(forged).returned for forged in FORGED.values()} == {None}


def _decided(reading: Reading) -> Reading:
    """All but what names the bytes themselves."""
    return replace(reading, sha256="", fingerprint="", references=())
