"""Finished bytes: what may become a header, and what `seal` and the last look refuse."""

import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.wire import compose, mailable, message_ids, named, seal, still_sealed, threading
from mailbot.errors import UnsafeToSend

HEADERS = [
    ("From", named("Die Bürohilfe", "calls@example.org")),
    ("To", "jana@example.net"),
    ("Subject", "Ihre Antworten sind angekommen – Kennung 7KQM-4TZP, und noch vieles mehr, was übers Zeilenende reicht"),
    ("Message-ID", "<" + "x" * 200 + "@example.org>"),
    ("References", " ".join(f"<{n}{'y' * 240}@x>" for n in range(11))),
    ("Content-Language", "de"),
]
RAW = compose(HEADERS, "Grüße\n.\n..\nFrom here\n" + "x" * 3000, "<p>Grüße</p>", "boundary")


def test_what_was_intended_is_on_the_wire_in_7_bit_and_crlf() -> None:
    assert RAW.isascii()
    assert b"\n" not in RAW.replace(b"\r\n", b"")
    assert max(map(len, RAW.split(b"\r\n"))) <= 998
    assert b"To: jana@example.net\r\n" in RAW
    assert f"Message-ID: <{'x' * 200}@example.org>\r\n".encode() in RAW
    assert RAW.count(b"@x>") == 11


@pytest.mark.parametrize("encoding", [None, "multipart"])
@given(st.text())
def test_any_text_at_all_becomes_a_sound_mail(encoding: str | None, words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    raw = compose(HEADERS, words, words if encoding else None, "boundary")
    still_sealed(raw, "jana@example.net", HEADERS[3][1])


@pytest.mark.parametrize(("letters", "encoding"), [("ö", "quoted-printable"), ("Ω" * 99, "base64"), ("o", "7bit")])
def test_a_text_goes_out_in_the_encoding_that_makes_it_shorter(letters: str, encoding: str) -> None:
    page = "<p>\n" * 20 + f"{letters} {'plain words ' * 4}\n" * 20  # the first lines alone would tell otherwise
    parts = message_from_bytes(compose(HEADERS, "text", page, "boundary"), policy=policy.default).iter_parts()
    assert [part["Content-Transfer-Encoding"] for part in parts] == ["7bit", encoding]


@pytest.mark.parametrize("length", range(40, 100))
def test_a_subject_of_any_length_goes_out_as_it_is(length: int) -> None:
    subject = ("mailbot needs your attention: " + "a mailbox cannot be read " * 4)[:length].strip()
    raw = compose([*HEADERS[:2], ("Subject", subject), *HEADERS[3:]], "x", None, "")
    assert str(message_from_bytes(raw, policy=policy.default)["Subject"]).strip() == subject


def test_a_line_break_in_a_value_is_refused() -> None:
    for ending in ("\r\nBcc: x@example.com", "\nx", "\rx"):
        with pytest.raises(UnsafeToSend):
            compose([*HEADERS, ("X-Mailbot-Loop", f"a{ending}")], "x", None, "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Subject: ", b"Bcc: victim@example.com\r\nSubject: "),
        (b"To: jana@example.net", b"To: jana@example.net\r\nTo: victim@example.com"),
        (b"To: jana@example.net", b"To: victim@example.com"),
        (b"To: jana@example.net", b"To: jana@example.net, victim@example.com"),
        (b"To: jana@example.net", b"To: jana@example.net\r\n\tvictim@example.com"),
        (b"To: jana@example.net", b"To: jana@example.net\nBcc: victim@example.com"),
        (b"To: jana@example.net", b"To: jana@example.net\rBcc: victim@example.com"),
        (b"To: jana@example.net", b"To: jana@example.net\r\n\r\nearly"),
        (b"Content-Language: de\r\n", b""),
        (b"MIME-Version: 1.0", b"MIME-Version: 1.0\r\n Bcc: x"),
        (b"Content-Type: multipart/alternative", b"Content-Type: multipart/mixed"),
        (b"From: ", b"no colon here\r\nFrom: "),
        (b"From: ", b"From : "),
        (b"From: ", b"\r\nFrom: "),
        (b"--boundary--", b"--boundary--\x00"),
        (b"--boundary--", b"--boundary--\xe9"),
        (b"--boundary--", b"x" * 999),
    ],
)
def test_seal_refuses_bytes_that_say_anything_else(old: bytes, new: bytes) -> None:
    intended = [*HEADERS, ("MIME-Version", "1.0"), ("Content-Type", 'multipart/alternative; boundary="boundary"')]
    assert seal(RAW, intended) is RAW
    assert old in RAW
    with pytest.raises(UnsafeToSend):
        seal(RAW.replace(old, new, 1), intended)


