"""Everything mailbot remembers: SQLModel tables stay inside, core values go in and come out.

Instants are aware and in UTC. Every write is one transaction; `Unit` is the one that belongs to a mail.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.core.arrival import Returned
from mailbot.core.call import Call
from mailbot.core.decisions import Offer
from mailbot.core.drafting.plan import Plan
from mailbot.core.entries import Entry
from mailbot.core.letter import Letter, LetterState, OutboxRow
from mailbot.core.life import Standing, State
from mailbot.core.manners import Sent as Sent
from mailbot.core.message import Key
from mailbot.core.proof.signed import Signature
from mailbot.core.reading import Reading, Sender
from mailbot.core.storms import Counted
from mailbot.core.submission import Became, Change, History, Submission
from mailbot.core.tokens import Token
from mailbot.store.choice import APART as APART
from mailbot.store.choice import FAILED as FAILED
from mailbot.store.choice import HELD as HELD
from mailbot.store.choice import NO_CALL as NO_CALL
from mailbot.store.choice import OPEN_QUESTION as OPEN_QUESTION
from mailbot.store.choice import RETURNED as RETURNED
from mailbot.store.choice import WITHDRAWAL as WITHDRAWAL
from mailbot.store.choice import Briefs as Briefs
from mailbot.store.choice import Choices as Choices
from mailbot.store.choice import ChoosingUnit as ChoosingUnit
from mailbot.store.choice import LetterHead as LetterHead


@dataclass(frozen=True, slots=True)
class Mail:
    """One row of the ledger: a mail at a place, and what became of it.

    attempts: how often reading it was begun, counted before each. became: None until recorded. done: the source has been told.
    problem: why the source could not give its bytes. released: a person sent it from quarantine back to be read again.
    returned: Message-ID of our letter that this bounce returns. notes: those of the Change. for_call: the call that this row is
    about, where another row is about the same mail and another call.
    """

    id: int
    key: Key
    sha256: str
    size: int
    received_at: datetime
    arrived_at: datetime
    attempts: int
    problem: str | None
    became: Became | None
    reason: str | None
    kind: str | None
    call: str | None
    message_id: str | None
    sender: str | None
    reference: str | None
    done: bool
    released: bool = False
    returned: str | None = None
    notes: tuple[str, ...] = ()
    for_call: str | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """who: 'mailbot', 'operator' or an address's reference. what: one verb.
    about: reference, slug, or a row such as 'mail 12', 'letter 7'."""

    at: datetime
    who: str
    what: str
    about: str
    why: str


@dataclass(frozen=True, slots=True)
class KeptCall:
    """A good version of a call file. version: from 1. kept_at: when mailbot took it in."""

    version: int
    text: str
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A version of a call that is drafted by mail. version: from 1. mail_id: the mail that brought it."""

    plan: Plan
    version: int
    mail_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A mail that asked the organisers. mail_id: its ledger row. reference: of the asker's entry. answered_at: None while open.
    asked_at, answered_at: aware UTC."""

    mail_id: int
    call: str
    address: str
    reference: str | None
    asked_at: datetime
    answered_at: datetime | None
    answered_by: str | None


class Unit(Briefs, Protocol):
    """One open transaction around deciding and recording one mail; leaving it by an exception undoes everything."""

    def history(self, call: str | None, reading: Reading) -> History:
        """What is known of this sender in this call, and of this very mail."""

    def asked(self, history: History, call: Call, reading: Reading, now: datetime) -> History:
        """The same with what the mail brings back: tokens, an organiser's answer; and what was asked before."""

    def submission_of(self, call: str, address: str) -> Submission | None: ...
    def entry(self, reference: str) -> Submission: ...
    def language_of(self, letters: Sequence[str]) -> str | None:
        """That of the newest of these letters (Message-IDs); None where none of them is known."""

    def language_about(self, reference: str) -> str | None:
        """That of the newest letter about this entry."""

    def write(self, letters: Sequence[Letter], now: datetime) -> None:
        """See `Store.write`."""

    def confirmations(self, call: str, address: str) -> int:
        """How often this address was asked ever to confirm what others had sent on."""

    def keep_token(self, token: Token) -> None: ...
    def use_token(self, token: Token, mail_id: int, now: datetime) -> bool:
        """False when it was used before."""

    def note_event(self, reference: str, what: str, now: datetime, who: str, why: str, mail_id: int | None = None) -> bool:
        """An entry becomes `withdrawn` or `restored`, with its audit entry; False when it is that already."""

    def confirm(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        """See `Store.take_over`."""

    def ask(self, mail_id: int, call: str, address: str, reference: str | None, now: datetime) -> None:
        """A question to the organisers is open from now on."""

    def questions_lately(self, call: str, now: datetime) -> int:
        """How many went on to the contacts within an hour."""

    def note_answer(self, mail_id: int, now: datetime, who: str) -> bool:
        """The question of this mail is answered; False when it was before."""

    def choosing(self, call: str) -> ChoosingUnit:
        """The same transaction, in which from now on nobody else decides about this call. Only after all that concerns the
        entry itself was looked up."""

    def offer_of(self, call: str, reference: str) -> Offer | None:
        """The newest of this entry, in whatever state."""

    def sent(self, call: str, sender: Sender, now: datetime, fingerprint: str = "", thread: Sequence[str] = ()) -> Sent:
        """How many acknowledgements exist already, recorded or sent, since an hour, a day, a week. fingerprint, thread: of the
        mail."""

    def new_reference(self) -> str:
        """A random reference that no other submission has, of any call: who quotes one need not say which."""

    def record(
        self,
        mail_id: int,
        reading: Reading,
        change: Change,
        reference: str | None,
        letters: Sequence[Letter],
        audit: Sequence[AuditEntry],
        now: datetime,
        *,
        hold: bool = False,
        due_at: datetime | None = None,
        about: Reading | None = None,
    ) -> bool:
        """Submission or revision, letters, audit entries and the ledger row's outcome, all or nothing.

        False, and nothing is written, when this mail has an outcome already. A new submission takes `reference`; a revision
        or a mail kept apart is added to the submission that has it (without a reference only the ledger knows of it). Letters
        are `waiting` and due at `due_at`, or now; with `hold` a person must approve them. A letter that this mail has brought
        about before, by its Message-ID, is not written again. about: the reading whose sender and answers the version has,
        where that is another than who sent the mail.
        """

    def drafts(self) -> list[KeptDraft]:
        """Each call that was drafted by mail in its newest version."""

    def draft_answered(self, letters: Sequence[str]) -> tuple[KeptDraft, int] | None:
        """The draft in its newest version, and the version that the newest of these letters (Message-IDs) showed."""

    def keep_draft(self, plan: Plan, version: int, mail_id: int, now: datetime) -> None: ...
    def slugs(self) -> frozenset[str]:
        """The names of all calls that ever were, and of drafts."""

    def state(self, slug: str) -> State | None: ...
    def change_state(self, slug: str, before: State | None, state: State, now: datetime, who: str, why: str) -> bool:
        """See `Store.change_state`."""

    def drafted_before(self, mail_id: int, reading: Reading) -> bool:
        """Whether this very mail about a draft was followed before: the same bytes, or Message-ID and content."""

    def draft_letters_today(self, recipient: str, now: datetime) -> int:
        """Letters about drafts that were written to this address in the last 24 hours."""

    def also_for(self, mail_id: int, call: str, now: datetime) -> None:
        """The same mail once more in the ledger, for a further call that it answers. Nothing when it is there already."""


class Store(Choices, Protocol):
    """What the services ask of the database; SQLite and PostgreSQL pass the same tests (tests/store)."""

    # the ledger
    def cursor(self, mailbox: str, uidvalidity: int) -> int: ...
    def advance(self, mailbox: str, uidvalidity: int, uid: int) -> None: ...
    def unknown(self, mailbox: str, uidvalidity: int, uids: Sequence[str]) -> list[str]: ...

    def arrived(
        self, key: Key, sha256: str, size: int, received_at: datetime, now: datetime, problem: str | None = None
    ) -> Mail:
        """Note that raw is archived and count the first attempt; a key already there gives its row unchanged."""

    def begin_attempt(self, mail_id: int) -> int:
        """Count one more attempt, durably, and give the new number."""

    def unit(self, *, lock: str = "") -> AbstractContextManager[Unit]:
        """A write transaction (BEGIN IMMEDIATE; on PostgreSQL an advisory lock on `lock`). Commits when left normally."""

    def quarantine(self, mail_id: int, reason: str, now: datetime) -> None:
        """Keep a mail for a person though it could not even be read: outcome and audit entry in one transaction."""

    def unfinished(self, mailbox: str | None = None) -> list[Mail]:
        """Archived and not recorded, oldest first."""

    def undone(self, mailbox: str) -> list[Mail]:
        """Recorded, but the source has not been told yet."""

    def mark_done(self, mail_id: int) -> None: ...
    def mail(self, mail_id: int) -> Mail: ...

    def first_round(self, mailbox: str, now: datetime) -> datetime:
        """The instant of the first round ever on this mailbox; noted now if there is none."""

    def signatures(self, sha256: str) -> tuple[Signature, ...] | None:
        """What verifying the signatures of this mail gave when it was taken; None where nobody did."""

    def keep_signatures(self, sha256: str, found: Sequence[Signature], now: datetime) -> None:
        """The first verdict stays."""

    # the outbox
    def claim(self, now: datetime) -> OutboxRow | None:
        """The oldest letter that is due (waiting or uncertain), turned to `sending` by an UPDATE that names the old state.

        The attempt is counted here, before a byte is sent, so that a crash that repeats is a bounded one."""

    def note_attempt(
        self,
        letter_id: int,
        state: LetterState,
        now: datetime,
        *,
        due_at: datetime | None = None,
        code: int | None = None,
        text: str = "",
        notices: Sequence[Letter] = (),
    ) -> None:
        """The attempt's end, the letter's new state, and the letters that follow from it (telling the organiser of a refusal)
        in one transaction. A notice whose Message-ID exists already is not written again. StoreError when the letter is
        neither `sending` nor `uncertain`."""

    def recover(self, now: datetime) -> int:
        """At start: letters left in `sending` by a crash become `uncertain` and due now. How many.

        All of them, whoever had them in hand: one process sends at a time, which the lock on the data folder sees to. Several
        that share a database have to note who claimed a letter before they may call this."""

    def next_due(self) -> datetime | None: ...

    def backlog(self) -> tuple[int, datetime | None]:
        """How many letters wait or are being sent, and since or until when the first of them is due."""

    def write(self, letters: Sequence[Letter], now: datetime) -> None:
        """Put letters that answer no mail into the outbox, due now. One whose Message-ID exists already is not written
        again."""

    def letters(self, states: Sequence[LetterState] = ()) -> list[OutboxRow]: ...
    def letter(self, letter_id: int) -> OutboxRow: ...

    def change_letter(self, letter_id: int, state: LetterState, now: datetime, who: str, why: str) -> bool:
        """A person approves or retries (`waiting`, due now), holds (`held`) or cancels (`cancelled`), with an audit entry.
        False when the letter's state does not allow it: what is being sent or was sent stays, what was cancelled too."""

    # looking
    def submissions(self, call: str) -> list[Submission]: ...
    def entries(self, call: Call, numbers: Mapping[str, int]) -> list[Entry]:
        """The entries that have a number, as organisers see them, in the order they came; quicker than from `submissions`."""

    def how_many(self, call: str) -> int:
        """Submissions of a call."""

    def submission(self, reference: str) -> Submission | None: ...
    def mails(self, *, became: Became | None = None, call: str | None = None, limit: int = 1000) -> list[Mail]:
        """The newest first."""

    def written_at(self, message_ids: Sequence[str]) -> datetime | None:
        """When the last of these letters was written; None where none of them is known."""

    def returned_letters(self, call: str) -> list[Returned]:
        """What came back of the letters of a call, in order of time: reports of mail servers and automatic replies that name a
        letter by its key, and letters that the relay refused for good."""

    def quiet_mails(self, since: datetime) -> list[Counted]:
        """Mails that arrived after that instant and became no version of an entry that counts, by kind, reason and sender; see
        `core.storms`."""

    def audit(self, about: str | None = None) -> list[AuditEntry]: ...

    # people act
    def release(self, mail_id: int, now: datetime, who: str) -> bool:
        """Out of quarantine: outcome cleared, attempts at zero, the mail takes the path again."""

    def take_over(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        """A change kept apart becomes the current version of its entry: a person vouches for it. False, and nothing changes,
        when the mail is none that waits for this."""

    def discard(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        """A person decided that nothing comes of this mail, in quarantine or kept apart; raw stays until its retention ends."""

    def token_by_code(self, code: str) -> tuple[Token, str] | None:
        """What is known of the token with these words, used and ended ones too, and the language of the letter it went in."""

    def questions(self, call: str) -> list[Question]:
        """Those to the organisers, the oldest first."""

    def answer_question(self, mail_id: int, now: datetime, who: str) -> bool:
        """A person says that it is answered; False when it was before."""

    # calls
    def keep_call(self, slug: str, text: str, now: datetime, told: Sequence[AuditEntry] = ()) -> bool:
        """The last good version of a call file, so that a broken edit survives a restart; a new text is a new version, and
        `told` is written with it. False where this text is the newest already, whoever kept it."""

    def kept_calls(self) -> dict[str, str]:
        """slug to the text of its last good version."""

    def call_versions(self, slug: str) -> list[KeptCall]:
        """The oldest first."""

    def standings(self) -> dict[str, Standing]:
        """slug to where the call stands; a call that nobody said anything of is not there."""

    def change_state(self, slug: str, before: State | None, state: State, now: datetime, who: str, why: str) -> bool:
        """A step in a call's life, with its audit entry. False, and nothing changes, when it is not in `before` any more."""

    def drafts(self) -> list[KeptDraft]:
        """Each call that was drafted by mail in its newest version, the oldest first."""

    def draft(self, slug: str) -> KeptDraft | None: ...
    def tell(self, entry: AuditEntry, among: Collection[str]) -> bool:
        """An audit entry about something that lasts. False when the newest about the same thing, of those whose verb is
        `among` these, says the same already."""

    def close(self) -> None: ...
