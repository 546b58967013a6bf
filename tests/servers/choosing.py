"""A call on real servers whose people are chosen by mail: mails come by IMAP, letters go by Postfix, days pass when told to.

All candidates share one folder of mails, each with an own address; whoever answers a letter answers one that arrived there.
"""

import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TypeVar

from imapclient import IMAPClient

from mailbot.app import App
from mailbot.core.call import Call
from mailbot.core.decisions import HOLDING, Offer
from mailbot.core.desk import Desk
from mailbot.offering import gather
from mailbot.settings import load
from tests.parts import Clock
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import DOMAIN, Postfix

MX = f"mx.{DOMAIN}"
OPENING = datetime(2021, 2, 1, 9, tzinfo=UTC)
CALLS, ANN, BEN = f"calls@{DOMAIN}", f"ann@{DOMAIN}", f"ben@{DOMAIN}"
TOWN = "town"
A = TypeVar("A", bound="Stage")
_PASSWORD = "secret of all"
_KIND = re.compile(r"<mailbot\.([a-z]+)\.")
_DELIVERED = re.compile(rb"^Delivered-To: <?([^>\s]+)", re.MULTILINE)
_WROTE = (
    "On {at:%a, %d %b %Y} at {at:%H:%M}, The team <{ours}> wrote:",
    "Am {at:%d.%m.%Y} um {at:%H:%M} schrieb The team <{ours}>:",
    "Le {at:%d/%m/%Y} à {at:%H:%M}, The team <{ours}> a écrit :",
)
_SETTINGS = """
[mail]
address = "{calls}"
name = "The team"
operator = "{ben}"
authserv_ids = ["{mx}"]
[mailbox]
kind = "imap"
host = "localhost"
port = {imap}
tls = "none"
user = "calls"
password = "{password}"
[relay]
host = "127.0.0.1"
port = {smtp}
tls = "none"
per_minute = 100000
[dkim]
check = false
"""


