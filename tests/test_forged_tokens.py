"""Forged tokens, and forged letters that carry them: nobody completes anything with one, not even who it would be for."""

from dataclasses import replace

import pytest

from mailbot.core import tokens
from mailbot.core.keyed import letter_message_id
from mailbot.core.letter import Letter, LetterKind
from mailbot.core.tokens import Purpose
from tests.core.test_forged import forgeries
from tests.parts import CALL, OWN
from tests.test_requests_by_mail import JANA, World, token_in
from tests.test_sent_on import TOM, answers_of, printed

STRANGERS_KEY = b"another key, which is also long."


def forged_tokens(true: str, purpose: Purpose, address: str) -> dict[str, str]:
    """What somebody may write who has seen tokens, ours and those of other mailbots, but not this one."""
    others = [one for one in Purpose if one is not purpose]
    made = {
        "another key": tokens.make(STRANGERS_KEY, purpose, CALL.slug, address, "5e" * 32),
        "another occasion": tokens.make(OWN.key, purpose, CALL.slug, address, "5e" * 32),
        "another call": tokens.make(OWN.key, purpose, "no-such-call", address, "5e" * 32),
        "another address": tokens.make(OWN.key, purpose, CALL.slug, "eve@example.net", "5e" * 32),
        **{f"for {one}": tokens.make(OWN.key, one, CALL.slug, address, "5e" * 32) for one in others},
    }
    written = {
        "invented": f"mbt-{'a' * 26}",
        "cut": true[:-1],
        "cut in front": f"mbt-{true[5:]}",
        "longer": f"{true}a",
        "longer in front": f"x{true}",
        "one letter other": true[:-1] + ("b" if true[-1] == "a" else "a"),
        "backwards": f"mbt-{true[:3:-1]}",
        "without its beginning": true[4:],
        "another beginning": true.replace("mbt-", "mbx-"),
        "in two lines": f"{true[:17]}\r\n{true[17:]}",
        "with a blank": f"{true[:17]} {true[17:]}",
        "with a joiner": f"{true[:17]}\N{ZERO WIDTH NON-JOINER}{true[17:-1]}q",
        "letters that look alike": true[:-1] + "\N{CYRILLIC SMALL LETTER A}",
        "its digest": tokens.digest(true),
        "a wildcard": "mbt-%",
    }
    return made | written


def forged_letters(letter: Letter) -> dict[str, Letter]:
    forged = forgeries(letter.message_id, letter.kind.value, letter.call)
    # Each as the one word that a field has; what stands in two lines would be no field of this mail.
    return {what: replace(letter, message_id=one) for what, one in forged.items() if "\r" not in one}


@pytest.mark.parametrize("where", ["text", "subject"])
def test_no_forged_token_withdraws_an_entry(where: str) -> None:
    world = World()
    world.says(JANA, "Please withdraw my application.\r\n")
    true = token_in(world.last(LetterKind.withdrawal))
    for what, forged in forged_tokens(true, Purpose.withdraw, JANA).items():
        if where == "text":
            world.says(JANA, f"Yes, please.\r\n\r\n{forged}\r\n")
        elif "\r" not in forged:
            world.says(JANA, "Yes, please.\r\n", subject=f"Re: {forged}")
        assert not world.withdrawn(), what
    assert world.says(JANA, f"Yes, please.\r\n\r\n{true}\r\n") == "request: withdrawn"


def test_no_forged_letter_carries_a_token() -> None:
    world = World()
    world.says(JANA, "Please withdraw my application.\r\n")
    letter = world.last(LetterKind.withdrawal)
    for what, forged in forged_letters(letter).items():
        world.says(JANA, "Yes, please.\r\n", forged)
        assert not world.withdrawn(), what
    never_sent = letter_message_id("withdrawal", CALL.slug, "5e" * 32, OWN)
    world.says(JANA, "Yes, please.\r\n", replace(letter, message_id=never_sent))
    assert not world.withdrawn(), "one that we might have written, and have not"
    assert world.says(JANA, "Yes, please.\r\n", letter) == "request: withdrawn"


def test_no_forged_token_undoes_a_withdrawal() -> None:
    world = World()
    world.says(JANA, "Please withdraw my application.\r\n")
    withdrawal = world.last(LetterKind.withdrawal)
    world.says(JANA, "Yes\r\n", withdrawal)
    letter = world.last(LetterKind.withdrawn)
    forged = {**forged_tokens(token_in(letter), Purpose.restore, JANA), "of the letter before": token_in(withdrawal)}
    for what, text in forged.items():
        world.says(JANA, f"Yes, please.\r\n\r\n{text}\r\n")
        assert world.withdrawn(), what
    for what, other in forged_letters(letter).items():
        world.says(JANA, "Yes, please.\r\n", other)
        assert world.withdrawn(), what
    assert world.says(JANA, "Yes, please.\r\n", letter) == "request: withdrawal-undone"


def test_no_forged_token_confirms_what_was_sent_on() -> None:
    world = World()
    world.says(JANA, printed(), subject="Fwd: answers")
    letter = world.last(LetterKind.confirm)
    for what, text in forged_tokens(token_in(letter), Purpose.confirm, TOM).items():
        world.says(JANA, f"Yes, these are the answers.\r\n\r\n{text}\r\n")
        assert answers_of(world, TOM) == {}, what
    for what, other in forged_letters(letter).items():
        world.says(JANA, "Yes\r\n", other)
        assert answers_of(world, TOM) == {}, what
    assert world.says(TOM, "Yes\r\n", letter) == "request: confirmed-on-behalf"
