"""Which entries may be one person's: a table of pairs, what is said of them, and how much work many are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.likeness import Person, Strength, _Known, _Shared, likenesses


def _cases() -> list[tuple[str, bool, list[Person]]]:
    text = (Path(__file__).parent / "likenesses.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n\n"):
        title, *lines = [line for line in block.splitlines() if line and not line.startswith("#")] or [""]
        people = [
            Person(str(n), *(cell.strip().replace("\\n", "\n") for cell in line.split("|"))) for n, line in enumerate(lines)
        ]
        if people:
            found.append((title, title.startswith("same:"), people))
    return found


CASES = _cases()


@pytest.mark.parametrize(("same", "people"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_entries_may_be_one_person_s_or_not(same: bool, people: list[Person]) -> None:
    assert bool(likenesses(people)) == same


def test_a_suggestion_tells_why_and_how_surely() -> None:
    jana = Person("A", "jana.novak@prison.example", "Jana Novák", signature="Tel. +420 224 123 456")
    home = Person("B", "jn84@mail.example", "Jana Novak", "I wrote from jana.novak@prison.example.", "224 123 456")
    (found,) = likenesses([jana, home])
    assert (found.one, found.other, found.strength) == ("A", "B", Strength.strong)
    assert found.reasons == ("names-the-other-address", "same-telephone", "same-name")
    (by_name,) = likenesses([jana, Person("B", "jn84@mail.example", "Jana Novak")])
    assert (by_name.strength, by_name.reasons) == (Strength.likely, ("same-name",))


def test_what_many_share_suggests_nothing() -> None:
    """A common name, the telephone of a house, a paragraph that a circular offered."""
    sentence = "We support the call and would like to take part in the meeting, as our network decided at its last assembly"
    many = [Person(str(n), f"p{n}@house{n}.example", "Maria Silva", sentence, "+351 210 000 000") for n in range(6)]
    assert likenesses(many) == ()


def test_who_contradicts_by_name_is_never_suggested_whatever_is_written() -> None:
    """Somebody claims another's address, telephone and words as his own; the organisers are not asked to merge the two."""
    victim = Person("A", "jana.novak@prison.example", "Jana Novák", "A" * 80, "+420 224 123 456")
    claims = f"My other address is jana.novak@prison.example. {'A' * 80}"
    assert likenesses([victim, Person("B", "x@other.example", "Pavel Svoboda", claims, "+420 224 123 456")]) == ()


def test_each_entry_is_compared_with_few() -> None:
    """By counted comparisons: as many entries again cost as much again, also where all share a first name and a domain."""
    for number in (500, 1000):
        people = [Person(str(n), f"ana{n}@one.example", f"Ana {_word(n)}") for n in range(number)]
        assert len(_Shared([_Known(person) for person in people]).pairs()) <= number


def _word(n: int) -> str:
    return "".join("bdfgklmnpr"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{n:04}")


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_any_words_are_taken(name: str, words: str, signature: str) -> None:
    assert len(likenesses([Person("A", "a@a.example", name, words, signature), Person("B", "b@b.example", name, words)])) <= 1
