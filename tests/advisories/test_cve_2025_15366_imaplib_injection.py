"""CVE-2025-15366: imaplib puts CR, LF and NUL inside an argument on the wire, where they become further commands.

Each setting of the source with such a value is refused before a byte is sent; what stands in a mail is never an argument.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from mailbot.errors import UnsafeArgument
from mailbot.sources.imap import ImapSource
from tests.servers.scripted import ScriptedImap
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import take

UNSAFE = ["a\r\nX9 NOOP", "a\nX9 NOOP", "a\rX9 NOOP", "a\0X9 NOOP", "secret\n"]


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap() as script:
        yield script


@pytest.mark.parametrize("value", UNSAFE)
@pytest.mark.parametrize("setting", ["host", "user", "password", "folder", "move_to"])
def test_a_setting_with_a_line_break_or_nul_is_refused_before_a_byte_is_sent(
    server: ScriptedImap, setting: str, value: str
) -> None:
    settings: dict[str, Any] = {"host": "localhost", "user": "someone", "password": "secret", "move_to": "Processed"}
    source = ImapSource("post", **{**settings, setting: value}, port=server.port, tls="none", after="move")
    with pytest.raises(UnsafeArgument) as raised:
        take(source, MemoryLedger())
    assert value not in str(raised.value)
    with pytest.raises(UnsafeArgument):
        source.probe()
    assert server.received == b""


@pytest.mark.parametrize("value", UNSAFE)
def test_a_password_that_a_function_gives_is_refused_too(server: ScriptedImap, value: str) -> None:
    source = ImapSource("post", host="localhost", user="someone", password=lambda: value, port=server.port, tls="none")
    with pytest.raises(UnsafeArgument):
        take(source, MemoryLedger())
    assert server.received == b""


HOSTILE = (
    b'From: "a\r\nX9 NOOP" <x@example.org>\r\nMessage-ID: <a"\r\nX9 NOOP\r\n@example.org>\r\nSubject: {5}\r\nX9 NOOP\r\n\r\n'
    b"X9 LOGOUT\r\n* BYE\r\n)\r\nX9 OK done\r\n"
)

COMMANDS = re.compile(
    rb"CAPABILITY|LOGIN \"someone\" \"secret\"|(SELECT|EXAMINE) \"INBOX\"|LIST \"\" \"\*\"|UID SEARCH UID \d+:(\d+|\*)"
    rb"|UID FETCH [\d,]+ \((RFC822\.SIZE INTERNALDATE|BODY\.PEEK\[\](<\d+\.\d+>)?)\)"
    rb"|UID STORE \d+ \+FLAGS\.SILENT \(\$MailbotTaken\)|UID MOVE \d+ \"Processed\""
)
"""Every command a source may send: numbers, and what stands in its settings."""


@pytest.mark.parametrize("after", ["leave", "flag", "move"])
def test_nothing_that_stands_in_a_mail_is_ever_part_of_a_command(server: ScriptedImap, after: str) -> None:
    server.mails, server.uidnext = {1: HOSTILE, 2: HOSTILE * 20_000}, 3
    source = ImapSource(
        "post",
        host="localhost",
        user="someone",
        password="secret",
        port=server.port,
        tls="none",
        after=after,
        move_to="Processed",
    )
    mails = take(source, MemoryLedger(), done=True)
    assert [m.raw for m in mails] == [HOSTILE, HOSTILE * 20_000]
    for line in server.received.removesuffix(b"\r\n").split(b"\r\n"):
        assert COMMANDS.fullmatch(line.split(b" ", 1)[1]), line
