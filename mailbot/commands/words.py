"""How values are said to people: instants with their zone, timeliness, outcomes."""

import shlex
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.core.call import Call, Meeting
from mailbot.core.late import LATE_HELD, LATE_REFUSED
from mailbot.core.reading import Timeliness
from mailbot.core.submission import LATE_CHANGE, Became

TIMELINESS = {Timeliness.on_time: "on time", Timeliness.grace: "within grace", Timeliness.late: "late"}

BECAME = {
    Became.new: "new entry",
    Became.revision: "new version",
    Became.kept_apart: "kept apart",
    Became.duplicate: "same mail again",
    Became.request: "asks for something",
    Became.not_a_submission: "no entry",
    Became.quarantined: "for a person",
}


APART = {
    LATE_CHANGE: "it came after the deadline, and an earlier version came in time",
    "weaker-than-first": "its sender could not be confirmed, that of an earlier version could",
    "change-not-authenticated": "its sender could not be confirmed",
    "address-spelled-otherwise": "its address is spelled otherwise than that of the first version",
    "not-addressed-to-us": "it was not addressed to the call, so somebody else may have sent it here",
    "said-before": "it repeats an earlier version word for word, and a later one says otherwise; it may be an old mail",
    "after-withdrawal": "it came after the entry was withdrawn",
    LATE_HELD: "it came after the deadline, and the call holds late answers until you take them over",
    LATE_REFUSED: "it came after the deadline, and the call does not count late answers unless you take them over",
    "withdrawal-asked": "it asks to withdraw the entry, and a letter asks back whether that is so",
    "withdrawal-asked-again": "it asks to withdraw the entry, and a letter that asks back is on its way",
    "withdrawal-refused": "it says no to our letter, and more than that",
    "withdrawal-stands": "it says no to our letter, and more than that",
    "on-behalf-refused": "it says no to our letter, and more than that",
    "withdrawn-before": "it asks to withdraw an entry that is withdrawn already",
    "on-behalf-of": "somebody else has sent it on, and who is named has not confirmed it",
}
"""Why a version does not count, by its named reason."""


def apart(reason: str | None) -> str:
    """Why a version is kept apart, in plain words."""
    return APART.get(reason or "", (reason or "no reason was recorded").replace("-", " "))


def instant(when: datetime, call: Call | None = None) -> str:
    """Date, time and zone, in the call's zone where there is a call: `17 Feb 2021, 23:59:41 CET`."""
    local = when.astimezone(_zone(call))
    return f"{_day(local)}, {local:%H:%M:%S} {_zone_name(local, call)}"


def meeting(its: Meeting, call: Call) -> str:
    """`10 Mar 2021, 13:00 to 16:00 CET`, a whole day without hours, the day again where it is another."""
    if not isinstance(its.start, datetime):
        last = its.end or its.start
        return _day(its.start) if last == its.start else f"{_day(its.start)} to {_day(last)}"
    start = its.start.replace(tzinfo=_zone(call))
    end = ""
    if isinstance(its.end, datetime):
        another = "" if its.end.date() == its.start.date() else f"{_day(its.end)}, "
        end = f" to {another}{its.end:%H:%M}"
    return f"{_day(start)}, {start:%H:%M}{end} {_zone_name(start, call)}"


def _zone(call: Call | None) -> tzinfo:
    return UTC if call is None else ZoneInfo("Etc/GMT+12") if call.zone == "AoE" else ZoneInfo(call.zone)


def _zone_name(local: datetime, call: Call | None) -> str:
    return "AoE" if call is not None and call.zone == "AoE" else local.tzname() or ""


def _day(when: date) -> str:
    return f"{when:%-d} {_MONTHS[when.month - 1]} {when:%Y}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def span(seconds: float) -> str:
    """A length of time in its two largest units: `3 h 12 min`; from a week on in days."""
    parts: list[str] = []
    rest = int(abs(seconds))
    if rest >= 7 * 86_400:
        return f"{rest // 86_400} d"
    for unit, length in (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)):
        if rest >= length or (unit == "s" and not parts):
            parts.append(f"{rest // length} {unit}")
            rest %= length
    return " ".join(parts[:2])


def outcomes(became: Mapping[Became, int]) -> str:
    """`19 new entries, 1 same mail again`, the most frequent first."""
    ordered = sorted(became.items(), key=lambda item: -item[1])
    return ", ".join(f"{number} {_MANY.get(what, BECAME[what]) if number != 1 else BECAME[what]}" for what, number in ordered)


_MANY = {
    Became.new: "new entries",
    Became.revision: "new versions",
    Became.request: "that ask for something",
    Became.not_a_submission: "that are no entry",
}


def some(count: int, one: str, many: str = "") -> str:
    """`1 letter`, `3 letters`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def called(folder: Path = Path()) -> str:
    """The program as it can be typed in `folder`: `mailbot` where that is found, else as it was called just now."""
    if shutil.which("mailbot"):
        return "mailbot"
    program = Path(sys.argv[0])
    if program.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m mailbot"
    if folder.absolute() != Path.cwd():
        return shlex.quote(str(program.absolute()))
    inside = program.absolute().is_relative_to(Path.cwd())
    return shlex.quote(str(program.absolute().relative_to(Path.cwd()) if inside else program.absolute()))
