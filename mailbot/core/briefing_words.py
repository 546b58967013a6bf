"""What a letter to organisers says that can be answered with commands: the words that its writer hands over, made ready.

Whatever candidates wrote is foreign text: a name is shown only if it can be nothing else, answers and letters stand as quotes.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mailbot.core import plain, wording
from mailbot.core.call import Call
from mailbot.core.letter_words import real_name, spelled, whole

_PEOPLE_AT_MOST = 40  # of one group; the others are numbers
_RANGES_AT_MOST = 60
_LINES_AT_MOST = 50
_LONGEST_LINE, _LONGEST_REASON = 200, 300  # characters
_ANSWERS_IN_ALL, _ANSWER_AT_LEAST, _ANSWER_AT_MOST = 24_000, 400, 4000  # characters; Gmail cuts a letter at 102 KB
_LONGEST_UNPLACED, _LONGEST_LETTER = 2000, 6000
_ENTRIES_AT_MOST, _HISTORY_AT_MOST = 5, 30
_SECRET = re.compile(r"mbt-[a-z2-7]{26}|https?://\S+")
_NUMBERS = ("at_once", "changed", "dropped", "reopened", "taken_from", "too_many", "undone")


def in_words(kind: str, given: Mapping[str, object], call: Call, language: str, team: str) -> dict[str, object]:
    """Everything that a letter of this kind may use; templates/README.md says what each is.

    given: the words of this very letter; instants are aware, lists of entries are numbers, foreign words are as they came.
    """
    usual: dict[str, object] = {"call": call.title, "slug": call.slug, "team": team}
    words: dict[str, Any] = {name: spelled(value, call, language) for name, value in (usual | dict(given)).items()}
    whole(kind, words)
    if kind == "batch":
        words["within"] = wording.duration(call.selection.answer_within, language)
        words["count"] = sum(len(group["people"]) for group in words["groups"])
    if kind == "shown":
        words["with_answers"] = call.digest.answers
    words |= {name: _ranges(words[name]) for name in _NUMBERS if name in words}
    if "unclear" in words:
        lines = [plain.shortened(str(line), _LONGEST_LINE)[0] for line in words["unclear"][:_LINES_AT_MOST]]
        words["unclear"] = plain.quoted("\n".join(lines)) if lines else ""
    if "snags" in words:
        words["snags"] = [{"reason": str(why), "about": _short(about, _LONGEST_LINE)} for why, about in words["snags"]]
        words["snags"] = words["snags"][:_LINES_AT_MOST]
    if "groups" in words:
        words["groups"] = [_group(group) for group in words["groups"]]
    if "composition" in words:
        words["composition"] = [_composed(group, language) for group in words["composition"]]
    if "entries" in words:
        shown = words["entries"][:_ENTRIES_AT_MOST]
        share = _ANSWERS_IN_ALL // max(1, sum(len(entry["answers"]) for entry in shown))
        room = min(_ANSWER_AT_MOST, max(_ANSWER_AT_LEAST, share))
        words["entries"] = [_entry(entry, call, language, room) for entry in shown]
    return words


def _group(group: Mapping[str, Any]) -> dict[str, object]:
    """People of whom the same becomes; sample: a letter to one of them, as it stands, but for what only its reader may have."""
    people = sorted(group["people"], key=lambda one: int(one["number"]))
    made: dict[str, object] = {
        **group,
        "count": len(people),
        "people": [_person(one) for one in people[:_PEOPLE_AT_MOST]],
        "others": _ranges(one["number"] for one in people[_PEOPLE_AT_MOST:]),
    }
    if sample := group.get("sample"):
        text, cut = plain.shortened(_SECRET.sub("…", str(sample["text"])), _LONGEST_LETTER)
        subject = _short(sample["subject"], _LONGEST_LINE)
        made["sample"] = {"number": sample["number"], "subject": subject, "text": plain.quoted(text), "cut": cut}
    return made


def _person(one: Mapping[str, Any]) -> dict[str, object]:
    shown = real_name(str(one["name"])) or str(one["reference"])
    return {
        "number": one["number"],
        "name": shown,
        "was": one.get("was", ""),
        "why": _short(one.get("why", ""), _LONGEST_REASON),
    }


def _composed(group: Mapping[str, Any], language: str) -> dict[str, object]:
    """values: each with how many; '' are those of whom it is not known."""
    known = [f"{_short(value, 80)} {wording.number(count, language)}" for value, count in group["values"] if value]
    unknown = sum(count for value, count in group["values"] if not value)
    return {"name": group["name"], "values": ", ".join(known[:_LINES_AT_MOST]), "unknown": unknown}


def _entry(entry: Mapping[str, Any], call: Call, language: str, room: int) -> dict[str, object]:
    words = {name: spelled(value, call, language) for name, value in entry.items()}
    history = [{**one, "at": spelled(one["at"], call, language)} for one in entry["history"][-_HISTORY_AT_MOST:]]
    return words | {
        "name": real_name(str(entry["name"])),
        "missing": _ranges(entry["missing"]),
        "answers": [_answer(one, room) for one in entry["answers"]],
        "unplaced": _quoted(entry["unplaced"], _LONGEST_UNPLACED),
        "signature": _quoted(entry["signature"], _LONGEST_UNPLACED),
        "history": history,
    }


def _answer(one: Mapping[str, Any], room: int) -> dict[str, object]:
    text, cut = plain.shortened(str(one["answer"]), room)
    question, shorter = plain.whole_sentences(str(one["text"]), 240)
    return {
        "number": one["number"],
        "text": question + ("\N{NO-BREAK SPACE}…" if shorter else ""),
        "answer": plain.quoted(text) if text else "",
        "cut": cut,
        "unsure": one["unsure"],
    }


def _quoted(words: object, at_most: int) -> str:
    text, _ = plain.shortened(str(words), at_most)
    return plain.quoted(text) if text else ""


def _short(words: object, at_most: int) -> str:
    text, cut = plain.shortened(plain.one_line(str(words)), at_most)
    return f"{text}\N{NO-BREAK SPACE}…" if cut else text


def _ranges(numbers: Iterable[int]) -> str:
    """`1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [str(first) if first == last else f"{first}{'–' if last > first + 1 else ', '}{last}" for first, last in runs]
    return ", ".join(said[:_RANGES_AT_MOST] + (["…"] if len(said) > _RANGES_AT_MOST else []))
