"""What a stranger tried on the organiser's side: nobody loses a place unseen, and nobody is told wrong or not at all."""

from pathlib import Path

from mailbot.core import tokens
from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.life import State
from tests.core.letters import text_of
from tests.office import ANN, BEN, CHOICE, Office, person
from tests.parts import reply

ONE = CHOICE.replace("places: 2", "places: 1")


def test_an_ok_takes_no_place_that_was_accepted_after_the_preview(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3)
    office.commands("decline rest")
    stale = office.last(LetterKind.preview, ANN)
    office.decides("invite 2; reserve 3", BEN)
    office.answers(office.last(LetterKind.invitation, person(2)), "yes")
    office.answers(stale, "ok")
    assert office.stands() == {1: "undecided", 2: "accepted", 3: "asked"}
    shown = text_of(office.last(LetterKind.preview, ANN))
    assert "Something has changed" in shown
    assert "would lose it" in shown


def test_a_place_that_is_taken_back_goes_on_when_its_person_is_told(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2, more=ONE)
    office.decides("invite 1; reserve 2")
    office.answers(office.last(LetterKind.invitation, person(1)), "yes")
    office.commands("decline 1")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    office.tick(minutes=5)
    assert (office.stands()[2], office.got(person(2))) == ("waiting", ["waitlist"]), "number 1 still counts on the place"
    batch = office.last(LetterKind.batch, ANN)
    office.answers(batch, "drop 1")
    assert len(office.outbox(LetterKind.cancelled, LetterState.held)) == 1, "the place is gone: they have to hear it"
    office.answers(batch, "send")
    assert office.got(person(1))[-1] == "cancelled"
    assert office.got(person(2)) == ["waitlist", "invitation"]


def test_a_rank_that_is_given_again_is_told_again(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3, more=ONE)
    office.decides("invite 2")
    for words in ("reserve 1", "decline 1", "reserve 1"):
        office.commands(words)
        office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert [row.letter.kind for row in office.app.store.letters([LetterState.held])] == [LetterKind.waitlist]
    office.answers(office.last(LetterKind.batch, ANN), "send")
    office.decides("decline 2; invite 1")
    office.tick(days=3)
    office.decides("invite 3")
    became = office.answers(office.last(LetterKind.invitation, person(1)), "Yes, I am coming.")
    assert (became, office.stands()[1]) == ("request", "waiting"), "the rank of long ago, and a letter about it"
    assert office.got(person(1)) == ["waitlist", "invitation", "expired", "waitlist"]


def test_who_withdrew_gets_no_letter_about_a_decision(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3)
    office.commands("reserve 1; decline 2; hold 3")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    for n in (1, 2, 3):
        office.mail(sender=person(n), body="Please withdraw my application.\r\n")
        office.tick()
        office.answers(office.last(LetterKind.withdrawal, person(n)), "yes")
    office.answers(office.last(LetterKind.batch, ANN), "send")
    assert [office.got(person(n)) for n in (1, 2, 3)] == [["withdrawal", "withdrawn"]] * 3
    assert office.app.store.letters([LetterState.held]) == []


def test_in_an_archived_call_nobodys_time_runs_out_and_nothing_is_commanded(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3, more=ONE)
    office.decides("invite 1; reserve 2")
    with office.app.store.unit() as unit:
        unit.change_state("a-call", State.open, State.archived, office.clock.now, "operator", "over")
    office.tick()
    assert office.answers(office.last(LetterKind.invitation, person(1)), "yes") == "quarantined"
    office.tick(days=3)
    assert office.stands() == {1: "asked", 2: "waiting", 3: "undecided"}, "the yes waits for a person, and so does all else"
    office.commands("decline 3")
    assert (office.reasons()[0], office.outbox(LetterKind.decline)) == ("call-archived", [])


def test_who_answers_what_was_taken_back_hears_so_each_time(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2, more=ONE)
    office.decides("invite 1")
    invitation = office.last(LetterKind.invitation, person(1))
    office.answers(invitation, "yes")
    office.mail(sender=person(1), body="Please withdraw my application.\r\n")
    office.tick()
    office.answers(office.last(LetterKind.withdrawal, person(1)), "yes")
    for words in ("Yes, I am coming.", "No, I cannot come.", "Yes"):
        assert office.answers(invitation, words) == "request"
    assert (office.got(person(1))[-4:], office.stands()[1]) == (["cancelled"] * 4, "withdrawn")


def test_a_person_no_mail_can_reach_is_named_before_the_ok(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=1)
    office.mail(sender='"a b"@example.net', body="1. I work in town 9.\r\n\r\n2. A large one, every day.\r\n")
    assert "2: no email can go to this address" in office.commands("invite 1, 2")


def test_no_deadline_is_moved_of_a_call_that_stays_closed(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=1, more="")
    office.commands("extend to 20 March", BEN)
    office.commands("close")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    office.answers(office.last(LetterKind.preview, BEN), "ok")
    assert office.reasons()[0] == "command-not-possible"
    assert "extend: the call is over" in text_of(office.last(LetterKind.preview, BEN))
    assert "2021-03-20" not in (office.folder / "rules" / "a-call.yaml").read_text()


def test_a_version_that_waits_for_a_person_brings_a_digest(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2)
    office.tick(days=1)
    before = len(office.outbox(LetterKind.digest))
    office.mail(reply(person(1), "1. I work elsewhere now.\r\n\r\n2. None.\r\n", "<apart@example.net>", dmarc="none"))
    office.tick(days=1)
    assert len(office.outbox(LetterKind.digest)) == before + 2, "one for each contact"
    assert "version kept apart" in text_of(office.last(LetterKind.digest, ANN))
    office.tick(days=1)
    assert len(office.outbox(LetterKind.digest)) == before + 2, "it still waits, and nothing happened"


def test_an_ok_is_to_the_letter_that_it_answers_whatever_code_is_quoted_below(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2)
    office.commands("invite 1")
    first = office.last(LetterKind.preview, ANN)
    office.commands("invite 2")
    (code,) = tokens.found(text_of(office.last(LetterKind.preview, ANN)))
    office.answers(first, f"ok\r\n\r\n> {code}")
    assert office.stands() == {1: "prepared", 2: "undecided"}
