"""The life of a call through the service: edits while it is open, states, and what is said about both. Nothing is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailbot.core.life import State
from mailbot.core.submission import Became
from tests.life import BEN, TIME, WORK, Look, World, call_file
from tests.parts import NOW

IN_TIME = NOW
DAYS_LATE = datetime(2021, 2, 20, 12, tzinfo=UTC)
EXTENDED = "2021-02-24"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.edit(call_file())
    yield world
    world.app.close()


@pytest.fixture
def look(world: World, capsys: pytest.CaptureFixture[str]) -> Look:
    return Look(world, capsys)


# an extension


def test_an_extension_judges_every_entry_by_the_deadline_of_then_and_of_now(world: World, look: Look) -> None:
    world.mail()
    world.at(DAYS_LATE)
    world.mail()
    world.clock.advance(hours=1)
    world.edit(call_file(deadline=EXTENDED))
    world.at(DAYS_LATE + timedelta(days=1))
    world.mail()
    entries = look.objects("submissions", "a-call")
    assert [entry["timeliness"] for entry in entries] == ["on_time"] * 3
    assert [entry["timeliness_as_announced"] for entry in entries] == ["on_time", "late", "on_time"]
    assert entries[1]["deadline_as_announced"] == "2021-02-17T22:59:59.999999+00:00"
    assert "on time (late as announced)" in look.say("submissions", "a-call")
    page = look.say("show", entries[1]["reference"])
    assert "on time; late by the deadline announced then, 17 Feb 2021, 23:59:59 CET" in page
    (one,) = look.objects("show", entries[1]["reference"])
    assert [(r["timeliness"], r["timeliness_as_announced"]) for r in one["revisions"]] == [("on_time", "late")]


def test_a_declared_outage_is_told_beside_the_lateness_to_organisers_and_to_the_sender(world: World, look: Look) -> None:
    world.mail()
    world.at(DAYS_LATE)
    world.mail()
    down = "outages: [{from: 2021-02-17 20:00, to: 2021-02-20, why: our mail server could not be reached}]\n"
    world.edit(call_file(more=down))
    world.mail()
    world.at(DAYS_LATE + timedelta(days=1))
    world.mail()
    entries = look.objects("submissions", "a-call")
    assert [entry["timeliness"] for entry in entries] == ["on_time", "late", "late", "late"]
    assert [bool(entry["outage"]) for entry in entries] == [False, True, True, False]
    assert "late, in an outage" in look.say("submissions", "a-call")
    page = look.say("show", entries[1]["reference"])
    told = "in the outage from 17 Feb 2021, 20:00:00 CET to 20 Feb 2021, 23:59:59 CET: our mail server could not be reached"
    assert told in page
    (one,) = look.objects("show", entries[1]["reference"])
    assert one["revisions"][0]["outage"]["why"] == "our mail server could not be reached"
    said = "At that time our email did not work as it should."
    assert [said in letter for letter in world.letters()] == [False, False, True, False]


def test_the_call_shows_both_counts_and_the_deadline_that_was_announced_before(world: World, look: Look) -> None:
    world.at(DAYS_LATE)
    world.mail()
    world.clock.advance(hours=1)
    world.edit(call_file(deadline=EXTENDED))
    (its,) = look.objects("call", "a-call")
    assert (its["stands"]["on_time"], its["stands"]["late_as_announced"]) == (1, 1)
    page = look.say("call", "a-call")
    assert (
        "1 on time, 0 within grace, 0 late (by the deadline announced when they came: 0 on time, 0 within grace, 1 late)"
        in page
    )
    assert "before      17 Feb 2021, 23:59:59 CET, announced until 20 Feb 2021, 14:00:00 CET" in page
    assert "deadline    24 Feb 2021, 23:59:59 CET, that is 24 Feb 2021, 22:59:59 UTC; over for " in page


def test_an_extension_opens_a_call_that_its_deadline_had_closed(world: World) -> None:
    world.at(DAYS_LATE)
    world.edit(call_file(deadline=EXTENDED))
    assert world.app.shelf.standings["a-call"].state is State.open
    assert world.audit() == ["call-taken-in", "state-open", "state-closed", "deadline-extended", "state-open"]
    (why,) = world.why("deadline-extended")
    assert why == (
        "was 2021-02-17 to its end in Europe/Brussels (2021-02-17 22:59:59 UTC), grace 24 h; "
        "is 2021-02-24 to its end in Europe/Brussels (2021-02-24 22:59:59 UTC), grace 24 h"
    )


def test_a_letter_says_late_by_the_deadline_of_the_moment_and_in_time_after_the_extension(world: World) -> None:
    world.at(DAYS_LATE)
    world.mail()
    world.edit(call_file(deadline=EXTENDED))
    world.mail()
    before, after = world.letters()
    assert "In time: no, 2 days" in before
    assert "In time: yes, the deadline is Wednesday, 24 February 2021" in after


# questions


TRAVEL = ("travel", "Where would you come from?")


def answers(look: Look, n: int = 0) -> dict[str, str]:
    """Of the n-th entry: id of the question, words, as `show` gives them with today's numbers."""
    reference = look.objects("submissions", "a-call")[n]["reference"]
    (one,) = look.objects("show", reference)
    return {f"{a['question']} {a['id']}": a["text"] for revision in one["revisions"] for a in revision["answers"]}


