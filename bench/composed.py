"""How well composed replies are read, style by style, and on request the worst of one style.

    python -m bench.composed [-n MAILS] [--seed FIRST] [--show STYLE]

Another seed gives other mails: what was mended with one is judged with another.
"""

import argparse
from collections.abc import Sequence

from tests.core.composed import Composed, Found, compose, found
from tests.core.composed.styles import COMPLETE, STYLES


def main() -> None:
    parser = argparse.ArgumentParser(description="How well composed replies are read, style by style.")
    parser.add_argument("-n", type=int, default=40, help="mails of each style")
    parser.add_argument("--seed", type=int, default=0, help="of the first one")
    parser.add_argument("--show", default="", help="a style whose faults are shown")
    chosen = parser.parse_args()
    every: list[Found] = []
    for name, style in {**STYLES, **COMPLETE}.items():
        if name.startswith(chosen.show):
            seeds = range(chosen.seed, chosen.seed + chosen.n)
            composed = [compose(style, seed, complete=name in COMPLETE) for seed in seeds]
            results = [found(one) for one in composed]
            print(f"{name:34} {_score(results)}")
            every += results
            if chosen.show:
                _show(composed, results)
    print(f"{'all':34} {_score(every)}")


def _score(results: Sequence[Found]) -> str:
    wanted, right = sum(one.wanted for one in results), sum(one.right for one in results)
    perfect, extra = sum(one.perfect for one in results), sum(one.extra for one in results)
    noisy = sum(one.noisy for one in results)
    return f"right {100 * right / wanted:5.1f}   perfect {100 * perfect / len(results):5.1f}   extra {extra}   noisy {noisy}"


def _show(composed: Sequence[Composed], results: Sequence[Found]) -> None:
    for one, result in zip(composed, results, strict=True):
        if not result.perfect:
            print("=" * 100, one.text, "-" * 60, sep="\n")
            print({answer.question: (answer.text, answer.how.value) for answer in result.reading.answers})


if __name__ == "__main__":
    main()
