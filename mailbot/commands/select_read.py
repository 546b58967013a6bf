"""`mailbot select CALL next --as ADDRESS`: reviewers read and score, one entry after the other or in a sheet."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.commands.choosing import Asked, look, named, one_entry
from mailbot.commands.words import some
from mailbot.core import tokens
from mailbot.core.decisions import Score
from mailbot.core.selection import reading_order
from mailbot.errors import MailbotError, Problem, Problems, one_line
from mailbot.terminal import WrongUse, nearest

if TYPE_CHECKING:
    from mailbot.core.desk import Desk
    from mailbot.core.entries import Entry

_LARGEST = 50_000_000  # octets of a sheet; the reader bounds what is in it


def next_(asked: Asked) -> None:
    """The entry that this reviewer is to read now: of those read least, in an order of one's own."""
    reviewer, its = _reviewer(asked), look(asked.app, asked.call)
    to_read = reading_order(its.entries, its.scores, reviewer)
    if not to_read:
        asked.terminal.changed(f"{reviewer} has read every entry of {asked.call.slug}.")
        return
    entry, terminal, call = to_read[0], asked.terminal, asked.call
    shown = _shown(asked, entry)
    terminal.record(number=entry.number, left=len(to_read), **_object(asked, entry))
    for n, question in enumerate(call.questions, 1):
        if n == 1:
            terminal.say(f"Entry {_title(asked, entry)}", style="bold")
        if question.id not in call.selection.hidden:
            terminal.block(f"{n}. {question.text}", style="bold")
            terminal.block(shown.get(n, "nothing found"), "     ", style="" if n in shown else "dim")
    if entry.unplaced and not call.selection.blind:
        terminal.block("Own words that answer none of the questions:", style="bold")
        terminal.block(entry.unplaced, "     ")
    terminal.say()
    for one in call.selection.criteria:
        terminal.block(f"{one.id} ({one.lowest} to {one.highest}): {one.text}", "")
    values = " ".join(f"{one.id}={one.highest}" for one in call.selection.criteria)
    terminal.changed(f"{some(len(to_read), 'entry', 'entries')} to read. For example:")
    terminal.changed(f"  {asked.again('score', str(entry.number), values, '--as', reviewer)}")


def score(asked: Asked) -> None:
    """Take this reviewer's scores of one entry; what was scored before and is not named stays."""
    reviewer, its = _reviewer(asked), look(asked.app, asked.call)
    if not asked.words:
        raise WrongUse("score names no entry", mend=f"for example `{_example(asked, '7')}`")
    entry = one_entry(asked, its, asked.words[0])
    _refuse_entry(entry, reviewer)
    values = _values(asked, asked.words[1:], str(entry.number))
    before = _given(its, reviewer).get(entry.reference)
    kept = Score(
        entry.reference,
        reviewer,
        {**(before.values if before is not None else {}), **values},
        asked.comment.strip() or (before.comment if before is not None else ""),
        asked.now,
    )
    asked.app.store.keep_scores([kept], asked.now, reviewer)
    said = ", ".join(f"{one.id} {kept.values[one.id]}" for one in asked.call.selection.criteria if one.id in kept.values)
    missing = [one.id for one in asked.call.selection.criteria if one.id not in kept.values]
    asked.terminal.record(number=entry.number, reviewer=reviewer, scores=dict(kept.values), comment=kept.comment)
    lacking = f"; not scored: {', '.join(missing)}" if missing else ""
    asked.terminal.changed(f"Entry {entry.number}: {said}{lacking}.")
    left = len(reading_order(its.entries, [*its.scores, kept], reviewer))
    asked.terminal.changed(
        f"{some(left, 'entry', 'entries')} to read: {asked.again('next', '--as', reviewer)}" if left else "All read."
    )


def sheet(asked: Asked) -> None:
    """Write a sheet to read and score in, in the order in which this reviewer should read."""
    from mailbot.commands.saving import may_write, save
    from mailbot.papers import scores

    reviewer, its = _reviewer(asked), look(asked.app, asked.call)
    file = asked.to
    if file is None or file.suffix.casefold() != ".xlsx":
        raise WrongUse("no .xlsx is named", mend=f"for example `{asked.again('sheet', '--as', reviewer, '--to scores.xlsx')}`")
    if not may_write(asked.terminal, file, asked.yes):
        return
    given, to_read = _given(its, reviewer), reading_order(its.entries, its.scores, reviewer)
    entries = [*to_read, *(entry for entry in its.entries if entry.counts and entry.reference in given)]
    save(file, scores.written(asked.call, entries, given))
    asked.terminal.record(file=str(file), reviewer=reviewer, entries=len(entries), to_read=len(to_read))
    asked.terminal.changed(f"{one_line(file)} has {some(len(entries), 'entry', 'entries')}, {len(to_read)} to read. Then:")
    asked.terminal.changed(f"  {asked.again('import', str(file), '--as', reviewer)}")


