"""Pictures: the charts of a digest, each with the table of its numbers behind it."""

from collections.abc import Iterator
from datetime import date

from mailbot.core import plain, wording
from mailbot.core.digest import blocks as b
from mailbot.core.digest import charts
from mailbot.core.digest.days import last_day_of
from mailbot.core.digest.shapes import Arrivals, Digest, Divided, Week
from mailbot.core.digest.words import Say

_VALUES = 12  # of a group; the smaller ones are added up
_BARS = 20  # of questions, in a picture
_QUESTION = 90  # characters of a question in a table


def pictured(digest: Digest, say: Say) -> Iterator[b.Block]:
    """Arrivals, answers to each question, and each group of the call."""
    if not digest.counts.entries:
        return
    yield from _arrivals(digest, say)
    yield from _answers(digest, say)
    for n, group in enumerate(digest.groups, 1):
        yield from _group(digest, say, group, n)


def _picture(digest: Digest, name: str, svg: str, alt: str) -> b.Picture:
    """A name of its own in every letter (RFC 2392): some programs show the picture of another letter else."""
    return b.Picture(f"{name}.{digest.day:%Y%m%d}@{digest.call.slug[:63]}.digest.invalid", f"{name}.png", svg, alt)


def _arrivals(digest: Digest, say: Say) -> Iterator[b.Block]:
    came = digest.arrivals
    days = [wording.short_day(bar.day, say.language) for bar in came.bars]
    bars = [charts.Column(day, bar.on_time, bar.after) for day, bar in zip(days, came.bars, strict=True)]
    legend = (say("on_time"), say("f_late")) if any(bar.after for bar in came.bars) else ()
    yield b.Heading(say("arrivals"))
    svg = charts.columns(bars, tuple(_markers(digest.call.deadline.day, last_day_of(digest.call), came, say)), legend)
    yield _picture(digest, "arrivals", svg, say("alt_arrivals"))
    yield _calendar(came, say)


def _calendar(came: Arrivals, say: Say) -> b.Table:
    """A row a week, with its days as long as their numbers leave room for that."""
    most = max((day or 0 for week in came.weeks for day in week.days), default=0)
    daily = most < 10_000
    names = (*wording.weekdays(say.language), say("sum")) if daily else (say("sum"),)
    columns = (b.Column(say("week"), short=True), *(b.Column(name, number=True) for name in names))
    rows = [_week(week, say, daily=daily) for week in came.weeks]
    if came.earlier:
        rows.insert(0, (b.Cell(say("earlier")), *[b.Cell("")] * (len(names) - 1), b.Cell(say.number(came.earlier))))
    return b.Table(say("cap_arrivals"), columns, tuple(rows), dense=daily, small=daily and most >= 1_000)


def _markers(named: date, last: date, came: Arrivals, say: Say) -> Iterator[charts.Marker]:
    """named: the day as the call names it, which for anywhere on earth is the one before the last."""
    if came.today is not None and last != came.bars[came.today].day:
        yield charts.Marker(came.today, say("today"))
    if came.deadline is not None:
        told = say("deadline").rstrip(" :\N{NO-BREAK SPACE}")
        yield charts.Marker(came.deadline, f"{told}, {wording.short_day(named, say.language)}", strong=True)


def _week(week: Week, say: Say, *, daily: bool) -> tuple[b.Cell, ...]:
    days = [b.Cell("" if count is None else str(count)) for count in week.days if daily]
    return (b.Cell(wording.short_day(week.monday, say.language)), *days, b.Cell(say.number(week.total)))


def _answers(digest: Digest, say: Say) -> Iterator[b.Block]:
    entries = digest.counts.entries
    bars = [
        charts.Row(
            f"{asked.number}. {plain.one_line(asked.text[:400])}",
            asked.answered,
            say.number(asked.answered),
            entries,
        )
        for asked in digest.questions[:_BARS]
    ]
    yield b.Heading(say("answers"))
    yield _picture(digest, "answers", charts.rows(bars), say("alt_answers"))
    columns = (b.Column(say("question")), *(b.Column(say(key), number=True) for key in ("answered", "share")))
    rows = []
    for asked in digest.questions:
        text, cut = plain.whole_sentences(asked.text, _QUESTION)
        question = b.Cell(f"{asked.number}. {text}{' …' if cut else ''}", say("by_guess", asked.unsure) if asked.unsure else "")
        rows.append((question, b.Cell(say.number(asked.answered)), b.Cell(say.share(asked.answered, entries))))
    yield b.Table(say("answers"), columns, tuple(rows), foreign=True)


def _group(digest: Digest, say: Say, group: Divided, n: int) -> Iterator[b.Block]:
    name, values = plain.one_line(group.name), _values(group, say)
    all_of_them = sum(count for _, count, _ in values)
    shares = [say.share(count, all_of_them) for _, count, _ in values]
    bars = [charts.Row(value, count, say.number(count), muted=muted) for value, count, muted in values]
    yield b.Heading(name, foreign=True)
    yield _picture(digest, f"group-{n}", charts.rows(bars), say("alt_group", name=name))
    columns = (b.Column(name), b.Column(say("group_entries"), number=True), b.Column(say("share"), number=True))
    rows = tuple(
        (b.Cell(value), b.Cell(say.number(count)), b.Cell(share))
        for (value, count, _), share in zip(values, shares, strict=True)
    )
    yield b.Table(name, columns, rows, foreign=True)


def _values(group: Divided, say: Say) -> list[tuple[str, int, bool]]:
    """The most frequent ones, then all others together, then those that tell none; whether it is one of the last two."""
    told = [(plain.one_line(value), count) for value, count in group.values if value]
    most = len(told) if len(told) <= _VALUES + 1 else _VALUES
    rest = sum(count for _, count in told[most:])
    values = [(value, count, False) for value, count in told[:most]]
    values += [(say("others", len(told) - most), rest, True)] if rest else []
    return values + [(say("not_told"), count, True) for value, count in group.values if not value]
