"""One hostile mail that is accepted, played through `mailbot once`: nothing of it reaches a command, a header, a template, a
file name or a log line as anything but words.

Beside it a harmless mail takes the same path: what the two leave may differ in the words of the answers only.
"""

import email
import email.policy
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.core.submission import Became
from mailbot.demo.sink import Sink, Taken
from mailbot.store import Mail
from mailbot.store.opening import open_store
from tests.parts import ADDRESS, NOW, reply
from tests.servers.scripted import ScriptedImap
from tests.test_engine import RULES

ROOT = Path(__file__).parent.parent

_DECODED = "Zyx\r\nBcc: victim\r\nX-Evil: {{1234*5678}} {% evil %} \x1b[2J \u202e ../../evil \x00"
HIDDEN = f"=?utf-8?B?{b64encode(_DECODED.encode()).decode()}?="
"""An encoded word that decodes to line breaks, header fields, template code, an escape code, bidi, a path and NUL."""

ANSWER = (
    "1. Qwert {{1234*5678}} {% for x in y %} {{ config }} ${1234*5678} %(levelname)s {0.__class__}\r\n"
    "<script>evil</script> &amp; \x1b[2J\x1b]0;evil\x07 \u202egnp.exe\u2066 \x00\r\n"
    ".\r\nMAIL FROM:<victim@evil.example>\r\nBcc: victim@evil.example\r\n\r\n"
    "2. Every day;\rA1 DELETE INBOX\nA2 LOGOUT {9}\r\n"
)
FILE_NAME = "..%2F..%2F..%2Fevil%0D%0ABcc%3A%20victim%00%1B%5B2J%E2%80%AE{{1234*5678}}.pdf"
HOSTILE = (
    f"Return-Path: <zyx@example.org>\r\nDelivered-To: {ADDRESS}\r\n"
    "Authentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\n"
    f"From: {HIDDEN} <zyx@example.org>\r\nTo: {ADDRESS}\r\n"
    f"Subject: Re: {HIDDEN}\r\n A7 DELETE INBOX {{{{1234*5678}}}} \x1b[2J ../../evil\r\n"
    f"Message-ID: <a{HIDDEN}@example.org>\r\n"
    f"References: <b@example.org> <c{HIDDEN}@example.org> {HIDDEN} \x00<d@example.org>\r\n"
    f"In-Reply-To: <c{HIDDEN}@example.org>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=limit\r\n\r\n"
    "--limit\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    f"{b64encode(ANSWER.encode()).decode()}\r\n"
    f"--limit\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''{FILE_NAME}\r\n\r\n%PDF\r\n"
    f'--limit\r\nContent-Type: application/pdf; name="../../evil.sh"\r\n\r\n%PDF\r\n--limit--\r\n'
).encode()
WRITER, CONTACT = "zyx@example.org", "ann@example.org"
HARMLESS = reply("zyx@example.org", "1. Qwert in probation.\r\n\r\n2. Every day.\r\n", "<a@example.org>")
FOREIGN = re.compile(r"evil|victim|zyx|qwert|1234\*5678|7006652|every day|example\.org|bcc:|script|\.pdf|\.exe", re.IGNORECASE)
"""Words that stand in the mail and nowhere in mailbot."""


