"""Organisers answer their digest: what they say is shown, happens after an ok, and only when it is surely theirs."""

from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.core import tokens
from mailbot.core.letter import LetterKind, LetterState
from tests.core.letters import opened, text_of
from tests.office import ANN, BEN, CHOICE, Office, person
from tests.parts import reply

ALL = range(1, 6)


def test_a_choice_from_the_digest_to_the_places_accepted(tmp_path: Path) -> None:
    office = Office(tmp_path)
    shown = office.commands("Dear team,\r\n\r\ninvite 3, 1; reserve 4 and 5; decline rest\r\n\r\nThanks, Ann")
    assert "Nothing happens before that" in shown
    assert office.stands() == dict.fromkeys(ALL, "undecided")
    office.answers(office.last(LetterKind.preview, ANN), "Ok")
    held = [row.letter.kind.value for row in office.app.store.letters([LetterState.held])]
    assert held == ["invitation", "invitation", "waitlist", "waitlist", "decline"]
    assert office.got(person(3)) == [], "nothing leaves before it is approved"
    office.answers(office.last(LetterKind.batch, ANN), "send")
    assert office.stands() == {1: "asked", 2: "declined", 3: "asked", 4: "waiting", 5: "waiting"}
    assert [office.got(person(n))[0] for n in ALL] == ["invitation", "decline", "invitation", "waitlist", "waitlist"]
    office.answers(office.last(LetterKind.invitation, person(3)), "My boss has to agree first.")
    assert (office.reasons()[0], office.stands()[3]) == ("answer-to-invitation-unclear", "asked")
    again = office.last(LetterKind.invitation, person(3))
    assert "could not tell from it" in text_of(again)
    office.answers(again, "Hard to say.")
    assert office.got(person(3)) == ["invitation", "invitation"], "asked back once"
    office.answers(again, "Yes, I will be there with pleasure.", quoted=False)
    office.answers(office.last(LetterKind.invitation, person(1)), "No, unfortunately I cannot come.")
    assert office.stands() == {1: "gave-back", 2: "declined", 3: "accepted", 4: "asked", 5: "waiting"}
    assert office.got(person(4)) == ["waitlist", "invitation"], "the next one by itself"
    office.tick(days=3)
    assert office.stands() == {1: "gave-back", 2: "declined", 3: "accepted", 4: "lapsed", 5: "asked"}
    office.answers(office.last(LetterKind.invitation, person(5)), "Yes")
    assert office.stands() == {1: "gave-back", 2: "declined", 3: "accepted", 4: "lapsed", 5: "accepted"}
    assert office.holding() == 2
    assert office.got(person(5)) == ["waitlist", "invitation", "accepted"]
    office.answers(office.last(LetterKind.invitation, person(4)), "Yes, I am coming after all.")
    assert office.stands()[4] == "waiting", "too late, and nothing is free"
    office.answers(office.last(LetterKind.accepted, person(3)), "I am very sorry, but I cannot come any more.")
    assert office.stands() == {1: "gave-back", 2: "declined", 3: "gave-back", 4: "asked", 5: "accepted"}


def test_only_a_contact_who_answers_an_own_letter_is_believed(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2)
    to_ann, words = office.last(LetterKind.digest, ANN), "invite 1, 2"
    (code,) = tokens.found(text_of(to_ann))
    tried = {
        "a stranger": office.answers(to_ann, words, "eve@example.net"),
        "a stranger with the code": office.mail(reply("eve@example.net", f"{words}\r\n\r\n{code}\r\n")),
        "not authenticated": office.answers(to_ann, words, dmarc="none"),
        "another contact": office.answers(to_ann, words, BEN),
        "no letter": office.mail(reply(ANN, words, "<none@example.org>")),
    }
    assert office.reasons()[:5][::-1] == [
        "command-of-no-contact",
        "command-of-no-contact",
        "organiser-not-authenticated",
        "command-answers-another-letter",
        "command-answers-no-letter",
    ]
    assert set(tried.values()) == {"quarantined"}
    assert [row.letter.kind for row in office.outbox(LetterKind.preview)] == []
    office.answers(to_ann, words)
    preview = office.last(LetterKind.preview, ANN)
    office.answers(preview, "ok", BEN)
    office.answers(preview, "ok", dmarc="none")
    assert office.stands() == {1: "undecided", 2: "undecided"}
    office.tick(days=36)
    office.answers(preview, "ok")
    assert (office.reasons()[0], office.stands()) == ("command-letter-ended", {1: "undecided", 2: "undecided"})


def test_an_ok_counts_once_and_only_for_what_was_shown(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3)
    office.commands("invite 1")
    preview = office.last(LetterKind.preview, ANN)
    office.mail(sender=person(1), body="1. I work in another town now.\r\n\r\n2. None.\r\n")
    office.answers(preview, "ok")
    assert office.stands()[1] == "undecided", "its answers have changed meanwhile"
    again = office.last(LetterKind.preview, ANN)
    assert "Something has changed" in text_of(again)
    office.answers(again, "ok, but not 1")
    assert office.stands()[1] == "undecided"
    for _ in range(2):
        office.answers(again, "ok", quoted=False)
    assert (office.reasons()[0], office.stands()[1]) == ("command-done-before", "prepared")
    assert len(office.outbox(LetterKind.invitation)) == 1
    office.commands("invite 2, 3")
    too_many = office.last(LetterKind.preview, ANN)
    office.answers(too_many, "ok")
    assert office.stands() == {1: "prepared", 2: "undecided", 3: "undecided"}, "there is one place left"


