"""Whether a sentence that asks or allows is a plain request: `could you show me 9?` is one, `should we invite 7?` is none."""

from collections.abc import Sequence
from itertools import takewhile

from mailbot.core.ordering.pieces import Piece
from mailbot.core.ordering.shapes import Order, Verb
from mailbot.core.ordering.tokens import Token

_ONCE = frozenset({Verb.close, Verb.send})
_HARMLESS = frozenset({Verb.show, Verb.help})


def granted(piece: Piece, orders: Sequence[Order]) -> bool:
    """Whether these orders, read from the piece, are asked of us. True also where it neither asks nor allows."""
    said = piece.said
    modals = [token for token in said if token.does("asking", "allowing")]
    verbs = {order.verb for order in orders}
    if Verb.help in verbs and len(verbs) > 1:
        return False
    if not modals:
        return not any(token.does("able") for token in said) and (not piece.asks or (bool(verbs) and verbs <= _HARMLESS))
    if len(modals) > 1 or not _opens(said, modals[0]) or Verb.ok in verbs:
        return False
    if piece.asks or not modals[0].does("allowing"):
        return modals[0].does("asking") and _is_request(piece, modals[0].value("asking"), verbs)
    return modals[0].value("allowing") == "you" or verbs <= _ONCE


def _opens(said: Sequence[Token], modal: Token) -> bool:
    """`El 3 puede aceptar` asks nothing of us."""
    before = takewhile(lambda token: token is not modal, said)
    return all(token.mark or token.does("little", "and", "please", "praise") for token in before)


def _is_request(piece: Piece, how: str, verbs: set[Verb]) -> bool:
    if how == "i":
        return verbs <= _HARMLESS
    if how == "could" or piece.says_please or verbs <= _HARMLESS:
        return True
    if any(token.does("able") for token in piece.said):
        return True
    return how == "can" and piece.thanked
