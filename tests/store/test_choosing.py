"""Numbers, scores, decisions, places, briefings: what the store keeps of choosing people, on every database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mailbot.core import tokens
from mailbot.core.briefings import LIFE, Briefing, BriefingKind
from mailbot.core.decisions import Choice, Decision, Offer, OfferState, Score
from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.reading import Kind
from mailbot.core.submission import Became, Change
from mailbot.core.tokens import Purpose, Token
from mailbot.errors import NotFound, StoreError
from mailbot.store import AuditEntry, ChoosingUnit, Store
from mailbot.store.sql import SqlStore
from tests.store.samples import CALL, NOW, arrive, letter_to, reading_of, take

LATER = NOW + timedelta(hours=1)
ENDS = NOW + timedelta(days=5)
ANN = "Ann@Example.org"
DIGEST = Briefing(
    "<digest.1@x>",
    tokens.digest("mbt-one"),
    CALL,
    "ann@example.org",
    BriefingKind.digest,
    "",
    date(2023, 3, 14),
    NOW,
    NOW + LIFE,
)


def entries(store: Store, count: int) -> list[str]:
    """References of so many new entries, in the order they came."""
    before = len(store.submissions(CALL))
    for n in range(before, before + count):
        take(store, reading_of(f"p{n}@example.org", n + 1))
    return [entry.reference for entry in store.submissions(CALL)][before:]


def decided(reference: str, choice: Choice = Choice.invite, version: int = 1, why: str = "") -> Decision:
    return Decision(reference, choice, version, NOW, "ann@example.org", why)


def offered(unit: ChoosingUnit, reference: str, place: int, places: int | None = 2) -> Offer | None:
    return unit.offer(reference, place, places, f"<invitation.{reference}@x>", ENDS, NOW)


def told(store: Store, reference: str) -> list[tuple[str, str]]:
    """What the audit trail says of an entry after it came: verb and who."""
    return [(entry.what, entry.who) for entry in store.audit(reference)][1:]


def test_entries_are_numbered_in_the_order_they_came_and_keep_their_number(store: SqlStore) -> None:
    assert store.numbers(CALL) == {}
    first = entries(store, 3)
    assert list(store.numbers(CALL).items()) == list(zip(first, (1, 2, 3), strict=True))
    second = entries(store, 2)
    take(store, reading_of("p0@example.org", 77), Became.revision)
    with store.choosing(CALL) as unit:
        assert unit.numbers() == dict(zip(first + second, range(1, 6), strict=True))
    assert store.numbers(CALL) == store.numbers(CALL)
    assert store.numbers("another-call") == {}


def test_a_second_reading_takes_the_place_of_the_first_and_is_told(store: SqlStore) -> None:
    one, two = entries(store, 2)
    given = [Score(one, ANN, {"relevance": 3, "clarity": 5}, "Good.", NOW), Score(two, "bo@example.org", {}, "", NOW)]
    assert store.keep_scores(given, NOW, "ann@example.org") == 2
    assert store.keep_scores([replace(given[0], at=LATER)], LATER, "ann@example.org") == 0
    again = [replace(given[0], reviewer="ann@example.ORG", values={"relevance": n}, at=LATER) for n in (1, 2)]
    assert store.keep_scores([*again, replace(given[0], reviewer="bo@example.org")], LATER, "bo") == 2
    assert [(score.reference, score.reviewer, score.values, score.at) for score in store.scores(CALL)] == [
        (one, "ann@example.org", {"relevance": 2}, LATER),
        (one, "bo@example.org", {"relevance": 3, "clarity": 5}, NOW),
        (two, "bo@example.org", {}, NOW),
    ]
    assert [entry.why for entry in store.audit(one)][1:3] == [
        "Ann@Example.org: relevance 3, clarity 5",
        "ann@example.ORG: relevance 2",
    ]
    with pytest.raises(NotFound, match="no entry"):
        store.keep_scores([replace(given[0], values={}), replace(given[0], reference="none")], NOW, "bo")
    assert len(store.scores(CALL)) == 3


def test_a_decision_is_pending_until_it_is_applied_and_can_be_taken_back_to_what_was_told(store: SqlStore) -> None:
    one, two = entries(store, 2)
    with store.choosing(CALL) as unit:
        assert unit.decide([decided(two), decided(one, Choice.decline), decided(one, Choice.reserve, why="close")]) == 2
        assert unit.decide([decided(two), decided(one, Choice.reserve, why="close")]) == 0
        assert unit.apply(one, 4, LATER)
        assert not unit.undecide(one, LATER, "bo", "")
        assert unit.undecide(two, LATER, "bo", "too early")
        assert not unit.undecide(two, LATER, "bo", "too early")
        assert not unit.apply(two, None, LATER)
    applied = replace(decided(one, Choice.reserve, why="close"), told=Choice.reserve, rank=4, applied_at=LATER)
    assert store.decisions(CALL) == [applied]
    with store.choosing(CALL) as unit:
        unit.decide([decided(one, Choice.invite, version=2)])
        assert unit.decisions() == [replace(applied, choice=Choice.invite, version=2, why="")]
        assert unit.undecide(one, LATER, "bo", "")
        assert [(decision.choice, decision.at) for decision in unit.decisions()] == [(Choice.reserve, LATER)]
        assert unit.apply(one, 1, LATER, "bo")
        same = replace(unit.decisions()[0], at=LATER + timedelta(days=1))
        assert [unit.decide([again]) for again in (replace(same, at=NOW), same, same)] == [0, 1, 0]
        assert unit.undecide(one, LATER, "bo", "")
        assert not unit.undecide(one, LATER, "bo", "")
    assert told(store, one) == [
        ("decided-reserve", "ann@example.org"),
        ("applied-reserve", "ann@example.org"),
        ("decided-invite", "ann@example.org"),
        ("undecided", "bo"),
        ("applied-reserve", "bo"),
        ("decided-reserve", "ann@example.org"),
        ("undecided", "bo"),
    ]
    assert store.decisions("another-call") == []
    with pytest.raises(NotFound), store.choosing("another-call") as unit:
        unit.decide([decided(one)])


def test_a_place_is_kept_by_one_and_a_person_keeps_one(store: SqlStore) -> None:
    one, two, three = entries(store, 3)
    with store.choosing(CALL) as unit:
        first = offered(unit, one, 1)
        assert first is not None
        assert unit.offers() == [first] == [Offer(first.id, CALL, one, 1, OfferState.prepared, NOW, ENDS, letter=first.letter)]
        assert offered(unit, two, 1) is None
        assert offered(unit, one, 2) is None
        assert offered(unit, two, 2) is not None
        assert offered(unit, three, 3, places=None) is not None
        assert offered(unit, three, 3, places=3) is None
    with store.unit(lock="one") as mail:
        assert mail.offer_of(CALL, one) == first
        assert mail.offer_of("another-call", one) is None


def test_as_many_places_as_there_are_are_kept_also_when_they_became_fewer(store: SqlStore) -> None:
    people = entries(store, 4)
    with store.choosing(CALL) as unit:
        assert [offered(unit, one, n, 4) is not None for n, one in enumerate(people[:3], 2)] == [True] * 3
        assert offered(unit, people[3], 1, 3) is None
        assert offered(unit, people[3], 1, 4) is not None


@pytest.mark.parametrize(("place", "places"), [(0, None), (3, 2), (-1, 2)])
def test_a_place_that_there_is_not_is_refused(store: SqlStore, place: int, places: int | None) -> None:
    (one,) = entries(store, 1)
    with pytest.raises(StoreError), store.choosing(CALL) as unit:
        offered(unit, one, place, places)
    assert store.offers(CALL) == []
    with pytest.raises(StoreError), store.choosing(CALL) as unit:
        unit.offer(one, 1, 1, "<i@x>", ENDS, NOW, state=OfferState.expired)


def test_an_offer_is_turned_from_the_state_it_is_in_and_never_holds_a_place_again(store: SqlStore) -> None:
    one, two = entries(store, 2)
    with store.choosing(CALL) as unit:
        offer = offered(unit, one, 1)
        assert offer is not None
        assert not unit.turn(offer.id, {OfferState.open}, OfferState.accepted, NOW, "submitter", "")
        assert unit.turn(offer.id, {OfferState.prepared}, OfferState.open, NOW, "ann", "", ENDS + timedelta(days=1))
        assert [(seen.ends_at - ENDS, seen.answered_at) for seen in unit.offers()] == [(timedelta(days=1), None)]
        assert unit.turn(offer.id, {OfferState.open}, OfferState.accepted, NOW, "submitter", "")
        assert unit.turn(offer.id, {OfferState.accepted}, OfferState.accepted, LATER, "ann", "new room")
        assert [(seen.sequence, seen.answered_at, seen.why) for seen in unit.offers()] == [(1, NOW, "new room")]
        assert unit.turn(offer.id, {OfferState.open, OfferState.accepted}, OfferState.declined, LATER, "submitter", "ill")
        assert [(seen.sequence, seen.answered_at, seen.why) for seen in unit.offers()] == [(2, LATER, "ill")]
        assert not unit.turn(offer.id, set(OfferState), OfferState.accepted, LATER, "submitter", "")
        assert offered(unit, two, 1) is not None
        again = unit.offer(one, 2, 2, "<again@x>", ENDS, LATER, state=OfferState.accepted, who="submitter")
        assert again is not None
        assert (again.answered_at, again.sequence) == (LATER, 0)
    with store.choosing("another-call") as unit:
        assert not unit.turn(again.id, set(OfferState), OfferState.cancelled, LATER, "bo", "")
    assert told(store, one) == [
        ("offer-prepared", "mailbot"),
        ("offer-open", "ann"),
        ("offer-accepted", "submitter"),
        ("offer-accepted", "ann"),
        ("offer-declined", "submitter"),
        ("offer-accepted", "submitter"),
    ]


def test_a_briefing_is_found_by_its_letter_or_its_code_and_used_once(store: SqlStore) -> None:
    mail = arrive(store)
    preview = replace(
        DIGEST,
        letter="<preview.1@x>",
        digest=tokens.digest("mbt-two"),
        kind=BriefingKind.preview,
        plan='{"a": 1}',
        made_at=LATER,
    )
    with store.choosing(CALL) as unit:
        assert [unit.keep_briefing(one) for one in (DIGEST, preview, preview)] == [True, True, False]
    with store.unit(lock="one") as unit:
        assert unit.briefing([], []) is None
        assert unit.briefing(["<other@x>"], ["mbt-three"]) is None
        assert unit.briefing(["<digest.1@x>"], []) == DIGEST
        assert unit.briefing([], ["mbt-one"]) == DIGEST
        assert unit.briefing(["<digest.1@x>"], ["mbt-two"]) == preview
        assert [unit.use_briefing("<preview.1@x>", mail.id, LATER) for _ in range(2)] == [True, False]
        assert unit.briefing([], ["mbt-two"]) == replace(preview, used_at=LATER, used_by=mail.id)
    assert [one.letter for one in store.briefings(CALL)] == ["<preview.1@x>", "<digest.1@x>"]
    assert store.briefings(CALL, BriefingKind.digest) == [DIGEST]
    assert store.briefings("another-call") == []


def test_a_digest_for_a_day_and_an_address_exists_once(store: SqlStore) -> None:
    def keep(n: int, **fields: object) -> bool:
        other = replace(DIGEST, letter=f"<{n}@x>", digest=tokens.digest(f"{n}"), **fields)  # type: ignore[arg-type]
        with store.choosing(CALL) as unit:
            return unit.keep_briefing(other)

    assert keep(1)
    assert not keep(2)
    assert not keep(3, address="ANN@example.org")
    assert keep(4, day=date(2023, 3, 15))
    assert keep(5, address="bo@example.org")
    assert keep(6, call="another-call")
    assert keep(7, kind=BriefingKind.shown)
    assert keep(8, kind=BriefingKind.shown)


def test_letters_that_are_prepared_wait_for_a_person_who_reads_edits_approves_or_drops_them(store: SqlStore) -> None:
    letters = [letter_to(f"p{n}@example.org", f"<hold.{n}@x>", LetterKind.reminder) for n in range(3)]
    with store.choosing(CALL) as unit:
        unit.write(letters, NOW, True)
        unit.write([letter_to(ANN, "<batch@x>", LetterKind.notice)], NOW, False)
        heads = unit.letters([LetterState.held])
        assert [(head.message_id, head.recipient, head.about, head.created_at) for head in heads] == [
            (letter.message_id, letter.recipient, letter.about, NOW) for letter in letters
        ]
        assert unit.turn_letter("<hold.1@x>", LetterState.waiting, LATER, "ann", "")
        assert unit.turn_letter("<hold.2@x>", LetterState.cancelled, LATER, "ann", "drop")
        assert not unit.turn_letter("<hold.2@x>", LetterState.waiting, LATER, "ann", "")
        assert not unit.turn_letter("<nothing@x>", LetterState.waiting, LATER, "ann", "")
    with store.choosing("another-call") as unit:
        assert not unit.turn_letter("<hold.0@x>", LetterState.waiting, LATER, "ann", "")
    assert [store.replace_letter(head.id, b"Subject: Other\r\n\r\n", NOW, "ann", "typo") for head in heads] == [
        True,
        False,
        False,
    ]
    assert [row.letter.raw == letters[0].raw for row in store.letters()] == [False, True, True, True]
    with store.choosing(CALL) as unit:
        assert [unit.is_as_written(head.id) for head in heads] == [False, True, True]
        assert [unit.replace_letter(head.id, b"Subject: New\r\n\r\n", NOW, "ann", "") for head in heads] == [True, False, False]
        assert unit.is_as_written(heads[0].id)
        assert [head.message_id for head in unit.letters(list(LetterState), [LetterKind.notice])] == ["<batch@x>"]
        assert unit.language_about(heads[0].about) == "en"
    with pytest.raises(NotFound):
        store.replace_letter(99, b"", NOW, "ann", "")
    assert [head.message_id for head in store.letters_of(CALL, [LetterState.held, LetterState.waiting])] == [
        "<hold.0@x>",
        "<hold.1@x>",
        "<batch@x>",
    ]
    assert store.letters_of("another-call", list(LetterState)) == store.letters_of(CALL, []) == []
    assert [entry.what for entry in store.audit()] == [
        "letter-approved",
        "letter-cancelled",
        "letter-edited",
        "letter-rewritten",
    ]


def test_what_waits_for_a_person_is_counted_by_named_reason(store: SqlStore) -> None:
    assert store.waiting_for_people(CALL, NOW) == {}

    def record(n: int, became: Became, reason: str, call: str | None = CALL, **fields: object) -> None:
        reading = replace(reading_of(f"p{n}@example.org", n), call=call, **fields)  # type: ignore[arg-type]
        mail = arrive(store, sha256=reading.sha256)
        with store.unit(lock="one") as unit:
            unit.record(mail.id, reading, Change(became, reason), None, [], [], NOW)
            if became is Became.request:
                unit.ask(mail.id, CALL, "p@example.org", None, NOW)

    for n, reason in enumerate(["list-address", "list-address", "not-authenticated"]):
        record(n, Became.quarantined, reason)
    record(10, Became.quarantined, "list-address", None)
    record(11, Became.quarantined, "list-address", "another-call")
    record(12, Became.request, "passed-on")
    record(13, Became.kept_apart, "change-not-authenticated")
    with store.unit(lock="one") as mail:
        for n, ends_at in enumerate((NOW, NOW + timedelta(days=1), NOW + timedelta(days=2))):
            whose = CALL, "p@example.org", "K7MQ-3XRT-9ZPD"
            mail.keep_token(Token(f"{n}", Purpose.withdraw, *whose, f"<w{n}@x>", 1, NOW, ends_at))
    store.write([letter_to(f"p{n}@example.org", f"<{n}@x>", LetterKind.reminder) for n in range(4)], NOW)
    for n, reason in enumerate(["letter-failed-5.1.1", "letter-failed-5.1.1", "letter-delayed-4.4.1"]):
        letter = f"<{min(n, 1)}@x>" if n < 2 else "<2@x>"
        record(20 + n, Became.not_a_submission, reason, kind=Kind.bounce, returned=letter)
    row = store.claim(NOW)
    assert row is not None
    store.note_attempt(row.id, LetterState.failed, NOW)
    with store.choosing(CALL) as unit:
        unit.write([letter_to(ANN, "<held@x>")], NOW, True)
    assert store.waiting_for_people(CALL, NOW) == {
        "list-address": 2,
        "not-authenticated": 1,
        "quarantined-without-call": 1,
        "question-open": 1,
        "kept-apart": 1,
        "withdrawal-waits": 1,
        "letter-held": 1,
        "letter-failed": 1,
        "letter-returned": 1,
    }


def test_a_mail_chooses_in_its_own_transaction_and_all_of_it_is_undone_together(store: SqlStore) -> None:
    one, two = entries(store, 2)

    def choose(unit: ChoosingUnit) -> Sequence[Offer]:
        unit.decide([decided(one)])
        unit.apply(one, None, NOW)
        offered(unit, one, 1)
        unit.tell(AuditEntry(NOW, "ann", "chosen", CALL, ""))
        return unit.offers()

    with pytest.raises(ZeroDivisionError), store.unit(lock="one") as mail:
        assert len(choose(mail.choosing(CALL))) / 0
    assert (store.offers(CALL), store.decisions(CALL), store.audit(CALL)) == ([], [], [])
    with store.unit(lock="one") as mail:
        choosing = mail.choosing(CALL)
        choose(choosing)
        assert [entry.reference for entry in choosing.submissions()] == [one, two]
        assert choosing.scores() == []
    assert [offer.reference for offer in store.offers(CALL)] == [one]


def test_a_code_is_found_with_the_language_of_its_letter_and_no_other_way(store: Store) -> None:
    mail, letter = arrive(store), letter_to(ANN, "<code@x>")
    code = tokens.make(b"k" * 32, Purpose.offer, CALL, ANN, "one")
    token = Token(tokens.digest(code), Purpose.offer, CALL, ANN, "K7MQ-3XRT-9ZPD", "<code@x>", mail.id, NOW, NOW)
    with store.unit() as unit:
        unit.keep_token(token)
    assert store.token_by_code(code) is None, "no letter carries it"
    store.write([letter], NOW)
    assert store.token_by_code(code) == (token, letter.language)
    assert [store.token_by_code(wrong) for wrong in ("", token.digest, code[:-1], "<code@x>", "%")] == [None] * 5
