"""Saving: a file that a command writes is there whole or not at all, for its owner only, and replaces nothing unasked."""

from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.errors import MailbotError, one_line

if TYPE_CHECKING:
    from mailbot.terminal import Terminal


def may_write(terminal: "Terminal", file: Path, yes: bool) -> bool:
    """Asked before the work is done: whether this file may be written, which is a question where one is there already."""
    if file.is_dir():
        raise MailbotError(f"{one_line(file)} is a folder", mend="name a file in it")
    if not file.exists() or terminal.agreed(f"{one_line(file)} is there already. Overwrite it?", yes):
        return True
    terminal.changed("Nothing was changed.")
    return False


def save(file: Path, content: bytes) -> None:
    """Raises MailbotError where it cannot be written."""
    from mailbot.disk import RealDisk

    disk, aside = RealDisk(), file.with_name(f".{file.name}.part")
    try:
        disk.write(aside, [content])
        disk.rename(aside, file)
        disk.flush_folder(file.parent)
    except OSError as error:
        what = f"{one_line(file)}: {error.strerror or type(error).__name__}"
        raise MailbotError(what, mend="name a file in a folder that is there and may be written to") from error
