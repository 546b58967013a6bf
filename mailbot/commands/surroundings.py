"""What a command stands on: settings, call files, the joined parts. Everything heavy is imported here, when it is needed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.errors import NotFound, Problem, Problems, one_line
from mailbot.terminal import nearest

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.core.reading import Own
    from mailbot.settings import Settings


def settings(session: "Session") -> "Settings":
    """Raises Problems with every mistake in them, MailbotError without a file."""
    from mailbot.settings import load

    return load(session.config)


def settings_if_any(session: "Session") -> "Settings | None":
    """None where nobody has written any: looking at mails and call files needs none. Wrong ones are an error all the same."""
    import os

    from mailbot.settings.load import DEFAULT_FILE, FILE_VARIABLE

    if session.config is None and FILE_VARIABLE not in os.environ and not DEFAULT_FILE.exists():
        return None
    return settings(session)


@contextmanager
def app(session: "Session") -> "Iterator[App]":
    """The parts, joined for looking and for what people do; the service may run meanwhile."""
    its = settings(session)  # before the heavy imports: without a file the answer comes at once
    from mailbot.app import App
    from mailbot.log import configure

    configure(level="info" if session.terminal.verbose else "error", stream=session.terminal.err)
    joined = App.open(its)
    try:
        yield joined
    finally:
        joined.close()


@contextmanager
def working(session: "Session") -> "Iterator[App]":
    """The parts, joined for work: the lock on the data folder is held, and the log goes where the settings say."""
    its = settings(session)
    from mailbot.app import App
    from mailbot.log import configure
    from mailbot.reader import Killable

    configure(json=its.log.format.value == "json", level=its.log.level.value, stream=session.terminal.err)
    joined = App.open(its, reader=Killable())
    try:
        with joined.alone():
            joined.reader.warm()
            yield joined
    finally:
        joined.close()


def are_stale(session: "Session", known: "Settings") -> bool:
    """Whether the settings have changed since. Wrong ones count as unchanged, and are complained of by place, not by value."""
    import structlog

    from mailbot.errors import MailbotError, Problems

    log = structlog.get_logger(__name__)
    try:
        return settings(session) != known
    except Problems as wrong:
        for problem in wrong.problems:
            log.error("settings-broken", file=problem.file, line=problem.line, mend="mailbot check shows what is wrong")
    except MailbotError as error:
        log.error("settings-broken", trouble=error.line())
    return False


def call(joined: "App", slug: str) -> "Call":
    """The call of that slug, or the nearest one named in the error."""
    return _named(joined.calls(), slug)


def _named(calls: "Sequence[Call]", slug: str) -> "Call":
    for its in calls:
        if its.slug == slug:
            return its
    raise NotFound(f"no call `{one_line(slug)}`", mend=nearest(slug, [its.slug for its in calls]))


def calls(session: "Session", its: "Settings | None", files: Sequence[Path]) -> "list[Call]":
    """Those of the files named, else all of rules/: that of the settings, else here, else the examples that come along.

    A broken file among several is warned of, and its last good version used where the database has one. Raises Problems with
    every mistake in them when a file that was named is broken, or when no call is left.
    """
    from mailbot.resources import example_rules_dir

    if files:
        return _named_files(files)
    folder = its.folders.rules if its is not None else Path("rules") if Path("rules").is_dir() else example_rules_dir()
    from mailbot.callview import loaded_calls

    loaded = loaded_calls(folder, its, datetime.now(UTC))
    if loaded.problems and not loaded.calls:
        raise Problems(loaded.problems)
    for problem in loaded.problems:
        session.terminal.error(f"warning: {problem}", code="call-file")
    return list(loaded.calls)


def _named_files(files: Sequence[Path]) -> "list[Call]":
    from mailbot.core.call import parse_call

    found: list[Problem] = []
    named: list[Call] = []
    for file in files:
        shown = one_line(file)
        try:
            named.append(parse_call(file.read_bytes().decode(), shown))
        except Problems as problems:
            found += problems.problems
        except UnicodeDecodeError:
            found.append(Problem(shown, None, "this is not text in UTF-8", "save the file as UTF-8"))
        except OSError as error:
            found.append(Problem(shown, None, error.strerror or "cannot be read", "name a call file"))
    if found:
        raise Problems(found)
    return named


def call_without_database(session: "Session", slug: str) -> "Call":
    return _named(calls(session, settings_if_any(session), []), slug)


def own(its: "Settings | None", known: "Sequence[Call]", addresses: Sequence[str], trust: Sequence[str]) -> "Own":
    """What mailbot knows of itself, for reading alone: no key, so no letter of ours is recognised by its Message-ID."""
    from mailbot.core.known import wording
    from mailbot.core.reading import Own
    from mailbot.resources import letter_templates

    ours = list(addresses)
    if not ours:
        ours = [address for c in known for address in c.addresses]
        ours += [its.mail.address, *its.mail.aliases] if its is not None else []
    servers = frozenset(trust) or frozenset(its.mail.authserv_ids if its is not None else ())
    return Own(
        addresses=frozenset(address.lower() for address in ours),
        domain=its.mail.message_id_domain if its is not None else "localhost",
        organisers=frozenset(map(str.casefold, its.mail.organisers if its is not None else ())),
        letters=wording(letter_templates(its.folders.templates if its is not None else None)),
        authserv_ids=servers,
        topmost_without_id=its is not None and its.mail.topmost_without_id,
        # Who names a server on the command line looks at mails and records nothing.
        below_received=bool(trust) or (its is not None and its.mail.authserv_below_received),
    )
