"""The demo's world: a Maildir with the replies, both example calls, settings that can reach nothing but this machine."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mailbot.core.message import Key, Received
from mailbot.demo import Progress
from mailbot.demo.marking import mark_templates
from mailbot.mailfiles import topmost_received
from mailbot.resources import example_rules_dir, templates_dir
from mailbot.settings import Dkim, Folders, Mail, Mailbox, Protocol, Relay, Settings, Tls
from mailbot.sources import Ledger, Source

MAILS = Path(__file__).parent / "mails"
ADDRESS = "demo@calls.example.org"
SERVER = "mx.calls.example.org"
"""Whose Authentication-Results the demo believes; the mails carry them as a border server writes them."""

BEGIN = datetime(2021, 1, 20, 9, 0, tzinfo=UTC)
"""When the demo's clock starts: the day the first call was sent out."""

_LONG = timedelta(days=28)


def set_up(folder: Path, relay_port: int) -> Settings:
    """Write mailbox, call files and marked letters under `folder`; the settings for them are made here, not read."""
    _mailbox(folder / "mailbox")
    shutil.copytree(example_rules_dir(), folder / "rules")
    mark_templates(templates_dir(), folder / "templates")
    return Settings(
        mail=Mail(
            address=ADDRESS,
            operator="operator@example.org",
            name="Demo of mailbot",
            authserv_ids=[SERVER],
            authserv_below_received=True,
        ),
        mailbox=Mailbox(kind=Protocol.maildir, path=folder / "mailbox"),
        relay=Relay(host="127.0.0.1", port=relay_port, tls=Tls.none, per_minute=6000),
        dkim=Dkim(check=False),
        folders=Folders(data=folder / "data", rules=folder / "rules", templates=folder / "templates"),
    )


def _mailbox(folder: Path) -> None:
    """Each reply under its own name, its file as old as the topmost Received says: a Maildir's INTERNALDATE."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for mail in sorted(MAILS.glob("*.eml")):
        raw = mail.read_bytes()
        target = folder / "new" / mail.stem
        target.write_bytes(raw)
        received = topmost_received(raw) or BEGIN
        os.utime(target, (received.timestamp(), received.timestamp()))


class Clock:
    """The demo's clock follows the mails: each is read five seconds after it was received, as the service would have done."""

    def __init__(self) -> None:
        self._now = BEGIN

    def __call__(self) -> datetime:
        return self._now

    def at_least(self, instant: datetime) -> None:
        self._now = max(self._now, instant)


class Played:
    """A source that moves the clock as it hands out each mail, and says how many it was. evening: called a day after a mail
    that none follows for weeks."""

    def __init__(self, source: Source, clock: Clock, progress: Progress, evening: Callable[[], object]) -> None:
        self._source, self._clock, self._progress, self._evening = source, clock, progress, evening
        self.name = source.name

    def fetch(self, ledger: Ledger) -> Iterator[Received]:
        number = 0
        for number, received in enumerate(self._source.fetch(ledger), 1):
            if number > 1 and received.received_at - self._clock() > _LONG:
                self._clock.at_least(self._clock() + timedelta(days=1))
                self._evening()
            self._clock.at_least(received.received_at + timedelta(seconds=5))
            self._progress(number, "Reading replies")
            yield received
        self._progress(number, "Sending letters")

    def done(self, key: Key) -> None:
        self._source.done(key)

    def wait(self, seconds: float) -> bool:
        return self._source.wait(seconds)

    def wake(self) -> None:
        self._source.wake()

    def close(self) -> None:
        self._source.close()
