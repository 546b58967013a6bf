"""Who is to be reminded today, and of what: whoever has answered, and not all that is required, some days before the deadline.

A reminder belongs to one day: so many days before the deadline, or the day after a required question was added. What could not
go out on its day is missed, and not sent late.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.core.announced import Version, announced, asked_since
from mailbot.core.call import Call, Channel, Question
from mailbot.core.life import Standing
from mailbot.core.policies import APART
from mailbot.core.submission import DISCARDED, current
from mailbot.core.unasked import (
    EXTENDED,
    FROM,
    REMINDER,
    UNTIL,
    WROTE_LATELY,
    Exchange,
    days_between,
    local_now,
    moved_since,
    spared,
    takes_letters,
)

_TOLD_FOR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Today:
    """A day on which people are reminded. day: by the clocks of the call; days: left to that of the deadline, at least 1.
    announced: the call, or an organiser, reminds everybody on it. added: required questions that were added on the day before,
    id to when."""

    day: date
    days: int
    announced: bool
    added: dict[str, datetime]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One letter. missing: numbers and questions that are required and have no answer. answered: how many questions have one.
    added: how many of the missing brought the letter about, 0 where the day did. why: a named reason. occasion: there is at
    most one letter of it."""

    missing: tuple[tuple[int, Question], ...]
    answered: int
    days: int
    why: str
    occasion: str
    added: int = 0


def today(
    call: Call, where: Standing | None, versions: Sequence[Version], now: datetime, asked: Sequence[datetime] = ()
) -> Today | None:
    """What this day is for the reminders of a call; None when nobody is to be reminded now. versions: oldest first. asked: when
    organisers asked for it beside the days of the call."""
    # What comes in by a form is not seen here, so nothing is known of what is missing.
    if not call.reminders.at_most or call.channel is Channel.form or not takes_letters(call, where, now):
        return None
    day = local_now(call, now).date()
    days = (call.deadline.day - day).days
    added = _added(call, versions, day)
    on_it = days in call.reminders.days_before or day in {asked_for(call, at) for at in asked}
    return Today(day, days, on_it, added) if days > 0 and (on_it or added) else None


def asked_for(call: Call, at: datetime) -> date:
    """The day on which people are reminded when an organiser asks for it at that instant: the same one, or the next where its
    hours are over."""
    local = local_now(call, at)
    return local.date() + timedelta(days=local.time() >= UNTIL)


def missed(call: Call, versions: Sequence[Version], served: Collection[date], now: datetime) -> date | None:
    """The last announced day of these three whose hours are over and on which nobody looked after reminders. served: days on
    which somebody did. None where there is none, or the call did not announce it then."""
    today = local_now(call, now).date()
    over = today if local_now(call, now).time() >= UNTIL else today - timedelta(days=1)
    days = sorted(call.deadline.day - timedelta(days=n) for n in call.reminders.days_before)
    late = [day for day in days if over - _TOLD_FOR < day <= over and day not in served]
    known = [day for day in late if versions and _announced_on(day, call, versions)]
    return known[-1] if known else None


def _announced_on(day: date, call: Call, versions: Sequence[Version]) -> bool:
    """Whether the call said so when that day began."""
    morning = datetime.combine(day, FROM, local_now(call, versions[0].since).tzinfo)
    then = announced(versions, morning, call)
    return versions[0].since <= morning and (then.deadline, then.reminders) == (call.deadline, call.reminders)


def reminder(day: Today, call: Call, known: Exchange, now: datetime) -> Reminder | str:
    """The letter that is due to this person on this day, or the named reason why there is none."""
    against = spared(known) or _unsuitable(known) or _too_much(day, call, known, now)
    if against is not None:
        return against
    answers = {answer.question_id for answer in current(known.submission) if answer.text.strip()}
    if not answers:
        return "nothing-understood"  # a person has to read it; `you have answered nothing` would be an affront
    lacking = [(n, q) for n, q in enumerate(call.questions, 1) if q.required and q.id not in answers | _waiting(known)]
    if not lacking:
        return "complete"
    added = sum(_new_to(known, day.added[question.id]) for _, question in lacking if question.id in day.added)
    if not day.announced and not added:
        return "not-today"
    why = f"{day.days}-days-before" if day.announced else "question-added"
    answered = sum(question.id in answers for question in call.questions)
    occasion = f"{known.submission.reference} {day.day} until {call.deadline.day}"
    return Reminder(tuple(lacking), answered, day.days, why, occasion, 0 if day.announced else added)


def overtaken(
    at: datetime, day: Today | None, call: Call, versions: Sequence[Version], known: Exchange, now: datetime
) -> str | None:
    """Why a letter written at that instant, and not sent yet, is to go no more. day: as of now. known: without that letter."""
    if day is None or local_now(call, at).date() != day.day:
        return "missed"
    if moved_since(at, call, versions):
        return "deadline-moved"
    due = reminder(day, call, known, now)
    return due if isinstance(due, str) else None


def _added(call: Call, versions: Sequence[Version], day: date) -> dict[str, datetime]:
    """An edit is often followed by another: it is told on the next day."""
    since = asked_since(versions)
    required = {question.id for question in call.questions if question.required}
    later = {slug: at for slug, at in since.items() if slug in required and at > versions[0].since}
    return {slug: at for slug, at in later.items() if local_now(call, at).date() == day - timedelta(days=1)}


def _unsuitable(known: Exchange) -> str | None:
    if not any(version.counts for version in known.submission.revisions):
        return "nothing-counts"
    if not known.sure:
        return "unconfirmed"
    return "file-not-read" if known.unread else None


def _too_much(day: Today, call: Call, known: Exchange, now: datetime) -> str | None:
    if known.wrote_at is not None and known.wrote_at > now - WROTE_LATELY:
        return "wrote-lately"
    if sum(letter.kind == REMINDER for letter in known.letters) >= call.reminders.at_most:
        return "reminded-enough"
    unasked = [letter.at for letter in known.letters if letter.kind in (REMINDER, EXTENDED)]
    return "letter-lately" if any(days_between(call, at, day.day) < APART for at in unasked) else None


def _waiting(known: Exchange) -> set[str]:
    """Questions answered in a version that waits for a person to take it over."""
    apart = [version for version in known.submission.revisions if not version.counts and version.why != DISCARDED]
    return {answer.question_id for version in apart for answer in version.answers}


def _new_to(known: Exchange, added: datetime) -> bool:
    """Whether somebody wrote last before a question was added; later ones were told with the acknowledgement."""
    return all(version.received_at < added for version in known.submission.revisions if version.counts)
