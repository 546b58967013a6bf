"""What kind of mail: a person's, or a machine's and which; and whether an acknowledgement may go back.

Rules in order, the first that speaks wins, each with a named reason (RFC 3834 2). Signs are data in `phrases`. A mail that only
looks automatic stays a person's: it is kept and read, and at most gets no acknowledgement.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from mailbot.core import signs
from mailbot.core.message import Message
from mailbot.core.phrases import automatic, machines, services
from mailbot.core.reading import Authentication, Kind, Own, Sender
from mailbot.core.signs import Signs

VIA_LIST: Final = "via-list"


@dataclass(frozen=True, slots=True)
class Classified:
    """reason: named, the same string everywhere. ack: whether this mail, by its kind and its header, may be acknowledged.
    in_bulk: sent to many, or with the fields that help desks too put on all they carry, so that an answer may stand in it."""

    kind: Kind
    reason: str
    ack: bool = False
    in_bulk: bool = False


def classify(message: Message, sender: Sender, own: Own, written: str | None = None) -> Classified:
    """The kind of a mail by its outermost structure, its header and the first lines of its text.

    written: the sender's own words where they are known. Answers with their numbers in them outweigh every other word.
    """
    mail = signs.of(message, sender, own, written)
    found = next(kind for rule in _RULES if (kind := rule(mail)) is not None)
    stamped = mail.auto_submitted == "auto-generated" or mail.precedence or mail.is_sent_in_bulk
    return replace(found, in_bulk=True) if stamped or found.kind is Kind.newsletter else found


def _our_own(mail: Signs) -> Classified | None:
    """Our own letters coming back by a redirect, a list or a rule on the Sent folder."""
    if mail.is_from_us:
        return Classified(Kind.our_own_loop, "own-address")
    if mail.has_our_message_id:
        return Classified(Kind.our_own_loop, "own-message-id")
    if mail.has_loop_header and (mail.has_null_path or mail.auto_submitted or mail.is_machine_sender):
        return Classified(Kind.our_own_loop, "own-loop-header")
    return None


def _machine_report(mail: Signs) -> Classified | None:
    """Complaints (RFC 5965, Microsoft's without that form), DMARC and TLS reports (RFC 7489 7.2, RFC 8460)."""
    if mail.report_type == "feedback-report" or "message/feedback-report" in mail.parts:
        return Classified(Kind.arf, "feedback-report")
    if mail.report_type == "tlsrpt" or mail.subject.startswith(services.TRAFFIC_REPORT_SUBJECTS):
        return Classified(Kind.arf, "traffic-report")
    if any(part in mail.parts for part in machines.TRAFFIC_REPORT_TYPES) or mail.has_field(*machines.MACHINE_REPORT_FIELDS):
        return Classified(Kind.arf, "traffic-report")
    if mail.local_part in machines.REPORT_SENDERS and (
        mail.subject.startswith(services.ABUSE_SUBJECTS) or (mail.parts[1:] == ("message/rfc822",) and not mail.text.strip())
    ):
        return Classified(Kind.arf, "complaint")
    return None


def _receipt(mail: Signs) -> Classified | None:
    """Read receipts (RFC 8098), and those that Outlook writes as plain text or as TNEF."""
    if mail.report_type == "disposition-notification" or "message/disposition-notification" in mail.parts:
        return Classified(Kind.mdn, "read-receipt")
    if not mail.subject_begins(automatic.READ_SUBJECTS) or mail.writes_answers:
        return None
    if mail.says(automatic.READ_TEXTS) or ("application/ms-tnef" in mail.parts and not mail.text.strip()):
        return Classified(Kind.mdn, "read-receipt-by-its-words")
    return None


def _challenge(mail: Signs) -> Classified | None:
    """A service asks the sender to prove to be a person. Never answered, never clicked. Some dress as bounces."""
    if mail.has_field(*machines.CHALLENGE_FIELDS) or mail.domain.endswith(machines.CHALLENGE_DOMAINS):
        return Classified(Kind.challenge, "challenge-service")
    if mail.writes_answers:
        return None
    sure = mail.count(services.CHALLENGE_SURE_TEXTS)
    asks = mail.subject_contains(services.CHALLENGE_SUBJECTS)
    if sure > 1 or (asks and (sure or mail.says(services.CHALLENGE_TEXTS))):
        return Classified(Kind.challenge, "challenge-by-its-words")
    return None


def _bounce(mail: Signs) -> Classified | None:
    """Delivery reports (RFC 3464) and the plain ones of old servers. People forward bounces: a machine has to have sent it."""
    by_machine = mail.has_null_path or mail.is_bounce_sender or mail.may_be_bounce_sender
    speaks = mail.subject_contains(automatic.BOUNCE_SUBJECTS)
    if mail.report_type == "delivery-status" or ("message/delivery-status" in mail.parts and (by_machine or speaks)):
        return Classified(Kind.bounce, "delivery-report")
    if mail.has_field(*machines.BOUNCE_FIELDS):
        return Classified(Kind.bounce, "bounce-header")
    if mail.is_bounce_sender or (mail.has_empty_from and (mail.has_null_path or mail.auto_submitted)):
        return Classified(Kind.bounce, "mailer-daemon")
    if mail.writes_answers:
        return None
    wordy = mail.auto_submitted or (mail.may_be_bounce_sender and not mail.is_reply)
    if (wordy or (mail.has_null_path and mail.is_brief)) and not mail.has_auto_prefix and mail.says(automatic.BOUNCE_TEXTS):
        return Classified(Kind.bounce, "bounce-by-its-words")
    if speaks and (by_machine or mail.says(automatic.BOUNCE_TEXTS)) and not mail.is_reply:
        return Classified(Kind.bounce, "bounce-by-its-words")
    return None


def _calendar(mail: Signs) -> Classified | None:
    """Invitations and their answers (RFC 5546). An .ics file that a person attached to an answer is none."""
    if mail.has_calendar_method or mail.value("content-class").startswith("urn:content-classes:calendarmessage"):
        return Classified(Kind.calendar, "calendar")
    if mail.cites_an_event:
        return Classified(Kind.calendar, "calendar-attached")
    return None


def _list_manager(mail: Signs) -> Classified | None:
    """What list software writes itself: never answered, never confirmed."""
    if mail.is_list_manager and not mail.writes_answers:
        return Classified(Kind.list, "list-manager")
    return None


def _auto_reply(mail: Signs) -> Classified | None:
    """Out of office and the like: RFC 3834, vendors' own fields, or a prefix that a second sign confirms."""
    if mail.auto_submitted == "auto-replied":
        return Classified(Kind.auto_reply, "auto-submitted")
    if any(value.startswith(sign) for name, sign in machines.AUTO_REPLY_FIELDS for value in mail.values(name)):
        return Classified(Kind.auto_reply, "auto-reply-header")
    if "all" in mail.suppress and mail.has_field("x-ms-exchange-inbox-rules-loop"):
        return Classified(Kind.auto_reply, "exchange-rule")
    if mail.auto_submitted and not mail.is_servicenow and (mail.answers_a_mail or mail.suppress or mail.has_auto_prefix):
        return Classified(Kind.auto_reply, "auto-submitted")
    return None


def _auto_reply_by_words(mail: Signs) -> Classified | None:
    """Where a gateway took the fields: two signs at least, and no answers."""
    if mail.writes_answers:
        return None
    if mail.has_auto_prefix and (mail.has_null_path or mail.precedence or "all" in mail.suppress):
        return Classified(Kind.auto_reply, "auto-reply-prefix-and-header")
    if mail.has_exact_auto_prefix and mail.answers_a_mail and mail.is_brief:
        return Classified(Kind.auto_reply, "auto-reply-prefix-and-thread")
    marked = mail.has_auto_prefix or mail.has_null_path
    away = marked and (mail.says(automatic.SAYS_IT_IS_AUTOMATIC) or mail.says(automatic.AWAY))
    if away and (mail.has_exact_auto_prefix or (mail.has_auto_prefix and mail.answers_a_mail)):
        return Classified(Kind.auto_reply, "auto-reply-prefix-and-words")
    if mail.has_null_path and mail.precedence:
        return Classified(Kind.auto_reply, "null-path-and-precedence")
    if mail.has_null_path and away and mail.is_brief:
        return Classified(Kind.auto_reply, "null-path-and-words")
    if mail.is_reply:
        return None
    if mail.is_titled_a_receipt and mail.says(services.TICKET_TAKEN):
        return Classified(Kind.auto_reply, "ticket-receipt")
    if mail.subject_contains(services.VIRUS_SUBJECTS) and mail.sounds_like_a_filter:
        return Classified(Kind.auto_reply, "virus-warning")
    return None


def _newsletter(mail: Signs) -> Classified | None:
    """Bulk mail and notifications; a notice that a file or an encrypted answer waits elsewhere has a reason of its own."""
    is_bulk = mail.is_sent_in_bulk
    is_notice = (bool(mail.auto_submitted) and not mail.is_servicenow) or mail.has_field(*machines.GENERATED_FIELDS)
    by_machine = is_bulk or is_notice or mail.is_machine_sender or mail.is_portal
    if by_machine and mail.subject_contains(services.PORTAL_SUBJECTS):
        return Classified(Kind.newsletter, "portal-notice")
    if is_bulk and not mail.is_discussion:
        return Classified(Kind.newsletter, "newsletter")
    if (is_notice and not mail.is_discussion) or (
        mail.is_machine_sender and not mail.answers_a_mail and not mail.writes_answers
    ):
        return Classified(Kind.newsletter, "notification")
    return None


def _list(mail: Signs) -> Classified | None:
    """Written to a mailing list (RFC 2369, RFC 2919), and not to us: who answers a letter of ours through one is a person."""
    if mail.is_list and not mail.answers_us:
        return Classified(Kind.list, "mailing-list")
    return None


def _person(mail: Signs) -> Classified:
    """Somebody. Some wishes and some doubts speak against an acknowledgement, none against reading the mail."""
    against = next((reason for reason, speaks in _AGAINST_ACK if speaks(mail)), None)
    return Classified(Kind.human, against or "human", ack=against is None)


_AGAINST_ACK: tuple[tuple[str, Callable[[Signs], bool]], ...] = (
    ("sender-problem", lambda mail: mail.sender.problem is not None or mail.sender.address is None),
    ("authentication-failed", lambda mail: mail.sender.authentication is Authentication.fail),
    ("servicenow", lambda mail: mail.is_servicenow and bool(mail.auto_submitted)),
    (VIA_LIST, lambda mail: mail.is_list),  # the answer might go to all of them, and tell who takes part
    ("null-return-path", lambda mail: mail.has_null_path),
    ("list-return-path", lambda mail: mail.has_list_path),
    ("loop-header", lambda mail: mail.has_loop_header),
    ("precedence", lambda mail: mail.precedence),
    ("asks-for-no-automatic-reply", lambda mail: bool(mail.suppress & {"all", "autoreply"})),
    ("auto-reply-prefix", lambda mail: mail.has_exact_auto_prefix or (mail.has_auto_prefix and not mail.writes_answers)),
    ("bulk-fields", lambda mail: mail.has_field(*machines.NEWSLETTER_FIELDS) and not mail.writes_answers),
    (
        "says-it-is-automatic",
        lambda mail: mail.is_brief and not mail.writes_answers and mail.says(automatic.SAYS_IT_IS_AUTOMATIC),
    ),
    ("ticket-words", lambda mail: mail.sounds_like_a_receipt),
    ("newsletter-words", lambda mail: mail.says(services.NEWSLETTER_TEXTS) and not mail.is_reply and not mail.answers_a_mail),
    ("portal-words", lambda mail: mail.names_a_portal and not mail.is_reply),
    ("challenge-words", lambda mail: mail.sounds_like_a_challenge),
    ("device", lambda mail: mail.is_device),
    ("machine-address", lambda mail: mail.is_machine_sender),
)

_RULES: tuple[Callable[[Signs], Classified | None], ...] = (
    *(_our_own, _machine_report, _receipt, _challenge, _bounce, _calendar, _list_manager),
    *(_auto_reply, _auto_reply_by_words, _newsletter, _list, _person),
)
