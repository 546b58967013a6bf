"""The one place where settings become parts and parts are joined, for real or for the demo."""

import fcntl
import os
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import structlog

from mailbot.archive import Archive, FolderArchive
from mailbot.briefs import Briefs
from mailbot.callfiles import CallFiles
from mailbot.callstates import follow, versions
from mailbot.core.announced import Version
from mailbot.core.call import Call
from mailbot.core.known import Wording, wording
from mailbot.core.letter import Letters
from mailbot.core.life import Standing
from mailbot.core.manners import Limits
from mailbot.core.reading import Own
from mailbot.digests import Digests
from mailbot.disk import Disk, RealDisk
from mailbot.drafts import Drafts
from mailbot.errors import FolderInUse, MailbotError, Problem
from mailbot.health import Failing, Health
from mailbot.intake import Intake
from mailbot.inviting import Inviting
from mailbot.keyrecords import Dns
from mailbot.mailing import Exchanges, Mailing
from mailbot.organising import Organising
from mailbot.outbox import Outbox
from mailbot.placing import Placing
from mailbot.reader import InProcess, Reader
from mailbot.relay import SmtpRelay
from mailbot.resources import letter_templates
from mailbot.selecting import Selecting
from mailbot.settings import Mailbox, Protocol, Settings, name_server
from mailbot.signatures import Signatures, Signing, Unsigned
from mailbot.sources import Source
from mailbot.sources.imap import ImapSource
from mailbot.sources.maildir import MaildirSource
from mailbot.store import Store
from mailbot.store.opening import open_store

log = structlog.get_logger(__name__)

_KEY_OCTETS = 32


class Shelf:
    """The calls as they stand, for all threads; `reload` is called by one at a time.

    problems: what is wrong with the files now. changed: slugs that the last reading changed. standings: where each call is in
    its life, by slug.
    """

    def __init__(self, files: CallFiles, store: Store) -> None:
        self._files, self._store = files, store
        self._turn = threading.Lock()
        self.calls: Sequence[Call] = ()
        self.standings: Mapping[str, Standing] = {}
        self._versions: dict[str, Sequence[Version]] = {}
        self.problems: Sequence[Problem] = ()
        self.changed: Collection[str] = ()

    def reload(self, now: datetime) -> Sequence[Problem]:
        """Read edited files; the problems that were not there before."""
        with self._turn:
            loaded = self._files.reload(now)
            self.standings = follow(self._store, loaded, now)
            for slug in loaded.changed:
                self._versions.pop(slug, None)
            new = [problem for problem in loaded.problems if problem not in self.problems]
            self.calls, self.problems, self.changed = loaded.calls, loaded.problems, loaded.changed
            return new

    def versions(self, slug: str) -> Sequence[Version]:
        """Those that a call has had, oldest first."""
        with self._turn:
            if slug not in self._versions:
                self._versions[slug] = versions(self._store, slug)
            return self._versions[slug]


