"""Hours as they are printed: `5pm`, `14h30`, `17.30 Uhr`, `ore 24:00`, `noon`, and from one to another."""

import re
from typing import NamedTuple

from mailbot.core.announcement.found import Hour, Part, Text
from mailbot.core.announcement.tokens import Clock
from mailbot.core.announcement.vocabulary import Said

# An hour: `5pm`, `17 Uhr`, `12 noon`, `17.30 Uhr`, `1700 hrs`, `6 de la tarde`.
_CLOCK = r"(?:(?:[kcdn]\.?|[4Y](?=[uU]))(?:[uU]\.?)?(?:[oi]{0,2}P|p|N)?|N)"
HOURS = re.compile(
    rf"(?P<before>(?:[fit]|a\.?){{0,3}})(?P<first>{_CLOCK})(?:,?(?P<to>[-t&a])[aifot]{{0,2}}(?P<last>{_CLOCK}))?"
)
_SURE = re.compile(r"[kcNUupP]")  # without any of these a number is an hour only by what stands before it


class _Clock(NamedTuple):
    """sure: it can't be another number. half: am or pm is said. bare: a number alone."""

    hour: Hour
    sure: bool
    half: bool = False
    bare: bool = False


def hours(read: Text, letters: str, found: re.Match[str]) -> Part | None:
    """The hour or hours of one match, None for a number that is none."""
    before, left = found["before"], letters[max(0, found.start() - 2) : found.start()]
    if not (before or "#" in left or _SURE.search(found[0])):
        return None
    first = _clock(read, *found.span("first"))
    last = _clock(read, *found.span("last")) if found["last"] else None
    if first is None:
        return None
    together = last is not None and (found["to"] != "&" or "f" in before or letters[found.end() : found.end() + 1] == "f")
    start, end = found.start("first"), found.end() if together else found.end("first")
    if last is not None and together:
        if not (first.sure or last.sure or "a" in before or (not first.bare and not last.bare) or _by_day(read, found)):
            return None
        return read.part(start, end, begins=_same_half(first, last), ends=last.hour)
    led = _leads_to(first, before, left, letters[end : end + 1])
    return read.part(start, end, begins=first.hour) if first.sure or led else None


def _by_day(read: Text, found: re.Match[str]) -> bool:
    """`de 16 a 18 horas`: hours of a day rather than a length of time, which English would mean."""
    return "u" in found["last"] and read.language != "en" and read.tokens[found.start("first")].value in range(7, 24)


def _leads_to(clock: _Clock, before: str, left: str, right: str) -> bool:
    """Whether what stands around says that a number is an hour: `kl. 13`, `at 17.30`, or a day just before it."""
    behind_a_day = left.endswith(("#", "#,"))
    if not clock.bare:
        return bool(before) or behind_a_day
    by_day = (clock.hour.minutes or 0) >= 7 * 60  # `a las 3 personas` is no hour of the night
    return by_day and ("a" in before or (bool(before) and behind_a_day and right != "x"))


def _clock(read: Text, first: int, last: int) -> _Clock | None:
    run = {token.letter: token for token in read.tokens[first:last]}
    if "N" in run:
        value = run["N"].value
        return _Clock(Hour(value) if isinstance(value, int) else Hour(said=value), sure=True)
    number = read.tokens[first]
    minutes, half = number.value if isinstance(number.value, Clock) else (number.value * 60, False)
    if number.letter in "4Y":
        minutes = number.value // 100 * 60 + number.value % 100
    late = run["P"].value in (Said.afternoon, Said.evening) if "P" in run else "p" in run and run["p"].value
    if late and minutes < 12 * 60:
        minutes += 12 * 60
    bare = number.letter in "dn"
    half = half or "P" in run or "p" in run
    # `2 uur` and `3 heures` are lengths rather than hours of the night.
    sure = half or number.letter == "k" or ("U" in run and (not bare or minutes >= 7 * 60))
    sure = sure or (not bare and "u" in run)
    # `las 15 horas` is an hour, and `15 hours` a length.
    bare = bare and "U" not in run and not ("u" in run and read.language != "en")
    return _Clock(Hour(minutes), sure, half, bare) if minutes <= 24 * 60 else None


def _same_half(first: _Clock, last: _Clock) -> Hour:
    """`2 to 4 pm` begins at 14:00, `10 to 1 pm` at 10:00."""
    begins, ends = first.hour.minutes, last.hour.minutes
    if last.half and not first.half and begins is not None and ends is not None and begins + 12 * 60 < ends:
        return Hour(begins + 12 * 60)
    return first.hour
