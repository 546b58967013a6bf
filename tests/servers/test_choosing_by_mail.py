"""A call of 300 entries and 20 places, from its opening to the invitations accepted, with everybody's mail on real servers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from mailbot.core.decisions import OfferState
from mailbot.papers import scores
from tests.servers.choosing import ANN, BEN, CALLS, MX, OPENING, Got, Stage, stage
from tests.servers.dovecot import Dovecot
from tests.servers.people import (
    CALL,
    CHANGED,
    EVERYBODY,
    GONE,
    NEXT,
    ON_HOLD,
    TOP,
    UNSURE,
    arrival,
    body,
    bounced,
    code_of,
    day_of,
    filled,
    language,
    name,
    person,
    table,
)
from tests.servers.postfix import DOMAIN, Postfix

NO_PLACE = frozenset(EVERYBODY) - {*TOP, *NEXT, *ON_HOLD, GONE}
YES = {
    "en": ("Yes, I will be there with pleasure.", "Yes, I accept the place. I eat no meat.", "Yes, thank you, I am coming!"),
    "de": ("Ja, ich komme gerne.",),
    "fr": ("Oui, je viens avec plaisir.",),
}


class Play(Stage):
    """What the people of this call do."""

    def enter(self) -> None:
        """Three weeks of entries, day by day: taken in in the evening, told to the contacts in the morning."""
        self.tick()
        coming = sorted((arrival(n), n) for n in EVERYBODY)
        for day in range(22):
            evening = OPENING.replace(hour=21) + timedelta(days=day)
            for when, n in [one for one in coming if evening - timedelta(days=1) < one[0] <= evening]:
                self.clock.now = when
                self.arrives(self.mail(person(n), body(n), name=name(n), dmarc="none" if n in UNSURE else "pass"), when)
            self.clock.now = evening
            self._besides(day)
            self.tick()
            self.tick(hours=10, minutes=5)  # 08:05 in Brussels

    def _besides(self, day: int) -> None:
        """Other mail than first entries."""
        if day == 20:
            for n in CHANGED:
                self.arrives(self.mail(person(n), f"2. A choir of {n} voices, which sings outside as well.\n", name=name(n)))
        if day == 3:
            ack = self.last(person(10), "ack")
            out = "I am away until Monday and read no email."
            self.replies(ack, out, Auto_Submitted="auto-replied", subject="Automatic reply: Call for practices")
            self.arrives(bounced(self.last(person(15), "ack"), self.clock.now))
        if day == 5:
            more = {"List_Unsubscribe": "<mailto:off@example.test>", "List_Id": "<news.example.test>", "Precedence": "bulk"}
            self.arrives(self.mail(f"news@{DOMAIN}", "Ten tips for your garden.\n", subject="Our newsletter", **more))
        if day == 6:
            self.arrives(self.mail(person(GONE), "Please withdraw my application.\n"))
        if day == 7:
            self.replies(self.last(person(GONE), "withdrawal"), "Yes, please withdraw it.")

    def judge(self) -> None:
        """Three reviewers score all entries in sheets; of two at odds the median stands."""
        its = self.desk
        numbers = {entry.reference: entry.number for entry in its.entries}
        counting = [entry for entry in its.entries if entry.counts]
        for reviewer, address in enumerate(self.call.selection.reviewers):
            empty = scores.written(self.call, counting, {})
            read = scores.read(filled(empty, reviewer), "scores.xlsx", self.call, numbers, address, self.clock.now)
            assert len(read) == 299
            self.app.store.keep_scores(read, self.clock.now, address)

    def say(self, number: int, words: str, *kinds: str, style: int = 0, **how: str) -> None:
        """A candidate answers the newest letter of these kinds."""
        self.clock.advance(minutes=1)
        self.replies(self.last(person(number), *(kinds or ("invitation",))), words, style=style, **how)

    def accept(self, numbers: Iterable[int]) -> None:
        for n in numbers:
            said = YES[language(n)]
            self.say(n, said[n % len(said)], style=n)
        self.tick(minutes=1)

    def in_vain(self, *forged: bytes) -> None:
        """These mails change nothing, and nobody gets a letter."""
        before = self.stands(), self.app.store.offers("practices"), self.sent, self.app.store.decisions("practices")
        for raw in forged:
            self.arrives(raw)
        self.tick(minutes=1)
        assert before == (self.stands(), self.app.store.offers("practices"), self.sent, self.app.store.decisions("practices"))

    def forged(self, letter: Got, words: str) -> Sequence[bytes]:
        """The words of somebody who would like to be Ann: with a letter to her at hand, or only with its code."""
        thread = {"In_Reply_To": letter.id, "References": letter.id, "subject": f"Re: {letter.subject}"}
        code = f"{words}\n\n{code_of(letter)}\n"
        lie = f"{MX}; dmarc=pass header.from={DOMAIN}"
        return [
            self.mail("eve@example.org", code, **thread),
            self.mail("eve@example.org", code, name="Ann Contact"),
            self.mail(person(250), code, **thread),
            self.mail(ANN, code, dmarc="fail", **thread),
            self.mail(ANN, code, dmarc="none", Forged=lie),
            self.mail(BEN, code, **thread),
        ]

    def brief(self, contact: str) -> Got:
        """The newest letter to a contact that answers one, and is no digest."""
        return [one for one in self.to(contact, "briefing") if not one.has(".xlsx")][-1]

    def numbers(self, state: str) -> list[int]:
        return [n for n, stand in self.stands().items() if stand == state]

    def waiting(self) -> list[int]:
        its = self.desk
        return [its.by_reference[reference].number for reference in its.table.waiting]


@dataclass(frozen=True)
class Shown:
    """What a calendar program shows of an invitation. zone: that in which the file gives its begin."""

    method: str
    status: str
    uid: str
    sequence: int
    zone: str
    begin: datetime
    end: datetime
    guest: str


def shown(letter: Got) -> Shown:
    """The only event of its calendar file, as a calendar library reads it."""
    calendar = Calendar.from_ical(letter.file(".ics").decode())
    (its,) = calendar.events
    said = {name: str(its[name]) for name in ("STATUS", "UID", "SEQUENCE", "ATTENDEE")}
    zone = its["DTSTART"].params["TZID"]
    assert zone in [str(one["TZID"]) for one in calendar.timezones]
    return Shown(
        str(calendar["METHOD"]),
        said["STATUS"],
        said["UID"],
        int(said["SEQUENCE"]),
        zone,
        its.decoded("DTSTART"),
        its.decoded("DTEND"),
        said["ATTENDEE"].lower(),
    )


@pytest.mark.timeout(600)
def test_of_300_people_the_right_20_come(tmp_path: Path, dovecot: Dovecot, postfix: Postfix) -> None:
    with stage(tmp_path, dovecot, postfix, CALL, list(map(person, EVERYBODY)), Play) as play:
        play.enter()
        _every_entry_was_taken(play)
        _digests_came_every_morning(play)
        play.judge()
        _organisers_choose(play)
        _people_answer(play)
        _places_go_on(play)
        _some_think_again(play)
        _all_is_as_it_should_be(play)


def _every_entry_was_taken(play: Play) -> None:
    became = Counter(mail.became.value for mail in play.app.store.mails() if mail.became is not None)
    assert became == {"new": 300, "revision": 5, "request": 2, "not-a-submission": 3}
    assert all(len(play.to(person(n), "ack")) == (2 if n in CHANGED else 1) for n in EVERYBODY)
    assert play.stands() == {n: "withdrawn" if n == GONE else "undecided" for n in EVERYBODY}


def _digests_came_every_morning(play: Play) -> None:
    """One a day to each contact, with a sheet of all entries of the evening before."""
    evenings = [OPENING.replace(hour=21) + timedelta(days=n) for n in range(22)]
    for contact in (ANN, BEN):
        digests = play.to(contact, "briefing")
        assert [day_of(one) for one in digests] == [(evening + timedelta(days=1)).date() for evening in evenings]
        sheets = [table(digest.file(".xlsx")) for digest in digests]
        for evening, (_, *rows) in zip(evenings, sheets, strict=True):
            assert [int(row[0]) for row in rows] == [n for n in EVERYBODY if arrival(n) <= evening]
        head, *rows = sheets[-1]
        assert [row[head.index("Address")] for row in rows] == list(map(person, EVERYBODY))
        assert "=cmd|' /C calc'!A0" in rows[0]


def _organisers_choose(play: Play) -> None:
    """By Ann's answer to her digest; what others try in her name is in vain."""
    play.clock.now = datetime(2021, 3, 1, 9, tzinfo=UTC)
    play.tick()
    words = f"Dear bot,\n\ninvite top 20; reserve {', '.join(map(str, sorted(NEXT)))}; hold 215, 122; decline rest\n\nAnn"
    digest = play.last(ANN, "briefing")
    play.in_vain(*play.forged(digest, words))
    play.replies(digest, words, style=1)
    play.tick(minutes=1)
    preview = play.brief(ANN)
    assert all(f"- {n}: {name(n)}\n" in preview.text for n in TOP)
    assert "Nothing happens before that" in preview.text
    assert set(play.stands().values()) == {"undecided", "withdrawn"}
    play.in_vain(*play.forged(preview, "ok"))
    play.restart()
    play.replies(preview, "OK", style=2)
    play.tick(minutes=1)
    batch = play.brief(ANN)
    assert batch.subject == "299 letters wait for your approval (practices)"
    assert play.numbers("prepared") == sorted(TOP)
    assert "Invitation: 20\n" in batch.text
    play.in_vain(*play.forged(batch, "send"))
    assert not any(play.to(person(n), "invitation", "waitlist", "decline") for n in EVERYBODY)
    play.replies(batch, "Send, please")
    play.tick(minutes=1)
    sent = {"asked": TOP, "waiting": NEXT, "on-hold": ON_HOLD, "declined": NO_PLACE, "withdrawn": [GONE]}
    assert play.stands() == {n: stand for stand, numbers in sent.items() for n in numbers}
    assert play.waiting() == list(NEXT), "by score, in whatever order they were written"
    assert [n for n in EVERYBODY if play.to(person(n), "invitation")] == sorted(TOP)
    play.in_vain(*play.forged(batch, "send"), play.mail(ANN, f"send\n\n{code_of(batch)}\n", dmarc="none"))


