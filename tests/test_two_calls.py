"""Two calls in one mailbox through the service: a mail finds its call, and one that answers both is recorded for both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot.core.submission import Became
from tests.core.test_which_call import ABOUT_SOIL, ABOUT_WATER, BOTH, NUMBERED, SOIL, WATER, mail
from tests.life import World, call_file


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    for call in BOTH:
        asked = [(question.id, question.text) for question in call.questions]
        text = call_file(call.slug, questions=asked, address=call.addresses[0])
        world.edit(text.replace("title: A call", f"title: '{call.title}'"), call.slug)
    yield world
    world.app.close()


def entries(world: World) -> dict[str, list[str]]:
    """By call, the words of the answers of each entry."""
    store = world.app.store
    return {
        call.slug: [" | ".join(a.text.strip() for a in r.answers) for s in store.submissions(call.slug) for r in s.revisions]
        for call in BOTH
    }


SOIL_SAID = "Clover, and in some years peas. | By its smell."
WATER_SAID = "From two springs above it. | We do, and nobody pays."


def test_a_mail_that_answers_both_is_an_entry_to_each_with_a_letter_for_each(world: World) -> None:
    assert world.mail(mail(f"{ABOUT_SOIL}\n{ABOUT_WATER}")) == "new+new"
    assert entries(world) == {SOIL.slug: [SOIL_SAID], WATER.slug: [WATER_SAID]}
    assert [SOIL.title in letter for letter in world.letters()] == [True, False]
    assert [WATER.title in letter for letter in world.letters()] == [False, True]
    second, first = world.app.store.mails()
    assert (first.call, first.for_call, second.call, second.for_call) == (SOIL.slug, None, WATER.slug, WATER.slug)
    assert first.sha256 == second.sha256
    assert world.app.store.undone("default") == []


def test_the_same_mail_again_is_a_duplicate_for_both(world: World) -> None:
    both = mail(f"{ABOUT_SOIL}\n{ABOUT_WATER}")
    world.mail(both)
    assert world.mail(both) == "duplicate+duplicate"
    assert entries(world) == {SOIL.slug: [SOIL_SAID], WATER.slug: [WATER_SAID]}
    assert len(world.letters()) == 2


def test_a_stop_between_the_two_records_loses_neither(world: World) -> None:
    def stop(step: str) -> None:
        if step == "recorded":
            raise KeyboardInterrupt

    world.app.intake._step = stop
    with pytest.raises(KeyboardInterrupt):
        world.mail(mail(f"{ABOUT_SOIL}\n{ABOUT_WATER}"))
    world.app.intake._step = lambda _: None
    assert world.round() == ["new"]
    assert entries(world) == {SOIL.slug: [SOIL_SAID], WATER.slug: [WATER_SAID]}
    assert world.round() == []


def test_a_mail_that_nothing_tells_apart_waits_for_a_person(world: World) -> None:
    assert world.mail(mail(NUMBERED)) == "quarantined"
    (one,) = world.app.store.mails(became=Became.quarantined)
    assert one.reason == "call-unclear"


def test_a_reference_in_the_subject_finds_the_call_when_the_thread_is_lost(world: World) -> None:
    world.mail(mail(ABOUT_WATER))
    (entry,) = world.app.store.submissions(WATER.slug)
    subject = f"Re: Your answers have arrived (reference {entry.reference}), healthy soil"
    assert world.mail(mail("3. How to find a leak.\r\n", subject).replace(b"<1@", b"<2@")) == "revision"
    assert entries(world)[WATER.slug] == [WATER_SAID, "How to find a leak."]


def test_references_of_two_calls_tell_nothing(world: World) -> None:
    world.mail(mail(f"{ABOUT_SOIL}\n{ABOUT_WATER}"))
    known = [s.reference for call in BOTH for s in world.app.store.submissions(call.slug)]
    assert world.mail(mail(NUMBERED, f"About {known[0]} and {known[1]}").replace(b"<1@", b"<2@")) == "quarantined"
