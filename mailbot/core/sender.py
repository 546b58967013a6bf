"""Who wrote: the one From address, if it is clear, and how sure its domain is."""

import re
from collections.abc import Sequence

from mailbot.core import address as addresses
from mailbot.core import header
from mailbot.core.address import Mailbox, Unclear
from mailbot.core.authentication import authentication
from mailbot.core.message import Message
from mailbot.core.proof.signed import Signature, summary, vouched
from mailbot.core.reading import Authentication, Own, Sender

UNCLEAR = "sender-unclear"
TWO = "two-senders"
NONE = "no-sender"
OTHER_NAME = "name-shows-another-address"


def sender(message: Message, own: Own, signed: Sequence[Signature] = ()) -> Sender:
    """The sender of a mail. Reply-To, Sender and anything the mail says of itself have no part in it.

    signed: its DKIM signatures as they were verified when it was taken; none where nobody did.

    Read strictly by ourselves and once more by mail-parser; what they do not agree on is for a person to look at. A name that
    shows another address than the real one keeps the address and is a problem.
    """
    fields = [value for name, value in message.raw_headers if name == "from"]
    if len(fields) > 1:
        return _nobody(TWO)
    mailbox = addresses.read(fields[0]) if fields else Unclear.nothing
    if isinstance(mailbox, Unclear):
        return _nobody({Unclear.nothing: NONE, Unclear.several: TWO}.get(mailbox, UNCLEAR))
    if not _agrees(mailbox, message):
        return _nobody(UNCLEAR)
    name = header.decoded(mailbox.name)
    address = mailbox.address
    checked = authentication(message, address.rpartition("@")[2], own, signed=vouched(signed, address))
    problem = OTHER_NAME if _misleads(name, address) else None
    return Sender(address, name, checked.level, problem, checked.sent_from_there, summary(signed, address))


def may_be_answered(message: Message, who: Sender) -> bool:
    """Whether a letter to From reaches who sent the mail, and not somebody in whose name it was sent.

    An aligned sender may. Else, first rule that speaks wins: SPF did not fail and was not passed for another domain only; the
    envelope named the same address (Return-Path, which the server that delivered writes: RFC 5321 4.4); nothing contradicts
    From. The last is for IMAP servers that write no Return-Path and operators who believe no server's results: a plain person
    there gets a letter, few of them, without a word of the mail (`manners.Limits`).
    """
    if who.authentication is Authentication.aligned:
        return True
    if who.authentication is Authentication.fail or who.sent_from_there is False:
        return False
    if not any(name == "return-path" for name, _ in message.raw_headers):
        return True
    path = message.first_raw("return-path").strip().strip("<>").casefold()
    return path == (who.address or "").casefold()


def _nobody(problem: str) -> Sender:
    return Sender(None, "", Authentication.neutral, problem)


def _agrees(mailbox: Mailbox, message: Message) -> bool:
    """Whether mail-parser found this one mailbox and no other."""
    return [addresses.address(address) for _, address in message.mailboxes] == [mailbox.address]


def _misleads(name: str, address: str) -> bool:
    """A name like `jana@ministry.example` before another address; mail programs show the name and hide the address."""
    shown = addresses.addresses_in(re.sub(r"\s*\[at\]\s*|\N{FULLWIDTH COMMERCIAL AT}", "@", name))
    return any(other != address.casefold() for other in shown)
