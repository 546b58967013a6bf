"""Signals as news that the main thread waits for: SIGTERM and SIGINT to stop, SIGHUP to read again."""

import signal
import socket

STOP = frozenset({signal.SIGTERM, signal.SIGINT})


class Signals:
    """Once listening, no signal is lost, whatever the main thread is doing when it comes and however many come at once.

    A handler runs in the middle of anything, so it takes no lock: `threading.Event.set` there waits for ever for the lock that
    the interrupted `clear` of the same thread holds. It adds to a set; the byte that the interpreter writes on arrival
    (`signal.set_wakeup_fd`) ends a wait that has just begun.
    """

    def __init__(self) -> None:
        self._caught: set[int] = set()
        self._ends: tuple[socket.socket, socket.socket] | None = None

    def listen(self) -> None:
        """From now on; call from the main thread, a second call changes nothing. It lasts as long as the process."""
        if self._ends is not None:
            return
        self._ends = reading, writing = socket.socketpair()
        writing.setblocking(False)
        # A full pipe may swallow the byte: it then holds others that end the wait, and the set has the number.
        signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        reading.settimeout(None)
        for number in (*STOP, signal.SIGHUP):
            signal.signal(number, lambda number, _frame: self._caught.add(number))

    def wait(self) -> frozenset[int]:
        """Those that came since the last call; blocks until there is one."""
        if self._ends is None:
            raise RuntimeError("listen first")
        while not self._caught:
            self._ends[0].recv(4096)
        # The set is taken away as it stands: what a handler adds until the names are bound anew is in it.
        came, self._caught = self._caught, set()
        return frozenset(came)
