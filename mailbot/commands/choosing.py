"""Choosing: what all words of `mailbot select` have in common: what was asked, the call as it is, and how it is said."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.core.decisions import Choice
from mailbot.core.places import Stand
from mailbot.core.plans import Snag
from mailbot.terminal import WrongUse, nearest

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.core.applying import Applying
    from mailbot.core.call import Call
    from mailbot.core.decisions import Decision
    from mailbot.core.desk import Desk
    from mailbot.core.entries import Entry
    from mailbot.terminal import Terminal

WHO = "operator"
"""In the audit trail."""

STANDS = {
    Stand.undecided: "not decided",
    Stand.prepared: "invitation not approved",
    Stand.asked: "invited, no answer",
    Stand.accepted: "has accepted",
    Stand.waiting: "on the waiting list",
    Stand.gave_back: "gave the place back",
    Stand.lapsed: "let the place go by",
    Stand.on_hold: "told to wait",
    Stand.declined: "told no",
    Stand.withdrawn: "withdrawn",
}

SNAGS = {
    Snag.no_such_entry: ("no entry has the number {about}", "`mailbot select {call}` lists them"),
    Snag.withdrawn: ("entry {about} is withdrawn", "leave it out"),
    Snag.does_not_count: ("no version of entry {about} counts yet", "`mailbot quarantine` shows what waits, and takes it over"),
    Snag.twice: ("entry {about} would get two decisions", "name it once"),
    Snag.nobody: ("`{about}` names nobody", "name numbers, such as 3 7 12, or `rest`"),
    Snag.nobody_left: ("nobody is left for `rest`", "leave it out"),
    Snag.no_scores: (
        "there are no scores yet for `{about}`",
        "name numbers, or score with `mailbot select {call} next --as …`",
    ),
    Snag.no_places: ("the call names no number of places for `{about}`", "name numbers, or how many: `invite top 20`"),
    Snag.tied: ("{about} share the last place, and there is not room for all", "name the ones you mean by their numbers"),
    Snag.not_pending: ("nothing is pending about entry {about}", "what was applied is changed by deciding anew"),
}
"""Why a decision cannot be noted, and the mend."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One use of the command. words: behind the first, such as `7` of `accept 7`. reviewer: of `--as`. now: read once."""

    terminal: "Terminal"
    app: "App"
    call: "Call"
    words: Sequence[str]
    now: datetime
    reviewer: str = ""
    comment: str = ""
    why: str = ""
    to: Path | None = None
    confirm: str = ""
    yes: bool = False

    def again(self, *words: str) -> str:
        """The same command with other words, to be pasted."""
        return " ".join(["mailbot select", self.call.slug, *words])


def look(app: "App", call: "Call") -> "Desk":
    """The call as it is, for looking only, without submissions: what is decided is decided in `store.choosing`."""
    from mailbot.core.desk import Desk
    from mailbot.core.letter import LetterState
    from mailbot.offering import DECIDES

    store, slug = app.store, call.slug
    entries = store.entries(call, store.numbers(slug))
    held = frozenset(head.about for head in store.letters_of(slug, [LetterState.held], sorted(DECIDES)))
    return Desk(call, (), entries, store.scores(slug), store.decisions(slug), store.offers(slug), held)


def named(entry: "Entry") -> str:
    """`7 Anna Berg`; by address where no name is known."""
    return f"{entry.number} {entry.name or entry.address}"


def names(its: "Desk", references: Iterable[str]) -> str:
    """`3 Anna Berg, 7 Ben Carl`, in this order."""
    return ", ".join(named(its.by_reference[reference]) for reference in references)


def numbers(its: "Desk", references: Collection[str]) -> str:
    """`3, 7, 12`."""
    return ", ".join(map(str, sorted(its.by_reference[reference].number for reference in references)))


def one_entry(asked: Asked, its: "Desk", word: str) -> "Entry":
    """The entry that a word names, by number or reference. Raises WrongUse."""
    for entry in its.entries:
        if word in (str(entry.number), entry.reference) or word.upper() == entry.reference:
            return entry
    known = [str(entry.number) for entry in its.entries] + [entry.reference for entry in its.entries]
    mend = nearest(word, known, alike=0.7) if not word.isdecimal() and len(known) < 1000 else f"`{asked.again()}` lists them"
    raise WrongUse(f"no entry `{word}` of {asked.call.slug}", mend=mend)


def waits(its: "Desk", decision: "Decision") -> bool:
    """Whether applying this decision would do something: it is pending, or was made anew."""
    from mailbot.core import applying

    if decision.reference in its.table.withdrawn:
        return False
    if decision.pending:
        return True
    anew = decision.applied_at is not None and decision.at > decision.applied_at
    alone: Applying | None = applying.apply(its.table, [decision], ()) if anew else None
    return alone is not None and (alone.happens or bool(alone.too_many))


def decided(its: "Desk", decisions: Iterable["Decision"]) -> str:
    """`invite 3, 7; reserve 4`."""
    by: dict[Choice, list[str]] = {choice: [] for choice in Choice}
    for one in decisions:
        by[one.choice].append(one.reference)
    return "; ".join(f"{choice} {numbers(its, of)}" for choice, of in by.items() if of)
