"""Publication, meetings, deadline and zone of an announcement, each with the words it was taken from and what to check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mailbot.core.announcement.closing import Closing, closing
from mailbot.core.announcement.gatherings import Gathering, gatherings, with_hours_apart
from mailbot.core.announcement.mentions import Mention, mentions
from mailbot.core.announcement.page import Kind, Page
from mailbot.core.announcement.roles import Role, role, says
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.years import Years
from mailbot.core.phrases.zones import ABBREVIATIONS, SUMMER, WINTER

_NEAR = 300  # characters around a day in which an address stands
_NO_LAST_DAY = "no word says that this is the last day for answers"
_NOT_SAID = "nothing says what happens on this day"

__all__ = ["Gathering", "Times", "place_of", "times"]


@dataclass(frozen=True, slots=True)
class Times:
    """What a page says about time; what it does not say is None or empty.

    deadline: naive, by the clocks of `zone`; 23:59:59 when only a day is printed. alternatives: others that the same words may
    mean. explicit_time: a clock time, noon or midnight is printed with the deadline. zone: an abbreviation or offset as printed
    (`CET`, `UTC+2`, `AoE`) or the IANA name of the place named; see `place_of`. unsure: what is printed and can't be told, its
    value the name of the field (`deadline`, `meetings`).
    """

    published: Taken[date] | None = None
    meetings: tuple[Taken[Gathering], ...] = ()
    deadline: Taken[datetime] | None = None
    alternatives: tuple[datetime, ...] = ()
    explicit_time: bool = False
    zone: Taken[str] | None = None
    unsure: tuple[Taken[str], ...] = ()


def times(page: Page) -> Times:
    """Of the page, in time linear in its length."""
    named = with_hours_apart(mentions(page))
    by_role: dict[Role, list[Mention]] = {each: [] for each in Role}
    for mention in named:
        by_role[role(mention)].append(mention)
    _share(by_role)
    years = Years(page, by_role)
    due = [_with_hour(mention, named) for mention in by_role[Role.deadline]]
    close = closing(due, years, _title(page)) or _close_by_place(
        by_role[Role.other], by_role[Role.meeting], years, _title(page)
    )
    end = close.moment.value if close else None
    meetings = tuple(gatherings(by_role[Role.meeting], years, end)) or _only_left(by_role[Role.other], years, end)
    return Times(
        published=years.published,
        meetings=meetings,
        deadline=close.moment if close else None,
        alternatives=close.alternatives if close else (),
        explicit_time=close is not None and close.explicit,
        zone=_zone(close, meetings, by_role[Role.meeting], named),
        unsure=tuple(_unsure(by_role, years, close, meetings)),
    )


def _share(by_role: dict[Role, list[Mention]]) -> None:
    """`on the afternoon of the 23rd and the morning of the 24th of March there is a forum`: of both the same is said."""
    for meeting in list(by_role[Role.meeting]):
        for other in [m for m in by_role[Role.other] if m.at == meeting.at and m.when.days]:
            if meeting.left.startswith(f"{other.left}|"):
                by_role[Role.other].remove(other)
                by_role[Role.meeting].append(other)


def _with_hour(mention: Mention, named: Sequence[Mention]) -> Mention:
    """The hour that is said for all deadlines elsewhere: `all deadlines are 23:59 anywhere on earth`."""
    if mention.when.begins is not None or mention.when.ends is not None:
        return mention
    for other in named:
        when = other.when
        if not when.days and when.begins and not when.ends and (says(other, "deadline") or says(other, "deadline", "label")):
            return replace(mention, when=replace(mention.when, begins=when.begins, zone=when.zone or mention.when.zone))
    return mention


def _close_by_place(named: Sequence[Mention], meetings: Sequence[Mention], years: Years, title: str) -> Closing | None:
    """Where no word says which day is the last one: the one in a sentence that says where answers go."""
    days = [mention for mention in named if mention.when.days and not says(mention, "past") and not says(mention, "told")]
    beside = [mention for mention in days if _has_address(mention)] or [
        mention for mention in days if "@" in mention.block.text
    ]
    close = closing(beside or _before(days, years, meetings), years, title)
    return None if close is None else replace(close, moment=close.moment.doubting(_NO_LAST_DAY))


def _stands_by_address(mention: Mention) -> bool:
    return "@" in mention.block.text[max(0, mention.when.start - _NEAR) : mention.when.end + _NEAR]


def _before(named: Sequence[Mention], years: Years, meetings: Sequence[Mention]) -> list[Mention]:
    """Those of days before the first meeting."""
    held = [found[0][0] for mention in meetings if (found := years.of(mention, Role.meeting)) and found[0]]
    last = min(held, default=None)
    return [m for m in named if last and (found := years.of(m, Role.deadline)) and found[0] and found[0][-1] < last]


def _has_address(mention: Mention) -> bool:
    """Whether the sentence in which a day stands names an address."""
    start = max(0, mention.when.start - _NEAR)
    text = mention.block.text[start : mention.when.end + _NEAR]
    at = mention.when.start - start
    said = next((one for one in sentences(text) if one.start <= at < one.start + len(one.text)), None)
    return said is not None and ("@" in said.text or "://" in said.text)


def _only_left(named: Sequence[Mention], years: Years, deadline: datetime | None) -> tuple[Taken[Gathering], ...]:
    """Where no word says what happens on which day: the first one named that is after the deadline, with a doubt."""
    some = [
        mention for mention in named if mention.when.days and not says(mention, "past") and not says(mention, "past", "heading")
    ]
    after = [taken for taken in gatherings(some, years, deadline) if deadline and _day(taken.value.start) > deadline.date()]
    if not after:
        return ()
    first = min(after, key=lambda taken: taken.line)
    return tuple(taken.doubting(_NOT_SAID) for taken in after if taken.line == first.line)


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def place_of(zone: str) -> str | None:
    """The IANA zone (or AoE, or UTC) whose clocks are meant by what is printed; None for an offset, which is no place."""
    return ABBREVIATIONS.get(zone, zone if "/" in zone else None)


def _title(page: Page) -> str:
    return next((block.text for block in page.own_blocks if block.kind is Kind.heading), page.subject)


def _unsure(
    by_role: dict[Role, list[Mention]], years: Years, close: Closing | None, meetings: Sequence[Taken[Gathering]]
) -> list[Taken[str]]:
    """A day of which nothing tells the year is left out and asked about."""
    why = "the year is not printed, and nothing on the page tells it"
    asked = []
    for field, which, known in (("deadline", Role.deadline, close), ("meetings", Role.meeting, meetings)):
        undated = next((m for m in by_role[which] if m.when.days and years.of(m, which) is None), None)
        if not known and undated:
            asked.append(Taken(field, undated.line, undated.quote, (why,)))
    return asked


def _zone(
    close: Closing | None, meetings: Sequence[Taken[Gathering]], named: Sequence[Mention], every: Sequence[Mention]
) -> Taken[str] | None:
    """That of the deadline, or else that of the meeting, or one that stands by itself: `All times are CET`."""
    first = [close.mention] if close else []
    alone = [m for m in every if not m.when.days and m.when.begins is None]
    mention = next((m for m in (*first, *named, *alone) if m.when.zone), None)
    if mention is None or mention.when.zone is None:
        return None
    days = [meeting.value.start for meeting in meetings] if mention in named else []
    days = [close.moment.value] if close and mention is close.mention else days
    return Taken(mention.when.zone, mention.line, mention.quote, tuple(_wrong_season(mention.when.zone, days)))


def _wrong_season(zone: str, days: Sequence[date]) -> list[str]:
    """`CET` is the time of winter; written for a day in summer it leaves open which hour is meant."""
    if zone not in WINTER | SUMMER or not days:
        return []
    place = ZoneInfo(ABBREVIATIONS[zone])
    for day in days:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=place)
        if bool(noon.dst()) != (zone in SUMMER):
            season = "winter" if zone in WINTER else "summer"
            now = "winter" if season == "summer" else "summer"
            return [f"{zone} is {season} time, and {noon:%Y-%m-%d} is in {now}: is the clock of {ABBREVIATIONS[zone]} meant?"]
    return []
