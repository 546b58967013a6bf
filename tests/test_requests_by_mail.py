"""What candidates ask for, through the service: withdrawing and undoing it, questions and their answers, declining."""

import re
from datetime import timedelta

import pytest

from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.submission import Became, current
from mailbot.deeds import Deeds
from tests.core.letters import opened, text_of
from tests.parts import ADDRESS, CALL, OWN, Parts, reply

JANA, EVE, ANN = "jana@example.org", "eve@example.net", "ann@example.org"
WISH = "Please withdraw my application.\r\n\r\nJana\r\n"


class World(Parts):
    """A mailbox that Jana has answered to; `says` delivers one more mail and takes it in."""

    def __init__(self) -> None:
        super().__init__()
        self.mails = 0
        self.says(JANA, "1. I work in probation.\r\n\r\n2. A large one, every day.\r\n")

    def says(
        self,
        sender: str,
        words: str,
        to: Letter | None = None,
        *,
        before: Letter | None = None,
        dmarc: str = "pass",
        subject: str = "Re: call",
        extra: str = "",
    ) -> str:
        """What became of it, and why. to: the letter it answers; before: one further up in the thread."""
        self.mails += 1
        self.clock.advance(hours=1)
        thread = " ".join(letter.message_id for letter in (before, to) if letter is not None)
        header = f"In-Reply-To: {to.message_id}\r\nReferences: {thread}\r\n" if to is not None else ""
        raw = reply(sender, words, f"<{self.mails}@example.org>", subject, dmarc, header + extra)
        self.deliver(raw, self.clock.now)
        self.round()
        (mail,) = self.store.mails(limit=1)
        return f"{mail.became}: {mail.reason}"

    def letters_of(self, *kinds: LetterKind) -> list[Letter]:
        return [row.letter for row in self.store.letters() if row.letter.kind in kinds]

    def last(self, kind: LetterKind) -> Letter:
        return self.letters_of(kind)[-1]

    def withdrawn(self) -> bool:
        entry = next(s for s in self.store.submissions(CALL.slug) if s.address == JANA)
        return entry.withdrawn is not None


def token_in(letter: Letter) -> str:
    found = re.search(r"mbt-[a-z2-7]{26}", text_of(letter))
    assert found is not None
    return found[0]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def asked(world: World) -> World:
    assert world.says(JANA, WISH) == "request: withdrawal-asked"
    return world


def test_a_withdrawal_is_asked_back_and_done_by_a_yes(asked: World) -> None:
    assert not asked.withdrawn()
    assert asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawal)) == "request: withdrawn"
    assert asked.withdrawn()
    assert [letter.recipient for letter in asked.letters_of(LetterKind.withdrawal, LetterKind.withdrawn)] == [JANA, JANA]


def test_the_code_in_a_new_mail_is_as_good_as_the_thread(asked: World) -> None:
    assert asked.says(JANA, f"Yes\r\n\r\n{token_in(asked.last(LetterKind.withdrawal))}\r\n") == "request: withdrawn"


def test_a_withdrawal_is_undone_within_fourteen_days_and_not_after(asked: World) -> None:
    asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawal))
    asked.clock.advance(days=13)
    assert asked.says(JANA, "Yes, please.\r\n", asked.last(LetterKind.withdrawn)) == "request: withdrawal-undone"
    assert not asked.withdrawn()
    assert asked.letters_of(LetterKind.restored)
    assert asked.says(JANA, WISH) == "request: withdrawal-asked"
    asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawal))
    asked.clock.advance(days=14)
    assert asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawn)) == "quarantined: token-ended"
    assert asked.withdrawn()


def test_answers_after_a_withdrawal_wait_and_their_writer_is_told(asked: World) -> None:
    asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawal))
    asked.clock.advance(days=2)
    assert asked.says(JANA, "1. I changed my mind.\r\n") == "kept-apart: after-withdrawal"
    assert asked.last(LetterKind.acknowledgement).recipient == JANA
    assert asked.withdrawn()


@pytest.mark.parametrize(
    ("sender", "dmarc", "became"),
    [
        (EVE, "pass", "quarantined: token-of-another-address"),
        (JANA, "none", "quarantined: token-not-authenticated"),
        (JANA, "fail", "quarantined: authentication-failed"),
    ],
)
def test_nobody_else_completes_it(asked: World, sender: str, dmarc: str, became: str) -> None:
    letter = asked.last(LetterKind.withdrawal)
    assert asked.says(sender, f"Yes\r\n\r\n{token_in(letter)}\r\n", letter, dmarc=dmarc) == became
    assert not asked.withdrawn()
    assert asked.says(JANA, "Yes\r\n", letter) == "request: withdrawn", "and the token is still hers"


