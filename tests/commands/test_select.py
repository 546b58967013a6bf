"""select: decisions are noted, shown and applied; people are told by nobody before that; reviewers read and score."""

from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from mailbot.commands.choosing import SNAGS, STANDS
from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.places import Stand
from mailbot.core.plans import Snag
from tests.life import Look
from tests.office import Office, person

RITA, RAUL = "rita@example.org", "p3@example.net"
SCORED = f"""\
places: 2
groups: [{{id: town, name: Town, question: work, values: {{one: [town 1], two: [town 2], other: [town 3, town 4]}}}}]
selection:
  blind: true
  hidden: [time]
  reviewers: [{RITA}, {RAUL}]
  targets: [{{of: town, value: one, at_most: 0}}]
  criteria:
    - {{id: relevance, text: How close is the work?, weight: 2}}
    - {{id: first-time, text: Is it the first time?, lowest: 0, highest: 1, independent: true}}
"""


def stands(look: Look) -> dict[int, str]:
    return {one["number"]: one["stand"] for one in look.objects("select", "a-call") if one["record"] == "entry"}


def summary(look: Look) -> dict[str, Any]:
    return look.objects("select", "a-call")[-1]


def test_decisions_are_noted_then_applied_then_answered_by_telephone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path)
    look = Look(office, capsys)
    said = look.say("select", "a-call", "invite", "3", "1", "reserve", "4", "decline", "rest")
    assert said == "Noted: invite 1, 3; reserve 4; decline 2, 5.\nNobody is told before: mailbot select a-call apply\n"
    assert look.say("select", "a-call", "undo", "2").startswith("Taken back: 2 p2@example.net.\n")
    look.say("select", "a-call", "decline 2 because the work is not close to the topic")
    assert set(stands(look).values()) == {"undecided"}
    assert summary(look)["pending"] == [1, 2, 3, 4, 5]
    asked = look.fail("select", "a-call", "apply")
    assert "(prepare 5 letters, to be approved before anything is sent): add --confirm a-call to do it" in asked
    assert "names another call" in look.fail("select", "a-call", "apply", "--confirm", "b-call")
    assert office.app.store.letters([LetterState.held]) == []
    shown = look.say("select", "a-call", "apply", "--confirm", "a-call")
    assert shown.startswith("Invited (2): 1 p1@example.net, 3 p3@example.net\nPut on the waiting list (1): 4 p4@example.net\n")
    assert "Reason given: 2 p2@example.net: the work is not close to the topic\n" in shown
    assert "mailbot outbox approve --call a-call" in shown.splitlines()[-1]
    assert "Nothing is pending" in look.say("select", "a-call", "apply", "--confirm", "a-call")
    assert [row.letter.kind.value for row in office.app.store.letters([LetterState.held])].count("invitation") == 2
    assert "not approved" in look.fail("select", "a-call", "accept", "1")
    look.say("outbox", "approve", "--call", "a-call", "--confirm", "a-call")
    assert look.say("select", "a-call", "accept", "3") == "3 p3@example.net has the place; a letter says so.\n"
    assert (
        look.fail("select", "a-call", "accept", "3")
        == "mailbot: 3 p3@example.net has accepted already: there is nothing to do\n"
    )
    assert "add --why" in look.fail("select", "a-call", "give-back", "1")
    given = look.say("select", "a-call", "give-back", "1", "--why", "she telephoned")
    assert "goes to the next one of the waiting list" in given
    assert len(office.outbox(LetterKind.accepted)) == 1, "what was refused wrote nothing"
    office.tick()
    assert stands(look) == {1: "gave-back", 2: "declined", 3: "accepted", 4: "asked", 5: "declined"}
    places = look.objects("select", "a-call", "places")
    assert [(one["place"], one["number"], one["state"]) for one in places] == [
        (1, 4, "open"),
        (2, 3, "accepted"),
        (1, 1, "declined"),
    ]
    assert "she telephoned" in look.say("select", "a-call", "places")
    office.mail(sender=person(3), body="1. I work elsewhere now.\r\n\r\n2. None.\r\n")
    assert summary(look)["changed_since"] == [3]
    assert "LOSES A PLACE THAT WAS ACCEPTED (1): 3" in _shown(look, "reserve", "3")


def _shown(look: Look, *words: str) -> str:
    look.say("select", "a-call", *words)
    return look.say("select", "a-call", "apply", "--confirm", "a-call")


