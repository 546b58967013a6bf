"""The relay wave of October 2025 (no number) and CVE-2022-35488: a ticket system's answers used as a bomb or to carry words.

Many mails in one forged name bring that person few letters, none where the forgery is known, and no word of the forger in the
subject line.
"""

import email
import email.policy
from datetime import timedelta

from mailbot.core.manners import Limits
from mailbot.core.submission import Became
from tests.parts import NOW, Parts, reply

MAILS = 200
WORDS = "BUY-PILLS-AT evil.example"
DAY = 1 + Limits().further_per_day
WEEK = 1 + Limits().further_per_week


def bomb(n: int, dmarc: str) -> bytes:
    body = f"1. {WORDS} number {n}.\r\n\r\n2. {WORDS}, every day.\r\n"
    return reply("victim@example.org", body, f"<{n}@evil.example>", subject=f"{WORDS} {n}", dmarc=dmarc)


def bombed(dmarc: str, mails: int = 40) -> Parts:
    """After as many mails in one round."""
    parts = Parts()
    for n in range(mails):
        parts.deliver(bomb(n, dmarc))
    parts.round()
    return parts


def test_a_flood_in_one_name_brings_no_more_letters_than_the_cap_and_none_with_foreign_words_in_its_header() -> None:
    parts = bombed("pass", MAILS)
    (entry,) = parts.store.submissions("a-call")
    assert len(entry.revisions) == MAILS
    letters = [row.letter for row in parts.store.letters()]
    assert 1 <= len(letters) <= DAY
    for letter in letters:
        header = email.message_from_bytes(letter.raw, policy=email.policy.default)
        assert letter.recipient == "victim@example.org"
        shown = " ".join(str(header[name]) for name in ("Subject", "From", "To"))
        assert not any(word in shown for word in ("PILLS", "evil"))


def test_a_flood_over_days_stays_below_the_cap_of_the_week() -> None:
    parts = Parts()
    for n in range(14):
        parts.clock.now = NOW + timedelta(hours=12 * n)
        parts.deliver(bomb(n, "pass"), parts.clock.now)
        parts.round()
    assert DAY < len(parts.store.letters()) <= WEEK


def test_where_authentication_says_nothing_the_letters_that_go_carry_no_word_of_the_mail() -> None:
    letters = [row.letter.raw for row in bombed("none").store.letters()]
    assert len(letters) <= DAY
    for raw in letters:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        text = "".join(part.get_content() for part in message.walk() if part.get_content_maintype() == "text")
        assert "PILLS" not in text + str(message["Subject"])


def test_a_flood_over_months_that_nobody_vouches_for_brings_three_letters_in_all() -> None:
    parts = Parts()
    for n in range(100):
        parts.clock.now = NOW + timedelta(hours=16 * n)
        parts.deliver(bomb(n, "none"), parts.clock.now)
        parts.round()
    assert len(parts.store.letters()) == Limits().unconfirmed_ever


def test_where_spf_says_that_somebody_else_sent_it_nobody_gets_a_letter() -> None:
    parts = Parts()
    for n, spf in enumerate(["fail", "softfail", "permerror", "pass smtp.mailfrom=evil.example"]):
        known = b"dmarc=none header.from=example.org"
        parts.deliver(bomb(n, "none").replace(known, f"spf={spf}; dkim=none; ".encode() + known))
    parts.round()
    assert parts.store.letters() == []


def test_where_authentication_failed_nobody_gets_a_letter() -> None:
    parts = bombed("fail")
    assert parts.store.letters() == []
    assert {row.became for row in parts.store.mails()} == {Became.quarantined}
