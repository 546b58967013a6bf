"""One SMTP conversation: a letter goes to the relay, and what came of it is a value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from mailbot.core.letter import Letter


class Verdict(StrEnum):
    """accepted: the relay has it. transient: try later. permanent: never again. uncertain: lost after DATA, it may have it."""

    accepted = "accepted"
    transient = "transient"
    permanent = "permanent"
    uncertain = "uncertain"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one attempt came to. code: SMTP reply code if there was one. text: the relay's words, one line, neutralised.
    stop: the fault is ours or the relay's and not this letter's (refused login, no TLS): the others need not be tried now."""

    verdict: Verdict
    code: int | None = None
    text: str = ""
    stop: bool = False


class Relay(Protocol):
    async def send(self, letter: Letter) -> Delivery:
        """Hand over one letter, on a connection that is kept. Never raises for what a relay or a network can do."""

    async def close(self) -> None: ...
