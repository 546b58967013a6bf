"""A draft, as it was read from an announcement, to a plan; and which address of ours takes the answers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from mailbot.core import clean
from mailbot.core.announcement.draft import Draft
from mailbot.core.announcement.drafted import drafted, slug_of
from mailbot.core.announcement.taken import Taken
from mailbot.core.drafting.plan import Doubt, Plan
from mailbot.core.wire import mailable
from mailbot.core.yaml_text import read_yaml

_QUOTE = 160  # characters
_MOST_CONTACTS = 20  # who gets letters because a page names them


def planned(its: Draft, organiser: str) -> Plan:
    """The plan of this draft. organiser: the address of who sent it."""
    fields = read_yaml(drafted(its, "an announcement"), "draft").data
    fields.pop("slug", None)
    printed = str((fields.pop("addresses", None) or [""])[0])
    contacts = _contacts(fields.pop("contacts", ()))
    if contacts:
        fields["contacts"] = contacts
    known = {contact["name"] for contact in contacts}
    nameless = dict.fromkeys(taken.value.name for taken in its.contacts if clean.line(taken.value.name) not in known)
    sources = {name: f"line {taken.line}: {_quote(taken)}" for name, taken in _taken(its) if name in fields}
    return Plan(slug_of(its), organiser, fields, sources, tuple(_doubts(its)), tuple(nameless), printed)


def _contacts(written: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """Those with an address that a letter can go to; of two with one address the first."""
    found: dict[str, dict[str, str]] = {}
    for contact in written:
        address, _ = mailable(str(contact.get("address", "")))
        if address is not None:
            found.setdefault(address.casefold(), {"name": str(contact["name"]), "address": address})
    return list(found.values())[:_MOST_CONTACTS]


def _taken(its: Draft) -> Iterator[tuple[str, Taken[Any]]]:
    """By the names of the call file, the first of each."""
    single = {
        "title": its.title,
        "zone": its.times.zone,
        "published": its.times.published,
        "meetings": next(iter(its.times.meetings), None),
        "audience": its.audience,
        "questions": next(iter(its.questions), None),
        "deadline": its.times.deadline,
        "contacts": next(iter(its.contacts), None),
        "channel": its.channel.way,
        "form": its.channel.form,
        "places": its.places,
        "language_of_work": its.language_of_work,
    }
    yield from ((name, taken) for name, taken in single.items() if taken is not None)


def _doubts(its: Draft) -> Iterator[Doubt]:
    """What the fields themselves leave open, each with the words it was taken from. What is missing is told by the plan."""
    every: list[tuple[str, Taken[Any]]] = [
        *((name, taken) for name, taken in _taken(its) if name not in {"meetings", "questions", "contacts", "form"}),
        *(("meetings", meeting) for meeting in its.times.meetings),
        *(("questions", question) for question in its.questions),
        *(("contacts", contact) for contact in its.contacts),
        *((one.value, one) for one in its.times.unsure),
    ]
    found = [Doubt(name, why, _quote(taken)) for name, taken in every for why in taken.doubts]
    yield from dict.fromkeys(found)


def _quote(taken: Taken[Any]) -> str:
    words = clean.line(taken.quote)
    return f"“{words if len(words) <= _QUOTE else words[:_QUOTE].rstrip() + ' …'}”"


def addressed(plan: Plan, ours: Sequence[str], used: Collection[str]) -> Plan:
    """With the address that takes answers: the printed one if it is ours and free, else the first of ours that is.

    ours: addresses that mailbot reads. used: those of other calls. An address that nobody of us reads would never bring a mail,
    and one of a contact would be taken for ours; so it is told and not used.
    """
    taken = {address.casefold() for address in used}
    free = [address for address in ours if address.casefold() not in taken]
    printed = [address for address in free if address.casefold() == plan.printed.casefold()]
    return replace(plan, fields={**plan.fields, "addresses": [*printed, *free][:1]}) if free else plan
