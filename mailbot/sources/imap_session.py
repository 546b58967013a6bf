"""One logged-in IMAP connection: the few commands a source needs, each with bounds, and one seam that refuses unsafe arguments.

Nothing that came by mail is ever an argument: messages are named by UID alone. What comes from settings (user, password,
folders, flag) passes `plain`, because IMAPClient 4.1 puts a line break inside an argument on the wire as a second command.
"""

import imaplib
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mailbot.errors import FolderMissing, MailbotError, NotTrusted, SourceError, UnsafeArgument, one_line
from mailbot.settings import Tls, is_loopback
from mailbot.sources.imap_errors import BROKEN, translate, words
from mailbot.sources.imap_wire import Bounds, Client


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox is and how it is spoken to. mailbox: its name in errors. context: whom to trust; None for plain text."""

    mailbox: str
    host: str
    port: int
    tls: Tls
    context: ssl.SSLContext | None
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Folder:
    """A selected folder. uidnext: no UID from here on is in use yet; None where the server does not say.
    flags: those a client may set for good; `\\*` among them allows any."""

    name: str
    uidvalidity: int
    uidnext: int | None
    exists: int
    flags: frozenset[bytes]
    read_only: bool


@dataclass(frozen=True, slots=True)
class Described:
    """What the server says of a mail before its bytes: RFC822.SIZE, which need not be true, and INTERNALDATE in UTC."""

    size: int
    received_at: datetime | None


def plain(value: str) -> str:
    """The value, if it can be an argument of a command; UnsafeArgument otherwise, before a byte is sent. Never shows it."""
    if any(c in value for c in "\r\n\0"):
        raise UnsafeArgument("a setting for a mailbox holds a line break or NUL", mend="retype user, password and folder names")
    return value


class IdleRefused(SourceError):
    """The server does not do IDLE as announced; waiting and polling does as well."""


class Session:
    """Connected when made, logged in by one of the `login_` methods. After any error it is closed and of no more use.

    uids are checked to be numbers and sent as such; errors are SourceErrors and UnsafeArgument."""

    def __init__(self, server: Server) -> None:
        self._mailbox, self._patience = server.mailbox, server.bounds.patience
        self._folder: Folder | None = None
        self.is_open = False
        if server.context is None and not is_loopback(server.host):
            raise NotTrusted(self._mailbox, f"plain text to {server.host}", mend='set tls to "implicit" or "starttls"')
        host, context = plain(server.host), server.context if server.tls is Tls.implicit else None
        try:
            self._client = Client(host, server.port, context, server.bounds)
        except BROKEN as error:
            raise translate(self._mailbox, f"connecting to {host}:{server.port}", error) from error
        self.is_open = True
        if server.context is not None and server.tls is Tls.starttls:
            self._starttls(server.context)

    @property
    def folder(self) -> Folder:
        """The one that was selected last, as it was then."""
        if self._folder is None:
            raise SourceError(self._mailbox, "no folder has been opened")
        return self._folder

    @property
    def tls(self) -> ssl.SSLSocket | None:
        """None for plain text."""
        sock = self._client.socket()
        return sock if isinstance(sock, ssl.SSLSocket) else None

    def login_password(self, user: str, password: str) -> None:
        """LOGIN, or AUTHENTICATE PLAIN where LOGIN has no form for a character (RFC 9051 6.2.3)."""
        user, password = plain(user), plain(password)
        with self._asking("logging in") as client:
            if (user + password).isascii():
                # imaplib quotes the password only.
                client.login('"' + user.replace("\\", "\\\\").replace('"', '\\"') + '"', password)
            else:
                client.plain_login(user, password)

    def login_xoauth2(self, user: str, token: str) -> None:
        """An access token in place of a password, as Microsoft and Google take it."""
        user, token = plain(user), plain(token)
        with self._asking("logging in with a token") as client:
            client.oauth2_login(user, token)

    def folders(self) -> list[str]:
        """The names of all folders, as a person may see them."""
        with self._asking("listing folders") as client:
            return [one_line(name) for _, _, name in client.list_folders()]

    def offers(self, capability: str) -> bool:
        with self._asking("asking what the server can do") as client:
            return bool(client.has_capability(plain(capability)))

    def select(self, name: str, *, write: bool) -> Folder:
        """Open a folder; without `write` in a way that changes nothing at all, not even \\Recent (EXAMINE)."""
        with self._asking(f"opening folder {one_line(name)}") as client:
            try:
                self._folder = self._selected(client, plain(name), write=write)
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                there = [one_line(folder) for _, _, folder in client.list_folders()]
                if name in there or name.upper() == "INBOX":
                    raise
                raise FolderMissing(self._mailbox, f"there is no folder {one_line(name)}", mend=in_words(there)) from error
            return self._folder

    def search(self, low: int, high: int | None = None) -> list[int]:
        """The UIDs from low to high, ascending; high None: to the end."""
        with self._asking("looking for mails") as client:
            found = client.search([b"UID", f"{int(low)}:{'*' if high is None else int(high)}".encode()])
            # `n:*` names the last mail even when its UID is below n (RFC 9051 9, sequence sets).
            return sorted({uid for uid in found if uid >= low and (high is None or uid <= high)})

    def has(self, uid: int) -> bool:
        return uid in self.search(uid, uid)

    def describe(self, uids: Sequence[int]) -> dict[int, Described]:
        """Size and date; a uid that is not there is not in the answer."""
        with self._asking("reading sizes and dates") as client:
            answers = client.fetch(_numbers(uids), [b"RFC822.SIZE", b"INTERNALDATE"])
            return {
                uid: Described(_size(answer.get(b"RFC822.SIZE")), _instant(answer.get(b"INTERNALDATE")))
                for uid, answer in answers.items()
                if b"RFC822.SIZE" in answer
            }

    def bodies(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The raw mails, \\\\Seen untouched. Exchange may say OK and give none: those are not in the answer."""
        with self._asking("reading mails") as client:
            return _bodies(client.fetch(_numbers(uids), [b"BODY.PEEK[]"]))

    def slice(self, uid: int, offset: int, length: int) -> bytes:
        """Octets of a raw mail from `offset` on; b'' past its end, for a mail that is gone, or if the server gives none."""
        with self._asking("reading a large mail") as client:
            item = f"BODY.PEEK[]<{int(offset)}.{int(length)}>".encode()
            return _bodies(client.fetch(_numbers([uid]), [item])).get(uid, b"")

    def flag(self, uid: int, flag: bytes) -> None:
        with self._asking("flagging a mail") as client:
            client.add_flags(_numbers([uid]), [plain(flag.decode("ascii"))], silent=True)

    def move(self, uid: int, name: str) -> None:
        """MOVE (RFC 6851) and nothing else: copying and deleting can stop half way, and then copies again in each round."""
        with self._asking(f"moving a mail to {one_line(name)}") as client:
            client.move(_numbers([uid]), plain(name))

    def idle(self, seconds: float, wake: threading.Event) -> bool:
        """Let the server tell of changes (RFC 2177) until it does, `wake` is set or time is over. True: mail may have come."""
        with self._asking("waiting for mail", patience=seconds + self._patience) as client:
            try:
                client.idle()
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                raise IdleRefused(self._mailbox, f"IDLE was refused: {words(error)}") from error
            end = time.monotonic() + seconds
            news = False
            while not news and not wake.is_set() and (left := end - time.monotonic()) > 0:
                news = _tells_of_mail(client.idle_check(min(1.0, left)))
                if client.wire.has_ended:  # idle_check is silent about it, and would be again at once, for ever
                    raise client.AbortError("EOF")
            _, last_words = client.idle_done()
            return news or _tells_of_mail(last_words)

    def close(self) -> None:
        """End the connection, also under a thread that waits on it. Without LOGOUT: there may be nobody to answer."""
        if self.is_open:
            self.is_open = False
            try:
                self._client.shutdown()
            except OSError:
                pass  # it is closed all the same

    @contextmanager
    def _asking(self, doing: str, *, patience: float | None = None) -> Iterator[Any]:
        """One command: its time begins, its errors become ours and end the session."""
        if not self.is_open:
            raise SourceError(self._mailbox, f"the connection was closed before {doing}")
        self._client.wire.begin(patience or self._patience)
        try:
            yield self._client
        except MailbotError:
            self.close()
            raise
        except BROKEN as error:
            self.close()
            raise translate(self._mailbox, doing, error) from error

    def _starttls(self, context: ssl.SSLContext) -> None:
        with self._asking("starting TLS") as client:
            try:
                client.starttls(context)
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                # Not offered, refused, or made impossible by a greeting that says we are logged in already.
                mend = "use the port for TLS from the start; if it was offered before, somebody may be listening"
                raise NotTrusted(self._mailbox, f"no STARTTLS: {words(error)}", mend=mend) from error

    def _selected(self, client: Any, name: str, *, write: bool) -> Folder:
        try:
            answer = client.select_folder(name, readonly=not write)
        except imaplib.IMAP4.readonly:
            answer, write = client.select_folder(name, readonly=True), False
        if b"UIDVALIDITY" not in answer:
            no_names = "the server gives no UIDVALIDITY, so that no mail has a name that lasts"
            raise SourceError(self._mailbox, no_names, permanent=True)
        return Folder(
            name,
            uidvalidity=answer[b"UIDVALIDITY"],
            uidnext=answer.get(b"UIDNEXT"),
            exists=answer[b"EXISTS"],
            flags=frozenset(answer.get(b"PERMANENTFLAGS", ())),
            read_only=not write or b"READ-ONLY" in answer,
        )


