"""Two hundred seeds of the whole service under faults; more by `make simulate SEEDS=20000`."""

import pytest

from tests.simulation.run import play


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_no_invariant_breaks(first: int) -> None:
    tally = play(range(first, first + 20))
    assert tally.broken == {}
    assert tally.seeds == 20


def test_a_seed_is_the_same_story_every_time() -> None:
    first, second = play(range(3, 5)), play(range(3, 5))
    assert first == second


def test_the_world_does_lose_power_and_letters_do_go_out() -> None:
    tally = play(range(200, 240))
    assert min(tally.cuts, tally.letters, tally.mails) > 0
