"""Forged names of our letters, on every path on which they are read: each is as good as none.

The rows are the paths, the columns what somebody may try. On each path the true one is believed, so that none of this holds
because nothing is looked at.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from mailbot.core.keyed import bounce_path, letter_message_id, local_part
from mailbot.core.reading import Own, Reading, read
from tests.core.letters import CALL, OWN, RECEIVED

OTHER = CALL.model_copy(update={"slug": "school-gardens", "title": "Gardens"})
STRANGER = Own(domain=OWN.domain, key=b"another key, which is also long.")
OCCASION = "5e" * 32
TRUE = letter_message_id("acknowledgement", CALL.slug, OCCASION, OWN)
DRAFT = letter_message_id("draft", "", OCCASION, OWN)
PATTERN = "calls+*@example.org"
_DOMAIN = f"@{OWN.domain}"


def forgeries(true: str, kind: str, call: str) -> dict[str, str]:
    """What somebody may write who has seen letters, ours and those of other mailbots, but not this one."""
    token, mac = true.partition("@")[0].split(".")[2:4]
    far = letter_message_id(kind, call, "77" * 32, OWN).partition("@")[0].split(".")[2:4]
    return {
        "invented": true.replace(token, "a" * 26).replace(mac, "b" * 26),
        "token of one letter, MAC of another": true.replace(mac, far[1]),
        "MAC cut": true.replace(mac, mac[:-1]),
        "token cut": true.replace(token, token[1:]),
        "without a MAC": true.replace(f".{mac}", ""),
        "MAC longer": true.replace(mac, f"{mac}a"),
        "token longer": true.replace(token, f"a{token}"),
        "MAC twice": true.replace(mac, f"{mac}{mac}"),
        "token and MAC change places": f"{true[: true.index(token)]}{mac}.{token}{_DOMAIN}>",
        "one letter other": true.replace(mac, ("b" if mac[0] == "a" else "a") + mac[1:]),
        "upper case": true.replace(token, token.upper()).replace(mac, mac.upper()),
        "letters that look alike": true.replace(mac, "\N{CYRILLIC SMALL LETTER A}" + mac[1:]),
        "another kind": true.replace(f".{true.split('.')[1]}.", ".reminder."),
        "no kind of ours": true.replace(f".{true.split('.')[1]}.", ".receipt."),
        "another key": letter_message_id(kind, call, OCCASION, STRANGER),
        "another installation": letter_message_id(kind, call, OCCASION, replace(STRANGER, domain="calls.example.com")),
        "our key's, of another domain": letter_message_id(kind, call, OCCASION, replace(OWN, domain="example.com")),
        "another call": letter_message_id(kind, "no-such-call", OCCASION, OWN),
        "without a key": letter_message_id(kind, call, OCCASION, replace(OWN, key=bytes(32))),
        "in two lines": true.replace(".", ".\r\n ", 2),
        "a comment within": true.replace(".", "(x).", 1),
    }


def _mail(fields: str, text: str = "1. I cook.\r\n2. Two choices.\r\n") -> bytes:
    return (
        f"From: Jana <jana@example.net>\r\nSubject: Re: x\r\nMessage-ID: <r@example.net>\r\n{fields}"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}"
    ).encode()


def _report(fields: str = "", text: str = "It could not be delivered.", status: str = "", returned: str = "") -> bytes:
    return (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@example.net\r\nSubject: Undelivered Mail\r\nAuto-Submitted: auto-replied\r\n"
        f"{fields}MIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n{status}\r\n"
        "Final-Recipient: rfc822; jana@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers; charset=utf-8\r\n\r\n{returned}Subject: x\r\n--b--\r\n"
    ).encode()


def _automatic(fields: str) -> bytes:
    return _mail(f"Auto-Submitted: auto-replied\r\n{fields}", "I am away until Monday.\r\n")


class Path(NamedTuple):
    """mail: one that names a letter. believed: what shows that it is."""

    mail: Callable[[str], bytes]
    believed: Callable[[Reading], object]
    calls: tuple = (CALL,)  # type: ignore[type-arg]
    kind: str = "acknowledgement"


def _thread(reading: Reading) -> object:
    return reading.thread


def _returned(reading: Reading) -> object:
    return reading.returned


def _drafting(reading: Reading) -> object:
    return (reading.drafting, "draft" in reading.reason)


TO = "To: calls@example.org\r\n"
PATHS = {
    "In-Reply-To of a reply": Path(lambda i: _mail(f"{TO}In-Reply-To: {i}\r\n"), _thread),
    "References of a reply": Path(lambda i: _mail(f"{TO}References: <a@example.net> {i} <b@example.net>\r\n"), _thread),
    "which of two calls": Path(lambda i: _mail(f"{TO}In-Reply-To: {i}\r\n"), lambda r: (r.call, r.thread), (CALL, OTHER)),
    "Message-ID of the returned letter": Path(lambda i: _report(TO, returned=f"Message-ID: {i}\r\n"), _returned),
    "X-Mailbot-Loop of the returned letter": Path(
        lambda i: _report(TO, returned=f"Message-ID: <new@relay.example>\r\nX-Mailbot-Loop: {i[1:-1]}\r\n"), _returned
    ),
    "envelope id of a report": Path(lambda i: _report(TO, status=f"Original-Envelope-Id: {i[1:-1]}\r\n"), _returned),
    "words of a report": Path(lambda i: _report(TO, text=f"Your message {i} was refused."), _returned),
    "In-Reply-To of a report": Path(lambda i: _report(f"{TO}In-Reply-To: {i}\r\n"), _returned),
    "In-Reply-To of an automatic reply": Path(lambda i: _automatic(f"{TO}In-Reply-To: {i}\r\n"), _returned),
    "References to a draft": Path(lambda i: _mail(f"{TO}References: {i}\r\n", "ok\r\n"), _drafting, kind="draft"),
    "In-Reply-To to a draft": Path(lambda i: _mail(f"{TO}In-Reply-To: {i}\r\n", "ok\r\n"), _drafting, kind="draft"),
}


def _decided(path: Path, message_id: str) -> tuple[object, object]:
    """All that the reading decides, without what names the bytes themselves."""
    reading = read(path.mail(message_id), RECEIVED["on_time"], path.calls, OWN)
    bare = replace(
        reading, sha256="", fingerprint="", references=(), text="", reply="", traces=(), attachments=(), documents=()
    )
    return bare, path.believed(reading)


@pytest.mark.parametrize("name", PATHS)
def test_no_forged_name_of_a_letter_is_believed(name: str) -> None:
    path = PATHS[name]
    true, call = (DRAFT, "") if path.kind == "draft" else (TRUE, CALL.slug)
    nothing = _decided(path, "<nothing@example.net>")
    assert _decided(path, true)[1] != nothing[1], "the true one is believed"
    for what, forged in forgeries(true, path.kind, call).items():
        assert forged != true
        assert _decided(path, forged) == nothing, what


def test_the_name_of_a_letter_of_one_kind_is_none_of_another() -> None:
    as_draft, as_reply = PATHS["In-Reply-To to a draft"], PATHS["In-Reply-To of a reply"]
    assert _decided(as_draft, TRUE)[1] == _decided(as_draft, "<nothing@example.net>")[1]
    assert _decided(as_draft, letter_message_id("draft", CALL.slug, OCCASION, OWN))[1] == (None, False)
    assert _decided(as_reply, DRAFT)[1] == ()


@pytest.mark.parametrize("of", ["report", "automatic"])
def test_no_forged_address_of_a_bounce_is_believed(of: str) -> None:
    def returned(local: str) -> str | None:
        fields = f"Delivered-To: {local}@example.org\r\nTo: {local}@example.org\r\n"
        raw = _report(fields) if of == "report" else _automatic(fields)
        return read(raw, RECEIVED["on_time"], [CALL], OWN).returned

    def local(message_id: str) -> str:
        return bounce_path(PATTERN, message_id).partition("@")[0]

    true, far = local(TRUE), local(letter_message_id("acknowledgement", CALL.slug, "77" * 32, OWN))
    assert returned(true) == returned(true.upper()) == TRUE, "servers do not keep the case of an address"
    forged = [
        f"calls+{'a' * 42}",
        true[:-1],
        f"{true}a",
        true[:-16],
        true[:-16] + far[-16:],
        f"calls+{true[-16:]}{true[6:-16]}",
        true[:-1] + ("b" if true[-1] == "a" else "a"),
        f"{true[:32]}.{true[32:]}",
        true.replace("+", "+a"),
        *(local(letter_message_id("acknowledgement", "no-such-call", OCCASION, own)) for own in (OWN, STRANGER)),
        local(letter_message_id("acknowledgement", CALL.slug, OCCASION, STRANGER)),
    ]
    assert dict.fromkeys(forged) == {one: returned(one) for one in forged}


def test_a_field_of_ours_in_the_mail_of_a_person_gives_nothing() -> None:
    for value in (local_part(TRUE), TRUE, "1", "mailbot.ack.x.y"):
        with_it, without = (
            read(_mail(f"{TO}{field}"), RECEIVED["on_time"], [CALL], OWN) for field in (f"X-Mailbot-Loop: {value}\r\n", "")
        )
        assert (with_it.thread, with_it.returned, with_it.call) == ((), None, CALL.slug)
        assert (with_it.answers, with_it.sender) == (without.answers, without.sender)
        assert not with_it.ack
