"""Can it work? Named checks, cheap ones first; what depends on a failed one is not tried and says why.

Measured, not assumed: each check does in small what the service will do, and changes nothing but files of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mailbot.errors import MailbotError

if TYPE_CHECKING:
    from mailbot.settings import Settings


class State(StrEnum):
    ok = "ok"
    warning = "warning"
    failed = "failed"
    not_tried = "not tried"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the result. seen: what was measured. mend: how to put it right, '' when all is well."""

    state: State
    seen: str
    mend: str = ""


@dataclass(slots=True)
class World:
    """What checks know and share. settings: None until they could be read. now: aware, UTC, read once.

    note: told what is tried before each network step. send_to: an address for a letter of proof, or ''.
    """

    load: "Callable[[], Settings]"
    now: datetime
    note: Callable[[str], None] = lambda _: None
    send_to: str = ""
    found: "Settings | None" = None

    @property
    def settings(self) -> "Settings":
        if self.found is None:
            self.found = self.load()
        return self.found


Look = Callable[[World], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """about: one line for `--list`. needs: names of checks that must not have failed."""

    name: str
    about: str
    look: Look
    needs: tuple[str, ...] = ("settings",)


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    finding: Finding


def run(checks: Sequence[Check], world: World, wanted: Sequence[str] = ()) -> Iterator[Result]:
    """Each result as soon as it is there. Those that a wanted check needs are run too, and shown when they fail."""
    failed: dict[str, str] = {}
    needed = _with_needs(checks, wanted)
    for check in checks:
        if check.name not in needed:
            continue
        shown = not wanted or _is_among(check.name, wanted)
        why = next((failed[name] for name in failed if _is_among(name, check.needs)), None)
        if why is not None:
            failed.setdefault(check.name, why)
            findings: Iterable[Finding] = [Finding(State.not_tried, f"not tried, because {why} failed")]
        else:
            findings = _looked(check, world)
        for finding in findings:
            if finding.state is State.failed:
                failed.setdefault(check.name, check.name)
            if shown or finding.state is State.failed:
                yield Result(check.name, finding)


def _looked(check: Check, world: World) -> Iterator[Finding]:
    """What the check sees; an error is what a person can mend, and the other checks go on."""
    try:
        yield from check.look(world)
    except MailbotError as error:
        for line in error.what.split("\n"):
            yield Finding(State.failed, line, error.mend)
    except OSError as error:
        yield Finding(State.failed, f"{error.filename or check.name}: {error.strerror or type(error).__name__}")
    except Exception as error:  # noqa: BLE001 - one check that breaks must not hide what the others see
        yield Finding(State.failed, f"unexpected error ({type(error).__name__})", "please report it, with the output of -v")


def _with_needs(checks: Sequence[Check], wanted: Sequence[str]) -> set[str]:
    names = {check.name for check in checks if not wanted or _is_among(check.name, wanted)}
    for check in reversed(checks):
        if check.name in names:
            names |= {other.name for other in checks if _is_among(other.name, check.needs)}
    return names


def _is_among(name: str, names: Sequence[str]) -> bool:
    """By its whole name, or by the word that all mailboxes share."""
    return name in names or name.split(" ", 1)[0] in names


def sentence(results: Sequence[Result]) -> str:
    """The last line: `Ready: 14 checks, 1 warning.` or `Not ready: mailbox default, relay.`"""
    failed = list(dict.fromkeys(r.name for r in results if r.finding.state is State.failed))
    if failed:
        return f"Not ready: {', '.join(failed)}."
    checks = len({r.name for r in results})
    warnings = sum(r.finding.state is State.warning for r in results)
    more = f", {warnings} warning{'s' if warnings > 1 else ''}" if warnings else ""
    return f"Ready: {checks} check{'s' if checks != 1 else ''}{more}."


def ok(seen: str) -> Finding:
    return Finding(State.ok, seen)


def warning(seen: str, mend: str) -> Finding:
    return Finding(State.warning, seen, mend)


def failure(seen: str, mend: str) -> Finding:
    return Finding(State.failed, seen, mend)
