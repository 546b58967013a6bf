"""Secret: a value that is written out, kept in a file, or printed by a command, and that nobody is shown."""

import os
import pwd
import shlex
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mailbot.errors import MailbotError, one_line

SPELLINGS = ("", "_file", "_command")
_PATIENCE = 30  # seconds a command may take; one that asks a person for a passphrase would wait for ever
_LONGEST = 64 * 1024  # octets; more than this is not a secret but a wrong path


@dataclass(frozen=True, slots=True)
class Secret:
    """name: as in the settings, such as `mailbox.password`. At most one of value, file and command is set.

    Read again each time it is asked for, so that a changed file is used at the next login without a restart.
    """

    name: str
    value: str = ""
    file: Path | None = None
    command: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.value or self.file or self.command)

    @property
    def spelling(self) -> str:
        """`value`, `file` or `command`."""
        return "file" if self.file else "command" if self.command else "value"

    def reveal(self) -> str:
        """The secret itself, '' when none is set; MailbotError when its file or command gives none or an unsafe one."""
        text = self.value
        if self.file is not None:
            text = _clean(self.name, _from_file(self.name, self.file))
        elif self.command:
            text = _clean(self.name, _from_command(self.name, self.command))
        return text

    def shown(self) -> str:
        """What a person may see: `set, 16 characters, from file`."""
        if not self.is_set:
            return "not set"
        try:
            length = len(self.reveal())
            return f"set, {length} character{'s' if length != 1 else ''}, from {self.spelling}"
        except MailbotError as error:
            return f"unreadable: {error.what}"


def readable_by_all(file: Path) -> bool:
    """Whether it is a file that every user of this machine may read."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) and bool(mode & stat.S_IROTH)


def unsafe(text: str) -> Iterator[str]:
    """What is wrong with a secret, if anything. A line break in a password reaches the server as a second command."""
    if any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029" for c in text):
        yield "holds a line break or another control character"


def _clean(name: str, raw: bytes) -> str:
    """One trailing line end is what editors and `echo` add; everything else is taken as it is."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise MailbotError(f"{name} is not UTF-8 text", mend="write the bare password into the file") from None
    text = text.removesuffix("\n").removesuffix("\r")
    for what in unsafe(text):
        raise MailbotError(f"{name} {what}", mend="write one line and nothing else into the file")
    if not text:
        raise MailbotError(f"{name} is empty", mend="write the password into the file, or let the command print it")
    return text


def _from_file(name: str, file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST)
    except OSError as error:
        why = error.strerror or "unreadable"
        raise MailbotError(f"{name}_file {one_line(file)}: {why}", mend=_mend(error, file)) from error


def _mend(error: OSError, file: Path) -> str:
    """The line to paste."""
    shown = shlex.quote(one_line(file))
    if isinstance(error, PermissionError):
        if not os.access(file.parent, os.X_OK, effective_ids=True):
            return (
                f"{_user()} may not enter {one_line(file.parent)}: keep it in a folder of its own, or sudo chmod o+x that one"
            )
        return f"let mailbot read it: sudo chown {_user()} {shown} && sudo chmod 600 {shown}"
    if isinstance(error, FileNotFoundError):
        return f"create it, readable for mailbot only: install -m 600 /dev/null {shown}, then write the password into it"
    return "name a file that holds the password and nothing else"


def _user() -> str:
    """Who runs mailbot, by name where there is one: a container may have numbers only."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def _from_command(name: str, command: str) -> bytes:
    """Run without a shell. Nothing of what it printed is repeated: it may hold the secret."""
    by_hand = f"run it by hand as {_user()}: {one_line(command)}"
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, from the operator's own file
            shlex.split(command), stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, ValueError) as error:
        why, mend = _not_run(error, command)
        raise MailbotError(f"{name}_command could not be run: {why}", mend=mend or by_hand) from error
    except subprocess.TimeoutExpired:
        mend = f"it must not ask anybody anything; {by_hand}"
        raise MailbotError(f"{name}_command did not end within {_PATIENCE} s", mend=mend) from None
    if done.returncode != 0:
        mend = f"{by_hand}; it must print the password and end with 0"
        raise MailbotError(f"{name}_command ended with {done.returncode}", mend=mend)
    return done.stdout[:_LONGEST]


def _not_run(error: OSError | ValueError, command: str) -> tuple[str, str]:
    """Why a command did not begin, and the mend if it is known."""
    if isinstance(error, ValueError):
        return "a quote in it is left open", "close it"
    program = one_line(shlex.split(command)[0]) if shlex.split(command) else ""
    if isinstance(error, FileNotFoundError):
        return f"there is no program {program}", "install it, or write its whole path"
    if isinstance(error, PermissionError):
        return f"{program} may not be executed", f"sudo chmod +x {shlex.quote(program)}"
    return error.strerror or "the system refuses it", ""
