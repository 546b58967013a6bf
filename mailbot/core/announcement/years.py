"""The year of a day that is printed without one: from the publication, the meeting or the weekday, never from today's clock."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.announcement.mentions import Mention
from mailbot.core.announcement.page import Kind, Page
from mailbot.core.announcement.roles import Role, weights
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.tokens import Day, exists

_YEAR = re.compile(r"(?<![\d./-])20\d\d(?![\d/])")
_MOST_YEARS = 20
_READ = 2_000  # characters of a block


@dataclass(frozen=True, slots=True)
class Known:
    """A day that is printed whole. what: how a doubt names it."""

    day: date
    what: str


class Years:
    """What is known whole on a page, and from it the years of the other days.

    published: when the announcement came out, if the page says so.
    """

    def __init__(self, page: Page, by_role: Mapping[Role, Sequence[Mention]]) -> None:
        every = [day for named in by_role.values() for mention in named for day in mention.when.days]
        self._month_first = any(day.month_first for day in every)
        self.published = _published(by_role[Role.published], self._turned)
        self._publication = Known(self.published.value, "the day of publication") if self.published else None
        self._sent = Known(page.sent, "the day of the mail") if page.sent else None
        self._meeting = _earliest(by_role[Role.meeting], self._turned, "the meeting")
        self._deadline = _earliest(by_role[Role.deadline], self._turned, "the deadline")
        self._on_page = _printed_on(page)

    def anchor(self, of: Role) -> date | None:
        """The day of publication or of the meeting, printed with its year."""
        known = self._meeting if of is Role.meeting else self._publication
        return known.day if known else None

    def of(self, mention: Mention, role: Role) -> tuple[list[date], tuple[str, ...]] | None:
        """The days of a mention with that role, and what to check in them; None when a year is missing and nothing tells it."""
        days: list[date] = []
        doubts: list[str] = []
        for day in map(self._turned, mention.when.days):
            found = whole(day)
            if found is None:
                found, why = (_after(day, days[-1]), "") if days else self._told(role, day)
                doubts += [why] if why else []
            elif day.other_order and day.weekday is None:
                doubts.append(f"it may also be written month first, as {date(found.year, found.day, found.month)}")
            if found is None:
                return None
            if day.weekday is not None and found.weekday() != day.weekday:
                doubts.append(f"{found} is a {found:%A}, and the weekday printed is another one")
            days.append(found)
        return days, tuple(dict.fromkeys(doubts))

    def _turned(self, day: Day) -> Day:
        """03/04 on a page that writes 03/14 somewhere is a day of March."""
        if not (day.other_order and self._month_first):
            return day
        return day._replace(day=day.month or 1, month=day.day, other_order=False)

    def _told(self, of: Role, day: Day) -> tuple[date | None, str]:
        if self._publication and (found := _after(day, self._publication.day)):
            return found, _derived(found, self._publication)
        if of is Role.deadline and self._meeting and (found := _until(day, self._meeting.day)):
            return found, _derived(found, self._meeting)
        if of is not Role.deadline and self._deadline and (found := _after(day, self._deadline.day)):
            return found, _derived(found, self._deadline)
        if self._sent and (found := _after(day, self._sent.day)):
            return found, _derived(found, self._sent)
        if found := _by_weekday(day, self._on_page):
            how = "the weekday" if len(self._on_page) > 1 else "the only year on the page"
            return found, f"the year is not printed here; {found.year} follows from {how}"
        return None, ""


def whole(day: Day) -> date | None:
    """The date of a day whose year is printed. Of 03/04 the order that the weekday says, else day first."""
    if day.year is None or day.month is None:
        return None
    found = date(day.year, day.month, day.day)
    if day.other_order and day.weekday is not None and found.weekday() != day.weekday:
        other = date(day.year, day.day, day.month)
        return other if other.weekday() == day.weekday else found
    return found


def _derived(found: date, known: Known) -> str:
    return f"the year is not printed here; {found.year} follows from {known.what}, {known.day}"


def _after(day: Day, known: date) -> date | None:
    """The first such day that is not before the known one."""
    return _nearest(day, known, +1)


def _until(day: Day, known: date) -> date | None:
    """The last such day that is not after the known one."""
    return _nearest(day, known, -1)


def _nearest(day: Day, known: date, step: int) -> date | None:
    for year in range(known.year, known.year + step * 9, step):  # 29 February may be eight years away
        if exists(day._replace(year=year)):
            found = date(year, day.month or 1, day.day)
            if (found - known).days * step >= 0:
                return found
    return None


def _by_weekday(day: Day, years: Sequence[int]) -> date | None:
    """The one of these years in which that day is that weekday, if there is just one; without a weekday the only year."""
    days = [date(year, day.month or 1, day.day) for year in years if exists(day._replace(year=year))]
    fit = [found for found in days if day.weekday is None or found.weekday() == day.weekday]
    return fit[0] if len(fit) == 1 else None


def _published(named: Sequence[Mention], turned: Callable[[Day], Day]) -> Taken[date] | None:
    ones = [(m, found) for m in named if m.when.days and (found := whole(turned(m.when.days[0])))]
    if not ones:
        return None
    mention, found = max(ones, key=lambda one: weights(one[0])[Role.published])
    return Taken(found, mention.line, mention.quote)


def _earliest(named: Sequence[Mention], turned: Callable[[Day], Day], what: str) -> Known | None:
    days = [found for m in named if m.when.days and (found := whole(turned(m.when.days[0])))]
    return Known(min(days), what) if days else None


def _printed_on(page: Page) -> list[int]:
    """Years printed in headings, or else anywhere in the text; none when they are too many to mean anything."""
    own = page.own_blocks
    for blocks in ([block for block in own if block.kind is Kind.heading], own):
        found: dict[int, None] = {}
        for block in blocks:
            found.update(dict.fromkeys(int(year[0]) for year in _YEAR.finditer(block.text[:_READ])))
            if len(found) > _MOST_YEARS:
                return []
        if found:
            return list(found)
    return []
