"""Which kind of mail, for which reason, and whether it may be acknowledged."""

import pytest

from mailbot.core.classify import Classified, classify
from mailbot.core.keyed import letter_message_id, local_part
from mailbot.core.message import Message
from mailbot.core.sender import sender
from tests.core.mails import OWN, mail, multipart


def judged(message: Message) -> Classified:
    return classify(message, sender(message, OWN), OWN)


def outcome(**fields: str) -> tuple[str, str, bool]:
    body = fields.pop("body", "1. Eleven years of probation work.\n")
    found = judged(mail(body, **fields))
    return found.kind, found.reason, found.ack


def report(kind: str, part: str = "", **fields: str) -> tuple[str, str, bool]:
    parts = multipart("report", "\r\nA report.", f"Content-Type: message/{kind}\r\n\r\n{part}")
    parts["content_type"] = f"{parts['content_type']!s}; report-type={kind}"
    found = judged(mail(**parts, **fields))  # type: ignore[arg-type]
    return found.kind, found.reason, found.ack


def test_a_plain_answer_is_a_persons_and_may_be_acknowledged() -> None:
    assert outcome() == ("human", "human", True)


@pytest.mark.parametrize(
    "fields",
    [
        {"auto_submitted": "no"},
        {"auto_submitted": "No (typed by hand); x=y"},
        {"x_auto_response_suppress": "DR, NDR, RN, NRN, OOF"},
        {"precedence": "first-class"},
        {"subject": "Re: Automatic reply: Call"},
        {"subject": "AW: Automatische Antwort: Aufruf"},
        {"subject": "Automatic risk assessment, a question"},
        {"subject": "Fwd: Undelivered Mail Returned to Sender", "body": "Did you see this? 550 5.1.1 user unknown\n"},
        {"subject": "Re: withdrawal", "body": "I will be on leave and out of the office, so I withdraw.\n"},
        {"list_unsubscribe": "<https://crm.example/u>", "in_reply_to": "<call@intake.example>"},
        {"feedback_id": "1:2:3", "in_reply_to": "<call@intake.example>"},
        {"feedback_id": "1:2:3", "subject": "AW: Call for participants"},
        {"x_sg_eid": "abc", "list_unsubscribe": "<https://crm.example/u>", "subject": "Re: Call for participants"},
        {"return_path": ""},
    ],
    ids=lambda fields: next(iter(fields)) + " " + next(iter(fields.values()))[:30],
)
def test_a_person_is_acknowledged_whatever_it_reminds_of(fields: dict[str, str]) -> None:
    assert outcome(**fields) == ("human", "human", True)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"return_path": "<>"}, "null-return-path"),
        ({"x_auto_response_suppress": "All"}, "asks-for-no-automatic-reply"),
        ({"x_auto_response_suppress": "OOF, AutoReply"}, "asks-for-no-automatic-reply"),
        ({"precedence": "bulk"}, "precedence"),
        ({"subject": "Automatic reply: Call"}, "auto-reply-prefix"),
        ({"return_path": "<owner-forum@lists.example>"}, "list-return-path"),
        ({"x_mailbot_loop": "anything"}, "loop-header"),
        ({"from_": "scanner@probation.example"}, "device"),
        ({"from_": "noreply@probation.example", "in_reply_to": "<call@intake.example>"}, "machine-address"),
        ({"from_": "jana@probation.example, petr@probation.example"}, "sender-problem"),
        ({"subject": "News", "body": "Our work this month. To unsubscribe, write to us.\n"}, "newsletter-words"),
        ({"subject": "Jana sent you a file", "body": "Download it until Friday.\n"}, "portal-words"),
        ({"body": "He has been held since May and is held until trial.\n"}, "challenge-words"),
        (
            {"auto_submitted": "auto-generated", "x_servicenow_generated": "true", "in_reply_to": "<call@intake.example>"},
            "servicenow",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_merely_looks_automatic_is_read_and_only_not_acknowledged(fields: dict[str, str], reason: str) -> None:
    assert outcome(**fields) == ("human", reason, False)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"auto_submitted": "auto-replied (zimbra; vacation)"}, "auto-submitted"),
        ({"auto_submitted": "Auto-Generated", "in_reply_to": "<call@intake.example>"}, "auto-submitted"),
        ({"x_apple_action": "VACATION"}, "auto-reply-header"),
        ({"x_autoreply": "yes"}, "auto-reply-header"),
        ({"precedence": "auto_reply"}, "auto-reply-header"),
        ({"x_auto_response_suppress": "All", "x_ms_exchange_inbox_rules_loop": "jana@probation.example"}, "exchange-rule"),
        ({"subject": "Abwesenheitsnotiz: Call", "return_path": "<>"}, "auto-reply-prefix-and-header"),
        (
            {"subject": "Réponse automatique : Call", "body": "Je suis absente jusqu'au 3 mars.\n"},
            "auto-reply-prefix-and-words",
        ),
        (
            {"subject": "AUTO: Jana is out of the office", "body": "This is an automated response.\n"},
            "auto-reply-prefix-and-words",
        ),
        ({"subject": "Call", "return_path": "<>", "body": "Jestem na urlopie.\n"}, "null-path-and-words"),
        ({"subject": "[EXTERNAL] Out of Office: Call", "body": "I am on leave.\n"}, "auto-reply-prefix-and-words"),
        ({"subject": "Automatisk svar: Call", "x_auto_response_suppress": "All"}, "auto-reply-prefix-and-header"),
        (
            {"subject": "Automatic reply: Call", "body": "See you in May.\n", "in_reply_to": "<call@intake.example>"},
            "auto-reply-prefix-and-thread",
        ),
        ({"subject": "Call", "return_path": "<>", "body": "This mailbox is\nno longer in use.\n"}, "null-path-and-words"),
        ({"subject": "[Ticket 20456] Call", "body": "Your request has been received.\n"}, "ticket-receipt"),
        ({"subject": "Neues Ticket", "body": "Wir haben Ihre Anfrage erhalten.\n"}, "ticket-receipt"),
        (
            {"subject": "Hemos recibido tu mensaje", "body": "Te responderemos.\n", "in_reply_to": "<1@a.example>"},
            "ticket-receipt",
        ),
        ({"subject": "Virus in your mail", "from_": "amavis@probation.example", "body": "It is infected.\n"}, "virus-warning"),
        ({"subject": "Banned file in your mail", "body": "Your message was blocked.\n"}, "virus-warning"),
    ],
)
def test_an_automatic_reply_takes_a_field_of_its_own_or_two_signs(fields: dict[str, str], reason: str) -> None:
    assert outcome(**fields) == ("auto_reply", reason, False)