@dataclass(frozen=True, slots=True)
class Played:
    """What one mail left: the bytes IMAP was sent, letters at the relay, the folder, what was printed and logged, its row."""

    wire: bytes
    letters: list[Taken]
    folder: Path
    log: str
    said: str
    row: Mail

    @property
    def commands(self) -> list[bytes]:
        """Without their tags, which are random."""
        return [line.partition(b" ")[2] for line in self.wire.splitlines()]

    def to(self, recipient: str) -> EmailMessage:
        """The one letter that went there."""
        (taken,) = (letter for letter in self.letters if letter.recipients == (recipient,))
        message = email.message_from_bytes(taken.raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        return message


def play(folder: Path, raw: bytes, log: str) -> Played:
    """`mailbot once` in a process of its own, between an IMAP server and a relay that write everything down."""
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "a-call.yaml").write_text(RULES.replace("{mailbox}", "default"))
    with ScriptedImap([raw]) as server, Sink() as sink:
        (folder / "mailbot.toml").write_text(
            f'[mail]\naddress = "{ADDRESS}"\noperator = "operator@example.net"\nauthserv_ids = ["mx.example.net"]\n'
            f'[mailbox]\nhost = "localhost"\nport = {server.port}\ntls = "none"\nuser = "u"\npassword = "p"\n'
            f'after = "move"\nmove_to = "Processed"\n'
            f'[relay]\nhost = "127.0.0.1"\nport = {sink.port}\ntls = "none"\n[log]\nformat = "{log}"\nlevel = "debug"\n'
        )
        command = [sys.executable, "-m", "mailbot", "once"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        wire, letters = server.received, list(sink.taken)
    store = open_store(f"sqlite:///{folder / 'data' / 'mailbot.sqlite'}", now=NOW)
    (row,) = store.mails()
    store.close()
    return Played(wire, letters, folder, done.stderr, done.stdout, row)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return play(tmp_path_factory.mktemp("hostile") / "in" / "it", HOSTILE, "json")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return play(tmp_path_factory.mktemp("harmless") / "in" / "it", HARMLESS, "json")


def test_the_hostile_mail_is_accepted_and_answered(hostile: Played) -> None:
    assert hostile.row.became is Became.new
    assert sorted(letter.recipients for letter in hostile.letters) == [(CONTACT,), (WRITER,)]


def test_no_imap_command_holds_a_byte_of_the_mail(hostile: Played, harmless: Played) -> None:
    assert hostile.commands == harmless.commands
    assert any(command.startswith(b"UID MOVE 1 ") for command in hostile.commands)
    assert not FOREIGN.search(hostile.wire.decode("latin-1"))


@pytest.mark.parametrize("recipient", [WRITER, CONTACT])
def test_no_header_of_a_letter_is_made_of_the_mail(hostile: Played, harmless: Played, recipient: str) -> None:
    letter, threading = hostile.to(recipient), {"In-Reply-To", "References"}
    assert set(letter.keys()) - threading == set(harmless.to(recipient).keys()) - threading
    assert len(letter.keys()) == len(set(letter.keys()))
    assert letter["To"] == recipient
    for name, value in letter.items():
        if name != "To":
            assert value.isprintable()
            assert not re.search(r"evil|victim|1234\*5678|=\?", value)
    assert all(b"\n.\n" not in taken.raw.replace(b"\r\n", b"\n") for taken in hostile.letters)


def test_the_letters_template_takes_braces_for_words(hostile: Played) -> None:
    text, page = _bodies(hostile.to(WRITER))
    for written in ("{{1234*5678}}", "{% for x in y %}", "{{ config }}", "${1234*5678}", "%(levelname)s", "{0.__class__}"):
        assert written in " ".join(text.split())
    assert "<script>" in text
    _is_harmless(text, page)


def test_the_digest_takes_the_mail_for_words(hostile: Played) -> None:
    text, page = _bodies(hostile.to(CONTACT))
    assert hostile.row.reference is not None
    assert hostile.row.reference in text + page or "Zyx" in text
    _is_harmless(text, page)


def _bodies(letter: EmailMessage) -> tuple[str, str]:
    plain, page = (letter.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    return plain.get_content().replace("\r\n", "\n"), page.get_content() if page is not None else ""


def _is_harmless(text: str, page: str) -> None:
    assert "7006652" not in text + page
    assert not set(text) & set("\x00\x1b\x07\u202e\u2066\r")
    assert "<script" not in page


def test_no_path_below_the_data_folder_or_beside_it_is_named_by_the_mail(hostile: Played, harmless: Played) -> None:
    names = [str(path.relative_to(hostile.folder)) for path in hostile.folder.rglob("*")]
    assert len(names) == len(list(harmless.folder.rglob("*")))
    assert all(re.fullmatch(r"[A-Za-z0-9_./-]+", name) and ".." not in name for name in names)
    assert not any(FOREIGN.search(name) for name in names)
    above = hostile.folder.parent.parent
    assert [path.name for path in (*above.iterdir(), *hostile.folder.parent.iterdir())] == ["in", "it"]
    archived = [path for path in (hostile.folder / "data" / "archive").rglob("*") if path.is_file()]
    assert [path.stem.partition(".")[0] for path in archived] == [hostile.row.sha256]


def test_no_line_of_the_machines_log_holds_a_word_of_the_mail(hostile: Played, harmless: Played) -> None:
    lines = [json.loads(line) for line in hostile.log.splitlines() if line.startswith("{")]
    assert [line["event"] for line in lines] == [json.loads(x)["event"] for x in harmless.log.splitlines() if x.startswith("{")]
    assert "recorded" in [line["event"] for line in lines]
    _holds_nothing_of_it(hostile)


def test_no_line_of_the_log_for_people_holds_a_word_of_the_mail(tmp_path: Path, harmless: Played) -> None:
    played = play(tmp_path / "in" / "it", HOSTILE, "text")
    assert " recorded" in played.log
    assert len(played.log.splitlines()) == len(harmless.log.splitlines())
    _holds_nothing_of_it(played)


def _holds_nothing_of_it(played: Played) -> None:
    for line in (played.log + played.said).splitlines():
        assert line.isprintable()
        assert not FOREIGN.search(line)
