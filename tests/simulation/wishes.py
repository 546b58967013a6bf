"""What candidates, colleagues, organisers and thieves do about entries, and with the letters that the relay delivered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mailbot.core.letter import Letter, LetterKind
from tests.simulation import asking, people
from tests.simulation.people import Person

if TYPE_CHECKING:
    from tests.simulation.world import World

THIEF = "eve@evil.test"
_WITH_TOKEN = (LetterKind.withdrawal, LetterKind.withdrawn, LetterKind.confirm)
_SENT_ON_AT_MOST = 5  # by one sender: what is over a day's limit waits for a person


def happen(world: World, when: datetime) -> None:
    """One thing about an entry. A letter that has come is answered more often than something new is asked."""
    rng, n = world.rng, len(world.posted)
    letters = [letter for letter in world.relay.accepted if letter.kind in (*_WITH_TOKEN, LetterKind.question)]
    if not letters or rng.random() < 0.25:
        _ask(world, when, n)
        return
    kind = rng.choice(sorted({letter.kind for letter in letters}))  # of some there are many, and all are to be played
    letters = [letter for letter in letters if letter.kind is kind]
    letter = letters[-1] if rng.random() < 0.6 else rng.choice(letters)
    if letter.kind is LetterKind.question:
        _about_a_question(world, letter, when, n)
    elif letter.kind is LetterKind.withdrawn and rng.random() < 0.5:
        _after_a_withdrawal(world, letter, n)
    else:
        _with_a_token(world, letter, when, n)


def _ask(world: World, when: datetime, n: int) -> None:
    rng = world.rng
    with_entry = [person for person in world.people if person.written or person.forged or person.sent_on]
    person = rng.choice(with_entry or world.people)
    choice = rng.random()
    if choice < 0.4:
        world.post(asking.wish(rng, person, when, n))
    elif choice < 0.5:
        world.post(asking.wish(rng, person, when, n, dmarc=rng.choice(("none", "none", "fail"))))
    elif choice < 0.68:
        world.post(asking.question(rng, person, when, n, dmarc=rng.choice(("pass", "pass", "none"))))
    else:
        _send_on(world, person, when, n)


def _send_on(world: World, person: Person, when: datetime, n: int) -> None:
    """Answers of somebody known, this person or one named before, or of somebody new, by a colleague or a stranger."""
    rng = world.rng
    known = [one for one in world.people if one.sent_on] or [person]
    named = rng.choice(known) if rng.random() < 0.6 else Person(f"named{n}@example.org", person.call)
    others = [p.address for p in world.people if p.call is named.call and p.address != named.address]
    sender = rng.choice([*others, THIEF])
    for k in range(rng.choice((1, 1, 1, 1, _SENT_ON_AT_MOST))):
        mail = asking.sent_on(rng, sender, named, when, n + k, dmarc=rng.choice(("pass", "pass", "pass", "none")))
        if mail.aligned:
            if sum(m.address == sender for p in world.people if p.call is named.call for m in p.sent_on) == _SENT_ON_AT_MOST:
                return
            named.sent_on.append(mail)
            if named not in world.people:
                world.people.append(named)
        world.post(mail)


def _about_a_question(world: World, letter: Letter, when: datetime, n: int) -> None:
    """A contact answers, or somebody in a contact's name, or somebody whom it reached otherwise."""
    rng, call = world.rng, world.call(letter.call)
    choice = rng.random()
    candidates = [person for person in world.people if person.call is call]
    if choice < 0.7 or not candidates:
        dmarc = "pass" if choice < 0.35 else rng.choice(("none", "none", "fail"))
        world.post(asking.told(rng, letter, call, letter.recipient, when, n, dmarc=dmarc))
    else:
        person = rng.choice(candidates)
        person.written.append(people.answer(rng, person, when, n, letter))
        world.post(person.written[-1])


def _after_a_withdrawal(world: World, letter: Letter, n: int) -> None:
    """Answers in spite of it; or a change of mind, in time or too late."""
    rng, call = world.rng, world.call(letter.call)
    if rng.random() < 0.5:
        person = world.person(letter.recipient, letter.call)
        person.written.append(people.answer(rng, person, world.now, n))
        world.post(person.written[-1])
        return
    world.live(days=rng.choice((13, 15, 15)))
    world.post(asking.token(rng, letter, call, letter.recipient, world.now, n))


def _with_a_token(world: World, letter: Letter, when: datetime, n: int) -> None:
    rng, call = world.rng, world.call(letter.call)
    person = world.person(letter.recipient, letter.call)
    choice = rng.random()
    if choice < 0.4:
        world.post(asking.token(rng, letter, call, person.address, when, n))
    elif choice < 0.48:
        world.post(asking.token(rng, letter, call, person.address, when, n, yes=False))
    elif choice < 0.62:
        world.post(asking.token(rng, letter, call, person.address, when, n, dmarc=rng.choice(("none", "none", "fail"))))
    elif choice < 0.78:
        thief = rng.choice([THIEF, *(p.address for p in world.people if p.address != person.address)])
        world.post(asking.token(rng, letter, call, thief, when, n))
    elif choice < 0.84:
        dmarc = rng.choice(("pass", "none"))
        mail = asking.cut_off(rng, person, letter, when, n, dmarc=dmarc)
        (person.written if mail.aligned else person.forged).append(mail)
        world.post(mail)
    else:
        other = next((one for one in world.calls if one is not call), call)
        world.post(asking.token(rng, letter, other, person.address, when, n, threaded=other is call))
