"""Replies as people write them, in many languages and clients: each answer under its question, nothing else under any.

`tests/corpus/answers` has a folder's worth of them, each with what its writer meant and a sentence on what it tries.
"""

from functools import cache

import pytest

from tests.core.answered import Outcome, names, outcome


@cache
def _outcomes() -> tuple[Outcome, ...]:
    return tuple(outcome(name) for name in names())


def _failures() -> str:
    return "\n".join(found.why() for found in _outcomes() if not found.perfect)


def test_98_of_100_answers_are_laid_under_their_question_word_for_word() -> None:
    total = sum(len(found.likeness) for found in _outcomes())
    assert sum(found.right for found in _outcomes()) >= 0.98 * total, _failures()


def test_92_of_100_mails_are_read_without_a_single_fault() -> None:
    assert sum(found.perfect for found in _outcomes()) >= 0.92 * len(_outcomes()), _failures()


def test_no_question_that_was_left_open_gets_an_answer() -> None:
    assert [found.why() for found in _outcomes() if found.extra] == []


def test_no_greeting_signature_or_disclaimer_stands_in_an_answer() -> None:
    assert [found.why() for found in _outcomes() if found.noise] == []


@pytest.mark.parametrize("name", names())
def test_the_three_parts_of_a_mail_with_answers_add_up(name: str) -> None:
    reading = outcome(name).reading
    parts = f"{reading.reply}\n{reading.quoted}\n{reading.signature}".split("\n")
    assert sorted(line for line in parts if line.strip()) == sorted(line for line in reading.text.split("\n") if line.strip())