def import_(asked: Asked) -> None:
    """Take the scores of a sheet that comes back; with one mistake in it, none."""
    from mailbot.papers import scores

    reviewer, its = _reviewer(asked), look(asked.app, asked.call)
    if len(asked.words) != 1:
        raise WrongUse("import takes one file", mend=f"for example `{asked.again('import scores.xlsx', '--as', reviewer)}`")
    file = Path(asked.words[0])
    numbers = {entry.reference: entry.number for entry in its.entries if entry.counts}
    found = scores.read(_content(file), one_line(file), asked.call, numbers, reviewer, asked.now)
    own = [entry for entry in its.entries if tokens.owner(entry.address) == tokens.owner(reviewer)]
    mine = [e.number for e in own if any(one.reference == e.reference for one in found)]
    if mine:
        problem = Problem(one_line(file), None, f"entry {mine[0]} is the reviewer's own", "leave its scores empty")
        raise Problems([problem])
    news = asked.app.store.keep_scores(found, asked.now, reviewer)
    left = len(reading_order(its.entries, [*its.scores, *found], reviewer))
    asked.terminal.record(file=str(file), reviewer=reviewer, scores=len(found), news=news, to_read=left)
    asked.terminal.changed(
        f"{some(len(found), 'entry', 'entries')} scored in {one_line(file)}, {news} of them anew; {left} left to read."
    )


def _reviewer(asked: Asked) -> str:
    """As the call spells it. Raises WrongUse for anybody else, and where there is nothing to score."""
    policy, slug = asked.call.selection, asked.call.slug
    if not policy.criteria:
        raise WrongUse(f"{slug} names nothing to score by", mend=f"write selection.criteria into rules/{slug}.yaml")
    if not policy.reviewers:
        raise WrongUse(f"{slug} names no reviewers", mend=f"write selection.reviewers into rules/{slug}.yaml")
    for known in policy.reviewers:
        if tokens.owner(known) == tokens.owner(asked.reviewer):
            return known
    raise WrongUse(f"{asked.reviewer} is no reviewer of {slug}", mend=nearest(asked.reviewer, policy.reviewers))


def _refuse_entry(entry: "Entry", reviewer: str) -> None:
    if tokens.owner(entry.address) == tokens.owner(reviewer):
        raise WrongUse(f"entry {entry.number} is the reviewer's own", mend="another reviewer scores it")
    if not entry.counts:
        what = "is withdrawn" if entry.withdrawn else "has no version that counts yet"
        raise MailbotError(f"entry {entry.number} {what}", mend="score another one")


def _values(asked: Asked, words: Sequence[str], number: str) -> dict[str, int]:
    """The scores in `relevance=4 first-time=1`; every mistake in them is a line of the WrongUse."""
    criteria = {one.id: one for one in asked.call.selection.criteria}
    values: dict[str, int] = {}
    wrong: list[tuple[str, str]] = []
    for word in words:
        name, equals, value = word.partition("=")
        one = criteria.get(name)
        if one is None or not equals:
            wrong.append((f"`{word}` names no criterion", nearest(name, criteria)))
        elif name in values:
            wrong.append((f"`{name}` is there twice", "say it once"))
        elif not (value.isascii() and value.isdecimal() and one.lowest <= int(value[:4]) <= one.highest):
            wrong.append((f"`{word}` is beyond the scale", f"a whole number from {one.lowest} to {one.highest}"))
        else:
            values[name] = int(value)
    if not words and not asked.comment.strip():
        wrong.append(("no score is named", f"for example `{_example(asked, number)}`"))
    if wrong:
        *first, (what, mend) = wrong
        raise WrongUse("\n".join([*(f"{w}: {m}" for w, m in first), what]), mend=mend)
    return values


def _example(asked: Asked, number: str) -> str:
    values = [f"{one.id}={one.highest}" for one in asked.call.selection.criteria]
    return asked.again("score", number, *values, "--as", asked.reviewer)


def _given(its: "Desk", reviewer: str) -> Mapping[str, Score]:
    who = tokens.owner(reviewer)
    return {one.reference: one for one in its.scores if one.reviewer == who}


def _title(asked: Asked, entry: "Entry") -> str:
    return str(entry.number) if asked.call.selection.blind else f"{named(entry)} <{entry.address}>"


def _shown(asked: Asked, entry: "Entry") -> Mapping[int, str]:
    """The answers that a reviewer may see, by number of the question."""
    hidden = asked.call.selection.hidden
    return {n: entry.answers[n] for n, q in enumerate(asked.call.questions, 1) if q.id not in hidden and n in entry.answers}


def _object(asked: Asked, entry: "Entry") -> dict[str, object]:
    open_ = {} if asked.call.selection.blind else {"name": entry.name, "address": entry.address, "unplaced": entry.unplaced}
    return {**open_, "answers": [{"question": n, "text": text} for n, text in sorted(_shown(asked, entry).items())]}


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise MailbotError(f"{one_line(file)} is too large for a sheet of scores", mend="delete the columns with answers")
        return file.read_bytes()
    except OSError as error:
        raise MailbotError(f"{one_line(file)}: {error.strerror}", mend="name the sheet that came back") from error
