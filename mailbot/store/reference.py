"""References: what people quote of their submission, on paper and on the phone. Random, so that no one can guess another's."""

import secrets
from collections.abc import Callable

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no word appears by chance, and nothing that is taken for something else: 0 O, 1 I L."""

Choose = Callable[[str], str]
"""Takes one character out of a text; `secrets.choice`, or a seeded one in a simulation."""


def draw(choose: Choose = secrets.choice) -> str:
    """Three groups of four such as 'K7MQ-3XRT-9HBW': 27 ** 12 values, more than 57 bits."""
    characters = [choose(ALPHABET) for _ in range(12)]
    return "-".join("".join(characters[n : n + 4]) for n in (0, 4, 8))
