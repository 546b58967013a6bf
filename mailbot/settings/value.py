"""Values: the kinds of value that a setting has, and what makes one impossible."""

import re
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from mailbot.core.fields import Address
from mailbot.core.keyed import LETTER, LONGEST_BOUNCE_PATH
from mailbot.settings.secret import unsafe

NULL_PATH = "<>"
NO_PASSWORDS = ("office365.com", "office.com", "outlook.com")  # IMAP there takes OAuth alone since January 2023


def _none_if_empty(value: object) -> object:
    return None if value == "" else value


def _number(value: object) -> object:
    """`true` is an int to Python; a port of `true` is a slip."""
    if isinstance(value, bool):
        raise PydanticCustomError("number", "a switch where a number belongs")
    return value


def _several(value: object) -> object:
    """One text is a list of one; in an environment variable several stand apart by blanks or commas."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _clean(value: object) -> object:
    for what in unsafe(value) if isinstance(value, str) else ():
        raise PydanticCustomError("unsafe", "{what}", {"what": what, "mend": "write one line of plain text"})
    return value


def _secret(value: object) -> object:
    """One trailing line end is what `echo` and editors add."""
    return _clean(value.removesuffix("\n").removesuffix("\r") if isinstance(value, str) else value)


def _name(value: object) -> object:
    if value == "default":
        raise PydanticCustomError("unsafe", "taken", {"what": "is what section mailbox is called", "mend": "choose another"})
    if not (isinstance(value, str) and re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", value)):
        raise PydanticCustomError("unsafe", "spelling", {"what": "is not a name", "mend": "write a-z, 0-9 and -"})
    return value


def _envelope(value: object) -> object:
    if value in ("", NULL_PATH):
        return value
    try:
        address: str = TypeAdapter(Address).validate_python(value)
    except ValidationError:
        what = {"what": "is neither an address nor the null path", "mend": 'write one bare address, or "<>", or ""'}
        raise PydanticCustomError("unsafe", "envelope", what) from None
    local = address.rpartition("@")[0]
    if LETTER in local and (local.count(LETTER) > 1 or len(local) - 1 > LONGEST_BOUNCE_PATH):
        what = {
            "what": f"has no room for what names a letter: one {LETTER} before @, {LONGEST_BOUNCE_PATH} characters beside it",
            "mend": f'write it as "calls+{LETTER}@example.org"',
        }
        raise PydanticCustomError("unsafe", "envelope", what)
    return address


def _name_server(value: object) -> object:
    try:
        name_server(str(value))
    except ValueError:
        what = {"what": "is not the address of a name server", "mend": 'write "192.0.2.53", or "127.0.0.1:5353" with its port'}
        raise PydanticCustomError("unsafe", "name server", what) from None
    return value


def _web_address(value: str) -> str:
    """https, a host, perhaps a path; nothing that a link in a letter must not carry."""
    mend = {"mend": 'write it as "https://calls.example.org"'}
    if not value:
        return value
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise PydanticCustomError("unsafe", "web address", {"what": "is no address of a page", **mend}) from None
    plain = parts.scheme == "http" and is_loopback(host)
    if not host or not (parts.scheme == "https" or plain) or not re.fullmatch(r"[A-Za-z0-9:/._~\[\]-]+", value):
        raise PydanticCustomError("unsafe", "web address", {"what": "is no address of a page with https", **mend})
    return value.rstrip("/")


def _listen(value: str) -> str:
    try:
        address_and_port(value, None)
    except ValueError:
        what = {"what": "is not an address with a port", "mend": 'write "127.0.0.1:8080" or "[::1]:8080"'}
        raise PydanticCustomError("unsafe", "listen", what) from None
    return value


def _proxy(value: str) -> str:
    try:
        return str(ip_address(value))
    except ValueError:
        what = {"what": "is not the address of a machine", "mend": 'write it in numbers, such as "127.0.0.1"'}
        raise PydanticCustomError("unsafe", "proxy", what) from None


Text = Annotated[str, BeforeValidator(_clean), StringConstraints(strip_whitespace=True, max_length=1000)]
Host = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^$|^[A-Za-z0-9._:-]{1,253}$|^\[[0-9A-Fa-f:.]{2,45}\]$"),
    AfterValidator(lambda host: host.strip("[]")),  # as it stands in an URL; a socket wants the address alone
]
Port = Annotated[int, BeforeValidator(_number), Field(ge=1, le=65535)]
Positive = Annotated[int, BeforeValidator(_number), Field(ge=1, le=1_000_000)]
Count = Annotated[int, BeforeValidator(_number), Field(ge=0, le=1_000_000)]
Seconds = Annotated[float, BeforeValidator(_number), Field(gt=0, le=86_400)]
File = Annotated[Path | None, BeforeValidator(_none_if_empty)]
EnvelopeSender = Annotated[str, BeforeValidator(_envelope)]
Words = Annotated[list[Text], BeforeValidator(_several)]
Addresses = Annotated[list[Address], BeforeValidator(_several)]
NameServers = Annotated[list[Annotated[Text, AfterValidator(_name_server)]], BeforeValidator(_several)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Listen = Annotated[Text, AfterValidator(_listen)]
Proxies = Annotated[list[Annotated[Text, AfterValidator(_proxy)]], BeforeValidator(_several)]
Domain = Annotated[str, StringConstraints(pattern=r"^$|^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$")]
Name = Annotated[str, BeforeValidator(_name)]
Password = Annotated[SecretStr, BeforeValidator(_secret)]


class Tls(StrEnum):
    """implicit: TLS from the first byte. starttls: asked for and insisted on. none: in clear, on this machine only."""

    implicit = "implicit"
    starttls = "starttls"
    none = "none"


class Protocol(StrEnum):
    imap = "imap"
    maildir = "maildir"


class After(StrEnum):
    """What happens to a mail in the mailbox once it is recorded."""

    leave = "leave"
    flag = "flag"
    move = "move"


class LogFormat(StrEnum):
    text = "text"
    json = "json"


class LogLevel(StrEnum):
    debug = "debug"
    info = "info"
    warning = "warning"
    error = "error"


def name_server(text: str) -> tuple[str, int]:
    """Address and port of `192.0.2.53`, `127.0.0.1:5353`, `2001:db8::1` or `[::1]:5353`. Raises ValueError."""
    return address_and_port(text, 53)


def address_and_port(text: str, usual: int | None) -> tuple[str, int]:
    """Of `192.0.2.53:8080` or `[::1]:8080`. usual: the port where none is written; None: one has to be. Raises ValueError."""
    host, colon, port = text.rpartition(":")
    if usual is not None and (not colon or (":" in host and not host.startswith("["))):
        host, port = text, str(usual)
    number = int(port) if port.isascii() and port.isdecimal() else 0
    if not 0 < number < 65_536 or (":" in host and usual is None and not host.startswith("[")):
        raise ValueError(text)
    return str(ip_address(host.strip("[]"))), number


def is_loopback(host: str) -> bool:
    """Whether the host is this machine, by its spelling alone: a name that merely resolves to it proves nothing."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def takes_no_password(host: str) -> bool:
    """Whether this is a host of Exchange Online."""
    return any(host.lower() == domain or host.lower().endswith(f".{domain}") for domain in NO_PASSWORDS)


def several_spellings(key: str, value: str, file: Path | None, command: str) -> list[tuple[str, str, str]]:
    """A complaint when a secret is given in more than one way: which one would count is not for us to guess."""
    given = [name for name, it in ((key, value), (f"{key}_file", file), (f"{key}_command", command)) if it]
    return [(other, f"is set beside {given[0]}", "keep one of them") for other in given[1:]]
