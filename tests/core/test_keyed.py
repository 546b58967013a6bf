"""Keyed Message-IDs: recognisable, deterministic, neutral, and not to be forged."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.keyed import letter_message_id, local_part, looks_like_ours, verify_id
from mailbot.core.reading import Own
from mailbot.errors import UnsafeToSend

OWN = Own(domain="Example.ORG", key=b"k" * 32)
ID = letter_message_id("acknowledgement", "a-call", "ab" * 32, OWN)


def test_the_same_mail_and_call_always_give_the_same_identifier() -> None:
    assert letter_message_id("acknowledgement", "a-call", "ab" * 32, OWN) == ID
    assert re.fullmatch(r"<mailbot\.ack\.[a-z2-7]{26}\.[a-z2-7]{26}@example\.org>", ID)


def test_another_kind_call_mail_or_key_gives_another() -> None:
    others = [
        letter_message_id("notice", "a-call", "ab" * 32, OWN),
        letter_message_id("acknowledgement", "b-call", "ab" * 32, OWN),
        letter_message_id("acknowledgement", "a-call", "ac" * 32, OWN),
        letter_message_id("acknowledgement", "a-call", "ab" * 32, replace(OWN, key=b"j" * 32)),
    ]
    assert len({ID, *others}) == 5


def test_it_says_neither_call_nor_mail() -> None:
    assert "a-call" not in ID
    assert "abab" not in ID


def test_what_we_made_is_ours_also_in_another_case_of_the_domain() -> None:
    assert verify_id(ID, "a-call", OWN)
    assert verify_id(ID.replace("example.org", "EXAMPLE.org"), "a-call", OWN)
    assert verify_id(f"<{local_part(ID)}@example.org>", "a-call", OWN)


@given(st.integers(0, len(ID) * 8 - 1))
def test_one_bit_changed_is_not_ours(bit: int) -> None:
    altered = bytearray(ID.encode())
    altered[bit // 8] ^= 1 << bit % 8
    text = altered.decode("latin-1")
    assert not verify_id(text, "a-call", OWN) or text.lower() == ID.lower()


@given(st.text())
def test_no_text_is_ours_by_chance(text: str) -> None:
    assert not verify_id(text, "a-call", OWN)
    assert not looks_like_ours(text, OWN)


def test_the_form_alone_is_recognised_and_not_believed() -> None:
    forged = "<mailbot.ack." + "a" * 26 + "." + "b" * 26 + "@example.org>"
    assert looks_like_ours(forged, OWN)
    assert not verify_id(forged, "a-call", OWN)
    assert not looks_like_ours(forged.replace("example.org", "example.net"), OWN)


@pytest.mark.parametrize("key", [b"", b"short"])
def test_without_a_real_key_nothing_is_made_and_nothing_believed(key: bytes) -> None:
    keyless = replace(OWN, key=key)
    with pytest.raises(UnsafeToSend):
        letter_message_id("acknowledgement", "a-call", "ab" * 32, keyless)
    assert not verify_id(ID, "a-call", keyless)
