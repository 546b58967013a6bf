"""What verifying a mail's signatures gave when it was taken, by the mail's hash: the same octets read the same for ever."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from mailbot.core.proof.signed import KeyRecord, Signature, Verdict
from mailbot.store.connection import Database, Part
from mailbot.store.statements import core
from mailbot.store.tables import SignedRow


class Signatures(Part):
    """The part of the Store that remembers verdicts; see the Protocol."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        insert = sqlite.insert if database.sqlite else postgresql.insert
        self._keep = insert(core(SignedRow)).on_conflict_do_nothing()

    def signatures(self, sha256: str) -> tuple[Signature, ...] | None:
        with self._database.reading() as session:
            row = session.get(SignedRow, sha256)
        return tuple(_signature(one) for one in json.loads(row.signatures)) if row is not None else None

    def keep_signatures(self, sha256: str, found: Sequence[Signature], now: datetime) -> None:
        values = {"sha256": sha256, "checked_at": now, "signatures": json.dumps([_written(one) for one in found])}
        with self._database.writing() as session:
            session.connection().execute(self._keep, values)


def _written(one: Signature) -> dict[str, object]:
    key = one.key
    return {
        "domain": one.domain,
        "selector": one.selector,
        "algorithm": one.algorithm,
        "verdict": one.verdict.value,
        "why": one.why,
        "aligned": one.aligned,
        "address": one.address,
        "signed_at": _iso(one.signed_at),
        "expires_at": _iso(one.expires_at),
        "fields": list(one.fields),
        "whole_body": one.whole_body,
        "bits": one.bits,
        "key": _written_key(key) if key is not None else None,
    }


def _written_key(key: KeyRecord) -> dict[str, object]:
    record = key.record.decode("latin-1") if key.record is not None else None
    return {"name": key.name, "record": record, "why": key.why, "asked_at": _iso(key.asked_at)}


def _signature(said: Mapping[str, Any]) -> Signature:
    instants = {name: _instant(said[name]) for name in ("signed_at", "expires_at")}
    key = said["key"] and KeyRecord(
        said["key"]["name"],
        said["key"]["record"].encode("latin-1") if said["key"]["record"] is not None else None,
        said["key"]["why"],
        _instant(said["key"]["asked_at"]),
    )
    own = {"verdict": Verdict(said["verdict"]), "fields": tuple(said["fields"]), "key": key, **instants}
    return Signature(**{**said, **own})


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None
