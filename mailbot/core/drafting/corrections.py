"""A plan and corrections to the next plan. What cannot be read as what it should be changes nothing and is said back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mailbot.core.announcement.dates import Said, When, dates
from mailbot.core.announcement.times import place_of
from mailbot.core.call_text import id_of
from mailbot.core.drafting.plan import Correction, Doubt, Plan, Way, What
from mailbot.core.phrases.drafting import CHANNELS, NONE
from mailbot.core.when import check_zone, parse_span
from mailbot.core.wire import mailable

_LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pl", "pt", "cs", "sv", "el")
_MOST_QUESTIONS, _MOST_CONTACTS, _MOST_MEETINGS = 100, 20, 100
_TITLE, _PROSE, _LONGEST_CONTACT, _LONGEST_MOMENT = 300, 5000, 400, 200  # characters
_CONTACT = re.compile(
    r"(?P<name>[^<>()\[\]@]*?)[\s,;]*[<(\[]?(?:mailto:)?(?P<address>[^\s<>()\[\]@]+@[^\s<>()\[\]@]+)(?:[>)\]<].*)?"
)
_WHOLE_DAY = 24 * 60  # minutes
_OTHER_ORDER = "day and month may be meant the other way round"


class _NotUnderstood(Exception):
    """The value is not what the field needs."""


def corrected(plan: Plan, corrections: Sequence[Correction]) -> tuple[Plan, tuple[str, ...]]:
    """The plan with these changes, and the lines that could not be followed. Numbers of questions are those of the plan that
    was shown, whatever the lines before did."""
    lost: list[str] = []
    for one in _in_order(corrections):
        try:
            plan = _CHANGES[one.what](plan, one)
        except (_NotUnderstood, ValueError):
            lost.append(one.line)
    meetings = [one for one in corrections if one.what is What.meeting and one.line not in lost]
    return _meetings(plan, meetings, lost), tuple(lost)


def _in_order(corrections: Sequence[Correction]) -> Iterator[Correction]:
    """Questions are reworded, then dropped from the last one on, then added, so that each number means what it meant. The zone
    comes before the deadline, which may name one itself."""
    order = {Way.change: 0, Way.drop: 1, Way.add: 2}
    yield from sorted((one for one in corrections if one.what is not What.question), key=lambda one: one.what is not What.zone)
    for one in sorted((one for one in corrections if one.what is What.question), key=lambda one: order[one.way]):
        if one.way is not Way.drop:
            yield one
    drops = [one for one in corrections if one.what is What.question and one.way is Way.drop]
    dropped = {number: one for one in drops for number in one.numbers}
    for number in sorted(dropped, reverse=True):
        yield replace(dropped[number], numbers=(number,))


def _title(plan: Plan, one: Correction) -> Plan:
    if one.way is not Way.change or len(one.value) > _TITLE:
        raise _NotUnderstood
    return plan.having(title=one.value)


def _audience(plan: Plan, one: Correction) -> Plan:
    if len(one.value) > _PROSE:
        raise _NotUnderstood
    return plan.having(audience=None if _goes(one) else one.value)


def _deadline(plan: Plan, one: Correction) -> Plan:
    """A day with month and year, perhaps with an hour and a zone. A day without hour counts to its end."""
    when = _when(one.value, plan.language)
    if one.way is not Way.change or when is None or len(when.days) != 1:
        raise _NotUnderstood
    day, hour = _day(when, 0), when.ends or when.begins
    minutes = _WHOLE_DAY if hour is None or hour.said in {Said.midnight, Said.day_end} else hour.minutes
    if minutes is None:
        raise _NotUnderstood
    moment = datetime.combine(day, time()) + timedelta(minutes=minutes)
    plan = plan.having(deadline=str(day) if minutes == _WHOLE_DAY else f"{moment:%Y-%m-%d %H:%M}")
    if when.days[0].other_order:
        plan = replace(plan, doubts=(*plan.doubts, Doubt("deadline", _OTHER_ORDER, one.value)))
    return _in_zone(plan, when.zone) if when.zone else plan


def _zone(plan: Plan, one: Correction) -> Plan:
    if one.way is not Way.change:
        raise _NotUnderstood
    try:
        return plan.having(zone=check_zone(one.value))
    except ValueError:
        when = _when(f"{one.value}", plan.language) or _when(f"12:00 {one.value}", plan.language)
        if when is None or not when.zone:
            raise _NotUnderstood from None
        return _in_zone(plan, when.zone)


def _in_zone(plan: Plan, zone: str) -> Plan:
    place = place_of(zone)
    if place is None:
        raise _NotUnderstood
    return plan.having(zone=place)


def _question(plan: Plan, one: Correction) -> Plan:
    questions = plan.questions
    if one.way is Way.add:
        if len(questions) >= _MOST_QUESTIONS or len(one.value) > _PROSE:
            raise _NotUnderstood
        questions.append({"id": id_of(one.value, [question["id"] for question in questions]), "text": one.value})
        return plan.having(questions=questions)
    (number,) = one.numbers
    if not 1 <= number <= len(questions) or len(one.value) > _PROSE:
        raise _NotUnderstood
    if one.way is Way.drop:
        del questions[number - 1]
    else:
        questions[number - 1]["text"] = one.value
    return plan.having(questions=questions or None)


def _contact(plan: Plan, one: Correction) -> Plan:
    """`Ada Berg <ada@example.org>` names one, or gives the address of one that is known; `drop contact: Ada Berg` drops."""
    contacts = plan.contacts
    if one.way is Way.drop:
        left = [contact for contact in contacts if one.value.casefold() not in {v.casefold() for v in contact.values()}]
        nameless = tuple(name for name in plan.without_address if name.casefold() != one.value.casefold())
        if len(left) == len(contacts) and nameless == plan.without_address:
            raise _NotUnderstood
        return replace(plan.having(contacts=left or None), without_address=nameless)
    found = _CONTACT.fullmatch(one.value[:_LONGEST_CONTACT])
    address = mailable(found["address"])[0] if found is not None else None
    if found is None or address is None or len(contacts) >= _MOST_CONTACTS:
        raise _NotUnderstood
    name = found["name"].strip(" \"',;") or next(iter(plan.without_address[:1]), "") or address.partition("@")[0]
    others = [c for c in contacts if c["address"].casefold() != address.casefold() and c["name"].casefold() != name.casefold()]
    nameless = tuple(other for other in plan.without_address if other.casefold() != name.casefold())
    return replace(plan.having(contacts=[*others, {"name": name, "address": address}]), without_address=nameless)


def _places(plan: Plan, one: Correction) -> Plan:
    if _goes(one):
        return plan.having(places=None)
    if not re.fullmatch(r"[1-9]\d{0,5}", one.value):
        raise _NotUnderstood
    return plan.having(places=one.value)


def _address(plan: Plan, one: Correction) -> Plan:
    address, _ = mailable(one.value.strip("<> "))
    if one.way is not Way.change or address is None:
        raise _NotUnderstood
    return plan.having(addresses=[address])


def _form(plan: Plan, one: Correction) -> Plan:
    if _goes(one):
        return plan.having(form=None, channel="mail")
    if not one.value.startswith("https://"):
        raise _NotUnderstood
    channel = plan.fields.get("channel")
    return plan.having(form=one.value, channel=channel if channel in {"form", "both"} else "both")


def _channel(plan: Plan, one: Correction) -> Plan:
    channel = CHANNELS.get(one.value.casefold())
    if channel is None:
        raise _NotUnderstood
    return plan.having(channel=channel, form=None) if channel == "mail" else plan.having(channel=channel)


def _language(plan: Plan, one: Correction) -> Plan:
    if one.way is not Way.change or not re.fullmatch(r"[A-Za-z]{2}", one.value):
        raise _NotUnderstood
    return plan.having(language=one.value.lower())


def _meeting(plan: Plan, one: Correction) -> Plan:
    """Only judged here; all meetings of one mail together take the place of those before."""
    if not _goes(one):
        _meeting_line(one.value, plan.language)
    return plan


def _meetings(plan: Plan, said: Sequence[Correction], lost: Sequence[str]) -> Plan:
    lines = [_meeting_line(one.value, plan.language) for one in said if not _goes(one)]
    return plan.having(meetings=lines[:_MOST_MEETINGS] or None) if lines or (said and not lost) else plan


def _meeting_line(value: str, language: str) -> str:
    """As in a call file: `2021-03-10 13:00-16:00, online` as it is, or days and hours as people write them."""
    try:
        parse_span(value)
        return value
    except ValueError:
        pass
    when = _when(value, language)
    if when is None or not when.days or len(when.days) > 2:
        raise _NotUnderstood
    first, last = _day(when, 0), _day(when, -1)
    hours = [str(hour) for hour in (when.begins, when.ends) if hour is not None and hour.minutes is not None]
    if first != last:
        return f"{first} to {last}" if len(hours) < 2 else f"{first} {hours[0]} to {last} {hours[1]}"
    return " ".join([str(first), *(["-".join(hours)] if hours else [])])


def _goes(one: Correction) -> bool:
    return one.way is Way.drop or one.value.casefold() in NONE


def _when(value: str, language: str) -> When | None:
    """The one mention in a short text, in the language of the call or another of those that letters have: the one that reads
    most of it. A number that it leaves over was meant for something, and then nothing is believed."""
    value, read = value[:_LONGEST_MOMENT], list[When]()
    for each in dict.fromkeys((language, *_LANGUAGES)):
        found = [when for when in dates(value, each) if when.days or when.zone]
        dated = [when for when in found if when.days] or found
        if len(dated) == 1 and all(day.month and day.year for day in dated[0].days):
            read += dated
    best = max(read, key=lambda when: when.end - when.start, default=None)
    whole = best is not None and not re.search(r"\d", value[: best.start] + value[best.end :])
    return best if whole else None


def _day(when: When, at: int) -> date:
    day = when.days[at]
    return date(day.year or 0, day.month or 0, day.day)


_CHANGES: Mapping[What, Callable[[Plan, Correction], Plan]] = {
    What.heading: _title,
    What.deadline: _deadline,
    What.zone: _zone,
    What.meeting: _meeting,
    What.question: _question,
    What.contact: _contact,
    What.places: _places,
    What.audience: _audience,
    What.address: _address,
    What.form: _form,
    What.channel: _channel,
    What.language: _language,
}
