"""CVE-2024-23184: 100,000 address fields took 12 seconds, 500,000 fields 18 minutes. They are counted, not parsed."""

import pytest

from mailbot.core import message as message_module
from mailbot.core.message import Unreadable, parse
from tests.effort import effort

SECONDS = 2.0
"""Of the processor, as the advisory asks: a loaded machine decides nothing."""


@pytest.mark.parametrize(
    "data",
    [
        b"".join(b"To: a%d@x.example\r\n" % n for n in range(100_000)) + b"\r\nx",
        b"".join(b"X-%d: y\r\n" % n for n in range(500_000)) + b"\r\nx",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + b"X: y\r\n" * 100_000 + b"\r\nx",
    ],
    ids=["100000 addresses", "500000 fields", "100000 fields of a part"],
)
def test_half_a_million_fields_are_counted_and_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(message_module, "BytesFeedParser")
    with effort() as told:
        result = parse(data)
    assert told.seconds < SECONDS
    assert isinstance(result, Unreadable)
    assert result.reason == "too-many-headers"


def test_a_hundred_thousand_addresses_in_one_field_are_refused_too() -> None:
    data = b"To: " + b", ".join(b"a%d@x.example" % n for n in range(100_000)) + b"\r\n\r\nx"
    with effort() as told:
        result = parse(data)
    assert told.seconds < SECONDS
    assert isinstance(result, Unreadable)
    assert result.reason == "header-too-large"
