"""What happens on a day that a page names: weighed by the words around it."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from mailbot.core.announcement.mentions import Mention
from mailbot.core.phrases.occasions import OCCASIONS, Occasions

_NO_ANSWER = Occasions()
_BESIDE = 60  # characters before a date in which a word of limit stands
_NEAR = 40  # characters before a date in which `published` stands


class Role(StrEnum):
    """told: organisers notify, or those chosen confirm. other: of a law, or of nothing that is known."""

    deadline = "deadline"
    meeting = "meeting"
    published = "published"
    told = "told"
    other = "other"


def role(mention: Mention) -> Role:
    """The one for which most speaks."""
    found = weights(mention)
    return max(found, key=found.__getitem__)


def weights(mention: Mention) -> dict[Role, float]:
    """How much speaks for each role. The numbers are small so that they can be added in the head."""
    deadline, meeting = _deadline(mention), _meeting(mention)
    told, asked = _nearest(mention, "told"), _nearest(mention, "asked")
    by_others, past = told > asked, says(mention, "past") or says(mention, "past", "heading")
    if by_others or past:
        deadline, meeting = deadline - 4, meeting - 3
    announced = bool(_published().search(mention.left[-_NEAR:]))
    return {
        Role.deadline: deadline,
        Role.meeting: meeting,
        Role.published: 5.0 * announced + 4 * bool(_published().search(mention.label)),
        Role.told: 4.0 * by_others
        + 1.5 * (says(mention, "told", "right") and not asked[0])
        + 3 * says(mention, "told", "label"),
        Role.other: max(4.0 * past, 0.9),
    }


def _deadline(mention: Mention) -> float:
    limit = is_limit(mention)
    weight = 4.0 * limit + 3 * says(mention, "deadline") + 2.5 * says(mention, "deadline", "label")
    weight += 2 * says(mention, "asked") + 0.5 * says(mention, "asked", "heading")
    weight += 0.7 * (says(mention, "asked", "right") + says(mention, "asked", "label") + says(mention, "deadline", "right"))
    weight += 2 * (mention.when.relative is not None)
    if weight > 0 and is_extended(mention):
        weight += 1.5
    if says(mention, "opens") and not mention.when.span and not limit:
        weight -= 4
    return weight


def _meeting(mention: Mention) -> float:
    when = mention.when
    weight = 2.5 * says(mention, "meeting") + says(mention, "meeting", "right") + 2 * says(mention, "meeting", "label")
    weight += 0.5 * says(mention, "meeting", "heading") + 1.5 * mention.in_heading + 2 * (when.ends is not None)
    weight += 1.5 * (len(when.days) > 1) + 0.5 * any(day.weekday is not None for day in when.days)
    return weight - 3 * is_limit(mention) - 2 * says(mention, "deadline") - 2 * says(mention, "deadline", "label")


def is_limit(mention: Mention) -> bool:
    """Whether a word such as `by` or `until` stands just before it, or `at the latest` just behind."""
    before = _pattern("limit", mention.language, r"\s*[:,(]?\s*(?:\w{1,3}\s+)?\Z").search(mention.left[-_BESIDE:])
    return bool(before or _pattern("latest", mention.language).match(mention.right.lstrip(" ,()-")))


def is_strict(mention: Mention) -> bool:
    """Whether the word before it may leave the day itself out, as `before` does."""
    return bool(_pattern("strict", mention.language, r"\s*(?:\w{1,3}\s+)?\Z").search(mention.left[-_BESIDE:]))


def is_extended(mention: Mention) -> bool:
    """Whether it says that the deadline was moved."""
    return any(says(mention, "extended", where) for where in ("left", "right", "label", "heading"))


def is_former(mention: Mention) -> bool:
    """Whether it is the day that was announced before: `previously 1 March`."""
    return not mention.when.span and bool(_pattern("former", mention.language, r"[^|]{0,20}\Z").search(mention.left[-_BESIDE:]))


def says(mention: Mention, occasion: str, where: str = "left") -> bool:
    """Whether words of an occasion stand to the left or right, in the label or the heading."""
    return bool(_pattern(occasion, mention.language).search(getattr(mention, where)))


def _nearest(mention: Mention, occasion: str) -> tuple[int, int]:
    """Which words of an occasion stand nearest to the left: where they end, from 1, and how long they are; zeros for none."""
    found = list(_pattern(occasion, mention.language).finditer(mention.left))
    return (found[-1].end(), len(found[-1][0])) if found else (0, 0)


@cache
def _pattern(occasion: str, language: str, behind: str = "") -> re.Pattern[str]:
    """Any of the phrases, in the page's language and in English."""
    own = OCCASIONS.get(language, _NO_ANSWER)
    return _compiled((*getattr(own, occasion), *getattr(OCCASIONS["en"], occasion)), behind)


@cache
def _published() -> re.Pattern[str]:
    """In any language: the site around a text may speak another one."""
    return _compiled([phrase for words in OCCASIONS.values() for phrase in words.published], "")


def _compiled(phrases: Sequence[str], behind: str) -> re.Pattern[str]:
    """Longer ones first. The look behind stands outside, so that most places are passed over at once."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    words = (re.escape(phrase.removesuffix("*")) + r"\w*" * phrase.endswith("*") for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w){behind}")
