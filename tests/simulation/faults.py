"""What goes wrong, and when: one seeded source of every fault, so that a failure is one number to run again."""

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta

from tests.simulation.disk import PowerCut

STALLS = (timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=1), timedelta(hours=5))
"""How long a step may hang: a disk that wakes up, a server that is restarted, a laptop that was closed."""


class Faults:
    """Asked before every step of the world. `chance` is that of an error, `cuts` that of the power going off, `stalls` that of
    time passing in the middle of it, per step.

    After a cut the machine is off: every further step of the dying process is cut too, until `restart`. pass_time moves the
    world's clock.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.chance = rng.choice((0.0, 0.0, 0.01, 0.05, 0.2))
        self.cuts = rng.choice((0.0, 0.002, 0.01, 0.03))
        self.stalls = rng.choice((0.0, 0.0, 0.001, 0.01))
        self.pass_time: Callable[[timedelta], None] = lambda _: None
        self.off = False
        self.power_cuts = 0

    def calm(self) -> None:
        """From here on nothing goes wrong."""
        self.chance = self.cuts = self.stalls = 0.0

    def restart(self) -> None:
        self.off = False

    def cut(self, step: str) -> None:
        """Let time pass here, perhaps; cut the power, perhaps."""
        if self.off:
            raise PowerCut(step)
        if self._rng.random() < self.stalls:
            self.pass_time(self._rng.choice(STALLS))
        if self._rng.random() < self.cuts:
            self.off = True
            self.power_cuts += 1
            raise PowerCut(step)

    def fails(self, step: str) -> bool:
        """Whether this step meets an error; perhaps the power goes off instead."""
        self.cut(step)
        return self._rng.random() < self.chance

    def disk(self, step: str) -> None:
        if self.fails(step):
            raise OSError(self._rng.choice((5, 28)), "simulated")

    def database(self, step: str) -> None:
        """Let a statement or commit fail as SQLite does when it is locked or the disk is full."""
        if self.fails(step):
            raise sqlite3.OperationalError(
                self._rng.choice(("database is locked", "disk I/O error", "database or disk is full"))
            )
