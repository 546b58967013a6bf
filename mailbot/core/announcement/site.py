"""Which lines of a page are the site around the text: menus, cookies, language pickers, when it was changed."""

import re
from dataclasses import replace

from mailbot.core.announcement.page import Kind, PageLine
from mailbot.core.phrases.site import LANGUAGE_NAMES, LOGO, SITE_BEGINNINGS, SITE_WORDS

_LONGEST = 140
_CRUMBS = re.compile(r"\S\s[>›»/]\s\S.*\S\s[>›»/]\s\S")
_BETWEEN = re.compile(r"\s*[|•·/,›»>–-]\s*|\s{2,}|\t")


def marked(lines: list[PageLine]) -> list[PageLine]:
    """The lines, those of the site with the kind that says so. A block is of the site if all its lines are."""
    site = {line.block for line in lines} - {line.block for line in lines if not _is_site(line)}
    return [replace(line, kind=Kind.chrome, level=0) if line.block in site else line for line in lines]


def _is_site(line: PageLine) -> bool:
    if line.kind is Kind.chrome:
        return True
    text = " ".join(line.text.split()).casefold()
    if len(text) > _LONGEST or "?" in text:
        return False
    if text.startswith(SITE_BEGINNINGS):
        return _ends_as_a_word(text)
    parts = [part for part in _BETWEEN.split(text) if part]
    if text.endswith(f" {LOGO}") or all(part in SITE_WORDS for part in parts):
        return True
    names = text.replace("|", " ").replace("/", " ").split()
    return bool(_CRUMBS.search(line.text)) or (len(names) > 1 and all(name in LANGUAGE_NAMES for name in names))


def _ends_as_a_word(text: str) -> bool:
    """Whether the beginning that was found is not merely that of a longer word; figures may follow without a blank."""
    found = max((b for b in SITE_BEGINNINGS if text.startswith(b)), key=len)
    after = text[len(found) : len(found) + 1]
    return not after.isalpha() and not (len(found.split()) == 1 and len(text.split()) > 4 and found.isalpha())
