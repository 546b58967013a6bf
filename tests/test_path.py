"""The path on real servers: a mail delivered by LMTP, the service itself, the acknowledgement in the candidate's mailbox."""

import email
import email.policy
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.core.call import parse_call
from tests.servers.mailbox import Mailbox
from tests.servers.postfix import Postfix

RULES = Path(__file__).parent.parent / "rules"
SLUGS = ("ran-mental-health-2021", "ran-rehabilitation-2023")


class Deployment:
    """A folder with settings and both example calls, each with a mailbox of its own, and the service running on it."""

    def __init__(self, folder: Path, postfix: Postfix, boxes: dict[str, Mailbox]) -> None:
        self.folder, self.boxes, self.pid = folder, boxes, 0
        (folder / "rules").mkdir()
        for slug, box in boxes.items():
            text = (RULES / f"{slug}.yaml").read_text(encoding="utf-8")
            call = parse_call(text, f"{slug}.yaml")
            text = text.replace(call.addresses[0], box.address).replace("mailbox: default", f"mailbox: {slug}")
            (folder / "rules" / f"{slug}.yaml").write_text(text, encoding="utf-8")
        sections = [_settings(postfix), *(_mailbox(name, box) for name, box in boxes.items())]
        (folder / "mailbot.toml").write_text("\n".join(sections), encoding="utf-8")

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        """`mailbot run`, ended by SIGTERM; it must end by itself within ten seconds, and with 0."""
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "mailbot", "run"], cwd=self.folder, stderr=log, env=_environment()
            )
        self.pid = process.pid
        try:
            self.wait_until(self.is_ready)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(15) == 0, self.log()

    def mailbot(self, *words: str) -> str:
        """What a command prints."""
        command = [sys.executable, "-m", "mailbot", *words]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True, env=_environment()).stdout

    def is_ready(self) -> bool:
        """Whether every mailbox has had its first round."""
        heartbeat = self.folder / "data" / "heartbeat.json"
        state = json.loads(heartbeat.read_text(encoding="utf-8")) if heartbeat.exists() else {"mailboxes": {}}
        return set(state["mailboxes"]) == set(self.boxes) and state["pid"] == self.pid

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def wait_until(self, true: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, self.log()[-3000:]
            time.sleep(0.05)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(RULES.parent)}


def _settings(postfix: Postfix) -> str:
    return f"""
[relay]
host = "127.0.0.1"
port = {postfix.smtp}
tls = "none"

[mail]
address = "calls@example.test"
name = "Calls"
operator = "operator@example.test"
authserv_ids = ["mx.example.test"]
"""


def _mailbox(name: str, box: Mailbox) -> str:
    return f"""
[mailboxes.{name}]
kind = "imap"
host = "localhost"
port = {box.dovecot.imap}
tls = "none"
user = "{box.user}"
password = "{box.password}"
"""


@pytest.fixture
def deployment(tmp_path: Path, postfix: Postfix, new_mailbox: Callable[..., Mailbox]) -> Deployment:
    assert shutil.which("dovecot")
    return Deployment(tmp_path, postfix, {slug: new_mailbox() for slug in SLUGS})


def reply(candidate: Mailbox, box: Mailbox, slug: str) -> EmailMessage:
    """An answer as a mail program writes it, in a thread of its own."""
    message = EmailMessage()
    message["Authentication-Results"] = "mx.example.test; dmarc=pass header.from=example.test"
    message["From"] = f"Jana Example <{candidate.address}>"
    message["To"] = box.address
    message["Subject"] = "Re: Call for participants"
    message["Message-ID"] = f"<{slug}.{candidate.user}@client.example>"
    message["References"] = f"<announcement.{slug}@example.org> <forwarded.{slug}@example.org>"
    message.set_content(
        "Dear colleagues,\n\n1. I work in probation, for eleven years.\n\n2. There is no structure.\n\nKind regards\nJana\n"
    )
    return message


@pytest.mark.timeout(180)
def test_for_both_calls_a_delivered_mail_is_acknowledged_in_its_thread(
    deployment: Deployment, new_mailbox: Callable[..., Mailbox]
) -> None:
    candidates = {slug: new_mailbox() for slug in SLUGS}
    with deployment.running():
        for slug, candidate in candidates.items():
            box = deployment.boxes[slug]
            box.deliver(reply(candidate, box, slug).as_bytes(), sender=candidate.address)
        for slug, candidate in candidates.items():
            (raw,) = candidate.wait_for(1)
            letter = email.message_from_bytes(raw, policy=email.policy.default)
            original = f"<{slug}.{candidate.user}@client.example>"
            assert letter["In-Reply-To"] == original
            assert letter["References"].split() == [
                f"<announcement.{slug}@example.org>",
                f"<forwarded.{slug}@example.org>",
                original,
            ]
            assert letter["Auto-Submitted"] == "auto-replied"
            assert str(letter["To"]) == candidate.address
            plain = letter.get_body(("plain",))
            assert plain is not None
            assert "eleven years" in plain.get_content()
    for slug in SLUGS:
        assert "1" in deployment.mailbot("submissions", slug)
        assert deployment.boxes[slug].flags() == [set()], "the mailbox is left as it was"


@pytest.mark.timeout(180)
def test_what_arrives_while_the_service_is_down_is_taken_at_the_next_start_and_nothing_twice(
    deployment: Deployment, new_mailbox: Callable[..., Mailbox]
) -> None:
    slug, candidate = SLUGS[0], new_mailbox()
    box = deployment.boxes[slug]
    with deployment.running():
        deployment.wait_until(lambda: "started" in deployment.log())
    box.deliver(reply(candidate, box, slug).as_bytes(), sender=candidate.address)
    with deployment.running():
        candidate.wait_for(1)
    with deployment.running():
        second = reply(candidate, box, slug)
        second.replace_header("Message-ID", "<second@client.example>")
        second.set_content("1. I work in a school now.\n")  # the same words once more would bring no letter
        box.deliver(second.as_bytes(), sender=candidate.address)
        mails = candidate.wait_for(2)
    assert len(mails) == 2
    assert len({email.message_from_bytes(raw)["Message-ID"] for raw in mails}) == 2
