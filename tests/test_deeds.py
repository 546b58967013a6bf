"""What follows a change, beyond what a conversation by mail shows."""

from typing import cast

from mailbot.core.history import Became, Change, Deed, History
from mailbot.core.letter import Letters
from mailbot.core.tokens import LIFE, Purpose, Token
from mailbot.deeds import Asked, Deeds
from mailbot.store import Unit
from tests.core.test_reading import TIME
from tests.core.test_submission import AT, reading


class Untouched:
    """No table is read or written."""


def test_the_answer_to_an_offer_uses_up_no_token_and_brings_no_letter_here() -> None:
    token = Token("d" * 64, Purpose.offer, "time", "jana@example.org", "K7MQ-3XRT-9HBW", "<l@x>", 7, AT, AT + LIFE)
    for deed in (Deed.accept, Deed.give_back):
        change = Change(Became.request, "offer-accepted", deed=deed, token=token)
        one = Asked(8, TIME, reading(reply="Yes"), History(tokens=(token,)), change, token.reference, AT)
        deeds = Deeds(cast("Letters", Untouched()))
        assert deeds.do(cast("Unit", Untouched()), one, b"k" * 32, may_answer=True) == []
