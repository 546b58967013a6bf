"""CVE-2023-27043: a malformed From gave lenient parsers the address of somebody else, whom others trusted.

No shape of it makes a submission somebody's: the sender is unclear, and a person looks.
"""

import pytest

from mailbot.core.reading import Own
from mailbot.core.sender import sender
from mailbot.core.submission import Became
from tests.core.mails import mail
from tests.parts import Parts, reply

SHAPES = [
    "jana@probation.example(<eve@elsewhere.example>",
    "jana@probation.example)<eve@elsewhere.example>",
    "jana@probation.example<<eve@elsewhere.example>",
    "jana@probation.example><eve@elsewhere.example>",
    "jana@probation.example@<eve@elsewhere.example>",
    "jana@probation.example,<eve@elsewhere.example>",
    "jana@probation.example;<eve@elsewhere.example>",
    "jana@probation.example:<eve@elsewhere.example>",
    "jana@probation.example.<eve@elsewhere.example>",
    'jana@probation.example"<eve@elsewhere.example>',
    "jana@probation.example[<eve@elsewhere.example>",
    "jana@probation.example]<eve@elsewhere.example>",
    "jana@probation.example <eve@elsewhere.example>",
    "<jana@probation.example> <eve@elsewhere.example>",
    "<jana@probation.example>eve@elsewhere.example",
    "Jana, jana@probation.example <eve@elsewhere.example>",
    '"Jana, jana@probation.example <eve@elsewhere.example>',
    "jana@probation.example (comment <eve@elsewhere.example>",
    "jana@probation.example\\<eve@elsewhere.example>",
]


@pytest.mark.parametrize("written", SHAPES)
def test_a_malformed_from_is_nobodys(written: str) -> None:
    who = sender(mail(from_=written), Own())
    assert who.address is None
    assert who.problem in ("sender-unclear", "two-senders")


def test_a_mail_with_a_malformed_from_waits_for_a_person_and_nobody_gets_a_letter() -> None:
    parts = Parts()
    written = "jana@probation.example(<eve@elsewhere.example>"
    parts.deliver(reply().replace(b"\r\nFrom: jana@example.org", b"\r\nFrom: " + written.encode()))
    parts.round()
    (row,) = parts.store.mails()
    assert (row.became, row.reason) == (Became.quarantined, "sender-unclear")
    assert parts.store.submissions("a-call") == []
    assert parts.store.letters() == []
