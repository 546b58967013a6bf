"""History, and one transaction for everything that a mail brings about, on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.reading import Authentication, Intent, Reading, Sender, Timeliness
from mailbot.core.submission import Became, Change, History
from mailbot.errors import StoreError
from mailbot.store import AuditEntry, Sent
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import ANSWERS, CALL, NOW, READING, arrive, letter_to, reading_of, take, the_submission


def history(store: SqlStore, reading: Reading = READING, call: str | None = CALL) -> History:
    with store.unit() as unit:
        return unit.history(call, reading)


def sent(store: SqlStore, address: str, level: Authentication = Authentication.aligned, now: datetime = NOW) -> Sent:
    with store.unit() as unit:
        return unit.sent(CALL, Sender(address, "", level), now)


def test_a_new_submission_reads_back_whole(store: SqlStore) -> None:
    mail = take(store)
    submission = the_submission(store)
    assert (submission.call, submission.address, submission.name) == (CALL, "Jana.Novak@example.org", "Jana Novák")
    (revision,) = submission.revisions
    assert (revision.version, revision.mail_id, revision.message_id) == (1, mail.id, "<one@example.org>")
    assert (revision.received_at, revision.timeliness) == (NOW, Timeliness.on_time)
    assert (revision.authentication, revision.intent, revision.counts) == (Authentication.aligned, Intent.answer, True)
    assert (revision.answers, revision.unplaced) == (ANSWERS, "See you soon!")
    assert store.submission(submission.reference) == submission
    assert store.submission("no such reference") is None


def test_the_ledger_tells_what_became_of_the_mail(store: SqlStore) -> None:
    mail = arrive(store)
    reading = replace(READING, returned="<ack.7@mailbot.example>")
    with store.unit() as unit:
        change = Change(Became.not_a_submission, "delivery-failed", notes=("of-our-letter", "twice"))
        unit.record(mail.id, reading, change, None, [], [], NOW)
    kept = store.mail(mail.id)
    assert (kept.became, kept.reason, kept.kind) == (Became.not_a_submission, "delivery-failed", "human")
    assert (kept.call, kept.message_id, kept.sender) == (CALL, "<one@example.org>", "Jana.Novak@example.org")
    assert (kept.returned, kept.notes, kept.reference) == ("<ack.7@mailbot.example>", ("of-our-letter", "twice"), None)
    assert store.submissions(CALL) == []


def test_a_revision_is_added_and_the_first_version_stays(store: SqlStore) -> None:
    first = take(store)
    later = replace(
        READING, sender=replace(READING.sender, address="jana.novak@example.org", name="J."), sha256="b", answers=()
    )
    second = take(store, later, Became.revision, now=NOW + timedelta(hours=1))
    submission = the_submission(store)
    assert (submission.address, submission.name) == ("Jana.Novak@example.org", "Jana Novák")
    assert [(r.version, r.mail_id, len(r.answers)) for r in submission.revisions] == [(1, first.id, 2), (2, second.id, 0)]
    assert second.reference == submission.reference


def test_a_mail_kept_apart_is_a_version_that_does_not_count(store: SqlStore) -> None:
    take(store)
    take(store, replace(READING, sha256="b"), Became.kept_apart)
    assert [revision.counts for revision in the_submission(store).revisions] == [True, False]


def test_a_mail_kept_apart_without_a_submission_stands_in_the_ledger_alone(store: SqlStore) -> None:
    mail = take(store, READING, Became.kept_apart)
    assert (mail.became, mail.reference) == (Became.kept_apart, None)
    assert store.submissions(CALL) == []


def test_a_mail_is_recorded_once_however_often_it_is_tried(store: SqlStore) -> None:
    mail = take(store, letters=[letter_to("jana.novak@example.org")])
    before = (store.submissions(CALL), store.letters(), store.audit(), store.mail(mail.id))
    with store.unit() as unit:
        change = Change(Became.revision, "again", counts=True)
        entry = AuditEntry(NOW, "mailbot", "revision", "x", "again")
        letter = letter_to("jana.novak@example.org", "<ack.2@mailbot.example>")
        assert not unit.record(mail.id, READING, change, mail.reference, [letter], [entry], NOW)
    assert (store.submissions(CALL), store.letters(), store.audit(), store.mail(mail.id)) == before


def test_a_submission_is_found_by_its_address_in_any_case_and_only_for_its_call(store: SqlStore) -> None:
    take(store)
    shouted = replace(READING, sender=replace(READING.sender, address="JANA.NOVAK@example.org"))
    assert history(store, shouted).submission == the_submission(store)
    assert history(store, shouted, "another-call").submission is None
    assert history(store, replace(READING, sender=Sender("jana@example.org", "", Authentication.aligned))).submission is None


def test_a_mail_without_call_or_clear_sender_has_no_submission(store: SqlStore) -> None:
    mail = take(store)
    assert history(store, READING, None) == History(twin=mail.id), "the same mail in another mailbox, where no call is known"
    assert history(store, replace(READING, sha256="c" * 64, message_id="<other@example.org>"), None) == History()
    assert history(store, replace(READING, sender=Sender(None, "", Authentication.fail))).submission is None


@pytest.mark.parametrize("became", [Became.new, Became.revision, Became.kept_apart])
def test_the_same_bytes_are_a_twin_of_what_is_part_of_a_submission(store: SqlStore, became: Became) -> None:
    if became is not Became.new:
        take(store, reading_of("Jana.Novak@example.org", 5))
    mail = take(store, READING, became)
    assert history(store, replace(READING, message_id=None, fingerprint="other")).twin == mail.id


@pytest.mark.parametrize("became", [Became.duplicate, Became.not_a_submission, Became.quarantined])
def test_what_is_not_part_of_a_submission_has_no_twins(store: SqlStore, became: Became) -> None:
    take(store, READING, became)
    assert history(store) == History()


def test_the_same_mail_by_another_way_is_a_twin_by_message_id_and_fingerprint(store: SqlStore) -> None:
    mail = take(store)
    by_list = replace(READING, sha256="b" * 64)
    assert (history(store, by_list).twin, history(store, by_list).same_id_other_content) == (mail.id, False)


def test_the_same_message_id_on_other_content_is_no_twin_and_is_told(store: SqlStore) -> None:
    take(store)
    other = replace(READING, sha256="b" * 64, fingerprint="e" * 64)
    assert (history(store, other).twin, history(store, other).same_id_other_content) == (None, True)


def test_mails_without_message_id_are_never_the_same_by_it(store: SqlStore) -> None:
    take(store, replace(READING, message_id=None))
    anonymous = history(store, replace(READING, message_id=None, sha256="b" * 64, fingerprint="e" * 64))
    assert (anonymous.twin, anonymous.same_id_other_content) == (None, False)
    assert history(store, replace(READING, message_id=None, sha256="b" * 64)).twin is None


def test_one_mail_may_answer_two_calls(store: SqlStore) -> None:
    take(store)
    assert history(store, READING, "another-call") == History()


def test_the_earliest_twin_is_named(store: SqlStore) -> None:
    first = take(store)
    take(store, reading_of("b@example.org", 2))
    take(store, replace(READING, sha256="b" * 64), Became.kept_apart)
    assert history(store, replace(READING, sha256="b" * 64)).twin == first.id


def test_a_copy_kept_apart_is_the_twin_of_none_that_is_more_surely_from_its_sender(store: SqlStore) -> None:
    take(store, reading_of("Jana.Novak@example.org", 5))
    unsure = replace(READING, sender=replace(READING.sender, authentication=Authentication.neutral))
    forwarded = take(store, unsure, Became.kept_apart)
    direct = replace(READING, sha256="b" * 64)
    assert (history(store, direct).twin, history(store, direct).same_id_other_content) == (None, False)
    assert history(store, READING).twin == forwarded.id
    for level in (Authentication.neutral, Authentication.fail):
        assert history(store, replace(direct, sender=replace(READING.sender, authentication=level))).twin == forwarded.id
    taken = take(store, direct, Became.revision)
    assert history(store, replace(READING, sha256="c" * 64)).twin == taken.id


def test_an_aligned_copy_of_a_first_mail_that_nobody_vouched_for_is_no_mere_copy(store: SqlStore) -> None:
    unsure = replace(READING, sender=replace(READING.sender, authentication=Authentication.neutral))
    mail = take(store, unsure)
    assert history(store, replace(unsure, sha256="b" * 64)).twin == mail.id
    assert history(store, replace(READING, sha256="b" * 64)).twin is None
    assert history(store, READING).twin == mail.id, "the same bytes are one mail, whatever is believed of them today"


def test_address_and_name_on_file_change_where_the_change_says_so(store: SqlStore) -> None:
    first = take(store)
    mail = arrive(store, sha256="b" * 64)
    with store.unit() as unit:
        change = Change(Became.revision, "", counts=True, address="jana.novak@example.org", name="J. Novák")
        assert unit.record(mail.id, replace(READING, sha256="b" * 64), change, first.reference, [], [], NOW)
    assert (the_submission(store).address, the_submission(store).name) == ("jana.novak@example.org", "J. Novák")
    assert history(store).submission == the_submission(store)


def test_a_message_id_longer_than_an_index_allows_is_still_kept_and_found(store: SqlStore) -> None:
    long = replace(READING, message_id="<" + "\N{GRINNING FACE}" * 20_000 + "@example.org>", sha256="b")
    mail = take(store, long)
    assert history(store, replace(long, sha256="c")).twin == mail.id


def test_a_letter_is_due_at_once_and_keeps_its_bytes(store: SqlStore) -> None:
    letter = letter_to("jana.novak@example.org")
    take(store, letters=[letter])
    (row,) = store.letters()
    assert (row.letter, row.state, row.attempts) == (letter, LetterState.waiting, 0)
    assert (row.created_at, row.due_at, row.sent_at, row.last_code, row.last_text) == (NOW, NOW, None, None, "")


def test_a_letter_may_be_held_for_a_person(store: SqlStore) -> None:
    take(store, letters=[letter_to("jana.novak@example.org")], hold=True)
    assert [row.state for row in store.letters()] == [LetterState.held]
    assert store.next_due() is None


def test_a_mail_has_one_acknowledgement(store: SqlStore) -> None:
    mail = arrive(store)
    letters = [letter_to("a@example.org", "<1@mailbot.example>"), letter_to("b@example.org", "<2@mailbot.example>")]
    with pytest.raises(StoreError) as refused, store.unit() as unit:
        unit.record(mail.id, READING, Change(Became.new, "", counts=True), "R", letters, [], NOW)
    assert refused.value.permanent
    assert "example.org" not in refused.value.line()
    assert (store.mail(mail.id).became, store.submissions(CALL), store.letters()) == (None, [], [])


def test_a_mail_may_bring_about_a_notice_to_each_organiser(store: SqlStore) -> None:
    notices = [letter_to(f"{n}@example.org", f"<{n}@mailbot.example>", LetterKind.notice) for n in (1, 2)]
    take(store, letters=[letter_to("jana.novak@example.org"), *notices])
    assert len(store.letters()) == 3


def test_a_message_id_that_another_mail_used_is_refused(store: SqlStore) -> None:
    take(store, letters=[letter_to("jana.novak@example.org")])
    with pytest.raises(StoreError):
        take(store, reading_of("b@example.org", 2), letters=[letter_to("b@example.org")])
    assert len(store.letters()) == len(store.submissions(CALL)) == 1


def test_a_released_mail_does_not_bring_about_its_letter_again(store: SqlStore) -> None:
    notice = letter_to("organiser@example.org", kind=LetterKind.notice)
    mail = take(store, READING, Became.quarantined, letters=[notice])
    assert store.release(mail.id, NOW, "operator")
    with store.unit() as unit:
        assert unit.record(mail.id, READING, Change(Became.new, "", counts=True), "R", [notice], [], NOW)
    assert len(store.letters()) == 1
    assert the_submission(store).reference == "R"


def test_a_second_submission_of_one_address_is_refused_without_naming_it(store: SqlStore) -> None:
    take(store)
    with pytest.raises(StoreError) as refused:
        take(store, replace(READING, sha256="b"), Became.new)
    assert refused.value.permanent
    assert "novak" not in refused.value.line().casefold()
    assert refused.value.__cause__ is None
    assert len(the_submission(store).revisions) == 1


@pytest.mark.parametrize(
    "reading",
    [
        replace(READING, call=None),
        replace(READING, sender=Sender(None, "", Authentication.neutral)),
        replace(READING, timeliness=None),
    ],
    ids=["no call", "no address", "no timeliness"],
)
def test_a_submission_without_what_makes_one_is_refused(store: SqlStore, reading: Reading) -> None:
    mail = arrive(store)
    with pytest.raises(StoreError, match="refused to record"), store.unit() as unit:
        unit.record(mail.id, reading, Change(Became.new, ""), "R", [], [], NOW)
    assert store.mail(mail.id).became is None


def test_a_revision_of_a_submission_that_is_not_there_is_refused(store: SqlStore) -> None:
    mail = arrive(store)
    with pytest.raises(StoreError, match="not there"), store.unit() as unit:
        unit.record(mail.id, READING, Change(Became.revision, ""), "R", [], [], NOW)
    assert store.mail(mail.id).became is None


def test_references_are_of_one_form_and_none_is_given_twice(store: SqlStore) -> None:
    with store.unit() as unit:
        references = {unit.new_reference() for _ in range(200)}
    assert len(references) == 200
    allowed = set("23456789BCDFGHJKMNPQRSTVWXZ")
    for reference in references:
        assert [len(group) for group in reference.split("-")] == [4, 4, 4]
        assert set(reference.replace("-", "")) <= allowed


def test_a_reference_that_another_submission_has_is_drawn_again() -> None:
    characters = iter("K7MQ3XRT9HBW" * 2 + "2345BCDF6789")
    store = open_store("sqlite://", now=NOW, choose=lambda _: next(characters))
    assert take(store).reference == "K7MQ-3XRT-9HBW"
    assert take(store, reading_of("b@example.org", 2)).reference == "2345-BCDF-6789"
    store.close()


def test_acknowledgements_are_counted_for_the_limits(store: SqlStore) -> None:
    ages = {"minutes": timedelta(minutes=59), "hours": timedelta(hours=23), "days": timedelta(days=6), "old": timedelta(days=8)}
    for n, (name, age) in enumerate(ages.items()):
        letter = letter_to("Jana.Novak@Example.org", f"<{name}@mailbot.example>")
        became = Became.new if n == 0 else Became.revision
        take(store, replace(READING, sha256=name, message_id=None), became, letters=[letter], now=NOW - age)
    take(store, reading_of("b@example.org", 1), letters=[letter_to("b@EXAMPLE.ORG", "<b@x>")])
    take(store, reading_of("c@elsewhere.example", 2), letters=[letter_to("c@elsewhere.example", "<c@x>")])
    take(store, reading_of("d@example.org", 3), letters=[letter_to("d@example.org", "<d@x>", LetterKind.notice)])
    assert sent(store, "jana.novak@example.org") == Sent(
        to_address_ever=4, to_address_day=2, to_address_week=3, to_domain_hour=2, in_all_hour=3
    )
    assert sent(store, "nobody@nowhere.example") == Sent(0, 0, 0, 0, 3)
    with store.unit() as unit:
        assert unit.sent("another-call", READING.sender, NOW).to_address_ever == 0


def test_letters_that_nobody_vouched_for_do_not_count_against_who_is_sure(store: SqlStore) -> None:
    forger = replace(READING.sender, authentication=Authentication.neutral)
    take(store, replace(READING, sender=forger), letters=[letter_to("jana.novak@example.org")])
    assert sent(store, "jana.novak@example.org") == Sent()
    assert sent(store, "jana.novak@example.org", Authentication.neutral) == Sent(1, 1, 1, 1, 1)
    real = reading_of("jana.novak@example.org", 2)
    take(store, real, Became.revision, letters=[letter_to("jana.novak@example.org", "<2@mailbot.example>")])
    assert sent(store, "jana.novak@example.org") == Sent(1, 1, 1, 1, 1)
    assert sent(store, "jana.novak@example.org", Authentication.neutral) == Sent(2, 2, 2, 2, 2)


def test_letters_to_an_address_with_a_tag_count_for_the_one_without(store: SqlStore) -> None:
    take(store, reading_of("jana.novak+1@example.org", 1), letters=[letter_to("jana.novak+1@example.org")])
    for address in ("jana.novak@example.org", "Jana.Novak+2@example.org", '"jana.novak+3"@example.org'):
        assert sent(store, address).to_address_ever == 1
    assert sent(store, "jananovak@example.org").to_address_ever == 0


def test_a_letter_that_is_to_wait_is_due_later_and_counts_until_an_hour_after_that(store: SqlStore) -> None:
    mail = arrive(store)
    with store.unit() as unit:
        change, letter = Change(Became.new, "", counts=True), letter_to("jana.novak@example.org")
        assert unit.record(mail.id, READING, change, "R", [letter], [], NOW, due_at=NOW + timedelta(hours=3))
    assert store.claim(NOW + timedelta(hours=2)) is None
    assert sent(store, "b@example.org", now=NOW + timedelta(hours=3, minutes=59)).to_domain_hour == 1
    assert sent(store, "b@example.org", now=NOW + timedelta(hours=4)).to_domain_hour == 0
    assert store.next_due() == NOW + timedelta(hours=3)


def test_a_cancelled_acknowledgement_does_not_count(store: SqlStore) -> None:
    take(store, letters=[letter_to("jana.novak@example.org")])
    assert store.change_letter(store.letters()[0].id, LetterState.cancelled, NOW, "operator", "by mistake")
    assert sent(store, "jana.novak@example.org") == Sent(0, 0, 0, 0, 0)


class PowerCutError(BaseException):
    pass


@pytest.mark.parametrize("error", [ValueError("the caller's own"), PowerCutError()], ids=["an error", "a power cut"])
@pytest.mark.parametrize("steps", range(4))
def test_what_is_raised_inside_a_unit_undoes_everything_and_passes_unchanged(
    store: SqlStore, error: BaseException, steps: int
) -> None:
    mail = arrive(store)

    def path() -> None:
        with store.unit() as unit:
            doing: list[Callable[[], object]] = [
                lambda: unit.history(CALL, READING),
                lambda: unit.sent(CALL, READING.sender, NOW),
                lambda: unit.record(
                    mail.id,
                    READING,
                    Change(Became.new, "", counts=True),
                    "R",
                    [letter_to("jana.novak@example.org")],
                    [AuditEntry(NOW, "mailbot", "new", "R", "")],
                    NOW,
                ),
            ]
            for step in doing[:steps]:
                step()
            raise error

    with pytest.raises(type(error)) as raised:
        path()
    assert raised.value is error
    assert (store.mail(mail.id).became, store.submissions(CALL), store.letters(), store.audit()) == (None, [], [], [])
    take(store, letters=[letter_to("jana.novak@example.org")])
    assert len(the_submission(store).revisions) == 1
