"""The README: its commands are run as they stand there, one after the other, in an empty folder."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mailbot.demo.sink import Sink

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
REPLY = b"""\
From: Anna Example <anna@example.org>
To: calls@example.org
Subject: My answers
Date: Mon, 1 Mar 2021 10:00:00 +0100
Message-ID: <readme@example.org>

1. A first answer
2. A second one
"""


def commands() -> list[str]:
    """Every line of the blocks marked `sh`."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture
def relay() -> Iterator[int]:
    """A relay on loopback that takes everything; its port."""
    with Sink() as sink:
        yield sink.port


@pytest.fixture
def surroundings(tmp_path: Path, relay: int) -> dict[str, str]:
    """`mailbot` on the path, and in place of a reader who fills in six values, the same by the environment."""
    programs, maildir = tmp_path / "bin", tmp_path / "Maildir"
    programs.mkdir()
    for folder in ("new", "cur", "tmp"):
        (maildir / folder).mkdir(parents=True)
    script = f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m mailbot "$@"\n'
    (programs / "mailbot").write_text(script)
    (programs / "mailbot").chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAILBOT_", "CREDENTIALS_"))}
    return kept | {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "MAILBOT_MAILBOX__KIND": "maildir",
        "MAILBOT_MAILBOX__HOST": "",
        "MAILBOT_MAILBOX__PATH": str(maildir),
        "MAILBOT_MAILBOX__PASSWORD": "",
        "MAILBOT_RELAY__HOST": "127.0.0.1",
        "MAILBOT_RELAY__PORT": str(relay),
        "MAILBOT_RELAY__TLS": "none",
        "MAILBOT_RELAY__PASSWORD": "",
    }


def run(line: str, folder: Path, surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-euc", line],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def serve(folder: Path, surroundings: dict[str, str]) -> None:
    """Start the service, wait until it says that it has started, and ask it to stop."""
    service: Any
    with subprocess.Popen(["mailbot", "run"], cwd=folder, env=surroundings, stderr=subprocess.PIPE, text=True) as service:
        said = []
        for line in service.stderr:
            said.append(line)
            if "started" in line:
                service.send_signal(signal.SIGTERM)
                break
        said += service.stderr
        assert service.wait(timeout=20) == 0, "".join(said)


@pytest.mark.slow
def test_the_commands_of_the_readme_work_in_the_order_they_stand_there(tmp_path: Path, surroundings: dict[str, str]) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    for line in commands():
        if line.startswith("cd "):
            folder /= line.removeprefix("cd ")
            (folder / "reply.eml").write_bytes(REPLY)
        elif line == "mailbot run":
            serve(folder, surroundings)
        else:
            run(line, folder, surroundings)
    assert len(commands()) > 6


def test_the_readme_begins_with_a_sentence_and_something_that_runs() -> None:
    title, sentence, runs = README.split("\n\n")[:3]
    assert title == "# mailbot"
    assert sentence.startswith("mailbot runs a call for participants out of a mailbox")
    assert runs == "    make demo"


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in sorted(ROOT.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} points to {target}"


def test_what_make_offers_is_what_the_documents_say() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in sorted(ROOT.glob("*.md")):
        named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", page.read_text(), re.MULTILINE))
        assert named <= targets, f"{page.name} names make {named - targets}"
