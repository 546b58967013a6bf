"""Marks: what one line of a mail, or a few lines together, looks like, whatever stands around it.

Recognising is here, deciding is in `reply`. Every pattern sees at most `CAP` characters of a line and a window of a few lines,
and none backtracks over more than that: a mail of one line of 200 kB, or of 200,000 lines, costs linear time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from mailbot.core.phrases.attribution import ATTRIBUTIONS, HEADER_NAMES, MARKERS, MESSAGE_WORDS
from mailbot.core.phrases.signoff import (
    AND,
    CLOSING_WORDS,
    CLOSINGS,
    DEVICE_LINES,
    DISCLAIMER_STEMS,
    DISCLAIMERS,
    FROM,
    GREETS_TOO,
    LONG_CLOSINGS,
    MAIL_WORDS,
    SHORT_CLOSINGS,
    SIGNERS,
    WEAK_CLOSINGS,
)

CAP = 1000
_WINDOW = 6  # lines an attribution may be folded over; Polymail takes five
_NAME_WORDS, _MOST_OF_HEADER = 3, 200
_ADDRESS = re.compile(r"<[^<>@\s]{1,100}@[^<>@\s]{1,100}>")
_ANY_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:@]{1,100}@[^\s<>()\[\]\"',;:@]{1,100}")
_LOOSE, _BESIDE_NAME = 80, 3  # characters, and words beside the name, of a line that says who wrote
_BLOCK = 16  # lines a header block may take

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None) | {0xA0: " ", 0x202F: " ", 0x2019: "'"}
_QUOTE = re.compile(r"[ \t]{0,4}(?:[A-Z]{1,3}(?=>))?>(?:[ \t]?>)*")
_TIME = re.compile(r"\d{1,2} ?[:.h] ?\d{2}(?!\d*[./])")
_DAY = re.compile(r"(?:19|20)\d\d|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}")
_OF_AN_HOUR = frozenset({"uhr", "am", "pm", "utc", "gmt", "cet", "cest", "eet", "eest", "mez", "mesz", "h", "g", "kl.", "klo"})
_DASHED = re.compile(r"-{2,}(.{1,300}?)-{2,}:?")
_LOTUS = re.compile(r".{1,80}-{3}\d{2}[./]\d{2}[./]\d{4} \d{2}:\d{2}:\d{2}")
_RULE = re.compile(r"_{3,}|-{3,}|={3,}|\*{3,}|~{3,}|(?:- ?){4,}")
_NAME_DASH = re.compile(r"[-–—]{1,2}[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]{1,30}){0,3}")
_POSTSCRIPT = re.compile(r"(?:p\.? ?s\.?|n\.?b\.?)(?:[ :.)–-]|$)", re.IGNORECASE)

_OPENERS = tuple(sorted({f"{o.casefold()} " for a in ATTRIBUTIONS.values() for o in a.openers} | {"在"}))
_VERBS = sorted({v.casefold() for a in ATTRIBUTIONS.values() for v in a.verbs}, key=len, reverse=True)
_VERB = re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, _VERBS)) + r")(?![^\W\d_])|写道|寫道|のメール")
_NAME_WROTE = re.compile(r"[^<>]{0,80}<[^<>@]{1,100}@[^<>]{1,100}>[)\"]? ?(?:" + "|".join(map(re.escape, _VERBS)) + ")")
_ROLE = {name: role for role, names in HEADER_NAMES.items() for name in names}
_CLOSINGS = frozenset(CLOSINGS)
_WEAK_CLOSINGS = frozenset(WEAK_CLOSINGS)
_SHORT_CLOSINGS = frozenset(SHORT_CLOSINGS)
_BLANK = re.compile(" ")
_JOINT = re.compile("(?:^|(?<= ))(?:" + "|".join(map(re.escape, AND)) + ")(?= )|,|/")
_CONTACT = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]|https?://|www\.|(?:\+|\b00|\b0|\()\d[\d ()/.-]{6,}", re.IGNORECASE)
_LONG_CLOSINGS = frozenset(c for c in CLOSINGS if len(c) >= 7)
_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(word[0] for c in (*CLOSINGS, *WEAK_CLOSINGS, *SHORT_CLOSINGS) if (word := _WORD.search(c)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text line by line. raw: as written; bodies: as patterns see them, without quote prefixes; depths: how many of these;
    roles: what each line gives if it is a printed header."""

    raw: Sequence[str]
    bodies: Sequence[str]
    depths: Sequence[int]
    roles: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.raw)

    def is_blank(self, at: int) -> bool:
        """Whether nothing stands on the line, not even a quote prefix."""
        return not self.bodies[at] and not self.depths[at]