def test_an_added_question_shifts_no_answer_and_names_who_lacks_it(world: World, look: Look) -> None:
    world.mail()
    world.clock.advance(days=1)
    world.edit(call_file(questions=(TRAVEL, WORK, TIME)))
    assert answers(look) == {"2 work": "I work in probation.", "3 time": "A large one, every day."}
    (entry,) = look.objects("submissions", "a-call")
    assert (entry["answered"], entry["unanswered"], entry["lacking"]) == ([2, 3], [1], ["travel"])
    (its,) = look.objects("call", "a-call")
    asked = {one["id"]: (one["asked_since"], one["lacking"]) for one in its["asked"]}
    assert asked["travel"] == ("2021-02-02T10:00:00+00:00", [entry["reference"]])
    assert asked["work"] == (None, [])
    assert its["stands"]["incomplete"] == 1
    page = look.say("call", "a-call")
    assert f"0 of 1 answered; asked since 2 Feb 2021, 11:00:00 CET, no answer yet from {entry['reference']}" in page
    assert "question added, `travel` (required): Where would you come from?" in page


def test_who_answers_the_added_question_keeps_the_other_answers(world: World, look: Look) -> None:
    world.mail(sender="jana@example.org")
    world.edit(call_file(questions=(TRAVEL, WORK, TIME)))
    assert world.mail(sender="jana@example.org", body="1. From Brno, by train.\r\n") == "revision"
    (entry,) = look.objects("submissions", "a-call")
    assert (entry["answered"], entry["lacking"]) == ([1, 2, 3], [])


def test_who_answers_a_letter_from_before_the_edit_means_the_numbers_that_stand_in_it(world: World, look: Look) -> None:
    world.mail(sender="jana@example.org", body="1. I work in probation.\r\n")
    (row,) = world.app.store.letters()
    world.clock.advance(days=1)
    world.edit(call_file(questions=(TRAVEL, WORK, TIME)))
    thread = f"In-Reply-To: {row.letter.message_id}\r\n"
    assert world.mail(sender="jana@example.org", body="2. A large one, every day.\r\n", extra=thread) == "revision"
    assert world.mail(sender="otto@example.org", body="1. From Brno.\r\n") == "new"
    first, second = look.objects("submissions", "a-call")
    assert (first["answered"], first["lacking"]) == ([2, 3], ["travel"])
    assert second["answered"] == [1]
    letter = world.letters()[1]
    assert "2. What line of work are you in?\n\n> I work in probation." in letter
    assert "3. What role does time play?\n\n> A large one, every day." in letter


def test_an_answer_below_the_old_wording_of_a_question_finds_it(world: World, look: Look) -> None:
    world.edit(call_file(questions=(TRAVEL, TIME, ("work", "Tell us, please, how you earn your living."))))
    body = "> What line of work are you in?\r\nI work in probation.\r\n"
    assert world.mail(body=body) == "new"
    (entry,) = look.objects("submissions", "a-call")
    assert entry["answered"] == [3]


