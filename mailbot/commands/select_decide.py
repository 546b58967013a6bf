"""`mailbot select CALL invite 3 7 …` notes decisions, `apply` prepares the letters about them; both in one transaction each."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mailbot.commands.choosing import SNAGS, WHO, Asked, decided, look, names, waits
from mailbot.commands.words import some
from mailbot.core import plans
from mailbot.core.decisions import Decision, OfferState
from mailbot.core.orders import Orders, Verb, parse
from mailbot.core.unasked import local_now
from mailbot.errors import MailbotError
from mailbot.offering import gather
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.core.applying import Applying
    from mailbot.core.desk import Desk
    from mailbot.core.plans import Plan, Planned

_MANY = 50  # letters, that are written in a second or two
_DECIDE = frozenset({Verb.invite, Verb.reserve, Verb.hold, Verb.decline, Verb.undo})
_ELSEWHERE = {
    Verb.show: "`mailbot show REFERENCE` does that",
    Verb.close: "`mailbot call close CALL` does that",
    Verb.extend: "write the new deadline into the call file, or answer a digest with it",
    Verb.remind: "answer a digest with it",
    Verb.send: "`mailbot outbox approve --call CALL` does that",
    Verb.ok: "`mailbot outbox approve --call CALL` does that",
    Verb.drop: "`mailbot outbox cancel ID` does that",
    Verb.cancel: "`undo 7` takes a decision back that was not applied",
}


def decide(asked: Asked) -> None:
    """Note what the words say; nothing of it where a piece is unclear or has a snag."""
    orders = _orders(asked)
    with asked.app.store.choosing(asked.call.slug) as unit:
        its = gather(unit, asked.call)
        found = plans.planned(orders.orders, its.field(asked.now, is_over=False))
        _refuse(asked, found)
        new = [Decision(one.reference, one.choice, one.version, asked.now, WHO, one.why) for one in found.plan.chosen]
        undone = [one for one in found.plan.undo if unit.undecide(one, asked.now, WHO, "undo")]
        unit.decide(new)
        its = gather(unit, asked.call)
    pending = [one for one in its.decisions if waits(its, one)]
    _tell_noted(asked, its, found.plan, undone, pending)


def apply(asked: Asked) -> None:
    """Show what applying does, ask, and prepare the letters; they are held."""
    if asked.words:
        raise WrongUse(
            f"`apply {' '.join(asked.words)}` is not known", mend=f"{asked.again('apply')} applies all that is pending"
        )
    terminal, selecting = asked.terminal, asked.app.selecting
    its = look(asked.app, asked.call)
    shown = selecting.plan(its, its.decisions)
    _refuse_too_many(asked, its, shown)
    if not shown.happens:
        terminal.record(call=asked.call.slug, letters=0, applied=[])
        terminal.changed(f"Nothing is pending in {asked.call.slug}. `{asked.again()}` shows how it stands.")
        return
    for label, words in _happens(its, shown):
        terminal.block(f"{label}: {words}", "")
    from mailbot.commands.confirming import confirmed

    question = f"prepare {some(_letters(shown), 'letter')}, to be approved before anything is sent"
    if not confirmed(terminal, question, asked.call.slug, asked.confirm):
        terminal.changed("Nothing was changed.")
        return
    if _letters(shown) > _MANY:
        terminal.note(f"Preparing {_letters(shown)} letters, which may take a minute …")
    with asked.app.store.choosing(asked.call.slug) as unit:
        its = gather(unit, asked.call)
        if selecting.plan(its, its.decisions) != shown:
            raise MailbotError(f"something in {asked.call.slug} changed just now", mend="look again, nothing was applied")
        references = {one.reference for one in its.decisions}
        done = selecting.apply(unit, its, references, asked.now, WHO)
    _tell_applied(asked, its, done.applying, len(done.letters), done.silent)


def _orders(asked: Asked) -> Orders:
    words = " ".join(asked.words)
    orders = parse(words, local_now(asked.call, asked.now).date())
    example = f"for example `{asked.again('invite 3 7 reserve 4 decline rest')}`"
    if orders.unclear:
        unclear = "; ".join(f"`{piece}`" for piece in orders.unclear)
        raise WrongUse(f"{unclear}: this is not clear, and nothing was done", mend=example)
    strange = [order for order in orders.orders if order.verb not in _DECIDE]
    if strange:
        mend = _ELSEWHERE.get(strange[0].verb, example).replace("CALL", asked.call.slug)
        raise WrongUse(f"`{strange[0].verb}` is no decision, and nothing was done", mend=mend)
    if not orders.orders:
        raise WrongUse(f"`{words}` says nothing to do", mend=example)
    return orders


def _refuse(asked: Asked, found: "Planned") -> None:
    """Every snag is a line; leaving the transaction undoes all."""
    if not found.snags:
        return
    lines = []
    for snag, about in found.snags:
        what, mend = SNAGS.get(snag, (f"{{about}}: {snag.replace('-', ' ')}", "leave it out"))
        call = asked.call.slug
        lines.append((what.format(about=about), mend.format(call=call)))
    *first, last = lines
    what = "\n".join([*(f"{one}: {mend}" for one, mend in first), last[0]])
    raise WrongUse(what, mend=f"{last[1]}; nothing was done")


def _refuse_too_many(asked: Asked, its: "Desk", shown: "Applying") -> None:
    if shown.too_many:
        room = some(shown.left or 0, "place")
        raise MailbotError(
            f"{len(shown.too_many)} are to be invited ({names(its, shown.too_many)}), and {room} free",
            mend=f"take some back, such as `{asked.again('undo', str(its.by_reference[shown.too_many[-1]].number))}`",
        )


def _tell_noted(asked: Asked, its: "Desk", plan: "Plan", undone: Sequence[str], pending: Sequence[Decision]) -> None:
    terminal = asked.terminal
    for one in plan.chosen:
        terminal.record(number=one.number, reference=one.reference, decision=one.choice.value, why=one.why)
    for reference in undone:
        terminal.record(number=its.by_reference[reference].number, reference=reference, decision=None, why="undo")
    if undone:
        terminal.changed(f"Taken back: {names(its, undone)}.")
    if plan.chosen:
        chosen = {one.reference for one in plan.chosen}
        terminal.changed(f"Noted: {decided(its, [one for one in its.decisions if one.reference in chosen])}.")
    shown = asked.app.selecting.plan(its, its.decisions)
    if shown.too_many:
        terminal.block(f"That is more than there is room for: {len(shown.too_many)} to invite, {shown.left} free.", "")
    if pending:
        terminal.changed(f"Nobody is told before: {asked.again('apply')}")


def _happens(its: "Desk", shown: "Applying") -> Iterator[tuple[str, str]]:
    """A line for each thing that happens, what takes something from people last."""
    decided_about = its.table.decided
    yield from _some("Invited", names(its, [reference for reference, _ in shown.invitations]), len(shown.invitations))
    yield from _some("Keeps the place", names(its, shown.kept), len(shown.kept))
    reserves = [reference for reference, _ in shown.reserves]
    yield from _some("Put on the waiting list", names(its, reserves), len(reserves))
    yield from _some("Told that it is not decided", names(its, shown.holds), len(shown.holds))
    yield from _some("Told that there is no place", names(its, shown.declines), len(shown.declines))
    reasons = [one for one in (*shown.holds, *shown.declines) if decided_about[one].why]
    for one in reasons:
        yield "Reason given", f"{names(its, [one])}: {decided_about[one].why}"
    yield from _some("Withdrawn, nothing happens", names(its, shown.withdrawn), len(shown.withdrawn))
    yield from _some("Changed since it was decided", names(its, shown.reopened), len(shown.reopened))
    if shown.at_once:
        yield "Offered a free place next, by itself", names(its, shown.at_once)
    back = [step.offer for step in shown.cancels if step.offer.state is not OfferState.accepted]
    yield from _some("Loses an invitation", names(its, [offer.reference for offer in back]), len(back))
    taken = [offer.reference for offer in shown.taken_from]
    yield from _some("LOSES A PLACE THAT WAS ACCEPTED", names(its, taken), len(taken))


def _some(label: str, words: str, count: int) -> Iterator[tuple[str, str]]:
    if count:
        yield f"{label} ({count})", words


def _letters(shown: "Applying") -> int:
    """How many letters it is at most: none to who cannot be written to."""
    told = {step.offer.reference for step in shown.cancels if step.offer.state is not OfferState.prepared}
    others = {*shown.holds, *shown.declines} - told
    return len(told) + len(shown.invitations) + len(shown.reserves) + len(others)


def _tell_applied(asked: Asked, its: "Desk", done: "Applying", letters: int, silent: Sequence[str]) -> None:
    terminal, number = asked.terminal, {entry.reference: entry.number for entry in its.entries}
    applied = [*(r for r, _ in (*done.invitations, *done.reserves)), *done.kept, *done.holds, *done.declines]
    terminal.record(
        call=asked.call.slug,
        letters=letters,
        applied=sorted(number[reference] for reference in applied),
        silent=sorted(number[reference] for reference in silent),
    )
    if silent:
        terminal.error(f"warning: no letter can go to {names(its, silent)}; tell them yourself", code="no-letter")
    if letters:
        wait = "waits" if letters == 1 else "wait"
        terminal.changed(
            f"{some(letters, 'letter')} {wait} for approval, nothing is sent. Read them: mailbot outbox list --held"
        )
        terminal.changed(f"Then all at once: mailbot outbox approve --call {asked.call.slug}")
    else:
        terminal.changed("Applied; no letter had to be written.")
