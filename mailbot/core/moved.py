"""A call file with another deadline, and otherwise letter by letter as a person wrote it: comments, order, quotes."""

import re
from datetime import date, time

from mailbot.core.call import Call, parse_call
from mailbot.errors import MailbotError

_ONE_LINE = re.compile(r"^(?P<name>deadline[ \t]*:[ \t]*)(?P<value>[^#\s][^#\n]*?)?(?P<rest>[ \t]*(?:#[^\n]*)?)$", re.MULTILINE)
_DAY = re.compile(r"^(?P<name>[ \t]+date[ \t]*:[ \t]*)(?P<value>[^#\n]*?)(?P<rest>[ \t]*(?:#[^\n]*)?)$", re.MULTILINE)
_HOUR = re.compile(r"^(?P<name>[ \t]+time[ \t]*:[ \t]*)(?P<value>[^#\n]*?)(?P<rest>[ \t]*(?:#[^\n]*)?)\n", re.MULTILINE)
_MEND = "change `deadline` in the file by hand"


def with_deadline(text: str, day: date, at: time | None, file: str) -> tuple[str, Call]:
    """The text with the deadline moved there, and the call it states; without an hour to the end of the day.

    Raises MailbotError when the file states it in a way that cannot be changed so: what comes out is read back and compared,
    and nothing but the deadline may be other than before.
    """
    before = parse_call(text, file)
    found = _ONE_LINE.search(text)
    if found is None:
        raise MailbotError(f"{file}: no `deadline` is found", mend=_MEND)
    if found["value"]:
        written = f"{day}" if at is None else f"{day} {at:%H:%M}"
        moved = text[: found.start()] + found["name"] + written + found["rest"] + text[found.end() :]
    else:
        moved = _in_its_part(text, found.end(), day, at)
    after = parse_call(moved, file)
    deadline = before.deadline.model_copy(update={"day": day, "time": at})
    if after != before.model_copy(update={"deadline": deadline}):
        raise MailbotError(f"{file}: the deadline is written in a way that is not understood here", mend=_MEND)
    return moved, after


def _in_its_part(text: str, start: int, day: date, at: time | None) -> str:
    """Where `deadline` has `date` and perhaps `time` below it."""
    part = re.compile(r"(?:\n[ \t]+[^\n]*|\n[ \t]*(?:#[^\n]*)?(?=\n))*").match(text, start)
    end = part.end() if part is not None else start
    lines = text[start:end] + "\n"
    lines = _HOUR.sub("", lines, count=1)
    found = _DAY.search(lines)
    if found is None:
        return text
    indent = found["name"][: len(found["name"]) - len(found["name"].lstrip())]
    hour = f"\n{indent}time: {at:%H:%M}" if at is not None else ""
    lines = lines[: found.start()] + found["name"] + str(day) + found["rest"] + hour + lines[found.end() :]
    return text[:start] + lines[:-1] + text[end:]
