"""How long a workbook of entries takes, and how large it is: python -m bench.sheet [ENTRIES …]"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from mailbot.core.call import parse_call
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness
from mailbot.papers import sheet
from mailbot.resources import example_rules_dir

_WORDS_AN_ANSWER = 60


def _answers() -> Iterator[str]:
    dice = random.Random(1)
    letters = "aeiourstnlmdpébcà"
    words = ["".join(dice.choices(letters, k=dice.randint(2, 10))) for _ in range(4000)]
    while True:
        yield " ".join(dice.choices(words, k=_WORDS_AN_ANSWER)) + "."


def entries(count: int, questions: int = 6) -> list[Entry]:
    """Made up, the same each time."""
    said, begin = _answers(), datetime(2021, 1, 20, 9, tzinfo=UTC)
    return [
        Entry(
            number=n,
            reference=f"K7MQ-3XRT-{n:06}",
            name=f"Jana Novák {n}",
            address=f"jana.{n}@example.org",
            sure=True,
            first_at=begin + timedelta(seconds=25 * n),
            changed_at=begin + timedelta(seconds=25 * n),
            version=1,
            timeliness=Timeliness.late if n % 50 == 0 else Timeliness.on_time,
            answers={number: next(said) for number in range(1, questions + (n % 9 != 0))},
            unsure=frozenset({2} if n % 11 == 0 else ()),
            missing=() if n % 9 else (questions,),
        )
        for n in range(1, count + 1)
    ]


def main() -> None:
    file = example_rules_dir() / "ran-mental-health-2021.yaml"
    call = parse_call(file.read_text(encoding="utf-8"), file.name)
    for count in [int(word) for word in sys.argv[1:]] or [300, 100_000]:
        made = entries(count)
        begun = time.perf_counter()
        out = BytesIO()
        sheet.write(out, call, made)
        took = time.perf_counter() - begun
        print(f"{count:>7} entries: {took:6.2f} s, {len(out.getvalue()) / 1e6:7.2f} MB")
        if len(sys.argv) > 1:
            Path("/dev/shm/bench.xlsx").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
