"""A mail that answers several calls, divided among them: each call gets the lines at and below its own questions."""

from collections.abc import Callable, Collection
from dataclasses import replace

from mailbot.core.call import Call
from mailbot.core.message import Message
from mailbot.core.naming import sections
from mailbot.core.which_call import Found

Parts = list[tuple[Call | None, Message]]


def portions(message: Message, found: Found, answers: Callable[[Message, Call], bool]) -> tuple[Found, Parts]:
    """Which calls the mail is for, the first one it is found for before further ones, and the part of it that each is to read.

    answers: whether a part surely answers a call. A call that is only quoted gets nothing, and its lines stay with the first,
    which also has what stands above the first question and all attachments. Where questions alone were to tell the call and
    none of them is answered, it is not clear.
    """
    if found.call is None or not found.others:
        return found, [(found.call, message)]
    every = (found.call, *found.others)
    lines = sections(message.text, every)
    parts = {call.slug: _only(message, lines.get(call.slug, frozenset())) for call in every}
    answered = [call for call in every if call.slug in lines and answers(parts[call.slug], call)]
    if found.reason == "by-questions":
        if not answered:
            return Found(None, "call-unclear"), [(None, message)]
        found = replace(found, call=answered[0])
    first = found.call
    others = [call for call in answered if call is not first]
    theirs = frozenset().union(*(lines[call.slug] for call in others))
    rest = _without(message, theirs) if theirs else message
    return found, [(first, rest), *((call, parts[call.slug]) for call in others)]


def _only(message: Message, lines: Collection[int]) -> Message:
    """Without what only the first call is to read."""
    every = range(message.text.count("\n") + 1)
    return replace(_without(message, set(every) - set(lines)), subject="", attachments=())


def _without(message: Message, lines: Collection[int]) -> Message:
    """With these lines empty; the others keep their numbers, and with them their looks."""
    left = ["" if number in lines else line for number, line in enumerate(message.text.split("\n"))]
    looks = {number: line for number, line in message.looks.items() if number not in lines}
    return replace(message, text="\n".join(left), looks=looks)
