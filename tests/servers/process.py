"""Start a server so that it cannot outlive the tests, find it a port, and know when it listens."""

import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "TZ": "UTC"}

# Below the range from which the kernel takes the ports of outgoing connections, so that none of those gets in between;
# from the system's generator, because the tests seed the other one alike in all parallel workers.
_PORTS = range(20_000, 32_000)
_dice = SystemRandom()


def free_port() -> int:
    """A loopback port nobody listens on."""
    while True:
        port = _dice.choice(_PORTS)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


# A shell stands between, because Postfix changes users and thereby forgets the signal it was to get at our death. The shell
# does not; it ends its server and waits for it.
_KEEPER = ["setpriv", "--pdeathsig", "TERM", "--", "sh", "-c", '"$@" & trap "kill $!" TERM; wait $!; wait $!', "keeper"]


def start(command: Sequence[str | Path], log: Path) -> subprocess.Popen[bytes]:
    """Run a server in the foreground. The kernel has it ended when we are gone, however we went."""
    with log.open("ab") as sink:
        return subprocess.Popen(
            [*_KEEPER, *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env=ENVIRONMENT,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes] | None) -> None:
    """End exactly the process that was started: politely, after ten seconds not."""
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def run(*command: str | Path, stdin: bytes = b"") -> str:
    """Run a tool to its end and give its standard output; its complaint is the error's text."""
    ended = subprocess.run([str(word) for word in command], input=stdin, capture_output=True, env=ENVIRONMENT, check=False)
    if ended.returncode:
        complaint = (ended.stderr + ended.stdout).decode(errors="replace")
        raise RuntimeError(f"{command[0]} ended with {ended.returncode}: {complaint}")
    return ended.stdout.decode(errors="replace")


def wait_for_greeting(port: int, process: subprocess.Popen[bytes], log: Path, seconds: float = 60) -> None:
    """Return once the server has said its first word; if it dies or stays silent, say what its log says."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as connection:
                if connection.recv(1):
                    return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError(f"no greeting on port {port}: {log.read_text(errors='replace')[-2000:]}")
