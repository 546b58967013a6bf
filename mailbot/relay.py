"""One SMTP conversation: a letter goes to the relay, and what came of it is a value."""

import asyncio
import os
import re
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from mailbot.core.clean import line
from mailbot.core.keyed import bounce_path
from mailbot.core.letter import Letter
from mailbot.core.wire import mailable
from mailbot.errors import MailbotError
from mailbot.probe import Fact, tls_seen
from mailbot.replies import Delivery, Step, Verdict, cannot, lost, replied
from mailbot.settings import Tls, is_loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import aiosmtplib

__all__ = ["Delivery", "Relay", "SmtpRelay", "Verdict"]

_T = TypeVar("_T")


class Relay(Protocol):
    async def send(self, letter: Letter) -> Delivery:
        """Hand over one letter, on a connection that is kept. Never raises for what a relay or a network can do."""

    async def close(self) -> None: ...


class SmtpRelay:
    """A relay reached by SMTP, with one connection that is kept between letters and made anew when the relay closed it.

    tls: 'starttls' (insisted on), 'implicit', or 'none', which only a relay on this machine may have.
    ca_file: trust this authority and no other; ssl_context: what to trust is decided elsewhere.
    password: the word, or what gives it, asked at each login. oauth_token: gives a fresh access token (XOAUTH2), instead of a
    password. timeout: seconds for each answer. end_timeout: for the one to the end of a letter, five times that (RFC 5321
    4.5.3.2.6: some relays read the letter first, and who gives up early sends it twice). idle: seconds after which a
    connection is not trusted.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls: str = Tls.starttls,
        ssl_context: ssl.SSLContext | None = None,
        ca_file: Path | str | None = None,
        user: str = "",
        password: str | Callable[[], str] = "",
        oauth_token: Callable[[], Awaitable[str]] | None = None,
        timeout: float = 60.0,
        end_timeout: float | None = None,
        helo: str = "",
        idle: float = 60.0,
    ) -> None:
        self._host, self._port, self._tls = host, port, Tls(tls)
        self._ssl_context, self._ca_file = ssl_context, ca_file
        self._user, self._password, self._oauth_token = user, password, oauth_token
        self._timeout, self._end_timeout = timeout, 5 * timeout if end_timeout is None else end_timeout
        self._helo, self._idle = helo, idle
        self._smtp: aiosmtplib.SMTP | None = None
        self._step = Step.connect
        self._used = 0.0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turn = asyncio.Lock()

    async def send(self, letter: Letter) -> Delivery:
        """Hand over one letter; the steps of `Step` in that order, and what each answer means is in mailbot.replies."""
        unfit = _unfit(letter)
        if unfit:
            return Delivery(Verdict.permanent, None, unfit)
        async with self._alone():
            try:
                return await self._hand_over(await self._connected(), letter)
            except _Failed as failed:
                return failed.delivery

    async def probe(self, sender: str, *, null_path: bool = True) -> Sequence[Fact]:
        """Everything up to naming a recipient, so that no mail is sent. Raises MailbotError with the mend for what fails.

        null_path: also ask whether the relay takes letters without a return address.
        """
        async with self._alone():
            try:
                smtp = await self._connected()
                reached = Fact("reached", f"{self._host}:{self._port}")
                facts = [reached, self._tls_seen(smtp), Fact("login", self._login_seen())]
                await self._names_sender(smtp, sender)
                facts.append(Fact("sender", f"{sender} taken"))
                return [*facts, await self._null_path(smtp)] if null_path else facts
            except _Failed as failed:
                what = f"relay {self._host}:{self._port}: {failed.delivery.text}"
                raise MailbotError(what, mend=_MEND[self._step]) from failed
            finally:
                await self._quit()

    async def close(self) -> None:
        """Say goodbye and let go. May be repeated; a later `send` connects anew."""
        async with self._alone():
            await self._quit()

    # one conversation

    @asynccontextmanager
    async def _alone(self) -> "AsyncIterator[None]":
        loop = asyncio.get_running_loop()
        if loop is not self._loop:  # a connection cannot move to another event loop
            self._loop, self._smtp, self._turn = loop, None, asyncio.Lock()
        async with self._turn:
            yield

    async def _connected(self) -> "aiosmtplib.SMTP":
        """A connection on which a letter can begin: the one we have, if the relay still answers, else a new one."""
        smtp = self._smtp
        if smtp is not None and smtp.is_connected and asyncio.get_running_loop().time() - self._used < self._idle:
            self._step = Step.sender
            try:
                await self._ask(smtp.rset())
                return smtp
            except _Failed:
                pass  # closed while we were silent: that is the relay's right, and tells nothing of the next one
        self._drop()
        return await self._connect()

    async def _connect(self) -> "aiosmtplib.SMTP":
        import aiosmtplib

        if self._tls is Tls.none and not is_loopback(self._host):
            raise _Failed(cannot("mail leaves this machine only with TLS"))
        smtp = self._smtp = aiosmtplib.SMTP(
            hostname=self._host,
            port=self._port,
            timeout=self._timeout,
            use_tls=self._tls is Tls.implicit,
            start_tls=False,  # never None, which goes on in clear where STARTTLS was taken out; asked for below
            tls_context=self._context() if self._tls is not Tls.none else None,
            local_hostname=self._helo or None,
        )
        self._step = Step.connect
        await self._ask(smtp.connect())
        self._helo = smtp.local_hostname or self._helo  # found by a look into the DNS, once is enough
        self._step = Step.hello
        await self._ask(smtp.ehlo())
        if self._tls is Tls.starttls:
            self._step = Step.tls
            await self._ask(smtp.starttls())
            self._step = Step.hello
            await self._ask(smtp.ehlo())
        self._step = Step.login
        await self._ask(self._login(smtp))
        return smtp

    def _context(self) -> ssl.SSLContext:
        """Made anew for each connection: an authority's file may have been renewed."""
        if self._ssl_context is not None:
            return self._ssl_context
        try:
            return ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)
        except OSError as error:
            raise _Failed(cannot(f"the file of the certificate authority cannot be read: {error.strerror or error}")) from error

    async def _login(self, smtp: "aiosmtplib.SMTP") -> None:
        """By the one best way. aiosmtplib's own `login` tries them all with the same wrong password, which locks accounts."""
        if not self._user:
            return
        offered = smtp.server_auth_methods
        if self._oauth_token is not None:
            if "xoauth2" not in offered:
                raise _Failed(cannot(f"the relay offers no login by token, only {', '.join(offered) or 'none'}"))
            await smtp.auth_xoauth2(self._user, await self._oauth_token())
            return
        password = self._password if isinstance(self._password, str) else self._password()
        ways = {"plain": smtp.auth_plain, "login": smtp.auth_login, "cram-md5": smtp.auth_crammd5}
        way = next((ways[name] for name in ways if name in offered), None)
        if way is None:
            raise _Failed(cannot(f"the relay offers no login by password, only {', '.join(offered) or 'none'}"))
        await way(self._user, password)

    async def _names_sender(self, smtp: "aiosmtplib.SMTP", sender: str, *options: str) -> None:
        self._step = Step.sender
        await self._ask(smtp.mail(sender, options=options))

    async def _hand_over(self, smtp: "aiosmtplib.SMTP", letter: Letter) -> Delivery:
        size = [f"SIZE={len(letter.raw)}"] if smtp.supports_extension("size") else []
        await self._names_sender(smtp, bounce_path(letter.envelope_sender, letter.message_id), *size)
        self._step = Step.recipient
        # A letter without return address is not worth a bounce to the relay's postmaster either (RFC 3461 4.1).
        never = ["NOTIFY=NEVER"] if not letter.envelope_sender and smtp.supports_extension("dsn") else []
        await self._ask(smtp.rcpt(letter.recipient, options=never))
        self._step = Step.data
        await self._ask(smtp.execute_command(b"DATA"), 354)
        self._step = Step.end
        code, text = await self._ask(self._body(smtp, letter.raw), 250)
        self._used = asyncio.get_running_loop().time()
        return Delivery(Verdict.accepted, code, line(text)[:300])

    async def _body(self, smtp: "aiosmtplib.SMTP", raw: bytes) -> "aiosmtplib.SMTPResponse":
        """The letter and its end. Not by aiosmtplib's `data`, which cannot tell a loss before the letter from one after it."""
        import aiosmtplib

        if smtp.protocol is None:
            raise aiosmtplib.SMTPServerDisconnected("the connection was lost")
        smtp.protocol.write(re.sub(rb"(?m)^\.", b"..", raw) + b".\r\n")  # RFC 5321 4.5.2
        return await smtp.protocol.read_response(timeout=self._end_timeout)

    # looking

    def _tls_seen(self, smtp: "aiosmtplib.SMTP") -> Fact:
        if self._tls is Tls.none:
            return Fact("TLS", "none, the relay is on this machine")
        return tls_seen("TLS", "", smtp.get_transport_info("ssl_object"))

    def _login_seen(self) -> str:
        if not self._user:
            return "none asked for"
        return "accepted, by token" if self._oauth_token is not None else "accepted"

    async def _null_path(self, smtp: "aiosmtplib.SMTP") -> Fact:
        await self._ask(smtp.rset())
        try:
            await self._names_sender(smtp, "")
        except _Failed as failed:
            return Fact("null path", f"refused ({failed.delivery.text})", "give mail.envelope_sender an address")
        return Fact("null path", "taken")

    # what went wrong

    async def _ask(self, answer: Awaitable[_T], expected: int | None = None) -> _T:
        """The answer, or _Failed with what it means at this step. The connection is kept where it can still be used."""
        try:
            reply = await answer
            if expected is not None and isinstance(reply, tuple) and reply[0] != expected:
                raise _Failed(self._replied(*reply))
            return reply
        except _Failed as failed:
            self._keep_or_drop(failed.delivery)
            raise
        except Exception as error:
            delivery = self._meaning(error)
            if delivery is None:
                self._drop()
                raise
            self._keep_or_drop(delivery)
            raise _Failed(delivery) from error
        except BaseException:  # cancelled in the middle: nobody knows what comes next on this connection
            self._drop()
            raise

    def _meaning(self, error: Exception) -> Delivery | None:
        """What an exception of aiosmtplib or below it means; None when it is neither the relay's nor the network's."""
        import aiosmtplib

        cause = error.__cause__ if isinstance(error, aiosmtplib.SMTPConnectError) else error
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cannot(f"the relay's certificate is not trusted: {cause.verify_message or cause.reason}")
        if isinstance(cause, ssl.SSLError):
            return cannot(f"TLS with the relay failed: {cause.reason or type(cause).__name__}")
        if isinstance(error, aiosmtplib.SMTPResponseException):
            return self._replied(error.code, error.message)
        if isinstance(error, aiosmtplib.SMTPTimeoutError | TimeoutError):
            return lost(self._step, "no answer in time")
        if isinstance(error, aiosmtplib.SMTPConnectError):
            return lost(self._step, _reason(error))
        if isinstance(error, OSError):
            return lost(self._step, "the connection was lost")
        if isinstance(error, aiosmtplib.SMTPException):
            return cannot(error.message)
        if isinstance(error, MailbotError):  # no token to be had
            return cannot(error.line())
        return None

    def _replied(self, code: int, text: str) -> Delivery:
        offers = self._smtp.server_auth_methods if self._smtp is not None else []
        return replied(self._step, code, text, anonymous=not self._user and bool(offers))

    def _keep_or_drop(self, delivery: Delivery) -> None:
        early = self._step in (Step.connect, Step.hello, Step.tls, Step.login)
        if early or delivery.code in (None, 421):
            self._drop()
        self._used = asyncio.get_running_loop().time()

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None

    async def _quit(self) -> None:
        if self._smtp is not None and self._smtp.is_connected:
            with suppress(_Failed):
                await self._ask(self._smtp.quit(timeout=min(5.0, self._timeout)))
        self._drop()


