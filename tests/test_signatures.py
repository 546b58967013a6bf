"""Signatures verified as mails are taken: what they change, that they are asked for once, and that nothing waits for them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import pytest

from mailbot.core.proof.signed import KeyRecord
from mailbot.core.reading import Authentication
from mailbot.reader import InProcess, ReadingFailed
from mailbot.signatures import Signatures
from mailbot.store import Mail
from tests.core.proof.signers import signer
from tests.parts import NOW, Parts, reply

_T = TypeVar("_T")
HOUSE, LOOKALIKE, LIST = signer(), signer("examp1e.org"), signer("list.example")


class Zone:
    """A DNS in memory. asked: the names, in order. down: it does not answer."""

    def __init__(self) -> None:
        self.asked, self.down = list[str](), False
        self.records: dict[str, KeyRecord] = {**HOUSE.record(), **LOOKALIKE.record(), **LIST.record()}

    def __call__(self, names: Sequence[str], now: datetime) -> Mapping[str, KeyRecord]:
        self.asked += names
        if self.down:
            return {name: KeyRecord(name, None, "dns-did-not-answer", now) for name in names}
        return {name: self.records.get(name, KeyRecord(name, None, "key-gone", now)) for name in names}


class Clumsy(InProcess):
    """A reader whose worker is killed, or stumbles, over signatures."""

    def __init__(self, does: Callable[[], str]) -> None:
        self._does = does

    def do(self, _work: Callable[..., _T], *_arguments: object) -> "_T | str":
        return self._does()


def stumble() -> str:
    raise ReadingFailed("KeyError", "dkim:1")


def mailbot(zone: Zone, reader: InProcess | None = None) -> Parts:
    worker = reader or InProcess()
    return Parts(reader=worker, signatures=lambda store: Signatures(store, worker, zone))


def unvouched(body: str = "1. I work in probation.\r\n", message_id: str = "<1@example.org>") -> bytes:
    """As a server hands it over that says nothing of who sent it."""
    return reply(body=body, message_id=message_id).replace(b"dmarc=pass header.from=example.org", b"none")


def take(parts: Parts, raw: bytes) -> Mail:
    parts.deliver(raw)
    parts.round()
    return parts.store.mails(limit=1)[0]


def levels(parts: Parts) -> list[tuple[str, bool]]:
    [submission] = parts.store.submissions("a-call")
    return [(revision.authentication.value, revision.counts) for revision in submission.revisions]


def notes(parts: Parts) -> set[str]:
    return {entry.why for entry in parts.store.audit() if entry.what == "note"}


def test_a_signed_mail_and_a_signed_change_count_and_an_unsigned_change_is_kept_apart() -> None:
    parts = mailbot(Zone())
    changed = unvouched("1. I work in prisons.\r\n", "<2@example.org>")
    assert take(parts, HOUSE.sign(unvouched())).became == "new"
    assert take(parts, changed).reason == "weaker-than-first"
    assert take(parts, LOOKALIKE.sign(changed.replace(b"<2@", b"<3@"))).reason == "weaker-than-first"
    altered = HOUSE.sign(changed.replace(b"<2@", b"<4@")).replace(b"prisons", b"schools")
    assert take(parts, altered).reason == "weaker-than-first"
    assert take(parts, HOUSE.sign(changed.replace(b"<2@", b"<5@"))).became == "revision"
    assert levels(parts) == [("aligned", True), ("neutral", False), ("neutral", False), ("neutral", False), ("aligned", True)]
    assert notes(parts) == {"signed-by-own-domain", "own-signature-failed"}


def test_what_was_found_is_kept_with_the_mail_and_the_key_is_asked_for_once() -> None:
    zone = Zone()
    parts = mailbot(zone)
    raw = HOUSE.sign(unvouched())
    mail = take(parts, raw)
    [kept] = parts.store.signatures(mail.sha256) or ()
    assert (kept.aligned, kept.address, kept.key) == (True, "jana@example.org", HOUSE.record()[HOUSE.name])
    zone.down = True
    again = Signatures(parts.store, InProcess(), zone).of(mail.sha256, raw, mail.received_at, NOW)
    assert again == (kept,)
    assert zone.asked == [HOUSE.name]


def test_only_keys_of_the_senders_own_house_are_asked_for() -> None:
    zone = Zone()
    parts = mailbot(zone)
    take(parts, LIST.sign(LOOKALIKE.sign(unvouched())))
    take(parts, unvouched(message_id="<2@example.org>"))
    assert (zone.asked, notes(parts)) == ([], set())
    [submission] = parts.store.submissions("a-call")
    assert {revision.authentication for revision in submission.revisions} == {Authentication.neutral}


def test_when_the_dns_is_down_the_mail_is_taken_and_its_sender_stays_unconfirmed() -> None:
    zone = Zone()
    zone.down = True
    parts = mailbot(zone)
    mail = take(parts, HOUSE.sign(unvouched()))
    assert (mail.became, levels(parts)) == ("new", [("neutral", True)])
    assert notes(parts) == {"signature-not-checked"}
    zone.down = False
    assert [one.why for one in parts.store.signatures(mail.sha256) or ()] == ["dns-did-not-answer"]


@pytest.mark.parametrize(
    ("does", "why"), [(lambda: "reading-killed", "checking-took-too-long"), (stumble, "checking-failed")], ids=["kill", "fall"]
)
def test_a_mail_whose_signatures_cannot_be_looked_at_is_taken(does: Callable[[], str], why: str) -> None:
    parts = mailbot(Zone(), Clumsy(does))
    mail = take(parts, HOUSE.sign(unvouched()))
    assert (mail.became, levels(parts)) == ("new", [("neutral", True)])
    assert [one.why for one in parts.store.signatures(mail.sha256) or ()] == [why]


def test_a_server_of_ours_that_found_otherwise_is_not_overruled() -> None:
    parts = mailbot(Zone())
    denied = HOUSE.sign(reply(dmarc="fail"))
    assert take(parts, denied).reason == "authentication-failed"