def _people_answer(play: Play) -> None:
    """On the first days: most say yes, some no; their places go to the first of the waiting list by themselves."""
    play.clock.advance(hours=2)
    play.accept(TOP[:11])
    assert play.numbers("accepted") == sorted(TOP[:11])
    play.say(228, "No, unfortunately I cannot come. I have exams in that week.")
    play.say(97, "Non, malheureusement je ne peux pas venir.", style=2)
    play.say(266, "I am sorry, but I cannot come because of a wedding in the family.")
    play.say(4, "I have to ask my boss first.")
    play.tick(minutes=1)
    assert play.numbers("gave-back") == [97, 228, 266]
    reasons = [offer.why for offer in play.app.store.offers("practices") if offer.state is OfferState.declined]
    assert sorted(reasons) == ["", "I have exams in that week", "because of a wedding in the family"]
    assert play.numbers("asked") == sorted({4, 135, 42, 173, 80, 211, 118, 249, 156})
    _nobody_answers_for_others(play)
    play.accept([135, 42])
    play.tick(days=1)
    play.accept([118])
    play.say(249, "No, I cannot make it.")
    play.tick(minutes=1)
    assert 287 in play.numbers("asked"), "who came late waits by score as well"
    play.replies(play.last(BEN, "briefing"), "show 249")
    play.tick(minutes=1)
    assert f"{name(249)}" in play.brief(BEN).text
    assert "251 families" in play.brief(BEN).text


