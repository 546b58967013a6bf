"""Checks that ask other machines: every mailbox, the relay, and the clock against theirs."""

import asyncio
import ssl
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from mailbot.check import Check, Finding, World, failure, ok, warning
from mailbot.core.keyed import LETTER, LONGEST_BOUNCE_PATH
from mailbot.errors import MailbotError, one_line
from mailbot.probe import Fact
from mailbot.sources import Source

if TYPE_CHECKING:
    from mailbot.settings import Mailbox, Settings

CLOCK = timedelta(minutes=2)
"""How far a server's clock may be ahead of ours before timeliness is in doubt."""

SOON = timedelta(days=30)
"""A certificate that ends within this time is named."""


class Probed(Source, Protocol):
    """A source that can be looked at, as all of ours can."""

    def probe(self) -> Sequence[Fact]:
        """What was seen, everything this source will need; raises what `fetch` and `done` would meet."""


def checks(world: World) -> list[Check]:
    """One for each mailbox of the settings; a single one where they cannot be read."""
    try:
        names = list(world.settings.all_mailboxes)
    except MailbotError:
        names = []
    boxes = [Check(f"mailbox {name}", "login, folder, IDLE", _mailbox(name)) for name in names]
    rest = [
        Check("relay", "TLS, login, would our From be taken?", _relay),
        Check("signatures", "do the name servers that know the keys of signers answer?", _signatures),
        Check("clock", "is our clock that of the mail servers?", _clock),
    ]
    if world.send_to:
        rest.append(Check("proof", "is a letter of ours taken by the relay?", _proof, ("settings", "interpreter", "relay")))
    return [*(boxes or [Check("mailbox", "login, folder, IDLE", lambda _: ())]), *rest]


def _mailbox(name: str) -> Callable[[World], Iterator[Finding]]:
    def look(world: World) -> Iterator[Finding]:
        from mailbot.app import source_of

        box = world.settings.all_mailboxes[name]
        if box.host:
            world.note(f"mailbox {name}: asking {box.host}:{box.port}, at most {box.timeout_seconds:g} s an answer …")
        source = cast(Probed, source_of(name, box, world.settings))
        try:
            facts = source.probe()
        finally:
            source.close()
        yield from _told(facts, world)

    return look


def _relay(world: World) -> Iterator[Finding]:
    from mailbot.app import relay_of

    settings = world.settings
    relay = settings.relay
    world.note(f"relay: asking {relay.host}:{relay.port}, at most {relay.timeout_seconds:g} s an answer …")
    envelope = settings.mail.envelope
    sender = envelope.replace(LETTER, "0" * (64 - LONGEST_BOUNCE_PATH)) or settings.mail.address
    facts = asyncio.run(relay_of(settings).probe(sender, null_path=not envelope))
    yield from _told(facts, world)


def _signatures(world: World) -> Iterator[Finding]:
    """Whether they answer at all: that there is no such key is an answer too."""
    from mailbot.app import dns_of

    settings = world.settings
    if not settings.dkim.check:
        yield ok("signatures of mails are not verified (dkim.check = false)")
        return
    whom = ", ".join(settings.dkim.name_servers) or "this machine's name server"
    world.note(f"signatures: asking {whom}, at most {settings.dkim.seconds:g} s …")
    name = f"mailbot-check._domainkey.{settings.mail.message_id_domain}"
    if dns_of(settings)([name], world.now)[name].why == "dns-did-not-answer":
        mend = "name servers that do in dkim.name_servers, or set dkim.check = false: each signed mail waits for them"
        yield warning(f"{whom} does not answer: no signature can be verified", mend)
    else:
        yield ok(f"{whom} answers; DKIM is verified when a mail is taken")


def _told(facts: Sequence[Fact], world: World) -> Iterator[Finding]:
    yield ok("; ".join(f"{fact.what} {fact.seen}" for fact in facts))
    for fact in facts:
        if fact.warning:
            yield warning(f"{fact.what} {fact.seen}", fact.warning)
        if fact.certificate_ends is not None and fact.certificate_ends < world.now + SOON:
            yield warning(f"{fact.what} {fact.seen}", f"have it renewed, it ends in less than {SOON.days} days")


# the clock


