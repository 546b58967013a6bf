"""What happens on a day that a page names: weighed by the words around it."""

from enum import StrEnum

from mailbot.core.announcement.mentions import Mention
from mailbot.core.announcement.occasion import published, said
from mailbot.core.announcement.page import Kind

_NEAR = 40  # characters before a date in which `published` stands
_RIGHT_BEFORE = 20  # characters before a date in which `previously` stands
_ENOUGH = 2  # less is a word of answering somewhere near
_FILLER = 3  # letters of a word that may stand between `by` and a date


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
    by_others, past = told > asked, _is_past(mention)
    if by_others or past:
        deadline, meeting = deadline - 4, meeting - 3
    announced = any(len(mention.left) - phrase.end <= _NEAR for phrase in published(mention.left))
    return {
        Role.deadline: deadline,
        Role.meeting: meeting,
        Role.published: 5.0 * announced + 4 * bool(published(mention.label)),
        Role.told: 4.0 * by_others
        + 1.5 * (says(mention, "told", "right") and not asked[0])
        + 3 * says(mention, "told", "label"),
        Role.other: max(4.0 * past, 0.9),
    }


def _is_past(mention: Mention) -> bool:
    """Not so behind a word for a deadline, which may be one of closing: `closing: 1 March`."""
    past = _nearest(mention, "past")
    return (past[0] > 0 and _nearest(mention, "deadline")[0] < past[0]) or says(mention, "past", "heading")


def _deadline(mention: Mention) -> float:
    limit = is_limit(mention)
    weight = 4.0 * limit + 3 * says(mention, "deadline") + 2.5 * says(mention, "deadline", "label")
    weight += 2 * says(mention, "asked") + 0.5 * says(mention, "asked", "heading")
    weight += 0.7 * (says(mention, "asked", "right") + says(mention, "asked", "label") + says(mention, "deadline", "right"))
    weight += 1.5 * (mention.block.kind is Kind.cell and says(mention, "asked", "label"))
    weight += 2 * (mention.when.relative is not None)
    if is_extended(mention):
        weight += 1.5 if weight > 0 else 2 * says(mention, "extended")
    if weight < _ENOUGH or (mention.when.ends is not None and not limit):
        return 0.0  # nobody has to answer from ten to four
    if says(mention, "opens") and not mention.when.span and not limit:
        weight -= 4
    return weight


def _meeting(mention: Mention) -> float:
    when = mention.when
    weight = 2.5 * says(mention, "meeting") + says(mention, "meeting", "right") + 2 * says(mention, "meeting", "label")
    weight += 0.5 * says(mention, "meeting", "heading") + 1.5 * mention.in_heading + 2 * (when.ends is not None)
    weight += 1.5 * (len(when.days) > 1) + 0.5 * any(day.weekday is not None for day in when.days)
    weight -= 2.5 * ("?" in mention.right)  # `Did you come to the meeting of 4 May?`
    return weight - 3 * is_limit(mention) - 2 * says(mention, "deadline") - 2 * says(mention, "deadline", "label")


def is_limit(mention: Mention) -> bool:
    """Whether a word such as `by` or `until` stands just before it, or `at the latest` just behind."""
    behind = said(mention.right, mention.language).get("latest", ())
    return _stands_before(mention, "limit") or any(phrase.before == 0 for phrase in behind)


def is_strict(mention: Mention) -> bool:
    """Whether the word before it may leave the day itself out, as `before` does."""
    return _stands_before(mention, "strict")


def _stands_before(mention: Mention, occasion: str) -> bool:
    """Right before the date, but for a short word such as an article."""
    for phrase in said(mention.left, mention.language).get(occasion, ()):
        between = mention.left[phrase.end :].strip(" :,(")
        if not between or (phrase.behind == 1 and len(between) <= _FILLER):
            return True
    return False


def is_extended(mention: Mention) -> bool:
    """Whether it says that the deadline was moved."""
    return any(says(mention, "extended", where) for where in ("left", "right", "label", "heading"))


def is_former(mention: Mention) -> bool:
    """Whether it is the day that was announced before: `previously 1 March`."""
    if mention.when.span:
        return False
    phrases = said(mention.left, mention.language).get("former", ())
    return any(len(left := mention.left[phrase.end :]) <= _RIGHT_BEFORE and "|" not in left for phrase in phrases)


def says(mention: Mention, occasion: str, where: str = "left") -> bool:
    """Whether words of an occasion stand to the left or right, in the label or the heading."""
    return bool(said(getattr(mention, where), mention.language).get(occasion))


def _nearest(mention: Mention, occasion: str) -> tuple[int, int]:
    """Which words of an occasion stand nearest to the left: where they end, from 1, and how long they are; zeros for none."""
    found = said(mention.left, mention.language).get(occasion, ())
    return max(((phrase.end, phrase.end - phrase.start) for phrase in found), default=(0, 0))
