"""CVE-2026-1299 (Python): BytesGenerator writes headers out without looking for line breaks in them.

So the finished bytes are what is believed: each letter is read back and compared with what was intended, before it is recorded
and once more before it is sent.
"""

import pytest

from mailbot.core import wire
from mailbot.core.wire import compose, still_sealed
from mailbot.errors import UnsafeToSend
from tests.core.letters import acknowledgement

HEADERS = [("From", "a@example.org"), ("To", "b@example.org"), ("Message-ID", "<1@example.org>")]


class _Leaky(wire._AsItIs):
    """A generator that writes what it should not."""

    def fold(self, *, policy: object) -> str:
        return "To: b@example.org\r\nBcc: victim@example.com\r\n"


def test_a_generator_that_writes_more_than_it_was_given_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assert compose(HEADERS, "x", None, "")
    monkeypatch.setitem(wire._HEADERS.registry, "to", _Leaky)
    with pytest.raises(UnsafeToSend):
        compose(HEADERS, "x", None, "")


@pytest.mark.parametrize(
    "harm", [b"Bcc: victim@example.com\r\n", b"Resent-Bcc: victim@example.com\r\n", b"CC:victim@example.com\r\n"]
)
def test_bytes_that_were_altered_on_the_way_are_not_sent(harm: bytes) -> None:
    letter = acknowledgement()
    still_sealed(letter.raw, letter.recipient, letter.message_id)
    with pytest.raises(UnsafeToSend):
        still_sealed(harm + letter.raw, letter.recipient, letter.message_id)
