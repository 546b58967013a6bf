"""Letters with files: where each stands, that it arrives octet by octet, and what is refused."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from random import Random
from typing import Any

import pytest

from mailbot.core.wire import Part, compose, seal, still_sealed
from mailbot.errors import UnsafeToSend

HEADERS = [
    ("From", "calls@example.org"),
    ("To", "jana@example.net"),
    ("Subject", "Pozvánka"),
    ("Message-ID", "<1@example.org>"),
    ("Content-Language", "cs"),
]
PICTURE = Part(b"\x89PNG\r\n\x1a\n\x00", "image/png", "arrivals.png", "arrivals@example.org")
SHEET = Part(
    b"PK\x03\x04\r\n.\r\n--border--", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "entries.xlsx"
)
FIRST = Part("BEGIN:VCALENDAR\r\nX-Ω:1\r\n".encode(), "text/calendar", "invitation.ics", method="REQUEST")
SECOND = Part(b"BEGIN:VCALENDAR\r\nX:2\r\n", "text/calendar", "invitation-2.ics", method="REQUEST")


def written(*parts: Part, html: str | None = "<p>ahoj</p>", text: str = "ahoj") -> EmailMessage:
    raw = compose(HEADERS, text, html, "border", parts)
    still_sealed(raw, "jana@example.net", "<1@example.org>")
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Content-Language"] == "cs"
    return message


def tree(part: Any) -> Any:
    """Types as lists in lists; attachments with their names."""
    if part.is_multipart():
        return [part.get_content_subtype(), *map(tree, part.iter_parts())]
    return part.get_filename() or part.get_content_subtype()


@pytest.mark.parametrize(
    ("parts", "html", "shape"),
    [
        ((), None, "plain"),
        ((PICTURE,), "", ["related", ["alternative", "plain", "html"], "arrivals.png"]),
        ((SHEET,), None, ["mixed", "plain", "entries.xlsx"]),
        ((FIRST,), None, ["mixed", ["alternative", "plain", "calendar"], "invitation.ics"]),
        ((FIRST,), "", ["mixed", ["alternative", "plain", "html", "calendar"], "invitation.ics"]),
        ((FIRST, SECOND), "", ["mixed", ["alternative", "plain", "html"], "invitation.ics", "invitation-2.ics"]),
        (
            (SHEET, PICTURE, FIRST),
            "",
            [
                "mixed",
                ["related", ["alternative", "plain", "html", "calendar"], "arrivals.png"],
                "entries.xlsx",
                "invitation.ics",
            ],
        ),
    ],
)
def test_each_part_stands_where_mail_programs_look_for_it(parts: tuple[Part, ...], html: str | None, shape: object) -> None:
    message = written(*parts, html=html)
    assert tree(message) == shape
    arrived = {part.get_filename(): part for part in message.walk() if part.get_filename()}
    for part in parts:
        assert arrived[part.name].get_payload(decode=True) == part.content
        assert arrived[part.name]["Content-ID"] == (f"<{part.cid}>" if part.cid else None)
        assert arrived[part.name].get_content_disposition() == ("inline" if part.cid else "attachment")


def test_an_invitation_says_its_method_and_is_one_invitation_only() -> None:
    leaves = [part for part in written(FIRST).walk() if not part.is_multipart()]
    shown, attached = (part for part in leaves if part.get_content_type() in ("text/calendar", "application/ics"))
    assert shown["Content-Type"] == 'text/calendar; charset="utf-8"; method="REQUEST"'
    assert shown.get_payload(decode=True) == FIRST.content
    assert attached.get_content_type() == "application/ics"
    several = [part.get_content_type() for part in written(FIRST, SECOND).iter_attachments()]
    assert several == ["text/calendar", "text/calendar"]


def test_a_file_of_5_megabytes_arrives_as_it_is() -> None:
    large = Part(Random(5322).randbytes(5_000_000), "application/zip", "entries.zip")
    (arrived,) = written(large).iter_attachments()
    assert arrived.get_payload(decode=True) == large.content


@pytest.mark.parametrize(
    "change",
    [
        {"name": "půst.png"},
        {"name": 'x".png'},
        {"name": "x\r\n.png"},
        {"name": "../x.png"},
        {"name": "x"},
        {"type": "image"},
        {"type": "image/png\r\nBcc: x"},
        {"cid": "a b"},
        {"cid": "x>"},
        {"method": "REQUEST\r\n"},
        {"method": "request"},
    ],
)
def test_a_name_or_type_that_is_not_ours_sends_nothing(change: dict[str, str]) -> None:
    fields: dict[str, Any] = {"content": b"x", "type": "image/png", "name": "x.png"} | change
    with pytest.raises(UnsafeToSend):
        compose(HEADERS, "x", "x", "border", [Part(**fields)])


def test_no_words_of_a_letter_can_end_a_part() -> None:
    for words in ("--border", "--border--", "--mixed-border\nContent-Type: text/html\n\nevil", "--related-border"):
        with pytest.raises(UnsafeToSend):
            compose(HEADERS, f"Hello\n{words}\n", "<p>x</p>", "border", [PICTURE, SHEET])


def test_another_outermost_type_than_intended_is_refused() -> None:
    raw = compose(HEADERS, "x", "x", "border", [SHEET])
    intended = [*HEADERS, ("MIME-Version", "1.0"), ("Content-Type", 'multipart/mixed; boundary="mixed-border"')]
    assert seal(raw, intended) is raw
    with pytest.raises(UnsafeToSend):
        seal(raw.replace(b"mixed-border", b"related-border", 1), intended)