@pytest.mark.parametrize(
    "change",
    [
        (b"Subject: ", b"Bcc: victim@example.com\r\nSubject: "),
        (b"Subject: ", b"Resent-To: victim@example.com\r\nSubject: "),
        (b"Subject: ", b"Cc:victim@example.com\r\nSubject: "),
        (b"To: jana@example.net", b"To: jana@example.net,\r\n victim@example.com"),
        (b"<x", b"<y"),
        (b"\r\n", b"\n"),
    ],
)
def test_the_last_look_refuses_altered_bytes(change: tuple[bytes, bytes]) -> None:
    still_sealed(RAW, "jana@example.net", HEADERS[3][1])
    with pytest.raises(UnsafeToSend):
        still_sealed(RAW.replace(*change, 1), "jana@example.net", HEADERS[3][1])


def test_refusals_name_no_values() -> None:
    with pytest.raises(UnsafeToSend) as refused:
        seal(RAW.replace(b"jana@", b"eve@", 1), HEADERS)
    assert not re.search(r"jana|eve|7KQM", refused.value.line())


def test_only_identifiers_beyond_doubt_make_a_thread() -> None:
    good = "<CAF+x=1_y.z$-0@mail.example.com>"
    bad = [
        "",
        "x@y",
        "<x>",
        "<a b@c>",
        "<a@b",
        "<a@b>c",
        "<a<b@c>",
        "<=?utf-8?Q?x?=@y>",
        f"<{'x' * 250}@y>",
        "<é@x>",
        "<a@b\r\n>",
    ]
    assert message_ids([*bad, good, good]) == [good]
    assert threading(None, [good]) == []
    assert threading("<=?utf-8?Q?=0D=0ABcc:_v?=@x>", [good]) == []


def test_a_thread_ends_with_the_mail_that_is_answered() -> None:
    assert threading("<c@x>", ["<a@x>", "<c@x>", "bad", "<b@x>"]) == [
        ("In-Reply-To", "<c@x>"),
        ("References", "<a@x> <b@x> <c@x>"),
    ]


def test_of_a_long_thread_the_first_and_the_last_ten_are_kept() -> None:
    kept = dict(threading("<end@x>", [f"<{n}@x>" for n in range(100)]))["References"].split()
    assert kept == ["<0@x>", *(f"<{n}@x>" for n in range(91, 100)), "<end@x>"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Jana.N+x=1@Example.NET", "Jana.N+x=1@example.net"),
        ("jana@bücher.example", "jana@xn--bcher-kva.example"),
        ("jana@intranet", "jana@intranet"),
        ("jána@example.net", "local-part-not-ascii"),
        ("jana@straße.example", "domain-not-valid"),  # IDNA 2003 would make it strasse.example
        ("jana@a..example", "no-address"),
        ("jana@é..example", "domain-not-valid"),
        ("=?utf-8?q?x?=@example.net", "no-address"),
        ('"a b"@example.net', "no-address"),
        ("a@b@c", "no-address"),
        ("a..b@c", "no-address"),
        ("jana@[127.0.0.1]", "no-address"),
        ("x" * 65 + "@example.net", "no-address"),
        ("jana", "no-address"),
        ("", "no-address"),
    ],
)
def test_an_address_is_carried_as_it_is_or_not_at_all(address: str, expected: str) -> None:
    good, reason = mailable(address)
    assert (good or reason) == expected
    assert bool(good) is not bool(reason)


@given(st.text())
def test_no_address_carries_anything_into_a_command(text: str) -> None:
    good, _ = mailable(text + "@example.net")
    assert good is None or not re.search(r"[\x00-\x20\x7f<>,;:\"()\[\]\\]|=\?", good)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Team",
        "Müller, Team",
        'Team "A"',
        "Ünï (x) <y@z>",
        "x" * 200,
        "Ü" * 200,
        "a@b",
        "日本語 チーム, 東京",
        "A: b;",
        "Team \\ B",
        "d'Été – L’équipe «test»",
        "word " * 40,
        "wörd " * 40,
        "=?utf-8?q?=0D=0ABcc:_x?=",
    ],
)
def test_any_name_of_ours_is_read_back_as_it_is(name: str) -> None:
    raw = compose([("From", named(name.strip(), "calls@example.org")), *HEADERS[1:]], "x", None, "")
    (field,) = message_from_bytes(raw, policy=policy.compat32).get_all("From", [])
    shown, address = parseaddr(str(field).replace("\r\n", ""))
    assert str(make_header(decode_header(shown))) == name.strip()
    assert address == "calls@example.org"