def test_what_is_wrong_is_one_line_with_the_mend_and_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    look = Look(Office(tmp_path, entries=3), capsys)
    cases = {
        ("invite 9, 1",): "mailbot: no entry has the number 9: `mailbot select a-call` lists them; nothing was done\n",
        ("invite 1, some others",): "this is not clear, and nothing was done: for example `mailbot select a-call invite 3 7",
        ("show 1",): "`show` is no decision, and nothing was done: `mailbot show REFERENCE` does that",
        ("close",): "`mailbot call close a-call` does that",
        ("good morning",): "`good morning` says nothing to do: for example",
        ("undo 1",): "nothing is pending about entry 1",
        ("invite top 2",): "there are no scores yet",
        ("invite 1", "--as", RITA): "--as does not belong to `invite 1`: leave it out",
        ("next",): "`next` is for a reviewer: say who reads: --as name@example.org",
        ("next", "--as", RITA): "a-call names nothing to score by: write selection.criteria into rules/a-call.yaml",
        ("accept", "17"): "no entry `17` of a-call: `mailbot select a-call` lists them",
        ("accept", "1"): "has no place to accept or give back: decide first: mailbot select a-call invite 1",
        ("accept",): "accept is about one entry: for example `mailbot select a-call accept 7`",
        ("apply", "3"): "`apply 3` is not known: mailbot select a-call apply applies all that is pending",
    }
    for words, mend in cases.items():
        said = look.fail("select", "a-call", *words)
        assert mend in said, words
        assert said.count("\n") == 1, words
    assert "did you mean `a-call`?" in look.fail("select", "a-cal")
    look.say("select", "a-call", "invite 1 2 3")
    assert "That is more than there is room for: 3 to invite, 2 free." in look.say("select", "a-call", "invite 3")
    refused = look.fail("select", "a-call", "apply", "--confirm", "a-call")
    assert "3 are to be invited (1 p1@example.net, 2 p2@example.net, 3 p3@example.net), and 2 places free" in refused
    assert set(stands(look).values()) == {"undecided"}
    assert set(SNAGS) >= set(Snag) - {Snag.no_day, Snag.earlier, Snag.over, Snag.no_mail, Snag.too_many_letters, Snag.meeting}
    assert set(STANDS) == set(Stand)


def test_reviewers_read_and_score_blind_one_by_one_and_in_a_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = Office(tmp_path, entries=4, more=SCORED)
    look, file = Look(office, capsys), tmp_path / "scores.xlsx"
    first = look.objects("select", "a-call", "next", "--as", RITA)[0]
    assert (first["left"], [answer["question"] for answer in first["answers"]]) == (4, [1])
    shown = look.say("select", "a-call", "next", "--as", RITA)
    assert person(first["number"]) not in shown, "blind"
    assert "every day" not in shown, "hidden"
    said = look.fail("select", "a-call", "score", "2", "relevance=9", "first=1", "--as", RITA)
    assert said.splitlines() == [
        "mailbot: `relevance=9` is beyond the scale: a whole number from 1 to 5",
        "mailbot: `first=1` names no criterion: did you mean `first-time`?",
    ]
    assert "did you mean `rita@example.org`?" in look.fail("select", "a-call", "next", "--as", "rit@example.org")
    own = "entry 3 is the reviewer's own"
    assert own in look.fail("select", "a-call", "score", "3", "relevance=5", "--as", RAUL)
    for number, relevance in ((1, 5), (2, 4), (3, 4)):
        look.say("select", "a-call", "score", str(number), f"relevance={relevance}", "--as", RITA.upper())
    added = look.objects("select", "a-call", "score", "1", "first-time=1", "--comment", "good", "--as", RITA)[0]
    assert added["scores"] == {"relevance": 5, "first-time": 1}, "what was said before stays"
    assert look.objects("select", "a-call", "next", "--as", RAUL)[0]["number"] == 4, "the fewest readings first"
    assert "has 3 entries, 3 to read" in look.say("select", "a-call", "sheet", "--as", RAUL, "--to", str(file))
    titles = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[0]
    assert (len(titles), "add --yes" in look.fail("select", "a-call", "sheet", "--as", RAUL, "--to", str(file))) == (6, True)
    _fill(file, [str(title) for title in titles], {4: 7, 9: 3})
    wrong = look.fail("select", "a-call", "import", str(file), "--as", RAUL)
    assert wrong.count("mailbot: ") == 2, "all mistakes at once"
    _fill(file, [str(title) for title in titles], {4: 3, 3: 5})
    assert own in look.fail("select", "a-call", "import", str(file), "--as", RAUL)
    _fill(file, [str(title) for title in titles], {4: 3, 1: 5})
    assert look.objects("select", "a-call", "import", str(file), "--as", RAUL)[0]["news"] == 2
    its = summary(look)
    assert (its["proposed"], its["tied"], its["room_for_tied"]) == ([1], [2, 3], 1)
    table = look.say("select", "a-call")
    assert [line.split()[0] for line in table.splitlines()[2:6]] == ["1", "2", "3", "4"]
    assert "Tie at the edge: 2 p2@example.net, 3 p3@example.net share position 2, and there is room for 1 of them" in table
    assert "Target: Town, at most 0: 1 one of 1 (too many)" in table
    assert "2, 3 share the last place" in look.fail("select", "a-call", "invite shortlist")


def _fill(file: Path, titles: list[str], given: dict[int, int]) -> None:
    """A sheet as it comes back: number of the entry to its relevance."""
    with Workbook(str(file)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, titles)
        column = next(n for n, title in enumerate(titles) if title.startswith("relevance"))
        for row, (number, value) in enumerate(given.items(), 1):
            page.write_number(row, 0, number)
            page.write_number(row, column, value)