@pytest.mark.parametrize(
    "subject", ["Automatisk svar", "Odpowiedź automatyczna", "Automatická odpoveď", "自動応答", "Αυτόματη απάντηση"]
)
def test_prefixes_of_many_languages_need_their_second_sign(subject: str) -> None:
    assert outcome(subject=f"{subject}: Call", return_path="<>")[0] == "auto_reply"
    assert outcome(subject=f"{subject}: Call")[0] == "human"


ANSWERS = "I am on leave from Monday, so today:\n1. Eleven years of probation work.\n2. The family room.\n"


@pytest.mark.parametrize(
    ("fields", "reason", "ack"),
    [
        ({"subject": "Out of office until 3 March - my answers"}, "human", True),
        ({"subject": "We have received your invitation", "body": "We have received your letter with joy.\n"}, "human", True),
        ({"subject": "The virus and visits", "body": "A visitor was infected, visits were blocked.\n"}, "human", True),
        (
            {"subject": "Re: Call [ticket 229]", "body": "Es ist bei uns eingegangen.\n", "in_reply_to": "<1@a.example>"},
            "human",
            True,
        ),
        ({"subject": "Out of office next week", "body": "I am on leave, so I write today.\n"}, "auto-reply-prefix", False),
        ({"subject": "Undeliverable letters: my answers", "body": f"It could not be delivered.\n{ANSWERS}"}, "human", True),
        ({"subject": "Read: my answers", "body": f"It has been read.\n{ANSWERS}"}, "human", True),
        ({"from_": "bounce@circus.example", "return_path": "<bounce@circus.example>"}, "human", True),
        ({"subject": "[#2291] Call", "body": f"Your request has been received.\n{ANSWERS}"}, "human", True),
        ({"subject": "Automatic reply: Call"}, "auto-reply-prefix", False),
        ({"subject": "Call", "return_path": "<>"}, "null-return-path", False),
        ({"subject": "Call", "from_": "noreply@probation.example"}, "machine-address", False),
        ({"x_campaign": "none", "in_reply_to": "<call@intake.example>", "body": "Yes.\n"}, "bulk-fields", False),
        ({"body": "I come. Please do not reply to this address.\n"}, "says-it-is-automatic", False),
        ({"subject": "Re: [Ticket 20456] Call", "body": "Our answer has been received.\n"}, "ticket-words", False),
    ],
)
def test_people_outweigh_words_that_only_sound_automatic(fields: dict[str, str], reason: str, ack: bool) -> None:
    assert outcome(**({"body": ANSWERS} | fields)) == ("human", reason, ack)


