"""What a letter says that is no acknowledgement: the words that its writer hands over, made ready for a template."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from mailbot.core import plain, wording
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.templates import NAMES
from mailbot.errors import UnsafeToSend

_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?(?:,? [^\W\d_]+(?:['’-][^\W\d_]+)*\.?){0,5}")
_LONGEST_NAME = 60
_MADE_HERE = frozenset({"count", "left", "with_answers", "within"})  # of the other words
_LONGEST_REASON = 600


def in_words(
    kind: str, given: Mapping[str, object], call: Call, language: str, team: str, question_at_most: int
) -> dict[str, object]:
    """Everything that a letter of this kind may use; templates/README.md says what each is.

    given: the words of this very letter; instants are aware, questions and foreign words are as they came.
    question_at_most: characters of a question's text; foreign words may have five times as many.
    """
    usual: dict[str, object] = {
        "call": call.title,
        "slug": call.slug,
        "team": team,
        "contact": {"name": call.contacts[0].name, "address": call.contacts[0].address},
        "deadline": instant(call),
    }
    words = {name: spelled(value, call, language) for name, value in (usual | dict(given)).items()}
    whole(kind, words)
    if "sender" in words:
        words["sender"] = _sender(words["sender"])
    if kind == "question":
        words |= _foreign(words, 5 * question_at_most)
    if kind == "reminder":
        words |= _missing(words, language, question_at_most)
    if kind == "waitlist":
        words["within"] = wording.duration(call.selection.answer_within, language)
    if "why" in words:
        why, _ = plain.shortened(str(words["why"]), _LONGEST_REASON)
        words["why"] = plain.quoted(why) if why else ""
    if kind == "passed_on":
        words["people"] = wording.listed([plain.one_line(str(name)) for name in _list(words["people"])], language)
    return words


def whole(kind: str, words: Mapping[str, object]) -> None:
    """UnsafeToSend when a word is missing, also one that this letter would not need by chance, or belongs to another kind."""
    wrong = sorted((NAMES[kind] - _MADE_HERE) ^ words.keys())
    if wrong:
        raise UnsafeToSend(f"the words of a letter do not fit its kind {kind}: {', '.join(wrong)}", mend="please report this")


def spelled(value: object, call: Call, language: str) -> object:
    """An instant as the readers of the call live it; anything else as it is."""
    return wording.moment(value, call.zone, language) if isinstance(value, datetime) else value


def _sender(sender: Any) -> dict[str, object]:
    """Who wrote, for somebody else to read. A name is whatever its owner wrote: only one that can be nothing else is shown."""
    return {**sender, "name": real_name(str(sender["name"]))}


def real_name(words: str) -> str:
    """The name on one line; '' for one that could be something else, such as an address or a call to click."""
    name = plain.one_line(words)
    return name if len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) else ""


def _foreign(words: Mapping[str, Any], at_most: int) -> dict[str, object]:
    own, cut = plain.shortened(str(words["words"]), at_most)
    has_entry = bool(words["has_entry"] and words["reference"])
    return {"words": plain.quoted(own) if own else "", "cut": bool(words["cut"]) or cut, "has_entry": has_entry}


def _missing(words: Mapping[str, Any], language: str, question_at_most: int) -> dict[str, object]:
    """The questions that are open, shortened, and the time that is left in words: '' on the last day."""
    rows = []
    for question in _list(words["missing"]):
        text, cut = plain.whole_sentences(str(question["text"]), question_at_most)
        rows.append({"number": question["number"], "text": text + ("\N{NO-BREAK SPACE}…" if cut else "")})
    left = wording.duration(timedelta(days=words["days"]), language) if words["days"] else ""
    return {"missing": rows, "left": left}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, Sequence) else ()
