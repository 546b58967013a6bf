"""Storms: machines by the thousand, systems that answer every letter, mails in somebody's name; through the real parts.

Only the mailbox and the relay are in memory. Each system writes as those do that we have samples of.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from itertools import count

import pytest

from mailbot.core.letter import LetterState, OutboxRow
from mailbot.core.manners import Limits
from mailbot.core.storms import LEAST, said, storms
from mailbot.core.submission import current
from tests.parts import ADDRESS, NOW, Parts, reply

THOUSAND = 1000
MONTH = timedelta(days=30)


def out_of_office(n: int) -> bytes:
    return (
        f"Return-Path: <>\r\nFrom: person{n}@away.example\r\nTo: {ADDRESS}\r\nSubject: Automatic reply: your call {n}\r\n"
        f"Message-ID: <away{n}@away.example>\r\nAuto-Submitted: auto-replied\r\n\r\nI am away until Monday {n}.\r\n"
    ).encode()


def backscatter(n: int) -> bytes:
    """A bounce of something that somebody else sent in our name."""
    return (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx{n % 7}.relay.example\r\nTo: {ADDRESS}\r\nSubject: Undelivered Mail {n}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\n"
        f"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <spam{n}@elsewhere.example>\r\nSubject: Win\r\n--b--\r\n"
    ).encode()


def send_all(parts: Parts) -> list[OutboxRow]:
    """Every letter that is due, handed to a relay that takes all."""
    sent = []
    while (row := parts.store.claim(parts.clock())) is not None:
        parts.store.note_attempt(row.id, LetterState.sent, parts.clock(), code=250)
        sent.append(row)
    return sent


def test_two_thousand_machines_get_nothing_and_people_between_them_their_letters_at_once() -> None:
    parts = Parts()
    people = [f"person{n}@people.example" for n in range(10)]
    for n in range(THOUSAND):
        parts.deliver(out_of_office(n))
        parts.deliver(backscatter(n))
        if n % 100 == 50:
            parts.deliver(reply(people[n // 100], message_id=f"<{n}@people.example>"))
    done = parts.round()
    assert (done.taken, done.letters) == (2 * THOUSAND + 10, 10)
    assert [row.letter.recipient for row in send_all(parts)] == people
    assert [submission.address for submission in parts.store.submissions("a-call")] == people
    found = storms(parts.store.quiet_mails(NOW - timedelta(days=1)))
    assert said(found) == ("1000 automatic replies (away.example) and 1000 bounces (relay.example); none was answered")


Answer = Callable[[int, OutboxRow], bytes]


def ticket_system(n: int, row: OutboxRow, *, sender: str = "help@desk.example", thread: bool = True, more: str = "") -> bytes:
    """Without any header that would give it away: the subject grows, our letter is quoted below."""
    letter = message_from_bytes(row.letter.raw, policy=default)
    text = letter.get_body(("plain",))
    quoted = "".join(f"> {line}\r\n" for line in (text.get_content() if text is not None else "").splitlines())
    named = f"In-Reply-To: {row.letter.message_id}\r\n" if thread else ""
    body = f"Thank you, we have received your message and will be in touch.{more}\r\n\r\nOn Monday Calls wrote:\r\n{quoted}"
    return reply(sender, body, f"<ticket{n}@desk.example>", f"[#{4711 + n}] Re: {letter['Subject']}", extra=named)


SYSTEMS: dict[str, Answer] = {
    "in the thread": ticket_system,
    "beside the thread": lambda n, row: ticket_system(n, row, thread=False),
    "with a plus address for each ticket": lambda n, row: ticket_system(n, row, sender=f"help+{n}@desk.example"),
    "with an address for each ticket": lambda n, row: ticket_system(n, row, sender=f"help-{n}@desk.example"),
    "with an address for each ticket, beside the thread": lambda n, row: ticket_system(
        n, row, sender=f"help-{n}@desk.example", thread=False
    ),
    "with words of its own each time": lambda n, row: ticket_system(n, row, more=f" Your number is {n}. It is {n} o'clock."),
    "by the words of a person": lambda n, row: reply(
        "help@desk.example", f"Dear all,\r\n\r\nhow nice to hear from you. This is letter {n}.\r\n", f"<{n}@desk.example>"
    ),
    "by the words of a person, with an address for each": lambda n, row: reply(
        f"help-{n}@desk.example",
        f"Dear all,\r\n\r\nhow nice. This is letter {n}.\r\n",
        f"<{n}@desk.example>",
        extra=f"In-Reply-To: {row.letter.message_id}\r\n",
    ),
    "by numbered answers": lambda n, row: reply(
        "help@desk.example", f"1. Case {n}.\r\n\r\n2. Open.\r\n", f"<{n}@desk.example>"
    ),
}


@pytest.mark.parametrize("answer", SYSTEMS.values(), ids=SYSTEMS)
def test_a_system_that_answers_every_letter_is_soon_left_alone(answer: Answer) -> None:
    """It wrote once, as a person's answer; each letter is answered after a minute, for a month."""
    parts, numbers = Parts(), count(1)
    parts.deliver(reply("help@desk.example"))
    letters: list[OutboxRow] = []
    while parts.clock() < NOW + MONTH:
        parts.round()
        sent = send_all(parts)
        letters += sent
        if not sent:
            break
        parts.clock.advance(minutes=1)
        for row in sent:
            parts.deliver(answer(next(numbers), row), parts.clock())
    assert len(letters) <= 1 + Limits().further_per_day
    assert parts.store.next_due() is None


