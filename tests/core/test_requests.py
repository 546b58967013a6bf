"""What a mail that asks for something changes: nothing by a word, and by a token only what it is bound to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.core.history import Became, Change, Deed, History, Withdrawn
from mailbot.core.reading import Authentication, Intent, Reading, Sender
from mailbot.core.submission import decide
from mailbot.core.tokens import LIFE, Purpose, Token
from tests.core.test_submission import AT, entry, reading

TOKEN = Token("d" * 64, Purpose.withdraw, "a-call", "jana@example.org", "K7MQ-3XRT-9HBW", "<l@x>", 7, AT, AT + LIFE)


def asks(intent: Intent, **changes: object) -> Reading:
    return reading(**{"intent": intent, "answers": (), **changes})


def said(words: str, **changes: object) -> Reading:
    return asks(Intent.answer, **{"reply": words, **changes})


def brought(**changes: object) -> History:
    return History(entry(), tokens=(replace(TOKEN, **changes),))  # type: ignore[arg-type]


def sender(address: str = "jana@example.org", authentication: Authentication = Authentication.aligned) -> Sender:
    return Sender(address, "Jana", authentication)


def test_a_wish_to_withdraw_changes_nothing_and_is_asked_back() -> None:
    change = decide(History(entry()), asks(Intent.withdrawal))
    assert change == Change(Became.request, "withdrawal-asked", deed=Deed.ask_withdrawal)


def test_who_asks_again_while_the_letter_is_on_its_way_gets_none_beside_it() -> None:
    asked = History(entry(), withdrawal_asked_at=AT - timedelta(hours=23))
    assert decide(asked, asks(Intent.withdrawal)) == Change(Became.request, "withdrawal-asked-again")
    asked = replace(asked, withdrawal_asked_at=AT - timedelta(hours=24))
    assert decide(asked, asks(Intent.withdrawal)).deed is Deed.ask_withdrawal


def test_who_has_an_entry_and_declines_is_asked_back_too() -> None:
    assert decide(History(entry()), asks(Intent.decline)).deed is Deed.ask_withdrawal


def test_answers_beside_a_wish_to_withdraw_are_kept_apart() -> None:
    change = decide(History(entry()), reading(intent=Intent.withdrawal))
    assert (change.became, change.counts, change.deed) == (Became.kept_apart, False, Deed.ask_withdrawal)


@pytest.mark.parametrize(
    ("history", "changes", "reason"),
    [
        (History(), {}, "withdrawal-for-a-person"),
        (History(entry()), {"sender": sender(authentication=Authentication.fail)}, "withdrawal-for-a-person"),
    ],
    ids=["no entry", "disowned by its domain"],
)
def test_a_wish_that_cannot_be_carried_out_goes_to_a_person(history: History, changes: dict[str, object], reason: str) -> None:
    assert decide(history, asks(Intent.withdrawal, **changes)) == Change(Became.quarantined, reason)


@pytest.mark.parametrize(
    ("purpose", "deed", "reason"),
    [
        (Purpose.withdraw, Deed.withdraw, "withdrawn"),
        (Purpose.restore, Deed.restore, "withdrawal-undone"),
        (Purpose.confirm, Deed.confirm, "confirmed-on-behalf"),
    ],
)
def test_a_token_with_a_yes_does_what_it_is_for(purpose: Purpose, deed: Deed, reason: str) -> None:
    change = decide(brought(purpose=purpose), said("Yes"))
    assert change == Change(Became.request, reason, deed=deed, token=replace(TOKEN, purpose=purpose))


def test_a_no_uses_the_token_up_and_does_nothing() -> None:
    change = decide(brought(), said("No, please keep my entry."))
    assert (change.became, change.reason, change.deed) == (Became.request, "withdrawal-refused", None)
    assert change.token == TOKEN


@pytest.mark.parametrize("words", ["", "Thank you!", "Yes, but only if the place cannot be given to my colleague."])
def test_without_a_plain_yes_a_mail_with_a_token_is_a_mail_like_others(words: str) -> None:
    change = decide(brought(), said(words))
    assert (change.became, change.deed, change.token) == (Became.revision, None, None)


def test_answers_beside_a_token_are_answers() -> None:
    change = decide(brought(), reading(reply="Yes"))
    assert (change.became, change.deed) == (Became.revision, None)


@pytest.mark.parametrize(
    ("token", "mail", "reason"),
    [
        ({"call": "another-call"}, {}, "token-of-another-call"),
        ({"address": "eve@example.net"}, {}, "token-of-another-address"),
        ({}, {"sender": sender("eve@example.net")}, "token-of-another-address"),
        ({}, {"sender": sender("jana+x@example.org")}, "token-of-another-address"),
        ({}, {"sender": sender(authentication=Authentication.neutral)}, "token-not-authenticated"),
        ({}, {"sender": sender(authentication=Authentication.fail)}, "token-not-authenticated"),
        ({}, {"received_at": AT + LIFE + timedelta(seconds=1)}, "token-ended"),
    ],
)
def test_a_token_that_does_not_fit_completes_nothing_and_a_person_sees_it(
    token: dict[str, object], mail: dict[str, object], reason: str
) -> None:
    assert decide(brought(**token), said("Yes", **mail)) == Change(Became.quarantined, reason)


def test_a_token_is_good_once() -> None:
    change = decide(brought(used_at=AT), said("Yes"))
    assert change == Change(Became.request, "token-used-before")


def test_a_token_of_somebody_else_that_is_only_quoted_does_not_hold_up_a_mail() -> None:
    change = decide(History(tokens=(replace(TOKEN, address="eve@example.net"),)), reading())
    assert change.became is Became.new


def test_the_newest_good_token_of_a_long_thread_is_meant() -> None:
    newer = replace(TOKEN, digest="e" * 64, purpose=Purpose.restore, made_at=AT + timedelta(minutes=1))
    change = decide(History(entry(), tokens=(replace(TOKEN, used_at=AT), newer)), said("Yes"))
    assert change.token == newer


def test_after_a_withdrawal_answers_are_kept_apart() -> None:
    taken_back = replace(entry(), withdrawn=Withdrawn(AT, "submitter", "by the token of a letter"))
    assert decide(History(taken_back), reading()) == Change(Became.kept_apart, "after-withdrawal")
    assert decide(History(taken_back), asks(Intent.withdrawal)) == Change(Became.request, "withdrawn-before")


def test_a_question_goes_on_to_the_contacts_and_a_fourth_one_of_a_day_to_a_person() -> None:
    assert decide(History(), asks(Intent.question)) == Change(Became.request, "passed-on", deed=Deed.pass_on)
    unsure = asks(Intent.question, sender=sender(authentication=Authentication.neutral))
    assert decide(History(questions_today=3), unsure).became is Became.quarantined
    assert decide(History(questions_today=3), asks(Intent.question)).deed is Deed.pass_on, "those may have been forged"
    assert decide(History(questions_today=6), asks(Intent.question)).became is Became.quarantined


@pytest.mark.parametrize(("intent", "reason"), [(Intent.decline, "declined"), (Intent.recommendation, "recommendation")])
def test_who_does_not_take_part_or_names_somebody_is_thanked(intent: Intent, reason: str) -> None:
    assert decide(History(), asks(intent)) == Change(Became.request, reason, deed=Deed.thank)


def test_an_organisers_answer_is_noted_and_is_never_an_entry() -> None:
    history = History(question=3, from_contact=True)
    assert decide(history, said("It is paid.")) == Change(Became.request, "answered-by-organiser", deed=Deed.note_answer)
    assert decide(history, reading()).became is Became.new, "who answers the call is a candidate"
    unsure = said("It is paid.", sender=sender("ann@example.org", Authentication.neutral))
    assert decide(history, unsure) == Change(Became.quarantined, "organiser-not-authenticated")


def test_the_same_request_twice_is_one() -> None:
    assert decide(History(entry(), twin=3), asks(Intent.withdrawal)).became is Became.duplicate


INVITED = replace(TOKEN, purpose=Purpose.offer)


def test_an_offered_place_is_taken_or_given_back_by_the_reply_to_its_letter() -> None:
    brings = brought(purpose=Purpose.offer)
    assert decide(brings, said("Yes, I am vegetarian.")) == Change(
        Became.request, "offer-accepted", deed=Deed.accept, token=INVITED
    )
    given_back = Change(Became.request, "offer-given-back", deed=Deed.give_back, token=INVITED)
    assert decide(brings, said("I have to cancel my participation.")) == given_back
    for intent in (Intent.decline, Intent.withdrawal):
        assert decide(brings, asks(intent, reply="I can no longer attend, sorry.")) == given_back


def test_an_offer_can_be_answered_again_until_it_ends_and_by_who_is_not_disowned() -> None:
    used = brought(purpose=Purpose.offer, used_at=AT)
    assert decide(used, said("No")).deed is Deed.give_back
    unsure = said("Yes", sender=sender(authentication=Authentication.neutral))
    assert decide(used, unsure).deed is Deed.accept


def test_what_is_neither_yes_nor_no_to_an_offer_waits_for_a_person_and_is_no_version_of_the_entry() -> None:
    brings = brought(purpose=Purpose.offer)
    again = {"deed": Deed.ask_again, "token": brings.tokens[0]}
    unclear = Change(Became.quarantined, "answer-to-invitation-unclear", **again)  # type: ignore[arg-type]
    for words in ("", "Thank you!", "Yes, if my travel is paid.", "My colleague can come instead."):
        for intent in (Intent.answer, Intent.decline, Intent.recommendation):
            assert decide(brings, asks(intent, reply=words)) == unclear


def test_beside_an_offer_questions_withdrawals_and_answers_go_their_way() -> None:
    brings = brought(purpose=Purpose.offer)
    assert decide(brings, asks(Intent.question, reply="Is it hybrid?")).reason == "passed-on"
    assert decide(brings, asks(Intent.withdrawal, reply="Please withdraw my application.")).reason == "withdrawal-asked"
    assert decide(brings, reading(reply="Yes")).became is Became.revision


@pytest.mark.parametrize("words", ["Yes", "No", "Perhaps."])
@pytest.mark.parametrize(
    ("token", "mail", "reason"),
    [
        ({"address": "eve@example.net"}, {}, "token-of-another-address"),
        ({}, {"sender": sender("eve@example.net")}, "token-of-another-address"),
        ({}, {"sender": sender(authentication=Authentication.fail)}, "token-not-authenticated"),
        ({}, {"received_at": AT + LIFE + timedelta(seconds=1)}, "token-ended"),
    ],
)
def test_an_answer_to_an_offer_that_does_not_fit_changes_nothing(
    words: str, token: dict[str, object], mail: dict[str, object], reason: str
) -> None:
    assert decide(brought(purpose=Purpose.offer, **token), said(words, **mail)) == Change(Became.quarantined, reason)


def test_a_yes_with_the_code_of_another_calls_offer_takes_no_place() -> None:
    other = brought(purpose=Purpose.offer, call="another-call")
    assert decide(other, said("Yes")) == Change(Became.quarantined, "token-of-another-call")
    assert decide(other, said("Here is more about me.")).became is Became.revision
