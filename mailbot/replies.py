"""What a relay's reply means for the letter and for those behind it. The same code means another thing at another step.

Until a recipient has been named nothing was said about the letter: what goes wrong there is ours or the relay's, and would
happen to the next letter too (`stop`). After that it is about this letter. Only once the letter itself is on the way can it be
that the relay has it and we do not know.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.clean import line


class Verdict(StrEnum):
    """accepted: the relay has it. transient: try later. permanent: never again. uncertain: lost after DATA, it may have it."""

    accepted = "accepted"
    transient = "transient"
    permanent = "permanent"
    uncertain = "uncertain"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one attempt came to. code: SMTP reply code if there was one. text: the relay's words, one line, neutralised.
    stop: the fault is ours or the relay's and not this letter's (refused login, no TLS): the others need not be tried now."""

    verdict: Verdict
    code: int | None = None
    text: str = ""
    stop: bool = False


class Step(StrEnum):
    """How far the conversation got (RFC 5321 3). end: from the first octet of the letter until the reply to its last one."""

    connect = "connect"
    hello = "EHLO"
    tls = "STARTTLS"
    login = "AUTH"
    sender = "MAIL FROM"
    recipient = "RCPT TO"
    data = "DATA"
    end = "end of data"


_ABOUT_US = frozenset({Step.connect, Step.hello, Step.tls, Step.login, Step.sender})
_LONGEST_TEXT = 300

# Refusals after the sender was taken that are about our account all the same: no login, password logins switched off (Exchange
# Online), not allowed to send as this address (Exchange Online, after the end of data), over the day's limit (Gmail, Exchange).
_OUR_ACCOUNT = re.compile(r"\b5\.7\.30\b|SendAsDenied|\b5\.4\.5\b|SubmissionQuotaExceeded", re.IGNORECASE)
_POLICY = re.compile(r"5\.7\.\d")  # RFC 3463 3.8: security or policy
_LETTER_TOO_BIG = re.compile(r"\b5\.3\.4\b|\bsize\b", re.IGNORECASE)


def replied(step: Step, code: int, text: str, *, anonymous: bool = False) -> Delivery:
    """The relay said something else than yes. anonymous: it offers logins, and we did not use one."""
    words = _words(text)
    if not 400 <= code <= 599:
        return lost(step, f"an answer that is none: {words}")
    if step in _ABOUT_US:
        if step is Step.sender and code == 552 and _LETTER_TOO_BIG.search(text):
            return Delivery(Verdict.permanent, code, words)
        return Delivery(Verdict.transient, code, f"{_REFUSED[step]}: {code} {words}", stop=True)
    if anonymous and code >= 500 and _POLICY.match(words):
        return Delivery(Verdict.transient, code, f"the relay wants a login: {code} {words}", stop=True)
    if code == 530 or (code >= 500 and _OUR_ACCOUNT.search(text)):
        return Delivery(Verdict.transient, code, f"our account may not send: {code} {words}", stop=True)
    return Delivery(Verdict.transient if code < 500 else Verdict.permanent, code, words)


def lost(step: Step, what: str) -> Delivery:
    """The connection broke, the relay fell silent, or what it said was no reply."""
    text = f"{_words(what)}, at {step}"
    if step is Step.end:
        return Delivery(Verdict.uncertain, None, text)
    return Delivery(Verdict.transient, None, text, stop=step in _ABOUT_US)


def cannot(what: str) -> Delivery:
    """Settings and relay do not fit: no TLS, a certificate nobody trusts, no login that both know."""
    return Delivery(Verdict.transient, None, _words(what), stop=True)


_REFUSED = {
    Step.connect: "the relay takes no mail from us",
    Step.hello: "the relay refused our name",
    Step.tls: "the relay offered TLS and then refused it",
    Step.login: "the relay refused the login",
    Step.sender: "the relay refused our sender address",
}


def _words(text: str) -> str:
    words = line(text)
    return words if len(words) <= _LONGEST_TEXT else words[:_LONGEST_TEXT] + " …"