def sheet(text: str) -> Sheet:
    """Look at each line of a text once."""
    raw = text.split("\n")
    depths = [quote_depth(line) for line in raw]
    bodies = [unquoted(line) if depth else plain(line) for line, depth in zip(raw, depths, strict=True)]
    return Sheet(raw, bodies, depths, [header_role(body) for body in bodies])


def plain(line: str) -> str:
    """The line as patterns see it: capped, without zero-width characters, with ordinary blanks and apostrophes."""
    line = line[:CAP]
    return line.strip() if line.isascii() else line.translate(_INVISIBLE).strip()


def quote_depth(line: str) -> int:
    """How many quote prefixes (`> `, `>>`, `AB>`) stand before the line."""
    found = _QUOTE.match(line[:CAP]) if ">" in line[:CAP] else None
    return found.group().count(">") if found else 0


def unquoted(line: str) -> str:
    """The line without its quote prefixes, as patterns see it."""
    found = _QUOTE.match(line[:CAP])
    return plain(line[found.end() :] if found else line)


def is_rule(body: str) -> bool:
    """A line drawn with dashes, underscores or stars and nothing else."""
    return _RULE.fullmatch(body) is not None


def is_title(body: str) -> bool:
    """A line drawn around a few words, in whatever language: `----- Mail original -----`."""
    return len(body) <= 80 and _DASHED.fullmatch(body) is not None


def is_marker(body: str) -> bool:
    """`-----Original Message-----`, `Begin forwarded message:` and their kin, in any of our languages."""
    if not 8 <= len(body) <= 120:
        return False
    inner = body.strip("-_=*>~ \t:.：").casefold()
    if body.startswith("---") and body.endswith("---") and len(inner) <= 40 and not MESSAGE_WORDS.isdisjoint(inner.split()):
        return True
    return inner in MARKERS or (body.startswith("---") and inner.startswith("forwarded by ")) or _LOTUS.match(body) is not None


def attribution(sheet: Sheet, at: int) -> int:
    """How many lines from `at` form an attribution line (`On … wrote:`, also folded); 0 if none does.

    One without address needs both day and hour, or quoted lines below it: `On Monday I wrote:` may be the reply itself.
    """
    if not _may_open(sheet.bodies[at]):
        return 0
    joined = ""
    for i in range(at, min(len(sheet), at + _WINDOW)):
        body = sheet.bodies[i]
        if sheet.depths[i] == sheet.depths[at] + 1 and joined.count("<") > joined.count(">"):
            body = f"> {body}"  # Polymail ends the address on a line of its own, which then looks quoted
        elif sheet.depths[i] != sheet.depths[at] or len(joined) > 500:
            return 0
        if not body and not (i + 1 < len(sheet) and sheet.bodies[i + 1].startswith("<")):
            return 0
        joined = f"{joined} {body}".strip() if joined else body.lstrip("-–•* ")
        if joined.endswith((":", "：")) or _DASHED.fullmatch(body):
            return i - at + 1 if _is_attribution(joined, _quoted_below(sheet, i + 1)) else 0
    return 0


def _may_open(body: str) -> bool:
    folded = body[:120].casefold().lstrip("-–•* ")
    if folded.startswith(_OPENERS) or "<" in folded or "@" in folded:
        return True
    return bool(_TIME.search(folded) or _DAY.search(folded) or (body.startswith("--") and _DASHED.fullmatch(body)))


def _is_attribution(joined: str, quoted_below: bool) -> bool:
    folded = joined.casefold()
    day, time, address = bool(_DAY.search(folded)), bool(_TIME.search(folded)), "@" in folded
    verb = _VERB.search(folded)
    if verb is None:  # `26.06.2014, 14:41, "Some One" <one@example.org>:` names no verb in any language
        return address and day and time
    if _DASHED.fullmatch(joined) or joined.endswith("--"):
        return True
    if not (folded.startswith(_OPENERS) or joined[0].isdigit() or day or _NAME_WROTE.match(folded)):
        return False
    if address and (day or time):
        return True
    if _NAME_WROTE.match(folded) is not None or (quoted_below and (day or time)):
        return True
    return day and time and _names_beside(joined)