class _Failed(Exception):
    """The conversation cannot go on; `delivery` is what that means."""

    def __init__(self, delivery: Delivery) -> None:
        super().__init__(delivery.text)
        self.delivery = delivery


def _reason(error: Exception) -> str:
    cause = error.__cause__
    if not isinstance(cause, OSError):
        return "no connection: the connection was closed"
    # asyncio writes "Connect call failed" and the address in place of the system's words, but keeps its number.
    in_words = cause.strerror if isinstance(cause, socket.gaierror) or not cause.errno else os.strerror(cause.errno)
    return f"no connection: {in_words or 'the connection was closed'}"


def _unfit(letter: Letter) -> str:
    """Why these addresses must not become arguments of a command; '' when they may."""
    if mailable(letter.recipient)[0] != letter.recipient:
        return "the recipient's address cannot be sent to safely"
    sender = bounce_path(letter.envelope_sender, letter.message_id)
    if sender and (not sender.isascii() or mailable(sender)[0] is None):
        return "the envelope sender's address cannot be used safely"
    return ""


_MEND = {
    Step.connect: "look at relay.host and relay.port, and whether a firewall stands between",
    Step.hello: "look at relay.host and relay.port; the server there says no to our name",
    Step.tls: "a relay elsewhere must offer TLS: 587 with STARTTLS or 465 with implicit TLS; look at its name and certificate",
    Step.login: "look at relay.user and its password; some providers want a password for apps, or a token",
    Step.sender: "let the relay's account send as mail.address and mail.envelope_sender",
}
