"""What an edit of a call file changed, in words for the audit trail: deadline, questions, people, and the rest by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from mailbot.core.call import Call, Question
from mailbot.core.deadline import instant


@dataclass(frozen=True, slots=True)
class Edit:
    """what: a named verb. why: what was changed into what, for people."""

    what: str
    why: str


def edits(before: Call | None, after: Call) -> tuple[Edit, ...]:
    """What is other in `after`; before: None for a call that is new."""
    if before is None:
        asked = len(after.questions)
        return (Edit("call-taken-in", f"{asked} question{'' if asked == 1 else 's'}, deadline {_deadline(after)}"),)
    return (*_deadline_moved(before, after), *_questions(before, after), *_people(before, after), *_others(before, after))


def _deadline(call: Call) -> str:
    """`2021-02-17 to its end in Europe/Brussels (2021-02-17 22:59:59 UTC), grace 24 h`."""
    hour = f"{call.deadline.time:%H:%M}" if call.deadline.time is not None else "to its end"
    hours = call.deadline.grace.total_seconds() / 3600
    utc = f"{instant(call).astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
    return f"{call.deadline.day} {hour} in {call.zone} ({utc}), grace {hours:g} h"


def _deadline_moved(before: Call, after: Call) -> Iterator[Edit]:
    if (before.deadline, before.zone) != (after.deadline, after.zone):
        earlier, later = instant(before), instant(after)
        what = "extended" if later > earlier else "shortened" if later < earlier else "changed"
        yield Edit(f"deadline-{what}", f"was {_deadline(before)}; is {_deadline(after)}")


def _questions(before: Call, after: Call) -> Iterator[Edit]:
    old, new = ({question.id: question for question in call.questions} for call in (before, after))
    for slug in old.keys() - new.keys():
        same = next((q.id for q in after.questions if q.text == old[slug].text), None)
        if same is not None:
            yield Edit("question-id-changed", f"`{slug}` is `{same}` now: answers given to `{slug}` do not count for it")
    yield from (Edit("question-dropped", _asked(old[slug])) for slug in old if slug not in new)
    yield from (Edit("question-added", _asked(new[slug])) for slug in new if slug not in old)
    for slug in (slug for slug in old if slug in new):
        was, is_now = old[slug], new[slug]
        if was.text != is_now.text:
            yield Edit("question-reworded", f"`{slug}` was: {was.text} — is: {is_now.text}")
        if was.required != is_now.required:
            yield Edit("question-required" if is_now.required else "question-optional", f"`{slug}`")
    kept = [[q.id for q in call.questions if q.id in old and q.id in new] for call in (before, after)]
    if kept[0] != kept[1]:
        yield Edit("questions-reordered", ", ".join(f"`{slug}`" for slug in kept[1]))


def _asked(question: Question) -> str:
    return f"`{question.id}` ({'required' if question.required else 'may be left out'}): {question.text}"


def _people(before: Call, after: Call) -> Iterator[Edit]:
    old, new = ({contact.address.casefold(): contact for contact in call.contacts} for call in (before, after))
    yield from (Edit("contact-left", f"{old[a].name}: is told nothing more") for a in old if a not in new)
    yield from (Edit("contact-added", new[a].name) for a in new if a not in old)
    yield from (Edit("address-dropped", a) for a in before.addresses if a not in after.addresses)
    yield from (Edit("address-added", a) for a in after.addresses if a not in before.addresses)


def _others(before: Call, after: Call) -> Iterator[Edit]:
    told = {"deadline", "zone", "questions", "contacts", "addresses"}
    changed = [name for name in Call.model_fields if name not in told and getattr(before, name) != getattr(after, name)]
    if changed:
        yield Edit("call-changed", ", ".join(changed))
