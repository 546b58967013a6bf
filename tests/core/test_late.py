"""What a call does with late answers, and where it does less than it says: in doubt for the candidate."""

from datetime import UTC, date, datetime

import pytest

from mailbot.core.call import Outage
from mailbot.core.late import LATE, late_policy, why_late
from mailbot.core.policies import Late
from tests.core.asking import TAKEN_IN, altered, until, versions

IN_TIME, IN_GRACE, TOO_LATE = (datetime(2027, 4, day, 12, tzinfo=UTC) for day in (1, 2, 3))
DEADLINE = until(date(2027, 4, 1))
DOWN = Outage.model_validate({"from": datetime(2027, 4, 2, tzinfo=UTC), "to": datetime(2027, 4, 4, tzinfo=UTC), "why": "down"})


@pytest.mark.parametrize("policy", list(Late))
def test_only_what_is_late_falls_under_the_policy(policy: Late) -> None:
    call = altered(DEADLINE, late=policy)
    kept = versions((call, TAKEN_IN))
    assert [late_policy(at, call, kept) for at in (IN_TIME, IN_GRACE, TOO_LATE)] == [Late.mark, Late.mark, policy]
    assert late_policy(TOO_LATE, call, ()) is policy


def test_what_was_in_time_by_the_deadline_announced_then_or_is_by_todays_is_not_late_here() -> None:
    call, then, now = altered(DEADLINE, late=Late.refuse), until(date(2027, 4, 20)), datetime(2027, 4, 5, tzinfo=UTC)
    assert late_policy(TOO_LATE, call, versions((then, TAKEN_IN), (call, now))) is Late.mark
    moved = altered(then, late=Late.refuse)
    assert late_policy(TOO_LATE, moved, versions((call, TAKEN_IN), (moved, now))) is Late.mark


def test_who_was_late_in_an_outage_is_held_and_not_refused() -> None:
    for policy, effect in ((Late.refuse, Late.hold), (Late.hold, Late.hold), (Late.mark, Late.mark)):
        call = altered(DEADLINE, late=policy, outages=(DOWN,))
        assert late_policy(TOO_LATE, call, versions((call, TAKEN_IN))) is effect


def test_each_policy_but_to_mark_names_why_answers_do_not_count() -> None:
    assert {why_late(policy) for policy in Late} == LATE | {None}