@dataclass(frozen=True)
class Got:
    """A letter that arrived. to: whom it was delivered to. kind: as its Message-ID says it."""

    raw: bytes

    @cached_property
    def message(self) -> EmailMessage:
        message = message_from_bytes(self.raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message

    @cached_property
    def to(self) -> str:
        found = _DELIVERED.search(self.raw)  # hundreds are looked through for one
        assert found
        return found[1].decode("ascii")

    @property
    def id(self) -> str:
        return str(self.message["Message-ID"])

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def kind(self) -> str:
        found = _KIND.match(self.id)
        assert found, self.id
        return found[1]

    @property
    def text(self) -> str:
        part = self.message.get_body(("plain",))
        assert part is not None
        content: str = part.get_content()
        return content.replace("\r\n", "\n")

    @cached_property
    def files(self) -> dict[str, bytes]:
        """What comes with it, by name."""
        parts = ((part.get_filename(), part.get_payload(decode=True)) for part in self.message.walk())
        return {name: octets for name, octets in parts if name and isinstance(octets, bytes)}

    def has(self, ending: str) -> bool:
        return any(name.endswith(ending) for name in self.files)

    def file(self, ending: str) -> bytes:
        """The one file of this ending that comes with it."""
        (octets,) = [octets for name, octets in self.files.items() if name.endswith(ending)]
        return octets


class Post:
    """What has arrived in one mailbox, in its order."""

    def __init__(self, client: IMAPClient) -> None:
        self._client, self._last, self.letters = client, 0, list[Got]()

    def look(self) -> int:
        """How many there are by now."""
        self._client.noop()
        uids = sorted(uid for uid in self._client.search(["UID", f"{self._last + 1}:*"]) if uid > self._last)
        for start in range(0, len(uids), 200):
            found = self._client.fetch(uids[start : start + 200], [b"BODY.PEEK[]"])
            self.letters += [Got(found[uid][b"BODY[]"]) for uid in sorted(found)]
        self._last = max(uids, default=self._last)
        return len(self.letters)


class Stage:
    """The service in this process, with its clock in our hands, on a Dovecot and a Postfix."""

    def __init__(
        self, folder: Path, dovecot: Dovecot, postfix: Postfix, call: str, people: Sequence[str], on: ExitStack
    ) -> None:
        for user in ("calls", "ann", "ben", TOWN):
            dovecot.add_user(user, _PASSWORD)
        for address in people:
            dovecot.add_user(address.partition("@")[0], _PASSWORD, home=dovecot.home(TOWN))
        (folder / "rules").mkdir()
        (folder / "rules" / "practices.yaml").write_text(call, encoding="utf-8")
        words = {"calls": CALLS, "ben": BEN, "mx": MX, "password": _PASSWORD, "imap": dovecot.imap, "smtp": postfix.smtp}
        (folder / "mailbot.toml").write_text(_SETTINGS.format(**words), encoding="utf-8")
        self._folder, self._dovecot, self._on, self._people = folder, dovecot, on, len(people)
        self._inbox = self._login("calls")
        self.posts = {name: Post(self._login(name)) for name in ("ann", "ben", TOWN)}
        self.clock, self._runner, self._numbers = Clock(OPENING), on.enter_context(asyncio.Runner()), count(1)
        self.sent, self.came = 0, 0
        self.app = self._open()
        on.callback(self._close)

    def restart(self) -> None:
        """As after a night on which the machine was off."""
        self._close()
        self.app = self._open()

    def tick(self, **span: float) -> None:
        """Time passes; mail is taken in, what is due is done, and all letters that left arrive."""
        self.clock.advance(**span)
        app, now = self.app, self.clock.now
        app.reload_calls(now)
        app.intake.round(app.sources["default"], self.clock)
        app.health.worked("default", now, 0)
        for part in (app.placing, app.mailing, app.digests):
            part.round(now)
        drained = self._runner.run(app.outbox.drain(self.clock))
        assert (drained.trouble, drained.failed, drained.deferred, drained.uncertain) == (None, 0, 0, 0)
        self.sent += drained.sent
        self._wait()
        self._check()

    def arrives(self, raw: bytes, when: datetime | None = None) -> None:
        """A mail lies in the mailbox of the call, taken by its server at that instant, now unless given."""
        self._inbox.append("INBOX", raw, (), (when or self.clock.now).replace(microsecond=0))
        self.came += 1

    def mail(
        self, sender: str, body: str, *, name: str = "", subject: str = "Call for practices", dmarc: str = "pass", **fields: str
    ) -> bytes:
        """A mail as the server next door hands it over. A field `Forged` is one more result, below the server's own."""
        message = EmailMessage()
        domain = sender.rpartition("@")[2]
        message["Authentication-Results"] = f"{MX}; dmarc={dmarc} header.from={domain}"
        if "Forged" in fields:
            message["Authentication-Results"] = fields.pop("Forged")
        message["From"] = f"{name} <{sender}>" if name else sender
        message["To"] = CALLS
        message["Subject"] = subject
        message["Date"] = self.clock.now
        message["Message-ID"] = f"<{next(self._numbers)}@client.{domain}>"
        for field, value in fields.items():
            message[field.replace("_", "-")] = value
        message.set_content(body)
        return message.as_bytes(policy=policy.SMTP)

    def replies(self, letter: Got, words: str, sender: str = "", *, style: int = 0, **how: str) -> None:
        """Who got the letter, or somebody else, answers it, with the letter quoted below."""
        wrote = _WROTE[style % len(_WROTE)].format(at=self.clock.now - timedelta(hours=1), ours=CALLS)
        quote = "".join(f"> {line}".rstrip() + "\n" for line in letter.text.splitlines())
        fields = {"subject": f"Re: {letter.subject}", "In_Reply_To": letter.id, "References": letter.id, **how}
        self.arrives(self.mail(sender or letter.to, f"{words}\n\n{wrote}\n\n{quote}", **fields))

    def to(self, address: str, *kinds: str) -> list[Got]:
        """What arrived at this address, the oldest first; of these kinds, where some are given."""
        post = self.posts.get(address.partition("@")[0], self.posts[TOWN])
        return [letter for letter in post.letters if letter.to == address and (not kinds or letter.kind in kinds)]

    def last(self, address: str, *kinds: str) -> Got:
        return self.to(address, *kinds)[-1]

    def new(self, address: str, *, after: int) -> list[str]:
        """Subjects of what arrived after so many letters."""
        return [letter.subject for letter in self.to(address)[after:]]

    @property
    def call(self) -> Call:
        (call,) = self.app.calls()
        return call

    @property
    def desk(self) -> Desk:
        with self.app.store.choosing(self.call.slug) as unit:
            return gather(unit, self.call)

    def stands(self) -> dict[int, str]:
        """Where each entry stands, by its number."""
        its = self.desk
        return {entry.number: its.stands[entry.reference].value for entry in its.entries}

    def held(self) -> list[Offer]:
        return [offer for offer in self.app.store.offers(self.call.slug) if offer.state in HOLDING]

    def _open(self) -> App:
        app = App.open(load(self._folder / "mailbot.toml"), now=self.clock.now)
        assert not app.shelf.problems
        return app

    def _close(self) -> None:
        self._runner.run(self.app.outbox.close())
        self.app.close()

    def _login(self, user: str) -> IMAPClient:
        client = self._on.enter_context(IMAPClient("localhost", self._dovecot.imap, ssl=False, timeout=30))
        client.normalise_times = False
        client.login(user, _PASSWORD)
        client.select_folder("INBOX")
        return client

    def _wait(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while (arrived := sum(post.look() for post in self.posts.values())) < self.sent:
            assert time.monotonic() < end, f"{arrived} of {self.sent} letters arrived"
            time.sleep(0.02)
        assert arrived == self.sent

    def _check(self) -> None:
        """What holds at every instant: no place is given twice or beyond their number, and nobody gets lost."""
        held = self.held()
        if not held:
            return
        its, places = self.desk, [offer.place for offer in held]
        assert len(places) == len(set(places)) == len({offer.reference for offer in held}) <= (self.call.places or 0)
        assert all(1 <= place <= (self.call.places or 0) for place in places)
        assert len(its.entries) == len(its.stands) == self._people


@contextmanager
def stage(folder: Path, dovecot: Dovecot, postfix: Postfix, call: str, people: Sequence[str], its: type[A]) -> Iterator[A]:
    with ExitStack() as on:
        yield its(folder, dovecot, postfix, call, people, on)
