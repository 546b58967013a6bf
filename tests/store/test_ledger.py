"""The ledger on every database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailbot.core.message import Key
from mailbot.core.reading import Authentication
from mailbot.core.submission import DISCARDED, TAKEN_OVER, Became, current
from mailbot.errors import NotFound, StoreError
from mailbot.store import Mail
from mailbot.store.sql import SqlStore
from tests.store.samples import ANSWERS, CALL, NOW, READING, arrive, take


def test_a_mailbox_never_seen_has_its_cursor_at_zero(store: SqlStore) -> None:
    assert store.cursor("calls", 7) == 0


def test_a_cursor_moves_on_and_never_back(store: SqlStore) -> None:
    for uid in (5, 4_294_967_295, 6):
        store.advance("calls", 7, uid)
    assert store.cursor("calls", 7) == 4_294_967_295


def test_each_uidvalidity_has_its_own_cursor(store: SqlStore) -> None:
    store.advance("calls", 4_294_967_295, 5)
    assert (store.cursor("calls", 4_294_967_295), store.cursor("calls", 1), store.cursor("other", 4_294_967_295)) == (5, 0, 0)


def test_unknown_leaves_out_what_has_a_row_and_keeps_the_order(store: SqlStore) -> None:
    for uid in ("3", "1200"):
        arrive(store, uid)
    asked = [str(n) for n in range(1300, 0, -1)]
    assert store.unknown("calls", 7, asked) == [uid for uid in asked if uid not in {"3", "1200"}]
    assert store.unknown("calls", 8, ["3"]) == ["3"]
    assert store.unknown("calls", 7, []) == []


def test_what_arrives_is_given_back_whole(store: SqlStore) -> None:
    mail = store.arrived(Key("calls", 7, "1:2,S"), "ab" * 32, 3_000_000_000, NOW - timedelta(days=1), NOW, "no-bytes-given")
    assert (mail.key, mail.sha256, mail.size) == (Key("calls", 7, "1:2,S"), "ab" * 32, 3_000_000_000)
    assert (mail.received_at, mail.arrived_at, mail.problem) == (NOW - timedelta(days=1), NOW, "no-bytes-given")
    assert (mail.attempts, mail.became, mail.done, mail.released, mail.notes) == (1, None, False, False, ())
    assert store.mail(mail.id) == mail


def test_what_arrives_a_second_time_gives_its_row_unchanged(store: SqlStore) -> None:
    first = arrive(store, "9")
    store.begin_attempt(first.id)
    again = store.arrived(first.key, "b" * 64, 9, NOW + timedelta(hours=1), NOW + timedelta(hours=1))
    assert again == store.mail(first.id)
    assert (again.sha256, again.attempts, again.arrived_at) == (first.sha256, 2, NOW)


def test_attempts_are_counted_one_by_one(store: SqlStore) -> None:
    mail = arrive(store)
    assert [store.begin_attempt(mail.id) for _ in range(3)] == [2, 3, 4]


def test_what_is_archived_and_not_recorded_is_given_oldest_first(store: SqlStore) -> None:
    late, early = arrive(store, at=NOW + timedelta(minutes=1)), arrive(store, at=NOW)
    other = arrive(store, mailbox="other", at=NOW - timedelta(minutes=1))
    take(store)
    assert [mail.id for mail in store.unfinished()] == [other.id, early.id, late.id]
    assert [mail.id for mail in store.unfinished("calls")] == [early.id, late.id]


def test_a_recorded_mail_is_undone_until_the_source_was_told(store: SqlStore) -> None:
    arrive(store)
    mail = take(store)
    assert [undone.id for undone in store.undone("calls")] == [mail.id]
    assert store.undone("other") == []
    store.mark_done(mail.id)
    store.mark_done(mail.id)
    assert store.undone("calls") == []
    assert store.mail(mail.id).done


def test_a_mail_that_is_not_recorded_is_never_marked_done(store: SqlStore) -> None:
    mail = arrive(store)
    with pytest.raises(StoreError, match="before it is recorded"):
        store.mark_done(mail.id)
    assert not store.mail(mail.id).done


def test_quarantine_gives_the_mail_its_outcome_and_an_audit_entry(store: SqlStore) -> None:
    mail = arrive(store)
    store.quarantine(mail.id, "too-large", NOW)
    kept = store.mail(mail.id)
    assert (kept.became, kept.reason) == (Became.quarantined, "too-large")
    (entry,) = store.audit(f"mail {mail.id}")
    assert (entry.at, entry.who, entry.what, entry.why) == (NOW, "mailbot", "quarantined", "too-large")


def test_quarantine_leaves_a_mail_that_has_an_outcome_alone(store: SqlStore) -> None:
    mail = take(store)
    store.quarantine(mail.id, "too-late", NOW)
    assert store.mail(mail.id) == mail
    assert store.audit(f"mail {mail.id}") == []


def test_a_released_mail_takes_the_path_again_from_its_first_attempt(store: SqlStore) -> None:
    mail = arrive(store)
    store.begin_attempt(mail.id)
    store.quarantine(mail.id, "gave-up", NOW)
    store.mark_done(mail.id)
    assert store.release(mail.id, NOW, "operator")
    released = store.mail(mail.id)
    assert (released.became, released.reason, released.attempts, released.released) == (None, None, 0, True)
    assert [unfinished.id for unfinished in store.unfinished()] == [mail.id]
    assert store.undone("calls") == []
    assert not store.release(mail.id, NOW, "operator")
    assert [entry.what for entry in store.audit(f"mail {mail.id}")] == ["quarantined", "released"]


def test_a_discarded_mail_is_not_a_submission(store: SqlStore) -> None:
    mail = arrive(store)
    assert not store.discard(mail.id, NOW, "operator", "nothing in it")
    store.quarantine(mail.id, "gave-up", NOW)
    assert store.discard(mail.id, NOW, "operator", "nothing in it")
    assert (store.mail(mail.id).became, store.mail(mail.id).reason) == (Became.not_a_submission, "discarded")
    assert store.audit(f"mail {mail.id}")[-1].why == "nothing in it"


def kept_apart(store: SqlStore) -> Mail:
    """A change that nobody vouches for, to an entry that has two versions that count."""
    take(store)
    unsure = replace(READING, sha256="b" * 64, sender=replace(READING.sender, authentication=Authentication.neutral))
    mail = take(store, replace(unsure, answers=(replace(ANSWERS[0], text="Taken over."),)), Became.kept_apart)
    take(store, replace(READING, sha256="c" * 64), Became.revision)
    return mail


def test_a_change_kept_apart_that_a_person_takes_over_is_the_current_version(store: SqlStore) -> None:
    mail = kept_apart(store)
    assert store.take_over(mail.id, NOW, "operator", "she called")
    (entry,) = store.submissions(CALL)
    assert [(r.version, r.counts, r.why == TAKEN_OVER) for r in entry.revisions] == [
        (1, True, False),
        (3, True, False),
        (4, True, True),
    ]
    assert current(entry)[0].text == "Taken over."
    assert (store.mail(mail.id).became, store.mail(mail.id).reason) == (Became.revision, TAKEN_OVER)
    assert [(a.who, a.why) for a in store.audit(entry.reference) if a.what == TAKEN_OVER] == [("operator", "she called")]
    assert not store.take_over(mail.id, NOW, "operator", "again")


def test_a_change_kept_apart_that_a_person_discards_counts_as_little_as_before_and_comes_back_as_a_duplicate(
    store: SqlStore,
) -> None:
    mail = kept_apart(store)
    before = store.submissions(CALL)
    assert store.discard(mail.id, NOW, "operator", "spam")
    assert store.submissions(CALL) == before
    assert (store.mail(mail.id).became, store.mail(mail.id).reason) == (Became.not_a_submission, DISCARDED)
    assert [entry.why for entry in store.audit(f"mail {mail.id}")] == ["spam"]
    assert not store.take_over(mail.id, NOW, "operator", "")
    assert not store.discard(mail.id, NOW, "operator", "")
    with store.unit() as unit:
        assert unit.history(CALL, replace(READING, sha256="b" * 64)).twin is not None


@pytest.mark.parametrize("became", [Became.new, Became.quarantined, Became.duplicate, Became.not_a_submission])
def test_only_a_change_kept_apart_is_taken_over(store: SqlStore, became: Became) -> None:
    mail = take(store, READING, became)
    before = (store.mail(mail.id), store.audit(), store.submissions(CALL))
    assert not store.take_over(mail.id, NOW, "operator", "")
    assert (store.mail(mail.id), store.audit(), store.submissions(CALL)) == before


def test_only_what_is_in_quarantine_is_released_or_discarded(store: SqlStore) -> None:
    mail = take(store)
    assert not store.release(mail.id, NOW, "operator")
    assert not store.discard(mail.id, NOW, "operator", "")
    assert store.mail(mail.id) == mail


def test_the_first_round_on_a_mailbox_is_noted_once(store: SqlStore) -> None:
    assert store.first_round("calls", NOW) == NOW
    assert store.first_round("calls", NOW + timedelta(days=1)) == NOW
    assert store.first_round("other", NOW + timedelta(days=2)) == NOW + timedelta(days=2)


def test_a_mail_that_does_not_exist_is_not_found(store: SqlStore) -> None:
    for ask in (
        lambda: store.mail(99),
        lambda: store.begin_attempt(99),
        lambda: store.mark_done(99),
        lambda: store.quarantine(99, "", NOW),
        lambda: store.release(99, NOW, ""),
    ):
        with pytest.raises(NotFound, match="no mail 99"):
            ask()


@pytest.mark.parametrize("offset", [-12, 0, 5.75, 14])
def test_instants_of_any_zone_come_back_in_utc_to_the_microsecond(store: SqlStore, offset: float) -> None:
    here = datetime(2023, 3, 26, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=offset)))
    mail = arrive(store, at=here)
    assert mail.received_at == here
    assert mail.received_at.utcoffset() == timedelta(0)
    assert store.first_round("calls", here).tzinfo is UTC


def test_a_naive_instant_is_refused(store: SqlStore) -> None:
    with pytest.raises(StoreError, match="wrong form"):
        arrive(store, at=datetime(2023, 3, 26, 2, 30))  # noqa: DTZ001


def test_text_no_database_could_keep_is_cleaned(store: SqlStore) -> None:
    mail = store.arrived(Key("calls", 7, "1"), "a", 1, NOW, NOW, "odd \ud800\x00 end \N{GRINNING FACE}")
    assert mail.problem == "odd \\ud800 end \N{GRINNING FACE}"


def test_file_names_with_stray_bytes_are_two_mails_and_known_again(store: SqlStore) -> None:
    names = ["1679.M1\udcfe", "1679.M1\udcff"]
    assert arrive(store, names[0]).id != arrive(store, names[1]).id
    assert store.unknown("calls", 7, names) == []
