"""What every source promises, as tests; a source's own test file gives the `place` that the mails lie in."""

import random
import resource
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest

from mailbot.errors import ArchiveError, FolderMissing
from mailbot.sources import Limits, Source
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import mail, take, taken, taking

LONG_AGO = datetime(2023, 3, 26, 0, 59, 59, tzinfo=UTC)
"""The second before summer time begins in Europe."""


class Place(Protocol):
    """A mailbox of a test, with the hands of the people who use it."""

    def source(self, **settings: Any) -> Source:
        """A new source on this place, such as a restart makes."""

    def put(self, *raws: bytes, when: datetime = LONG_AGO) -> None:
        """Mails arrive, one second after another."""

    def stored(self) -> list[bytes]:
        """The bytes as the place keeps them, oldest first, read by other means."""

    def state(self) -> object:
        """All that anybody can see of it, to find that nothing changed."""

    def flagged(self) -> list[bytes]:
        """The mails that carry a mark which `after = "flag"` sets."""

    def moved(self) -> list[bytes]:
        """The mails in the folder `after = "move"` moves to."""

    def read(self, index: int) -> None:
        """A person opens a mail: it counts as read."""

    def star(self, index: int) -> None:
        """A person flags a mail."""

    def file_away(self, index: int) -> None:
        """A person moves a mail to another folder."""