Login = Callable[[Session], None]
"""Logs a fresh session in by one of its `login_` methods; asked anew for each connection, so that a token is fresh."""


def _numbers(uids: Sequence[int]) -> list[int]:
    return [int(uid) for uid in uids]


def in_words(names: Sequence[str]) -> str:
    """The folders there are, for the person who named one that is not."""
    shown = ", ".join(sorted(names)[:20])
    return f"folders there: {shown}{', …' if len(names) > 20 else ''}" if names else "the server shows no folder at all"


def _size(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _instant(value: Any) -> datetime | None:
    """INTERNALDATE in UTC. IMAPClient gives a naive one for the zone -0000, and None for what is no date."""
    if not isinstance(value, datetime):
        return None
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _bodies(answers: dict[int, dict[bytes, Any]]) -> dict[int, bytes]:
    """The one BODY[] item of each answer, whole (`BODY[]`) or a slice (`BODY[]<0>`)."""
    bodies: dict[int, bytes] = {}
    for uid, answer in answers.items():
        for item, value in answer.items():
            if item.startswith(b"BODY[]") and isinstance(value, bytes):
                bodies[uid] = value
    return bodies


def _tells_of_mail(answers: Sequence[Any]) -> bool:
    return any(len(answer) > 1 and answer[1] == b"EXISTS" for answer in answers)
