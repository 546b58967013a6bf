"""Load: option over environment over credential over file over default, to Settings or to every mistake at once."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from mailbot.errors import MailbotError, Problem, Problems, one_line
from mailbot.settings.complain import complaints
from mailbot.settings.lines import nearest, places
from mailbot.settings.model import Settings
from mailbot.settings.secret import SPELLINGS, readable_by_all
from mailbot.settings.value import takes_no_password

PREFIX = "MAILBOT_"
FILE_VARIABLE = "MAILBOT_SETTINGS"
DEFAULT_FILE = Path("mailbot.toml")
_SECRETS = ("password", "url")  # each with the three spellings of secret.SPELLINGS
_PATHS = frozenset({"data", "rules", "templates", "ca_file", "password_file", "url_file", "path"})

_MENDS = {  # words of tomllib to what would be right
    "invalid value": 'put text in quotes: key = "value"',
    "overwrite": "write each key once",
    "declare": "write each section once",
}

Key = tuple[str, ...]
Tree = dict[str, Any]


@dataclass(slots=True)
class Layer:
    """Values from one place. base: what relative paths in it are seen from. name: for people."""

    name: str
    base: Path
    values: dict[Key, Any] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)

    def place(self, key: Key) -> tuple[str, int | None]:
        """Where a person looks for this key: file and line, or the variable's name."""
        if self.name == "environment":
            return f"environment {PREFIX}{'__'.join(key).upper()}", None
        return self.name, nearest(self.lines, key)


def load(file: Path | None = None, options: Mapping[str, Any] | None = None) -> Settings:
    """Settings from `file` (else $MAILBOT_SETTINGS, else ./mailbot.toml) and what stands above it.

    options: dotted names to values, `{"folders.data": …}`; None counts as not given. Relative paths in the file are seen from
    its folder, those of options and environment from the working folder. Raises Problems with all mistakes at once.
    """
    layers = [_options(options or {}), _environment(), _credentials(), _file(file)]
    values, origins = _merged(layers)
    try:
        settings = Settings(**_tree(values))
    except ValidationError as error:
        found = [*_placed(error, layers), *_without_mailbox(values, layers[-1])]
        raise Problems(sorted(found, key=lambda p: (p.file, p.line or 0))) from None
    if missing := _without_mailbox(values, layers[-1]):
        raise Problems(missing)
    settings._origins.update({".".join(key): origin for key, origin in origins.items()})  # noqa: SLF001 - load is its maker
    return settings


def warnings(settings: Settings) -> list[Problem]:
    """What works today and ought to be mended: secrets that others can read, ways of logging in that are about to end."""
    found = []
    for secret in settings.secrets():
        kept_in = secret.file or Path(settings.origin(secret.name).rpartition(":")[0])
        if readable_by_all(kept_in):
            what = f"{secret.name} can be read by every user of this machine"
            found.append(Problem(one_line(kept_in), None, what, f"chmod 600 {one_line(kept_in)}"))
    if settings.relay_login() and takes_no_password(settings.relay.host):
        what = f"{settings.relay.host} is about to refuse passwords (550 5.7.30)"
        found.append(Problem("relay.host", None, what, "ask for a relay that takes a password or knows your network"))
    return found


def _options(given: Mapping[str, Any]) -> Layer:
    values = {tuple(name.split(".")): value for name, value in given.items() if value is not None}
    return Layer("option", Path.cwd(), _rooted(values, Path.cwd()))


def _environment() -> Layer:
    """pydantic-settings passes over variables of no section; a typo must not, so they are added for the model to refuse."""
    values = dict(_flat(EnvSettingsSource(Settings)()))
    for name in sorted(os.environ):
        key = tuple(name.removeprefix(PREFIX).lower().split("__"))
        if name.startswith(PREFIX) and name != FILE_VARIABLE and key[0] not in Settings.model_fields:
            values[key] = ""
    return Layer("environment", Path.cwd(), _rooted(values, Path.cwd()))


