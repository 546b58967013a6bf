"""What reading the files of a mail may cost, and whose words they may be."""

import pytest

from mailbot.core.documents import State, documents_of, opening
from mailbot.core.documents.document import Content
from mailbot.core.message import Message, parse
from tests.core.papers import W, opened, p, word

PARTS = b"From: Anna <anna@example.net>\r\nTo: calls@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
MAIL = b"--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: %s\r\nSubject: call\r\n\r\n1. Mine.\r\n--b--"


def mail(parts: bytes) -> Message:
    message = parse(PARTS + parts)
    assert isinstance(message, Message)
    return message


def test_a_note_that_is_named_a_thousand_times_is_read_once() -> None:
    note = f"<w:footnotes {W}><w:footnote w:id='1'>{p('small print') * 50}</w:footnote></w:footnotes>"
    document = opened(word(p("See", *["<w:r><w:footnoteReference w:id='1'/></w:r>"] * 1000), footnotes=note))
    assert document.text.count("small print") <= 50


def test_a_word_document_of_more_elements_than_a_hundred_pages_have_is_not_read() -> None:
    noise = "".join(map(str, range(60_000)))  # else the archive looks like a bomb
    document = opened(word(f"<w:p>{'<w:r/>' * 250_000}</w:p>", settings=noise))
    assert (document.state, document.reason) == (State.too_large, "text-too-long")


def test_beyond_what_is_read_of_one_mail_no_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bytes] = []

    def long(content: bytes) -> Content:
        tried.append(content)
        return Content("\n" * 200)

    monkeypatch.setattr(opening, "MAX_LINES", 100)
    monkeypatch.setattr(opening, "_reader", lambda *_: long)
    documents = documents_of(mail(b"--b\r\nContent-Disposition: attachment\r\n\r\na\r\n" * 5))
    assert [document.reason for document in documents] == ["text-too-long"] * 5
    assert len(tried) == 1


def test_a_panic_inside_a_library_is_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(_: bytes) -> Content:
        raise PanicException

    monkeypatch.setattr(opening, "_reader", lambda *_: panic)
    assert opened(b"words").state is State.broken


@pytest.mark.parametrize(
    ("wrote", "state"),
    [
        (b"Bob <bob@prison.example>", State.needs_a_person),
        (b"Anna <ANNA@example.net>", State.read),
        (b"calls@example.org", State.read),
    ],
)
def test_an_attached_mail_of_somebody_else_is_left_to_a_person(wrote: bytes, state: State) -> None:
    assert [document.state for document in documents_of(mail(MAIL % wrote))] == [state]
