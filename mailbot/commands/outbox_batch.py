"""Letters about decisions in the outbox: the clock of a place begins with the approval, and a dropped letter frees it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailbot.core.letter import LetterKind, LetterState
from mailbot.errors import MailbotError
from mailbot.offering import DECIDES, gather

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.core.call import Call
    from mailbot.core.letter import OutboxRow
    from mailbot.store.choice import LetterHead
    from mailbot.terminal import Terminal

WHO = "operator"


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters of one call that carry its decisions. ids: of the outbox."""

    call: "Call"
    ids: frozenset[int]


def batches(app: "App", rows: Iterable["OutboxRow"]) -> list[Batch]:
    """Those of these letters that carry a decision of a call we know, by call."""
    calls = {its.slug: its for its in app.calls()}
    by: dict[str, set[int]] = {}
    for row in rows:
        if row.letter.kind in DECIDES and row.letter.call in calls:
            by.setdefault(row.letter.call, set()).add(row.id)
    return [Batch(calls[slug], frozenset(ids)) for slug, ids in by.items()]


def approve(app: "App", batch: Batch, now: datetime) -> int:
    """Let them go out; how many. All or none: MailbotError for an edited invitation whose day to answer by is too near."""
    with app.store.choosing(batch.call.slug) as unit:
        heads = _still(unit.letters([LetterState.held], sorted(DECIDES)), batch.ids)
        its = gather(unit, batch.call)
        done = app.selecting.approve(unit, its, heads, now, WHO)
        if done.too_old:
            first = done.too_old[0]
            number = next(its.by_reference[head.about].number for head in heads if head.id == first)
            raise MailbotError(
                f"invitation {first} was edited, and little of the time to answer that it names is left; nothing was approved",
                mend=f"`mailbot outbox cancel {first} --yes`, `mailbot select {batch.call.slug} invite {number}`, then apply",
            )
        return done.letters


def drop(app: "App", batch: Batch, states: Sequence[LetterState], now: datetime) -> int:
    """Never send them; places that they offered are free again. MailbotError where one says that a place was taken back."""
    with app.store.choosing(batch.call.slug) as unit:
        heads = _still(unit.letters(states, sorted(DECIDES)), batch.ids)
        told = next((head for head in heads if head.kind is LetterKind.cancelled), None)
        if told is not None:
            raise MailbotError(
                f"letter {told.id} tells somebody that their place was taken back, and it was; nothing was cancelled",
                mend=f"`mailbot outbox approve {told.id}`, or invite them again",
            )
        return app.selecting.drop(unit, gather(unit, batch.call), heads, now, WHO)


def approve_call(app: "App", terminal: "Terminal", its: "Call", given: str, now: datetime) -> None:
    """The whole batch of a call, after counts and one letter of each kind."""
    from mailbot.commands.confirming import confirmed
    from mailbot.commands.words import some

    heads = app.store.letters_of(its.slug, [LetterState.held], sorted(DECIDES))
    if not heads:
        terminal.record(call=its.slug, approved=0)
        terminal.changed(f"No letter about a decision of {its.slug} waits for approval.")
        return
    counts = Counter(head.kind for head in heads)
    for kind, count in counts.items():
        _sample(app, terminal, next(head for head in heads if head.kind is kind), count)
    each = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    if not confirmed(terminal, f"send {some(len(heads), 'letter')}: {each}", its.slug, given):
        terminal.changed("Nothing was changed.")
        return
    done = approve(app, Batch(its, frozenset(head.id for head in heads)), now)
    terminal.record(call=its.slug, approved=done)
    terminal.changed(f"{some(done, 'letter')} approved; the service sends {'it' if done == 1 else 'them'}.")
    if done < len(heads):
        terminal.changed(f"{some(len(heads) - done, 'letter')} cancelled: the entry is withdrawn.")


def _sample(app: "App", terminal: "Terminal", head: "LetterHead", count: int) -> None:
    from mailbot.commands.letters import readable
    from mailbot.commands.words import some

    terminal.say(f"{some(count, 'letter')} of the kind {head.kind}; this is number {head.id}", style="bold")
    terminal.block(readable(app.store.letter(head.id).letter.raw))
    terminal.say()


def _still(heads: Sequence["LetterHead"], ids: Collection[int]) -> list["LetterHead"]:
    """Those that the service has not taken meanwhile. Raises MailbotError, and nothing happens, for any of them."""
    found = [head for head in heads if head.id in ids]
    gone = sorted(set(ids) - {head.id for head in found})
    if gone:
        raise MailbotError(f"letter {gone[0]} was taken by the service meanwhile", mend="look at `mailbot outbox`")
    return found
