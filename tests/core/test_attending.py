"""Who is offered a place takes it, gives it back, or says something that a person has to look at."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.attending import attends, beside, reason
from mailbot.core.consent import Consent
from tests.core.counted import calls_of

REPLIES = [
    (Consent(label), words.replace("|", "\n"))
    for label, _, words in (
        row.partition(": ") for row in Path(__file__).with_name("attending.txt").read_text("utf-8").splitlines()
    )
]


def test_a_reply_is_read_as_what_it_says() -> None:
    read = [(attends(words), wanted, words) for wanted, words in REPLIES]
    assert [one for one in read if one[0] is not one[1] and one[0] is not Consent.unclear] == [], "worse than unclear"
    assert [one for one in read if one[0] is not one[1]] == []


def test_most_people_write_on_several_lines_and_it_is_the_same() -> None:
    for wanted, words in REPLIES[::7]:
        assert attends(f"\n {words}  \r\n\r\n".replace("\n", "\r\n")) is wanted, words


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Yes", ""),
        ("Yes, I will come.", ""),
        ("Hello,\nyes, I will attend. I don't eat pork.\n\nBest regards\nJana", "I don't eat pork"),
        ("Ja, ich komme gerne. Ich reise mit dem Zug an, Ankunft 9.40 Uhr.", "Ich reise mit dem Zug an, Ankunft 9.40 Uhr"),
        ("Oui. Merci ! Mon numéro : 0470 12 34 56.", "Merci. Mon numéro, 0470 12 34 56."),
        ("Perhaps. I am vegetarian.", ""),
    ],
)
def test_what_stands_beside_a_yes_is_kept(words: str, more: str) -> None:
    assert beside(words) == more
    assert reason(words) == ""


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("No.", ""),
        ("No, thank you for the invitation. Sorry!", ""),
        ("I would love to come, but I can't because my father died.", "because my father died"),
        ("Nein, ich kann leider nicht kommen. Meine Tochter ist krank.", "Meine Tochter ist krank"),
        ("Non, je ne pourrai pas venir, car je serai à l'étranger.", "car je serai à l'étranger"),
        ("Yes. I broke my leg.", ""),
    ],
)
def test_the_words_beside_a_no_tell_why(words: str, why: str) -> None:
    assert reason(words) == why
    assert beside(words) == ""


def test_a_reason_is_cut_at_500_characters_and_at_a_word() -> None:
    told = reason("No. " + "The roof of our house fell in, and my mother has nobody else to help her with it today. " * 9)
    assert 400 < len(told) <= 500
    assert told.endswith("…")


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([w for _, r in REPLIES for w in r.split(" ")]), max_size=40).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_no_words_break_it_and_what_it_tells_was_said(words: str) -> None:
    said = attends(words)
    why, more = reason(words), beside(words)
    assert len(why) <= 500
    assert len(more) <= 2000
    assert not why or said is Consent.no
    assert not more or said is Consent.yes


@pytest.mark.parametrize(
    "piece", ["no, ", "yes. ", "a", "a,", "ich kann ", "- ", "\n", "kann nicht kommen ", "mbt-", "ß", "1."]
)
def test_the_work_has_a_bound(piece: str) -> None:
    def work(characters: int) -> int:
        return calls_of(lambda: attends(piece * (characters // len(piece))))

    assert work(4_000_000) <= max(work(4_000), 1000)
