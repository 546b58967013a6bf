"""CVE-2019-16056: with several @ the first domain was checked and the last one used."""

import pytest

from mailbot.core import address
from mailbot.core.reading import Own
from mailbot.core.sender import sender
from tests.core.mails import mail

SHAPES = [
    "jana@probation.example@elsewhere.example",
    "jana@elsewhere.example@probation.example",
    "jana@probation.example@@elsewhere.example",
    "@probation.example@elsewhere.example",
    "jana@@probation.example",
    "@probation.example",
    "jana@",
    "jana@probation.example@",
]


@pytest.mark.parametrize("written", SHAPES)
def test_several_at_signs_are_no_address(written: str) -> None:
    assert address.address(written) is None
    for form in (written, f"<{written}>", f"Jana <{written}>", f"Jana ({written}) <{written}>"):
        who = sender(mail(from_=form), Own())
        assert (who.address, who.problem) == (None, "sender-unclear")


def test_an_at_sign_in_quotes_belongs_to_the_local_part() -> None:
    assert address.address('"jana@probation.example"@elsewhere.example') == '"jana@probation.example"@elsewhere.example'
