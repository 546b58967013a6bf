"""CVE-2026-47086, 47087 (Cyrus): rights outlived their withdrawal. Who left a call file is told nothing more."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from mailbot.app import App
from mailbot.core.letter import LetterKind
from mailbot.engine.embedded import Service
from mailbot.replies import Step
from mailbot.settings import load
from tests.parts import ADDRESS, NOW, Clock, reply
from tests.smtp.relay import ScriptedRelay

CALL = """
slug: a-call
title: A call
zone: Europe/Brussels
questions:
  - {id: work, text: What line of work are you in?}
  - {id: time, text: What role does time play?}
deadline: 2035-02-17
addresses: [call@calls.example.net]
acknowledgement: {ack_from: 2020-01-01}
contacts:
"""
ANN, BEN = "ann@example.org", "ben@example.org"
OPERATOR = "operator@example.org"
REFUSED = b"550 5.1.1 no such user\r\n"


@dataclass
class World:
    """A mailbot on a Maildir; `refused` is one round in which the acknowledgement of a new mail fails for good."""

    folder: Path
    app: App
    clock: Clock
    mails: int = 0

    def contacts(self, *addresses: str) -> None:
        lines = [f"  - {{name: Somebody, address: {address}}}\n" for address in addresses]
        (self.folder / "rules" / "a-call.yaml").write_text(CALL + "".join(lines))

    def recorded(self) -> None:
        self.mails += 1
        n = self.mails
        mail = reply(f"p{n}@example.net", message_id=f"<{n}@example.net>")
        (self.folder / "Maildir" / "new" / f"{n}.example").write_bytes(mail)
        self.app.intake.round(self.app.sources["default"], self.clock)

    def refused(self) -> list[str]:
        """Whom the notices went to that followed on it, as the relay was told."""
        self.recorded()
        return asyncio.run(self.drain())

    async def drain(self) -> list[str]:
        async with ScriptedRelay({Step.recipient: [REFUSED]}, tls="none") as server:
            self.app.outbox._relay = server.client()
            await self.app.outbox.drain(self.clock)
            await self.app.outbox.close()
            return sorted(recipient for _, recipient, _ in server.letters)

    def told(self) -> Sequence[str]:
        return [row.letter.recipient for row in self.app.store.letters() if row.letter.kind is LetterKind.notice]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    for name in ("Maildir/new", "Maildir/cur", "Maildir/tmp", "rules"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mailbot.toml").write_text(
        f'[mail]\naddress = "{ADDRESS}"\noperator = "{OPERATOR}"\nauthserv_ids = ["mx.example.net"]\n'
        f'[mailbox]\nkind = "maildir"\npath = "Maildir"\n[relay]\nhost = "127.0.0.1"\ntls = "none"\n'
    )
    app = App.open(load(tmp_path / "mailbot.toml"), now=NOW)
    world = World(tmp_path, app, Clock())
    world.contacts(ANN, BEN)
    Service(app).reload()
    yield world
    app.close()


def test_both_contacts_hear_of_a_letter_that_failed_for_good(world: World) -> None:
    assert world.refused() == [ANN, BEN]


def test_a_contact_who_left_is_told_nothing_from_the_next_round_on(world: World) -> None:
    world.refused()
    world.contacts(BEN)
    Service(world.app).reload()
    assert world.refused() == [BEN]
    assert world.told().count(ANN) == 1


def test_a_letter_recorded_before_the_removal_is_no_right_to_hear_of_it_after(world: World) -> None:
    world.recorded()
    world.contacts(BEN)
    Service(world.app).reload()
    assert asyncio.run(world.drain()) == [BEN]
    assert ANN not in world.told()


def test_a_contact_who_wants_no_news_or_has_another_address_now_is_told_nothing(world: World) -> None:
    file = world.folder / "rules" / "a-call.yaml"
    file.write_text(file.read_text().replace(ANN, "ann@elsewhere.example").replace(f"{BEN}}}", f"{BEN}, digests: false}}"))
    Service(world.app).reload()
    assert world.refused() == ["ann@elsewhere.example"]


def test_when_the_last_contact_is_gone_the_operator_is_told(world: World) -> None:
    """A call file names somebody to turn to; who is not told of trouble says `digests: false`."""
    world.contacts(BEN)
    file = world.folder / "rules" / "a-call.yaml"
    file.write_text(file.read_text().replace(f"{BEN}}}", f"{BEN}, digests: false}}"))
    Service(world.app).reload()
    assert world.refused() == [OPERATOR]
    assert set(world.told()) == {OPERATOR}


def test_when_the_only_contact_is_deleted_the_call_goes_on_and_the_operator_is_told(world: World) -> None:
    """The file is broken then, and the last good version, which names the contact, stays in use."""
    world.contacts(BEN)
    Service(world.app).reload()
    world.contacts()
    Service(world.app).reload()
    assert [call.slug for call in world.app.calls()] == ["a-call"]
    assert world.refused() == [OPERATOR]
    assert BEN not in world.told()


def test_when_the_call_is_closed_the_operator_is_told(world: World) -> None:
    world.recorded()
    file = world.folder / "rules" / "a-call.yaml"
    (file.parent / "closed").mkdir()
    file.rename(file.parent / "closed" / file.name)
    Service(world.app).reload()
    assert asyncio.run(world.drain()) == [OPERATOR]
