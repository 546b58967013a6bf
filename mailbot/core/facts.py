"""What an acknowledgement says: gathered from the call, the mail and what came before it, then ready for a template."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self

from mailbot.core import plain, wording
from mailbot.core.call import Call, Channel, Contact, Meeting, Question
from mailbot.core.deadline import instant, lateness, outage, timeliness
from mailbot.core.documents.document import State
from mailbot.core.late import LATE
from mailbot.core.life import Standing
from mailbot.core.policies import Late
from mailbot.core.reading import Authentication, Intent, Reading, Timeliness
from mailbot.core.submission import TAKEN_OVER, Became, Change, Revision, Submission, current, standing
from mailbot.core.when import zone_info

_LATE_CONFIRMATION = timedelta(hours=6)  # from here on the letter says sorry
_A_REMARK = 4  # words; below, what is left beside the answers is `Thank you!` or `As you asked:`
_ANSWERS_IN_ALL, _ANSWER_AT_LEAST, _ANSWER_AT_MOST = 1800, 160, 500  # characters: a response stays small (RFC 3834 2)
_PROSE_AT_MOST = 1000
_MEETINGS_AT_MOST = 4
_UNREADABLE = frozenset({State.needs_a_person, State.locked, State.too_large, State.broken})


@dataclass(frozen=True, slots=True)
class Facts:
    """What an acknowledgement says, before it is words.

    reading: the mail that is answered. reference: of its submission. answers: the submission as it now stands, question id to
    words. timeliness, late_by: of this very mail. further: the submission existed before. apology: the mail waited for long.
    kept_apart: this mail changed nothing: it came too late, or nobody vouched for it.
    includes_earlier: answers of earlier mails still stand.
    set_aside: ids of questions whose only answer is in earlier mails that nobody vouched for, so that it does not stand.
    vouched: the answers that stand came from where they say; else they are shown to nobody.
    closed: somebody had ended the call, before its deadline perhaps, when this mail came.
    late_policy: what the call does with this mail if it is late. after_withdrawal: the submission was withdrawn before it.
    unreadable: how many of its attachments may hold words that a program cannot read.
    """

    call: Call
    reading: Reading
    reference: str
    answers: Mapping[str, str]
    timeliness: Timeliness
    late_by: timedelta
    further: bool = False
    apology: bool = False
    kept_apart: bool = False
    includes_earlier: bool = False
    set_aside: frozenset[str] = frozenset()
    vouched: bool = True
    closed: bool = False
    late_policy: Late = Late.mark
    after_withdrawal: bool = False
    unreadable: int = 0

    @classmethod
    def gather(
        cls,
        call: Call,
        reading: Reading,
        change: Change,
        reference: str,
        before: Submission | None,
        now: datetime,
        where: Standing | None = None,
        *,
        late_policy: Late = Late.mark,
        after_withdrawal: bool = False,
    ) -> Self:
        """The facts of a mail that is being recorded. before: its submission without this mail; None when it is the first.
        where: where the call stands; None: it is open. late_policy, after_withdrawal: as above."""
        on = reading.timeliness or timeliness(reading.received_at, call)
        this, earlier = _revision(reading, change, on), before.revisions if before is not None else ()
        if late_policy is not Late.mark and change.became is not Became.kept_apart:
            # What only its lateness keeps from counting is shown as it was understood.
            this, *others = (replace(r, counts=True) if r.why in LATE else r for r in (this, *earlier))
            earlier = tuple(others)
        after = Submission(reference, call.slug, reading.sender.address or "", reading.sender.name, (*earlier, this))
        answers = {answer.question_id: answer.text for answer in current(after)}
        speaking = standing(after.revisions)
        stood = [r for r in earlier if r in speaking]
        doubted = [r for r in earlier if r.counts and r not in speaking]
        return cls(
            call,
            reading,
            reference,
            answers,
            on,
            late_by=lateness(reading.received_at, call),
            further=before is not None,
            apology=now - reading.received_at > _LATE_CONFIRMATION,
            kept_apart=change.became is Became.kept_apart,
            includes_earlier=any(revision.answers for revision in stood),
            set_aside=frozenset(answer.question_id for r in doubted for answer in r.answers) - answers.keys(),
            vouched=any(_is_sure(revision) for revision in speaking),
            closed=where is not None and where.closed_by_a_person and reading.received_at >= where.since,
            late_policy=late_policy,
            after_withdrawal=after_withdrawal,
            unreadable=sum(document.state in _UNREADABLE for document in reading.documents),
        )

    @property
    def contact(self) -> Contact:
        """The person to turn to: the first one of the call."""
        return self.call.contacts[0]

    @property
    def refused(self) -> bool:
        """Whether the call takes no answers that come as late as this mail."""
        return self.timeliness is Timeliness.late and self.late_policy is Late.refuse

    @property
    def held(self) -> bool:
        """Whether this mail counts only once a person says so, because it is late."""
        return self.timeliness is Timeliness.late and self.late_policy is Late.hold

    @property
    def confirmed(self) -> bool:
        """Whether it is sure that all that would be shown was written by who gets the letter."""
        return self.vouched and self.reading.sender.authentication is Authentication.aligned

    @property
    def shows_answers(self) -> bool:
        """Own words go back to their author only, and only if it is sure that it is the author (RFC 3834 2)."""
        return self.confirmed and self.call.acknowledgement.show_answers


def _revision(reading: Reading, change: Change, on: Timeliness) -> Revision:
    return Revision(
        version=0,
        mail_id=0,
        message_id=reading.message_id,
        received_at=reading.received_at,
        timeliness=on,
        authentication=reading.sender.authentication,
        intent=reading.intent,
        counts=change.counts,
        why=change.reason,
        answers=reading.answers,
        unplaced=reading.unplaced,
    )


def _is_sure(revision: Revision) -> bool:
    return revision.authentication is Authentication.aligned or revision.why == TAKEN_OVER


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its number, its text, whether it has an answer, the words understood as such ('' when they are not shown),
    and whether there is one that is set aside."""

    number: int
    text: str
    answered: bool
    answer: str
    cut: bool
    set_aside: bool