def _names_beside(joined: str) -> bool:
    """Whether a name stands beside the verb: `schrieb Maria Muster`, and not `schrieb er mir`."""
    for verb in _VERB.finditer(joined.casefold()[: len(joined)]):
        before, after = joined[: verb.start()].split(), joined[verb.end() :].strip(" :,").split()
        if (before and _is_a_name(before[-1])) or (after and _is_a_name(after[0])):
            return True
    return False


def addresses(text: str) -> frozenset[str]:
    """The addresses that stand in a text, lower case."""
    return frozenset(found.casefold() for found in _ANY_ADDRESS.findall(text[:CAP]))


def writer(joined: str) -> tuple[str, ...]:
    """The name beside the verb of an attribution, word by word; () where none stands there."""
    for verb in _VERB.finditer(joined.casefold()[: len(joined)]):
        before, after = joined[: verb.start()].split(), joined[verb.end() :].strip(" :,").split()
        for side in (list(takewhile(_is_a_name, reversed(before)))[::-1], list(takewhile(_is_a_name, after))):
            if side:
                return tuple(side)
    return ()


def is_loose_attribution(body: str) -> bool:
    """`Bob Stone wrote:`, `On 1 March, Bob wrote:`: a whole line that says little more than who wrote."""
    if len(body) > _LOOSE or not body.endswith((":", "：")):
        return False
    name = writer(body)
    if not name:
        return False
    opens = body.casefold().startswith(_OPENERS)
    return opens or len(body.split()) <= len(name) + _BESIDE_NAME


def _is_a_name(word: str) -> bool:
    """Whether a word may be a name or a login; the hour before a verb is none."""
    bare = word.strip("\"'«»„“”(),")
    if not bare or bare[:1].isdigit() or bare.casefold() in _OF_AN_HOUR:
        return False
    return not bare[:1].islower() or "_" in bare or "." in bare[1:-1]


def _quoted_below(sheet: Sheet, at: int) -> bool:
    below = next((i for i in range(at, min(len(sheet), at + 3)) if not sheet.is_blank(i)), None)
    return below is not None and sheet.depths[below] > 0


def header_role(body: str) -> str | None:
    """What a printed header line gives: from, date, to, subject or other; None for any other line."""
    if ":" not in body[:40] and "：" not in body[:40]:
        return None
    colon = min((p for p in (body.find(":", 0, 40), body.find("：", 0, 40)) if p > 0), default=0)
    return _ROLE.get(body[:colon].strip("*_ \t").casefold()) if colon else None


def header_block(sheet: Sheet, at: int) -> int:
    """How many lines from `at` are the headers an Outlook-like client prints above a quoted message; 0 if they are none.

    A block names the sender and two more of date, recipient and subject; folded and blank lines between are part of it.
    """
    if sheet.roles[at] is None:
        return 0
    roles: set[str] = set()
    last, loose = at, 0
    for i in range(at, min(len(sheet), at + _BLOCK)):
        if sheet.depths[i] != sheet.depths[at]:
            break
        role = sheet.roles[i] or _role_by_value(sheet.bodies[i])
        if role is not None:
            roles.add(role)
            last, loose = i, 0
            continue
        loose += 1
        if loose > 2 or (sheet.bodies[i] and not sheet.bodies[i - 1]):
            break
    if "from" not in roles or len(roles - {"other"}) < 3:
        return 0
    return last - at + 1 + _folded_subject(sheet, last)


def _role_by_value(body: str) -> str | None:
    """What a line of a header block gives, told by what stands behind the colon, whatever the language of its name."""
    name, colon, value = body[:_MOST_OF_HEADER].partition(": ")
    if not colon or not 0 < len(name.split()) <= _NAME_WORDS or name[-1:].isdigit():
        return None
    return "to" if _ADDRESS.search(value) else "date" if _DAY.search(value) and _TIME.search(value) else None


def _folded_subject(sheet: Sheet, last: int) -> int:
    """1 if the last header is a long subject that runs on over one more line, which then stands alone above a blank one."""
    if last + 2 >= len(sheet) or sheet.roles[last] != "subject" or len(sheet.bodies[last]) <= 60:
        return 0
    return int(bool(sheet.bodies[last + 1]) and not sheet.bodies[last + 2] and sheet.depths[last + 1] == sheet.depths[last])


