"""Show: every setting with its value and where it came from, as `mailbot check --settings` prints them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, SecretStr

from mailbot.errors import one_line
from mailbot.settings.model import Settings


@dataclass(frozen=True, slots=True)
class Shown:
    """name: dotted, as in file and environment. value: for people; of a secret only how long it is. origin: `mailbot.toml:3`,
    `environment MAILBOT_…`, `credential`, `option` or `default`."""

    name: str
    value: str
    origin: str


def describe(settings: Settings) -> list[Shown]:
    """In the order of the model."""
    secrets = {secret.name: secret for secret in settings.secrets()}
    rows = []
    for name, value in _leaves(settings):
        secret = secrets.get(name) if isinstance(value, SecretStr) else None
        shown = (secret.shown() if secret else "not set") if isinstance(value, SecretStr) else _text(value)
        if name == "store.url" and not settings.store_is_set:
            shown = "SQLite in the data folder"
        spelled = f"{name}_{secret.spelling}" if secret and secret.spelling != "value" else name
        rows.append(Shown(name, shown, settings.origin(spelled)))
    return rows


def _leaves(model: BaseModel, above: str = "") -> Iterator[tuple[str, Any]]:
    for field in type(model).model_fields:
        value, name = getattr(model, field), f"{above}{field}"
        if isinstance(value, BaseModel):
            yield from _leaves(value, f"{name}.")
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield from _leaves(inner, f"{name}.{key}.")
        elif name != "mailbox" and (field == "ca_file" or not field.endswith(("_file", "_command"))):
            yield name, value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return one_line(str(value)) if value not in (None, "") else "-"
