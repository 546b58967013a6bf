"""One mail from its bytes to all that it says: kind, call, answers, intent, outcome, and whether it may be acknowledged."""

import os
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.call import Call
from mailbot.core.keyed import letter_message_id
from mailbot.core.language import language
from mailbot.core.reading import Authentication, How, Intent, Kind, Outcome, Own, Reading, Timeliness, read

NOON = datetime(2023, 3, 10, 12, 0, tzinfo=UTC)
OWN = Own(
    addresses=frozenset({"time@calls.example.org", "health@calls.example.org"}),
    domain="calls.example.org",
    key=b"a key of thirty-two octets, about",
    authserv_ids=frozenset({"mx.calls.example.org"}),
)
QUESTIONS = (
    "What is your experience with rehabilitation?",
    "What role does time play in your work?",
    "Which challenges do you meet?",
)
NUMBERED = "Dear all,\n\n1. Ten years in prisons.\n2. A great one.\n3. Money.\n\nKind regards\nJana Novakova\n"


def a_call(slug: str = "time", *, mailbox: str = "default", address: str = "") -> Call:
    return Call.model_validate(
        {
            "slug": slug,
            "title": "A call",
            "zone": "Europe/Brussels",
            "questions": [{"id": f"q{n}", "text": text} for n, text in enumerate(QUESTIONS, 1)],
            "deadline": {"day": "2023-03-13"},
            "contacts": [{"name": "Rik", "address": "rik@example.org"}],
            "mailbox": mailbox,
            "addresses": [address or f"{slug}@calls.example.org"],
        }
    )


TIME = a_call()
HEALTH = a_call("health")
ALIGNED = "mx.calls.example.org; dmarc=pass header.from=prison.example; dkim=pass header.d=prison.example"


