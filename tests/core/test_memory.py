"""What reading the largest mails costs: a child process reads each, so that nothing but that mail is measured."""

import base64
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mailbot.core.scan import MAX_SIZE

STATUS = Path("/proc/self/status")
pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="peak memory is read from /proc")

MOST = 400  # MiB, the interpreter and the imports (70) among them
LONGEST = 60  # seconds, on a busy machine
CONTENT = 18_400_000  # octets that as base64 nearly fill a mail

# Not ru_maxrss: a process takes over the peak of the one that started it.
CHILD = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from mailbot.core.reading import Own, read
reading = read(Path(sys.argv[1]).read_bytes(), datetime(2026, 1, 1, tzinfo=UTC), (), Own())
peak = next(line.split()[1] for line in Path("{STATUS}").read_text().splitlines() if line.startswith("VmHWM"))
print(reading.reason, int(peak) // 1024)
"""


def mail(content: bytes, kind: str, encoding: str = "base64") -> bytes:
    encoded = base64.encodebytes(content).replace(b"\n", b"\r\n") if encoding == "base64" else content
    header = (
        f"From: jana@example.org\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return header.encode() + encoded


def text(letters: str, charset: str = "utf-8", **parameters: str) -> bytes:
    octets = letters.encode(charset)
    more = "".join(f"; {name}={value}" for name, value in parameters.items())
    return mail(octets * (CONTENT // len(octets)), f"text/plain; charset={charset}{more}")


def html(start: str, letters: str) -> bytes:
    return mail(start.encode() + letters.encode() * (CONTENT // len(letters.encode())), "text/html; charset=utf-8")


def attachment() -> bytes:
    file = b"\xff\x00\xfe\x80" * (CONTENT // 3 + 100_000)
    head = b"--b\r\nContent-Type: text/plain\r\n\r\n1. Yes, I can come on both days.\r\n--b\r\nContent-Disposition: attachment"
    return mail(head + b"; filename=a.bin\r\n\r\n" + file + b"\r\n--b--\r\n", "multipart/mixed; boundary=b", "8bit")


def read_in_a_child(raw: bytes, folder: Path) -> tuple[str, int]:
    """The reason that was found, and the child's peak in MiB."""
    file = folder / "mail"
    file.write_bytes(raw)
    told = subprocess.run(
        [sys.executable, "-c", CHILD, str(file)], capture_output=True, text=True, timeout=LONGEST, check=True
    ).stdout.split()
    return told[0], int(told[1])


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        pytest.param(lambda: text("\u0301"), "text-too-long", id="piled-marks"),
        pytest.param(lambda: text("\u4e00"), "text-too-long", id="chinese"),
        pytest.param(lambda: text("x \n", format="flowed"), "text-too-long", id="flowed"),
        pytest.param(lambda: text("\x81", "iso-8859-1"), "text-too-long", id="control-characters"),
        pytest.param(lambda: text("\N{GRINNING FACE}" + "a" * 100), "text-too-long", id="an-emoji-among-letters"),
        pytest.param(lambda: html("<p>\N{GRINNING FACE} ", "\u0301"), "text-too-long", id="html"),
        pytest.param(lambda: html('<p>Yes \N{GRINNING FACE}<img src="data:', "A"), "human", id="html-with-a-picture"),
        pytest.param(attachment, "human", id="attachment"),
    ],
)
def test_reading_the_largest_mail_stays_below_400_megabytes(build: Callable[[], bytes], reason: str, tmp_path: Path) -> None:
    raw = build()
    assert 0.95 * MAX_SIZE < len(raw) <= MAX_SIZE
    found, peak = read_in_a_child(raw, tmp_path)
    assert found == reason
    assert peak < MOST


@pytest.mark.parametrize("letters", ["\u0301", "\x81", "> \u4e00 \n"])
def test_the_longest_text_that_is_decoded_is_no_heavier(letters: str, tmp_path: Path) -> None:
    octets = letters.encode()
    raw = mail(octets * (4_000_000 // len(octets)), "text/plain; format=flowed")
    assert read_in_a_child(raw, tmp_path)[1] < MOST