@dataclass(slots=True)
class App:
    """All parts of one mailbot on one data folder. Nothing is connected and nothing runs until somebody asks for it.

    key: the secret behind our Message-IDs. said: what stands in our letters. Calls and our own addresses are asked anew at each
    use: call files may be edited.
    """

    settings: Settings
    store: Store
    archive: Archive
    shelf: Shelf
    key: bytes
    said: Wording
    letters: Letters
    outbox: Outbox
    drafts: Drafts
    intake: Intake
    mailing: Mailing
    digests: Digests
    selecting: Selecting
    placing: Placing
    sources: dict[str, Source]
    health: Health
    reader: Reader
    _letter_waits: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def open(
        cls, settings: Settings, *, now: datetime | None = None, reader: Reader | None = None, writer: type[Letters] = Letters
    ) -> "App":
        """Build every part. Raises what a person has to mend: StoreError, Problems, MailbotError.

        reader: where mails are read, here unless given; whoever works on a real mailbox gives one that can be killed.
        writer: of the letters; that of the demo marks them.
        """
        reader = reader or InProcess()
        now = now or datetime.now(UTC)
        data = settings.folders.data
        _make_folder(data)
        store = open_store(settings.database().reveal(), now=now)
        shelf = Shelf(files := CallFiles(settings.folders.rules, store), store)
        shelf.reload(now)
        archive, key = FolderArchive(data / "archive"), key_of(data)
        texts = letter_templates(settings.folders.templates)
        said = wording(texts)  # once: it takes a while, and every mail asks who we are

        def who_we_are() -> Own:
            return own_of(settings, shelf.calls, key, said)

        own, mail = who_we_are(), settings.mail
        letters = writer(texts, own, mail.address, mail.name, mail.envelope, ours=settings.folders.templates is None)
        waits = threading.Event()
        drafts = _drafts(settings, letters, files, shelf, who_we_are)
        inviting = Inviting(letters, who_we_are, mail.name, partial(_page, settings.web.address))
        selecting, health = Selecting(inviting), Health(data, now)
        boxes = settings.all_mailboxes
        heard = partial(health.heard_until, boxes)
        placing = Placing(
            store, inviting, lambda: shelf.calls, heard_until=heard, standings=lambda: shelf.standings, letter_waits=waits.set
        )
        intake = Intake(
            store,
            archive,
            letters,
            who_we_are,
            lambda: shelf.calls,
            reader=reader,
            limits=Limits(**settings.limits.model_dump()),
            letter_waits=waits.set,
            standings=lambda: shelf.standings,
            versions=shelf.versions,
            drafts=drafts,
            signatures=signatures_of(settings, store, reader),
            organising=_organising(letters, selecting, files, shelf, who_we_are),
            placing=placing,
        )
        mailing = _mailing(settings, store, letters, shelf, waits)
        digests = _digests(settings, store, letters, shelf, who_we_are, waits)
        outbox = _outbox(settings, store, letters, shelf, own)
        sources = {name: source_of(name, box, settings) for name, box in boxes.items()}
        parts = letters, outbox, drafts, intake, mailing, digests, selecting, placing
        return cls(settings, store, archive, shelf, key, said, *parts, sources, health, reader, waits)

    @property
    def letter_waits(self) -> threading.Event:
        """Set when a letter was recorded, and by whoever else wants the outbox to look."""
        return self._letter_waits

    def calls(self) -> Sequence[Call]:
        """The calls, each in its last good version."""
        return self.shelf.calls

    @property
    def own(self) -> Own:
        """What mailbot knows of itself, with the addresses of all calls as they stand."""
        return own_of(self.settings, self.calls(), self.key, self.said)

    def reload_calls(self, now: datetime) -> Sequence[Problem]:
        """Read edited call files again; the problems of those that could not be taken and were not yet told."""
        return self.shelf.reload(now)

    def poll_seconds(self, mailbox: str) -> float:
        return float(self.settings.all_mailboxes[mailbox].poll_seconds)

    def note_outbox(self, now: datetime, trouble: str | None) -> None:
        """Tell the health page how the outbox stands."""
        waiting, oldest_due = self.store.backlog()
        self.health.sent(now, waiting, oldest_due, trouble)

    def round_failed(self, mailbox: str, now: datetime, trouble: str) -> int:
        """Note that a round broke off; how often in a row. The operator gets a letter when that goes on for long, at most one
        a day and mailbox: mail that is not taken looks like mail that nobody wrote."""
        failing = self.health.failed(mailbox, now, trouble)
        if failing.for_long(now):
            try:
                self._tell_operator(mailbox, now, trouble, failing)
            except MailbotError as error:
                log.error("notice-not-written", mailbox=mailbox, trouble=error.line())
        return failing.times

    def _tell_operator(self, mailbox: str, now: datetime, trouble: str, failing: Failing) -> None:
        notice = self.letters.plain_notice(
            self.settings.mail.operator,
            subject=f"mailbox {mailbox} cannot be read",
            what=f"Since {failing.since:%Y-%m-%d %H:%M} UTC no mail is taken from it: {trouble}.",
            mend=f"`mailbot check 'mailbox {mailbox}'` says more. Mail waits on its server meanwhile; nothing is lost.",
            occasion=f"mailbox {mailbox} fails on {now:%Y-%m-%d}",
            now=now,
        )
        self.store.write([notice], now)
        self.letter_waits.set()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock on the data folder, which the system lets go of when this process ends, however it ends."""
        path = self.settings.folders.data / "lock"
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                owner = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
                what = f"data folder {path.parent}: another mailbot works on it (process {owner})"
                raise FolderInUse(what, mend="stop that one first, or give this one a folder of its own") from None
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
            yield
        finally:
            os.close(handle)

    def close(self) -> None:
        """Let go of mailboxes, worker and database. May be repeated."""
        for source in self.sources.values():
            source.close()
        self.reader.close()
        self.store.close()


def _drafts(settings: Settings, letters: Letters, files: CallFiles, shelf: Shelf, who_we_are: Callable[[], Own]) -> Drafts:
    return Drafts(
        letters,
        files,
        who_we_are,
        lambda: shelf.calls,
        addresses=[settings.mail.address, *settings.mail.aliases],
        operator=settings.mail.operator,
        opened=shelf.reload,
    )


def _organising(
    letters: Letters, selecting: Selecting, files: CallFiles, shelf: Shelf, who_we_are: Callable[[], Own]
) -> Organising:
    return Organising(Briefs(letters, who_we_are), selecting, files, standings=lambda: shelf.standings, moved=shelf.reload)


def _outbox(settings: Settings, store: Store, letters: Letters, shelf: Shelf, own: Own) -> Outbox:
    return Outbox(
        store,
        relay_of(settings),
        per_minute=settings.relay.per_minute,
        own=own,
        letters=letters,
        tell=lambda slug: _whom_to_tell(slug, shelf.calls, settings.mail.operator),
    )


def _mailing(settings: Settings, store: Exchanges, letters: Letters, shelf: Shelf, waits: threading.Event) -> Mailing:
    return Mailing(
        store,
        letters,
        lambda: shelf.calls,
        standings=lambda: shelf.standings,
        versions=shelf.versions,
        limits=Limits(**settings.limits.model_dump()),
        per_minute=settings.relay.per_minute,
        letter_waits=waits.set,
    )


def _digests(
    settings: Settings, store: Store, letters: Letters, shelf: Shelf, who_we_are: Callable[[], Own], waits: threading.Event
) -> Digests:
    return Digests(
        store,
        letters,
        who_we_are,
        lambda: shelf.calls,
        settings.mail.name,
        standings=lambda: shelf.standings,
        letter_waits=waits.set,
    )


def source_of(name: str, box: Mailbox, settings: Settings) -> Source:
    """The source that a mailbox's settings describe; it connects when it is first asked for mail."""
    temporary = settings.folders.data  # large mails are read there, not where every user of the machine may look
    if box.kind is Protocol.maildir:
        return MaildirSource(name, Path(str(box.path)), after=box.after, move_to=box.move_to, temporary=temporary)
    user, password = settings.login(name)
    return ImapSource(
        name,
        host=box.host,
        port=box.port,
        tls=box.tls,
        ca_file=box.ca_file,
        user=user,
        password=password.reveal,
        folder=box.folder,
        after=box.after,
        move_to=box.move_to,
        idle=box.idle,
        timeout=float(box.timeout_seconds),
        temporary=temporary,
    )