def test_letters_can_be_taken_out_and_places_taken_back(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=4)
    office.commands("invite 1, 2; reserve 3; decline 4: your work is not close to the topic")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    office.answers(office.last(LetterKind.batch, ANN), "drop 2, 4")
    office.commands("decline 4: your work is not close to the topic")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert office.stands()[4] == "declined", "what was dropped can be decided again, and is told then"
    office.answers(office.last(LetterKind.batch, ANN), "send")
    assert office.stands() == {1: "asked", 2: "undecided", 3: "asked", 4: "declined"}, "a free place goes to the list"
    assert "not close to the topic" in text_of(office.last(LetterKind.decline, person(4)))
    office.answers(office.last(LetterKind.invitation, person(1)), "yes")
    shown = office.commands("decline 1: we have to cancel your place")
    assert "would lose it" in shown
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    office.answers(office.last(LetterKind.batch, ANN), "send")
    assert office.stands()[1] == "declined"
    (file,) = [part for part in opened(office.last(LetterKind.cancelled, person(1))).walk() if part.get_filename()]
    assert b"METHOD:CANCEL" in file.get_payload(decode=True)


def test_what_is_no_decision_happens_after_an_ok_too(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=1, more="")
    office.mail(sender=person(2), body="1. I work in town 2.\r\n")
    office.tick(days=3)
    assert "town 2" in office.commands("show 2")
    office.commands("remind incomplete; extend to 20 March")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert office.got(person(2))[:1] == ["extended"] or office.got(person(2))[:1] == ["reminder"]
    assert "deadline: 2021-03-20\n" in (office.folder / "rules" / "a-call.yaml").read_text()
    assert office.app.calls()[0].deadline.day.isoformat() == "2021-03-20"
    office.commands("close")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert office.app.shelf.standings["a-call"].closed_by_a_person
    assert "extend to 20 March" in office.commands("what can I do here?"), "how it is said"


def test_more_letters_than_one_transaction_should_write_are_refused_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.organising._LETTERS_AT_ONCE", 2)
    office = Office(tmp_path, entries=3)
    assert "more than 1,000 letters" in office.commands("decline all")
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert office.stands() == {1: "undecided", 2: "undecided", 3: "undecided"}
    office.decides("decline 1, 2")
    assert office.stands()[2] == "declined"


def test_a_call_file_that_cannot_be_changed_leaves_the_ok_good(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=1)
    assert "the meeting has begun" in office.commands("extend to 20 March")
    office.commands("extend to 5 March")
    file = office.folder / "rules" / "a-call.yaml"
    good = file.read_text()
    file.write_text(good.replace("deadline: 2021-02-17", "deadline: {date: 2021-02-17, grace: 1h}"))
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert office.reasons()[0] == "call-file-not-changed"
    file.write_text(good)
    office.answers(office.last(LetterKind.preview, ANN), "ok")
    assert (office.reasons()[0], office.app.calls()[0].deadline.day.isoformat()) == ("command-done", "2021-03-05")


def test_a_digest_for_a_day_exists_once_and_comes_only_when_something_happened(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2)
    for _ in range(3):
        office.app.digests._settled.clear()  # as after a restart
        office.tick(minutes=5)
    assert len(office.outbox(LetterKind.digest)) == 2, "one for each contact"
    office.tick(days=1)
    assert len(office.outbox(LetterKind.digest)) == 2, "nothing happened"
    office.mail(sender=person(1), body="1. I work elsewhere now.\r\n")
    office.clock.now += timedelta(days=1)
    office.tick()
    assert "1 changed" in str(opened(office.last(LetterKind.digest, ANN))["Subject"])


def test_an_entry_that_changes_after_the_decision_or_is_withdrawn_is_told_and_its_place_goes_on(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=3, more=CHOICE.replace("places: 2", "places: 1"))
    office.decides("invite 1; reserve 2")
    office.answers(office.last(LetterKind.invitation, person(1)), "yes")
    office.mail(sender=person(1), body="1. I work in another town now.\r\n\r\n2. None.\r\n")
    assert office.stands()[1] == "accepted", "a person decides what becomes of it"
    office.tick(days=1)
    assert "changed after the decision" in text_of(office.last(LetterKind.digest, ANN))
    office.mail(sender=person(1), body="Please withdraw my application.\r\n")
    office.tick()
    office.answers(office.last(LetterKind.withdrawal, person(1)), "yes")
    assert office.stands() == {1: "withdrawn", 2: "asked", 3: "undecided"}


def test_a_call_can_keep_answers_out_of_mail(tmp_path: Path) -> None:
    office = Office(tmp_path, entries=2, more=CHOICE + "digest: {answers: false}\n")
    digest = office.last(LetterKind.digest, ANN)
    assert [part.get_filename() for part in opened(digest).walk() if part.get_content_type().endswith("sheet")] == []
    assert person(1) not in text_of(digest)
    shown = office.commands("show 1")
    assert "keeps answers out of email" in shown
    assert "town 1" not in shown
