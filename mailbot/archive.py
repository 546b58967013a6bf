"""Raw messages under their hash: a folder now (temporary file, fsync, rename), later a bucket that machines share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stored:
    """sha256: hex, of the raw bytes. size: octets."""

    sha256: str
    size: int


class Archive(Protocol):
    def put(self, raw: bytes | Path) -> Stored:
        """Durable when it returns: file and folder are flushed. Putting the same bytes twice is once."""

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash."""

    def size(self, sha256: str) -> int: ...
