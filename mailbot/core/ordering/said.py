"""Orders back to words: one a line, so that `parse` reads the same orders again."""

from collections.abc import Iterator, Sequence

from babel.dates import format_date

from mailbot.core.ordering.shapes import Order, Orders, Verb
from mailbot.core.phrases.ordering_said import SAID

_SHORTEST_RANGE = 3


def said(orders: Orders, language: str) -> str:
    """The orders in a language of our letters (two small letters), one a line; what is unclear is not among them.

    >>> said(Orders((Order(Verb.invite, (3, 4, 5, 9)), Order(Verb.reserve, (12,)))), "en")
    'invite 3-5, 9\\nreserve 12'
    """
    return "\n".join(_line(order, language) for order in orders.orders)


def _line(order: Order, language: str) -> str:
    words = SAID[language]
    line = " ".join([words[order.verb], ", ".join(_targets(order, language))]).rstrip()
    if order.verb is Verb.extend and order.day is not None:
        line += f" {format_date(order.day, 'long', locale='en_GB' if language == 'en' else language)}"
        line += f", {order.at:%H:%M}" if order.at is not None else ""
    return f"{line} {words['because']} {order.reason}" if order.reason else line


def _targets(order: Order, language: str) -> Iterator[str]:
    words = SAID[language]
    if order.top is not None:
        yield f"{words['top']} {order.top}"
    yield from _runs(order.numbers)
    yield from order.references
    if order.which is not None:
        yield words[order.which]


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """`3, 4, 5, 9` as `3-5`, `9`."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield from _run(run)
            run = []
        run.append(number)
    yield from _run(run)


def _run(run: Sequence[int]) -> Iterator[str]:
    if len(run) >= _SHORTEST_RANGE:
        yield f"{run[0]}-{run[-1]}"
    else:
        yield from map(str, run)
