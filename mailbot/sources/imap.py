"""A mailbox on an IMAP server (RFC 9051): polled by UID, woken by IDLE, left as it is unless the settings say otherwise."""

import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from mailbot.core.message import Key, Received
from mailbot.errors import FolderMissing, NotTrusted, SourceError, one_line
from mailbot.probe import Fact, tls_seen
from mailbot.settings import After, Tls
from mailbot.sources import Ledger, Limits
from mailbot.sources.imap_round import Round
from mailbot.sources.imap_session import Folder, IdleRefused, Login, Server, Session, in_words, plain
from mailbot.sources.imap_wire import Bounds
from mailbot.sources.patience import Patience

FLAG = b"$MailbotTaken"
"""Our own keyword for `after = "flag"`, where the server lets clients make up keywords; else \\Flagged."""

_IDLE_SECONDS = 60.0
"""One IDLE at most: connections die silently long before the 29 minutes of RFC 2177, and polling is the truth anyway."""


class ImapSource:
    """One folder of one account; see `Source` for the contract. Connects when first needed and again after every error.

    name: the mailbox in keys and errors; it must change when host, user or folder do.
    password: or a function that gives it, asked at each connection. login: in place of both user and password, logs the fresh
    session in by a `login_` method of its own choice (OAuth). tls `none` is for loopback only.
    ca_file: an authority to trust in place of the system's; ssl_context in place of both.
    after: leave, flag or move (to `move_to`); \\Seen is never used, it belongs to people.
    timeout, patience: seconds of silence, and for one command altogether.
    temporary: where large mails lie while they are read; None for the system's folder.
    """

    def __init__(
        self,
        name: str,
        *,
        host: str,
        user: str,
        password: str | Callable[[], str] = "",
        login: Login | None = None,
        port: int | None = None,
        tls: str = Tls.implicit,
        ca_file: Path | None = None,
        ssl_context: ssl.SSLContext | None = None,
        folder: str = "INBOX",
        after: str = After.leave,
        move_to: str = "",
        idle: bool = True,
        timeout: float = 30.0,
        patience: float = 300.0,
        limits: Limits | None = None,
        temporary: Path | None = None,
    ) -> None:
        self.name = name
        self._host, self._tls = host, Tls(tls)
        self._port = port or (993 if self._tls is Tls.implicit else 143)
        self._user, self._password, self._login = user, password, login
        self._ca_file, self._context = ca_file, ssl_context
        self._folder, self._after, self._move_to = folder, After(after), move_to
        self._idle = idle
        self._bounds = Bounds(timeout, patience)
        self._limits = limits or Limits()
        self._temporary = temporary
        self._patience = Patience()
        self._session: Session | None = None
        self._allowed_by: Session | None = None
        self._has_complained = False
        self._wake = threading.Event()

    def fetch(self, ledger: Ledger) -> Iterator[Received]:
        """One round over the folder, which is opened anew so that its UIDVALIDITY is the true one."""
        folder = self._opened()
        yield from Round(
            self.name, folder, lambda: self._on(folder.uidvalidity), ledger, self._limits, self._patience, self._temporary
        )

    def done(self, key: Key) -> None:
        """A mail that is gone is done with. What the server refuses for good is said once, and then the mail is left alone:
        an error each time would keep the next mails from being taken."""
        if self._after is After.leave:
            return
        session, uid = self._any_session(), int(key.uid)
        if session.folder.uidvalidity != key.uidvalidity:
            return
        try:
            self._mark(session, uid)
        except SourceError:
            # The connection may have been lost, before or after it was done: look, and try once on a new one.
            session = self._on(key.uidvalidity)
            if session.has(uid):
                self._mark_or_complain(session, uid)

    def wait(self, seconds: float) -> bool:
        """By IDLE where the server offers it, at most a minute at a time; else by sleeping."""
        try:
            if self._idle and self._session is not None and self._session.is_open and self._session.offers("IDLE"):
                return self._session.idle(min(seconds, _IDLE_SECONDS), self._wake) or self._wake.is_set()
            return self._wake.wait(seconds)
        except IdleRefused:
            self._idle = False
            return self._wake.wait(seconds)
        finally:
            self._wake.clear()

    def wake(self) -> None:
        self._wake.set()

    def close(self) -> None:
        if self._session is not None:
            self._session.close()

    def probe(self) -> list[Fact]:
        """Connect anew and look at everything this source will need; raises what `fetch` and `done` would meet."""
        self.close()
        session = self._connected()
        folder, server = session.folder, f"{one_line(self._host)}:{self._port}, "
        mails = f"{folder.exists} mail{'s' if folder.exists != 1 else ''}"
        facts = [
            tls_seen("connection", server, session.tls)
            if session.tls
            else Fact("connection", f"{server}plain text on loopback"),
            Fact("login", "by token or command" if self._login else one_line(self._user)),
            Fact("folder", f"{one_line(folder.name)}, {mails}, UIDVALIDITY {folder.uidvalidity}"),
            Fact("folders", in_words(session.folders())),
        ]
        if self._idle:
            polls = "new mail is noticed at the next poll only"
            facts.append(Fact("IDLE", "offered") if session.offers("IDLE") else Fact("IDLE", "not offered", polls))
        facts.append(Fact("after", self._after_allowed(session)))
        self.close()
        return facts

    def _mark_or_complain(self, session: Session, uid: int) -> None:
        try:
            self._mark(session, uid)
        except SourceError:
            if not self._has_complained:
                self._has_complained = True
                raise

    def _mark(self, session: Session, uid: int) -> None:
        if session is not self._allowed_by:
            self._after_allowed(session)
            self._allowed_by = session
        if self._after is After.flag:
            session.flag(uid, FLAG if session.folder.flags & {FLAG, b"\\*"} else b"\\Flagged")
        else:
            session.move(uid, self._move_to)
            if session.has(uid):  # imapclient's move() gives no new UID, and an OK proves nothing
                raise SourceError(self.name, f"the server said OK to moving a mail to {one_line(self._move_to)}, but did not")
        self._has_complained = False

    def _after_allowed(self, session: Session) -> str:
        """What will be done with recorded mail; a SourceError when the server does not allow it."""
        if self._after is After.leave:
            return "mail is left as it is"
        if session.folder.read_only:
            what = f"folder {one_line(self._folder)} is read-only: recorded mails can be neither flagged nor moved"
            raise SourceError(self.name, what, mend='grant write permission, or set after = "leave"', permanent=True)
        if self._after is After.flag:
            return "mail is flagged"
        if not session.offers("MOVE"):
            what = "the server does not offer MOVE, and copying and deleting is not safe"
            raise SourceError(self.name, what, mend='set after to "leave" or "flag"', permanent=True)
        there = session.folders()
        if self._move_to not in there:
            raise FolderMissing(
                self.name, f"there is no folder {one_line(self._move_to)} to move mail to", mend=in_words(there)
            )
        return f"mail is moved to {one_line(self._move_to)}"

    def _opened(self) -> Folder:
        """The folder, selected now; a connection that has died since the last round is replaced without a word."""
        if self._session is not None and self._session.is_open:
            try:
                return self._session.select(self._folder, write=self._after is not After.leave)
            except SourceError as error:
                if error.permanent:
                    raise
        return self._connected().folder

    def _any_session(self) -> Session:
        return self._session if self._session is not None and self._session.is_open else self._connected()

    def _on(self, uidvalidity: int) -> Session:
        """A session on the folder as it was: a new connection may find another one under the same name."""
        session = self._any_session()
        if session.folder.uidvalidity != uidvalidity:
            raise SourceError(self.name, "the folder was made anew meanwhile")
        return session

    def _connected(self) -> Session:
        """Connect, log in and select. Every setting is looked at before the first byte is sent."""
        for setting in (self._host, self._user, self._folder, self._move_to):
            plain(setting)
        login = self._login or _by_password(self._user, self._password)
        session = Session(Server(self.name, self._host, self._port, self._tls, self._trust(), self._bounds))
        login(session)
        session.select(self._folder, write=self._after is not After.leave)
        self._session = session
        return session

    def _trust(self) -> ssl.SSLContext | None:
        if self._tls is Tls.none:
            return None
        if self._context is not None:
            return self._context
        try:
            return ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)
        except OSError as error:
            what = f"ca_file {one_line(str(self._ca_file))} holds no certificate that can be read"
            raise NotTrusted(self.name, what, mend="name a file of PEM certificates") from error


def _by_password(user: str, password: str | Callable[[], str]) -> Login:
    secret = plain(password if isinstance(password, str) else password())
    return lambda session: session.login_password(user, secret)
