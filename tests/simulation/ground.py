"""What many seeds stand on: one store in memory, emptied between them, which asks the faults of the seed being played."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import event

from mailbot.store.opening import open_store, start_over
from tests.simulation.faults import Faults


class Ground:
    """A fresh store would compile all its statements anew; emptying one takes a millisecond."""

    def __init__(self) -> None:
        self._rng, self._faults = random.Random(0), None
        self.store = open_store("sqlite://", now=datetime(2026, 1, 1, tzinfo=UTC), choose=self._choose)
        event.listen(self.store.engine, "before_cursor_execute", lambda *_: self._step("statement"))
        event.listen(self.store.engine, "commit", lambda *_: self._step("commit"))

    _faults: Faults | None

    def begin(self, rng: random.Random, faults: Faults) -> None:
        """Forget the seed before; from now on this one's dice are thrown."""
        self._faults = None
        start_over(self.store)
        self._rng, self._faults = rng, faults

    def _choose(self, among: Sequence[str]) -> str:
        return self._rng.choice(among)

    def _step(self, name: str) -> None:
        if self._faults is not None:
            self._faults.database(name)
