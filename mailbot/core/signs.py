"""Signs: what the header and the first lines of a mail say about who or what sent it. Recognising only; `classify` decides."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from mailbot.core import keyed
from mailbot.core.authentication import organisational
from mailbot.core.message import Message
from mailbot.core.phrases import automatic, machines, services
from mailbot.core.reading import Own, Sender

_READ = 4000  # characters that are looked at, at the beginning of the text and at its end
_SUBJECT = 1000  # characters of it; longer ones are nobody's
_BRIEF = 1500  # characters that an absence notice hardly exceeds
_COMMENT = re.compile(r"\([^()]*\)")
_REPLY = re.compile(r"(?:re|aw|wg|fw|fwd|tr|rv|sv|vs|antw|odp|r|i|doorst|vb|ynt|ref|res|enc|vá|atb|vl|ang)\s*(?:\[\d+\])?\s*:")
_TICKET = re.compile(
    r"\[[^\]]{0,40}\d{3,}[^\]]{0,20}\]|#\d{4,}|(?:ticket|case|request|incident|anfrage|vorgang|demande)\W{0,3}\w{0,4}#?\s?\d{3,}"
)
_METHOD = re.compile(rb"^METHOD:(?:REQUEST|REPLY|CANCEL|COUNTER|DECLINECOUNTER|REFRESH|ADD)\s*$", re.MULTILINE | re.IGNORECASE)
_TAG = f"(?:{'|'.join(machines.GATEWAY_TAGS)})"
_GATEWAY_TAGS = re.compile(rf"(?:(?:[\[(*]{{1,3}}{_TAG}[\])*]{{1,3}}:?|{_TAG}\s?:)\s*)+")
# `1.`, `Q1:`, `Ad 1)`, `Frage 1:` and something after it; the longest word of that kind has nine letters.
_NUMBERED = re.compile(r"^[ \t*(#]{0,4}(?:[^\W\d_]{1,9}[ .]{0,2})?(\d{1,2})[.):/][ \t]+(\S[^\n]{0,400})$", re.MULTILINE)
_WHOM_TO_CALL = re.compile(r"@|\d[\d ()/\-]{6}")  # what a list in an absence notice holds
_SUMMARY = re.compile(rb"^SUMMARY[^:\r\n]{0,200}:([^\r\n]{3,200})", re.MULTILINE | re.IGNORECASE)
_LOCAL_DOMAINS = frozenset({"", "localhost", "localdomain", "localhost.localdomain"})


def of(message: Message, sender: Sender, own: Own, written: str | None = None) -> "Signs":
    """Everything a rule may ask of a mail. written: the sender's own words, if they are known by now; else all of the text."""
    fields: dict[str, list[str]] = {}
    for name, value in message.headers:
        fields.setdefault(name, []).append(value.casefold())
    address = (sender.address or next((address for _, address in message.mailboxes), "")).casefold()
    subject = message.subject[:_SUBJECT].casefold()
    tags = _GATEWAY_TAGS.match(subject)
    subject = subject[tags.end() :] if tags else subject
    return Signs(
        message, sender, own, fields, subject, _ends(message.text), address, message.text if written is None else written
    )


