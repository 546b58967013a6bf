"""Orders by mail: the own words of an organiser's reply to what the service is to do.

    invite 3, 7, 12; reserve 4; decline rest
    Bitte 3 und 7 einladen, 4 auf die Warteliste
    refuse 4 parce que dossier incomplet

A sentence is an order only if every word of it is known. What denies, asks, hangs on something, is past or for later holds a
word that is not, and is shown to the organiser as unclear instead of carried out; so is what stands beside a condition.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from mailbot.core import clean
from mailbot.core.ordering import sentence
from mailbot.core.ordering.asking import granted
from mailbot.core.ordering.doubting import doubts, hangs, looks_back, offers, speaks_of_orders
from mailbot.core.ordering.pieces import WRAPPED, Piece, pieces
from mailbot.core.ordering.said import said
from mailbot.core.ordering.shapes import DECIDING, MOST_NUMBERS, Order, Orders, Verb, Which
from mailbot.core.ordering.tokens import Token

__all__ = ["Order", "Orders", "Verb", "Which", "parse", "said"]

_MOST = 10_000  # characters; who writes more has a quote below that no program marked
_MOST_PIECES = 400
_MOST_UNCLEAR, _LONGEST_UNCLEAR = 50, 200
_LONGEST_REASON = 500
_MOST_PLACES = 12  # at which a reason may begin; each costs a reading of what stands before
_TAKING_BACK = frozenset({Verb.undo, Verb.drop, Verb.cancel})
_REASONED = frozenset({Verb.invite, Verb.reserve, Verb.hold, Verb.decline, Verb.undo, Verb.drop})


@dataclass(slots=True)
class _Read:
    """A sentence and what it says. orders: None where it is unclear, () where it says nothing."""

    piece: Piece
    orders: tuple[Order, ...] | None


def parse(reply: str, today: date) -> Orders:
    """The orders in the own words of a mail; quotes left in it are cut off. today: in the call's zone, for a day without year.

    Nothing of a mail that is too long, or names too many entries, is an order.
    """
    text = reply[: _MOST + 1]
    found = list(islice(pieces(text[:_MOST]), _MOST_PIECES + 1))
    read = [_Read(piece, _meaning(piece, today)) for piece in found[:_MOST_PIECES]]
    _spread(read)
    orders = tuple(order for one in read for order in one.orders or ())
    unclear = [_bounded(one.piece.text) for one in read if one.orders is None]
    if len(text) > _MOST or len(found) > _MOST_PIECES or _count(orders) > MOST_NUMBERS:
        return Orders((), (_bounded(text), *unclear)[:_MOST_UNCLEAR])
    orders = _once(orders)
    unclear += _conflicts(orders)
    only_ok = not unclear and bool(orders) and all(order.verb is Verb.ok for order in orders)
    return Orders(orders, tuple(dict.fromkeys(unclear))[:_MOST_UNCLEAR], only_ok)


def _bounded(text: str) -> str:
    line = clean.line(text)
    return line if len(line) <= _LONGEST_UNCLEAR else f"{line[: _LONGEST_UNCLEAR - 1].rstrip()}…"


def _count(orders: Sequence[Order]) -> int:
    return sum(len(order.numbers) + len(order.references) for order in orders)


def _meaning(piece: Piece, today: date) -> tuple[Order, ...] | None:
    orders = sentence.orders(piece.said, today) or _reasoned(piece, today) or _explained(piece, today)
    if piece.asks and not orders:
        return (Order(Verb.help, said=_bounded(piece.text)),) if _asks_for_help(piece) else None
    if orders is not None:
        if not granted(piece, orders):
            return None
        return tuple(replace(order, said=_bounded(piece.text)) for order in orders)
    return None if _may_be_meant(piece) else ()


def _asks_for_help(piece: Piece) -> bool:
    """`Which commands may I use?`"""
    return any(token.does("commands") for token in piece.said) and not any(token.digits for token in piece.said)


def _may_be_meant(piece: Piece) -> bool:
    """Whether what is no order looks as if it could be one, or could change one."""
    if piece.below:
        speaks = any(token.text[:1].islower() for token in piece.said)
        return _orders_within(piece.said) or (speaks and looks_back(piece.text))
    kinds = ("verb", "list", "extend", "alone")
    if any(token.digits or token.does(*kinds) for token in piece.said) or (piece.said and piece.said[0].does("yes")):
        return True
    if any(token.does("which") and token.value("which") != "all" and token.text.islower() for token in piece.said):
        return True
    rest = " ".join(token.text for token in piece.said)
    return doubts(rest) or speaks_of_orders(rest)


def _reasoned(piece: Piece, today: date) -> tuple[Order, ...] | None:
    """`decline 4 because …`, `decline 4: …`, `decline 4 – …`, `decline 4 (…)`; None where it is not one of these."""
    places = (n for n, token in enumerate(piece.said) if n and (token.does("because") or _parts(piece.said, n)))
    for at in islice(places, _MOST_PLACES):
        orders = sentence.orders(piece.said[:at], today)
        if orders is not None:
            return _with_reason(orders, piece, at)
    return None


def _explained(piece: Piece, today: date) -> tuple[Order, ...] | None:
    """`cancel that, I had the wrong list`: what takes something back may say why, also before it; with all else that might be
    a condition."""
    commas = (n for n, token in enumerate(piece.said) if n and token.mark in {",", "-"})
    for at in islice(commas, _MOST_PLACES):
        before, behind = piece.said[:at], piece.said[at + 1 :]
        for order_in, why in ((before, behind), (behind, before)):
            orders = sentence.orders(order_in, today) if _explains(why) else None
            if orders and all(order.verb in _TAKING_BACK for order in orders):
                return orders
    return None


def _explains(said: Sequence[Token]) -> bool:
    words = [token for token in said if not token.mark]
    acts = any(
        token.digits or token.does("verb", "list", "extend", "alone", "stem", "which", "best", "asking", "yes")
        for token in words
    )
    return len(words) > 1 and not acts and not doubts(" ".join(token.text for token in words))


def _parts(said: Sequence[Token], at: int) -> bool:
    """Whether a mark stands here behind which a reason may stand; a hyphen within a word is none."""
    return said[at].mark in {":", "("} or (said[at].mark == "-" and said[at - 1].end < said[at].start)


def _with_reason(orders: tuple[Order, ...], piece: Piece, at: int) -> tuple[Order, ...] | None:
    """A reason that itself gives an order or a condition is none."""
    said = piece.said[at + 1 :]
    while said and said[0].mark in {":", ",", "-"}:
        said = said[1:]
    if not said or not orders or orders[-1].verb not in _REASONED:
        return None
    first = piece.text[_offset(piece, said[0]) :]
    reason = clean.line(first).strip(" .;!…").removesuffix(")" if piece.said[at].mark == "(" else "")
    if not piece.said[at].does("because") and (orders[-1].verb is not Verb.decline or _takes_back(said)):
        return None
    if not re.search(r"[^\W\d_]{2}", reason) or len(reason) > _LONGEST_REASON or hangs(reason) or _orders_within(said):
        return None
    return (*orders[:-1], replace(orders[-1], reason=reason))


def _takes_back(said: Sequence[Token]) -> bool:
    """`decline 4 (not 7)`, `decline 4: maybe`; whereas `no practitioner` is a reason."""
    words = [token for token in said if not token.mark]
    denies = any(doubts(token.text) for token in words)
    return denies and (len(words) == 1 or any(token.digits for token in words))


def _offset(piece: Piece, token: Token) -> int:
    return token.start - piece.start


def _orders_within(said: Sequence[Token]) -> bool:
    acts = any(token.does("verb", "list", "put", "stem") for token in said)
    return acts and any(token.digits or token.does("which", "best") for token in said)


def _spread(read: Sequence[_Read]) -> None:
    """What is said of the order before (`But only if they pay.`) or of what follows (`If we may:`) makes that unclear too."""
    for at, one in enumerate(read):
        piece = one.piece
        if one.orders is not None and not (piece.opens and not one.orders and _is_strange(piece)):
            continue
        before = read[at - 1] if at else None
        if before is not None and before.orders and before.piece.paragraph == piece.paragraph and _looks_back(piece):
            before.orders = None
        if piece.opens:
            _spread_below(read, at)
        elif (
            at + 1 < len(read) and _is_broken(piece) and read[at + 1].piece.paragraph == piece.paragraph and read[at + 1].orders
        ):
            read[at + 1].orders = None


def _looks_back(piece: Piece) -> bool:
    """`But only if they pay.`, which has no verb of its own."""
    acts = any(token.does("verb", "stem", "extend") for token in piece.said)
    return not acts and (looks_back(piece.text) or offers(piece.text))


def _is_broken(piece: Piece) -> bool:
    """Whether a program may have broken the line in the middle of this sentence."""
    return not piece.ends and len(piece.text) >= WRAPPED


def _is_strange(piece: Piece) -> bool:
    return any(token.unknown for token in piece.said)


def _spread_below(read: Sequence[_Read], at: int) -> None:
    """To the end of the paragraph that follows a colon."""
    paragraph = read[at + 1].piece.paragraph if at + 1 < len(read) else -1
    for one in read[at + 1 :]:
        if one.piece.paragraph != paragraph:
            return
        if one.orders:
            one.orders = None


def _once(orders: Sequence[Order]) -> tuple[Order, ...]:
    """Each order once, where it is said first: `ok` and `yes` are one."""
    return tuple(dict.fromkeys(orders))


def _conflicts(orders: Sequence[Order]) -> Iterator[str]:
    """One line for each entry, or kind of entries, to which two different things would be done."""
    verbs: dict[str, dict[Verb, None]] = {}
    for order in orders:
        if order.verb in DECIDING:
            named = [*map(str, order.numbers), *order.references, *([order.which.value] if order.which else [])]
            for name in named:
                verbs.setdefault(name, {})[order.verb] = None
    yield from (f"{name}: {' / '.join(each)}" for name, each in verbs.items() if len(each) > 1)
    days = dict.fromkeys((order.day, order.at) for order in orders if order.verb is Verb.extend)
    if len(days) > 1:
        yield "extend: " + " / ".join(f"{day} {at:%H:%M}" if at else str(day) for day, at in days)
    if len(orders) > 1 and any(order.verb is Verb.cancel for order in orders):
        yield "cancel / " + " / ".join(dict.fromkeys(order.verb.value for order in orders if order.verb is not Verb.cancel))
