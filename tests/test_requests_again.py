"""What happens to a request that comes by two ways, that the database fails in the middle of, or that an unsure entry began."""

import sqlite3
from typing import Any

import pytest
from sqlalchemy import event

from mailbot.core.letter import LetterKind
from mailbot.core.submission import current
from mailbot.errors import StoreError
from tests.parts import CALL, reply
from tests.test_requests_by_mail import ANN, JANA, WISH, World
from tests.test_sent_on import TOM, printed

ALIAS = b"Received: by alias.example.net; again\r\n"


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (WISH, {LetterKind.withdrawal}),
        ("Will the travel costs be paid?\r\n", {LetterKind.passed_on, LetterKind.question}),
        (printed(), {LetterKind.confirm, LetterKind.thanks}),
    ],
)
def test_one_mail_by_two_ways_is_one_request(words: str, kinds: set[LetterKind]) -> None:
    world = World()
    raw = reply(JANA, words, "<wish@example.org>", "Fwd: answers")
    for way in (raw, ALIAS + raw):
        world.deliver(way, world.clock.now)
        world.round()
    letters = world.letters_of(*kinds)
    assert sorted(letter.kind for letter in letters) == sorted(kinds)
    assert {letter.recipient for letter in letters} <= {JANA, ANN, TOM}
    assert [mail.reason for mail in world.store.mails(limit=1)] == ["same-mail-again"]


@pytest.mark.parametrize("statement", ["INSERT INTO submission_event", "INSERT INTO token", "UPDATE token"])
def test_a_request_is_done_wholly_or_not_at_all(statement: str) -> None:
    """A mail that says it is withdrawn beside an entry that is not would never be looked at again."""
    world = World()
    world.says(JANA, WISH)
    letter, fails = world.last(LetterKind.withdrawal), [True]

    def full(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        if text.startswith(statement) and fails:
            fails.clear()
            raise sqlite3.OperationalError("database or disk is full")

    event.listen(world.store.engine, "before_cursor_execute", full)
    with pytest.raises(StoreError):
        world.says(JANA, "Yes\r\n", letter)
    assert not world.withdrawn()
    world.round()
    assert world.withdrawn()
    assert world.last(LetterKind.withdrawn).recipient == JANA


def test_the_first_sure_answers_to_a_withdrawn_entry_wait_like_others() -> None:
    """The entry was begun in a name that nobody vouched for, and taken back by who it really is."""
    world = World()
    world.says("tom@example.org", "1. I am a baker.\r\n", dmarc="none")
    world.says("tom@example.org", "Please withdraw my application.\r\n")
    assert world.says("tom@example.org", "Yes\r\n", world.last(LetterKind.withdrawal)) == "request: withdrawn"
    assert world.says("tom@example.org", "1. I am a teacher.\r\n") == "kept-apart: after-withdrawal"
    entry = next(s for s in world.store.submissions(CALL.slug) if s.address == "tom@example.org")
    assert [answer.text for answer in current(entry)] == ["I am a baker."]