@pytest.mark.parametrize(
    "body",
    [
        "I am on leave.\n1. Press: jana@probation.example\n2. Visits: +32 2 555 01 00\n",
        "I am on leave.\n> 1. Eleven years\n> 2. The family room\n",
        "I am on leave.\n1. Where do you work?\n2. Since when?\n",
    ],
    ids=["whom to call", "quoted", "our questions"],
)
def test_numbers_of_an_absence_notice_are_no_answers(body: str) -> None:
    assert outcome(subject="Out of office", body=body) == ("auto_reply", "auto-reply-prefix-and-words", False)


def test_the_senders_own_words_count_where_they_are_known() -> None:
    message = mail(f"I am on leave.\n{ANSWERS}", subject="Out of office")
    assert judged(message).kind == "human"
    assert classify(message, sender(message, OWN), OWN, "I am on leave.\n").kind == "auto_reply"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"x_failed_recipients": "petr@probation.example"}, "bounce-header"),
        ({"from_": "Mail Delivery System <MAILER-DAEMON@mx.example>"}, "mailer-daemon"),
        ({"from_": "<>", "return_path": "<>"}, "mailer-daemon"),
        ({"subject": "Unzustellbar: Call", "return_path": "<>"}, "bounce-by-its-words"),
        ({"subject": "Blocked", "return_path": "<>", "body": "It has NOT BEEN DELIVERED.\n"}, "bounce-by-its-words"),
        ({"subject": "Mail could not be delivered", "body": "550 5.1.1 unknown user\n"}, "bounce-by-its-words"),
    ],
)
def test_bounces_of_old_servers_are_bounces(fields: dict[str, str], reason: str) -> None:
    assert outcome(**fields) == ("bounce", reason, False)


def test_reports_are_known_by_their_structure() -> None:
    assert report("delivery-status") == ("bounce", "delivery-report", False)
    assert report("disposition-notification") == ("mdn", "read-receipt", False)
    assert report("feedback-report") == ("arf", "feedback-report", False)


def test_a_forwarded_delivery_report_is_a_persons_mail() -> None:
    inner = "Content-Type: multipart/report; report-type=delivery-status; boundary=in\r\n\r\n--in\r\n\r\nfailed\r\n--in--"
    parts = multipart("mixed", "\r\nWhat is this?", f"Content-Type: message/rfc822\r\n\r\n{inner}")
    assert judged(mail(**parts)).kind == "human"  # type: ignore[arg-type]


def test_a_receipt_in_plain_text_takes_prefix_and_words() -> None:
    assert outcome(subject="Gelesen: Call", body="Ihre Nachricht wurde am 3.2. gelesen.\n")[0] == "mdn"
    assert outcome(subject="Read: this first", body="1. Eleven years.\n")[0] == "human"


@pytest.mark.parametrize("subject", ["Report domain: intake.example Submitter: mx.example", "TLS report for intake.example"])
def test_traffic_reports_are_machine_reports(subject: str) -> None:
    assert outcome(subject=subject)[:2] == ("arf", "traffic-report")


def test_an_invitation_is_calendar_and_an_attached_ics_is_not() -> None:
    ics = "Content-Type: text/calendar\r\n{}\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR"
    invited = multipart("alternative", "\r\nYes", ics.format(""))
    attached = multipart("mixed", "\r\n1. Nine years", ics.format("Content-Disposition: attachment; filename=leave.ics\r\n"))
    assert judged(mail(**invited)).kind == "calendar"  # type: ignore[arg-type]
    assert judged(mail(**attached)).kind == "human"  # type: ignore[arg-type]


