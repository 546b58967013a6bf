"""A mail can only ever add: what becomes of a reading once the history is known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.core.reading import Answer, Authentication, How, Intent, Kind, Outcome, Reading, Sender, Timeliness
from mailbot.core.submission import (
    TAKEN_OVER,
    Became,
    Change,
    History,
    Revision,
    Submission,
    current,
    decide,
    decisive,
)

AT = datetime(2021, 2, 1, 10, tzinfo=UTC)


def reading(**changes: object) -> Reading:
    base = Reading(
        sha256="a" * 64,
        fingerprint="f",
        sender=Sender("jana@example.org", "Jana", Authentication.aligned),
        kind=Kind.human,
        ack=True,
        outcome=Outcome.submission,
        reason="answers-found",
        call="a-call",
        received_at=AT,
        timeliness=Timeliness.on_time,
        answers=(answer(1, "first"),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def answer(question: int, text: str) -> Answer:
    return Answer(question, f"q{question}", text, 0.9, How.numbered)


def revision(version: int = 1, **changes: object) -> Revision:
    base = Revision(
        version,
        version,
        f"<{version}@example.org>",
        AT + timedelta(hours=version),
        Timeliness.on_time,
        Authentication.aligned,
        Intent.answer,
        counts=True,
        why="answers-found",
        answers=(answer(1, "first"),),
        unplaced="",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def entry(*revisions: Revision) -> Submission:
    return Submission("K7MQ-3XRT-9HBW", "a-call", "jana@example.org", "Jana", revisions or (revision(),))


def test_the_first_mail_of_somebody_is_a_new_entry() -> None:
    assert decide(History(), reading()) == Change(Became.new, "answers-found", counts=True)


def test_a_first_mail_need_not_be_authenticated() -> None:
    change = decide(History(), reading(sender=Sender("jana@example.org", "", Authentication.neutral)))
    assert change.became is Became.new


def test_an_authenticated_second_mail_is_a_revision_that_counts() -> None:
    change = decide(History(entry()), reading())
    assert (change.became, change.counts) == (Became.revision, True)


@pytest.mark.parametrize("level", [Authentication.neutral, Authentication.fail])
def test_a_second_mail_that_is_not_authenticated_is_kept_apart(level: Authentication) -> None:
    change = decide(History(entry()), reading(sender=Sender("jana@example.org", "Jana", level)))
    assert change == Change(Became.kept_apart, "weaker-than-first")


def test_even_where_the_first_was_not_authenticated_an_unauthenticated_second_changes_nothing() -> None:
    first = revision(authentication=Authentication.neutral)
    change = decide(History(entry(first)), reading(sender=Sender("jana@example.org", "", Authentication.neutral)))
    assert change == Change(Became.kept_apart, "change-not-authenticated")


def test_an_authenticated_mail_wins_over_a_forged_first_one() -> None:
    forged = revision(1, authentication=Authentication.neutral, answers=(answer(1, "forged"), answer(2, "forged too")))
    change = decide(History(entry(forged)), reading())
    real = revision(2, answers=(answer(1, "true"),))
    assert change.became is Became.revision
    assert [a.text for a in current(entry(forged, real))] == ["true"]


def test_upper_and_lower_case_find_each_other_and_give_no_rights() -> None:
    change = decide(History(entry()), reading(sender=Sender("Jana@example.org", "", Authentication.aligned)))
    assert change == Change(Became.kept_apart, "address-spelled-otherwise")


def test_another_spelling_that_nobody_vouches_for_locks_nobody_out() -> None:
    forged = replace(entry(revision(authentication=Authentication.neutral)), address="JANA@example.org")
    change = decide(History(forged), reading())
    assert change == Change(Became.revision, "answers-found", counts=True, address="jana@example.org")
    after = replace(forged, address="jana@example.org", revisions=(*forged.revisions, revision(2)))
    assert decide(History(after), reading()) == Change(Became.revision, "answers-found", counts=True)


@pytest.mark.parametrize("name", ["Jana Novak", ""])
def test_the_name_is_that_of_who_is_sure_and_never_a_forgers(name: str) -> None:
    forged = replace(entry(revision(authentication=Authentication.neutral)), name="Buy pills")
    change = decide(History(forged), reading(sender=Sender("jana@example.org", name, Authentication.aligned)))
    assert change.name == name


def test_an_empty_name_takes_none_away_and_the_latest_one_is_kept() -> None:
    nameless = reading(sender=Sender("jana@example.org", "", Authentication.aligned))
    assert decide(History(entry()), nameless).name is None
    assert decide(History(entry()), reading()).name is None
    married = reading(sender=Sender("jana@example.org", "Jana Horak", Authentication.aligned))
    assert decide(History(entry()), married).name == "Jana Horak"


def test_another_spelling_without_authentication_gives_no_rights_over_an_unauthenticated_mail() -> None:
    first = entry(revision(authentication=Authentication.neutral))
    change = decide(History(first), reading(sender=Sender("JANA@example.org", "", Authentication.neutral)))
    assert change == Change(Became.kept_apart, "address-spelled-otherwise")


def test_a_forged_mail_in_time_does_not_make_the_late_real_one_a_late_change() -> None:
    forged = entry(revision(authentication=Authentication.neutral))
    assert decide(History(forged), reading(timeliness=Timeliness.late)).counts
    late = entry(*forged.revisions, revision(2, timeliness=Timeliness.late))
    assert decide(History(late), reading(timeliness=Timeliness.late)).counts
    in_time = entry(*forged.revisions, revision(2))
    assert decide(History(in_time), reading(timeliness=Timeliness.late)).reason == "late-change-kept-apart"


def test_a_late_revision_keeps_the_first_version() -> None:
    change = decide(History(entry()), reading(timeliness=Timeliness.late))
    assert change == Change(Became.kept_apart, "late-change-kept-apart")


def test_a_revision_within_grace_counts() -> None:
    assert decide(History(entry()), reading(timeliness=Timeliness.grace)).became is Became.revision


def test_who_was_late_from_the_start_may_still_revise() -> None:
    late = entry(revision(timeliness=Timeliness.late))
    assert decide(History(late), reading(timeliness=Timeliness.late)).counts


def test_the_same_mail_again_is_a_duplicate_whatever_else_holds() -> None:
    assert decide(History(entry(), twin=4), reading(timeliness=Timeliness.late)).became is Became.duplicate


def test_the_same_message_id_with_other_content_is_recorded_with_a_note() -> None:
    change = decide(History(entry(), same_id_other_content=True), reading())
    assert (change.became, change.notes) == (Became.revision, ("same-message-id-other-content",))


def test_automatic_mail_is_no_submission_and_keeps_its_reason() -> None:
    change = decide(History(entry()), reading(outcome=Outcome.stored, kind=Kind.auto_reply, reason="auto-submitted"))
    assert change == Change(Became.not_a_submission, "auto-submitted")


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.quarantine, "reason": "sender-unclear"},
        {"outcome": Outcome.refused, "reason": "too-large"},
        {"call": None, "reason": "call-unclear"},
        {"sender": Sender(None, "", Authentication.neutral, "sender-unclear"), "reason": "sender-unclear"},
    ],
)
def test_what_cannot_be_attributed_is_kept_for_a_person(changes: dict[str, object]) -> None:
    change = decide(History(), reading(**changes))
    assert change == Change(Became.quarantined, str(changes["reason"]))


def test_the_current_view_adds_up_and_takes_the_latest_answer_to_each_question() -> None:
    mails = entry(
        revision(1, answers=(answer(1, "old"), answer(3, "third"))),
        revision(2, answers=(answer(1, "new"), answer(2, "second"))),
        revision(3, counts=False, answers=(answer(2, "kept apart"),)),
    )
    assert [(a.question, a.text) for a in current(mails)] == [(1, "new"), (2, "second"), (3, "third")]


def guess(question: int, text: str) -> Answer:
    return Answer(question, f"q{question}", text, 0.35, How.order)


def test_a_guess_by_order_replaces_and_fills_nothing_once_something_was_answered() -> None:
    remarks = (
        guess(1, "I forgot to say that I am vegetarian."),
        guess(2, "My phone number is …"),
        guess(3, "See you in April!"),
    )
    mails = entry(revision(1, answers=(answer(1, "real"), answer(2, "real too"))), revision(2, answers=remarks))
    assert [(a.question, a.text) for a in current(mails)] == [(1, "real"), (2, "real too")]


def test_a_guess_stands_where_nothing_was_answered_before_until_a_surer_answer_comes() -> None:
    guesses = revision(2, answers=(guess(1, "perhaps"), guess(2, "perhaps too")))
    mails = entry(revision(1, answers=()), guesses, revision(3, answers=(answer(2, "sure"),)))
    assert [a.text for a in current(mails)] == ["perhaps", "sure"]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Results in May.", "Please replace my answer to question 4, and add a sentence to question 1:"),
        ("(add) Results in May.", "Some corrections:"),
        ("Results in May.", "I would like to add to my answer:"),
        ("Results in May.", "bitte ergänzen Sie bei Frage 1:"),
        ("Results in May.", "Veuillez ajouter une phrase à la question 1 :"),
    ],
)
def test_an_addition_keeps_the_earlier_words(text: str, beside: str) -> None:
    added = revision(2, intent=Intent.correction, answers=(answer(1, text),), unplaced=beside)
    assert [a.text for a in current(entry(revision(1), added))] == [f"first\n\n{text}"]


@pytest.mark.parametrize(
    "beside",
    ["Please replace my answer to question 1:", "Please add a sentence to question 4 only.", "A correction in addition:"],
)
def test_a_correction_that_adds_nothing_replaces(beside: str) -> None:
    mails = entry(revision(1), revision(2, intent=Intent.correction, answers=(answer(1, "new"),), unplaced=beside))
    assert [a.text for a in current(mails)] == ["new"]


def test_an_addition_that_repeats_the_earlier_words_is_not_joined_twice() -> None:
    added = revision(2, intent=Intent.correction, answers=(answer(1, "First, first and more."),), unplaced="add to my answer")
    assert [a.text for a in current(entry(revision(1), added))] == ["First, first and more."]


def test_who_was_on_time_once_stays_on_time() -> None:
    assert decisive(entry(revision(1), revision(2, timeliness=Timeliness.grace)).revisions).timeliness is Timeliness.on_time


def test_a_forged_mail_in_time_does_not_make_a_late_entry_look_in_time() -> None:
    forged = revision(1, authentication=Authentication.neutral)
    assert decisive(entry(forged, revision(2, timeliness=Timeliness.late)).revisions).timeliness is Timeliness.late
    assert (
        decisive(entry(forged, revision(2, counts=False, timeliness=Timeliness.late)).revisions).timeliness
        is Timeliness.on_time
    )
    unsure = revision(2, authentication=Authentication.neutral, timeliness=Timeliness.late)
    assert decisive(entry(forged, unsure).revisions).timeliness is Timeliness.on_time, "neither is surer than the other"


def test_what_a_person_took_over_stands_as_if_it_were_sure() -> None:
    kept = revision(3, authentication=Authentication.neutral, why=TAKEN_OVER, answers=(answer(1, "taken over"),))
    mails = entry(revision(1), kept)
    assert [a.text for a in current(mails)] == ["taken over"]
    doubted = entry(revision(1, authentication=Authentication.neutral, answers=(answer(2, "doubted"),)), kept)
    assert [a.text for a in current(doubted)] == ["taken over", "doubted"], "nobody was surer, and a person saw both"
    surely = entry(revision(1, authentication=Authentication.neutral, answers=(answer(2, "doubted"),)), revision(2), kept)
    assert [a.text for a in current(surely)] == ["taken over"], "who is sure displaces what nobody vouched for"