def signatures_of(settings: Settings, store: Store, reader: Reader) -> Signing:
    """Who verifies signatures, as the settings say."""
    return Signatures(store, reader, dns_of(settings)) if settings.dkim.check else Unsigned()


def dns_of(settings: Settings) -> Dns:
    """The name servers that the settings name."""
    return Dns([name_server(text) for text in settings.dkim.name_servers], settings.dkim.seconds)


def relay_of(settings: Settings) -> SmtpRelay:
    """The relay that the settings describe."""
    relay, login = settings.relay, settings.relay_login()
    return SmtpRelay(
        relay.host,
        relay.port,
        tls=relay.tls,
        ca_file=relay.ca_file,
        user=login[0] if login else "",
        password=login[1].reveal if login else "",
        timeout=float(relay.timeout_seconds),
    )


def own_of(settings: Settings, calls: Sequence[Call], key: bytes, said: Wording) -> Own:
    """Every address that is ours: the settings' and those of all calls. said: in our letters."""
    addresses = {settings.mail.address, *settings.mail.aliases, *(a for call in calls for a in call.addresses)}
    return Own(
        addresses=frozenset(address.lower() for address in addresses),
        domain=settings.mail.message_id_domain,
        key=key,
        organisers=frozenset(address.casefold() for address in settings.mail.organisers),
        letters=said,
        authserv_ids=frozenset(settings.mail.authserv_ids),
        topmost_without_id=settings.mail.topmost_without_id,
        below_received=settings.mail.authserv_below_received,
    )


def key_of(data: Path, disk: Disk | None = None, make: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """The secret behind our Message-IDs, made at the first start. Without it answers to earlier letters are not recognised."""
    disk, path = disk or RealDisk(), data / "secret.key"
    if disk.size(path) is None:
        aside = path.with_suffix(".part")
        disk.write(aside, [make(_KEY_OCTETS).hex().encode()])
        disk.rename(aside, path)
        disk.flush_folder(data)
    try:
        key = bytes.fromhex(disk.read(path).decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != _KEY_OCTETS:
        mend = "restore it from a backup; or remove it, and a new one is made"
        raise MailbotError(f"{path} is damaged", mend=mend, permanent=True)
    return key


def _page(address: str, code: str) -> str:
    """Where the answer to an offered place can be given without a mail; '' without a page."""
    return f"{address}/place/{code}" if address else ""


def _whom_to_tell(slug: str, calls: Sequence[Call], operator: str) -> Sequence[str]:
    """Who hears that a letter of this call failed for good: its contacts, or whoever runs mailbot."""
    contacts = [contact.address for call in calls if call.slug == slug for contact in call.contacts if contact.digests]
    return contacts or [operator]


def _make_folder(data: Path) -> None:
    try:
        RealDisk().make_folder(data)
    except OSError as error:
        what = f"data folder {data}: {error.strerror or type(error).__name__}"
        raise MailbotError(what, mend="create it for the user mailbot runs as, or correct folders.data") from error