def _nobody_answers_for_others(play: Play) -> None:
    """Neither with a stolen letter, nor in the name of who got it."""
    invited, accepted = play.last(person(173), "invitation"), play.last(person(38), "accepted")
    for letter, words in ((invited, "Yes, I will be there."), (accepted, "No, I cannot come any more.")):
        thread = {"In_Reply_To": letter.id, "References": letter.id, "subject": f"Re: {letter.subject}"}
        said = f"{words}\n\nOn Monday, The team <{CALLS}> wrote:\n\n> {code_of(letter)}\n"
        play.in_vain(play.mail("eve@example.org", said, **thread), play.mail(letter.to, said, dmarc="fail", **thread))


def _places_go_on(play: Play) -> None:
    """Whoever lets the days go by loses the place to the next; who waits can leave, and a late change waits for a person."""
    play.tick(days=2)
    play.say(4, "Yes, I will be there.")
    play.accept([287])
    play.say(8, "Please take me off the list, I cannot come.", "waitlist")
    play.arrives(play.mail(person(63), "2. A theatre of our own, which plays in the yard.\n", name=name(63)))
    play.tick(minutes=1)
    assert play.waiting() == [n for n in NEXT if n not in {118, 249, 156, 287, 8}]
    play.clock.now = datetime(2021, 3, 6, 9, 30, tzinfo=UTC)
    play.tick()
    assert play.numbers("lapsed") == [80, 173, 211]
    assert "version kept apart (entry 63)" in [one for one in play.to(BEN) if one.has(".xlsx")][-1].text
    play.tick(hours=3)
    assert play.numbers("lapsed") == [80, 156, 173, 211]
    assert play.numbers("asked") == [25, 63, 194, 232]
    play.tick(days=2)
    play.say(80, "Yes, I am coming after all.", "expired")
    play.accept([25, 63, 232])
    play.say(194, "Sorry, I cannot come.")
    play.tick(minutes=1)
    assert (play.numbers("asked"), play.waiting()) == ([101], [270, 139, 46, 177, 84, 80])


