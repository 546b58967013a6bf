"""How a call stands: entries counted by today's deadline and the announced one, questions by their ids."""

from datetime import UTC, date, datetime, timedelta

from mailbot.core.announced import Version
from mailbot.core.call import Call, Deadline, Question
from mailbot.core.deadline import instant
from mailbot.core.reading import Answer, Authentication, How, Intent, Timeliness
from mailbot.core.submission import Revision, Submission
from mailbot.core.tally import tally
from tests.parts import CALL

LAST = instant(CALL)
TAKEN_IN = datetime(2021, 1, 1, tzinfo=UTC)
VERSIONS = (Version(CALL, TAKEN_IN),)


def revision(
    version: int, after: timedelta, *answered: str, counts: bool = True, sure: Authentication = Authentication.aligned
) -> Revision:
    """after: how long after the deadline it came."""
    answers = tuple(Answer(n, slug, f"about {slug}", 1.0, How.numbered) for n, slug in enumerate(answered, 1))
    return Revision(version, version, None, LAST + after, Timeliness.on_time, sure, Intent.answer, counts, "x", answers, "")


def submission(name: str, *revisions: Revision) -> Submission:
    return Submission(name, CALL.slug, f"{name}@example.org", name, revisions)


IN_TIME, IN_GRACE, LATE = timedelta(), timedelta(hours=5), timedelta(days=3)


def test_entries_are_counted_by_the_first_version_that_counts() -> None:
    counted = tally(
        CALL,
        [
            submission("one", revision(1, IN_TIME, "work", "time"), revision(2, LATE)),
            submission("two", revision(1, IN_GRACE, "work")),
            submission("three", revision(1, LATE, "work"), revision(2, LATE, "time")),
            submission("four", revision(1, IN_TIME, "work", counts=False)),
        ],
        VERSIONS,
    )
    assert [counted.now(kind) for kind in Timeliness] == [1, 1, 1]
    assert (len(counted.entries), counted.complete, counted.differ) == (3, 2, 0)


def test_a_forged_mail_in_time_does_not_count_for_who_wrote_late() -> None:
    forged = revision(1, IN_TIME, "work", "time", sure=Authentication.neutral)
    counted = tally(CALL, [submission("jana", forged, revision(2, LATE, "work"))], VERSIONS)
    assert (counted.now(Timeliness.late), counted.complete) == (1, 0)


def test_an_extension_is_counted_both_ways() -> None:
    longer = CALL.model_copy(update={"deadline": Deadline(day=date(2021, 2, 24))})
    versions = (*VERSIONS, Version(longer, LAST + timedelta(days=4)))
    counted = tally(longer, [submission("one", revision(1, LATE)), submission("two", revision(1, IN_TIME))], versions)
    assert [counted.now(kind) for kind in Timeliness] == [2, 0, 0]
    assert [counted.then(kind) for kind in Timeliness] == [1, 0, 1]
    assert counted.differ == 1


def asking(*questions: Question) -> Call:
    return CALL.model_copy(update={"questions": questions})


NEW = Question(id="travel", text="Where do you come from?")
OPTIONAL = Question(id="diet", text="What do you eat?", required=False)
ENTRIES = [submission("one", revision(1, IN_TIME, "work", "time")), submission("two", revision(1, IN_TIME, "time"))]


def test_an_added_required_question_is_lacking_in_every_entry_from_before() -> None:
    call, added = asking(NEW, *CALL.questions), LAST + timedelta(hours=1)
    counted = tally(call, ENTRIES, (*VERSIONS, Version(call, added)))
    assert [(q.number, q.question.id, q.since, q.answered, q.lacking) for q in counted.questions] == [
        (1, "travel", added, 0, ("one", "two")),
        (2, "work", None, 1, ("two",)),
        (3, "time", None, 2, ()),
    ]
    assert [entry.lacking for entry in counted.entries] == [("travel",), ("travel", "work")]


def test_an_added_question_that_may_be_left_out_leaves_entries_complete() -> None:
    call = asking(*CALL.questions, OPTIONAL)
    assert tally(call, ENTRIES, (*VERSIONS, Version(call, LAST))).complete == 1


def test_dropping_and_reordering_questions_shifts_no_answer() -> None:
    work, time = CALL.questions
    reordered, dropped = tally(asking(time, work), ENTRIES, VERSIONS), tally(asking(time), ENTRIES, VERSIONS)
    assert [entry.answers["time"].text for entry in reordered.entries] == ["about time"] * 2
    assert reordered.complete == 1
    assert (dropped.complete, dropped.dropped) == (2, ("work",))
