"""CVE-2026-26312: a structure that nests without end took all memory. It is refused by a name before the parser sees it."""

import tracemalloc

import pytest

from mailbot.core import message as message_module
from mailbot.core.message import Message, Unreadable, parse
from mailbot.core.submission import Became
from tests.core.mails import raw
from tests.effort import effort
from tests.parts import Parts, reply


def deep(levels: int) -> bytes:
    return (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(levels)) + b"\r\nend"
    )


def wide(parts: int) -> bytes:
    return b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * parts


SECONDS = 2.0
"""Of the processor, as the advisory asks: a loaded machine decides nothing."""

BOMBS = pytest.mark.parametrize(
    ("data", "reason"),
    [
        (deep(10_000), "nested-too-deep"),
        (deep(21), "nested-too-deep"),
        (wide(10_000), "too-many-parts"),
        (wide(100_000), "too-many-parts"),
    ],
    ids=["10000 deep", "21 deep", "10000 wide", "100000 wide"],
)


@BOMBS
def test_a_bomb_is_refused_before_it_is_parsed(data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(message_module, "BytesFeedParser")
    tracemalloc.start()
    result = parse(data)
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(result, Unreadable)
    assert result.reason == reason
    assert used < 20 * len(data) + 1_000_000


@BOMBS
def test_a_bomb_costs_little_time_and_ends_with_a_person_and_the_next_mail_is_read(data: bytes, reason: str) -> None:
    parts = Parts()
    parts.deliver(data)
    parts.deliver(reply())
    with effort() as told:
        done = parts.round()
    assert told.seconds < SECONDS
    assert [row.reason for row in parts.store.mails(became=Became.quarantined)] == [reason]
    assert done.became == {Became.quarantined: 1, Became.new: 1}


def test_messages_in_messages_cost_little_time() -> None:
    with effort() as told:
        parse(b"Content-Type: message/rfc822\r\n\r\n" * 10_000)
    assert told.seconds < SECONDS


def test_messages_in_messages_are_one_file_however_many() -> None:
    result = parse(b"Content-Type: message/rfc822\r\n\r\n" * 10_000)
    assert isinstance(result, Message)
    assert [file.type for file in result.attachments] == ["message/rfc822"]


@pytest.mark.parametrize(
    "boundary",
    ['"a\\"b"', "a; boundary=b", "*0*=a; boundary*1*=b", "(x) a", '"b "', "''", '" "', "=?utf-8?q?b?="],
)
def test_no_way_to_write_a_boundary_slips_past_the_count(boundary: str) -> None:
    header = f"multipart/mixed; boundary={boundary}"
    lines = "".join(f"--{form}\r\n\r\nx\r\n" * 300 for form in ('a"b', "a", "ab", "b", "''", "(x) a", " ", "=?utf-8?q?b?="))
    result = parse(raw(lines, content_type=header))
    assert isinstance(result, Unreadable) or len(result.parts) <= 201


def test_as_much_as_people_send_is_read() -> None:
    assert isinstance(parse(deep(20)), Message)
    assert isinstance(parse(wide(200)), Message)
