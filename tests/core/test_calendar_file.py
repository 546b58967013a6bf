"""Calendar files, read back by a calendar library: the right hours, one event a meeting, the same one when it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from mailbot.core.calendar_file import calendar_files, replies, uid
from mailbot.core.call import Call, Meeting
from mailbot.core.decisions import Offer, OfferState
from mailbot.core.letter import LetterKind
from mailbot.errors import UnsafeToSend
from tests.core.letters import CALL, LETTERS, OWN, opened, text_of

NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
OFFER = Offer(7, CALL.slug, "7KQM-4TZP", 3, OfferState.open, NOW, NOW + timedelta(days=5))
JANA = ('Jana "N" Nováková, PhD; x:y\r\nBCC: z', "jana@example.net")
PLACE = "Δημαρχείο, αίθουσα 3; " + "ισόγειο " * 20


def at(line: str) -> Meeting:
    """As a call file says it."""
    return Meeting.model_validate(line)


MORNING = at(f"2026-05-06 10:00-16:00, {PLACE}")


def files(call: Call = CALL, now: datetime = NOW, **offer: Any) -> list[tuple[str, Calendar, Any]]:
    parts = calendar_files(call, replace(OFFER, **offer), JANA, "The meals team", OWN, now)
    read = []
    for part in parts:
        calendar = Calendar.from_ical(part.content)
        (event,) = calendar.events
        assert (part.type, part.method) == ("text/calendar", str(calendar["METHOD"]))
        read.append((part.name, calendar, event))
    return read


def having(*meetings: Meeting, zone: str = "Europe/Brussels") -> Call:
    return CALL.model_copy(update={"meetings": meetings, "zone": zone})


def test_an_invitation_is_what_calendar_programs_expect() -> None:
    ((name, calendar, event),) = files(having(MORNING))
    assert (name, calendar["METHOD"], calendar["VERSION"], event["STATUS"]) == ("invitation.ics", "REQUEST", "2.0", "CONFIRMED")
    assert event["ORGANIZER"] == "mailto:calls@example.org"
    assert event["ORGANIZER"].params["CN"] == "The meals team"
    assert event["ATTENDEE"] == "mailto:jana@example.net"
    assert dict(event["ATTENDEE"].params) == {
        "CN": "Jana N Nováková, PhD; x:y BCC: z",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "FALSE",
    }
    assert (event["SUMMARY"], event["LOCATION"]) == (CALL.title, PLACE.strip())
    assert event["DESCRIPTION"] == "Ada Berg, ada.berg@example.org"
    assert (event["DTSTAMP"].dt, event["SEQUENCE"]) == (NOW, 0)


@pytest.mark.parametrize(
    ("meeting", "zone", "start", "end"),
    [
        (MORNING, "Europe/Brussels", "2026-05-06 08:00", "2026-05-06 14:00"),
        (at("2026-03-29 01:00 to 2026-03-29 04:00"), "Europe/Brussels", "2026-03-29 00:00", "2026-03-29 02:00"),
        (at("2026-10-25 01:00 to 2026-10-25 04:00"), "Europe/Brussels", "2026-10-24 23:00", "2026-10-25 03:00"),
        (at("2026-12-31 22:00 to 2027-01-01 01:00"), "Australia/Sydney", "2026-12-31 11:00", "2026-12-31 14:00"),
        (MORNING, "AoE", "2026-05-06 22:00", "2026-05-07 04:00"),
        (MORNING, "UTC", "2026-05-06 10:00", "2026-05-06 16:00"),
    ],
)  # fmt: skip
def test_the_hours_are_those_of_the_zone_of_the_call(meeting: Meeting, zone: str, start: str, end: str) -> None:
    ((_, calendar, event),) = files(having(meeting, zone=zone))
    spoken = [f"{event[name].dt.astimezone(UTC):%Y-%m-%d %H:%M}" for name in ("DTSTART", "DTEND")]
    assert spoken == [start, end]
    known = zone not in ("AoE", "UTC")
    assert [str(found["TZID"]) for found in calendar.timezones] == ([zone] if known else [])
    assert event["DTSTART"].params.get("TZID") == (zone if known else None)


def test_the_zone_that_comes_along_tells_the_hours_by_itself() -> None:
    for meeting in (MORNING, at("2026-03-29 03:00"), at("2026-10-25 03:00")):
        ((_, calendar, event),) = files(having(meeting))
        (zone,) = calendar.timezones
        own = zone.to_tz(lookup_tzid=False)
        assert event["DTSTART"].dt.replace(tzinfo=None).replace(tzinfo=own).astimezone(UTC) == event["DTSTART"].dt.astimezone(
            UTC
        )


def test_a_meeting_without_hours_is_whole_days() -> None:
    one, several = at("2026-05-06"), at("2026-05-07 to 2026-05-08")
    found = [(name, event["DTSTART"].dt, event["DTEND"].dt) for name, _, event in files(having(one, several))]
    assert found == [
        ("invitation-1.ics", date(2026, 5, 6), date(2026, 5, 7)),
        ("invitation-2.ics", date(2026, 5, 7), date(2026, 5, 9)),
    ]
    assert "DTEND" not in files(having(at("2026-05-06 10:00")))[0][2]


def test_what_is_over_gets_no_file_and_leaves_the_numbers_of_the_others() -> None:
    call = having(at("2026-05-06"), at("2026-05-07"), MORNING)
    late_on_the_sixth = datetime(2026, 5, 6, 21, 59, tzinfo=UTC)
    assert [name for name, _, _ in files(call, late_on_the_sixth)] == ["invitation-1.ics", "invitation-2.ics"]
    assert [name for name, _, _ in files(call, late_on_the_sixth + timedelta(minutes=1))] == ["invitation.ics"]
    assert files(call, datetime(2026, 5, 8, tzinfo=UTC)) == files(having()) == []


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (OfferState.prepared, ("REQUEST", "CONFIRMED", "NEEDS-ACTION", "invitation.ics")),
        (OfferState.accepted, ("REQUEST", "CONFIRMED", "ACCEPTED", "invitation.ics")),
        (OfferState.declined, ("CANCEL", "CANCELLED", "DECLINED", "cancellation.ics")),
        (OfferState.cancelled, ("CANCEL", "CANCELLED", "NEEDS-ACTION", "cancellation.ics")),
        (OfferState.expired, ("CANCEL", "CANCELLED", "NEEDS-ACTION", "cancellation.ics")),
    ],
)
def test_what_becomes_of_an_offer_changes_the_same_event(state: OfferState, told: tuple[str, ...]) -> None:
    ((_, _, before),) = files()
    ((name, calendar, event),) = files(state=state, sequence=4)
    assert (calendar["METHOD"], event["STATUS"], event["ATTENDEE"].params["PARTSTAT"], name) == told
    assert (event["UID"], event["SEQUENCE"], before["SEQUENCE"]) == (before["UID"], 4, 0)


def test_an_identifier_is_of_one_person_and_meeting_and_tells_neither() -> None:
    ours = uid(CALL, "7KQM-4TZP", 1, OWN)
    assert ours == str(files()[0][2]["UID"])
    assert ours.endswith("@example.org")
    others = {
        uid(CALL, "7KQM-4TZP", 2, OWN),
        uid(CALL, "AAAA-BBBB", 1, OWN),
        uid(CALL, "7KQM-4TZP", 1, replace(OWN, key=b"y" * 32)),
    }
    assert len(others | {ours}) == 4
    with pytest.raises(UnsafeToSend):
        uid(CALL, "7KQM-4TZP", 1, replace(OWN, key=b"short"))


def test_lines_end_in_crlf_and_are_folded_at_75_octets_between_letters() -> None:
    (part,) = calendar_files(having(MORNING), OFFER, JANA, "Η ομάδα", OWN, NOW)
    lines = part.content.split(b"\r\n")
    assert lines[-1] == b""
    assert not [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]
    assert all(line.decode() for line in lines[:-1])


def _reply(*lines: str, method: str = "REPLY") -> bytes:
    inside = ("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", "")
    return "\r\n".join(inside).encode()


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=ACCEPTED;CN=Jana:mailto:jana@example.net"), (("a@x", "ACCEPTED"),)),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=declined:MAILTO:jana@example.net"), (("a@x", "DECLINED"),)),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=TENTATIVE:x").replace(b"\r\n", b"\n"), (("a@x", "TENTATIVE"),)),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=NEEDS-ACTION:x"), ()),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=ACCEPTED:x", method="REQUEST"), ()),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=ACCEPTED:x", "ATTENDEE;PARTSTAT=DECLINED:y"), ()),
        (_reply("ATTENDEE;PARTSTAT=ACCEPTED:x"), ()),
        (_reply(f"UID:{'x' * 300}", "ATTENDEE;PARTSTAT=ACCEPTED:x"), ()),
        (_reply("UID:a@x"), ()),
        (_reply("UID:a@x", "ATTENDEE:x"), ()),
        (b"\xff\xfe\x00", ()),
        (b"", ()),
        (b"BEGIN:VCALENDAR\r\n" * 5000, ()),
        (_reply("UID:a@x", "ATTENDEE;PARTSTAT=ACCEPTED:x", "X-LONG:" + "x" * 100_000), ()),
    ],
)
def test_the_answer_of_a_calendar_program_is_read_and_nothing_else_is_one(
    raw: bytes, found: tuple[tuple[str, str], ...]
) -> None:
    assert replies(raw) == found


def test_an_invitation_by_mail_holds_the_meeting_where_calendar_programs_look() -> None:
    parts = calendar_files(having(MORNING), OFFER, JANA, "The meals team", OWN, NOW)
    words: dict[str, Any] = {
        "token": "mbt-" + "a2" * 13,
        "until": NOW + timedelta(days=5),
        "link": "",
        "from_waiting": False,
        "again": False,
    }
    how: dict[str, Any] = {"call": having(MORNING), "occasion": "x", "language": "el", "now": NOW, "about": "7KQM-4TZP"}
    letter = LETTERS.written(LetterKind.invitation, words, JANA[1], parts=parts, **how)
    assert letter is not None
    found = [part for part in opened(letter).walk() if part.get_content_type() in ("text/calendar", "application/ics")]
    assert [part.get_content_disposition() for part in found] == [None, "attachment"]
    assert {part.get_payload(decode=True) for part in found} == {parts[0].content}
    assert found[0].get_param("method") == str(Calendar.from_ical(parts[0].content)["METHOD"])
    assert "Τετάρτη 6 Μαΐου 2026, 10:00–16:00 (Βρυξέλλες, UTC+2)" in " ".join(text_of(letter).split())
