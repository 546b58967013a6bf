"""Mails that ask for something or answer a letter of ours, as people and as attackers write them."""

import random
import re
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import format_datetime

from mailbot.core.call import Call
from mailbot.core.letter import Letter, LetterKind
from tests.simulation.people import Person, Posted, Sort, answers, mail

TOKEN = re.compile(r"mbt-[a-z2-7]{26}")
_WISHES = (
    "Please withdraw my application.",
    "I would like to withdraw my application.",
    "Hiermit ziehe ich meine Bewerbung zurück.",
)
_YES = {
    LetterKind.withdrawal: ("Yes", "Yes, please.", "Ja"),
    LetterKind.withdrawn: ("Yes", "Yes, please.", "Ja"),
    LetterKind.confirm: ("Yes", "Yes, these are my answers.", "I confirm."),
}
_NO = {
    LetterKind.withdrawal: ("No", "No, please keep my application."),
    LetterKind.withdrawn: ("No", "No, thank you."),
    LetterKind.confirm: ("No", "No, I did not write that."),
}


def wish(rng: random.Random, person: Person, when: datetime, n: int, *, dmarc: str = "pass") -> Posted:
    """Somebody asks, in this name, to take the entry back."""
    body = f"{rng.choice(_WISHES)}\r\n\r\n{person.name}"
    raw = mail(person.address, person.call, f"Withdrawal {n}", body, when, _id(rng, n), dmarc=dmarc)
    return Posted(raw, Sort.wish, person.call.slug, person.address, when, aligned=dmarc == "pass")


def token(
    rng: random.Random,
    letter: Letter,
    call: Call,
    sender: str,
    when: datetime,
    n: int,
    *,
    yes: bool = True,
    dmarc: str = "pass",
    threaded: bool = True,
) -> Posted:
    """A yes or no with the token of a letter: by answering it, with or without its words, or by its code in a mail of its own,
    which nobody does who says no.

    call: to which it is sent. threaded: whether it may say which letter it answers.
    """
    said, (subject, text) = rng.choice((_YES if yes else _NO)[letter.kind]), _letter(letter)
    shape = rng.choice(("quoted", "thread", "code")[: 3 if yes else 2]) if threaded else "code"
    body = {
        "quoted": f"{said}\r\n\r\n{_quoted(text, call, when)}",
        "thread": said,
        "code": f"{said}\r\n\r\n{_token(text)}",
    }[shape]
    to = letter if shape != "code" else None
    raw = mail(sender, call, f"Re: {subject}", body, when, _id(rng, n), dmarc=dmarc, to=to)
    return Posted(raw, Sort.token, call.slug, sender, when, dmarc == "pass", letter, yes)


def cut_off(rng: random.Random, person: Person, letter: Letter, when: datetime, n: int, *, dmarc: str = "pass") -> Posted:
    """A token that lost its end is none: these are words like others, of whoever wrote them."""
    code = _token(_letter(letter)[1])[: -rng.randint(1, 20)]
    word = f"My word {n} of {person.name} is yes" if dmarc == "pass" else f"FORGED {n} is my yes"
    raw = mail(person.address, person.call, f"Re: Call {n}", f"{word}: {code}", when, _id(rng, n), dmarc=dmarc)
    sort, aligned = (Sort.answer, True) if dmarc == "pass" else (Sort.forged, False)
    return Posted(raw, sort, person.call.slug, person.address, when, aligned)


def question(rng: random.Random, person: Person, when: datetime, n: int, *, dmarc: str = "pass") -> Posted:
    """Something that the organisers have to answer."""
    body = f"Will the travel costs of day {n} be paid?\r\n\r\n{person.name}"
    raw = mail(person.address, person.call, f"Question {n}", body, when, _id(rng, n), dmarc=dmarc)
    return Posted(raw, Sort.question, person.call.slug, person.address, when, dmarc == "pass")


def told(rng: random.Random, letter: Letter, call: Call, sender: str, when: datetime, n: int, *, dmarc: str = "pass") -> Posted:
    """An answer to a question that we passed on, as a contact of the call gives it."""
    subject, text = _letter(letter)
    body = f"They will be paid, see page {n}.\r\n\r\n{_quoted(text, call, when)}"
    raw = mail(sender, call, f"Re: {subject}", body, when, _id(rng, n), dmarc=dmarc, to=letter)
    return Posted(raw, Sort.told, call.slug, sender, when, dmarc == "pass", letter)


def sent_on(rng: random.Random, sender: str, named: Person, when: datetime, n: int, *, dmarc: str = "pass") -> Posted:
    """Answers that somebody got from a colleague and sends on, printed below."""
    lines = [
        "Hello,",
        "",
        "I send you the answers of my colleague.",
        "",
        "---------- Forwarded message ---------",
        f"From: Colleague <{named.address}>",
        "Date: Mon, 1 Feb 2021 at 09:00",
        "Subject: answers",
        f"To: {sender}",
        "",
        answers(named, n, range(1, len(named.call.questions) + 1)),
    ]
    raw = mail(sender, named.call, "Fwd: answers", "\r\n".join(lines), when, _id(rng, n), dmarc=dmarc)
    return Posted(raw, Sort.sent_on, named.call.slug, sender, when, dmarc == "pass", named=named.address)


def _letter(letter: Letter) -> tuple[str, str]:
    """Subject and text of a letter, as its reader sees them."""
    message = message_from_bytes(letter.raw, policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return str(message["Subject"]), body.get_content()


def _token(text: str) -> str:
    found = TOKEN.search(text)
    assert found is not None
    return found[0]


def _quoted(text: str, call: Call, when: datetime) -> str:
    lines = [f"> {line}".rstrip() for line in text.splitlines()]
    return "\r\n".join([f"On {format_datetime(when)}, Calls <{call.addresses[0]}> wrote:", *lines])


def _id(rng: random.Random, n: int) -> str:
    return f"<{n}.{rng.getrandbits(40):x}@example.org>"
