"""A hostile mail is acknowledged on this very interpreter before any letter is sent.

A version number would be no answer: distributions mend Python on their own, and in their own time.
"""

import re
from datetime import UTC, datetime, timedelta

from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.facts import Facts
from mailbot.core.letter import Letter, Letters
from mailbot.core.reading import Authentication, Kind, Outcome, Own, Reading, Sender, Timeliness
from mailbot.core.wire import still_sealed
from mailbot.errors import UnsafeToSend

_RECIPIENT = "jana@example.org"


def self_test(own: Own) -> None:
    """UnsafeToSend when anything that came by mail would act, or when a letter that is wrong would not be noticed.

    The mail hides line breaks in Message-ID, References, name, subject and words (CVE-2024-6923, CVE-2026-1299); then the last
    look before sending is shown the letter with a recipient too many.
    """
    letter = Letters(_TEMPLATES, own, "mailbot@mailbot.invalid", "mailbot").acknowledgement(_facts(), _LONG_AGO)
    if letter is None:
        raise UnsafeToSend("the self-test wrote no letter", mend="this is a bug in mailbot, please report it")
    still_sealed(letter.raw, _RECIPIENT, letter.message_id)
    if re.search(rb"(?im)^(?:bcc|x-evil|in-reply-to|references):", letter.raw.partition(b"\r\n\r\n")[0]):
        raise UnsafeToSend("this Python lets a mail write headers into its answer", mend="update Python")
    _is_noticed(letter)


def _is_noticed(letter: Letter) -> None:
    altered = letter.raw.replace(b"Subject:", b"Bcc: victim@example.com\r\nSubject:", 1)
    try:
        still_sealed(altered, _RECIPIENT, letter.message_id)
    except UnsafeToSend:
        return
    raise UnsafeToSend("a second recipient in a letter was not noticed", mend="this is a bug in mailbot, please report it")


_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_HIDDEN = "=?utf-8?Q?=0D=0ABcc:_victim@example.com=0D=0AX-Evil:_1?="
_HOSTILE = f"Re: x\r\nBcc: victim@example.com\r\nX-Evil: 1\r\n.\r\nRCPT TO:<x@example.com>\n.\n\r.\r {_HIDDEN} {{{{ 7 * 7 }}}}"

_TEMPLATES = {
    "acknowledgement/en.txt": "Subject: {{ reference }}\n\n{{ call }}\n\n{% for q in questions %}{{ q.answer }}{% endfor %}",
    "notice/en.txt": "Subject: {{ what }}\n\n{{ mend }}\n",
    "layout.html": "{% for block in blocks %}{% for line in block.lines %}<p>{{ line }}</p>\n{% endfor %}{% endfor %}",
}


def _facts() -> Facts:
    call = Call(
        slug="self-test",
        title="Self-test",
        zone="UTC",
        questions=(Question(id="one", text="?"),),
        deadline=Deadline(day=_LONG_AGO.date()),
        contacts=(Contact(name="mailbot", address="mailbot@mailbot.invalid"),),
        addresses=("mailbot@mailbot.invalid",),
    )
    reading = Reading(
        sha256="0" * 64,
        fingerprint="",
        sender=Sender(_RECIPIENT, _HOSTILE, Authentication.aligned),
        kind=Kind.human,
        ack=True,
        outcome=Outcome.submission,
        reason="",
        call=call.slug,
        received_at=_LONG_AGO,
        timeliness=Timeliness.on_time,
        message_id=f"<a{_HIDDEN}@x>",
        references=(f"<a@x>\r\nBcc: {_HIDDEN}", f"<{_HIDDEN}@x>"),
        subject=_HOSTILE,
        language=_HOSTILE,
    )
    return Facts(call, reading, "SELF-TEST", {"one": _HOSTILE}, Timeliness.on_time, timedelta())