def in_words(facts: Facts, now: datetime, language: str, team: str, question_at_most: int) -> dict[str, object]:
    """Everything that an acknowledgement may use, ready to be read; templates/README.md says what each is.

    question_at_most: characters of a question's text, of which only whole sentences are shown.
    """
    call, reading = facts.call, facts.reading
    rows = _rows(facts, question_at_most)
    return {
        "reference": facts.reference,
        "call": call.title,
        "team": team,
        "received": wording.moment(reading.received_at, call.zone, language),
        "deadline": wording.moment(instant(call), call.zone, language),
        "timeliness": facts.timeliness.value,
        "outage": outage(reading.received_at, call) is not None,
        "late_by": wording.duration(facts.late_by, language),
        "open": now <= instant(call) and not facts.closed,
        "closed": facts.closed,
        "held": facts.held,
        "refused": facts.refused,
        "after_withdrawal": facts.after_withdrawal,
        **_form(facts),
        "meetings": "" if facts.refused or facts.after_withdrawal else _meetings(call, now, language),
        "apology": facts.apology,
        "contact": {"name": facts.contact.name, "address": facts.contact.address},
        "confirmed": facts.confirmed,
        "earlier_unconfirmed": facts.reading.sender.authentication is Authentication.aligned and not facts.vouched,
        "attachments": len(reading.attachments),
        "unreadable": facts.unreadable,
        "attachments_form": wording.plural(len(reading.attachments), language),
        **_what_came(facts),
        **_how_it_stands(facts, rows, language),
    }


def _form(facts: Facts) -> dict[str, object]:
    """Where the form of the call is, and whether it is asked for: not of who could do nothing with it."""
    of_use = facts.call.channel is not Channel.mail and not facts.refused and not facts.after_withdrawal
    return {"form": facts.call.form or "" if of_use else "", "form_wanted": of_use and facts.call.channel is Channel.form}


def _what_came(facts: Facts) -> dict[str, object]:
    """How much of this mail found its place, and the words of a mail of which nothing did."""
    reading = facts.reading
    remark = len([word for word in reading.unplaced.split() if any(c.isalnum() for c in word)]) >= _A_REMARK
    asks = reading.intent in (Intent.question, Intent.withdrawal, Intent.decline)
    own, cut = plain.shortened(reading.unplaced, _PROSE_AT_MOST)
    shown = facts.shows_answers and not facts.answers and not facts.kept_apart and not facts.after_withdrawal
    return {
        "further": facts.further,
        "kept_apart": facts.kept_apart or facts.after_withdrawal,
        "placed": bool(reading.answers),
        "more_words": remark or asks,
        "prose": plain.quoted(own) if shown and own else "",
        "prose_cut": cut,
    }


def _how_it_stands(facts: Facts, rows: list[Row], language: str) -> dict[str, object]:
    missing = [str(row.number) for row in rows if not row.answered and not row.set_aside]
    set_aside = [str(row.number) for row in rows if row.set_aside]
    return {
        "questions": rows,
        "answered": any(row.answered for row in rows),
        "includes_earlier": facts.includes_earlier,
        "missing": wording.listed(missing, language),
        "missing_count": len(missing),
        "set_aside": wording.listed(set_aside, language),
        "set_aside_count": len(set_aside),
    }


def _rows(facts: Facts, question_at_most: int) -> list[Row]:
    shown = sum(1 for answer in facts.answers.values() if answer.strip())
    room = max(_ANSWER_AT_LEAST, min(_ANSWER_AT_MOST, _ANSWERS_IN_ALL // max(1, shown)))
    return [_row(n, question, facts, room, question_at_most) for n, question in enumerate(facts.call.questions, 1)]


def _row(number: int, question: Question, facts: Facts, room: int, question_at_most: int) -> Row:
    own, cut = plain.shortened(facts.answers.get(question.id, ""), room)
    text, text_cut = plain.whole_sentences(question.text, question_at_most)
    return Row(
        number,
        text + ("\N{NO-BREAK SPACE}…" if text_cut else ""),
        answered=bool(own),
        answer=plain.quoted(own) if facts.shows_answers else "",
        cut=cut and facts.shows_answers,
        set_aside=question.id in facts.set_aside,
    )


def _meetings(call: Call, now: datetime, language: str) -> str:
    """The days of the meetings that are not over yet, the next ones of many, or ''."""
    today = now.astimezone(zone_info(call.zone)).date()
    spans = sorted({_days(meeting) for meeting in call.meetings})
    coming = [_span(first, last, language) for first, last in spans if last >= today]
    more = ["…"] if len(coming) > _MEETINGS_AT_MOST else []
    return wording.listed(coming[:_MEETINGS_AT_MOST] + more, language)


def _days(meeting: Meeting) -> tuple[date, date]:
    first, last = (at.date() if isinstance(at, datetime) else at for at in (meeting.start, meeting.end or meeting.start))
    return first, last


def _span(first: date, last: date, language: str) -> str:
    days = dict.fromkeys(wording.day(day, language) for day in (first, last))
    return "\N{NO-BREAK SPACE}– ".join(days)