def test_a_yes_to_a_later_letter_is_none_to_the_one_before(asked: World) -> None:
    wish = asked.last(LetterKind.withdrawal)
    assert asked.says(JANA, "Will the travel costs be paid?\r\n", wish) == "request: passed-on"
    later = asked.last(LetterKind.passed_on)
    asked.says(JANA, "Yes, thank you.\r\n", later, before=wish)
    assert not asked.withdrawn()
    assert asked.says(JANA, "Yes\r\n", wish) == "request: withdrawn"


def test_what_is_said_beside_a_no_is_kept_with_the_entry(asked: World) -> None:
    words = "No, please keep my entry. The second answer should say that time plays no role at all in what we do there.\r\n"
    assert asked.says(JANA, words, asked.last(LetterKind.withdrawal)) == "kept-apart: withdrawal-refused"
    assert not asked.withdrawn()


def test_a_completed_withdrawal_always_ends_with_the_letter_that_undoes_it(asked: World) -> None:
    suppressed = "X-Auto-Response-Suppress: All\r\n"
    assert asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawal), extra=suppressed) == "request: withdrawn"
    assert asked.letters_of(LetterKind.withdrawn)


def test_a_sure_wish_that_nobody_may_answer_waits_for_a_person(world: World) -> None:
    became = world.says(JANA, WISH, extra="X-Auto-Response-Suppress: All\r\n")
    assert became == "quarantined: withdrawal-for-a-person"


def test_what_was_asked_in_somebodys_name_does_not_use_up_what_the_owner_may_ask(world: World) -> None:
    for n in range(5):
        world.says(JANA, f"Will the travel costs be paid, {n}?\r\n", dmarc="none")
    assert world.says(JANA, "Is there a hotel nearby?\r\n") == "request: passed-on"


def test_forged_questions_do_not_fill_the_mailboxes_of_the_contacts(world: World) -> None:
    for n in range(40):
        world.clock.advance(hours=-1)
        world.says(f"p{n}@example.net", "Will the travel costs be paid?\r\n", dmarc="none")
    assert len(world.letters_of(LetterKind.question)) == 5
    assert len(world.letters_of(LetterKind.passed_on)) == 5, "nobody is told that a question went on which did not"
    assert world.says(JANA, "Is there a hotel nearby?\r\n") == "request: passed-on"
    assert len(world.letters_of(LetterKind.question)) == 6
    assert len(world.store.questions(CALL.slug)) == 41


def test_a_contact_who_answers_the_call_is_a_candidate_too(world: World) -> None:
    world.says(JANA, "Will the travel costs be paid?\r\n")
    became = world.says(ANN, "1. I work in a school.\r\n\r\n2. None.\r\n", world.last(LetterKind.question))
    assert became == "new: answers-found"
    assert world.store.questions(CALL.slug)[0].answered_at is None


def test_a_letter_that_the_relay_refused_is_not_waited_for(asked: World) -> None:
    (row,) = [row for row in asked.store.letters() if row.letter.kind is LetterKind.withdrawal]
    asked.store.change_letter(row.id, LetterState.cancelled, asked.clock.now, "operator", "by mistake")
    assert asked.says(JANA, WISH) == "request: withdrawal-asked"


def test_a_used_token_does_nothing_again(asked: World) -> None:
    letter = asked.last(LetterKind.withdrawal)
    asked.says(JANA, "Yes\r\n", letter)
    asked.says(JANA, "Yes\r\n", asked.last(LetterKind.withdrawn))
    assert asked.says(JANA, "Yes!\r\n", letter) == "request: token-used-before"
    assert not asked.withdrawn()


def test_an_old_mail_that_somebody_sends_again_brings_no_old_answer_back(world: World) -> None:
    first = "1. I work in probation.\r\n\r\n2. A large one, every day.\r\n"
    assert world.says(JANA, "1. I work in a prison now.\r\n") == "revision: answers-found"
    assert world.says(JANA, first) == "kept-apart: said-before"
    (entry,) = world.store.submissions(CALL.slug)
    assert current(entry)[0].text == "I work in a prison now."


def test_a_mail_to_somebody_else_that_is_brought_here_changes_nothing(world: World) -> None:
    raw = reply(JANA, "1. I am looking for other work.\r\n", "<private@example.org>").replace(
        f"To: {ADDRESS}".encode(), f"To: {EVE}".encode()
    )
    world.deliver(raw, world.clock.now)
    world.round()
    (mail,) = world.store.mails(limit=1)
    assert (mail.became, mail.reason) == (Became.kept_apart, "not-addressed-to-us")


