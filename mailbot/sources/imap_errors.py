"""What an IMAP server, its library or the network can do to us, as one of the errors a person can mend."""

import imaplib
import re
import socket
import ssl

from imapclient.exceptions import LoginError, ProtocolError

from mailbot.errors import LoginRefused, NotTrusted, SourceError

BROKEN = (imaplib.IMAP4.error, OSError, EOFError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What the libraries raise: their own errors, the network's, and those of reading an answer that is not IMAP."""

_TRANSIENT = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\]", re.IGNORECASE)
"""Response codes of a refused login that have nothing to do with the password (RFC 5530 3)."""


def translate(mailbox: str, doing: str, error: Exception) -> SourceError:
    """The error as a SourceError. doing: what was tried, to follow "while"."""
    for kinds, explain in _KINDS:
        if isinstance(error, kinds):
            return explain(mailbox, doing, error)
    # IMAPClient and imaplib fall over answers that are not IMAP in any way Python knows; their words may hold parts of mails.
    return SourceError(mailbox, f"the server's answer could not be understood while {doing} ({type(error).__name__})")


def _certificate(mailbox: str, doing: str, error: Exception) -> SourceError:
    reason = getattr(error, "verify_message", "") or "it could not be verified"
    mend = "use the name that stands in the certificate, let the server renew it, or name its authority with ca_file"
    return NotTrusted(mailbox, f"the server's certificate is not trusted while {doing}: {words(reason)}", mend=mend)


def _tls(mailbox: str, doing: str, error: Exception) -> SourceError:
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return _lost(mailbox, doing, error)
    reason = words(getattr(error, "reason", None) or error)
    mend = 'a port that speaks STARTTLS (143) needs tls = "starttls", one that does not (993) tls = "implicit"'
    return NotTrusted(mailbox, f"no TLS could be agreed upon while {doing}: {reason}", mend=mend)


def _login(mailbox: str, doing: str, error: Exception) -> SourceError:
    # IMAPClient makes a LoginError of everything that happens during a login, also of a lost connection.
    if isinstance(error.__context__, imaplib.IMAP4.abort):
        return _lost(mailbox, doing, error.__context__)
    if _TRANSIENT.search(str(error)):
        return SourceError(mailbox, f"the server has no time for us while {doing}: {words(error)}")
    return LoginRefused(
        mailbox, f"refused while {doing}: {words(error)}", mend="check user and password, and that IMAP is allowed"
    )


def _lost(mailbox: str, doing: str, error: Exception) -> SourceError:
    text = str(error)
    # imaplib quotes the line it did not expect; that line may be part of a mail.
    if "response:" in text or "line:" in text:
        text = "an answer that is not IMAP"
    elif "EOF" in text:
        text = "the server closed the connection"
    return SourceError(mailbox, f"connection lost while {doing}: {words(text)}")


def _refused(mailbox: str, doing: str, error: Exception) -> SourceError:
    if "authenticated but not connected" in str(error):
        # Exchange Online says OK to the login of an application and this to every command after it.
        mend = "the login works but has no permission for this mailbox: grant it full access, and check the user's name"
        return LoginRefused(mailbox, f"no permission while {doing}: {words(error)}", mend=mend)
    return SourceError(mailbox, f"the server refused {doing}: {words(error)}")


def _garbled(mailbox: str, doing: str, _error: Exception) -> SourceError:
    return SourceError(mailbox, f"the server's answer could not be understood while {doing}")


def _unknown_host(mailbox: str, doing: str, _error: Exception) -> SourceError:
    return SourceError(mailbox, f"the host's name is not known while {doing}", mend="check host, and that DNS works")


def _silent(mailbox: str, doing: str, _error: Exception) -> SourceError:
    return SourceError(mailbox, f"no answer in time while {doing}", mend="if it stays so: check host, port and firewall")


def _network(mailbox: str, doing: str, error: Exception) -> SourceError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return SourceError(mailbox, f"no connection while {doing}: {words(reason)}", mend="if it stays so: check host and port")


# First match wins: each class stands before its parents.
_KINDS = (
    (ssl.SSLCertVerificationError, _certificate),
    (ssl.SSLError, _tls),
    (LoginError, _login),
    (ProtocolError, _garbled),
    (imaplib.IMAP4.abort, _lost),
    (imaplib.IMAP4.error, _refused),
    (socket.gaierror, _unknown_host),
    (TimeoutError, _silent),
    (OSError, _network),
)


def words(of: object) -> str:
    """What a server said, on one line, printable and short; bytes shown as Python's b'…' lose that."""
    text = re.sub(r"^b'(.*)'$", r"\1", str(of))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]
