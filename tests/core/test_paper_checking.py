"""What a person released against the answers as they stand: every mistake named at once; and the paper in markdown."""

from dataclasses import replace
from datetime import date

import pytest

from mailbot.core.call import Call, parse_call
from mailbot.core.entries import Entry
from mailbot.core.paper.checking import judged
from mailbot.core.paper.markdown import markdown
from mailbot.core.paper.redact import Redactor
from mailbot.core.paper.shapes import Checked, Paper, Passage
from mailbot.resources import example_rules_dir
from tests.core.labelled import Labelled, entry

KEY = b"0123456789abcdef"
EXAMPLE = example_rules_dir() / "ran-mental-health-2021.yaml"


@pytest.fixture(scope="module")
def call() -> Call:
    return parse_call(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name)


def entries(second: str = "We meet weekly.") -> list[Entry]:
    people = [("Maren Oldcastle", "I am Maren and I listen."), ("Ott Ort", second)]
    labelled = [Labelled("", name, f"{n}@streetbridge.example", "", text, ()) for n, (name, text) in enumerate(people)]
    return [entry(n, one) for n, one in enumerate(labelled, 1)]


def of(call: Call, second: str = "We meet weekly.") -> tuple[Redactor, tuple[Passage, ...]]:
    redactor = Redactor(entries(second), call, {})
    return redactor, redactor.passages(KEY)


def ticked(passages: tuple[Passage, ...], **copies: str) -> list[Checked]:
    return [Checked(n, p.id, copies.get(p.original.split()[0], p.copy), released=True) for n, p in enumerate(passages, 2)]


def test_only_ticked_rows_leave_with_the_copy_as_it_was_edited(call: Call) -> None:
    redactor, passages = of(call)
    rows = ticked(passages, We="They meet each week, in [Ort].")
    released, problems = judged(rows, passages, call, redactor, "check.xlsx")
    assert problems == []
    assert {q: sorted(copies) for q, copies in released.items()} == {
        1: ["I am [name] and I listen.", "They meet each week, in [Ort]."]
    }
    some = [replace(row, released=row.copy.startswith("I am")) for row in rows]
    assert judged(some, passages, call, redactor, "check.xlsx")[0] == {1: ["I am [name] and I listen."]}


def test_all_mistakes_are_named_with_their_row(call: Call) -> None:
    redactor, passages = of(call)
    good = ticked(passages)
    rows = [
        good[0],
        replace(good[0], row=7),
        Checked(8, "work-0000000000000000", "words", released=True),
        Checked(9, "nonsense", "words", released=True),
        Checked(10, "nonsense", "not ticked", released=False),
        replace(good[1], row=11, copy="  "),
        replace(good[1], row=12, copy="Ask Maren at ann@example.org in Malta, or StreetBridge"),
    ]
    _, problems = judged(rows, passages, call, redactor, "check.xlsx")
    told = [(problem.line, problem.what) for problem in problems]
    assert [line for line, _ in told] == [7, 8, 9, 11, 12, 12, 12]
    assert told[1][1] == "the answer was changed or withdrawn after the check was written"
    assert "“Maren”" in told[4][1]
    assert "“ann@example.org”" in told[5][1]
    assert "“StreetBridge”" in told[6][1]
    assert all(problem.mend for problem in problems)


def test_an_answer_that_changed_since_is_not_let_out_by_an_old_tick(call: Call) -> None:
    _, before = of(call)
    redactor, now = of(call, second="We meet every day.")
    _, problems = judged(ticked(before), now, call, redactor, "check.xlsx")
    assert [problem.what for problem in problems] == ["the answer was changed or withdrawn after the check was written"]


def test_a_check_without_a_tick_is_no_paper(call: Call) -> None:
    redactor, passages = of(call)
    rows = [replace(row, released=False) for row in ticked(passages)]
    assert [problem.what for problem in judged(rows, passages, call, redactor, "check.xlsx")[1]] == ["no answer is released"]


def test_markdown_says_what_was_written_and_nothing_else(call: Call) -> None:
    answer = "# no heading\n- no list\n1. no number\n<b>&amp; *no* [link](x) [name](y) `c`\n\nSecond [name]: part"
    made = markdown(Paper("A _call_", "en", date(2026, 3, 1), [("Why?", [answer])]))
    assert made.startswith("# Input paper\n\n**A \\_call\\_**\n\n1 March 2026\n")
    quoted = [line for line in made.splitlines() if line.startswith(">")]
    assert quoted == [
        "> \\# no heading\\",
        "> \\- no list\\",
        "> 1\\. no number\\",
        "> \\<b\\>&amp;amp; \\*no\\* \\[link\\](x) \\[name\\](y) \\`c\\`",
        ">",
        "> Second \\[name\\]: part",
    ]
    assert "*fewer than 5 answers*" in made
