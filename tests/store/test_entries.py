"""Entries that are read quickly are the same as those that are built with all their versions."""

from datetime import timedelta

from mailbot.core.entries import entry
from tests.parts import CALL, NOW, Parts, reply

TWO = "1. I work in probation.\r\n\r\n2. A large one.\r\n"


def test_read_quickly_they_are_the_same() -> None:
    parts = Parts()
    mails = [
        reply("one@example.org", TWO),
        reply("short@example.org", "2. A large one.\r\n"),
        reply("prose@example.org", "I have been in probation for years.\r\n\r\nTime heals nothing.\r\n"),
        reply("nobody@example.org", "Hello, I would like to come.\r\n", dmarc="none"),
        reply("twice@example.org", TWO),
        reply("twice@example.org", "2. None, in fact.\r\n"),
        reply("adds@example.org", TWO),
        reply("adds@example.org", "One more thing on question 2: it takes years.\r\n"),
        reply("forged@example.org", TWO),
        reply("forged@example.org", "1. I do nothing at all.\r\n", dmarc="none"),
        reply("gone@example.org", TWO),
    ]
    for n, raw in enumerate(mails):
        parts.clock.now = NOW + timedelta(days=2 * n)
        parts.deliver(raw.replace(b"<1@", f"<{n}@".encode()), parts.clock.now)
        parts.round()
    store, slug = parts.store, CALL.slug
    known = store.submissions(slug)
    with store.unit() as unit:
        unit.note_event(known[-1].reference, "withdrawn", NOW, "operator", "asked")
    numbers = store.numbers(slug)
    slow = [entry(one, numbers[one.reference], CALL) for one in store.submissions(slug)]
    assert store.entries(CALL, numbers) == slow
    assert {(2, 0, False), (1, 1, False), (1, 0, True)} <= {(one.version, one.apart, one.withdrawn) for one in slow}
    fewer = {reference: number for reference, number in numbers.items() if number != 2}
    assert store.entries(CALL, fewer) == [one for one in slow if one.number != 2], "one that has come meanwhile has no number"
