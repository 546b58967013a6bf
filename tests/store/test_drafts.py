"""Calls that are drafted by mail in the store: versions, letters that show them, the same mail again, on every database."""

from dataclasses import replace
from datetime import timedelta

from mailbot.core.drafting.plan import Doubt, Plan
from mailbot.core.letter import LetterKind
from mailbot.core.life import State
from mailbot.core.reading import Reading
from mailbot.core.submission import Became, Change
from mailbot.store import KeptDraft
from mailbot.store.sql import SqlStore
from tests.store.samples import NOW, arrive, letter_to, reading_of

LATER = NOW + timedelta(hours=1)
PLAN = Plan("meals", "olga@example.org", {"title": "Meals", "contacts": [{"name": "Ada", "address": "ada@example.org"}]})
NEXT = replace(PLAN, doubts=(Doubt("zone", "which?", "“CET”"),), without_address=("Ben",))
ID = "<mailbot.draft.{}@example.org>"


def follow(store: SqlStore, uid: str, plan: Plan, version: int, reading: Reading) -> int:
    """Record a mail about a draft that brings this version, with its letter."""
    mail = arrive(store, uid, sha256=reading.sha256)
    shown = f"{plan.slug} version {version}"
    letter = replace(
        letter_to("ada@example.org"), kind=LetterKind.draft, message_id=ID.format(uid), call=plan.slug, about=shown
    )
    with store.unit() as unit:
        unit.keep_draft(plan, version, mail.id, LATER)
        change = Change(Became.not_a_submission, "draft-changed")
        unit.record(mail.id, replace(reading, call=None), change, None, [letter], [], LATER)
    return mail.id


def one(n: int) -> Reading:
    return replace(reading_of("olga@example.org", n), sha256=f"{n}" * 64, message_id=f"<{n}@example.org>", fingerprint=f"f{n}")


def test_the_newest_version_of_each_draft_is_shown(store: SqlStore) -> None:
    follow(store, "1", PLAN, 1, one(1))
    other = follow(store, "2", replace(PLAN, slug="soil"), 1, one(2))
    newest = follow(store, "3", NEXT, 2, one(3))
    assert store.draft("meals") == KeptDraft(NEXT, 2, newest, LATER)
    assert store.drafts() == [KeptDraft(replace(PLAN, slug="soil"), 1, other, LATER), KeptDraft(NEXT, 2, newest, LATER)]
    assert store.draft("no-such") is None


def test_a_letter_leads_to_its_draft_and_to_the_version_it_showed(store: SqlStore) -> None:
    follow(store, "1", PLAN, 1, one(1))
    follow(store, "2", NEXT, 2, one(2))
    with store.unit() as unit:
        found = unit.draft_answered([ID.format("1")])
        assert found is not None
        assert (found[0].version, found[1]) == (2, 1)
        both = unit.draft_answered([ID.format("1"), ID.format("2")])
        assert both is not None
        assert both[1] == 2
        assert unit.draft_answered(["<forged@example.org>"]) is None


def test_a_mail_that_was_followed_is_known_again_by_its_bytes_or_its_content(store: SqlStore) -> None:
    first = follow(store, "1", PLAN, 1, one(1))
    with store.unit() as unit:
        assert unit.drafted_before(first + 1, one(1))
        assert unit.drafted_before(first + 1, replace(one(1), sha256="9" * 64))
        assert not unit.drafted_before(first + 1, replace(one(1), sha256="9" * 64, fingerprint="other"))
        assert not unit.drafted_before(first, one(1))
        assert not unit.drafted_before(first + 1, replace(one(2), message_id=None))


def test_letters_of_a_day_are_counted_whatever_the_case_of_the_address(store: SqlStore) -> None:
    follow(store, "1", PLAN, 1, one(1))
    with store.unit() as unit:
        assert unit.draft_letters_today("Ada@Example.org", LATER) == 1
        assert unit.draft_letters_today("ada@example.org", LATER + timedelta(days=1)) == 0
        assert unit.draft_letters_today("ben@example.org", LATER) == 0


def test_a_name_is_used_when_a_call_or_a_draft_ever_had_it(store: SqlStore) -> None:
    follow(store, "1", PLAN, 1, one(1))
    store.keep_call("a-call", "text", NOW)
    with store.unit() as unit:
        assert unit.change_state("soil", None, State.draft, NOW, "olga@example.org", "mail 1")
        assert not unit.change_state("soil", None, State.open, NOW, "olga@example.org", "mail 1")
        assert unit.slugs() == {"meals", "a-call", "soil"}
        assert (unit.state("soil"), unit.state("meals")) == (State.draft, None)
