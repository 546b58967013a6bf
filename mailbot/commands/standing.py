"""How a call stands, gathered from the store for the commands: its state, its entries, what waits for a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from mailbot.commands.words import TIMELINESS, instant, some, span
from mailbot.core.announced import Version
from mailbot.core.call import Call
from mailbot.core.deadline import instant as last_instant
from mailbot.core.life import Standing, State
from mailbot.core.reading import Timeliness
from mailbot.core.submission import Became
from mailbot.core.tally import Asked, Tally, tally

if TYPE_CHECKING:
    from mailbot.app import App

EVERY = 1_000_000


@dataclass(frozen=True, slots=True)
class Stands:
    """quarantined, apart: mails of this call that wait for a person. versions: of its file, oldest first. questions: of
    candidates, that no organiser has answered."""

    call: Call
    standing: Standing | None
    tally: Tally
    versions: tuple[Version, ...]
    quarantined: int
    apart: int
    questions: int = 0

    @property
    def state(self) -> State:
        return self.standing.state if self.standing is not None else State.open

    @property
    def numbers(self) -> dict[str, int]:
        """By today's deadline, and by the one that was announced when each entry came."""
        counted = {kind.value: self.tally.now(kind) for kind in Timeliness}
        return {
            "entries": len(self.tally.entries),
            **counted,
            **{f"{kind.value}_as_announced": self.tally.then(kind) for kind in Timeliness},
            "complete": self.tally.complete,
            "incomplete": len(self.tally.entries) - self.tally.complete,
            "quarantined": self.quarantined,
            "kept_apart": self.apart,
            "withdrawn": self.tally.withdrawn,
            "open_questions": self.questions,
        }


def stands(app: "App", call: Call) -> Stands:
    """All that is known of a call."""
    from mailbot.callstates import versions

    store, known = app.store, versions(app.store, call.slug)
    return Stands(
        call,
        app.shelf.standings.get(call.slug),
        tally(call, store.submissions(call.slug), known),
        known,
        len(store.mails(became=Became.quarantined, call=call.slug, limit=EVERY)),
        len(store.mails(became=Became.kept_apart, call=call.slug, limit=EVERY)),
        sum(question.answered_at is None for question in store.questions(call.slug)),
    )


def how_long(call: Call, now: datetime) -> str:
    """`in 3 d 2 h`, or since when it is over."""
    left = (last_instant(call) - now).total_seconds()
    if left >= 0:
        return f"in {span(left)}"
    if now <= last_instant(call) + call.deadline.grace:
        return "over, within grace"
    return f"over for {span(left)}"


def in_state(standing: Standing | None, call: Call) -> str:
    """`closed since 18 Feb 2021, 23:59:59 CET, by mailbot: the deadline and its grace are over`."""
    if standing is None:
        return "open"
    return f"{standing.state} since {instant(standing.since, call)}, by {standing.who}: {WHY.get(standing.why, standing.why)}"


WHY = {
    "call-file-found": "its file was found",
    "deadline-and-grace-over": "the deadline and its grace are over",
    "deadline-extended": "the deadline was moved",
    "file-moved-to-closed": "its file was moved to closed/",
}


def said(of: Stands | None) -> str:
    """`14 submissions: 12 on time, 1 within grace, 1 late; 13 complete, 1 incomplete; 3 mails in quarantine`."""
    if of is None:
        return "no mail was read here yet"
    numbers = of.numbers
    words = some(numbers["entries"], "submission")
    if numbers["entries"]:
        words += f": {_timely(of.tally)}"
        if of.tally.differ:
            words += f" (by the deadline announced when they came: {_timely(of.tally, then=True)})"
        words += f"; {numbers['complete']} complete, {numbers['incomplete']} incomplete"
    words += f"; {some(numbers['quarantined'], 'mail')} in quarantine"
    further = {
        "kept_apart": some(numbers["kept_apart"], "change") + " kept apart",
        "withdrawn": some(numbers["withdrawn"], "entry", "entries") + " withdrawn",
        "open_questions": some(numbers["open_questions"], "question") + " to answer",
    }
    return words + "".join(f", {said}" for name, said in further.items() if numbers[name])


def _timely(of: Tally, *, then: bool = False) -> str:
    counted = of.then if then else of.now
    return ", ".join(f"{counted(kind)} {TIMELINESS[kind]}" for kind in Timeliness)


def earlier_deadlines(call: Call, versions: tuple[Version, ...]) -> Iterator[str]:
    """Each deadline that was announced before, and until when it was."""
    for version, following in pairwise(versions):
        was, became = last_instant(version.call), last_instant(following.call)
        if was != became:
            yield f"{instant(was, version.call)}, announced until {instant(following.since, call)}"


def about_question(asked: Asked, call: Call, entries: int) -> str:
    """`12 of 14 answered; asked since 3 Feb 2021, 10:00:00 CET, no answer yet from BVZR-S6G8-SVN3`."""
    if not entries:
        return "no entry yet" if asked.since is None else f"asked since {instant(asked.since, call)}"
    words = f"{asked.answered} of {entries} answered"
    if asked.since is not None:
        words += f"; asked since {instant(asked.since, call)}"
    if asked.lacking and asked.question.required and asked.since is not None:
        words += f", no answer yet from {', '.join(asked.lacking)}"
    return words
