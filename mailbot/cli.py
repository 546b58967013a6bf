"""The command line: one screen of overview, one module a command, and every way in which a command can end.

0 done, 1 failed, 2 wrong use, 130 after Ctrl-C. The library for arguments is imported only when a command is called.
"""

import io
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from mailbot import __version__
from mailbot.commands import COMMANDS, EVERYWHERE, Entry, find
from mailbot.errors import MailbotError
from mailbot.terminal import Terminal, Unsuccessful, WrongUse, nearest

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

_FLAGS = {
    "--json": "json",
    "-q": "quiet",
    "--quiet": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
    "--no-input": "no_input",
}


@dataclass(frozen=True, slots=True)
class Session:
    """What every command is given: the terminal, and the settings file if one was named."""

    terminal: Terminal
    config: Path | None = None


def main() -> NoReturn:
    """Entry point of the `mailbot` script."""
    sys.exit(run(sys.argv[1:]))


def run(argv: Sequence[str]) -> int:
    """Run one command line and give its exit code. Never raises, never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without a letter shows its number
    terminal = Terminal()
    entry: Entry | None = None
    try:
        session, rest = _everywhere(argv, terminal)
        if not rest or rest[0] in ("-h", "--help") or rest == ["help"]:
            terminal.out.write(overview(terminal.columns))
        elif rest[0] == "--version":
            terminal.out.write(f"mailbot {__version__}\n")
        else:
            entry = _named(rest[0])
            _invoke(entry, rest[1:], session)
        terminal.out.flush()
        return DONE
    except KeyboardInterrupt:
        terminal.err.write(f"\nmailbot: stopped. {entry.safe if entry else 'Nothing was changed.'}\n")
        return INTERRUPTED
    except BrokenPipeError:
        _hush()
        return FAILED
    except Unsuccessful:
        return FAILED
    except WrongUse as error:
        terminal.error(error, code="wrong-use")
        return WRONG_USE
    except MailbotError as error:
        terminal.error(error, code=_code(error))
        return FAILED
    except OSError as error:
        terminal.error(f"{error.filename or 'the system'}: {error.strerror or type(error).__name__}", code="system")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback, no words of a candidate
        _unexpected(terminal, error)
        return FAILED


def _everywhere(argv: Sequence[str], terminal: Terminal) -> tuple[Session, list[str]]:
    """The options that every command knows, wherever they stand; the rest is the command's own."""
    rest: list[str] = []
    config: Path | None = None
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in _FLAGS:
            setattr(terminal, _FLAGS[word], True)
        elif word == "--config" or word.startswith("--config="):
            value = word.partition("=")[2] or next(words, "")
            if not value:
                raise WrongUse("--config needs a file", mend="for example --config mailbot.toml")
            config = Path(value)
        else:
            rest.append(word)
    return Session(terminal, config), rest


def _named(name: str) -> Entry:
    entry = find(name)
    if entry is None:
        raise WrongUse(f"no command `{name}`", mend=nearest(name, [entry.name for entry in COMMANDS], alike=0.65))
    return entry


def _say_first(command: Any, terminal: Terminal, words: str) -> None:
    """Let the command begin with these words, once its options are known to be good."""
    work = command.callback

    def begun(*args: object, **options: object) -> object:
        terminal.note(words)
        return work(*args, **options)

    command.callback = begun


def _invoke(entry: Entry, args: Sequence[str], session: Session) -> None:
    if entry.begin and not args:
        session.terminal.note(entry.begin)  # nothing can be wrong with options, so it comes before anything is loaded
    import typer

    module = import_module(f"mailbot.commands.{entry.module}")
    command = typer.main.get_command(module.APPS[entry.name])
    _without_types(command)
    if entry.begin and args:
        _say_first(command, session.terminal, entry.begin)
    words: Any = command.main
    try:
        code = words(
            args=list(args),
            prog_name=f"mailbot {entry.name}",
            standalone_mode=False,
            obj=session,
            terminal_width=max(min(session.terminal.columns, 96), 30),
        )
    except typer.TyperException as error:
        raise WrongUse(_usage(error), mend=f"see mailbot {entry.name} --help") from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    if code in (FAILED, WRONG_USE):
        raise Unsuccessful


def _without_types(command: Any) -> None:
    """In help an argument is its name and a sentence; what type Python gives it helps nobody."""
    for one in (command, *getattr(command, "commands", {}).values()):
        for param in one.params:
            if param.param_type_name == "argument":
                param.display_type_rich = lambda **_: None


def _usage(error: Any) -> str:
    words = " ".join(str(error.format_message()).split()).rstrip(".")
    for theirs, ours in _OUR_WORDS:
        words = re.sub(theirs, ours, words)
    return words[:1].lower() + words[1:]


_OUR_WORDS = (
    (r"(?i)input should be a valid (integer|number)[^:]*", "a number is wanted"),
    (r"Value error, ", ""),
)
"""What the library for arguments says in words of its own trade, and how we say it."""


def overview(columns: int) -> str:
    """What `mailbot` alone says: what it is, three examples, the commands in groups."""
    import textwrap

    width = max(min(columns, 100), 30)
    lines = textwrap.wrap(
        "mailbot runs a call for participants out of a mailbox: it reads the replies, lays the answers under the "
        "questions, and writes back what it understood.",
        width,
    )
    lines += ["", "Try:", "  mailbot demo", "  mailbot init my-call", "  mailbot read reply.eml"]
    for group in dict.fromkeys(entry.group for entry in COMMANDS):
        lines += ["", f"{group}:"]
        for entry in (entry for entry in COMMANDS if entry.group == group):
            lines += _pair(entry.name, entry.summary, width)
    lines += ["", "Everywhere:"]
    for option, about in EVERYWHERE:
        lines += _pair(option, about, width)
    return "\n".join(lines) + "\n"


def _pair(name: str, about: str, width: int) -> list[str]:
    """A name and a sentence beside it; below it where the window is narrow."""
    import textwrap

    if width < 60:
        return [f"  {name}", *textwrap.wrap(about, width, initial_indent="      ", subsequent_indent="      ")]
    return textwrap.wrap(about, width, initial_indent=f"  {name:<15} ", subsequent_indent=" " * 18)


def _code(error: MailbotError) -> str:
    """A stable name for scripts: the class, in lower case with dashes."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in type(error).__name__).lstrip("-")


def _unexpected(terminal: Terminal, error: Exception) -> None:
    """Say that it happened and where the details are: the places in our code, never the values that were there."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    details = [f"mailbot {__version__}, Python {sys.version.split()[0]}", type(error).__qualname__]
    details += [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    handle, path = tempfile.mkstemp(prefix="mailbot-error-", suffix=".log")  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(details) + "\n")
    what = f"unexpected error ({type(error).__name__}); the details are in {path}"
    terminal.error(what, code="unexpected", mend="please report it with that file, it holds no words of any mail")


def _hush() -> None:
    """The reader went away: let the interpreter flush into nothing."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
