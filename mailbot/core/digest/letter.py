"""Letter: what a digest says, in words and pictures of one language: subject, text and HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core import plain, wording
from mailbot.core.deadline import instant
from mailbot.core.digest import blocks as b
from mailbot.core.digest.pictures import pictured
from mailbot.core.digest.shapes import Digest, Occasion
from mailbot.core.digest.tables import listing, needs, standing
from mailbot.core.digest.words import Say
from mailbot.core.phrases.digesting import WORDS
from mailbot.core.templates import Templates


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a digest. code: of this letter, by which answers are known; '' where it takes none. until: the last
    day for them. sheet: file name of the attached table, or ''. page: where the entries stand on the web, or ''. team: our
    name."""

    code: str = ""
    until: date | None = None
    sheet: str = ""
    page: str = ""
    team: str = ""


Parts = tuple[str, str, str, tuple[b.Picture, ...]]
"""Subject, text, HTML, and the pictures that the HTML names by `cid:`."""


def spoken(wished: str) -> str:
    """The language in which a digest is written for who wishes this one."""
    return wished if wished in WORDS else "en"


def digest_parts(digest: Digest, language: str, templates: Templates, frame: Frame = Frame()) -> Parts:
    """A letter for one contact, in the language or in the one that is `spoken` instead. templates: with `digest.html`."""
    say = Say(spoken(language), digest.call)
    subject, pieces = _subject(digest, say), tuple(_blocks(digest, say, frame))
    words = {
        "title": subject,
        "blocks": pieces,
        "language": say.language,
        "direction": wording.direction(say.language),
        "call_language": digest.call.language,
    }
    pictures = tuple(piece for piece in pieces if isinstance(piece, b.Picture))
    return subject, b.to_text(pieces), templates.html(words, "digest.html"), pictures


def _subject(digest: Digest, say: Say) -> str:
    """The call by its short name, and what happened; nothing of it comes from candidates."""
    special = {Occasion.eve: "subject_eve", Occasion.after: "subject_after"}.get(digest.occasion)
    told = [say(special)] if special else []
    told += [say(key, count) for key, count in (("new", digest.counts.new), ("changed", digest.counts.changed)) if count]
    waiting = sum(need.count for need in digest.needs)
    return f"{digest.call.slug}: " + (", ".join(told) or (say("needed", waiting) if waiting else say("nothing")))


def _blocks(digest: Digest, say: Say, frame: Frame) -> Iterator[b.Block]:
    yield from _head(digest, say)
    yield from needs(digest, say)
    yield from standing(digest, say)
    yield from listing(digest, say)
    if frame.sheet:
        yield b.Paragraph(say("in_sheet", name=frame.sheet))
    if not digest.call.digest.answers:
        yield b.Paragraph(say("only_numbers"))
    if frame.page:
        yield b.Link(say("page"), frame.page)
    yield from pictured(digest, say)
    if frame.code:
        yield from _commands(digest, say, frame)
    yield b.Paragraph(say("why"), muted=True)
    yield b.Paragraph(say("program"), muted=True)
    if frame.team:
        yield b.Paragraph(plain.one_line(frame.team), muted=True)


def _head(digest: Digest, say: Say) -> Iterator[b.Block]:
    counts = digest.counts
    headline = say("new", counts.new) if counts.new else say("no_new")
    if digest.occasion is not Occasion.usual:
        headline = say(str(digest.occasion))
    yield b.Headline(headline)
    yield b.Paragraph(plain.one_line(digest.call.title), foreign=True)
    yield b.Paragraph(say("from_the_first") if digest.since is None else say("since", when=say.whole(digest.since)), muted=True)
    in_time = digest.now <= instant(digest.call) and not counts.late
    figures = (
        ("f_entries", counts.entries),
        ("f_new", counts.new),
        ("f_changed", counts.changed),
        ("f_incomplete", counts.incomplete),
        ("f_places", digest.call.places) if in_time and digest.call.places is not None else ("f_late", counts.late),
        ("f_needed", sum(need.count for need in digest.needs)),
    )
    yield b.Figures(tuple((say.number(count), say(key, count)) for key, count in figures))
    if counts.withdrawn:
        yield b.Paragraph(say("withdrawn_since", counts.withdrawn))


def _commands(digest: Digest, say: Say, frame: Frame) -> Iterator[b.Block]:
    yield b.Heading(say("commands"))
    yield b.Paragraph(say("how"))
    yield b.Copy(say.commands(_examples(digest)))
    yield b.Paragraph(say("preview"))
    yield b.Paragraph(say("code"))
    yield b.Copy((frame.code,))
    if frame.until is not None:
        yield b.Paragraph(say("until", day=wording.day(frame.until, say.language)))


def _examples(digest: Digest) -> Sequence[int]:
    return sorted(entry.number for entry in digest.new if entry.counts)[:4]
