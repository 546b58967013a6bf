"""For which call a mail is: by the mailbox it came in, the address the server recorded, or a letter of ours that it answers.

What the sender wrote (subject, plus tags, headers of its own) chooses nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.address import addresses_in
from mailbot.core.call import Call
from mailbot.core.keyed import verify_id
from mailbot.core.message import Message
from mailbot.core.reading import Own


@dataclass(frozen=True, slots=True)
class Found:
    """call: None when it is not clear. reason: named, why it is this call, or none. thread: our letters of that call that the
    mail answers."""

    call: Call | None
    reason: str
    thread: tuple[str, ...] = ()


def which_call(message: Message, calls: Sequence[Call], own: Own, mailbox: str | None) -> Found:
    """Choose among the calls of the mailbox; with mailbox None among all of them."""
    here = [call for call in calls if mailbox is None or call.mailbox == mailbox]
    threads = {call.slug: ids for call in here if (ids := _letters_answered(message, call, own))}
    addressed = _by_address(message, calls)
    candidates, reason = addressed or here, "by-address" if addressed else "only-call"
    if len(candidates) > 1:
        candidates, reason = [call for call in candidates if call.slug in threads] or candidates, "by-thread"
    if not candidates:
        return Found(None, "no-call")
    if len(candidates) > 1 or candidates[0] not in here:
        return Found(None, "call-unclear")
    return Found(candidates[0], reason, threads.get(candidates[0].slug, ()))


def _by_address(message: Message, calls: Sequence[Call]) -> list[Call]:
    """The calls with an address that the mail was delivered to; what the server recorded comes before To and Cc."""
    for addresses in _recipients(message):
        found = [call for call in calls if not addresses.isdisjoint(address.casefold() for address in call.addresses)]
        if found:
            return found
    return []


def _recipients(message: Message) -> Iterator[set[str]]:
    for name in ("delivered-to", "x-original-to", "envelope-to"):
        yield _plain(message.first(name))  # the topmost one: those below may be the sender's
    yield _plain(", ".join([*message.all("to"), *message.all("cc")]))


def _plain(value: str) -> set[str]:
    """The addresses in a field, lower case, each also without its plus tag."""
    found = {address.casefold() for address in addresses_in(value)}
    return found | {f"{local.partition('+')[0]}@{domain}" for local, _, domain in (a.rpartition("@") for a in found)}


def _letters_answered(message: Message, call: Call, own: Own) -> tuple[str, ...]:
    ids = dict.fromkeys([*message.in_reply_to, *message.references])
    return tuple(i for i in ids if verify_id(i, call.slug, own))