def test_an_event_attached_under_its_own_name_is_calendar() -> None:
    ics = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:Riga\r\nEND:VCALENDAR"
    kind = "Content-Type: text/calendar\r\nContent-Disposition: attachment; filename=i.ics\r\n\r\n"
    parts = multipart("mixed", "\r\nJana cancelled it.", kind + ics)
    assert judged(mail(**parts, subject="Cancelled: Riga")).reason == "calendar-attached"  # type: ignore[arg-type]
    assert judged(mail(**parts, subject="My answers")).kind == "human"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"from_": "noreply@boxbe.com"},
        {"subject": "Please confirm your message", "body": "Your message is being held. Fill in the captcha.\n"},
        {"subject": "Re: Call", "body": "Confirm that you sent this and that you are not a robot.\n"},
    ],
)
def test_a_challenge_is_kept_for_a_person(fields: dict[str, str]) -> None:
    found = outcome(**fields)
    assert (found[0], found[2]) == ("challenge", False)


def test_a_list_is_a_list_unless_it_is_our_own_mailbox() -> None:
    assert outcome(list_id="<forum.lists.example>", list_post="<mailto:forum@lists.example>") == ("list", "mailing-list", False)
    assert outcome(list_id="<calls.intake.example>", list_post="<mailto:calls@intake.example>") == ("human", "human", True)


@pytest.mark.parametrize(
    "fields",
    [
        {"x_list_administrivia": "yes"},
        {"from_": "Sympa <sympa@lists.example>", "auto_submitted": "auto-generated"},
        {"from_": "noreply@groups.example", "x_beenthere": "forum@groups.example"},
        {"from_": "forum-confirm@lists.example", "precedence": "bulk"},
    ],
)
def test_what_list_software_writes_itself_is_of_the_list(fields: dict[str, str]) -> None:
    assert outcome(**fields) == ("list", "list-manager", False)


def test_who_answers_our_letter_through_a_list_is_a_person_without_acknowledgement() -> None:
    found = outcome(list_id="<forum.lists.example>", precedence="list", in_reply_to="<call@intake.example>")
    assert found == ("human", "via-list", False)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"subject": "News", "x_mailer": "CleverReach"}, "newsletter"),
        ({"subject": "News", "list_unsubscribe": "<https://x.example/u>"}, "newsletter"),
        ({"subject": "News", "feedback_id": "1:2:3", "return_path": "<bounce+9f2a@mailing.example>"}, "newsletter"),
        ({"subject": "News", "x_sg_eid": "abc", "list_unsubscribe": "<https://x.example/u>"}, "newsletter"),
        ({"x_ms_exchange_generated_message_source": "Antispam Quarantine Agent"}, "notification"),
        ({"subject": "Your account", "from_": "noreply@shop.example"}, "notification"),
        ({"subject": "Jana sent you files", "from_": "noreply@wetransfer.com"}, "portal-notice"),
        ({"subject": "Backup done", "auto_submitted": "auto-generated"}, "notification"),
    ],
)
def test_bulk_mail_and_notices_have_their_names(fields: dict[str, str], reason: str) -> None:
    assert outcome(**fields) == ("newsletter", reason, False)


def test_a_provider_stamps_what_a_person_writes_whose_bounces_come_back_to_that_person() -> None:
    stamps = {"subject": "Workshop", "feedback_id": "20184477:user:proton", "x_pm_message_id": "5c0e3a7f4d1b2c9e"}
    own_path, providers = "<maelle@post.example>", "<bounce+9f2a@mailing.example>"
    assert outcome(**stamps, return_path=own_path, from_="maelle@post.example")[0] == "human"
    assert outcome(**stamps, return_path=providers, from_="maelle@post.example")[0] == "newsletter"


def test_our_own_letters_coming_back_are_a_loop() -> None:
    ours = letter_message_id("acknowledgement", "rehabilitation", "0" * 64, OWN)
    assert outcome(from_="Calls <calls@intake.example>") == ("our_own_loop", "own-address", False)
    assert outcome(message_id=ours) == ("our_own_loop", "own-message-id", False)
    assert outcome(x_mailbot_loop=local_part(ours), return_path="<>") == ("our_own_loop", "own-loop-header", False)


def test_an_identifier_of_our_domain_takes_a_second_sign() -> None:
    assert outcome(message_id="<x@intake.example>") == ("human", "human", True)
    assert outcome(message_id="<x@intake.example>", auto_submitted="auto-replied") == ("our_own_loop", "own-message-id", False)