def _some_think_again(play: Play) -> None:
    """One gives an accepted place back, one withdraws the entry altogether."""
    play.tick(days=1)
    play.say(114, "I am very sorry, but I cannot come any more.", "accepted")
    play.arrives(play.mail(person(152), "Please withdraw my application.\n", name=name(152)))
    play.tick(minutes=1)
    assert len(play.held()) == 20
    play.say(152, "Yes, please withdraw it.", "withdrawal")
    play.tick(minutes=1)
    assert play.numbers("asked") == [101, 139, 270]
    play.tick(days=1)
    play.accept([101, 270])
    play.say(139, "No, thank you, I cannot come.")
    play.tick(minutes=1)
    play.tick(days=1)
    play.accept([46])
    play.tick(days=30)


COME = (38, 169, 76, 207, 245, 283, 21, 190, 59, 4, 135, 42, 118, 287, 25, 63, 232, 101, 270, 46)
SAID_NO = (228, 97, 266, 249, 194, 139, 114)
STILL_WAIT = (177, 84, 80)


def _all_is_as_it_should_be(play: Play) -> None:
    stands = {
        "accepted": COME,
        "waiting": STILL_WAIT,
        "gave-back": SAID_NO,
        "lapsed": (173, 211, 156),
        "withdrawn": (GONE, 152),
        "on-hold": ON_HOLD,
        "declined": {*NO_PLACE, 8},
    }
    assert play.stands() == {n: stand for stand, numbers in stands.items() for n in numbers}
    assert play.waiting() == list(STILL_WAIT)
    assert sorted(offer.place for offer in play.held()) == list(range(1, 21))
    assert {offer.state for offer in play.held()} == {OfferState.accepted}
    got = {n: [kind for _, kind in sorted(map(_written, play.to(person(n)))) if kind != "ack"] for n in EVERYBODY}
    assert got == {n: _letters_of(n) for n in EVERYBODY}
    _calendars_agree(play)
    _nobody_heard_too_much(play)


def _written(letter: Got) -> tuple[datetime, str]:
    """When, and its kind: servers may deliver two of one minute in whatever order."""
    return letter.message["Date"].datetime, letter.kind


def _letters_of(number: int) -> list[str]:
    """Each of a person's letters, in order: what became of the entry, told once."""
    waited = ["waitlist"] if number in NEXT else []
    asked = [*waited, "invitation"]
    odd = {
        GONE: ["withdrawal", "withdrawn"],
        8: ["waitlist", "givenback"],
        80: ["invitation", "expired", "waitlist"],
        4: ["invitation", "invitation", "accepted"],  # asked back once
        114: ["invitation", "accepted", "givenback"],
        152: ["invitation", "accepted", "withdrawal", "cancelled", "withdrawn"],
    }
    ends = {"accepted": COME, "givenback": SAID_NO, "expired": (173, 211, 156)}
    if number in odd:
        return odd[number]
    if number in STILL_WAIT:
        return waited
    if number in ON_HOLD:
        return ["hold"]
    return next(([*asked, end] for end, numbers in ends.items() if number in numbers), ["decline"])


def _calendars_agree(play: Play) -> None:
    """With the letters, in what a calendar program shows; who had to give a place back loses the same event."""
    begin = datetime(2021, 4, 8, 11, tzinfo=UTC)  # 13:00 in Brussels, by summer time
    for number in COME:
        invitation, accepted = (shown(play.to(person(number), kind)[0]) for kind in ("invitation", "accepted"))
        for its in (invitation, accepted):
            assert (its.method, its.status, its.zone) == ("REQUEST", "CONFIRMED", "Europe/Brussels")
            assert (its.begin, its.end) == (begin, begin + timedelta(hours=3))
            assert its.guest == f"mailto:{person(number)}"
        assert invitation.uid == accepted.uid
        assert invitation.sequence < accepted.sequence
    assert len({shown(play.last(person(number), "accepted")).uid for number in COME}) == len(COME)
    for number, kind in ((114, "givenback"), (152, "cancelled")):
        before, after = shown(play.last(person(number), "accepted")), shown(play.last(person(number), kind))
        assert (after.method, after.status, after.uid) == ("CANCEL", "CANCELLED", before.uid)
        assert after.sequence > before.sequence


def _nobody_heard_too_much(play: Play) -> None:
    """No contact got two digests of a day, and no letter came twice."""
    for contact in (ANN, BEN):
        days = [day_of(one) for one in play.to(contact) if one.has(".xlsx")]
        assert len(days) == len(set(days))
    everything = [letter.id for post in play.posts.values() for letter in post.letters]
    assert len(everything) == len(set(everything)) == play.sent
