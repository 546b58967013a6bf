"""CVE-2023-51764 (Postfix), CVE-2023-52354 (chasquid): a dot between lone line feeds ends a mail for one server only.

What a candidate wrote and we quote must leave as whole lines with CRLF and nothing else.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.letters import acknowledgement

SMUGGLED = "MAIL FROM:<a@example.com>"


@pytest.mark.parametrize(
    "ending", ["\n.\n", "\r.\r", "\r\n.\r\n", "\n.\r\n", "\r\n.\r", "\r\n\x00.\r\n", "\x85.\x85", "\u2028.\u2028"]
)
def test_no_end_of_mail_of_any_spelling_is_carried_out(ending: str) -> None:
    raw = acknowledgement(answers={"work": f"fine{ending}{SMUGGLED}{ending}"}).raw.replace(b"\r\n.letter", b"")  # a line of CSS
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r\n.\r\n" not in raw
    assert not any(line.startswith((b"MAIL", b".")) for line in raw.split(b"\r\n"))


@given(st.text(alphabet="\r\n\x00\x0b\x0c\x1c\x85\u2028. a>", max_size=200))
def test_any_mixture_of_line_ends_leaves_as_crlf(words: str) -> None:
    raw = acknowledgement(answers={"work": words}).raw
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