def test_a_reworded_question_keeps_its_answers(world: World, look: Look) -> None:
    world.mail()
    world.edit(call_file(questions=(TIME, ("work", "What do you do for a living?"))))
    assert answers(look) == {"2 work": "I work in probation.", "1 time": "A large one, every day."}
    page = " ".join(look.say("show", look.objects("submissions", "a-call")[0]["reference"]).split())
    assert "2. What do you do for a living? I work in probation." in page
    assert world.audit()[2:4] == ["question-reworded", "questions-reordered"]
    assert world.why("question-reworded") == ["`work` was: What line of work are you in? — is: What do you do for a living?"]


def test_a_dropped_question_keeps_what_was_answered_and_leaves_the_entry_complete(world: World, look: Look) -> None:
    world.mail()
    world.edit(call_file(questions=(TIME,)))
    assert answers(look) == {"None work": "I work in probation.", "1 time": "A large one, every day."}
    (entry,) = look.objects("submissions", "a-call")
    assert (entry["answered"], entry["unanswered"]) == ([1], [])
    page = " ".join(look.say("show", entry["reference"]).split())
    assert "No longer asked: What line of work are you in? I work in probation." in page
    assert "No longer asked, answers are kept: work" in look.say("call", "a-call")


# contacts and broken files


def test_a_contact_who_is_removed_is_in_the_audit_trail_and_in_nothing_else(world: World, look: Look) -> None:
    world.mail()
    world.edit(call_file(contacts=(BEN,)))
    assert world.why("contact-left") == ["Ann Contact: is told nothing more"]
    assert [contact.address for contact in world.app.calls()[0].contacts] == ["ben@example.org"]
    world.mail()
    assert "Ann" not in world.letters()[1]
    assert len(look.objects("submissions", "a-call")) == 2


def test_a_file_that_breaks_during_service_stops_nothing_and_is_told_once(world: World, look: Look) -> None:
    assert world.mail() == "new"
    for _ in range(3):
        world.edit(call_file(deadline="next week"))
        assert world.mail() == "new"
    assert world.audit() == ["call-taken-in", "state-open", "file-broken"]
    (why,) = world.why("file-broken")
    assert why.startswith("rules/a-call.yaml:4: `deadline`")
    assert why.endswith("; the last good version stays in use")
    world.edit(call_file(deadline=EXTENDED))
    assert world.audit()[3:] == ["deadline-extended", "file-mended"]
    entries = look.objects("submissions", "a-call")
    assert [entry["answered"] for entry in entries] == [[1, 2]] * 4


def test_a_file_that_is_put_back_as_it_was_is_mended_without_a_new_version(world: World) -> None:
    world.edit("title: [")
    world.edit(call_file())
    world.edit("title: [")
    assert world.audit() == ["call-taken-in", "state-open", "file-broken", "file-mended", "file-broken"]
    assert len(world.app.store.call_versions("a-call")) == 1


# states


def test_mail_to_a_draft_waits_and_is_taken_in_when_the_call_opens(world: World, look: Look) -> None:
    world.app.store.change_state("b-call", None, State.draft, NOW, "ada", "not announced yet")
    world.edit(call_file("b-call", address="b@calls.example.net", deadline="2035-02-17"), "b-call")
    to_b = b"Delivered-To: b@calls.example.net\r\n"
    assert world.mail(to_b + _plain("jana@example.org")) == "quarantined"
    (mail,) = world.app.store.mails(became=Became.quarantined)
    assert (mail.call, mail.reason) == ("b-call", "call-not-open-yet")
    assert world.letters() == []
    assert (
        look.say("call", "open", "b-call", "--why", "announced today", "--who", "ada") == "b-call was draft, and is open now.\n"
    )
    world.service.reload()
    world.app.store.release(mail.id, world.clock.now, "operator")
    assert world.round() == ["new"]
    assert [(e.who, e.what, e.why) for e in world.app.store.audit("b-call") if e.who == "ada"] == [
        ("ada", "state-draft", "not announced yet"),
        ("ada", "state-open", "announced today"),
    ]


