"""Phrases written as a list that reads like one."""


def listed(text: str) -> tuple[str, ...]:
    """Phrases divided by bars, over several lines; a line that ends in a colon names the language and is no phrase.

    >>> listed("en:  \\n  kind regards | best wishes |\\n  regards")
    ('kind regards', 'best wishes', 'regards')
    """
    lines = (line.strip() for line in text.splitlines())
    phrases = (phrase.strip() for line in lines if not line.endswith(":") for phrase in line.split("|"))
    return tuple(phrase for phrase in phrases if phrase)


def folded(text: str) -> tuple[str, ...]:
    """The same, casefolded as lines are when they are compared: `gruß` is `gruss` then, and a final sigma is a sigma."""
    return tuple(phrase.casefold() for phrase in listed(text))