def _clock(world: World) -> Iterator[Finding]:
    """A server that took a mail in our future shows that one of the two clocks is off; which one, a person finds out."""
    seen = []
    for name, box in world.settings.all_mailboxes.items():
        try:
            newest = _newest_in_maildir(box) if box.path is not None else _newest_on_server(world.settings, name, box)
        except MailbotError:
            seen.append(f"mailbox {name} could not be asked")  # its own check says why
            continue
        now = datetime.now(UTC)
        if newest is not None and newest > now + CLOCK:
            ahead = int((newest - now).total_seconds())
            yield failure(
                f"the newest mail of mailbox {name} was received {ahead} s in our future: one of the two clocks is off",
                "set this machine's clock by NTP (timedatectl set-ntp true), or tell those who run the mail server",
            )
            return
        seen.append(
            f"mailbox {name} holds no mail from the future" if newest else f"mailbox {name} has no mail to compare with"
        )
    disk = _disk_ahead(world.settings.folders.data)
    if disk > CLOCK:
        yield failure(
            f"files are dated {int(disk.total_seconds())} s in our future", "the disk is another machine's: set both by NTP"
        )
        return
    yield ok("; ".join(seen))


def _newest_in_maildir(box: "Mailbox") -> datetime | None:
    """By the time of the files that the mail server wrote."""
    times = [
        entry.stat().st_mtime
        for folder in ("new", "cur")
        for entry in (Path(str(box.path)) / folder).glob("*")
        if entry.is_file()
    ]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _newest_on_server(settings: "Settings", name: str, box: "Mailbox") -> datetime | None:
    """INTERNALDATE of the mail with the highest UID; None where the folder is empty."""
    from mailbot.sources.imap_session import Server, Session
    from mailbot.sources.imap_wire import Bounds

    user, password = settings.login(name)
    bounds = Bounds(float(box.timeout_seconds), 4 * float(box.timeout_seconds))
    session = Session(Server(name, box.host, box.port, box.tls, _trust(box.ca_file), bounds))
    try:
        session.login_password(user, password.reveal())
        folder = session.select(box.folder, write=False)
        uids = session.search(max(1, (folder.uidnext or 1) - 1000))[-1:]
        newest = [described.received_at for described in session.describe(uids).values()] if uids else []
    finally:
        session.close()
    return newest[0] if newest else None


def _disk_ahead(data: Path) -> timedelta:
    """How far ahead of ours the clock is that dates the files of the data folder; a network disk has one of its own."""
    try:
        with tempfile.NamedTemporaryFile(dir=data, prefix=".check-") as file:
            dated = Path(file.name).stat().st_mtime
    except OSError:
        return timedelta()
    return timedelta(seconds=dated) - timedelta(seconds=datetime.now(UTC).timestamp())


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(ca_file) if ca_file else None)


# a letter of proof


def _proof(world: World) -> Iterator[Finding]:
    """A letter as it goes to organisers, handed to the relay. Whether it arrives, the person at that address sees."""
    from mailbot.app import key_of, own_of, relay_of
    from mailbot.core.known import Wording
    from mailbot.core.letter import Letters
    from mailbot.relay import Verdict
    from mailbot.resources import letter_templates

    settings = world.settings
    mail = settings.mail
    own = own_of(settings, [], key_of(settings.folders.data), Wording())
    letters = Letters(letter_templates(settings.folders.templates), own, mail.address, mail.name, mail.envelope)
    what = "This is a letter of proof from mailbot check. All is well if you can read it."
    mend = "Look into its Authentication-Results: spf, dkim and dmarc should say pass."
    occasion = f"check {world.now.isoformat()}"
    letter = letters.plain_notice(world.send_to, what=what, mend=mend, occasion=occasion, now=world.now)
    world.note(f"proof: handing a letter for {one_line(world.send_to)} to the relay …")

    async def send() -> Finding:
        relay = relay_of(settings)
        try:
            delivery = await relay.send(letter)
        finally:
            await relay.close()
        if delivery.verdict is Verdict.accepted:
            return ok(f"the relay took a letter for {one_line(world.send_to)}; look whether it arrives, and not among spam")
        return failure(
            f"the relay did not take the letter ({delivery.verdict.value} {delivery.code or ''}): {delivery.text}", ""
        )

    yield asyncio.run(send())