def mail(body: str = NUMBERED, **headers: str | None) -> bytes:
    """A mail from a candidate; a header given as None is left out, `_` in names stands for `-`."""
    given: dict[str, str | None] = {
        "Return-Path": "<jana@prison.example>",
        "Delivered-To": "time@calls.example.org",
        "Authentication-Results": ALIGNED,
        "From": "Jana Novakova <jana@prison.example>",
        "To": "time@calls.example.org",
        "Subject": "Re: A call",
        "Date": "Fri, 10 Mar 2023 11:59:00 +0000",
        "Message-ID": "<one@prison.example>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    given.update({name.replace("_", "-"): value for name, value in headers.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value is not None)
    return head.encode() + b"\r\n" + body.replace("\n", "\r\n").encode()


def reading(raw: bytes, *calls: Call, at: datetime = NOON, mailbox: str | None = "default") -> Reading:
    return read(raw, at, calls or (TIME,), OWN, mailbox=mailbox)


def test_a_reply_is_read_from_bytes_to_answers() -> None:
    found = reading(mail())
    assert (found.kind, found.outcome, found.reason, found.ack) == (Kind.human, Outcome.submission, "answers-found", True)
    assert (found.call, found.timeliness, found.intent) == ("time", Timeliness.on_time, Intent.answer)
    assert found.sender.address == "jana@prison.example"
    assert found.sender.authentication is Authentication.aligned
    assert [(a.question_id, a.text, a.how) for a in found.answers] == [
        ("q1", "Ten years in prisons.", How.numbered),
        ("q2", "A great one.", How.numbered),
        ("q3", "Money.", How.numbered),
    ]
    assert found.signature.strip() == "Kind regards\nJana Novakova"
    assert found.message_id == "<one@prison.example>"
    assert found.language == "en"


def test_timeliness_is_judged_by_when_the_server_took_it_and_not_by_its_date() -> None:
    backdated = mail(Date="Fri, 10 Mar 2023 11:59:00 +0000")
    assert reading(backdated, at=datetime(2023, 3, 13, 22, 59, 59, tzinfo=UTC)).timeliness is Timeliness.on_time
    assert reading(backdated, at=datetime(2023, 3, 13, 23, 0, tzinfo=UTC)).timeliness is Timeliness.grace
    assert reading(backdated, at=datetime(2023, 3, 20, tzinfo=UTC)).timeliness is Timeliness.late


# which call


def test_the_address_the_server_recorded_chooses_the_call() -> None:
    assert reading(mail(Delivered_To="health@calls.example.org"), TIME, HEALTH).call == "health"


def test_to_and_cc_choose_the_call_where_the_server_records_nothing() -> None:
    raw = mail(Delivered_To=None, To="someone@else.example", Cc="Calls <HEALTH@calls.example.org>")
    assert reading(raw, TIME, HEALTH).call == "health"


def test_a_plus_tag_is_no_other_address() -> None:
    assert reading(mail(Delivered_To="time+anything@calls.example.org"), TIME, HEALTH).call == "time"


def test_the_only_call_of_a_mailbox_needs_no_address() -> None:
    raw = mail(Delivered_To="postbox@calls.example.org", To="undisclosed-recipients:;")
    assert reading(raw, TIME, a_call("health", mailbox="other")).call == "time"


def test_a_letter_of_ours_that_is_answered_chooses_between_calls_of_one_address() -> None:
    calls = [a_call(slug, address="all@calls.example.org") for slug in ("time", "health")]
    ours = letter_message_id("acknowledgement", "health", "0" * 64, OWN)
    raw = mail(Delivered_To="all@calls.example.org", To="all@calls.example.org", In_Reply_To=ours)
    found = reading(raw, *calls)
    assert (found.call, found.thread) == ("health", (ours,))


@pytest.mark.parametrize(("kind", "guessed"), [("acknowledgement", 0), ("reminder", 0), ("notice", 3)])
def test_a_guess_by_order_is_dropped_only_below_a_letter_to_who_has_answered(kind: str, guessed: int) -> None:
    ours = letter_message_id(kind, "time", "0" * 64, OWN)
    prose = "Nobody in our valley had heard of it.\n\nIt rained on every afternoon.\n\nMy neighbour sold the last cow in May."
    found = reading(mail(prose, In_Reply_To=ours), a_call())
    assert (found.thread, len(found.answers)) == ((ours,), guessed)


def test_a_forged_thread_chooses_nothing_and_a_person_decides() -> None:
    calls = [a_call(slug, address="all@calls.example.org") for slug in ("time", "health")]
    forged = letter_message_id("acknowledgement", "health", "0" * 64, Own(domain=OWN.domain, key=b"another key of many octets"))
    found = reading(mail(Delivered_To="all@calls.example.org", In_Reply_To=forged), *calls)
    assert (found.call, found.thread, found.outcome, found.reason) == (None, (), Outcome.quarantine, "call-unclear")


def test_a_mail_for_a_call_of_another_mailbox_is_for_a_person() -> None:
    found = reading(mail(), a_call(mailbox="other"), HEALTH)
    assert (found.outcome, found.reason, found.ack) == (Outcome.quarantine, "call-unclear", False)


def test_a_mail_in_a_mailbox_without_calls_is_for_a_person() -> None:
    found = reading(mail(Delivered_To=None, To="x@else.example"), a_call(mailbox="other"), mailbox="empty")
    assert (found.call, found.outcome, found.reason, found.timeliness) == (None, Outcome.quarantine, "no-call", None)


def test_headers_a_sender_made_up_choose_nothing() -> None:
    raw = mail(X_Mailbot_Call="health", Subject="health@calls.example.org")
    assert reading(raw, TIME, HEALTH).call == "time"


# outcome and acknowledgement


def test_prose_that_fits_no_question_is_a_submission_with_everything_unplaced() -> None:
    found = reading(mail("Hello,\n\nI would like to take part, I know the matter well.\n"))
    assert (found.outcome, found.reason, found.ack) == (Outcome.submission, "answers-unplaced", True)
    assert found.unanswered == (1, 2, 3)
    assert found.unplaced == "I would like to take part, I know the matter well."


def test_an_empty_reply_is_for_a_person() -> None:
    found = reading(mail("\n\nOn 6 March 2023 at 09:00, A <a@calls.example.org> wrote:\n> Please answer.\n"))
    assert (found.outcome, found.reason, found.intent) == (Outcome.quarantine, "nothing-written", Intent.none)


def test_a_sender_whose_authentication_failed_is_for_a_person() -> None:
    failed = "mx.calls.example.org; dmarc=fail header.from=prison.example; dkim=none; spf=fail"
    found = reading(mail(Authentication_Results=failed))
    assert (found.outcome, found.reason, found.ack) == (Outcome.quarantine, "authentication-failed", False)


def test_two_senders_are_nobody() -> None:
    found = reading(mail(From="Jana <jana@prison.example>, Eva <eva@prison.example>"))
    assert found.outcome is Outcome.quarantine
    assert found.sender.address is None
    assert not found.ack


@pytest.mark.parametrize("name", ["From", "Subject", "Message-ID"])
def test_a_header_that_stands_twice_and_may_not_is_for_a_person(name: str) -> None:
    raw = f"{name}: <other@prison.example>\r\n".encode() + mail()
    found = reading(raw)
    assert (found.outcome, found.ack) == (Outcome.quarantine, False)


@pytest.mark.parametrize(
    ("path", "results", "ack"),
    [
        ("<jana@prison.example>", None, True),
        ("<JANA@prison.example>", None, True),
        ("<bounces+1@sender.example>", None, False),
        ("<bounces+1@sender.example>", ALIGNED, True),
        (None, None, True),
        ("<>", None, False),
    ],
)
def test_an_unproven_sender_is_acknowledged_only_where_the_envelope_agrees(
    path: str | None, results: str | None, ack: bool
) -> None:
    assert reading(mail(Return_Path=path, Authentication_Results=results)).ack is ack


def test_an_automatic_reply_is_stored_and_never_acknowledged() -> None:
    found = reading(mail(Auto_Submitted="auto-replied"))
    assert (found.kind, found.outcome, found.ack, found.answers) == (Kind.auto_reply, Outcome.stored, False, ())
    assert found.intent is Intent.none


def test_a_discussion_on_a_list_is_stored() -> None:
    found = reading(mail("Hello all,\n\nhas anybody been there before?\n", List_Id="<people.lists.example>", Precedence="list"))
    assert (found.kind, found.outcome, found.ack, found.answers) == (Kind.list, Outcome.stored, False, ())


def test_answers_that_came_by_a_list_are_kept_and_not_acknowledged() -> None:
    found = reading(mail(List_Id="<people.lists.example>", Precedence="list"))
    assert (found.kind, found.outcome, found.ack, len(found.answers)) == (Kind.list, Outcome.submission, False, 3)


@pytest.mark.parametrize(
    "header",
    [
        {"List_Unsubscribe": "<https://news.example/u>", "Subject": "Our answers"},
        {"From": "noreply@desk.example", "Auto_Submitted": "auto-generated", "Subject": "Our answers"},
        {"Auto_Submitted": "auto-generated", "In_Reply_To": "<call@calls.example.org>"},
    ],
    ids=["newsletter", "notification", "help desk"],
)
def test_answers_in_mail_that_looks_sent_to_many_are_shown_to_a_person(header: dict[str, str]) -> None:
    found = reading(mail(**header))
    assert (found.outcome, found.reason, found.ack, len(found.answers)) == (
        Outcome.quarantine,
        "answers-in-bulk-mail",
        False,
        3,
    )


def test_a_newsletter_without_answers_is_stored() -> None:
    found = reading(mail("Two new reports.\n", List_Unsubscribe="<https://news.example/u>", Subject="News"))
    assert (found.kind, found.outcome, found.answers) == (Kind.newsletter, Outcome.stored, ())


def test_talk_about_our_letter_on_a_list_is_shown_to_a_person() -> None:
    letter = letter_message_id("acknowledgement", "time", "0" * 64, OWN)
    found = reading(mail("Lovely people, they had me in 2019.\n", List_Id="<people.lists.example>", In_Reply_To=letter))
    assert (found.kind, found.outcome, found.reason, found.ack) == (Kind.human, Outcome.quarantine, "via-list", False)


def test_a_portal_that_holds_somebody_s_files_is_shown_to_a_person() -> None:
    raw = mail("Jana sent you files.", From="WeTransfer <noreply@wetransfer.com>", Subject="jana@prison.example sent you files")
    found = reading(raw)
    assert (found.kind, found.outcome, found.reason, found.ack) == (Kind.newsletter, Outcome.quarantine, "portal-notice", False)


def test_a_bounce_names_the_letter_of_ours_that_it_returns() -> None:
    ours = letter_message_id("acknowledgement", "time", "0" * 64, OWN)
    body = (
        f"--b\nContent-Type: text/plain\n\nFailed.\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b\n"
        f"Content-Type: text/rfc822-headers\n\nMessage-ID: {ours}\nFrom: time@calls.example.org\n\n--b--\n"
    )
    headers = {"Return-Path": "<>", "From": "MAILER-DAEMON@prison.example", "Authentication-Results": None}
    found = reading(mail(body, Content_Type="multipart/report; report-type=delivery-status; boundary=b", **headers))
    assert (found.kind, found.outcome, found.returned) == (Kind.bounce, Outcome.stored, ours)
    assert (
        reading(
            mail(
                body.replace(ours[9:20], "z" * 11),
                Content_Type="multipart/report; report-type=delivery-status; boundary=b",
                **headers,
            )
        ).returned
        is None
    )


@pytest.mark.parametrize(
    ("raw", "outcome", "reason"), [(b"", Outcome.refused, "empty"), (b"\r\n \r\n", Outcome.refused, "empty")]
)
def test_a_mail_without_anything_is_refused(raw: bytes, outcome: Outcome, reason: str) -> None:
    found = reading(raw)
    assert (found.outcome, found.reason, found.ack) == (outcome, reason, False)


# intent


@pytest.mark.parametrize(
    ("body", "intent"),
    [
        ("Dear Rik,\n\nunfortunately I have to withdraw my application.\n", Intent.withdrawal),
        ("Bonjour,\n\nje souhaite retirer ma candidature.\n", Intent.withdrawal),
        ("Guten Tag,\n\nhiermit ziehe ich meine Bewerbung zurück.\n", Intent.withdrawal),
        ("Hello,\n\nI am sorry, I cannot attend the meeting.\n", Intent.decline),
        ("Liebe Frau Korn,\n\nleider kann ich am 4. April nicht teilnehmen.\n", Intent.decline),
        ("Bonjour,\n\nmalheureusement je ne peux pas participer.\n", Intent.decline),
        ("Hello,\n\nis the meeting in English?\n", Intent.question),
        ("Guten Tag,\n\nich habe eine Frage zum Ort der Sitzung.\n", Intent.question),
        ("Hello,\n\na correction to my answer to question 2:\n\n2. Six months.\n", Intent.correction),
        ("Bonjour,\n\nje voudrais corriger ma réponse :\n\n2. Six mois.\n", Intent.correction),
        ("Guten Tag,\n\nbitte ersetzen Sie meine Antwort durch diese:\n\n2. Sechs Monate.\n", Intent.correction),
        (NUMBERED, Intent.answer),
        (NUMBERED.replace("Money.", "Clients who withdraw from the meeting, and who cannot attend."), Intent.answer),
        ("I would like to take part.", Intent.answer),
    ],
)
def test_what_the_sender_wants_is_recognised_by_words_outside_the_answers(body: str, intent: Intent) -> None:
    assert reading(mail(body)).intent is intent


@pytest.mark.parametrize("wish", ["I have to withdraw my application.", "I cannot attend.", "Is it in English?"])
def test_what_asks_for_something_says_so(wish: str) -> None:
    found = reading(mail(f"Hello,\n\n{wish}\n"))
    assert found.intent in (Intent.withdrawal, Intent.decline, Intent.question)
    assert (found.outcome, found.reason, found.answers) == (Outcome.submission, f"{found.intent}-found", ())


def test_what_somebody_else_wrote_is_a_forward() -> None:
    forwarded = "From: Aylin <aylin@else.example>\nDate: 6 March 2023\nTo: Jana\nSubject: answers\n\n1. Ten years.\n"
    raw = mail(f"Hello, I forward her answers.\n\n---------- Forwarded message ----------\n{forwarded}", Subject="Fwd: answers")
    assert reading(raw).intent is Intent.forward


def test_a_mail_attached_whole_is_a_forward() -> None:
    body = "--b\nContent-Type: message/rfc822\n\nFrom: Aylin <aylin@else.example>\nSubject: answers\n\n1. Ten years.\n--b--\n"
    found = reading(mail(body, Subject="FW: answers", Content_Type="multipart/mixed; boundary=b"))
    assert (found.intent, found.reason, found.answers) == (Intent.forward, "forward-found", ())


def test_our_own_announcement_below_a_reply_makes_no_forward() -> None:
    ours = "From: Calls <time@calls.example.org>\nSent: Monday\nTo: Jana\nSubject: A call\n\nPlease answer.\n"
    assert reading(mail(f"I would like to take part.\n\n{ours}", Subject="FW: A call")).intent is Intent.answer


def test_a_word_of_thanks_below_our_letter_answers_nothing() -> None:
    ours = letter_message_id("acknowledgement", "time", "0" * 64, OWN)
    found = reading(mail("Thank you for the quick answer.\n\nI look forward to it.\n\nSee you.\n", In_Reply_To=ours))
    assert found.answers == ()
    assert "Thank you for the quick answer." in found.unplaced


def test_the_language_is_that_of_the_answers_and_not_of_the_questions_they_repeat() -> None:
    answers = ("Dix ans en prison.", "Un grand rôle.", "Le financement.")
    asked = "\n\n".join(f"Q: {text}\n{answer}" for text, answer in zip(QUESTIONS, answers, strict=True))
    assert reading(mail(f"{asked}\n")).language == "fr"
    assert reading(mail(asked.replace("rehabilitation?", "the rehabilitation?"))).language == "fr"


# without a call, and for any bytes


def test_without_calls_only_kind_ack_and_the_three_parts_are_judged() -> None:
    found = read(mail(), NOON, (), OWN)
    assert (found.kind, found.ack, found.call, found.timeliness, found.answers) == (Kind.human, True, None, None, ())
    assert found.reply.strip().startswith("Dear all,")


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/St_Johns"])
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def test_the_same_mail_is_read_the_same_wherever_the_server_stands(zone: str) -> None:
    at = datetime(2023, 3, 13, 22, 59, 59, tzinfo=UTC)
    first, second = reading(mail(), at=at), reading(mail(), at=at)
    assert first == second
    assert first.timeliness is Timeliness.on_time
    assert first.received_at == at


def test_every_demo_mail_is_read_twice_the_same() -> None:
    mails = sorted(Path(__file__).parents[2].glob("mailbot/demo/mails/*.eml"))
    assert mails
    for path in mails:
        raw = path.read_bytes()
        assert reading(raw, TIME, HEALTH) == reading(raw, TIME, HEALTH)


@given(st.one_of(st.binary(max_size=2000), st.builds(mail, st.text(max_size=500))))
def test_any_bytes_are_read_without_an_exception_and_without_loss(raw: bytes) -> None:
    found = reading(raw, TIME, HEALTH)
    for line in found.text.split("\n"):
        assert any(line in part for part in (found.reply, found.quoted, found.signature))
    if found.ack:
        assert found.outcome is Outcome.submission
        assert found.kind is Kind.human
    assert all(getattr(found, field.name) == getattr(reading(raw, TIME, HEALTH), field.name) for field in fields(found))


def test_a_name_or_a_few_words_do_not_change_the_language_in_which_the_call_asks() -> None:
    attached = "Please find attached. Best, José García López"
    assert (language(attached, "en"), language(attached, "xx")) == ("en", "es")
    assert (language("Yes, no, 12 May", "en"), language("Ich bin Koch", "de")) == ("en", "de")
    assert language("Trabajo en un hospital de Sevilla desde 2010.", "en") == "es"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I have worked in prisons for ten years.", "en"),
        ("Ich arbeite seit zehn Jahren im Strafvollzug.", "de"),
        ("Je travaille depuis dix ans dans une prison.", "fr"),
        ("Od dziesięciu lat pracuję w więzieniu.", "pl"),
        ("ok", "xx"),
        ("", "xx"),
        ("12345 67890 13 14", "xx"),
        ("Anna Kowalska", "xx"),
    ],
)
def test_the_language_is_that_of_the_words_or_the_call_s_when_there_are_few(text: str, code: str) -> None:
    assert language(text, "xx") == code
