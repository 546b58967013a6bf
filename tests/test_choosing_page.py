"""docs/choosing.md: its commands by mail are read as it says, those of the command line run in its order, its names exist."""

import re
import shlex
from datetime import date, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from mailbot import organising
from mailbot.commands.reasons import REASONS
from mailbot.core import briefings
from mailbot.core.choosing import Selection, WaitingRule
from mailbot.core.digest.build import LISTED
from mailbot.core.orders import Order, Verb, Which, parse
from mailbot.core.paper.shapes import FEWEST
from mailbot.core.phrases.ordering_said import SAID
from tests.life import Look
from tests.office import Office, person
from tests.parts import NOW
from tests.test_inputpaper import ticked

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/choosing.md").read_text(encoding="utf-8")
MONDAY = date(2027, 1, 11)
READER = "rita@example.org"
AGREED = {"apply": ["--confirm", "a-call"], "approve": ["--confirm", "a-call"], "cancel": ["--yes"]}
"""What stands in for an answer to the question of a command."""
CALL = f"""\
places: 3
meetings: [{NOW.year + 90}-03-10 13:00-16:00]
selection:
  reviewers: [{READER}]
  criteria:
    - {{id: relevance, text: How close is the work?, weight: 2}}
    - {{id: first-time, text: Is it the first time?, lowest: 0, highest: 1, independent: true}}
"""


def section(title: str) -> str:
    return re.split(r"^## ", PAGE.partition(f"\n## {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def rows(title: str) -> list[list[str]]:
    """Cells of the lines of its tables, without heads."""
    lines = [line for line in section(title).splitlines() if line.startswith("| ") and line != "| | |"]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def coded(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def meant(verb: Verb, said: str) -> Order:
    """What an English example plainly says."""
    command, _, reason = said.partition(": ")
    top = re.search(r"best (\d+)", command)
    named = "" if top or verb is Verb.extend else command
    spans = [(int(low), int(high or low)) for low, high in re.findall(r"(\d+)(?:-(\d+))?", named)]
    named_by = (Which.rest, Which.shortlist, Which.incomplete)
    which = next((one for one in named_by if one in command), None)
    return Order(
        verb,
        tuple(number for low, high in spans for number in range(low, high + 1)),
        which=which,
        top=int(top[1]) if top else None,
        day=date(2027, 3, 20) if verb is Verb.extend else None,
        at=time(17) if "17:00" in said else None,
        reason=reason if verb is Verb.decline else "",
    )


def test_every_example_is_read_as_its_row_says_and_no_verb_is_left_out() -> None:
    table = {row[0]: coded(row[1]) for row in rows("What to answer") if row[0] in set(Verb)}
    assert set(table) == set(Verb)
    for verb, ways in table.items():
        for said in ways:
            read = parse(said, MONDAY)
            assert (read.orders, read.unclear) == ((meant(Verb(verb), said),), ()), said


def test_the_same_words_are_read_in_every_language_of_the_letters() -> None:
    said = [coded(row[1])[0] for row in rows("What to answer") if len(row) == 2]
    assert len(said) == len(SAID)
    assert {parse(words, MONDAY).orders for words in said} == {
        (Order(Verb.invite, (3, 7, 12)), Order(Verb.decline, which=Which.rest))
    }


def test_what_the_page_calls_unclear_is_carried_out_in_no_part() -> None:
    unclear = [coded(line)[0] for line in section("What to answer").splitlines() if line.startswith("- ")]
    assert len(unclear) == 5
    for words in unclear:
        assert parse(words, MONDAY).orders == (), words
        beside = parse(f"show 9\n\n{words}", MONDAY)
        assert (beside.orders, bool(beside.unclear)) == ((Order(Verb.show, (9,)),), True), words


def test_refusals_numbers_and_quoted_words_are_those_of_the_program() -> None:
    reasons = [coded(row[0])[0] for row in rows("Who is believed") if row[0].startswith("`")]
    source = (ROOT / "mailbot/organising.py").read_text(encoding="utf-8")
    assert len(reasons) == 7
    assert [name for name in reasons if name not in REASONS or f'"{name}"' not in source] == []
    letters = "".join((ROOT / f"templates/mail/{name}/en.txt").read_text(encoding="utf-8") for name in ("said", "preview"))
    quoted = [words for row in rows("Who is believed") for words in re.findall(r'"([^"]+)"', row[0])]
    assert len(quoted) > 8
    assert [words for words in quoted if words not in letters] == []
    assert "`{}`, `{}` and `{}`".format(*WaitingRule) in PAGE
    assert f"within {briefings.LIFE.days} days" in PAGE
    assert f"{organising._MOST_LETTERS} letters went to this contact within a day" in PAGE
    assert f"`answer_within` ({Selection().answer_within.days} days)" in PAGE
    assert f"The newest {LISTED} are listed" in PAGE
    assert (organising._SHOWN_AT_ONCE, FEWEST) == (5, 5), "five, says the page of both"


def test_the_commands_run_in_the_order_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, entries=12, more=CALL)
    look = Look(office, capsys)
    monkeypatch.chdir(tmp_path)
    lines = [line for line in coded(PAGE[PAGE.index("## With commands") :]) if line.startswith("mailbot ")]
    twelfth = ""
    for line in lines:
        if line == "mailbot select":
            continue
        words = ["a-call" if word == "CALL" else READER if word == "ADDRESS" else word for word in shlex.split(line)[1:]]
        if words[0] == "outbox":
            twelfth = twelfth or _letter_to(office, person(12))
            words = [twelfth if word == "12" else word for word in words]
        words += next((agreed for word, agreed in AGREED.items() if word in words), [])
        if "import" in words:
            _scored(tmp_path / "scores.xlsx")
        if "--checked" in words:
            ticked(tmp_path / "check.xlsx", tmp_path / "check.xlsx")
        to = words.index(">") if ">" in words else len(words)
        out = look.say(*words[:to])
        if to < len(words):
            Path(words[-1]).write_text(out, encoding="utf-8")
    assert len(lines) > 20
    stands = office.stands()
    assert (stands[3], stands[7], stands[12], stands[1]) == ("asked", "gave-back", "undecided", "declined")
    assert {path.name for path in tmp_path.iterdir()} >= {"digest.html", "entries.xlsx", "scores.xlsx", "paper.docx"}
    assert {tuple(sorted(one.values.items())) for one in office.app.store.scores("a-call")} == {
        (("first-time", 1), ("relevance", 4)),
        (("relevance", 5),),
    }


def _letter_to(office: Office, address: str) -> str:
    return next(str(row.id) for row in office.app.store.letters() if row.letter.recipient == address and row.state == "held")


def _scored(file: Path) -> None:
    """The sheet as a reviewer hands it back: relevance 5 for entry 1."""
    titles = [str(title) for title in CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[0]]
    with Workbook(str(file)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, titles)
        page.write_row(1, 0, [1, *(5 if title.startswith("relevance") else "" for title in titles[1:])])


def test_every_link_of_the_page_leads_somewhere_and_the_page_can_be_found() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
    assert "docs/choosing.md" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/choosing.md" in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
