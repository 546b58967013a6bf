"""Files that came with a mail: what they are by their octets, what they say, and who has to look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.documents import Document, State, documents_of
from mailbot.core.documents.opening import open_document
from mailbot.core.mime import MAX_LINES, MAX_TEXT
from tests.core.mails import mail, multipart
from tests.core.papers import attached, opened, p, word

JPEG, PNG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4000, b"\x89PNG\r\n\x1a\n" + bytes(30_000)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"1. Yes.\r\n2. No.\r\n", "1. Yes.\n2. No.\n"),
        ("Żółć".encode(), "Żółć"),
        ("Answer".encode("utf-16"), "Answer"),
        (b"\xef\xbb\xbfAnswer", "Answer"),
        ("fünf Jahre".encode("cp1252"), "fünf Jahre"),
    ],
    ids=["ascii", "utf-8", "utf-16 of Notepad", "byte order mark", "windows-1252"],
)
def test_a_text_file_is_read_in_the_charset_it_is_in(content: bytes, text: str) -> None:
    assert opened(content, "answers.txt", "text/plain") == Document("answers.txt", "txt", State.read, "", text)


@pytest.mark.parametrize("declared", ['; charset="windows-1250"', ""], ids=["of its own", "of the mail"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_text_that_says_no_charset_was_saved_where_the_mail_was_written(kind: str, declared: str) -> None:
    body = "Content-Type: text/plain; charset=windows-1250\r\n\r\nCześć"
    file = f"Content-Type: text/{kind}{declared}\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nŻółć i źdźbło"
    fields = multipart("mixed", body, file)
    message = mail(str(fields["body"]).encode("cp1250"), content_type=str(fields["content_type"]))
    assert [document.text for document in documents_of(message)] == ["Żółć i źdźbło"]


def test_an_html_file_is_read_like_the_body_of_a_mail() -> None:
    page = '<html><head><meta charset="iso-8859-2"><title>x</title></head><body><p>Pozna\xf1 <s>no</s></p></body></html>'
    document = opened(page.encode("latin-1"), "answers.htm", "text/html")
    assert (document.type, document.text) == ("html", "Poznań no")
    assert document.looks[0][-1].struck


@pytest.mark.parametrize("name", ["answers.pdf", "answers", "photo.jpg"])
def test_a_file_is_what_its_octets_say_whatever_its_name_is(name: str) -> None:
    assert opened(word(p("said")), name, "image/jpeg").text == "said"


@pytest.mark.parametrize(
    ("content", "type_", "what"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "text/plain", "calendar"),
        (b"x", "text/calendar", "calendar"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "application/octet-stream", "contact-card"),
        (b"-----BEGIN PGP SIGNATURE-----", "text/plain", "signature"),
        (b"\x30\x82", "application/pkcs7-signature", "signature"),
        (b"-----BEGIN PGP PUBLIC KEY BLOCK-----", "application/pgp-keys", "key"),
        (b"Reporting-MTA: dns; mx.example.org", "message/delivery-status", "report"),
        (b"", "application/pdf", "empty"),
        (b" \r\n", "text/plain", "empty"),
    ],
)
def test_what_clients_and_programs_add_is_no_document(content: bytes, type_: str, what: str) -> None:
    document = opened(content, "x", type_)
    assert (document.state, document.reason, document.needs_a_look) == (State.not_a_document, what, False)


def test_a_logo_is_no_document_and_a_photo_needs_a_person() -> None:
    assert opened(PNG, "image001.png", "image/png", "inline").reason == "logo"
    assert opened(PNG[:3000], "image001.png", "image/png", "attachment").reason == "logo"
    for name, how in (("IMG_2041.jpeg", "inline"), ("scan.jpg", "attachment")):
        photo = opened(JPEG, name, "image/jpeg", how)
        assert (photo.state, photo.reason, photo.needs_a_look) == (State.needs_a_person, "photo", True)


@pytest.mark.parametrize(
    ("content", "state", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), State.needs_a_person, "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), State.locked, "encrypted"),
        (b"-----BEGIN PGP MESSAGE-----", State.locked, "encrypted"),
        (b"....ftypM4A ", State.needs_a_person, "recording"),
        (b"7z\xbc\xaf\x27\x1c", State.needs_a_person, "archive"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', State.needs_a_person, "drawing"),
        (b"MZ\x90\0\3\0\0\0", State.needs_a_person, "unknown"),
        (b"PK\x03\x04", State.broken, "archive-broken"),
    ],
)
def test_what_no_reader_knows_is_left_to_a_person_with_a_reason(content: bytes, state: State, reason: str) -> None:
    assert (opened(content).state, opened(content).reason) == (state, reason)


def test_all_files_of_a_mail_are_opened_in_their_order() -> None:
    texts = (f'Content-Disposition: attachment; filename="{n}.txt"\r\n\r\nfile {n}' for n in (1, 2))
    message = mail(**multipart("mixed", "\r\nbody", *texts))  # type: ignore[arg-type]
    assert [(d.name, d.text) for d in documents_of(message)] == [("1.txt", "file 1"), ("2.txt", "file 2")]


# bounds


def test_a_text_longer_than_that_of_a_mail_may_be_is_not_read() -> None:
    for long in (b"a" * (MAX_TEXT + 1), b"a\n" * (MAX_LINES + 1)):
        assert (opened(long).state, opened(long).reason) == (State.too_large, "text-too-long")


@pytest.mark.parametrize(
    "start", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1 ", b"\x78\x9f\x3e\x22", b"<html>", word(p("x"))[:600]]
)
@given(content=st.binary(max_size=200))
def test_any_octets_make_a_document(start: bytes, content: bytes) -> None:
    document = open_document(attached(start + content))
    assert document.reason or document.state is State.read
    assert not document.text or document.state is State.read
