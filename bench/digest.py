"""How long a digest takes, from the database to the finished mail, and how large that is: python -m bench.digest [ENTRIES …]"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from mailbot.core.call import Call, parse_call
from mailbot.core.letter import Letters
from mailbot.core.reading import Own
from mailbot.digests import Digests
from mailbot.resources import example_rules_dir, letter_templates
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from mailbot.store.tables import AnswerRow, MailRow, RevisionRow, SubmissionRow

OWN = Own(frozenset({"calls@example.org"}), "example.org", b"a key of thirty-two octets, fixed")
BEGIN = datetime(2021, 1, 20, 9, tzinfo=UTC)
NOW = datetime(2021, 2, 16, 8, tzinfo=UTC)
_WORDS, _AT_ONCE = 40, 5000
GROUPS = """
groups:
  - id: country
    name: Country
    question: work
    countries: true
  - id: sector
    name: Sector
    question: work
    values: {probation: [probation], police: [police], prison: [prison]}
"""


def main() -> None:
    file = example_rules_dir() / "ran-mental-health-2021.yaml"
    call = parse_call(file.read_text(encoding="utf-8") + GROUPS, file.name)
    for count in [int(word) for word in sys.argv[1:]] or [300, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(f"sqlite:///{folder}/mailbot.sqlite", now=BEGIN)
            _fill(store, call, count)
            store.numbers(call.slug)
            _measure(store, call, count)
            store.close()


def _measure(store: SqlStore, call: Call, count: int) -> None:
    letters = Letters(letter_templates(), OWN, "calls@example.org", "The team", ours=True)
    digests = Digests(store, letters, lambda: OWN, lambda: [call], "The team")
    begun, busy = time.perf_counter(), time.process_time()
    made = digests.compose(call, call.contacts[0], NOW.date(), NOW)
    took, busy = time.perf_counter() - begun, time.process_time() - busy
    assert made is not None
    mail, sheet = len(made.letter.raw) / 1e6, len(made.sheet) / 1e6
    print(f"{count:>7} entries: {took:6.2f} s ({busy:.2f} s of the processor), mail {mail:.2f} MB, sheet {sheet:.2f} MB")


def _fill(store: SqlStore, call: Call, count: int) -> None:
    dice = random.Random(1)
    words = ["".join(dice.choices("eeeaaiiooutnsrlhdcmpfgbvykwé", k=dice.randint(2, 9))) for _ in range(3000)]
    often = [1 / rank for rank in range(1, len(words) + 1)]  # as in any language, few words are most of the text
    said = [" ".join(dice.choices(words, often, k=dice.randint(_WORDS // 2, 2 * _WORDS))) + "." for _ in range(3000)]
    where = ("Belgium", "Germany", "France", "Spain", "Poland", "nowhere")
    sector = ("probation", "police", "prison", "a school")
    for first in range(1, count + 1, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, count + 1))
        with store._database.writing() as session:
            _add(session, MailRow, (_mail(n, call) for n in numbers))
            _add(session, SubmissionRow, (_entry(n, call) for n in numbers))
            _add(session, RevisionRow, (_version(n, count) for n in numbers))
            begins = {n: f"I work in {where[n % 6]} in {sector[n % 4]}. " for n in numbers}
            answers = (_answer(n, q, begins[n] * (q == 1) + dice.choice(said), call) for n in numbers for q in range(1, 7))
            _add(session, AnswerRow, answers)


def _add(session: Session, table: Any, rows: Iterator[dict[str, object]]) -> None:
    session.connection().execute(insert(table), list(rows))


def _mail(n: int, call: Call) -> dict[str, object]:
    at = _at(n)
    return {
        "id": n, "mailbox": "default", "uidvalidity": 1, "uid": str(n), "sha256": f"{n:064}", "size": 4000, "received_at": at,
        "arrived_at": at, "attempts": 1, "recorded_at": at, "became": "new", "reason": "answers-found", "notes": [],
        "kind": "human", "call": call.slug, "message_id": f"<{n}@example.org>", "fingerprint": f"{n:064}",
        "sender": f"jana.{n}@example.org", "reference": f"K7MQ-3XRT-{n:06}", "released": False, "done": True,
    }  # fmt: skip


def _entry(n: int, call: Call) -> dict[str, object]:
    address = f"jana.{n}@example.org"
    named = {"reference": f"K7MQ-3XRT-{n:06}", "call": call.slug, "name": f"Jana Novák {n}"}
    return {"id": n, **named, "address": address, "address_key": address, "created_at": _at(n)}


def _version(n: int, count: int) -> dict[str, object]:
    return {
        "id": n, "submission_id": n, "version": 1, "mail_id": n, "message_id": f"<{n}@example.org>", "received_at": _at(n),
        "timeliness": "late" if n > count * 0.98 else "on_time", "authentication": "aligned", "intent": "answer",
        "counts": True, "why": "answers-found", "unplaced": "", "unanswered": [], "signature": "",
    }  # fmt: skip


def _answer(n: int, question: int, text: str, call: Call) -> dict[str, object]:
    laid = {"confidence": 0.4 if (n + question) % 40 == 0 else 0.9, "how": "numbered", "source": "body"}
    return {"revision_id": n, "question": question, "question_id": call.questions[question - 1].id, "text": text, **laid}


def _at(n: int) -> datetime:
    return BEGIN + timedelta(seconds=20 * (n % 100_000))


if __name__ == "__main__":
    main()
