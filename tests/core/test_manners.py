"""Whether an acknowledgement goes out: policy, old mail, and limits that no loop or flood gets past."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mailbot.core.call import AcknowledgementPolicy, Call, Contact, Deadline, Question
from mailbot.core.manners import Limits, Sent, manners
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
        (Sent(0, 0, 0, to_domain_hour=300), "limit-domain-hour"),
        (Sent(0, 0, 0, in_all_hour=1000), "limit-all-hour"),
    ],
)
def test_limits_count_what_is_recorded_already(sent: Sent, why: str) -> None:
    assert reason(sent) == why


def test_a_thousand_mails_in_one_hour_get_two_letters() -> None:
    sent, letters = Sent(), 0
    for _ in range(1000):
        if manners(reading(), NEW, CALL, sent, LONG_AGO, Limits()).acknowledge:
            letters += 1
            sent = replace(sent, to_address_ever=letters, to_address_day=letters, to_address_week=letters)
    assert letters == 2
