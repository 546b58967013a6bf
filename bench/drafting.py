"""How long drafting takes: announcements of noise, doubled in length, and two hundred of a megabyte.

python -m bench.drafting [--many N]
"""

import argparse
import random
import time

from mailbot.core.announcement.announced import announced

_PIECES = (
    *(
        "please answer the following questions:\n",
        "1. ",
        "a) ",
        "• ",
        "Who? ",
        "\n\n",
        "\n",
        "\t",
        "| ",
        "Ada Probe ",
        "ada(at)x.org ",
    ),
    *(
        "by 4 May 2026 ",
        "10:00-12:30 CET ",
        "Contact: ",
        "send ",
        "form ",
        "https://x.example.org ",
        ", ",
        ". ",
        "? ",
        "-\n",
        "<li>",
    ),
    *("<td>", "<p>", "</table>", "tell us who you are, ", "word ", "A ", "x" * 50, "é"),
)
_MEGABYTE = 1_000_000


def noise(seed: int, length: int) -> bytes:
    """Of a seed, so that each run has the same; every second one is HTML."""
    of = random.Random(seed)
    pieces: list[str] = ["<html><body>"] if seed % 2 else []
    for _ in range(10):
        pieces += of.choices(_PIECES, k=200)
    text = "".join(pieces)
    return (text * (length // len(text) + 1))[:length].encode()


def seconds(content: bytes) -> float:
    """Of processor time, for one draft."""
    begun = time.process_time()
    announced(content, "noise")
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=200)
    many = parser.parse_args().many
    seconds(b"Call for participants: we are looking for people who dig the soil every day.")  # what is loaded once
    for length in (15_000, 30_000, 60_000, 120_000, 240_000, 480_000, _MEGABYTE):
        print(f"{length:>9} characters: text {seconds(noise(2, length)):.2f} s, HTML {seconds(noise(3, length)):.2f} s")
    taken = sorted(seconds(noise(seed, _MEGABYTE)) for seed in range(many))
    print(f"{many} of a megabyte: median {taken[len(taken) // 2]:.2f} s, slowest {taken[-1]:.2f} s")


if __name__ == "__main__":
    main()
