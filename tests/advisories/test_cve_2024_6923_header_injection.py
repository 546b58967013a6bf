"""CVE-2024-6923 (Python): an encoded word that hides a line break is written out as a header of its own."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from mailbot.core.letter import Letter
from mailbot.core.selftest import self_test
from mailbot.core.wire import seal
from mailbot.errors import UnsafeToSend
from tests.core.letters import OWN, acknowledgement, facts, headers_of, opened

HIDDEN = "=?utf-8?Q?=0D=0ABcc:_victim@example.com=0D=0AX-Evil:_1?="
PLAIN = "x\r\nBcc: victim@example.com\r\nX-Evil: 1"
ORDINARY = {name.lower() for name in opened(acknowledgement())} - {"in-reply-to", "references"}


def hostile(words: str) -> Letter:
    """The answer to a mail with these words in every field that came from outside."""
    return acknowledgement(
        facts(
            message_id=f"<a{words}@x>",
            references=(f"<r{words}@x>", words),
            subject=words,
            language=words,
            answers={"work": words},
            text=words,
            unplaced=words,
            fingerprint=words,
        )
    )


@pytest.mark.parametrize(
    "words", [HIDDEN, PLAIN, HIDDEN.replace("=0D", ""), HIDDEN.replace("=0A", ""), "\x00\x1b[2J\u2028Bcc: x"]
)
def test_no_word_of_a_mail_becomes_a_header_of_its_answer(words: str) -> None:
    letter = hostile(words)
    assert {name.lower() for name in opened(letter)} == ORDINARY
    assert opened(letter)["To"] == "jana@example.net"
    assert "victim" not in headers_of(letter)


def test_the_naive_answer_is_refused_where_this_python_leaks() -> None:
    """What mailbot never does: copy a parsed Message-ID into a new mail."""
    mail = message_from_bytes(f"Message-ID: <a{HIDDEN}@x>\r\n\r\n".encode(), policy=policy.default)
    naive = EmailMessage(policy=policy.SMTP)
    naive["To"] = "jana@example.net"
    try:
        naive["In-Reply-To"] = mail["Message-ID"]
        raw = naive.as_bytes()
    except (ValueError, TypeError):
        return  # mended: this Python does not write it
    if raw.lower().count(b"\nbcc:") == 0:
        return  # mended in another way
    with pytest.raises(UnsafeToSend):
        seal(raw + b"\r\n", [("To", "jana@example.net"), ("In-Reply-To", "<a@x>")])


def test_the_self_test_passes_where_letters_may_be_sent() -> None:
    self_test(OWN)


def test_the_self_test_fails_when_the_last_look_is_blind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.core.selftest.still_sealed", lambda *_: None)
    with pytest.raises(UnsafeToSend, match="not noticed"):
        self_test(OWN)


def test_the_self_test_fails_when_identifiers_are_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.core.letter.threading", lambda parent, _: [("In-Reply-To", parent)])
    with pytest.raises(UnsafeToSend):
        self_test(OWN)
