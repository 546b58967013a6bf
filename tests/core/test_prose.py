"""Prose: whatever a mail says without any mark is kept once, also where it is too long to be weighed."""

import pytest

from mailbot.core.reading import read
from tests.parts import CALL, NOW, OWN, reply

SENTENCE = "The work number {} goes on in every season of the year."


@pytest.mark.parametrize("paragraphs", [1, 3, 40])
@pytest.mark.parametrize("sentences", [5, 60, 300])
def test_every_sentence_of_prose_stands_once_in_an_answer_or_unplaced(sentences: int, paragraphs: int) -> None:
    said = [SENTENCE.format(n) for n in range(sentences)]
    size = -(-sentences // paragraphs)
    body = "\r\n\r\n".join(" ".join(said[at : at + size]) for at in range(0, sentences, size))
    reading = read(reply(body=f"{body}\r\n\r\nAnd so on.\r\n"), NOW, [CALL], OWN)
    kept = "\n".join((*(answer.text for answer in reading.answers), reading.unplaced))
    assert [kept.count(sentence) for sentence in said] == [1] * sentences
