"""Whether an acknowledgement goes out: policy, old mail, and limits that no loop or flood gets past."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mailbot.core.call import AcknowledgementPolicy, Call, Contact, Deadline, Question
from mailbot.core.manners import Limits, Manners, Sent, counted_as, manners
from mailbot.core.message import Attachment
from mailbot.core.reading import Authentication, Sender
from mailbot.core.submission import TOLD, Became, Change
from tests.core.test_submission import AT, reading

CALL = Call(
    slug="a-call",
    title="A call",
    zone="Europe/Brussels",
    questions=(Question(id="q1", text="What?"),),
    deadline=Deadline(day=date(2021, 2, 17)),
    contacts=(Contact(name="Ann", address="ann@example.org"),),
    addresses=("call@example.org",),
)
NEW = Change(Became.new, "answers-found", counts=True)
LONG_AGO = AT - timedelta(days=30)


def reason(
    sent: Sent | None = None, call: Call | None = CALL, change: Change = NEW, first: datetime = LONG_AGO, **read: object
) -> str:
    return manners(reading(**read), change, call, sent or Sent(), first, Limits()).reason


def policy(**fields: object) -> Call:
    return CALL.model_copy(update={"acknowledgement": AcknowledgementPolicy.model_validate(fields)})


def test_a_first_answer_is_acknowledged() -> None:
    assert manners(reading(), NEW, CALL, Sent(), LONG_AGO, Limits()).acknowledge


def test_nothing_is_sent_where_the_reading_forbids_it() -> None:
    assert reason(ack=False) == "reading-forbids"
    assert reason(call=None) == "reading-forbids"


@pytest.mark.parametrize("became", [Became.duplicate, Became.kept_apart, Became.quarantined, Became.not_a_submission])
def test_only_what_was_taken_in_is_acknowledged(became: Became) -> None:
    assert reason(change=Change(became, "x")) == f"became-{became}"


@pytest.mark.parametrize("why", sorted(TOLD))
def test_whose_change_does_not_count_is_told_that_the_old_answers_stand(why: str) -> None:
    assert reason(change=Change(Became.kept_apart, why)) == "acknowledged"


def test_a_call_may_send_none() -> None:
    assert reason(call=policy(send=False)) == "call-sends-none"


def test_what_lay_in_the_mailbox_before_the_first_round_is_not_acknowledged() -> None:
    assert reason(first=AT + timedelta(seconds=1)) == "before-ack-from"
    assert reason(first=AT) == "acknowledged"
    assert reason(first=AT + timedelta(milliseconds=900)) == "acknowledged", "INTERNALDATE has whole seconds"


def test_a_call_may_name_the_instant_itself() -> None:
    named = policy(ack_from=datetime(2021, 1, 1, tzinfo=UTC))
    assert reason(call=named, first=AT + timedelta(days=9)) == "acknowledged"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (Sent(1, 1, 1), "acknowledged"),
        (Sent(2, 2, 2), "limit-address-day"),
        (Sent(5, 1, 2), "limit-address-day"),
        (Sent(5, 0, 2), "acknowledged"),
        (Sent(5, 0, 3), "limit-address-week"),
        (Sent(4, 0, 4), "limit-address-week"),
        (Sent(9, 0, 0), "acknowledged"),
        (Sent(19, 0, 0), "acknowledged"),
        (Sent(20, 0, 0), "limit-address-ever"),
    ],
)
def test_limits_count_what_is_recorded_already(sent: Sent, why: str) -> None:
    assert reason(sent) == why


NEUTRAL = Sender("jana@example.org", "", Authentication.neutral)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (Sent(), "acknowledged"),
        (Sent(1, 1, 1), "acknowledged"),
        (Sent(2, 0, 2), "limit-address-week"),
        (Sent(2, 0, 1), "limit-address-week"),
        (Sent(2, 0, 0), "acknowledged"),
        (Sent(3, 0, 0), "limit-address-ever"),
    ],
)
def test_whom_nobody_vouches_for_has_a_smaller_budget(sent: Sent, why: str) -> None:
    assert reason(sent, sender=NEUTRAL) == why


def letters_to(sender: Sender, mails: int, apart: timedelta) -> int:
    """How many letters so many mails in one name bring."""
    written: list[datetime] = []
    for n in range(mails):
        now = AT + n * apart
        day, week = (sum(at > now - timedelta(days=span) for at in written) for span in (1, 7))
        sent = Sent(to_address_ever=len(written), to_address_day=day, to_address_week=week)
        if manners(reading(sender=sender), NEW, CALL, sent, LONG_AGO, Limits()).acknowledge:
            written.append(now)
    return len(written)


def test_a_thousand_mails_in_one_hour_get_two_letters() -> None:
    assert letters_to(reading().sender, 1000, timedelta(seconds=3)) == 2
    assert letters_to(NEUTRAL, 1000, timedelta(seconds=3)) == 2


def test_mails_that_never_end_get_no_more_letters_than_the_lifetime_cap() -> None:
    assert letters_to(reading().sender, 1000, timedelta(days=1)) == Limits().ever
    assert letters_to(NEUTRAL, 1000, timedelta(days=1)) == Limits().unconfirmed_ever


@pytest.mark.parametrize(
    ("domain", "everybody", "hours", "why"),
    [
        (299, 999, 0, "acknowledged"),
        (300, 0, 1, "postponed-domain-hour"),
        (900, 0, 3, "postponed-domain-hour"),
        (0, 1000, 1, "postponed-all-hour"),
        (300, 2000, 2, "postponed-all-hour"),
        (9000, 0, 24, "postponed-domain-hour"),
    ],
)
def test_over_the_limits_of_an_hour_a_letter_waits_for_its_turn(domain: int, everybody: int, hours: int, why: str) -> None:
    found = manners(reading(), NEW, CALL, Sent(to_domain_hour=domain, in_all_hour=everybody), LONG_AGO, Limits())
    assert found == Manners(True, why, timedelta(hours=hours))


def test_behind_more_than_a_day_of_letters_who_is_not_sure_gets_none() -> None:
    assert reason(Sent(to_domain_hour=300 * 25 - 1), sender=NEUTRAL) == "postponed-domain-hour"
    assert reason(Sent(to_domain_hour=300 * 25), sender=NEUTRAL) == "limit-domain-day"
    assert reason(Sent(in_all_hour=25_000), sender=NEUTRAL) == "limit-all-day"
    none_at_all = replace(Limits(), domain_per_hour=0)
    assert manners(reading(sender=NEUTRAL), NEW, CALL, Sent(), LONG_AGO, none_at_all).reason == "limit-domain-day"


REVISION = Change(Became.revision, "answers-unplaced", counts=True)
ANSWERING: dict[str, Any] = {"thread": ("<ack.1@calls.example.net>",), "answers": ()}


def test_an_answer_to_our_letter_that_answers_no_question_gets_no_letter() -> None:
    assert reason(change=REVISION, **ANSWERING) == "thread-without-answer"
    logo = Attachment("logo.png", "image/png", 9, disposition="inline")
    assert reason(change=REVISION, **ANSWERING, attachments=(logo,)) == "thread-without-answer"


def test_an_answer_to_our_letter_that_brings_answers_is_acknowledged() -> None:
    document = Attachment("answers.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 9)
    assert reason(change=REVISION, **ANSWERING, attachments=(document,)) == "acknowledged"
    assert reason(change=REVISION, thread=ANSWERING["thread"]) == "acknowledged"
    assert reason(change=REVISION, answers=()) == "acknowledged"
    assert reason(**ANSWERING) == "acknowledged", "the first mail of somebody whom our letter asked to write"


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        ("Jana+anything@Example.org", "jana@example.org"),
        ("jana+a+b@example.org", "jana@example.org"),
        ('"jana+a"@example.org', "jana@example.org"),
        ('"jana"@example.org', "jana@example.org"),
        (r'"ja\na+a"@example.org', "jana@example.org"),
        ("j.ana@example.org", "j.ana@example.org"),
        ("+a@example.org", "+a@example.org"),
        ("", "@"),
    ],
)
def test_an_address_with_a_tag_draws_on_the_budget_of_the_one_without(address: str, budget: str) -> None:
    assert counted_as(address) == budget