FORGED = {
    "its domain disowns it": (THOUSAND, "fail", "", ""),
    "the envelope names another": (50, "none", "", "spammer@elsewhere.example"),
    "no machine of that domain sent it": (50, "none", " spf=fail smtp.mailfrom=victim@third.example;", ""),
}


@pytest.mark.parametrize(("number", "dmarc", "spf", "path"), FORGED.values(), ids=FORGED)
def test_a_thousand_mails_in_somebody_s_name_bring_that_person_nothing(number: int, dmarc: str, spf: str, path: str) -> None:
    parts, victim = Parts(), "victim@third.example"
    for n in range(number):
        raw = reply(victim, f"1. I am {n}.\r\n\r\n2. Every day.\r\n", f"<{n}@third.example>", dmarc=dmarc)
        raw = raw.replace(f"Return-Path: <{victim}>".encode(), f"Return-Path: <{path or victim}>".encode())
        parts.deliver(raw.replace(b"mx.example.net; dmarc", f"mx.example.net;{spf} dmarc".encode()))
    parts.deliver(reply("jana@example.org"))
    parts.round()
    assert Counter(row.letter.recipient for row in send_all(parts)) == {"jana@example.org": 1}
    if number >= LEAST:
        told = said(storms(parts.store.quiet_mails(NOW - timedelta(days=1))))
        assert told == f"{number} mails in somebody's name that the sender's domain disowns (third.example); none was answered"


def test_in_the_name_of_a_domain_that_protects_none_of_its_mail_a_person_gets_two_letters_at_most() -> None:
    """Nobody can tell such a mail from hers. Neither says a word of what was written, and a real answer still counts."""
    parts, victim = Parts(), "victim@third.example"
    for n in range(50):
        parts.deliver(reply(victim, f"1. I am {n}.\r\n\r\n2. SECRET.\r\n", f"<{n}@third.example>", dmarc="none"))
    parts.round()
    forged = send_all(parts)
    assert len(forged) <= 1 + Limits().unconfirmed_further_per_week
    assert all(b"SECRET" not in row.letter.raw for row in forged)
    parts.clock.advance(hours=1)
    parts.deliver(reply(victim, message_id="<true@third.example>"), parts.clock())
    parts.round()
    assert [row.letter.recipient for row in send_all(parts)] == [victim]
    (entry,) = parts.store.submissions("a-call")
    assert [answer.text for answer in current(entry)] == ["I work in probation.", "A large one, every day."]
