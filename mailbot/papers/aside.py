"""Aside: bytes are taken by one function in a thread of its own while the next ones are made."""

from collections.abc import Callable
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Self

_WAITING = 4  # pieces at most


class Aside:
    """`with Aside(file.write) as packed: packed.put(piece)`. What the function raises is raised by a later `put`, or at the end
    of the block."""

    def __init__(self, take: Callable[[bytes], object]) -> None:
        self._take = take
        self._pieces: Queue[bytes | None] = Queue(_WAITING)
        self._thread = Thread(target=self._run, daemon=True)
        self._trouble: BaseException | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pieces.put(None)
        self._thread.join()
        if kind is None and self._trouble is not None:
            raise self._trouble

    def put(self, piece: bytes) -> None:
        if self._trouble is not None:
            raise self._trouble
        self._pieces.put(piece)

    def _run(self) -> None:
        while (piece := self._pieces.get()) is not None:
            if self._trouble is None:
                try:
                    self._take(piece)
                except BaseException as error:  # noqa: BLE001 - it is raised where the pieces come from
                    self._trouble = error