class SourceContract:
    """Inherit, and give `place`."""

    def test_each_mail_is_handed_out_once_oldest_first_with_its_bytes_and_date(self, place: Place) -> None:
        place.put(mail(1), mail(2), mail(3))
        ledger, source = MemoryLedger(), place.source()
        mails = take(source, ledger)
        assert [m.raw for m in mails] == [mail(1), mail(2), mail(3)]
        assert [m.received_at for m in mails] == [LONG_AGO + timedelta(seconds=n) for n in range(3)]
        assert all(m.received_at.tzinfo is UTC and m.problem is None for m in mails)
        assert take(source, ledger) == []

    def test_mails_that_come_later_are_found_in_the_next_round(self, place: Place) -> None:
        ledger, source = MemoryLedger(), place.source()
        assert take(source, ledger) == []
        place.put(mail(1))
        assert [m.raw for m in take(source, ledger)] == [mail(1)]
        place.put(mail(2), mail(3))
        assert [m.raw for m in take(source, ledger)] == [mail(2), mail(3)]

    def test_mails_that_come_during_a_round_are_found_in_this_or_the_next(self, place: Place) -> None:
        place.put(mail(1), mail(2))
        ledger, source = MemoryLedger(), place.source()
        found = []
        for number, m in enumerate(taking(source, ledger)):
            found.append(m.raw)
            place.put(mail(10 + number))
            if number == 1:
                break
        found += [m.raw for m in take(source, ledger)] + [m.raw for m in take(source, ledger)]
        assert sorted(found) == sorted([mail(1), mail(2), mail(10), mail(11)])

    def test_handing_out_changes_nothing_in_the_mailbox(self, place: Place) -> None:
        place.put(mail(1), mail(2, 2_000_000))
        before = place.state()
        assert len(take(place.source(), MemoryLedger(), done=True)) == 2
        assert place.state() == before

    def test_what_was_handed_out_and_not_recorded_is_handed_out_again(self, place: Place) -> None:
        place.put(mail(1), mail(2))
        ledger, source = MemoryLedger(), place.source()
        crashed = source.fetch(ledger)
        assert taken(next(crashed)).raw == mail(1)
        del crashed
        assert [m.raw for m in take(place.source(), ledger)] == [mail(1), mail(2)]

    def test_what_was_recorded_before_a_crash_is_not_handed_out_again(self, place: Place) -> None:
        place.put(mail(1), mail(2), mail(3))
        ledger = MemoryLedger()
        crashed = taking(place.source(), ledger)
        key = next(crashed).key
        del crashed
        restarted = place.source()
        assert [m.raw for m in take(restarted, ledger)] == [mail(2), mail(3)]
        restarted.done(key)

    def test_a_mail_that_was_passed_over_unrecorded_comes_again_in_the_next_round(self, place: Place) -> None:
        place.put(*(mail(n) for n in range(6)))
        ledger, source = MemoryLedger(), place.source(limits=Limits(batch_mails=2))
        for received in source.fetch(ledger):
            if taken(received).raw != mail(3):
                ledger.note(received.key)
        assert [m.raw for m in take(source, ledger)] == [mail(3)]
        assert take(source, ledger) == []

    def test_a_new_source_with_the_same_ledger_goes_on_where_the_old_one_stood(self, place: Place) -> None:
        place.put(mail(1))
        ledger = MemoryLedger()
        take(place.source(), ledger)
        place.put(mail(2))
        assert [m.raw for m in take(place.source(), ledger)] == [mail(2)]

    def test_two_sources_agree_on_keys_bytes_and_dates(self, place: Place) -> None:
        place.put(mail(1), mail(2, 1_500_000), mail(3))
        one, other = place.source(), place.source()
        first = [(m.key, m.raw, m.received_at) for m in take(one, MemoryLedger())]
        assert [(m.key, m.raw, m.received_at) for m in take(other, MemoryLedger())] == first
        assert [(m.key, m.raw, m.received_at) for m in take(one, MemoryLedger())] == first

    def test_the_date_stays_whatever_people_do(self, place: Place) -> None:
        place.put(mail(1), mail(2), mail(3))
        first = {m.key: m.received_at for m in take(place.source(), MemoryLedger())}
        place.read(0)
        place.star(1)
        place.file_away(2)
        second = {m.key: m.received_at for m in take(place.source(), MemoryLedger())}
        assert len(second) == 2
        assert second.items() <= first.items()

    @pytest.mark.parametrize("seed", range(4))
    def test_nothing_is_missed_or_doubled_while_people_read_flag_and_file(self, place: Place, seed: int) -> None:
        dice, ledger, source = random.Random(seed), MemoryLedger(), place.source(limits=Limits(batch_mails=3))
        put, found = 0, []
        for _ in range(6):
            for _ in range(dice.randrange(5)):
                place.put(mail(put), when=LONG_AGO + timedelta(minutes=put))
                put += 1
            for m in taking(source, ledger):
                found.append(m.raw)
                if dice.random() < 0.3:
                    dice.choice([place.read, place.star])(0)
            here = len(place.stored())
            for _ in range(dice.randrange(3) if here else 0):
                dice.choice([place.read, place.star])(dice.randrange(here))
            if here and dice.random() < 0.5:
                place.file_away(dice.randrange(here))
            if dice.random() < 0.3:
                source.close()
        found += [m.raw for m in take(source, ledger)]
        assert sorted(found) == sorted(mail(n) for n in range(put))

    def test_a_mail_that_is_filed_away_before_its_turn_does_not_stop_the_others(self, place: Place) -> None:
        place.put(*(mail(n) for n in range(5)))
        ledger, source = MemoryLedger(), place.source(limits=Limits(batch_mails=1))
        round_ = taking(source, ledger)
        assert next(round_).raw == mail(0)
        place.file_away(3)
        rest = [m.raw for m in round_] + [m.raw for m in take(source, ledger)]
        assert rest == [mail(1), mail(2), mail(4)]

    def test_more_mails_than_fit_into_any_batch_or_window_come_all_and_in_order(self, place: Place) -> None:
        place.put(*(mail(n, 50 * n) for n in range(60)))
        ledger = MemoryLedger()
        limits = Limits(batch_mails=7, batch_bytes=4000, slice_bytes=2500, window=10)
        assert [m.raw for m in take(place.source(limits=limits), ledger)] == place.stored()
        assert take(place.source(limits=limits), ledger) == []

    @pytest.mark.parametrize("size", [1_500_000, 30_000_000])
    def test_a_large_mail_comes_in_a_file_that_lives_until_the_next_is_asked_for(self, place: Place, size: int) -> None:
        place.put(mail(1, size), mail(2))
        ledger = MemoryLedger()
        round_ = taking(place.source(), ledger)
        large = next(round_)
        assert large.raw == mail(1, size)
        assert large.file is not None
        assert large.file.exists()
        assert [m.raw for m in round_] == [mail(2)]
        assert not large.file.exists()

    def test_the_file_of_a_large_mail_goes_also_when_the_round_is_given_up(self, place: Place) -> None:
        place.put(mail(1, 1_500_000))
        round_ = place.source().fetch(MemoryLedger())
        large = taken(next(round_))
        round_.close()  # type: ignore[attr-defined]  # it is a generator
        assert large.file is not None
        assert not large.file.exists()

    def test_a_disk_that_is_full_for_a_large_mail_is_said_and_nothing_is_lost(self, place: Place, tmp_path: Path) -> None:
        place.put(mail(1, 1_500_000))
        folder = tmp_path / "temporary"
        folder.mkdir()
        ledger, source = MemoryLedger(), place.source(temporary=folder)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        try:
            with pytest.raises(ArchiveError, match="large mail"):
                take(source, ledger)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert list(folder.iterdir()) == []
        assert [m.raw for m in take(source, ledger)] == [mail(1, 1_500_000)]
        with pytest.raises(ArchiveError):
            take(place.source(temporary=tmp_path / "nowhere"), MemoryLedger())

    def test_a_mail_above_the_limit_comes_with_its_beginning_and_a_problem(self, place: Place) -> None:
        place.put(mail(1, 400_000), mail(2))
        source = place.source(limits=Limits(slice_bytes=50_000, mail_bytes=200_000))
        too_large, next_one = take(source, MemoryLedger())
        assert too_large.problem == "too-large"
        assert too_large.raw == mail(1, 400_000)[:50_000]
        assert (next_one.raw, next_one.problem) == (mail(2), None)

    @pytest.mark.parametrize(
        "raw",
        [
            b"Subject: nul\r\n\r\nbefore\x00after\r\n",
            b"Subject: bare line feeds\n\nno carriage return\n",
            b"Subject: bare\r\n\r\ncarriage\rreturn and no end",
            b"Subject: gr\xfc\xdfe\r\n\r\n\xff\xfe\x80 eight bits\r\n",
            b"\r\nno header\r\n",
            b"x",
            b"Subject: looks like IMAP\r\n\r\n* 1 FETCH (UID 1 BODY[] {5}\r\nA1 OK done\r\n)\r\n",
        ],
    )
    def test_odd_bytes_come_through_as_the_place_keeps_them(self, place: Place, raw: bytes) -> None:
        place.put(raw, mail(2))
        mails = take(place.source(), MemoryLedger())
        assert [m.raw for m in mails] == place.stored()
        assert [m.problem for m in mails] == [None, None]

    def test_leave_leaves_and_may_be_repeated(self, place: Place) -> None:
        place.put(mail(1))
        source = place.source(after="leave")
        before = place.state()
        [m] = take(source, MemoryLedger())
        source.done(m.key)
        source.done(m.key)
        assert place.state() == before

    def test_flag_flags_what_is_done_and_nothing_else(self, place: Place) -> None:
        place.put(mail(1), mail(2), mail(3))
        ledger, source = MemoryLedger(), place.source(after="flag")
        keys = [m.key for m in take(source, ledger)]
        assert place.flagged() == []
        source.done(keys[1])
        source.done(keys[1])
        assert place.flagged() == [mail(2)]
        assert take(source, ledger) == []

    def test_move_moves_what_is_done_and_nothing_is_taken_twice(self, place: Place) -> None:
        place.put(mail(1), mail(2))
        ledger, source = MemoryLedger(), place.source(after="move", move_to="Processed")
        mails = take(source, ledger, done=True)
        assert [m.raw for m in mails] == [mail(1), mail(2)]
        source.done(mails[0].key)
        assert place.stored() == []
        assert sorted(place.moved()) == sorted([mail(1), mail(2)])
        place.put(mail(3))
        assert [m.raw for m in take(source, ledger, done=True)] == [mail(3)]

    @pytest.mark.parametrize("after", ["flag", "move"])
    def test_a_mail_that_a_person_has_filed_meanwhile_is_done_with(self, place: Place, after: str) -> None:
        place.put(mail(1), mail(2))
        source = place.source(after=after, move_to="Processed")
        ledger = MemoryLedger()
        gone, other = take(source, ledger)
        place.file_away(0)
        source.done(gone.key)
        source.done(other.key)
        assert (place.flagged() if after == "flag" else place.moved()) == [mail(2)]

    def test_wake_ends_a_wait_that_would_last(self, place: Place) -> None:
        source = place.source()
        take(source, MemoryLedger())
        _ends(lambda: source.wait(1000), when=source.wake)

    def test_wake_ends_the_next_wait_too(self, place: Place) -> None:
        source = place.source()
        take(source, MemoryLedger())
        source.wake()
        _ends(lambda: source.wait(1000))

    def test_new_mail_ends_a_wait(self, place: Place) -> None:
        ledger, source = MemoryLedger(), place.source()
        take(source, ledger)
        _ends(lambda: _wait_for_mail(source, ledger), when=lambda: place.put(mail(1)))

    def test_waiting_ends_by_itself(self, place: Place) -> None:
        source = place.source()
        take(source, MemoryLedger())
        source.wait(0.05)

    def test_closing_may_be_repeated_and_a_later_round_works(self, place: Place) -> None:
        place.put(mail(1))
        source = place.source()
        source.close()
        ledger = MemoryLedger()
        assert len(take(source, ledger)) == 1
        source.close()
        source.close()
        place.put(mail(2))
        assert [m.raw for m in take(source, ledger)] == [mail(2)]

    def test_a_probe_says_what_is_there_and_changes_nothing(self, place: Place) -> None:
        place.put(mail(1), mail(2))
        source = place.source()
        before = place.state()
        assert any("2 mails" in fact.seen for fact in source.probe())  # type: ignore[attr-defined]
        moving = place.source(after="move", move_to="Processed")
        assert any("Processed" in fact.seen for fact in moving.probe())  # type: ignore[attr-defined]
        assert place.state() == before
        with pytest.raises(FolderMissing) as raised:
            place.source(after="move", move_to="Prozessed").probe()  # type: ignore[attr-defined]
        assert "Processed" in raised.value.mend


def _wait_for_mail(source: Source, ledger: MemoryLedger) -> None:
    """What the service does; without the hint each wait would last its thousand seconds."""
    while not take(source, ledger):
        source.wait(1000)


def _ends(wait: Callable[[], object], when: Callable[[], object] = lambda: None) -> None:
    """The wait is over well before its time, once that has happened."""
    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    when()
    thread.join(60)
    assert not thread.is_alive()
