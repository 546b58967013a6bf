"""The shape of a conversation.yaml, and the placeholders in its mails."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from mailbot.core.letter import Letter
from tests.core.letters import html_of, opened, text_of

_PLACEHOLDER = re.compile(r"\{\{(?P<kind>[a-z_]+)(?: (?P<n>\d+))?\.(?P<field>[a-z_]+)(?::(?P<format>[^}]*))?\}\}")
_TOKEN = re.compile(r"mbt-[a-z2-7]{26}")
_REFERENCE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_SENDERS_CLOCK = ZoneInfo("Europe/Brussels")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(_Part):
    """A letter that a step brings about. says, without: words that stand in it, and that must not."""

    kind: str
    to: str
    language: str | None = None
    says: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    reply_to: str | None = None


class Entry(_Part):
    """How an entry stands after a step; what is left out is as it was before, and at first as here.

    versions: for each, whether it `counts` or is kept `apart`. answers: those that stand, question id to words.
    """

    versions: tuple[str, ...] | None = None
    answers: dict[str, str] | None = None
    withdrawn: bool | None = None
    timeliness: str | None = None


class Step(_Part):
    """One thing that happens, and all that it changes: entries not named stay as they were, letters not named do not exist.

    mail: a file, which the server takes `at` this time, UTC. organiser, state: what a person does. advance: days of silence.
    returned: the mail is a bounce of the last letter. audit: further entries of the trail, `verb: why`. open: how many
    questions organisers have not answered yet; left out: as many as before.
    """

    mail: str | None = None
    at: datetime | None = None
    mailbox: str = "default"
    organiser: str | None = None
    state: str | None = None
    advance: int | None = None
    became: str | None = None
    reason: str | None = None
    returned: bool | None = None
    open: int | None = None
    entries: dict[str, Entry] = {}
    letters: tuple[Expected, ...] = ()
    audit: tuple[str, ...] = ()


class Script(_Part):
    """readme: why the conversation exists. call: fields of the first call that differ. calls: further calls."""

    readme: str
    call: dict[str, Any] = {}
    calls: tuple[str, ...] = ()
    steps: tuple[Step, ...]


def script(folder: Path) -> Script:
    return Script.model_validate(YAML(typ="safe").load(folder / "conversation.yaml"))


def moment(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def span(days: int) -> timedelta:
    return timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that exists, as the mail program of who got it shows and quotes it."""

    letter: Letter
    at: datetime

    def field(self, name: str, form: str) -> str:
        letter = self.letter
        match name:
            case "message_id":
                return letter.message_id
            case "token":
                return _only(_TOKEN, text_of(letter))
            case "token_changed":
                token = _only(_TOKEN, text_of(letter))
                return token[:-2] + ("a" if token[-2] != "a" else "b") + token[-1]
            case "token_cut":
                return _only(_TOKEN, text_of(letter))[:-3]
            case "reference":
                return letter.about or _only(_REFERENCE, text_of(letter))
            case "subject":
                return str(opened(letter)["Subject"])
            case "to":
                return letter.recipient
            case "date":
                return self.at.astimezone(_SENDERS_CLOCK).strftime(form)
            case "text":
                return text_of(letter)
            case "quoted":
                return "\n".join(f"> {line}".rstrip() for line in text_of(letter).rstrip("\n").split("\n"))
            case "html":
                return _only(_BODY, html_of(letter))
        raise KeyError(name)


def filled(raw: bytes, letters: Sequence[Written]) -> bytes:
    """The mail with what its sender had before him: `{{letter.token}}` of the last letter, `{{withdrawal.token}}` of the last
    of that kind, `{{withdrawal 1.token}}` of the first."""

    def value(found: re.Match[str]) -> str:
        some = [one for one in letters if found["kind"] in ("letter", one.letter.kind)]
        one = some[int(found["n"] or 0) - 1]
        return one.field(found["field"], found["format"] or "")

    text = _PLACEHOLDER.sub(value, raw.decode())
    assert "{{" not in text
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _only(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found is not None, pattern.pattern
    return found[pattern.groups]
