"""The meetings of a call as calendar files (RFC 5545), and what a calendar program answers to them (RFC 5546, 6047).

One file a meeting: a REQUEST is about one UID (RFC 5546 3.2.2). The UID is keyed, so that it says neither whose it is nor of
which call, and it goes by the place of the meeting in the call file: a meeting that is moved stays the same event.
"""

import base64
import hmac
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mailbot.core import plain
from mailbot.core.call import Call, Meeting
from mailbot.core.decisions import HOLDING, Offer, OfferState
from mailbot.core.meetings import coming, midnight_after
from mailbot.core.reading import Own
from mailbot.core.when import AOE, zone_info
from mailbot.core.wire import Part
from mailbot.errors import UnsafeToSend

if TYPE_CHECKING:
    from icalendar import Event, vCalAddress

_SHORTEST_KEY = 16
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_UID = 80, 500, 255  # characters
_FILES_AT_MOST = 20
_OCTETS_AT_MOST, _ANSWERS_AT_MOST = 100_000, 100
_STATUS = {OfferState.accepted: "ACCEPTED", OfferState.declined: "DECLINED"}
_ANSWERED = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE"})


def calendar_files(call: Call, offer: Offer, person: tuple[str, str], team: str, own: Own, now: datetime) -> tuple[Part, ...]:
    """One calendar file for each meeting that is not over; none where the call names no meeting to come.

    While the offer keeps its place they ask (METHOD:REQUEST), with what has become of it so far; afterwards they cancel. Its
    sequence has to grow with each letter that brings calendar files (RFC 5546 2.1.4). person: name, or '', and address of who
    is invited. team: who invites, as in From. now: aware, UTC. Raises UnsafeToSend without a key of at least 128 bits.

    Hours are those of the call's zone, which comes along as VTIMEZONE; the hours of an AoE call are in UTC, since no place has
    these clocks. A meeting without hours is a whole day. Nobody is asked to answer in the calendar: yes and no go by mail.
    """
    meetings = coming(call, now)[:_FILES_AT_MOST]
    ending = offer.state not in HOLDING
    method, name = ("CANCEL", "cancellation") if ending else ("REQUEST", "invitation")
    files = []
    for n, meeting in meetings:
        event = _event(call, meeting, ending=ending)
        event.add("uid", uid(call, offer.reference, n, own))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("sequence", offer.sequence)
        event.add("organizer", _person("ORGANIZER", team, call.addresses[0]), encode=False)
        status = _STATUS.get(offer.state, "NEEDS-ACTION")
        event.add("attendee", _person("ATTENDEE", *person, status), encode=False)
        file = f"{name}.ics" if len(meetings) == 1 else f"{name}-{n}.ics"
        files.append(Part(_whole(event, method, meeting), "text/calendar", file, method=method))
    return tuple(files)


def uid(call: Call, reference: str, number: int, own: Own) -> str:
    """Of the event that is the call's meeting of this number, from 1, in the calendar of this entry's person."""
    if len(own.key) < _SHORTEST_KEY:
        raise UnsafeToSend("the key of our calendar files is missing or too short", mend=f"at least {_SHORTEST_KEY} octets")
    said = "\0".join(("mailbot calendar 1", call.slug, reference, str(number))).encode()
    return base64.b32encode(hmac.digest(own.key, said, "sha256")[:16]).decode().rstrip("=").lower() + f"@{own.domain.lower()}"


def replies(raw: bytes) -> tuple[tuple[str, str], ...]:
    """What a calendar program answers: UIDs, each with ACCEPTED, DECLINED or TENTATIVE. Of anything else nothing; no error."""
    from icalendar import Calendar

    if len(raw) > _OCTETS_AT_MOST:
        return ()
    try:
        calendar = Calendar.from_ical(raw.decode("utf-8", "replace"))
        if str(calendar.get("METHOD", "")).upper() != "REPLY":
            return ()
        found = [answer for event in calendar.events[:_ANSWERS_AT_MOST] for answer in _answer(event)]
    except Exception:  # noqa: BLE001 - the library has a dozen ways to stumble over what a stranger wrote
        return ()
    return tuple(dict(found).items())


def _answer(event: Any) -> Iterator[tuple[str, str]]:
    attendees = event.get("ATTENDEE", ())
    (attendee, *others) = attendees if isinstance(attendees, list) else (attendees,)
    status, which = str(attendee.params.get("PARTSTAT", "")).upper(), str(event.get("UID", ""))
    if status in _ANSWERED and 0 < len(which) <= _LONGEST_UID and not others:  # RFC 5546 3.2.3: the one who answers
        yield which, status


def _event(call: Call, meeting: Meeting, *, ending: bool) -> "Event":
    from icalendar import Event

    event = Event()
    start, end = _span(meeting, call)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", plain.shortened(plain.one_line(call.title), _LONGEST_TEXT)[0])
    if meeting.place:
        event.add("location", plain.shortened(plain.one_line(meeting.place), _LONGEST_TEXT)[0])
    contact = call.contacts[0]
    event.add("description", f"{plain.one_line(contact.name)}, {contact.address}")
    event.add("status", "CANCELLED" if ending else "CONFIRMED")
    return event


def _whole(event: "Event", method: str, meeting: Meeting) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//mailbot//calendar 1//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    first, last = meeting.start.year, (meeting.end or meeting.start).year
    calendar.add_missing_timezones(date(first - 1, 1, 1), date(last + 2, 1, 1))  # the shortest that holds every clock change
    return bytes(calendar.to_ical())


def _span(meeting: Meeting, call: Call) -> tuple[datetime | date, datetime | date | None]:
    """As the file says it: with hours in the call's zone, or days, of which the end is the first day after it."""
    last = meeting.end or meeting.start
    if isinstance(meeting.start, datetime):
        end = None if meeting.end is None else _zoned(last if isinstance(last, datetime) else midnight_after(last), call)
        return _zoned(meeting.start, call), end
    return meeting.start, (last.date() if isinstance(last, datetime) else last) + timedelta(days=1)


def _zoned(wall: datetime, call: Call) -> datetime:
    zone = zone_info(call.zone)
    at = wall.replace(tzinfo=zone)
    return at.astimezone(UTC) if zone is AOE or call.zone == "UTC" else at


def _person(kind: str, name: str, address: str, status: str = "") -> "vCalAddress":
    from icalendar import vCalAddress, vText

    person = vCalAddress(f"mailto:{address}")
    said = plain.one_line(name).replace('"', "")[:_LONGEST_NAME].strip()  # a quote has no spelling that all programs read
    if said:
        person.params["CN"] = vText(said)
    if kind == "ATTENDEE":
        person.params["ROLE"] = vText("REQ-PARTICIPANT")
        person.params["PARTSTAT"] = vText(status)
        person.params["RSVP"] = vText("FALSE")
    return person
