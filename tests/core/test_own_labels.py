"""Questions with labels of their own, `1a)`: the answers have the same, also with a blank or a bracket inside."""

import pytest

from tests.core.test_align import a_call, answers

ASKED = (
    "1a) Is a digital identity mandatory to claim any benefit?",
    "1b) Which law provides for it?",
    "1c) When was it introduced, and by whom?",
    "2a) Which groups have difficulty obtaining it?",
    "2b) Which authority supervises it?",
)
SECTIONS = a_call(*ASKED)
SAID = {
    "1a": "Yes. Since 2023 the housing allowance can be claimed only with it.",
    "1b": "The Electronic Services Act, sections 14 to 19.",
    "1c": "In 2019, by the ministry of the interior.",
    "2b": "The commissioner for the identification itself, the ministry for the rest.",
}
FOUND = {1: SAID["1a"], 2: SAID["1b"], 3: SAID["1c"], 5: SAID["2b"]}
WRITTEN = ("{}{})", "{} {})", "{} ({})", "({} {})", "{} {}.", "{} {}:", "*{} {})*", "{} {}) -", "- {} {})")


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("opening", ["Dear Sir or Madam,", "Sehr geehrte Damen und Herren,", "Madame, Monsieur,"])
def test_a_section_and_a_letter_may_stand_apart(written: str, opening: str) -> None:
    labelled = "\n\n".join(f"{written.format(*label)} {said}" for label, said in SAID.items())
    assert answers(f"{opening}\n\n{labelled}\n", SECTIONS) == FOUND
    assert answers(f"{opening}\n\n{labelled.upper()}\n", SECTIONS) == {n: said.upper() for n, said in FOUND.items()}


LOOKS_SO = (
    "1 a year ago the law was changed.",
    "2 b and c are the same.",
    "2 a.m. is when the system is down.",
    "1 d) of the act",
)


@pytest.mark.parametrize("line", LOOKS_SO)
def test_a_number_and_a_letter_that_no_question_has_or_that_nothing_ends_are_words(line: str) -> None:
    said = f"{SAID['1b']}\n{line}"
    assert answers(f"1 a) {SAID['1a']}\n\n1 b) {said}\n\n1 c) {SAID['1c']}\n\n2 b) {SAID['2b']}\n", SECTIONS) == {
        **FOUND,
        2: said,
    }


def test_such_labels_count_also_where_our_mail_stands_below_and_lost_its_marks() -> None:
    asked = "\n".join((*ASKED[:3], "2. Exclusion", *ASKED[3:]))
    labelled = "\n\n".join(f"{label[0]} {label[1]}) {said}" for label, said in SAID.items())
    assert answers(f"Dear all,\n\n{labelled}\n\nYours faithfully,\nRagna\n\n{asked}\n", SECTIONS) == FOUND