def test_members_of_a_list_that_writes_its_own_address_into_from_have_no_common_entry(world: World) -> None:
    listed = "List-Id: <talk.lists.example>\r\nList-Post: <mailto:talk@lists.example>\r\nPrecedence: list\r\n"
    for n, words in enumerate(("1. I am Anna.\r\n\r\n2. None.\r\n", "1. I am Eve.\r\n\r\n2. All.\r\n")):
        assert world.says("talk@lists.example", words, extra=listed) == "quarantined: list-address", n
    assert [entry.address for entry in world.store.submissions(CALL.slug)] == [JANA]


def test_a_hundred_wishes_in_somebodys_name_bring_few_letters_to_the_address_on_file(world: World) -> None:
    for n in range(100):
        world.says(JANA, f"Please withdraw my application. {n}\r\n", dmarc="none")
    assert len(world.letters_of(LetterKind.withdrawal)) == 3
    assert not world.withdrawn()
    assert world.says(JANA, WISH) == "request: withdrawal-asked"
    assert len(world.letters_of(LetterKind.withdrawal)) == 4, "they do not lock out who it is"


def test_who_has_the_database_has_no_token(asked: World) -> None:
    token = token_in(asked.last(LetterKind.withdrawal))
    with asked.store.database.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT * FROM token").all()
    assert len(rows) == 1
    assert token not in repr(rows)


def test_a_question_goes_to_the_contacts_and_is_open_until_one_of_them_answers(world: World) -> None:
    assert world.says(JANA, "Will the travel costs be paid?\r\n") == "request: passed-on"
    to_ann = world.last(LetterKind.question)
    assert to_ann.recipient == ANN
    assert str(opened(to_ann)["Reply-To"]).startswith(JANA)
    assert "travel costs" in text_of(to_ann)
    assert world.last(LetterKind.passed_on).recipient == JANA
    (question,) = world.store.questions(CALL.slug)
    assert question.answered_at is None
    assert world.says(EVE, "They will be paid.\r\n", to_ann) != "request: answered-by-organiser"
    assert world.says(ANN, "They will be paid.\r\n", to_ann, dmarc="none") == "quarantined: organiser-not-authenticated"
    assert world.says(ANN, "They will be paid.\r\n", to_ann) == "request: answered-by-organiser"
    (question,) = world.store.questions(CALL.slug)
    assert (question.answered_by, question.answered_at) == (ANN, world.clock.now)
    assert ANN not in {s.address for s in world.store.submissions(CALL.slug)}


def test_who_does_not_take_part_is_thanked_and_is_no_entry(world: World) -> None:
    assert world.says("tom@example.org", "Thank you, but unfortunately I cannot take part.\r\n") == "request: declined"
    assert world.last(LetterKind.thanks).recipient == "tom@example.org"
    assert [s.address for s in world.store.submissions(CALL.slug)] == [JANA]


def test_a_mail_that_is_read_again_after_a_crash_changes_and_writes_nothing_twice(world: World) -> None:
    world.says(JANA, WISH)
    letter = world.last(LetterKind.withdrawal)
    (mail,) = world.store.mails(limit=1)
    assert mail.became is Became.request
    world.clock.advance(days=1)
    again = world.says(JANA, WISH)
    assert again == "request: withdrawal-asked"
    assert world.last(LetterKind.withdrawal).message_id != letter.message_id
    assert len({row.letter.message_id for row in world.store.letters()}) == len(world.store.letters())


def test_an_operator_takes_an_entry_back_and_undoes_it(world: World) -> None:
    (entry,) = world.store.submissions(CALL.slug)
    now = world.clock.now + timedelta(hours=1)

    def turn(why: str, *, undo: bool = False) -> bool:
        with world.store.unit() as unit:
            return Deeds(world.letters).by_team(unit, CALL, entry, OWN.key, now, "operator", why, undo=undo)

    assert turn("she telephoned")
    assert not turn("again")
    assert world.withdrawn()
    assert turn("a mistake", undo=True)
    assert not world.withdrawn()
    assert [e.what for e in world.store.audit(entry.reference)][-2:] == ["withdrawn", "restored"]
    assert turn("she telephoned again")
    assert world.says(JANA, "Yes\r\n", world.last(LetterKind.withdrawn)) == "request: withdrawal-undone"


def test_a_letter_that_follows_a_word_has_the_language_of_the_letter_before(world: World) -> None:
    dutch = "Hierbij trek ik mijn aanmelding voor de bijeenkomst in. Met vriendelijke groet,\r\nJana\r\n"
    assert world.says(JANA, dutch) == "request: withdrawal-asked"
    assert world.says(JANA, "Ja\r\n", world.last(LetterKind.withdrawal)) == "request: withdrawn"
    assert world.last(LetterKind.withdrawn).language == world.last(LetterKind.withdrawal).language
