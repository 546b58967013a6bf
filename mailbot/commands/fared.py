"""How letters fared, said to people: did not arrive, still on its way, answered by a program."""

from collections.abc import Sequence

from mailbot.commands.words import instant
from mailbot.core import arrival
from mailbot.core.arrival import Arrival, Returned
from mailbot.core.call import Call

NOT_ARRIVED = "letter did not arrive"
_LISTED = 10
_LASTING = {True: "permanent", False: "temporary, a later letter may arrive", None: "no reason was given"}


def lines(returned: Sequence[Returned], call: Call) -> list[str]:
    """One for each letter that there is something to tell of."""
    said = [f"The {_to(one)} did not arrive, {instant(one.at, call)}: {why(one.arrival)}" for one in arrival.lost(returned)]
    said += [
        f"The {_to(one)} is on its way since {instant(one.at, call)}: {why(one.arrival)}" for one in arrival.delayed(returned)
    ]
    return said + [f"Automatic reply to the {_to(one)} on {instant(one.at, call)}" for one in arrival.automatic(returned)]


def not_arrived(returned: Sequence[Returned], call: Call) -> list[str]:
    """For a list of entries: the first few, with their references."""
    lost = arrival.lost(returned)
    said = [
        f"Did not arrive: {one.reference or 'no entry'}, the {_to(one)}, {instant(one.at, call)}: {why(one.arrival)}"
        for one in lost[:_LISTED]
    ]
    return [*said, f"… and {len(lost) - _LISTED} more that did not arrive"] if len(lost) > _LISTED else said


def why(told: Arrival | None) -> str:
    """`there is no such address (permanent)`; words of ours, whatever a server wrote."""
    if told is None or told.told is not arrival.Told.failed:
        return (told.why if told is not None else "") or "the servers go on trying"
    lasting = _LASTING[told.lasting]
    return f"{told.why} ({lasting})" if told.why else lasting


def as_object(returned: Sequence[Returned]) -> dict[str, object]:
    """The keys that tell of it in JSON."""
    lost, late = arrival.lost(returned), arrival.delayed(returned)
    return {
        "not_arrived": [{**_object(one), "lasting": one.arrival.lasting if one.arrival else None} for one in lost],
        "on_its_way": [_object(one) for one in late],
        "automatic_replies": [{"at": one.at.isoformat(), "letter": one.letter} for one in arrival.automatic(returned)],
    }


def _object(one: Returned) -> dict[str, object]:
    told = one.arrival
    return {
        "letter": one.letter,
        "kind": one.kind,
        "recipient": one.recipient,
        "at": one.at.isoformat(),
        "why": why(told),
        "status": told.status if told is not None else "",
    }


def _to(one: Returned) -> str:
    return f"{one.kind.replace('_', ' ')} to {one.recipient}"
