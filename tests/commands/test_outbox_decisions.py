"""outbox: letters about decisions are edited, dropped and approved, and the places that they offer go along."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mailbot.core.letter import LetterKind, LetterState
from tests.core.letters import html_of, text_of
from tests.life import Look
from tests.office import ANN, Office, person


def held(office: Office) -> dict[str, int]:
    """Address to the number of the letter that waits for approval."""
    return {row.letter.recipient: row.id for row in office.app.store.letters([LetterState.held])}


def test_letters_are_edited_dropped_and_approved_as_a_batch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path)
    look, file = Look(office, capsys), tmp_path / "letter.txt"
    look.say("select", "a-call", "invite 1 2 reserve 3 decline 4 5")
    look.say("select", "a-call", "apply", "--confirm", "a-call")
    number = held(office)
    listed = look.objects("outbox", "list", "--held")
    assert {one["id"] for one in listed} == set(number.values())
    first = str(number[person(1)])
    text = look.say("outbox", "show", first, "--text")
    code = next(line.strip() for line in text.splitlines() if line.strip().startswith("mbt-"))
    for wrong, mend in (
        (text.replace(code, ""), f"{code} is not in it, by which an answer is known: take the text as it is now"),
        (" \n", "there are no words in it"),
        ("x" * 20_001, "20,001 characters are too many: at most 20,000"),
    ):
        file.write_text(wrong)
        assert mend in look.fail("outbox", "edit", first, "--text", str(file))
    assert "nothing" in look.fail("outbox", "edit", first, "--text", str(tmp_path / "nothing.txt"))
    with monkeypatch.context() as patched:
        words = text.replace("Thank you", "Dear Jana, thanks").encode()
        patched.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(words)))
        assert "has other words now" in look.say("outbox", "edit", first, "--text", "-")
    letter = office.app.store.letter(number[person(1)]).letter
    assert "Dear Jana, thanks" in text_of(letter)
    assert "Dear Jana, thanks" in html_of(letter)
    assert look.say("outbox", "cancel", str(number[person(2)]), "--yes") == "1 letter cancelled.\n"
    assert office.stands() == {1: "prepared", 2: "undecided", 3: "waiting", 4: "declined", 5: "declined"}
    said = look.fail("outbox", "approve", "--call", "a-call")
    assert "(send 4 letters: 1 invitation, 1 waitlist, 2 decline): add --confirm a-call to do it" in said
    assert len(held(office)) == 4
    shown = look.say("outbox", "approve", "--call", "a-call", "--confirm", "a-call")
    assert "2 letters of the kind decline" in shown
    assert "Dear Jana, thanks" in shown, "with the words of a real letter"
    assert shown.endswith("4 letters approved; the service sends them.\n")
    assert office.stands()[1] == "asked"
    office.tick()
    assert office.stands()[3] == "asked", "the place of the dropped letter goes on"
    assert "No letter about a decision" in look.say("outbox", "approve", "--call", "a-call")
    assert "letter" in look.fail("outbox", "edit", first, "--text", str(file))
    assert "it is not clear which letters" in look.fail("outbox", "approve")


def test_an_invitation_that_waited_for_long_is_written_anew_unless_a_person_has_edited_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path, entries=2)
    look, file = Look(office, capsys), tmp_path / "letter.txt"
    office.commands("invite 1, 2")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    number = held(office)
    before, edited = str(number[person(1)]), str(number[person(2)])
    file.write_text(look.say("outbox", "show", edited, "--text").replace("Thank you", "Many thanks"))
    look.say("outbox", "edit", edited, "--text", str(file))
    refused = look.fail("outbox", "approve", "--call", "a-call", "--confirm", "a-call")
    assert refused == (
        f"mailbot: invitation {edited} was edited, and little of the time to answer that it names is left; "
        "nothing was approved: "
        f"`mailbot outbox cancel {edited} --yes`, `mailbot select a-call invite 2`, then apply\n"
    )
    assert set(held(office).values()) == set(number.values())
    assert "February 2021" in text_of(office.app.store.letter(int(before)).letter)
    assert look.say("outbox", "approve", before) == "1 letter approved.\n"
    assert "February 2021" not in text_of(office.app.store.letter(int(before)).letter), "a later day to answer by"
    look.say("outbox", "cancel", edited, "--yes")
    look.say("select", "a-call", "invite 2")
    look.say("select", "a-call", "apply", "--confirm", "a-call")
    look.say("outbox", "approve", "--call", "a-call", "--confirm", "a-call")
    assert office.stands() == {1: "asked", 2: "asked"}
    look.say("outbox", "cancel", before, "--yes")
    office.tick()
    assert office.stands()[1] == "undecided", "never sent, so the place is free"
