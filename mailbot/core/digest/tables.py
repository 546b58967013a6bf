"""Tables: what waits for a person, how a call stands, and which entries are new, changed or incomplete."""

import re
from collections.abc import Callable, Iterator, Sequence

from mailbot.core import plain, wording
from mailbot.core.deadline import instant
from mailbot.core.decisions import Choice, OfferState
from mailbot.core.digest import blocks as b
from mailbot.core.digest.shapes import Digest, Need
from mailbot.core.digest.words import Say
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness

_LONGEST_NAME = 60
_TIMELINESS = {Timeliness.grace: "grace", Timeliness.late: "late"}


def needs(digest: Digest, say: Say) -> Iterator[b.Block]:
    """What waits for a person: how many, what, and which entries or why."""
    yield b.Heading(say("needs"))
    if not digest.needs:
        yield b.Paragraph(say("nothing_needed"))
        return
    columns = (b.Column(say("how_many"), number=True, short=True), b.Column(say("what")))
    rows = []
    for need in digest.needs:
        note = say.reasons(need.reasons) if need.reasons else ""
        if need.numbers:
            note = say("numbers", len(need.numbers), list=say.listed(need.numbers))
        rows.append((b.Cell(say.number(need.count)), b.Cell(say(str(need.what), need.count), note)))
    yield b.Table(say("needs"), columns, tuple(rows))


def standing(digest: Digest, say: Say) -> Iterator[b.Block]:
    """Places and time, the trend, and how the choice stands."""
    call, counts, came = digest.call, digest.counts, digest.arrivals
    yield b.Heading(say("standing"))
    end = instant(call)
    left = wording.duration(abs(end - digest.now), say.language)
    time = say("left" if digest.now <= end else "over", length=left)
    facts = [(say("deadline"), f"{say.whole(end)}, {time}")]
    if call.places is not None:
        told = say("for_places", call.places, entries=say("entries", counts.entries))
        free = digest.choosing.free
        facts.append((say("places"), f"{told}, {say('free', free)}" if free is not None and digest.choosing.offers else told))
    facts.append((say("trend"), say("lately", came.lately, before=say.number(came.before))))
    yield b.Facts((*facts, *_choice(digest, say)))


def _choice(digest: Digest, say: Say) -> Iterator[tuple[str, str]]:
    choosing, entries = digest.choosing, digest.counts.entries
    if choosing.scored is not None:
        yield say("read"), say("scored", choosing.scored, all=say.number(entries))
    decided = sum(choosing.decided.values())
    if decided:
        told = [say(str(choice), choosing.decided[choice]) for choice in Choice if choosing.decided.get(choice)]
        told += [say("undecided", entries - decided)] if entries > decided else []
        told += [say("untold", choosing.untold)] if choosing.untold else []
        yield say("decided"), ", ".join(told)
    offered = [say(str(state), choosing.offers[state]) for state in OfferState if choosing.offers.get(state)]
    if offered:
        yield say("offers"), ", ".join(offered)


def listing(digest: Digest, say: Say) -> Iterator[b.Block]:
    """The lists of entries, each as far as a mail can hold it."""
    counts = digest.counts
    reopened = frozenset(number for need in digest.needs if need.what is Need.reopened for number in need.numbers)

    def new(entry: Entry) -> str:
        return ", ".join([*_marks(entry, say), *([say("incomplete")] if entry.missing and entry.version else [])])

    def changed(entry: Entry) -> str:
        first = [say("version", entry.version)] if entry.version > 1 else []
        after = [say("after_decision")] if entry.number in reopened else []
        return ", ".join([*first, *after, *_marks(entry, say)])

    def missing(entry: Entry) -> str:
        return say("missing", len(entry.missing), list=say.listed(entry.missing))

    yield from _list(digest, say, digest.new, counts.new, ("t_new", "came"), new)
    yield from _list(digest, say, digest.changed, counts.changed, ("t_changed", "changed_at"), changed)
    yield from _list(digest, say, digest.incomplete, counts.incomplete, ("t_incomplete", "came"), missing)


def _list(
    digest: Digest, say: Say, entries: Sequence[Entry], count: int, named: tuple[str, str], note: Callable[[Entry], str]
) -> Iterator[b.Block]:
    """named: of the heading, and of the instant. Names are left out where mail is to hold numbers only."""
    if not entries:
        return
    heading, when = named
    with_names = digest.call.digest.answers
    columns = (
        b.Column(say("entry_number"), number=True, short=True),
        b.Column(say("name" if with_names else "note")),
        b.Column(say(when), short=True),
    )
    rows = []
    for entry in entries:
        at = entry.changed_at if when == "changed_at" else entry.first_at
        marked = entry.timeliness is not Timeliness.on_time
        name = _name(entry, say) if with_names else ""
        rows.append((b.Cell(str(entry.number)), b.Cell(name, note(entry), marked), b.Cell(say.short(at))))
    yield b.Heading(say(heading))
    yield b.Table(say(heading), columns, tuple(rows))
    if count > len(entries):
        yield b.Paragraph(say("more", count - len(entries)), muted=True)


def _marks(entry: Entry, say: Say) -> Iterator[str]:
    if entry.timeliness in _TIMELINESS:
        yield say(_TIMELINESS[entry.timeliness])
    if not entry.version:
        yield say("waits")
    if not entry.sure:
        yield say("not_confirmed")
    if entry.unsure:
        yield say("guessed")


def _name(entry: Entry, say: Say) -> str:
    """As its owner wrote it, but no mail program can take it for a link; the address where there is none."""
    name = re.sub(r"\.(?=\w)", ". ", re.sub(r"[/\\:@<>|]+", " ", plain.one_line(entry.name[: 4 * _LONGEST_NAME])))
    name, cut = plain.shortened(name or plain.one_line(entry.address[:250]), _LONGEST_NAME)
    return f"{name}…" if cut else name or say("no_name")