def test_a_call_closed_early_takes_mail_in_and_says_so(world: World) -> None:
    world.app.store.change_state("a-call", State.open, State.closed, NOW, "ada", "all places are taken")
    world.clock.advance(hours=1)
    world.service.reload()
    assert world.mail() == "new"
    (letter,) = world.letters()
    assert "Next: the call has been closed." in letter
    assert "The team decides whether changes still count." in " ".join(letter.split())


def test_a_call_that_its_deadline_closed_answers_as_ever(world: World) -> None:
    world.at(DAYS_LATE)
    assert world.mail() == "new"
    (letter,) = world.letters()
    assert "Next: the team decides whether it can still use late answers." in letter


def test_mail_to_an_archived_call_waits_for_a_person(world: World) -> None:
    world.app.store.change_state("a-call", State.open, State.archived, NOW, "ada", "over")
    world.service.reload()
    assert world.mail() == "quarantined"
    assert world.letters() == []


def test_a_file_moved_to_closed_archives_its_call_and_all_of_it_can_be_listed(world: World, look: Look) -> None:
    world.mail()
    rules = world.folder / "rules"
    (rules / "closed").mkdir()
    (rules / "a-call.yaml").rename(rules / "closed" / "a-call.yaml")
    world.service.reload()
    world.service.reload()
    assert world.audit()[-1] == "state-archived"
    assert look.objects("calls") == []
    (its,) = look.objects("calls", "--all")
    assert (its["slug"], its["state"], its["entries"]) == ("a-call", "archived", 1)


def test_a_step_needs_a_reason_and_a_state_from_which_it_leads(world: World, look: Look) -> None:
    world.edit(call_file(deadline="2035-02-17"))
    assert look.fail("call", "close", "a-call") == (
        "mailbot: no reason is given: add --why 'a few words': the audit trail keeps it\n"
    )
    assert "cannot become decided at once: from there it goes to archived, closed" in look.fail(
        "call", "decide", "a-call", "--why", "x"
    )
    assert "is open already" in look.fail("call", "open", "a-call", "--why", "x")
    assert world.audit() == ["call-taken-in", "state-open", "deadline-extended"]


def test_a_file_that_is_found_after_its_deadline_is_closed_at_the_first_look(world: World) -> None:
    world.at(DAYS_LATE)
    world.edit(call_file(slug="b-call", address="b@calls.example.net"), "b-call")
    assert world.app.shelf.standings["b-call"].state is State.closed


def test_a_call_whose_deadline_is_over_is_not_opened_in_vain(world: World, look: Look) -> None:
    world.at(DAYS_LATE)
    assert "would close again at once: its deadline and grace are over: write a later `deadline`" in look.fail(
        "call", "open", "a-call", "--why", "x"
    )


def test_the_history_of_a_call_reads_as_it_happened(world: World, look: Look) -> None:
    world.edit(call_file(deadline="2035-02-17"))
    look.say("call", "close", "a-call", "--why", "all places are taken", "--who", "ada")
    page = look.say("call", "a-call")
    _, _, history = page.partition("History\n")
    told = [line.strip().split("  ", 1)[1].split(", was", 1)[0] for line in history.strip().splitlines()]
    assert told[0].startswith("call file: call taken in, 2 questions, deadline 2021-02-17 to its end in Europe/Brussels")
    assert told[1:] == [
        "mailbot: open, its file was found",
        "call file: deadline extended",
        "ada: closed, all places are taken",
    ]
    assert "by ada: all places are taken" in page


def _plain(sender: str) -> bytes:
    return (
        f"Authentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\nFrom: {sender}\r\n"
        "To: b@calls.example.net\r\nSubject: hello\r\nMessage-ID: <b1@example.org>\r\nContent-Type: text/plain\r\n\r\n"
        "1. I work in probation.\r\n\r\n2. A large one.\r\n"
    ).encode()