@dataclass(frozen=True)
class Signs:
    """fields: values by name, casefolded, top first. address: From as far as it can be made out, to recognise machines by.

    subject: without what a gateway put before it. text: in one line, for phrases that are wrapped. written: as it stands.
    """

    message: Message
    sender: Sender
    own: Own
    fields: Mapping[str, list[str]]
    subject: str
    text: str
    address: str
    written: str

    def values(self, name: str) -> list[str]:
        return self.fields.get(name, [])

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def has_field(self, *names: str) -> bool:
        return any(name in self.fields for name in names)

    def subject_begins(self, phrases: tuple[str, ...]) -> bool:
        """With a phrase as whole words."""
        return self.subject.startswith(phrases) and any(_begins(self.subject, phrase) for phrase in phrases)

    def subject_contains(self, phrases: Collection[str]) -> bool:
        return any(map(self.subject.__contains__, phrases))

    def says(self, phrases: Collection[str]) -> bool:
        return any(map(self.text.__contains__, phrases))

    def count(self, phrases: Collection[str]) -> int:
        return sum(map(self.text.__contains__, phrases))

    @property
    def parts(self) -> tuple[str, ...]:
        return self.message.parts

    @property
    def report_type(self) -> str:
        """Of multipart/report (RFC 6522 3); some servers forget to call it so."""
        return self.message.content_type_params.get("report-type", "").casefold()

    @cached_property
    def local_part(self) -> str:
        return self.address.rpartition("@")[0]

    @cached_property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    @cached_property
    def return_path(self) -> str | None:
        """The envelope's sender, '' for the null path, None if no server wrote it down."""
        return self.value("return-path").strip().strip("<>").strip() if self.has_field("return-path") else None

    @property
    def has_null_path(self) -> bool:
        return self.return_path in ("", "mailer-daemon") or self.value("envelope-from") == "<>"

    @property
    def has_list_path(self) -> bool:
        """`owner-…`, `…-request`, `…-bounces` (RFC 3834 2)."""
        return _is_list_role((self.return_path or "").partition("@")[0])

    @cached_property
    def auto_submitted(self) -> str:
        """The keyword, '' for `no` and for none. Parameters and comments may follow (RFC 3834 5)."""
        keyword = _COMMENT.sub(" ", self.value("auto-submitted")).partition(";")[0].strip()
        return "" if keyword == "no" else keyword.partition(" ")[0]

    @property
    def suppress(self) -> set[str]:
        """X-Auto-Response-Suppress: a wish, by itself no sign that the mail is automatic (MS-OXCMAIL 2.1.3.2.20)."""
        return {word.strip() for word in self.value("x-auto-response-suppress").split(",")} - {"", "none"}

    @cached_property
    def precedence(self) -> bool:
        """Only these speak against an acknowledgement; first-class, normal and special-delivery say nothing."""
        return self.value("precedence").strip() in ("bulk", "junk", "list", "auto_reply")

    @property
    def has_empty_from(self) -> bool:
        return self.message.first_raw("from").strip() in ("", "<>")

    @property
    def is_from_us(self) -> bool:
        ours = {address.casefold() for address in self.own.addresses}
        return bool(ours) and (self.address in ours or self.return_path in ours)

    @property
    def has_our_message_id(self) -> bool:
        """Of our keyed form; or of our domain, From of another, and a second sign: providers lend their domain to many."""
        message_id = self.message.message_id or ""
        if keyed.looks_like_ours(message_id, self.own):
            return True
        right = _right_side(message_id)
        if right not in self.our_domains or organisational(self.domain) == organisational(right):
            return False
        return bool(self.auto_submitted or self.has_loop_header or self.has_null_path or self.precedence)

    @cached_property
    def our_domains(self) -> set[str]:
        return {self.own.domain.casefold(), *(_right_side(address) for address in self.own.addresses)} - _LOCAL_DOMAINS

    @property
    def answers_us(self) -> bool:
        """It names a letter of ours as what it answers; easily forged, so it only says whom it was written to."""
        return not self.our_domains.isdisjoint(_right_side(i) for i in (*self.message.in_reply_to, *self.message.references))

    @property
    def has_loop_header(self) -> bool:
        return self.has_field("x-mailbot-loop")

    @cached_property
    def writes_answers(self) -> bool:
        """Two numbers in a row, each with words that are no question and no address: somebody answers."""
        numbers = [
            int(line[1])
            for line in _NUMBERED.finditer(self.written[:_READ])
            if not line[2].rstrip().endswith("?") and not _WHOM_TO_CALL.search(line[2])
        ]
        return any(later == earlier + 1 for earlier, later in pairwise(numbers))

    @property
    def is_brief(self) -> bool:
        return len(self.written) <= _BRIEF

    @property
    def is_bounce_sender(self) -> bool:
        return self.local_part.startswith(machines.BOUNCE_SENDERS)

    @property
    def may_be_bounce_sender(self) -> bool:
        return self.local_part.startswith(machines.MAYBE_BOUNCE_SENDERS)

    @property
    def is_machine_sender(self) -> bool:
        return re.split(r"[+=]", self.local_part)[0] in machines.MACHINE_SENDERS

    @property
    def is_device(self) -> bool:
        return re.split(r"[\W\d_]", self.local_part)[0] in machines.DEVICE_SENDERS or self.local_part in machines.DEVICE_SENDERS

    @cached_property
    def is_sent_in_bulk(self) -> bool:
        """By fields that stand on newsletters, and on what a person sends through a provider of such.

        Mailbox providers (Proton) stamp too; there bounces go to the person who wrote, and not to the provider.
        """
        if self.is_reply and self.answers_a_mail:
            return False
        if self.has_field(*machines.NEWSLETTER_FIELDS) or self.value("x-mailer").startswith(machines.NEWSLETTER_MAILERS):
            return True
        stamped = self.has_field(*machines.BULK_PROVIDER_FIELDS) and self.return_path != self.address
        return (stamped or self.has_field("list-unsubscribe")) and not self.is_reply and not self.answers_a_mail

    @property
    def is_portal(self) -> bool:
        return any(self.domain == portal or self.domain.endswith(f".{portal}") for portal in machines.PORTALS)

    @property
    def names_a_portal(self) -> bool:
        """Something to be fetched elsewhere, by the words alone: an answer may wait there, so a person keeps the mail."""
        return self.subject_contains(services.PORTAL_SUBJECTS) and self.says(services.PORTAL_TEXTS)

    @property
    def sounds_like_a_challenge(self) -> bool:
        """By words that people use too."""
        words = (*services.CHALLENGE_TEXTS, *services.CHALLENGE_SURE_TEXTS)
        return self.count(words) > 1 or (self.subject_contains(services.CHALLENGE_SUBJECTS) and not self.is_reply)

    @property
    def is_servicenow(self) -> bool:
        """It stamps `auto-generated` on what people answer from it; then the mail has the form of an answer."""
        named = self.has_field(*machines.SERVICENOW_FIELDS) or "servicenow" in (self.message.message_id or "").casefold()
        return named and self.auto_submitted in ("", "auto-generated") and (self.is_reply or self.answers_a_mail)

    @cached_property
    def has_auto_prefix(self) -> bool:
        return self.subject_begins(automatic.AUTO_REPLY_SUBJECTS)

    @cached_property
    def has_exact_auto_prefix(self) -> bool:
        """As programs write it, `Automatic reply: …`; not the beginning of a sentence, `Automatic reply systems in prisons`."""
        if not self.has_auto_prefix:
            return False
        prefixes = (phrase for phrase in automatic.AUTO_REPLY_SUBJECTS if self.subject.startswith(phrase))
        rests = (self.subject[len(phrase.rstrip(" :")) :].lstrip() for phrase in prefixes)
        return any(not rest or rest.startswith((":", "\N{FULLWIDTH COLON}")) for rest in rests)

    @property
    def has_ticket_number(self) -> bool:
        return bool(_TICKET.search(self.subject[:300]))

    @property
    def is_titled_a_receipt(self) -> bool:
        """A ticket by its number or its name; or, in answer to a mail, thanks for it."""
        if self.has_ticket_number or self.subject_contains(services.TICKET_SUBJECTS):
            return True
        return self.answers_a_mail and self.is_brief and self.subject_contains(services.RECEIPT_SUBJECTS)

    @property
    def sounds_like_a_receipt(self) -> bool:
        """A ticket system's, by words that people use too: two of them, or one and a number, unless somebody answers."""
        if self.writes_answers or not self.is_brief:
            return False
        taken = self.count(services.TICKET_TAKEN)
        return taken > 1 or (taken == 1 and self.has_ticket_number and not (self.is_reply and self.answers_a_mail))

    @property
    def sounds_like_a_filter(self) -> bool:
        """A content filter about a mail of ours. People too write of a virus and of blocked visitors, so a machine has to."""
        by_machine = self.has_null_path or self.auto_submitted or self.precedence or self.local_part in machines.FILTER_SENDERS
        return self.says(services.VIRUS_SURE_TEXTS) or bool(by_machine and self.says(services.VIRUS_TEXTS))

    @cached_property
    def is_reply(self) -> bool:
        """By its subject: `Re:` or the like stands first, so a person pressed a key."""
        return bool(_REPLY.match(self.subject))

    @property
    def answers_a_mail(self) -> bool:
        return bool(self.message.in_reply_to or self.message.references)

    @property
    def has_calendar_method(self) -> bool:
        calendars = [file for file in self.message.attachments if file.type == "text/calendar"]
        if self.message.content_type == "text/calendar":
            return True
        return any(file.disposition != "attachment" and _METHOD.search(file.content[:20_000]) for file in calendars)

    @property
    def cites_an_event(self) -> bool:
        """An attached event whose name is the subject, as iCal sends them, under a text that is no more than a notice."""
        if not self.is_brief or self.answers_a_mail or self.writes_answers:
            return False
        events = (file.content[:20_000] for file in self.message.attachments if file.type == "text/calendar")
        names = (_SUMMARY.search(content) for content in events if _METHOD.search(content))
        return any(name is not None and name[1].decode("utf-8", "replace").strip().casefold() in self.subject for name in names)

    @property
    def is_list_manager(self) -> bool:
        """Mailman, Sympa and their kin write in their own name: held for the moderator, confirm, welcome."""
        if self.has_field(*machines.LIST_MANAGER_FIELDS) or self.value("x-loop").startswith(machines.LIST_MANAGERS):
            return True
        if self.is_machine_sender and self.is_discussion and not self.answers_us:
            return True
        named = self.local_part in machines.LIST_MANAGERS or _is_list_role(self.local_part)
        marked = self.auto_submitted or self.precedence or self.has_null_path or self.has_list_path
        return named and bool(marked or self.has_field(*machines.LIST_FIELDS))

    @property
    def is_list(self) -> bool:
        """A list other than our own mailbox: collaborative inboxes add list fields to everything they take in."""
        if not self.has_field(*machines.LIST_FIELDS) and self.value("precedence").strip() != "list":
            return False
        ours = {address.casefold() for address in self.own.addresses}
        named = " ".join(value for name in machines.LIST_ADDRESS_FIELDS for value in self.values(name))
        return not any(address in named or address.replace("@", ".") in named for address in ours)

    @property
    def is_discussion(self) -> bool:
        """A list that people write to, as opposed to one that only sends."""
        named = self.has_field("list-post", "mailing-list", "x-beenthere", "x-mailman-version", "x-google-group-id")
        return self.is_list and (named or self.value("precedence").strip() == "list")


def _ends(text: str) -> str:
    """The beginning and the end of a long text in one line, typographic apostrophes as typed."""
    some = text if len(text) <= 2 * _READ else f"{text[:_READ]}\n{text[-_READ:]}"
    return " ".join(some.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def _right_side(address: str) -> str:
    return address.casefold().rstrip(">").rpartition("@")[2]


def _is_list_role(local_part: str) -> bool:
    return local_part.startswith("owner-") or local_part.endswith(("-request", "-owner", "-bounces", "-admin", "-confirm"))


def _begins(subject: str, phrase: str) -> bool:
    rest = subject[len(phrase) : len(phrase) + 1]
    return subject.startswith(phrase) and not (phrase[-1].isalnum() and rest.isalnum())
