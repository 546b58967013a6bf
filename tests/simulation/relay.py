"""A relay that takes letters, refuses them, stalls, or is cut off with the letter already taken."""

import random

from mailbot.core.letter import Letter
from mailbot.relay import Delivery, Verdict
from tests.simulation.faults import Faults


class MemoryRelay:
    """`accepted` is the truth: every letter the world outside got, in order, with doubles."""

    def __init__(self, rng: random.Random, faults: Faults) -> None:
        self._rng, self._faults = rng, faults
        self.accepted: list[Letter] = []
        self.lost_after_data = 0
        self.refused_for_good: set[str] = set()

    async def send(self, letter: Letter) -> Delivery:
        self._faults.cut("before smtp")
        if self._faults.fails("mail from"):
            return self._rng.choice(
                (Delivery(Verdict.transient, 451, "simulated"), Delivery(Verdict.transient, 421, "simulated", stop=True))
            )
        if self._faults.fails("rcpt to") and self._rng.random() < 0.2:
            self.refused_for_good.add(letter.message_id)
            return Delivery(Verdict.permanent, 550, "simulated")
        if self._faults.fails("data"):
            if self._rng.random() < 0.5:
                self.accepted.append(letter)
                self.lost_after_data += 1
            return Delivery(Verdict.uncertain, None, "simulated loss after DATA")
        self.accepted.append(letter)
        self._faults.cut("after 250")
        return Delivery(Verdict.accepted, 250, "ok")

    async def close(self) -> None:
        """There is no connection to let go of."""
