"""A plan as the words of the letters about it: fields, what is missing, what to check, questions, how to answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from babel import Locale, UnknownLocaleError

from mailbot.core import plain, wording
from mailbot.core.drafting.lacking import Lacking
from mailbot.core.drafting.plan import Plan
from mailbot.core.phrases.doubts import doubt_in
from mailbot.core.when import parse_instant, parse_span, zone_info

_LONGEST, _QUESTION = 300, 2000  # characters
_MOST_DOUBTS, _MOST_UNCLEAR, _MOST_MEETINGS = 12, 5, 8


class Occasion(StrEnum):
    """Why a draft is shown. new: an announcement came. changed: by corrections. known: the same announcement came again. older:
    an answer to an earlier letter. unclear: nothing in the answer was understood. lacking: ok, but something is missing.
    not_written: ok, but the call file could not be written."""

    new = "new"
    changed = "changed"
    known = "known"
    older = "older"
    unclear = "unclear"
    lacking = "lacking"
    not_written = "not-written"


@dataclass(frozen=True, slots=True)
class Showing:
    """One showing of a draft. version: from 1. unclear: lines of the answer that were not understood. with_ok: the answer
    had an ok beside corrections. ours: addresses that mailbot reads, casefolded."""

    plan: Plan
    version: int
    lacking: Lacking
    occasion: Occasion
    ours: Collection[str]
    unclear: Sequence[str] = ()
    with_ok: bool = False


def in_words(showing: Showing, language: str) -> dict[str, object]:
    """What the letter about a draft can use; templates/README.md says what each is."""
    plan, lack = showing.plan, showing.lacking
    address = next(iter(plan.fields.get("addresses", ())), "")
    unclear = "\n".join(plain.shortened(line, _LONGEST)[0] for line in showing.unclear[:_MOST_UNCLEAR])
    return {
        **_call(plan, language),
        "version": showing.version,
        "occasion": showing.occasion.value,
        "address_known": address.casefold() in showing.ours,
        "printed": plan.printed if plan.printed.casefold() != address.casefold() else "",
        "without_address": wording.listed(plan.without_address[:20], language),
        "missing": lack.missing,
        "over": lack.over,
        "address_used": lack.address_used,
        "wrong": lack.wrong[:_MOST_UNCLEAR],
        "can_open": not lack.anything,
        "doubts": _doubts(plan, language),
        "unclear": plain.quoted(unclear) if unclear else "",
        "with_ok": showing.with_ok,
        "readers": wording.listed(plan.readers, language),
        "several": len(plan.readers) > 1,
    }


def opened_in_words(plan: Plan, language: str, who: str, *, already: bool, kept: bool) -> dict[str, object]:
    """What the letter about an opened call can use. who: the address of who opened it. already: it was open before this mail.
    kept: what the mail says beside waits for a person."""
    return {**_call(plan, language), "who": who, "already": already, "kept": kept}


def _call(plan: Plan, language: str) -> dict[str, object]:
    fields = plan.fields
    at = _deadline(plan)
    contacts = [f"{contact['name']} ({contact['address']})" for contact in plan.contacts]
    return {
        "slug": plan.slug,
        "call_language": plan.language,
        "title": _short(fields.get("title", "")),
        "deadline": wording.moment(at, fields["zone"], language) if at else None,
        "deadline_utc": wording.moment(at, "UTC", language) if at else None,
        "deadline_day": "" if at else _day_and_hour(fields.get("deadline", ""), language),
        "meetings": wording.listed([_meeting(m, language) for m in fields.get("meetings", ())[:_MOST_MEETINGS]], language),
        "address": next(iter(fields.get("addresses", ())), ""),
        "contacts": wording.listed(contacts, language),
        "places": fields.get("places", ""),
        "channel": fields.get("channel", "mail"),
        "form": _short(fields.get("form", "")),
        "audience": _short(fields.get("audience", "")),
        "language_name": _language_name(plan.language, language),
        "questions": [_question(n, question) for n, question in enumerate(plan.questions, 1)],
    }


def _question(number: int, question: dict[str, str]) -> dict[str, object]:
    text, cut = plain.whole_sentences(question["text"], _QUESTION)
    return {"number": number, "text": text + ("\N{NO-BREAK SPACE}…" if cut else ""), "max_words": question.get("max_words", "")}


def _deadline(plan: Plan) -> datetime | None:
    """The last instant, where day and zone are known. As `deadline.instant`: of a repeated hour the later one counts."""
    try:
        at, zone = parse_instant(plan.fields["deadline"]), zone_info(plan.fields["zone"])
    except (KeyError, ValueError):
        return None
    wall = at if isinstance(at, datetime) else datetime.combine(at, time(23, 59, 59))
    return max(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


def _day_and_hour(value: str, language: str) -> str:
    try:
        at = parse_instant(value)
    except ValueError:
        return value
    return f"{wording.day(at, language)}, {at:%H:%M}" if isinstance(at, datetime) else wording.day(at, language)


def _meeting(line: str, language: str) -> str:
    """`Wednesday, 10 March 2021, 13:00–16:00`."""
    try:
        span = parse_span(line)
    except ValueError:
        return _short(line)
    start, end, place = span["start"], span["end"], span["place"]
    said = wording.day(_as_day(start), language) + (f", {start:%H:%M}" if isinstance(start, datetime) else "")
    if end is not None and _as_day(end) != _as_day(start):
        said += f" – {wording.day(_as_day(end), language)}" + (f", {end:%H:%M}" if isinstance(end, datetime) else "")
    elif isinstance(end, datetime):
        said += f"–{end:%H:%M}"
    return f"{said} ({place})" if place else said


def _as_day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _doubts(plan: Plan, language: str) -> list[dict[str, str]]:
    """One line for each field and reason."""
    found = {(doubt.field, doubt.why): doubt for doubt in reversed(plan.doubts)}
    shown = list(found.values())[::-1][:_MOST_DOUBTS]
    return [{"field": d.field, "why": doubt_in(d.why, language), "quote": plain.shortened(d.quote, _LONGEST)[0]} for d in shown]


def _short(words: str) -> str:
    text, cut = plain.shortened(words, _LONGEST)
    return f"{text}\N{NO-BREAK SPACE}…" if cut else text


def _language_name(code: str, language: str) -> str:
    try:
        return Locale.parse(code).get_display_name(language) or code
    except (ValueError, UnknownLocaleError):
        return code
