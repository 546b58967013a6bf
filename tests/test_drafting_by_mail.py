"""A call drafted by mail, through the service: announced, shown, corrected, opened, answered; and all that opens nothing."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot import drafts
from mailbot.core.call import parse_call
from mailbot.core.letter import LetterKind
from mailbot.core.life import State
from mailbot.core.message import Message, parse
from mailbot.errors import MailbotError
from tests.core import papers
from tests.core.letters import opened, text_of
from tests.drafting import ANNOUNCEMENT, CONTACT, FORWARDED, ORGANISER, Desk, mail
from tests.life import Look, call_file
from tests.parts import ADDRESS, NOW

SLUG = "warm-meals-every-school-2021"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.app.close()


@pytest.fixture
def look(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Look:
    return Look(desk, capsys)


def state(desk: Desk, slug: str = SLUG) -> State | None:
    standing = desk.app.store.standings().get(slug)
    return standing.state if standing is not None else None


def recipients(desk: Desk, kind: LetterKind = LetterKind.draft) -> list[str]:
    return [row.letter.recipient for row in desk.app.store.letters() if row.letter.kind is kind]


# the way of a call


def test_an_announcement_is_drafted_corrected_opened_and_answered(desk: Desk) -> None:
    assert desk.announce() == "not-a-submission"
    assert recipients(desk) == [ORGANISER, CONTACT]
    assert state(desk) is State.draft
    text = desk.text()
    assert "Deadline: Wednesday, 17 February 2021 at 23:59, Brussels time (UTC+1)" in text
    assert "In UTC: Wednesday, 17 February 2021 at 22:59" in text
    assert "the year is not printed here" in text
    assert "2. Which practice would you like to share with the others?" in text
    assert f"Address for answers: {ADDRESS}, which we read" in text

    desk.answer("deadline: 20 February 2021, 18:00\nquestion 2: Which practice works?\ndrop question 3\nplaces: 20")
    assert "Saturday, 20 February 2021 at 18:00" in desk.text(ORGANISER)
    assert "2. Which practice works?" in desk.text()
    assert "3. Who pays" not in desk.text()
    assert not desk.file(SLUG).exists()

    desk.answer("ok")
    assert state(desk) is State.open
    call = parse_call(desk.file(SLUG).read_text(), "it")
    assert (call.title, call.places) == ("Call for participants: Warm meals for every school", 20)
    assert [question.text for question in call.questions] == [
        "What is your line of work, and how long have you been doing it?",
        "Which practice works?",
    ]
    assert recipients(desk, LetterKind.opened) == [ORGANISER, CONTACT]
    assert desk.mail() == "new"


def test_the_audit_trail_says_who_opened_it_when_and_by_which_mail(desk: Desk) -> None:
    desk.announce()
    desk.clock.advance(hours=2)
    desk.answer("OK.")
    standing = desk.app.store.standings()[SLUG]
    assert (standing.who, standing.why, standing.since) == (CONTACT, "mail 2", NOW + timedelta(hours=2))
    assert desk.audit(SLUG)[:4] == ["state-draft", "draft-new", "state-open", "draft-opened"]


@pytest.mark.parametrize("said", ["ok", "OK!", "Okay.", "D’accord", "Einverstanden.", "ok\n\n-- \nAda Berg\nSchool of cooks"])
def test_ok_is_understood_in_the_languages_of_the_letters_with_a_signature_below(desk: Desk, said: str) -> None:
    desk.announce()
    desk.answer(said)
    assert state(desk) is State.open


def test_ok_above_a_letter_that_outlook_quotes_without_marks_is_an_ok(desk: Desk) -> None:
    desk.announce()
    letter = desk.shown()[-1]
    quoted = f"From: Calls <{ADDRESS}>\nSent: Monday, 1 February 2021 11:00\nTo: Ada Berg <{CONTACT}>\nSubject: Draft\n\n"
    extra = f"In-Reply-To: {letter.letter.message_id}\n"
    desk.mail(
        mail(
            f"Ok.\n\n{quoted}{text_of(letter.letter)}",
            sender=CONTACT,
            subject="RE: Draft",
            message_id="<o@x.example>",
            extra=extra,
        )
    )
    assert state(desk) is State.open


def test_the_organiser_may_open_it_as_well(desk: Desk) -> None:
    desk.announce()
    desk.answer("ok", sender=ORGANISER)
    assert state(desk) is State.open


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("shared/corpora/calls/seed_*.txt")), ids=lambda p: p.stem
)
def test_the_announcements_of_the_corpus_come_back_as_drafts_that_can_be_opened(desk: Desk, path: Path) -> None:
    header = (
        f"---------- Forwarded message ---------\nFrom: Press <press@example.org>\nSubject: A call\nTo: Olga <{ORGANISER}>\n\n"
    )
    assert desk.announce(header + path.read_text()) == "not-a-submission"
    assert desk.reason() == "draft-new"
    slug = desk.app.store.drafts()[0].plan.slug
    more = "form: https://forms.example.org/2023" if "2023" in path.stem else "places: 30"
    desk.answer(f"contact: Ada Berg <{CONTACT}>\n{more}", sender=ORGANISER)
    desk.answer("ok")
    assert state(desk, slug) is State.open
    assert len(parse_call(desk.file(slug).read_text(), "it").questions) in {3, 6}


def attached(name: str, content: bytes, kind: str) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = ORGANISER, ADDRESS, "Our new call"
    letter["Message-ID"] = "<attached@example.org>"
    letter.set_content("Here it is.\n")
    letter.add_attachment(content, *kind.split("/"), filename=name)
    return b"Authentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\n" + letter.as_bytes()


HTML = (
    "<html><body><h1>Call for participants: Warm meals for every school</h1><p>This online meeting will take place on 10 March "
    "2021 (13:00-16:00 CET).</p><p>Please answer the following questions:</p><ol><li>What is your line of work?</li>"
    f"<li>Who pays for the meals?</li></ol><p>Send your answers by 17 February to Ada Berg ({CONTACT}).</p></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        (
            "call.docx",
            papers.word("".join(papers.p(papers.run(line, "")) for line in ANNOUNCEMENT.splitlines() if line)),
            "application/octet-stream",
        ),
        ("call.pdf", papers.pdf(ANNOUNCEMENT), "application/pdf"),
        ("call.html", HTML.encode(), "application/octet-stream"),
        ("call.txt", ANNOUNCEMENT.encode(), "application/octet-stream"),
        (
            "call.eml",
            mail(ANNOUNCEMENT, subject="Call for participants", sender="press@example.org"),
            "application/octet-stream",
        ),
    ],
)
def test_an_announcement_may_be_attached(desk: Desk, name: str, content: bytes, kind: str) -> None:
    desk.mail(attached(name, content, kind))
    assert desk.reason() == "draft-new"
    assert "17 February 2021" in desk.text()


def test_an_announcement_may_be_pasted(desk: Desk) -> None:
    desk.announce(ANNOUNCEMENT, subject="Our new call")
    assert desk.reason() == "draft-new"


# corrections and an ok that does not count


def test_a_correction_and_an_ok_in_one_mail_is_shown_again_and_opens_nothing(desk: Desk) -> None:
    desk.announce()
    desk.answer("ok\nplaces: 20")
    assert state(desk) is State.draft
    assert "Your email had an ok and changes. The changes are made. The ok does not count yet." in desk.text()
    desk.answer("ok")
    assert state(desk) is State.open


def test_ok_to_an_older_draft_is_answered_with_the_newest(desk: Desk) -> None:
    desk.announce()
    (first,) = desk.shown()
    desk.answer("places: 20", sender=ORGANISER)
    desk.answer("ok", to=first)
    assert (state(desk), desk.reason()) == (State.draft, "draft-older")
    assert "There is a newer draft of this call" in desk.text()
    assert "Places: 20" in desk.text()
    desk.answer("ok")
    assert state(desk) is State.open


@pytest.mark.parametrize("said", ["ok, but the deadline is wrong", "Looks good to me", "Is ok what I should say?", ""])
def test_what_is_not_understood_is_answered_with_how_it_is_said(desk: Desk, said: str) -> None:
    desk.announce()
    desk.answer(said)
    assert (state(desk), desk.reason()) == (State.draft, "draft-unclear")
    assert "We did not understand your answer" in desk.text()
    assert "> deadline: 20 March 2026, 18:00" in desk.text()
    assert recipients(desk).count(ORGANISER) == 1  # only who wrote it hears of it


def test_ok_opens_nothing_while_something_is_missing(desk: Desk) -> None:
    desk.announce(FORWARDED.replace(" (13:00-16:00 CET)", ""))
    assert "Time zone: no place or time zone is named." in desk.text()
    desk.answer("ok")
    assert (state(desk), desk.reason()) == (State.draft, "draft-lacking")
    desk.answer("zone: Brussels time")
    desk.answer("ok")
    assert state(desk) is State.open


def test_ok_opens_nothing_once_the_deadline_is_over(desk: Desk) -> None:
    desk.announce()
    desk.clock.advance(days=30)
    desk.answer("ok")
    assert (state(desk), desk.reason()) == (State.draft, "draft-lacking")
    assert "Deadline: it is over." in desk.text()


def test_a_correction_that_contradicts_is_told_before_anything_opens(desk: Desk) -> None:
    desk.announce()
    desk.answer("deadline: 20 April 2021")
    assert "Contradiction: `deadline` 2021-04-20 23:59 is after the first meeting has begun" in desk.text()
    desk.answer("ok")
    assert state(desk) is State.draft


def test_a_contact_who_is_added_gets_the_draft_and_one_who_is_dropped_has_no_say(desk: Desk) -> None:
    desk.announce()
    desk.answer("contact: Ben Cole <ben@example.org>\ndrop contact: Ada Berg", sender=ORGANISER)
    assert "Ben Cole (ben@example.org)" in desk.text("ben@example.org")
    (letter,) = desk.shown("ben@example.org")
    assert desk.answer("ok", to=letter) == "quarantined"
    assert desk.reason() == "draft-answer-of-somebody-else"
    desk.answer("ok", sender="ben@example.org")
    assert state(desk) is State.open


def test_corrections_after_the_opening_wait_for_a_person(desk: Desk) -> None:
    desk.announce()
    desk.answer("ok")
    assert desk.answer("places: 20") == "quarantined"
    assert "Your call is open already" in desk.text(kind=LetterKind.opened)
    assert "a person reads your email" in desk.text(kind=LetterKind.opened)
    assert desk.answer("ok") == "not-a-submission"


# who may not


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"sender": "mallory@example.org"}, "draft-answer-of-somebody-else"),
        ({"dmarc": "none"}, "draft-not-authenticated"),
        ({"dmarc": "fail"}, "authentication-failed"),
    ],
)
def test_ok_of_a_stranger_or_without_proof_is_kept_for_a_person_and_not_answered(
    desk: Desk, parts: dict[str, str], reason: str
) -> None:
    desk.announce()
    before = len(desk.app.store.letters())
    assert desk.answer("ok", to=desk.shown()[-1], **parts) == "quarantined"
    assert (desk.reason(), state(desk)) == (reason, State.draft)
    assert len(desk.app.store.letters()) == before


def test_a_forged_identifier_of_a_letter_is_none(desk: Desk) -> None:
    desk.announce()
    (letter,) = desk.shown()
    forged = re.sub(
        r"\.([a-z2-7])([a-z2-7]{25})@", lambda m: f".{'a' if m[1] != 'a' else 'b'}{m[2]}@", letter.letter.message_id
    )
    assert forged != letter.letter.message_id
    desk.answer("ok", to=letter, extra=f"In-Reply-To: {forged}\n")
    assert state(desk) is State.draft


@pytest.mark.parametrize("parts", [{"sender": "stranger@example.org"}, {"dmarc": "none"}, {"dmarc": "fail"}])
def test_only_an_authentic_mail_of_an_organiser_is_an_announcement(desk: Desk, parts: dict[str, str]) -> None:
    assert desk.announce(**parts) == "quarantined"
    assert (desk.app.store.drafts(), desk.app.store.letters()) == ([], [])


def test_an_out_of_office_reply_to_a_draft_letter_does_nothing(desk: Desk) -> None:
    desk.announce()
    letter = desk.shown()[-1]
    extra = f"In-Reply-To: {letter.letter.message_id}\nAuto-Submitted: auto-replied\n"
    desk.answer("ok", extra=extra)
    assert state(desk) is State.draft
    assert len(desk.shown()) == 1


# what is no announcement


def test_an_organiser_who_answers_a_call_as_a_candidate_is_one(desk: Desk) -> None:
    desk.edit(call_file())
    assert desk.mail(sender=ORGANISER) == "new"


def test_an_organiser_who_goes_on_with_a_thread_announces_nothing(desk: Desk) -> None:
    desk.announce(
        "Thanks, see you on 10 March 2021. When is the deadline?\n",
        subject="Re: Our meeting",
        extra="In-Reply-To: <1@x.example>\n",
    )
    assert desk.app.store.drafts() == []


def test_an_announcement_pasted_into_an_answer_waits_for_a_person(desk: Desk) -> None:
    assert desk.announce(ANNOUNCEMENT, subject="Re: plans", extra="In-Reply-To: <1@x.example>\n") == "quarantined"
    assert desk.reason() == "draft-perhaps"


def test_a_new_announcement_is_drafted_beside_an_open_call_of_the_same_address(desk: Desk) -> None:
    desk.edit(call_file())
    assert desk.announce() == "not-a-submission"
    assert "Address for answers: each address of ours takes the answers of another call." in desk.text()
    desk.answer("address: meals@example.org")
    assert "meals@example.org, which we do not know" in desk.text()
    desk.answer("ok")
    assert state(desk) is State.open


def test_the_announcement_of_a_known_call_waits_for_a_person(desk: Desk) -> None:
    desk.announce()
    desk.answer("ok")
    again = FORWARDED.replace("17 February", "24 February")
    assert desk.announce(again, message_id="<again@example.org>") == "quarantined"
    assert desk.reason() == "draft-of-known-call"


def test_the_same_mail_twice_is_one_draft(desk: Desk) -> None:
    desk.announce()
    assert desk.announce() == "duplicate"
    assert desk.announce(message_id="<another@example.org>") == "not-a-submission"
    assert desk.reason() == "draft-known"
    assert len(desk.app.store.drafts()) == 1
    assert recipients(desk) == [ORGANISER, CONTACT, ORGANISER]


def test_two_drafts_of_one_title_have_two_names(desk: Desk) -> None:
    desk.announce()
    desk.announce(FORWARDED.replace("Who pays", "Who cooks"), message_id="<2@example.org>")
    assert [draft.plan.slug for draft in desk.app.store.drafts()] == [SLUG, f"{SLUG}-2"]


def test_mail_that_lay_there_before_mailbot_came_makes_no_draft(desk: Desk) -> None:
    desk.mail()
    desk.clock.advance(hours=-1)
    assert desk.announce() == "quarantined"
    assert desk.reason() == "draft-before-first-round"


def test_two_programs_do_not_talk_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_MOST_LETTERS", 4)
    desk.announce()
    for _ in range(6):
        desk.answer("I am a machine.")
    assert len(desk.shown()) == 4
    assert desk.reason() == "draft-too-many-mails"


def test_our_own_address_on_the_page_gets_no_letter(desk: Desk) -> None:
    desk.announce(FORWARDED.replace(CONTACT, ADDRESS))
    assert recipients(desk) == [ORGANISER]
    desk.answer("ok", sender=ORGANISER)
    assert state(desk) is State.open


# the folder of calls


def test_a_file_of_that_name_is_never_written_over(desk: Desk) -> None:
    desk.announce()
    desk.file(SLUG).write_text("mine")
    desk.answer("ok")
    assert (desk.reason(), state(desk), desk.file(SLUG).read_text()) == ("draft-not-written", State.draft, "mine")
    assert "its file could not be written" in desk.text()
    assert recipients(desk, LetterKind.notice) == ["operator@example.org"]
    desk.file(SLUG).unlink()
    desk.answer("ok")
    assert state(desk) is State.open


def test_a_folder_that_cannot_be_written_is_told_to_who_said_ok_and_to_the_operator(desk: Desk) -> None:
    desk.announce()
    (desk.folder / "rules").rename(desk.folder / "elsewhere")
    desk.answer("ok")
    assert (desk.reason(), state(desk)) == ("draft-not-written", State.draft)
    assert "The operator has been told" in desk.text()
    (desk.folder / "elsewhere").rename(desk.folder / "rules")
    desk.answer("ok")
    assert state(desk) is State.open


# looking, and opening by hand


def test_the_commands_show_a_draft_and_open_it_by_hand(desk: Desk, look: Look) -> None:
    desk.announce(FORWARDED.replace("2021", "2031").replace("17 February", "17 February 2031"))
    slug = SLUG.replace("2021", "2031")
    (listed,) = look.objects("calls")
    assert (listed["slug"], listed["state"], listed["version"]) == (slug, "draft", 1)
    assert "1 draft by mail" in look.say("calls")
    page = look.say("call", slug)
    assert "draft, version 1: waits for an ok by mail from olga@example.org, ada.berg@example.org" in " ".join(page.split())
    assert "3. Who pays for the meals at your school?" in page
    assert f"{slug} was draft, and is open now." in look.say("call", "open", slug, "--why", "agreed by phone")
    assert state(desk, slug) is State.open
    desk.service.reload()
    assert [call.slug for call in desk.app.calls()] == [slug]


def test_a_draft_can_be_given_up_by_hand(desk: Desk, look: Look) -> None:
    desk.announce()
    look.say("call", "archive", SLUG, "--why", "not this year")
    assert desk.answer("ok") == "quarantined"
    assert (desk.reason(), state(desk)) == ("draft-not-waiting", State.archived)


# a crash at each step


class Killed(BaseException):
    """The process is gone."""


STEPS = ("archived", "in ledger", "reading", "deciding", "opening", "file written", "inside the transaction", "committed")


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_of_the_announcement_or_the_ok_loses_and_doubles_nothing(desk: Desk, step: str) -> None:
    def die(reached: str) -> None:
        if reached == step:
            raise Killed

    def crash(body: str, *, announces: bool) -> None:
        desk.app.intake._step = desk.app.drafts._step = die
        try:
            desk.announce() if announces else desk.answer(body)
        except Killed:
            pass
        desk.app.intake._step = desk.app.drafts._step = lambda _: None
        desk.service.reload()
        if not announces and step == "file written":
            (call,) = desk.app.calls()  # its file is there, and it is a draft all the same
            assert desk.app.shelf.standings[call.slug].state is State.draft
        desk.round()

    crash("", announces=True)
    assert recipients(desk) == [ORGANISER, CONTACT]
    assert (state(desk), len(desk.app.store.drafts())) == (State.draft, 1)
    crash("ok", announces=False)
    assert recipients(desk, LetterKind.opened) == [ORGANISER, CONTACT]
    assert state(desk) is State.open
    assert [call.slug for call in desk.app.calls()] == [SLUG]
    assert desk.audit(SLUG).count("state-open") == 1
    assert list((desk.folder / "rules").iterdir()) == [desk.file(SLUG)]


# the files of calls


def test_a_call_file_is_added_whole_once_and_never_over_another(desk: Desk) -> None:
    files = desk.app.shelf._files
    files.add("a-call", call_file())
    files.add("a-call", call_file())
    with pytest.raises(MailbotError, match="is there already"):
        files.add("a-call", "other")
    assert desk.file("a-call").read_text() == call_file()
    assert list((desk.folder / "rules").iterdir()) == [desk.file("a-call")]


def test_the_letters_are_threaded_for_who_wrote_and_marked_for_programs(desk: Desk) -> None:
    desk.announce()
    olga, ada = (opened(row.letter) for row in desk.app.store.letters())
    assert (olga["In-Reply-To"], ada["In-Reply-To"]) == ("<announcement@example.org>", None)
    assert (olga["Auto-Submitted"], ada["Auto-Submitted"]) == ("auto-replied", "auto-generated")
    assert isinstance(parse(olga.as_bytes()), Message)
