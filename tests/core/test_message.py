"""What is read from the bytes of a mail, however odd they are."""

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.message import Defect, Message, Unreadable, fingerprint, message_ids, parse
from tests.core.mails import mail, multipart, raw
from tests.effort import effort


def refused(data: bytes) -> str:
    result = parse(data)
    assert isinstance(result, Unreadable)
    return result.reason


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_raising(data: bytes) -> None:
    assert isinstance(parse(data), Message | Unreadable)


_LINES = st.lists(
    st.sampled_from(
        [
            *(b"From: a@b.example", b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: text/html; charset=x"),
            *(b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64", b"--b", b"--b--", b"", b"\xff\r\0"),
            *(b"Content-Disposition: attachment; filename*=a''%ff", b" folded", b"no colon", b"Subject : =?utf-8?b?4pi"),
            *(b"Content-Type: multipart/alternative; boundary*0*=b", b"begin 644 x", b"<p>x", b"Content-Type: text/plain;"),
            *(b" format=flowed; delsp=yes", b"Content-Transfer-Encoding: uuencode", b"Content-Disposition: inline"),
        ]
    ),
    max_size=40,
)


@settings(max_examples=300)
@given(_LINES)
def test_any_heap_of_mail_lines_is_read_without_raising(lines: list[bytes]) -> None:
    assert isinstance(parse(b"\r\n".join(lines)), Message | Unreadable)


@pytest.mark.parametrize("parameter", ['boundary="bé"', "boundary*=utf-8''b%C3%A9"])
def test_a_boundary_beyond_ascii_divides_nothing_and_is_noted(parameter: str) -> None:
    body = "--bé\n\nwords\n--bé--\n".encode()
    message = mail(body, content_type=f"multipart/mixed; {parameter}")
    assert "words" in message.text
    assert Defect.broken_structure in message.defects


_WORDS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co", "Mn"]), min_size=1, max_size=60)


@given(_WORDS, st.sampled_from(["base64", "quoted-printable", "8bit"]), st.booleans(), st.booleans())
def test_the_last_word_of_a_built_mail_is_kept(words: str, encoding: str, with_html: bool, with_file: bool) -> None:
    built = EmailMessage()
    built.set_content(f"{words}\nlastword\n", cte=encoding)
    if with_html:
        built.add_alternative("<p>lastword</p>", subtype="html")
    if with_file:
        built.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="cv.pdf")
    message = parse(built.as_bytes())
    assert isinstance(message, Message)
    assert message.text.rstrip().endswith("lastword")


@pytest.mark.parametrize(
    ("charset", "octets", "text", "true"),
    [
        ("iso-8859-1", "Bewährung – gut".encode("cp1252"), "Bewährung – gut", True),
        ("us-ascii", "Bewährung".encode("latin-1"), "Bewährung", True),
        ("iso-8859-1", "Bewährung".encode(), "Bewährung", False),
        ("utf-8", "Bewährung".encode("latin-1"), "Bewährung", False),
        ("koi8-r", "Привет".encode("koi8-r"), "Привет", True),
        ("rot13", b"Onqre", "Onqre", False),
        ("undefined", b"x", "x", False),
        ("../../etc/passwd", b"x", "x", False),
        ("utf-7", b"+AGE-", "+AGE-", False),
        ("utf-16", b"plain", "plain", False),
        ("utf-16le", "Bewährung".encode("utf-16le"), "Bewährung", True),
    ],
)
def test_a_charset_is_used_if_mail_uses_it_and_the_octets_agree(charset: str, octets: bytes, text: str, true: bool) -> None:
    message = mail(octets, content_type=f"text/plain; charset={charset}")
    assert message.text == text
    assert (Defect.unknown_charset in message.defects) is not true


@pytest.mark.parametrize(
    ("before", "defect"),
    [
        (b"\xef\xbb\xbf", Defect.bom),
        (b"From jana Mon Feb  1 10:00:00 2021\r\n", Defect.mbox_line),
        (b"\r\n", Defect.blank_first_line),
    ],
)
def test_damage_before_the_first_field_is_mended_and_told(before: bytes, defect: Defect) -> None:
    message = parse(before + raw())
    assert isinstance(message, Message)
    assert message.subject == "Re: Call"
    assert defect in message.defects


def test_a_line_without_colon_among_the_fields_hides_none_of_them() -> None:
    message = parse(b"Subject: Call\r\nX-Scanned by nobody\r\nFrom: jana@probation.example\r\n\r\nbody")
    assert isinstance(message, Message)
    assert message.first("from") == "jana@probation.example"
    assert message.first("x-unreadable-line") == "X-Scanned by nobody"
    assert message.text == "body"


def test_a_body_without_an_empty_line_before_it_is_body() -> None:
    message = parse(b"Subject: Call\r\nDear all\r\nmy answers: two")
    assert isinstance(message, Message)
    assert message.text == "Dear all\nmy answers: two"


def test_a_lone_carriage_return_begins_no_field() -> None:
    message = parse(b"Subject: a\rFrom: other@elsewhere.example\r\nFrom: jana@probation.example\r\n\r\nx")
    assert isinstance(message, Message)
    assert message.all("from") == ("jana@probation.example",)


def test_a_field_that_comes_twice_is_told() -> None:
    message = parse(b"Subject: one\r\nSubject: two\r\n\r\nx")
    assert isinstance(message, Message)
    assert (message.subject, message.all("subject")) == ("one", ("one", "two"))
    assert Defect.duplicate_subject in message.defects


def test_a_subject_that_decodes_to_line_breaks_stays_one_line() -> None:
    assert mail(subject="=?utf-8?q?Re=3A_Call=0D=0ABcc=3A_x=40y.example?=").subject == "Re: Call Bcc: x@y.example"


def test_a_character_cut_in_two_by_encoded_words_is_whole_again() -> None:
    assert mail(subject="=?utf-8?b?QmV3w6Q=?= =?utf-8?q?_=C3?= =?utf-8?q?=A4?=").subject == "Bewä ä"


def test_octets_in_a_header_are_read_as_utf8_else_as_windows_1252() -> None:
    message = parse("Subject: Bewährung\r\n\r\nx".encode("latin-1"))
    assert isinstance(message, Message)
    assert message.subject == "Bewährung"


def test_control_and_bidi_characters_neither_act_nor_hide() -> None:
    message = mail("a\x1b[31mb\x00\u202eevil\u2028c\td", subject="\u202etxt.exe\x07")
    assert message.text == "a\ufffd[31mb\ufffdevil\nc\td"
    assert message.subject == "txt.exe\ufffd"


def test_flowed_lines_are_joined_and_their_quotes_kept() -> None:
    body = "On Monday you \nwrote:\n> first \n> second\n>> deep\nanswer\n\n-- \nJana\n from here"
    text = mail(body, content_type="text/plain; format=flowed").text
    assert text == "On Monday you wrote:\n> first second\n>> deep\nanswer\n\n-- \nJana\nfrom here"


def test_delsp_takes_the_blank_at_a_soft_line_end_away() -> None:
    assert mail("Bewäh \nrung", content_type="text/plain; format=flowed; delsp=yes; charset=utf-8").text == "Bewährung"


@pytest.mark.parametrize("encoding", ["7bit", "base64"])
def test_a_message_inside_the_mail_is_a_file_and_not_the_senders_words(encoding: str) -> None:
    inner = "Subject: inner\r\n\r\ninner words"
    content = base64.b64encode(inner.encode()).decode() if encoding == "base64" else inner
    part = f"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{content}"
    message = mail(**multipart("mixed", "\r\nouter words", part))  # type: ignore[arg-type]
    assert message.text == "outer words"
    (file,) = message.attachments
    assert file.type == "message/rfc822"
    assert file.content.decode().splitlines() == inner.splitlines()


def test_of_plain_and_html_the_plain_one_is_read() -> None:
    message = mail(**multipart("alternative", "\r\nplain words", "Content-Type: text/html\r\n\r\n<p>rich words"))  # type: ignore[arg-type]
    assert (message.text, message.html, message.text_from_html) == ("plain words", "<p>rich words", False)


@pytest.mark.parametrize("stub", ["", " \r\n", "Please use a mail client that can show HTML."])
def test_html_is_read_where_the_plain_part_says_nothing(stub: str) -> None:
    message = mail(**multipart("alternative", f"\r\n{stub}", "Content-Type: text/html\r\n\r\n<p>rich words"))  # type: ignore[arg-type]
    assert (message.text.strip(), message.text_from_html) == ("rich words", True)


def test_a_text_file_is_a_file_unless_nothing_else_is_there_to_read() -> None:
    named = "Content-Type: text/plain; name=answers.txt\r\n\r\n1. Eleven years."
    assert mail(**multipart("mixed", "\r\nsee the file", named)).attachments[0].name == "answers.txt"  # type: ignore[arg-type]
    assert mail(**multipart("mixed", named)).text == "1. Eleven years."  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('filename="../../etc/passwd"', "passwd"),
        ("filename*=utf-8''..%5C..%5Ccv.pdf", "cv.pdf"),
        ("filename*=utf-8''a%0D%0ABcc%3A.pdf", "a Bcc:.pdf"),
        ("filename*=undefined''a%ff", "part-2"),
        ("filename==?utf-8?q?Bew=C3=A4hrung.pdf?=", "Bewährung.pdf"),
        ('filename="a\x00b\u202egpj.exe"', "a_bgpj.exe"),
        ('filename="Bewährung.pdf"', "Bewährung.pdf"),
        ("", "part-2"),
    ],
)
def test_a_file_name_is_shown_and_leads_nowhere(written: str, shown: str) -> None:
    part = f"Content-Type: application/pdf\r\nContent-Disposition: attachment; {written}\r\n\r\nx"
    assert mail(**multipart("mixed", "\r\nhello", part)).attachments[0].name == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * (25 * 1024 * 1024 + 1), "too-large"),
        (raw(b"\n" * 600_000), "too-many-lines"),
        (raw(x_long="y" * 200_000), "header-too-large"),
        (b"".join(b"X%d: %s\n" % (i, b"y" * 1000) for i in range(900)) + b"\nx", "header-too-large"),
        (raw(subject="=?utf-8?q?a?= " * 10_000), "header-too-large"),
        (raw(subject="=?utf-8?q?a?= " * 3000), "too-many-encoded-words"),
        (raw(content_type="text/plain" + "; a=b" * 500), "too-many-parameters"),
        (b"Received: by x\n" * 101 + b"\nx", "too-many-hops"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_over_a_limit_is_refused_by_name(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_fifty_files_are_enough() -> None:
    file = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx"
    assert refused(raw(**multipart("mixed", *[file] * 51))) == "too-many-attachments"  # type: ignore[arg-type]


def test_of_a_hundred_thousand_references_the_last_hundred_are_kept() -> None:
    message = mail(references=" ".join(f"<{n}@x.example>" for n in range(100_000)))
    assert message.references == tuple(f"<{n}@x.example>" for n in range(99_900, 100_000))


def test_piled_up_combining_marks_are_kept_and_cost_little() -> None:
    message = mail("a" + "\u0301\u0323" * 25_000 + " last", subject="Zalgo")
    assert message.text.endswith(" last")
    assert len(message.text) > 50_000


def test_a_string_of_html_bodies_shares_one_bound() -> None:
    part = "Content-Type: text/html\r\n\r\n" + "<b>x" * 30_000
    assert Defect.text_cut in mail(**multipart("mixed", *[part] * 20)).defects  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("<a@b.example>", ("<a@b.example>",)),
        ("<a@[127.0.0.1]> text <c@d>", ("<a@[127.0.0.1]>", "<c@d>")),
        ("<a=?utf-8?Q?=0D=0ABcc:_v@example.com?=@x>", ()),
        ("<a@b\x00c>", ()),
        (f"<{'a' * 250}@b>", ()),
        ("<ä@b.example>", ()),
        ("a@b.example", ()),
        ("<a@b@c>", ()),
    ],
)
def test_only_an_identifier_beyond_doubt_is_one(value: str, found: tuple[str, ...]) -> None:
    assert message_ids(value) == found


