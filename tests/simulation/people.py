"""Who writes in a simulation, and what: plain mails of every kind, each telling what must become of it."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from enum import StrEnum

from mailbot.core.call import Call


class Sort(StrEnum):
    answer = "answer"
    forged = "forged"
    machine = "machine"
    broken = "broken"


@dataclass(slots=True)
class Posted:
    """One mail that was sent: by whom, for which call, what sort, when the server took it first, and its bytes."""

    raw: bytes
    sort: Sort
    call: str
    address: str
    received_at: datetime


@dataclass(slots=True)
class Person:
    """A candidate: one address, one call, the mails written so far, and those that somebody else wrote in this name."""

    address: str
    call: Call
    written: list[Posted] = field(default_factory=list)
    forged: list[Posted] = field(default_factory=list)


def answer(rng: random.Random, person: Person, when: datetime, n: int) -> Posted:
    """A reply that answers some questions by number; the number `n` keeps every mail's words its own."""
    asked = [k for k, _ in enumerate(person.call.questions, 1) if rng.random() < 0.7] or [1]
    body = "\r\n\r\n".join(f"{k}. Answer {n} of {person.address.split('@')[0]} to question {k}, as I see it." for k in asked)
    raw = _mail(
        person.address, person.call, f"Re: Call {n}", body, when, f"<{n}.{rng.getrandbits(40):x}@example.org>", aligned=True
    )
    return Posted(raw, Sort.answer, person.call.slug, person.address, when)


def both(rng: random.Random, first: Person, second: Person, when: datetime, n: int) -> tuple[Posted, Posted]:
    """One reply of somebody to two calls, below the questions of both: the same mail, once for each call."""
    lines = [
        f"> {k}. {question.text}\r\nAnswer {n} of {person.address.split('@')[0]} about {person.call.slug}, as I see it.\r\n"
        for person in (first, second)
        for k, question in enumerate(person.call.questions, 1)
        if k == 1 or rng.random() < 0.7
    ]
    message_id = f"<{n}.{rng.getrandbits(40):x}@example.org>"
    raw = _mail(first.address, first.call, f"Re: Call {n}", "\r\n".join(lines), when, message_id, aligned=True)
    one, two = (Posted(raw, Sort.answer, person.call.slug, person.address, when) for person in (first, second))
    return one, two


def forgery(rng: random.Random, person: Person, when: datetime, n: int) -> Posted:
    """A mail in somebody's name that nobody vouches for; it answers every question."""
    body = "\r\n\r\n".join(f"{k}. FORGED {n}." for k, _ in enumerate(person.call.questions, 1))
    message_id = f"<{n}.{rng.getrandbits(40):x}@evil.test>"
    raw = _mail(person.address, person.call, f"Re: Call {n}", body, when, message_id, aligned=False)
    return Posted(raw, Sort.forged, person.call.slug, person.address, when)


def machine(rng: random.Random, call: Call, when: datetime, n: int) -> Posted:
    """An out-of-office note, which must never get a letter."""
    raw = _mail(f"away{n}@example.org", call, "Automatic reply", "I am away.", when, f"<{n}@example.org>", aligned=True)
    sign = rng.choice((b"Auto-Submitted: auto-replied\r\n", b"Precedence: bulk\r\nList-Id: <x.example.org>\r\n"))
    return Posted(sign + raw, Sort.machine, call.slug, f"away{n}@example.org", when)


def broken(rng: random.Random, call: Call, when: datetime, n: int) -> Posted:
    """Bytes that cannot be attributed to anybody."""
    raw = rng.choice(
        (
            b"\xff\xfe\x00garbage %d" % n,
            b"From: a@example.org, b@example.org\r\nFrom: c@example.org\r\nTo: %b\r\n\r\n1. hello %d\r\n"
            % (call.addresses[0].encode(), n),
            b"From: x\r\nMessage-ID: <%d@example.org>\r\n\r\nnobody\r\n" % n,
        )
    )
    return Posted(raw, Sort.broken, call.slug, "", when)


def _mail(sender: str, call: Call, subject: str, body: str, when: datetime, message_id: str, *, aligned: bool) -> bytes:
    lines = [
        f"Return-Path: <{sender}>",
        f"Delivered-To: {call.addresses[0]}",
        f"Authentication-Results: mx.example.net; dmarc={'pass' if aligned else 'none'} header.from=example.org",
        f"From: {sender}",
        f"To: {call.addresses[0]}",
        f"Subject: {subject}",
        f"Date: {format_datetime(when)}",
        f"Message-ID: {message_id}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        body,
        "",
    ]
    return "\r\n".join(lines).encode()
