"""For which call a mail is: by the mailbox it came in, the address the server recorded, a letter of ours that it answers, and
only where these leave several by what it says itself.

What the sender wrote opens no door: every call of a mailbox can be written to. Where it tells nothing sure a person chooses.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.address import addresses_in
from mailbot.core.call import Call
from mailbot.core.keyed import verify_id
from mailbot.core.message import Message
from mailbot.core.naming import by_subject, sections
from mailbot.core.reading import Own


@dataclass(frozen=True, slots=True)
class Found:
    """call: None when it is not clear. reason: named, why it is this call, or none. thread: our letters of that call that the
    mail answers. others: calls of the same mailbox whose questions stand in the mail too."""

    call: Call | None
    reason: str
    thread: tuple[str, ...] = ()
    others: tuple[Call, ...] = ()


def which_call(message: Message, calls: Sequence[Call], own: Own, mailbox: str | None) -> Found:
    """Choose among the calls of the mailbox; with mailbox None among all of them."""
    here = [call for call in calls if mailbox is None or call.mailbox == mailbox]
    threads = {call.slug: ids for call in here if (ids := _letters_answered(message, call, own))}
    addressed = _by_address(message, calls)
    candidates, reason = addressed or here, "by-address" if addressed else "only-call"
    asked = list(sections(message.text, here)) if len(here) > 1 else []
    for sign, chosen in _narrower(message, candidates, threads.keys(), asked):
        if len(candidates) > 1 and chosen:
            candidates, reason = chosen, sign
    if not candidates:
        return Found(None, "no-call")
    unclear = len(candidates) > 1 and reason != "by-questions"
    if unclear or candidates[0] not in here:
        return Found(None, "call-unclear")
    others = tuple(call for slug in asked for call in here if call.slug == slug and call is not candidates[0])
    return Found(candidates[0], reason, threads.get(candidates[0].slug, ()), others)


def _narrower(
    message: Message, candidates: Sequence[Call], threads: Collection[str], asked: Sequence[str]
) -> Iterator[tuple[str, list[Call]]]:
    """Fewer of the candidates, and by what, the surest sign first. By questions it may be several, which it then answers."""
    if len(candidates) > 1:
        yield "by-thread", [call for call in candidates if call.slug in threads]
        named = by_subject(message.subject, candidates)
        yield "by-subject", [named] if named is not None else []
        yield "by-questions", [call for slug in asked for call in candidates if call.slug == slug]


def _by_address(message: Message, calls: Sequence[Call]) -> list[Call]:
    """The calls with an address that the mail was delivered to; what the server recorded comes before To and Cc."""
    for addresses in _recipients(message):
        found = [call for call in calls if not addresses.isdisjoint(address.casefold() for address in call.addresses)]
        if found:
            return found
    return []


def is_addressed_to(message: Message, addresses: Collection[str]) -> bool:
    """Whether the sender wrote to one of these, by To or Cc; a mail that says nothing of whom it went to may have."""
    named = _plain(", ".join([*message.all("to"), *message.all("cc")]))
    return not named or not named.isdisjoint(address.casefold() for address in addresses)


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
