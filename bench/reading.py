"""What reading a mail costs, as a multiple of mail-parser's own time on the same mail; and whether it grows with the size.

    python -m bench.reading [FOLDER]...   (default: the demo's mails and the corpora)

Both are timed in one run, the best of five of each, mail by mail, so that a busy machine slows both. Calls: both examples.
"""

import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mailparser import MailParser

from mailbot.core.call import parse_call
from mailbot.core.reading import Own, read

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT / "mailbot" / "demo" / "mails", ROOT / "tests" / "corpus", ROOT.parent / "shared" / "corpora"]
RECEIVED = datetime(2023, 3, 1, 12, tzinfo=UTC)


def main(folders: Sequence[Path]) -> None:
    logging.getLogger("mailparser").setLevel(logging.CRITICAL)
    calls = [parse_call(path.read_text(), path.name) for path in sorted((ROOT / "rules").glob("*.yaml"))]
    own = Own(addresses=frozenset(address for call in calls for address in call.addresses))
    mails = [path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.eml"))]
    seconds = [(_best(partial(MailParser.from_bytes, raw)), _best(partial(read, raw, RECEIVED, calls, own))) for raw in mails]
    theirs, ours = zip(*seconds, strict=True)
    ratios = [reading / parsing for parsing, reading in seconds]
    print(f"{len(mails)} mails: mail-parser alone {_ms(theirs)}, reading {_ms(ours)} (medians)")
    print(f"ratio: median {statistics.median(ratios):.2f}, nine in ten below {statistics.quantiles(ratios, n=10)[-1]:.2f}")


def _best(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of five."""
    return min(_seconds(work) for _ in range(5))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _ms(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.2f} ms"


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or FOLDERS)
