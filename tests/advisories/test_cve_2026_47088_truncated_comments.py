"""CVE-2026-47088: a comment that ends in a backslash was read past its end. Fuzzed from every kind of broken-off token."""

from hypothesis import example, given
from hypothesis import strategies as st

from mailbot.core.classify import classify
from mailbot.core.message import Message, Unreadable, fingerprint, parse
from mailbot.core.reading import Own
from mailbot.core.sender import sender

OWN = Own(addresses=frozenset({"calls@intake.example"}), authserv_ids=frozenset({"mx"}), topmost_without_id=True)
PIECES = [
    *("(", ")", "\\", '"', "<", ">", "@", ",", ";", ":", ".", "[", "]", "=", "?", " ", "\t", "\r\n ", "\x00", "\udc80", "\xe4"),
    *(
        "(a\\",
        '"a\\',
        "<a@b.example",
        "a@b.example",
        "=?utf-8?q?a",
        "=?utf-8?b?4pi?=",
        "=?x?z?y?=",
        "=?utf-8?q?=C3?=",
        "(=?utf-8?q?a?=",
    ),
    *(
        "mx;",
        "dmarc=pass",
        "dkim=pass header.d=",
        "(x",
        "multipart/mixed;",
        "boundary=",
        "boundary*0*=utf-8''%",
        "charset=",
        "text/html",
    ),
    *("<a@b>", "no", "auto-replied", "filename*=a'b'%z", "base64", "report-type=", "METHOD:REPLY"),
]
FIELDS = [
    *(
        "From",
        "Subject",
        "Message-ID",
        "References",
        "Authentication-Results",
        "Content-Type",
        "Content-Disposition",
        "Auto-Submitted",
    ),
    *(
        "Content-Transfer-Encoding",
        "Return-Path",
        "Sender",
        "To",
        "Precedence",
        "List-Id",
        "X-Auto-Response-Suppress",
        "Received",
    ),
]
_VALUES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(st.lists(st.tuples(st.sampled_from(FIELDS), _VALUES), max_size=8), st.booleans())
@example([("From", "a@b.example (a\\")], False)
@example([("From", "(" * 500 + "a@b.example")], False)
@example([("Authentication-Results", "mx; " + "(" * 3000)], True)
@example([("Content-Type", 'text/plain; charset="utf-8\\')], True)
@example([("Subject", "=?utf-8?b?" + "A" * 999)], True)
def test_a_header_that_breaks_off_anywhere_is_read(fields: list[tuple[str, str]], ends: bool) -> None:
    header = "\r\n".join(f"{name}: {value}" for name, value in fields).encode("utf-8", "surrogateescape")
    message = parse(header + (b"\r\n\r\nbody" if ends else b""))
    assert isinstance(message, Message | Unreadable)
    if isinstance(message, Message):
        who = sender(message, OWN)
        assert who.address is not None or who.problem is not None
        assert classify(message, who, OWN).reason
        assert len(fingerprint(message)) == 64
        assert not any(c in value for _, value in message.headers for c in "\r\n\x00\u2028")
