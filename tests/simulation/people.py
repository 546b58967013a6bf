"""Who writes in a simulation, and what: plain mails of every kind, each telling what must become of it."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from enum import StrEnum

from mailbot.core.call import Call
from mailbot.core.letter import Letter


class Sort(StrEnum):
    """answer: adds to the writer's own entry. wish: to withdraw it. token: says yes or no to a letter of ours and brings its
    token. question, told: asked of the organisers, and what one of them says to it. sent_on: brings somebody else's answers."""

    answer = "answer"
    forged = "forged"
    machine = "machine"
    broken = "broken"
    wish = "wish"
    token = "token"
    question = "question"
    told = "told"
    sent_on = "sent-on"


@dataclass(slots=True)
class Posted:
    """One mail that was sent: by whom, for which call, what sort, when the server took it first, and its bytes.

    aligned: its server vouches for the address. letter: of ours, that it answers or that its token is from. yes: whether it
    says so to that. named: whose answers it brings.
    """

    raw: bytes
    sort: Sort
    call: str
    address: str
    received_at: datetime
    aligned: bool = True
    letter: Letter | None = None
    yes: bool = False
    named: str = ""


@dataclass(slots=True)
class Person:
    """A candidate: one address, one call, the mails of answers written so far, those that somebody else wrote in this name, and
    those in which somebody surely known sent on answers of this person."""

    address: str
    call: Call
    written: list[Posted] = field(default_factory=list)
    forged: list[Posted] = field(default_factory=list)
    sent_on: list[Posted] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.address.partition("@")[0]


def answer(rng: random.Random, person: Person, when: datetime, n: int, to: Letter | None = None) -> Posted:
    """A reply that answers some questions by number; the number `n` keeps every mail's words its own. to: a letter of ours that
    it says to answer."""
    asked = [k for k, _ in enumerate(person.call.questions, 1) if rng.random() < 0.7] or [1]
    message_id = f"<{n}.{rng.getrandbits(40):x}@example.org>"
    raw = mail(person.address, person.call, f"Re: Call {n}", answers(person, n, asked), when, message_id, to=to)
    return Posted(raw, Sort.answer, person.call.slug, person.address, when)


def answers(person: Person, n: int, asked: Iterable[int]) -> str:
    """What this person says, by number."""
    return "\r\n\r\n".join(f"{k}. Answer {n} of {person.name} to question {k}, as I see it." for k in asked)


def both(rng: random.Random, first: Person, second: Person, when: datetime, n: int) -> tuple[Posted, Posted]:
    """One reply of somebody to two calls, below the questions of both: the same mail, once for each call."""
    lines = [
        f"> {k}. {question.text}\r\nAnswer {n} of {person.name} about {person.call.slug}, as I see it.\r\n"
        for person in (first, second)
        for k, question in enumerate(person.call.questions, 1)
        if k == 1 or rng.random() < 0.7
    ]
    message_id = f"<{n}.{rng.getrandbits(40):x}@example.org>"
    raw = mail(first.address, first.call, f"Re: Call {n}", "\r\n".join(lines), when, message_id)
    one, two = (Posted(raw, Sort.answer, person.call.slug, person.address, when) for person in (first, second))
    return one, two


def forgery(rng: random.Random, person: Person, when: datetime, n: int) -> Posted:
    """A mail in somebody's name that nobody vouches for; it answers every question."""
    body = "\r\n\r\n".join(f"{k}. FORGED {n}." for k, _ in enumerate(person.call.questions, 1))
    message_id = f"<{n}.{rng.getrandbits(40):x}@evil.test>"
    raw = mail(person.address, person.call, f"Re: Call {n}", body, when, message_id, dmarc="none")
    return Posted(raw, Sort.forged, person.call.slug, person.address, when, aligned=False)


def machine(rng: random.Random, call: Call, when: datetime, n: int) -> Posted:
    """An out-of-office note, which must never get a letter."""
    raw = mail(f"away{n}@example.org", call, "Automatic reply", "I am away.", when, f"<{n}@example.org>")
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


def mail(
    sender: str,
    call: Call,
    subject: str,
    body: str,
    when: datetime,
    message_id: str,
    *,
    dmarc: str = "pass",
    to: Letter | None = None,
) -> bytes:
    """The bytes of a mail to a call. dmarc: what its server says of the sender: pass, none or fail. to: which it answers."""
    thread = [f"In-Reply-To: {to.message_id}", f"References: {to.message_id}"] if to is not None else []
    lines = [
        f"Return-Path: <{sender}>",
        f"Delivered-To: {call.addresses[0]}",
        f"Authentication-Results: mx.example.net; dmarc={dmarc} header.from={sender.rpartition('@')[2]}",
        f"From: {sender}",
        f"To: {call.addresses[0]}",
        f"Subject: {subject}",
        f"Date: {format_datetime(when)}",
        f"Message-ID: {message_id}",
        *thread,
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        body,
        "",
    ]
    return "\r\n".join(lines).encode()
