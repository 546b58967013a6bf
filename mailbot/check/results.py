"""Where our mail server writes its Authentication-Results, and under which name: told from the newest mails.

So nobody has to guess whom to believe. What a sender can have written is never proposed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from mailbot.check import Finding, World, failure, ok, warning
from mailbot.errors import MailbotError

if TYPE_CHECKING:
    from mailbot.core.header import Fields
    from mailbot.settings import Settings

ENOUGH = 3
"""Mails in which a server has to be seen before it is proposed."""

_BELOW = "mail.authserv_below_received = true"
_MEND = "write the first word of Authentication-Results in a mail you received into mail.authserv_ids"
_UNNAMED = "take mail.topmost_without_id out, and name your server in mail.authserv_ids"


def look(world: World) -> Iterator[Finding]:
    """By the mails that were taken last: are the results of our server where they are believed? Before the first round by those
    that lie in the mailboxes."""
    from mailbot.check.headers import archived, waiting

    headers = archived(world.settings)
    with suppress(MailbotError):  # where a mailbox cannot be asked its own check says so
        headers = headers or waiting(world.settings)
    yield _told(world.settings, headers, "taken")


def look_live(world: World) -> Iterator[Finding]:
    """The same by the newest mails that lie in the mailboxes, such as one that somebody has just sent to see."""
    from mailbot.check.headers import waiting

    for name in world.settings.all_mailboxes:
        world.note(f"results: looking at the newest mails of mailbox {name} …")
    yield _told(world.settings, waiting(world.settings), "there")


def _told(settings: "Settings", headers: "Sequence[Fields]", how: str) -> Finding:
    mail = settings.mail
    if mail.authserv_ids:
        return _named(settings, headers, how)
    if mail.topmost_without_id:
        return _unnamed(headers, how)
    return _proposed(headers, signed=settings.dkim.check)


def _named(settings: "Settings", headers: "Sequence[Fields]", how: str) -> Finding:
    mail, names = settings.mail, ", ".join(settings.mail.authserv_ids)
    above, within = (sum(_has_ours(fields, mail.authserv_ids, below=below) for fields in headers) for below in (False, True))
    if not headers:
        return ok(f"no mail was {how} yet in which to look for the results of {names}")
    if not within:
        return warning(f"none of the last {len(headers)} mails has results of {names}: no server confirms a sender", _MEND)
    if within > above and not mail.authserv_below_received:
        return warning(
            f"in {within - above} of the last {len(headers)} mails {names} stands below the Received line of who took the mail "
            "in, where a sender may have written it: it is not believed there",
            f"if your server removes such fields from what comes in, as Gmail does, set {_BELOW}",
        )
    return ok(f"{within} of the last {len(headers)} mails have results of {names} where they are believed")


def _unnamed(headers: "Sequence[Fields]", how: str) -> Finding:
    """A sender can write a field without a name too; Exchange Online renames those from outside."""
    seen, of = sum(map(_is_of_exchange_online, headers)), f"of the last {len(headers)} mails"
    believed = "the topmost field is believed without a name"
    if not headers:
        return ok(f"{believed}; no mail was {how} yet that shows whether Exchange Online writes it")
    if not seen:
        return failure(f"{believed}, and in none {of} Exchange Online wrote it: anybody can", _UNNAMED)
    if seen < len(headers):
        return warning(f"{believed}, and in {len(headers) - seen} {of} Exchange Online did not write it", _UNNAMED)
    return ok(f"{believed}: Exchange Online wrote it in {seen} {of}")


def _proposed(headers: "Sequence[Fields]", *, signed: bool) -> Finding:
    """Nobody is believed: whom could one believe, and which line says so?"""
    none = "no server's results are believed" + ("; a sender is confirmed by a signature alone" if signed else "")
    if _is_most(sum(map(_is_of_exchange_online, headers)), headers):
        seen = f"in the last {len(headers)} mails the topmost results are Exchange Online's, which gives no name"
        return warning(f"{none}; {seen}", "write mail.topmost_without_id = true")
    surely, perhaps = (Counter(n for one in headers for n in names(one)) for names in (_above, _by_border))
    for found, more in ((surely, ""), (perhaps, " and, if it removes such fields from what comes in, set " + _BELOW)):
        name, times = next(iter(found.most_common(1)), ("", 0))
        if _is_most(times, headers):
            seen = f"{times} of the last {len(headers)} mails have results of {name}"
            return warning(f"{none}; {seen}", f'if that is your server, write mail.authserv_ids = ["{name}"]{more}')
    return ok(none)


def _is_most(times: int, headers: "Sequence[Fields]") -> bool:
    return times >= ENOUGH and times * 5 >= len(headers) * 4


def _above(fields: "Fields") -> set[str]:
    return _servers(fields, below=False)


def _by_border(fields: "Fields") -> set[str]:
    """Of those that stand where a sender may have written them the ones in the name of the machine that took the mail in."""
    from mailbot.core.authentication import organisational
    from mailbot.core.border import taken_in_by
    from mailbot.core.proof.hops import host_by

    at = taken_in_by(fields, below_received=True)
    lines = [value for name, value in fields if name == "received"]
    house = organisational(host_by(lines[at])) if at is not None else ""
    return {name for name in _servers(fields, below=True) if organisational(name) == house}


def _has_ours(fields: "Fields", names: Sequence[str], *, below: bool) -> bool:
    return not {name.casefold() for name in names}.isdisjoint(_servers(fields, below=below))


def _servers(fields: "Fields", *, below: bool) -> set[str]:
    """Who wrote results where no sender can have written them."""
    from mailbot.core.authentication import written_by
    from mailbot.core.border import written_by_us

    ours = (value for name, value in written_by_us(fields, below_received=below) if name == "authentication-results")
    return {server.casefold() for value in ours if (server := written_by(value))}


def _is_of_exchange_online(fields: "Fields") -> bool:
    """Whether its machines took the mail last, and wrote the topmost results, without a name."""
    from mailbot.core.authentication import written_by
    from mailbot.core.proof.hops import host_by

    hop = next((value for name, value in fields if name == "received"), "")
    results = next((value for name, value in fields if name == "authentication-results"), None)
    return results is not None and written_by(results) is None and host_by(hop).endswith(_EXCHANGE_ONLINE)


_EXCHANGE_ONLINE = (".outlook.com", ".office365.us", ".outlook.cn", ".outlook.de")
