"""From an announcement to its answers: drafted, what the page does not print written in, opened, and answered by mail."""

import json
import re
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from mailbot.core.announcement.announced import announced
from mailbot.core.announcement.draft import Draft
from mailbot.core.announcement.drafted import drafted
from mailbot.core.call import parse_call
from mailbot.core.deadline import instant
from mailbot.core.submission import current
from tests.life import World
from tests.parts import ADDRESS, reply

OURS = Path(__file__).parent / "corpus" / "calls"
SHARED = Path(__file__).parents[2] / "shared" / "corpora" / "calls"
EVERY = sorted([*SHARED.glob("*.expected.json"), *OURS.glob("*.expected.json")])


def test_the_shared_announcements_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared/corpora is missing: only our own announcements were answered")


def _draft(expected: Path) -> Draft:
    name = expected.name.removesuffix(".expected.json")
    (file,) = (path for path in expected.parent.glob(f"{name}.*") if path.suffix != ".json")
    its = announced(file.read_bytes(), file.name)
    assert isinstance(its, Draft)
    return its


def _filled_in(text: str) -> str:
    """As an organiser edits it: only what the page does not print, in the places that the draft left for it."""
    number = count(1)
    for left_open, written in (
        ("# zone: Europe/…", "zone: Europe/Brussels"),
        ("# deadline: …", "deadline: 2026-03-31"),
        ("# contacts:\n#   - name: …\n#     address: …", "contacts:\n  - name: Ada Probe\n    address: ada@example.org"),
        ("# addresses:\n#   - …", f"addresses:\n  - {ADDRESS}"),
        ("# form: https://…", "form: https://forms.example.org/call"),
    ):
        text = text.replace(left_open, written)
    return re.sub(r"# address: …", lambda _: f"address: person{next(number)}@example.org", text)


@pytest.mark.parametrize("expected", EVERY, ids=lambda path: path.name.split(".")[0])
def test_one_reply_for_each_question_makes_one_complete_submission(expected: Path, tmp_path: Path) -> None:
    text = _filled_in(drafted(_draft(expected), "page"))
    if not json.loads(expected.read_text(encoding="utf-8"))["questions"]:
        with pytest.raises(Exception, match="questions"):
            parse_call(text, "call.yaml")
        return
    call = parse_call(text, "call.yaml")
    world = World(tmp_path)
    try:
        world.clock.now = instant(call) - timedelta(days=7)
        world.edit(text, call.slug)
        for number in range(1, len(call.questions) + 1):
            raw = reply(message_id=f"<{number}@example.org>", body=f"{number}. Our answer, the one of number {number}.\r\n")
            world.mail(raw.replace(f"To: {ADDRESS}".encode(), f"To: {call.addresses[0]}".encode()))
        (entry,) = world.app.store.submissions(call.slug)
        answers = {answer.question_id: answer.text for answer in current(entry)}
        wanted = {question.id: f"Our answer, the one of number {n}." for n, question in enumerate(call.questions, 1)}
        assert answers == wanted
        assert all(revision.counts for revision in entry.revisions)
    finally:
        world.app.close()
