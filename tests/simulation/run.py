"""Play many seeds on all cores: `python -m tests.simulation.run SEEDS [FIRST]`; a failure is one number to run again.

python -m tests.simulation.run 20000          seeds 0 to 19999
python -m tests.simulation.run 1 4711         seed 4711 alone, with what broke

Ctrl-C ends it with what the seeds played so far came to.
"""

import argparse
import logging
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field

import structlog

from tests.simulation.ground import Ground
from tests.simulation.invariants import broken
from tests.simulation.world import World

BLOCK = 50


@dataclass(slots=True)
class Tally:
    """What a run of seeds came to: seeds played, mails, letters, power cuts, and the words of each broken invariant by seed."""

    seeds: int = 0
    mails: int = 0
    letters: int = 0
    cuts: int = 0
    broken: dict[int, list[str]] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        self.seeds += other.seeds
        self.mails += other.mails
        self.letters += other.letters
        self.cuts += other.cuts
        self.broken |= other.broken


def play(seeds: range, ground: Ground | None = None, asks: float = 0.5) -> Tally:
    """Each seed's story, and what it left. ground: on which to play; one of its own if none is given. asks: see World."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    tally, ground = Tally(), ground or Ground()
    for seed in seeds:
        world = World(seed, ground, asks)
        try:
            words = list(broken(world.run()))
        except Exception as error:  # noqa: BLE001 - an escaped error is a finding like any other
            words = [f"{type(error).__name__} escaped: {error}"]
        tally.add(Tally(1, len(world.posted), len(world.relay.accepted), world.crashes, {seed: words} if words else {}))
    return tally


def blocks(first: int, count: int) -> Iterator[range]:
    for start in range(first, first + count, BLOCK):
        yield range(start, min(start + BLOCK, first + count))


def _deaf() -> None:
    """Ctrl-C goes to every process of the terminal; the one that waits for the others says when to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=int)
    parser.add_argument("first", type=int, nargs="?", default=0)
    given = parser.parse_args()
    total, began = Tally(), time.monotonic()
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, max(1, given.seeds // BLOCK)), initializer=_deaf) as pool:
        plays = [pool.submit(play, block) for block in blocks(given.first, given.seeds)]
        try:
            for done in as_completed(plays):
                total.add(done.result())
                if sys.stderr.isatty():
                    print(f"\r{total.seeds} of {given.seeds} seeds, {len(total.broken)} broken", end="", file=sys.stderr)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            print(f"stopped before {given.seeds} seeds were played; those that were:")
    for seed, words in sorted(total.broken.items())[:20]:
        print(f"seed {seed}: " + "; ".join(words))
    kinds = Counter(words[0].split(":")[0] for words in total.broken.values())
    print(
        f"{total.seeds} seeds, {total.mails} mails, {total.letters} letters accepted, {total.cuts} power cuts, "
        f"{time.monotonic() - began:.0f} s: {len(total.broken)} seeds with a broken invariant {dict(kinds) or ''}"
    )
    return 1 if total.broken else 0


if __name__ == "__main__":
    sys.exit(main())