def is_closing(body: str) -> bool:
    """A sign-off such as `Kind regards`, alone on its line, with another or with thanks, or followed by a place or a name."""
    folded = body.casefold().rstrip(" ,.!;:-–*").lstrip("*")
    if folded in _CLOSINGS or (len(body) <= 200 and folded.startswith(LONG_CLOSINGS)):
        return True
    first = _WORD.search(folded) if len(body) <= 80 else None
    if first is None or first[0] not in _FIRST_WORDS:
        return False
    before, comma, _ = folded.partition(",")
    if comma and before.strip() in _CLOSINGS:
        return _is_name(body[len(before) + 1 :])
    if _is_two_closings(folded):
        return True
    for blank in reversed(list(_BLANK.finditer(folded))):  # the longest that is known counts
        if folded[: blank.start()] in _LONG_CLOSINGS:
            return _is_name_or_place(body[blank.end() :])
        if folded[: blank.start()] in _SHORT_CLOSINGS:
            return _is_name(body[blank.end() :], most=3) and not any(c.isdigit() for c in body)
    return False


def _is_two_closings(folded: str) -> bool:
    """`Thanks and best wishes`: one of them signs, the other may only thank."""
    for joint in _JOINT.finditer(folded):
        parts = (folded[: joint.start()].strip(" ,"), folded[joint.end() :].strip(" ,"))
        if all(part in _CLOSINGS or part in _WEAK_CLOSINGS for part in parts) and any(part in _CLOSINGS for part in parts):
            return True
    return False


def may_close(body: str) -> bool:
    """A short line that closes a mail in words of its own, when a name stands below: `Warm greetings from the seaside`."""
    words = body.casefold().strip(" ,.!;:-–*").split()
    return 0 < len(words) <= 9 and body[-1] not in ".?:;" and not CLOSING_WORDS.isdisjoint(word.strip(",!") for word in words)


def signs_as(body: str) -> str:
    """The name in a line that signs with it, without `Ihre` and its kin before, and what follows a comma."""
    first, _, rest = body.strip("-–—*• ").partition(" ")
    return (rest if first.casefold() in SIGNERS else body).partition(",")[0]


def greets_too(body: str) -> bool:
    """A closing that is also a greeting, when it stands above everything else."""
    return body.casefold().rstrip(" ,.!;:-–*") in GREETS_TOO


def is_name(body: str) -> bool:
    """One to four words that begin with capitals and no sentence: `Jana Nováková`, `Dr. M. Muster`."""
    return len(body) <= 60 and body[-1:] not in "?!:;" and not body[:1].isdigit() and _is_name(body)


def is_contact(body: str) -> bool:
    """A line with an address, a number to ring or a page of the web, and hardly a word beside it."""
    return len(body) <= 120 and len(body.split()) <= 8 and _CONTACT.search(body) is not None


def _is_name(text: str, most: int = 4) -> bool:
    words = text.strip(" ,.!*").split()
    return 0 < len(words) <= most and all(w[0].isupper() or not w[0].isalpha() for w in words)


def _is_name_or_place(text: str) -> bool:
    first, _, rest = text.strip(" ,").partition(" ")
    return _is_name(rest if rest and first.casefold() in FROM else text)


def is_dashed_name(body: str) -> bool:
    """`-Jana`, `--Jana Nováková.`: how some people sign. With a blank after the dash it is a list."""
    return _NAME_DASH.fullmatch(body.rstrip(".,")) is not None


def is_device_line(body: str) -> bool:
    """A line that a device or an app adds: `Sent from my iPhone`."""
    return len(body) <= 200 and body.casefold().lstrip("*[( ").startswith(DEVICE_LINES) and len(body.split()) <= 14


def is_disclaimer(body: str) -> bool:
    """The first line of a paragraph that lawyers add."""
    folded = body.casefold().lstrip("*-_ ")
    if folded.startswith(DISCLAIMERS):
        return True
    return (
        len(body) > 80 and sum(stem in folded for stem in DISCLAIMER_STEMS) > 1 and any(word in folded for word in MAIL_WORDS)
    )


def is_postscript(body: str) -> bool:
    """`P.S.`: own words again, though they stand below the signature."""
    return _POSTSCRIPT.match(body) is not None
