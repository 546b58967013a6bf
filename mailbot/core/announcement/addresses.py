"""Mail addresses in an announcement, those hidden from machines too: `name(at)domain.eu`, `name [at] domain [dot] eu`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from mailbot.core.announcement.page import Block
from mailbot.core.phrases.names import AT_SIGNS, AT_WORDS, DOT_WORDS, DOTS

_LOCAL = r"[\w][\w.+'-]{0,63}"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"


def _any(signs: Iterable[str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))


_DOT = rf"(?:\.|\s{{0,2}}(?:{_any(DOTS)})\s{{0,2}}|\s(?:{_any(DOT_WORDS)})\s)"
_AT = rf"(?:@|\s{{0,2}}(?:{_any(AT_SIGNS)})\s{{0,2}}|\s(?:{_any(AT_WORDS)})\s)"
_ADDRESS = re.compile(rf"(?<![\w.+@-])(?P<local>{_LOCAL}){_AT}(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{1,6}})", re.IGNORECASE)
_EACH_DOT = re.compile(_DOT, re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]{3,500}", re.IGNORECASE)
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Found:
    """An address or a URL and where it stands in the text of its block. value: as a program takes it."""

    value: str
    start: int
    end: int


def addresses_in(block: Block) -> list[Found]:
    """All of a block, in order, those behind its links too; each as `name@domain`, in the letters it has."""
    found = list(_written(block.text))
    known = {address.value.casefold() for address in found}
    for link in block.links:
        if link.target[:7].casefold() == "mailto:":
            value = unquote(link.target[7:].split("?", 1)[0]).strip()
            if "@" in value and value.casefold() not in known:
                start = max(0, block.text.find(link.shown)) if link.shown else len(block.text)
                found.append(Found(value, start, start + len(link.shown)))
                known.add(value.casefold())
    return sorted(found, key=lambda address: address.start)


def urls_in(block: Block) -> list[Found]:
    """All URLs of a block, in order: those it shows, and those behind its links."""
    found = [Found(_bare(url.group()), url.start(), url.end()) for url in _URL.finditer(block.text)]
    shown = {url.value for url in found}
    for link in block.links:
        if link.target.startswith(_SCHEMES) and link.target not in shown:
            start = max(0, block.text.find(link.shown)) if link.shown else len(block.text)
            found.append(Found(link.target, start, start + len(link.shown)))
    return sorted(found, key=lambda url: url.start)


def _written(text: str) -> Iterator[Found]:
    if "@" not in text and not _MAY_HIDE.search(text):
        return
    for found in _ADDRESS.finditer(text):
        domain = ".".join(part for part in _EACH_DOT.sub(".", found["domain"]).split(".") if part)
        yield Found(f"{found['local'].strip('.')}@{domain}", found.start(), found.end())


_MAY_HIDE = re.compile(_any((*AT_SIGNS, *AT_WORDS)), re.IGNORECASE)


def _bare(url: str) -> str:
    """Without the sentence's own signs behind it; a bracket that was opened within it stays."""
    url = url.rstrip(".,;:!?'’")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(".,;:!?'’")
    return url
