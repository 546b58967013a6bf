"""Keys asked of a name server: what it answers, late, or not at all."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mailbot.keyrecords import Dns, nothing_asked
from tests.servers.names import name_server

NOW = datetime(2021, 2, 1, 10, tzinfo=UTC)
GOOD = "good._domainkey.example.org"
ANSWERS = {
    f"{GOOD}.": ['"v=DKIM1; k=rsa; " "p=AAAA"'],
    "two._domainkey.example.org.": ['"v=spf1 -all"', '"v=DKIM1; p=BBBB"'],
    "other._domainkey.example.org.": ['"v=spf1 -all"'],
}


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    with name_server(ANSWERS) as where:
        yield where


def test_a_key_record_is_put_together_from_its_pieces(server: tuple[str, int]) -> None:
    found = Dns([server])([GOOD], NOW)[GOOD]
    assert (found.record, found.why, found.asked_at) == (b"v=DKIM1; k=rsa; p=AAAA", "", NOW)


def test_of_several_records_the_one_with_a_key_counts(server: tuple[str, int]) -> None:
    assert Dns([server])(["two._domainkey.example.org"], NOW)["two._domainkey.example.org"].record == b"v=DKIM1; p=BBBB"


@pytest.mark.parametrize("name", ["none", "empty", "other"])
def test_a_name_without_a_key_is_told_as_gone(server: tuple[str, int], name: str) -> None:
    found = Dns([server])([f"{name}._domainkey.example.org"], NOW)[f"{name}._domainkey.example.org"]
    assert (found.record, found.why) == (None, "key-gone")


@pytest.mark.parametrize("name", ["broken", "silent"])
def test_a_server_that_fails_or_keeps_silent_is_told_as_such(server: tuple[str, int], name: str) -> None:
    found = Dns([server], seconds=0.3)([f"{name}._domainkey.example.org"], NOW)[f"{name}._domainkey.example.org"]
    assert (found.record, found.why) == (None, "dns-did-not-answer")


def test_who_kept_silent_is_asked_again_after_a_minute_and_so_is_everybody_after_three() -> None:
    seconds, heard = [0.0], list[str]()

    def asked(*domains: str) -> list[str]:
        """Of these domains, and of one that answers, those that were asked."""
        heard.clear()
        lookup([*(f"silent._domainkey.{domain}" for domain in domains), GOOD], NOW)
        return sorted({name.split(".", 2)[2] for name in heard})

    with name_server(ANSWERS, heard) as server:
        lookup = Dns([server], seconds=0.3, clock=lambda: seconds[0])
        assert asked("one.example") == ["example.org.", "one.example."]
        assert asked("one.example", "mail.one.example") == []  # and what was answered is known
        seconds[0] = 61
        assert asked("one.example") == ["one.example."]
        lookup = Dns([server], seconds=0.3, clock=lambda: seconds[0])
        assert asked("1.example", "2.example", "3.example", "4.example") == ["1.example.", "2.example.", "3.example."]
        assert lookup([GOOD], NOW)[GOOD].why == "dns-did-not-answer"
        seconds[0] = 122
        assert lookup([GOOD], NOW)[GOOD].why == ""


def test_all_names_together_have_one_limit_of_time(server: tuple[str, int]) -> None:
    names = [f"silent{n}._domainkey.example.org" for n in range(10)]
    found = Dns([server], seconds=0.3)([*names, GOOD], NOW)
    assert {one.why for one in found.values()} == {"dns-did-not-answer"}


def test_a_name_that_is_none_is_told_as_not_answered(server: tuple[str, int]) -> None:
    long = "x" * 70 + "._domainkey.example.org"
    assert Dns([server])([long], NOW)[long].why == "dns-did-not-answer"


def test_who_is_offline_asks_nothing() -> None:
    assert nothing_asked([GOOD], NOW)[GOOD].why == "key-not-asked-for"
