"""What a call says of late answers, through the service: marked, held until a person takes them over, or not taken."""

from datetime import timedelta

import pytest

from mailbot.core.letter import LetterKind
from mailbot.core.policies import Late
from mailbot.core.submission import current
from tests.core.letters import text_of
from tests.parts import CALL, NOW, Parts, reply

LATE = NOW + timedelta(days=20)


def late_world(policy: Late) -> Parts:
    parts = Parts([CALL.model_copy(update={"late": policy})])
    parts.clock.now = LATE
    parts.deliver(reply(), LATE)
    parts.round()
    return parts


@pytest.mark.parametrize(
    ("policy", "became", "answers"),
    [
        (Late.mark, "new: answers-found", 2),
        (Late.hold, "kept-apart: late-held", 0),
        (Late.refuse, "kept-apart: late-not-counted", 0),
    ],
)
def test_late_answers_are_recorded_and_acknowledged_whatever_the_call_says(policy: Late, became: str, answers: int) -> None:
    parts = late_world(policy)
    (mail,), (entry,) = parts.store.mails(), parts.store.submissions(CALL.slug)
    assert f"{mail.became}: {mail.reason}" == became
    assert len(current(entry)) == answers
    assert len(entry.revisions[0].answers) == 2
    (row,) = parts.store.letters()
    assert row.letter.kind is LetterKind.acknowledgement
    assert "In time: no" in text_of(row.letter)


def test_an_organiser_takes_over_what_is_held() -> None:
    parts = late_world(Late.hold)
    (mail,) = parts.store.mails()
    assert parts.store.take_over(mail.id, LATE, "operator", "the trains did not run")
    (entry,) = parts.store.submissions(CALL.slug)
    assert len(current(entry)) == 2


def test_who_was_in_time_keeps_the_earlier_answers() -> None:
    parts = Parts([CALL.model_copy(update={"late": Late.hold})])
    parts.deliver(reply())
    parts.round()
    parts.clock.now = LATE
    parts.deliver(reply(body="1. Something else.\r\n", message_id="<2@example.org>"), LATE)
    parts.round()
    (entry,) = parts.store.submissions(CALL.slug)
    assert [answer.text for answer in current(entry)] == ["I work in probation.", "A large one, every day."]
