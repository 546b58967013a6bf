"""Said: whether a phrase of several pieces stands in a sentence."""


def stands_in(phrase: str, sentence: str) -> bool:
    """Whether the pieces of a phrase stand in the sentence in this order, the first one at the beginning of a word.

    >>> stands_in("withdraw … application", "i withdraw my second application")
    True
    """
    at = 0
    for piece in phrase.split(" … "):
        at = sentence.find(piece, at)
        if at < 0 or (at > 0 and sentence[at - 1].isalnum()):
            return False
        at += len(piece)
    return True