def _credentials() -> Layer:
    """`LoadCredential=mailbox.password:/etc/…` of systemd: a file of that name in $CREDENTIALS_DIRECTORY."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    layer = Layer("credential", Path(folder or "/"))
    for file in sorted(Path(folder).iterdir()) if folder and Path(folder).is_dir() else ():
        key = tuple(file.name.split("."))
        if len(key) > 1 and key[-1] in _SECRETS:
            layer.values[(*key[:-1], f"{key[-1]}_file")] = str(file)
    return layer


def _file(file: Path | None) -> Layer:
    named = file or (Path(os.environ[FILE_VARIABLE]) if os.environ.get(FILE_VARIABLE) else None)
    path = named or DEFAULT_FILE
    shown = one_line(path)
    try:
        text = path.read_bytes().decode()
    except FileNotFoundError:
        if named is None and any(name.startswith(PREFIX) for name in os.environ):
            return Layer(shown, Path.cwd())
        raise _no_settings(shown, by_variable=named is not None and file is None, named=named is not None) from None
    except UnicodeDecodeError as error:
        raise Problems([Problem(shown, None, f"octet {error.start} is not UTF-8", "save the file as UTF-8")]) from None
    except OSError as error:
        mend = "make it readable for the user that runs mailbot"
        raise MailbotError(f"settings {shown}: {error.strerror}", mend=mend) from error
    try:
        values = dict(_flat(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        raise Problems([_not_toml(shown, str(error))]) from None
    base = path.absolute().parent
    return Layer(shown, base, _rooted(values, base), places(text))


def _no_settings(shown: str, *, by_variable: bool, named: bool) -> MailbotError:
    if by_variable:
        mend = f"{FILE_VARIABLE} names it: name the file that there is, or `unset {FILE_VARIABLE}`"
    elif named:
        mend = "--config names it: name the file that there is; `mailbot init` writes one to start from"
    else:
        mend = "go to the folder that holds it, or `mailbot init my-call` writes one to start from"
    return MailbotError(f"no settings in {shown}", mend=mend, permanent=True)


def _not_toml(file: str, message: str) -> Problem:
    """`Invalid value (at line 3, column 8)` to file and line."""
    at = re.search(r"\(at line (\d+), column \d+\)", message)
    what = re.sub(r" \(at .*\)$", "", message)
    mend = next((mend for hint, mend in _MENDS.items() if hint in what.lower()), "write one `key = value` a line")
    return Problem(file, int(at[1]) if at else None, f"not TOML: {what[:1].lower()}{what[1:]}", mend)


def _flat(tree: Mapping[str, Any], above: Key = ()) -> Iterator[tuple[Key, Any]]:
    for name, value in tree.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, (*above, name))
        else:
            yield (*above, name), value


def _rooted(values: dict[Key, Any], base: Path) -> dict[Key, Any]:
    """Relative paths become absolute, each seen from where it was written."""

    def root(key: Key, value: Any) -> Any:
        is_path = len(key) > 1 and key[-1] in _PATHS and isinstance(value, str | Path) and str(value)
        return base / Path(value).expanduser() if is_path else value

    return {key: root(key, value) for key, value in values.items()}


def _merged(layers: list[Layer]) -> tuple[dict[Key, Any], dict[Key, str]]:
    """The highest layer wins, key by key; a secret given above hides every spelling of it below."""
    values: dict[Key, Any] = {("folders", name): layers[-1].base / name for name in ("data", "rules")}
    origins: dict[Key, str] = {}
    for layer in reversed(layers):
        for key in layer.values:
            for hidden in _other_spellings(key) - layer.values.keys():
                values.pop(hidden, None)
                origins.pop(hidden, None)
        for key, value in layer.values.items():
            file, line = layer.place(key)
            values[key] = value
            origins[key] = f"{file}:{line}" if line else file
    return values, origins


def _other_spellings(key: Key) -> set[Key]:
    return {
        (*key[:-1], name + spelling)
        for name in _SECRETS
        for spelling in SPELLINGS
        if len(key) > 1 and key[-1] in {name + s for s in SPELLINGS} - {name + spelling}
    }


def _tree(values: dict[Key, Any]) -> Tree:
    """Keys back into tables. A value where a table belongs stays, for the model to complain about."""
    tree: Tree = {}
    for key, value in sorted(values.items(), key=lambda item: len(item[0])):
        table = tree
        for name in key[:-1]:
            inner = table.setdefault(name, {})
            if not isinstance(inner, dict):
                break
            table = inner
        else:
            table[key[-1]] = value
    return tree


def _placed(error: ValidationError, layers: list[Layer]) -> Iterator[Problem]:
    """Each complaint at the place its value came from; what is missing belongs to the file."""
    for complaint in complaints(error):
        holder = next((layer for layer in layers if _holds(layer, complaint.key)), layers[-1])
        file, line = holder.place(complaint.key)
        yield Problem(file, line, complaint.what, complaint.mend)


def _without_mailbox(values: Mapping[Key, Any], file: Layer) -> list[Problem]:
    """Either section will do, so the model lets both be missing."""
    if any(key[0] in {"mailbox", "mailboxes"} for key in values):
        return []
    return [Problem(file.name, None, "mailbox is missing", 'write mailbox.host = "imap.example.org"')]


def _holds(layer: Layer, key: Key) -> bool:
    return any(own[: len(key)] == key for own in layer.values)
