"""Publication, meetings, deadline and zone of an announcement, each with the words it was taken from and what to check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mailbot.core.announcement.closing import Closing, closing
from mailbot.core.announcement.gatherings import Gathering, gatherings, with_hours_apart
from mailbot.core.announcement.mentions import Mention, mentions
from mailbot.core.announcement.page import Kind, Page
from mailbot.core.announcement.roles import Role, role
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.years import Years
from mailbot.core.phrases.zones import ABBREVIATIONS, SUMMER, WINTER

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
    years = Years(page, by_role)
    close = closing(by_role[Role.deadline], years, _title(page))
    meetings = tuple(gatherings(by_role[Role.meeting], years, close.moment.value if close else None))
    return Times(
        published=years.published,
        meetings=meetings,
        deadline=close.moment if close else None,
        alternatives=close.alternatives if close else (),
        explicit_time=close is not None and close.explicit,
        zone=_zone(close, meetings, by_role[Role.meeting], named),
        unsure=tuple(_unsure(by_role, years, close, meetings)),
    )


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
