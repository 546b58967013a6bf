"""`mailbot init`: a folder to start from. Everything is written aside and renamed at the end, mailbot.toml last.

Killed anywhere it leaves nothing half-made, and can be run again.
"""

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError, one_line

if TYPE_CHECKING:
    from mailbot.cli import Session

app, _command = single("init")
APPS = {"init": app}

EXAMPLE = "ran-mental-health-2021.yaml"
_SETTINGS, _RULES, _EXPLAINED = "mailbot.toml", "rules", "README.md"


@_command
def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="made if it is not there (default: this folder)")] = Path(),
) -> None:
    """A folder to start from: mailbot.toml with comments, rules/ with one example call. Overwrites nothing."""
    from mailbot.commands.words import called
    from mailbot.resources import example_rules_dir
    from mailbot.settings import starter_toml

    session: Session = ctx.obj
    shown = one_line(folder / _SETTINGS)
    if (folder / _SETTINGS).exists():
        raise MailbotError(f"{shown} is there already", mend="nothing was changed; name another folder, or edit that file")
    kept = (folder / _RULES).exists()
    rules = {name: (example_rules_dir() / name).read_bytes() for name in (EXAMPLE, _EXPLAINED)}
    try:
        place(folder, starter_toml(), rules)
    except OSError as error:
        mend = "name a folder that this user may write to, or give this one to it"
        raise MailbotError(f"{_nearest_there(folder)} cannot be written: {error.strerror}", mend=mend) from error
    terminal = session.terminal
    terminal.record(settings=str(folder / _SETTINGS), rules=str(folder / _RULES), rules_kept=kept)
    terminal.changed(
        f"Wrote {shown}"
        + (f"; {_RULES}/ was there and is kept." if kept else f" and {_RULES}/{EXAMPLE}; {_RULES}/{_EXPLAINED} explains it.")
    )
    terminal.changed("Next: fill in the six values at its top, then")
    program = called(folder)
    there = "" if folder == Path() else f"cd {shlex.quote(one_line(folder))} && "
    terminal.changed(f"  {there}{program} check")


def _nearest_there(folder: Path) -> str:
    """The folder that refused, as people know it: not the name that things have until they are in place."""
    outer = folder.absolute()
    while not outer.exists():
        outer = outer.parent
    return one_line(outer)


def place(folder: Path, settings: str, rules: Mapping[str, bytes]) -> None:
    """Put both in place; the file that makes a folder ours comes last."""
    from mailbot.disk import RealDisk

    disk = RealDisk()
    fresh = not folder.exists()
    aside = folder.parent / f".{folder.name}.mailbot-init" if fresh else folder / ".mailbot-init"
    shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed
    disk.make_folder(aside / _RULES)
    for name, content in rules.items():
        disk.write(aside / _RULES / name, [content])
    disk.write(aside / _SETTINGS, [settings.encode()])
    disk.flush_folder(aside / _RULES)
    disk.flush_folder(aside)
    if fresh:
        disk.rename(aside, folder)
    else:
        if not (folder / _RULES).exists():
            disk.rename(aside / _RULES, folder / _RULES)
        disk.rename(aside / _SETTINGS, folder / _SETTINGS)
        shutil.rmtree(aside)
    disk.flush_folder(folder.absolute().parent if fresh else folder)
