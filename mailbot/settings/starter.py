"""Starter: the mailbot.toml that `mailbot init` writes, made of the model, so that it cannot age.

Every line is a whole dotted name, so that a line can be uncommented where it stands and means what it says.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from textwrap import wrap
from typing import Any

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from mailbot.settings.model import Dkim, Folders, Limits, Log, Mail, Mailbox, Relay, Store
from mailbot.settings.web import Web

SIX = {
    "mail.address": ("calls@example.org", "Our address: the From of every letter, and what candidates answer to."),
    "mail.operator": ("operator@example.org", "A person who is told when something is wrong, at another mailbox than ours."),
    "mailbox.host": ("imap.example.org", "The IMAP server that holds our mailbox."),
    "mailbox.password_file": (
        "mailbox.password",
        "A file beside this one with the password in it and nothing else (chmod 600).",
    ),
    "relay.host": ("smtp.example.org", "The SMTP server that takes our letters."),
    "relay.password_file": ("relay.password", "The same for the relay; a copy of the other one where they share a password."),
}
SECTIONS: dict[str, type[BaseModel]] = {
    "mail": Mail,
    "mailbox": Mailbox,
    "relay": Relay,
    "dkim": Dkim,
    "folders": Folders,
    "limits": Limits,
    "store": Store,
    "web": Web,
    "log": Log,
}
_WIDTH = 100

_TOP = """\
# Settings of mailbot. Fill in six values, then run `mailbot check`.
#
# Everything can be set from the environment too: mailbox.host is MAILBOT_MAILBOX__HOST. Paths are seen from this folder.
"""
_REST = """
# Everything below has a default, which is what stands there. Take away the # to change a value.
"""


def starter_toml() -> str:
    """The whole file. Its six values are examples; `mailbot check` tells what each of them makes of the world."""
    lines = [_TOP]
    lines += [f"# {why}\n{name} = {json.dumps(example)}\n" for name, (example, why) in SIX.items()]
    lines.append(_REST)
    for section, model in SECTIONS.items():
        lines.append("\n" + _comment(f"=== {section}: {model.__doc__}"))
        lines += _keys(section, model)
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def _keys(section: str, model: type[BaseModel]) -> Iterator[str]:
    for key, field in model.model_fields.items():
        if (name := f"{section}.{key}") not in SIX:
            yield f"{_comment(field.description or '')}# {name} = {_toml(_default(field))}\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(text, _WIDTH))


def _default(field: FieldInfo) -> Any:
    return field.get_default(call_default_factory=True)


def _toml(value: Any) -> str:
    if isinstance(value, SecretStr) or value is None:
        return '""'
    if isinstance(value, StrEnum):
        return json.dumps(value.value)
    if isinstance(value, float):
        return f"{value:g}"
    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)