def test_the_same_mail_by_two_ways_has_one_fingerprint() -> None:
    direct = mail("My answer\nin two lines\n")
    by_list = mail("My answer in \ntwo lines\n", received="by lists.example", delivered_to="calls@intake.example", x_loop="1")
    assert fingerprint(direct) == fingerprint(by_list)
    assert fingerprint(direct) != fingerprint(mail("My answer\nin three lines\n"))
    assert fingerprint(direct) != fingerprint(mail("My answer\nin two lines\n", from_="other@probation.example"))


def test_another_sender_field_is_noted() -> None:
    assert Defect.other_sender in mail(sender="Office <office@elsewhere.example>").defects
    assert Defect.other_sender not in mail(sender="JANA@probation.example").defects


@pytest.mark.parametrize("body", [b"\n" * 30_000, b"x" * 1_100_000, b"> x\n" * 25_000])
def test_a_text_longer_than_any_reply_is_kept_for_a_person_and_not_read(body: bytes) -> None:
    found = parse(b"From: a@example.org\r\nContent-Type: text/plain\r\n\r\n" + body)
    assert isinstance(found, Unreadable)
    assert found.reason == "text-too-long"


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a@example.org\r\nSender: " + b"a" * 120_000 + b"\r\n\r\nx\r\n",
        b"From: a@example.org\r\nContent-Type: text/html\r\n\r\n<" + b"a" * 400_000,
        b"From: a@example.org\r\nContent-Type: text/html\r\n\r\n" + (b"data:" * 199 + b" ") * 4_000,
    ],
)
def test_what_a_pattern_could_try_from_every_letter_is_read_in_linear_time(raw: bytes) -> None:
    with effort() as told:
        parse(raw)
    assert told.seconds < 5, "each took minutes"
