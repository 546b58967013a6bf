"""A temporary file for a mail too large for memory; it exists while the mail is in hand."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from mailbot.errors import ArchiveError


@contextmanager
def temporary_file(folder: Path | None) -> Iterator[tuple[Path, BinaryIO]]:
    """An empty file only we may read, open for writing, gone afterwards. folder None: the system's. ArchiveError if full."""
    try:
        descriptor, name = tempfile.mkstemp(prefix="mailbot-", suffix=".eml", dir=folder)
    except OSError as error:
        raise _full(error) from error
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def write(file: BinaryIO, piece: bytes) -> None:
    """Append and hand over to the system at once, for the reader opens the file by its name."""
    try:
        file.write(piece)
        file.flush()
    except OSError as error:
        raise _full(error) from error


def _full(error: OSError) -> ArchiveError:
    return ArchiveError(f"a large mail cannot be kept while it is read: {error.strerror}", mend="make room for temporary files")
