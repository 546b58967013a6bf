"""What ought to have come of the mails about entries, judged a second time: by what people did and by the letters they had in
hand, without the code that decides in the product. Only the order in which the mails were recorded is the product's."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from mailbot.core.keyed import letter_message_id
from mailbot.core.letter import LetterKind, OutboxRow
from mailbot.store import Mail
from tests.simulation.people import Posted, Sort
from tests.simulation.record import Record
from tests.simulation.world import OWN

Owner = tuple[str, str]
"""A call and an address: whose entry."""
_USABLE = timedelta(days=14)


@dataclass(slots=True)
class Came:
    """withdrawn: entries that are. used: which mail (ledger row) used up the token of a letter (Message-ID), by yes or no.
    done: how often the owner's yes to a letter of this kind did what it was for. confirmed, closed: letters (Message-IDs) that
    the person named said yes to, that a contact answered. apart: rows recorded while the writer's entry was withdrawn.
    """

    withdrawn: set[Owner] = field(default_factory=set)
    used: dict[str, int] = field(default_factory=dict)
    done: Counter[tuple[Owner, LetterKind]] = field(default_factory=Counter)
    confirmed: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)


def came(left: Record) -> Came:
    """Play the mails once more, in the order in which they were recorded."""
    it, letters = Came(), {row.letter.message_id: row for row in left.letters}
    brought, own = _sent_on(left), _own_words(left)
    for row in (left.mails[mail_id] for mail_id in left.in_order):
        for mail in left.posted[row.sha256]:
            if row.call == mail.call and (mail.call, mail.address) in it.withdrawn:
                it.apart.add(row.id)
            if mail.sort is Sort.token and _is_good(it, row, mail, letters):
                if not (mail.yes and _is_overtaken(it, left, row, mail, brought, own)):
                    _use(it, row, mail)
            elif mail.sort is Sort.told and mail.letter and mail.aligned and mail.address == mail.letter.recipient:
                it.closed.add(mail.letter.message_id)
    return it


def _is_good(it: Came, row: Mail, mail: Posted, letters: dict[str, OutboxRow]) -> bool:
    """Whether this mail has the right to what the letter is for."""
    letter = mail.letter
    assert letter is not None
    theirs = mail.aligned and mail.address == letter.recipient and mail.call == letter.call
    in_time = row.received_at <= letters[letter.message_id].created_at + _USABLE
    return theirs and in_time and letter.message_id not in it.used


def _sent_on(left: Record) -> dict[str, Mail]:
    """The letter (Message-ID) that asks to confirm, and the mail that brought the answers."""
    rows = [row for row in left.mails.values() if any(mail.sort is Sort.sent_on for mail in left.posted[row.sha256])]
    return {letter_message_id(LetterKind.confirm, str(row.call), row.sha256, OWN): row for row in rows}


def _own_words(left: Record) -> dict[Owner, list[int]]:
    """Rows of what each owner surely wrote and that counts."""
    own: dict[Owner, list[int]] = {}
    for entry in left.all_entries():
        sure = [v.mail_id for v in entry.revisions if v.counts and left.mail_of(entry, v).sort is Sort.answer]
        own[entry.call, entry.address] = sure
    return own


def _is_overtaken(
    it: Came, left: Record, row: Mail, mail: Posted, brought: dict[str, Mail], own: dict[Owner, list[int]]
) -> bool:
    """Whether what was sent on cannot be confirmed any more: the entry is withdrawn, or its owner wrote later than that."""
    if mail.letter is None or mail.letter.kind is not LetterKind.confirm:
        return False
    owner, waiting = (mail.call, mail.address), brought[mail.letter.message_id]
    before = set(left.in_order[: left.in_order.index(row.id)])
    return owner in it.withdrawn or any(
        left.mails[n].received_at > waiting.received_at for n in own.get(owner, []) if n in before
    )


def _use(it: Came, row: Mail, mail: Posted) -> None:
    letter = mail.letter
    assert letter is not None
    owner = (mail.call, mail.address)
    it.used[letter.message_id] = row.id
    if not mail.yes:
        return
    it.done[owner, letter.kind] += 1
    if letter.kind is LetterKind.confirm:
        it.confirmed.add(letter.message_id)
    elif letter.kind is LetterKind.withdrawal:
        it.withdrawn.add(owner)
    else:
        it.withdrawn.discard(owner)
