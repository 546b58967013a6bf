"""The life of a call: what time does by itself, what a person may do, and what an edit is called."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mailbot.core.announced import Version, announced, asked_as, asked_since, judged
from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.deadline import instant
from mailbot.core.edits import edits
from mailbot.core.life import EXTENDED, FOUND, NEXT, OVER, Standing, State, barred, by_itself
from mailbot.core.reading import Timeliness
from tests.parts import CALL

LAST = instant(CALL)
GRACE = CALL.deadline.grace
MOMENT = timedelta(microseconds=1)
EXTENDED_CALL = CALL.model_copy(update={"deadline": Deadline(day=date(2021, 2, 24))})


def standing(state: State, who: str = "ada", why: str = "agreed") -> Standing:
    return Standing(state, LAST - timedelta(days=20), who, why)


def test_a_call_nobody_said_anything_of_is_open() -> None:
    assert by_itself(None, CALL, LAST) == (State.open, FOUND)


def test_an_open_call_closes_when_deadline_and_grace_are_over_and_not_a_moment_before() -> None:
    assert by_itself(standing(State.open), CALL, LAST + GRACE) is None
    assert by_itself(standing(State.open), CALL, LAST + GRACE + MOMENT) == (State.closed, OVER)


def test_a_call_that_its_deadline_closed_opens_when_the_deadline_is_moved() -> None:
    closed = standing(State.closed, "mailbot", OVER)
    assert by_itself(closed, CALL, LAST + GRACE + MOMENT) is None
    assert by_itself(closed, EXTENDED_CALL, LAST + GRACE + MOMENT) == (State.open, EXTENDED)


@pytest.mark.parametrize("state", [State.draft, State.closed, State.decided, State.archived])
@pytest.mark.parametrize("now", [LAST - timedelta(days=1), LAST + timedelta(days=300)])
def test_what_a_person_decided_stays(state: State, now: datetime) -> None:
    assert by_itself(standing(state), EXTENDED_CALL, now) is None


def test_every_state_can_be_left_and_none_leads_to_itself() -> None:
    assert set(NEXT) == set(State)
    assert all(to and state not in to for state, to in NEXT.items())


def test_only_drafts_and_archived_calls_take_in_no_mail() -> None:
    assert {state: barred(state) for state in State if barred(state)} == {
        State.draft: "call-not-open-yet",
        State.archived: "call-archived",
    }
    assert barred(None) is None


# edits


def edited(**changed: object) -> list[str]:
    return [edit.what for edit in edits(CALL, CALL.model_copy(update=changed))]


WORK, TIME = CALL.questions


def test_a_new_call_says_what_it_asks_and_until_when() -> None:
    (edit,) = edits(None, CALL)
    assert edit.what == "call-taken-in"
    assert edit.why == "2 questions, deadline 2021-02-17 to its end in Europe/Brussels (2021-02-17 22:59:59 UTC), grace 24 h"


def test_the_same_call_is_no_edit() -> None:
    assert edits(CALL, CALL.model_copy()) == ()


def test_a_deadline_is_extended_or_shortened_and_both_are_said() -> None:
    (edit,) = edits(CALL, EXTENDED_CALL)
    assert edit.what == "deadline-extended"
    assert "was 2021-02-17 to its end" in edit.why
    assert "is 2021-02-24 to its end" in edit.why
    assert [e.what for e in edits(EXTENDED_CALL, CALL)] == ["deadline-shortened"]
    assert edited(deadline=CALL.deadline.model_copy(update={"grace": timedelta()})) == ["deadline-changed"]


def test_questions_are_told_apart_by_their_ids() -> None:
    new = Question(id="more", text="Anything else?", required=False)
    reworded = WORK.model_copy(update={"text": "What do you do?"})
    assert edited(questions=(WORK, TIME, new)) == ["question-added"]
    assert edited(questions=(WORK,)) == ["question-dropped"]
    assert edited(questions=(reworded, TIME)) == ["question-reworded"]
    assert edited(questions=(TIME, WORK)) == ["questions-reordered"]
    assert edited(questions=(WORK.model_copy(update={"required": False}), TIME)) == ["question-optional"]
    assert edited(questions=(new, TIME)) == ["question-dropped", "question-added"]


def test_an_id_that_changes_under_the_same_words_is_pointed_out() -> None:
    renamed = WORK.model_copy(update={"id": "job"})
    first = edits(CALL, CALL.model_copy(update={"questions": (renamed, TIME)}))[0]
    assert first.what == "question-id-changed"
    assert first.why == "`work` is `job` now: answers given to `work` do not count for it"


def test_people_and_everything_else_are_told_by_name() -> None:
    ben = Contact(name="Ben", address="ben@example.org")
    assert edited(contacts=(ben,)) == ["contact-left", "contact-added"]
    assert edited(addresses=("new@calls.example.net",)) == ["address-dropped", "address-added"]
    (edit,) = edits(CALL, CALL.model_copy(update={"title": "Another", "places": 3}))
    assert (edit.what, edit.why) == ("call-changed", "title, places")


# what was announced when


TAKEN_IN, MOVED_AT = datetime(2021, 1, 20, tzinfo=UTC), datetime(2021, 2, 16, tzinfo=UTC)
VERSIONS = (Version(CALL, TAKEN_IN), Version(EXTENDED_CALL, MOVED_AT))


@pytest.mark.parametrize(
    ("at", "which"),
    [
        (TAKEN_IN - timedelta(days=9), CALL),
        (MOVED_AT - MOMENT, CALL),
        (MOVED_AT, EXTENDED_CALL),
        (MOVED_AT + timedelta(days=300), EXTENDED_CALL),
    ],
)
def test_what_was_announced_is_the_version_taken_in_last_before(at: datetime, which: Call) -> None:
    assert announced(VERSIONS, at, EXTENDED_CALL) is which


def test_a_mail_is_judged_by_the_deadline_of_then_and_of_now() -> None:
    late = LAST + GRACE + timedelta(hours=1)
    moved_after = (VERSIONS[0], Version(EXTENDED_CALL, late + timedelta(hours=1)))
    twice = judged(late, EXTENDED_CALL, moved_after)
    assert (twice.now, twice.then, twice.call, twice.differ) == (Timeliness.on_time, Timeliness.late, CALL, True)
    same = judged(late, EXTENDED_CALL, VERSIONS)
    assert (same.now, same.then, same.differ) == (Timeliness.on_time, Timeliness.on_time, False)


def test_without_kept_versions_the_call_as_it_stands_was_announced() -> None:
    assert not judged(LAST, CALL, ()).differ


def test_a_question_is_asked_since_it_was_added_and_anew_when_it_comes_back() -> None:
    only = CALL.model_copy(update={"questions": (WORK,)})
    times = [TAKEN_IN + timedelta(days=n) for n in range(4)]
    versions = [Version(call, at) for call, at in zip((only, CALL, only, CALL), times, strict=True)]
    assert asked_since(versions[:2]) == {"work": times[0], "time": times[1]}
    assert asked_since(versions) == {"work": times[0], "time": times[3]}


TRAVEL = Question(id="travel", text="Where would you come from?")
LONGER = CALL.model_copy(update={"questions": (TRAVEL, *CALL.questions)})
GROWN = (Version(CALL, TAKEN_IN), Version(LONGER, MOVED_AT))


def test_a_mail_speaks_of_the_questions_that_were_asked_when_its_writer_read_them() -> None:
    assert asked_as(GROWN, LONGER, "1. Probation.", TAKEN_IN).questions == CALL.questions
    assert asked_as(GROWN, LONGER, "1. From Brno.", MOVED_AT) is LONGER


def test_what_a_mail_quotes_tells_more_than_when_it_came() -> None:
    assert asked_as(GROWN, LONGER, "> 1. Where would\n> you come from?\nBrno", TAKEN_IN) is LONGER
    old = WORK.model_copy(update={"text": "What is your profession, please?"})
    reworded = (Version(CALL.model_copy(update={"questions": (old, TIME)}), TAKEN_IN), Version(CALL, MOVED_AT))
    assert asked_as(reworded, CALL, "> What is your profession, please?\nProbation.", MOVED_AT).questions == (old, TIME)


def test_a_call_that_always_asked_the_same_is_taken_as_it_stands() -> None:
    assert asked_as(VERSIONS, EXTENDED_CALL, "1. x", TAKEN_IN) is EXTENDED_CALL
    assert asked_as((), CALL, "1. x", TAKEN_IN) is CALL
