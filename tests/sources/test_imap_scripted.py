"""Each step of the IMAP conversation with each thing a server can do there, and the oddities of known servers."""

from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.errors import FolderMissing, LoginRefused, NotTrusted, SourceError
from mailbot.sources import Limits, imap_wire
from mailbot.sources.imap import ImapSource
from mailbot.sources.imap_session import Session
from mailbot.sources.patience import ROUNDS
from tests.servers.scripted import CLOSE, FAULTS, Answer, ScriptedImap, fetched, uids
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import mail, take, take_until_error, taking

LARGE = mail(3, 5_000)
MAILS = [mail(1), mail(2), LARGE, mail(4)]


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap(MAILS) as script:
        yield script


def on(server: ScriptedImap, **settings: Any) -> ImapSource:
    """Mails above 2,000 octets travel in slices; a third of a second is enough for a server in the same process."""
    settings = {"tls": "none", "timeout": 0.3, "limits": Limits(slice_bytes=2000), **settings}
    return ImapSource("post", host="localhost", port=server.port, user="someone", password="secret", **settings)


# The whole table: step by fault.

OUTCOME = {("LOGIN", "no"): LoginRefused, ("LOGIN", "bad"): LoginRefused, ("LOGIN", "half a response"): type(None)}
"""Else a SourceError and no finer one. Half a response beside an OK to the login is noise that harms nothing."""

FETCHING = ["GREETING", "CAPABILITY", "LOGIN", "EXAMINE", "SEARCH", "SIZE", "BODY", "SLICE"]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", FETCHING)
def test_any_fault_at_any_step_of_a_round_loses_nothing(server: ScriptedImap, step: str, fault: str) -> None:
    server.answers[step] = FAULTS[fault]
    source, ledger = on(server), MemoryLedger()
    before, error = take_until_error(source, ledger)
    assert type(error) is OUTCOME.get((step, fault), SourceError)
    server.heal()
    mails = before + take(source, ledger)
    assert sorted(m.raw for m in mails) == sorted(MAILS)
    assert {m.problem for m in mails} == {None}
    assert take(source, ledger) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_any_fault_at_the_start_of_tls_sends_no_password(server: ScriptedImap, fault: str) -> None:
    server.answers["STARTTLS"] = FAULTS[fault]
    with pytest.raises(SourceError) as raised:
        take(on(server, tls="starttls"), MemoryLedger())
    assert isinstance(raised.value, NotTrusted) is (fault in {"no", "bad"})
    assert b"secret" not in server.received


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(("after", "step"), [("flag", "STORE"), ("flag", "SELECT"), ("move", "MOVE"), ("move", "LIST")])
def test_any_fault_while_a_mail_is_done_is_said_and_can_be_repeated(
    server: ScriptedImap, after: str, step: str, fault: str
) -> None:
    source, ledger = on(server, after=after, move_to="Processed"), MemoryLedger()
    keys = [m.key for m in take(source, ledger)]
    source.close()
    server.answers[step] = FAULTS[fault]
    with nullcontext() if (step, fault) == ("STORE", "half a response") else pytest.raises(SourceError):
        source.done(keys[0])
    server.heal()
    source.done(keys[0])
    source.done(keys[0])
    assert take(source, ledger) == []
    assert len(server.mails) == (3 if after == "move" else 4)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", ["IDLE+", "IDLE"])
def test_any_fault_while_waiting_costs_no_mail(server: ScriptedImap, step: str, fault: str) -> None:
    source, ledger = on(server), MemoryLedger()
    take(source, ledger)
    server.answers[step] = FAULTS[fault]
    with suppress(SourceError):
        source.wait(0.05)
    server.heal()
    server.mails[9], server.uidnext = mail(9), 10
    assert [m.raw for m in take(source, ledger)] == [mail(9)]


def test_a_server_that_floods_is_given_up(server: ScriptedImap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_wire, "_ANSWER", 100_000)
    server.answers["SEARCH"] = lambda tag, _: b"* OK are you still there\r\n" * 10_000 + tag + b" OK done\r\n"
    with pytest.raises(SourceError, match="more than 100000 octets"):
        take(on(server), MemoryLedger())


# A mail that cannot be fetched stops no other.


@pytest.mark.parametrize("fault", ["no", "close", "close in a literal", "over-long literal", "garbage"])
def test_a_mail_whose_fetching_always_fails_comes_last_and_in_the_end_with_a_problem(server: ScriptedImap, fault: str) -> None:
    server.answers["BODY"] = server.answers["SLICE"] = only_for(2, FAULTS[fault])
    source, ledger = on(server), MemoryLedger()
    found = []
    for _ in range(ROUNDS):
        mails, error = take_until_error(source, ledger)
        found += [m.raw for m in mails]
        assert error is not None
    assert sorted(found) == sorted([mail(1), LARGE, mail(4)])
    server.mails[9], server.uidnext = mail(9), 10
    new, bad = take(source, ledger)
    assert (new.raw, new.problem) == (mail(9), None)
    assert (bad.key.uid, bad.raw, bad.problem) == ("2", b"", "server-fails-on-body")
    assert take(source, ledger) == []


def test_a_mail_of_which_not_even_the_size_can_be_read_stops_no_other(server: ScriptedImap) -> None:
    server.answers["SIZE"] = only_for(2, FAULTS["close"])
    source, ledger = on(server), MemoryLedger()
    found = []
    for _ in range(2 * ROUNDS):
        mails, _ = take_until_error(source, ledger)
        found += [(m.key.uid, m.raw, m.problem) for m in mails]
    assert sorted(found) == [
        ("1", mail(1), None),
        ("2", b"", "server-fails-on-body"),
        ("3", LARGE, None),
        ("4", mail(4), None),
    ]


def test_a_mail_about_which_the_server_says_nothing_is_fetched_all_the_same(server: ScriptedImap) -> None:
    server.answers["SIZE"] = lambda tag, _: tag + b" OK done\r\n"
    mails = take(on(server, limits=Limits()), MemoryLedger())
    assert [m.raw for m in mails] == MAILS
    assert {m.problem for m in mails} == {"server-gave-no-date"}


def test_a_large_mail_that_is_filed_while_it_is_read_is_nobodys_loss(server: ScriptedImap) -> None:
    def file_away(_: bytes, command: bytes) -> None:
        if b"<2000." in command:
            del server.mails[3]

    server.answers["SLICE"] = file_away
    ledger = MemoryLedger()
    assert [m.raw for m in take(on(server), ledger)] == [mail(1), mail(2), mail(4)]
    assert ledger.cursor("post", 7) == 4


def test_a_folder_that_is_made_anew_during_a_round_ends_the_round(server: ScriptedImap) -> None:
    source, ledger = on(server, limits=Limits(batch_mails=1, slice_bytes=2000)), MemoryLedger()
    round_ = taking(source, ledger)
    next(round_)
    source.close()
    server.answers["EXAMINE"] = lambda tag, _: b"* 4 EXISTS\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 8] x\r\n" + tag + b" OK done\r\n"
    with pytest.raises(SourceError, match="made anew"):
        next(round_)
    assert len(take(source, ledger)) == 4


def only_for(uid: int, answer: Answer) -> Answer:
    """That answer where the command names the mail, else the right one."""
    return lambda tag, command: answer(tag, command) if uid in uids(command) else None


# Exchange and its kin (OK without data, a text in place of the mail, no permission though logged in), and rarer ways.


def test_ok_without_data_once_is_asked_again(server: ScriptedImap) -> None:
    first = iter([lambda tag: tag + b" OK done\r\n"])
    server.answers["BODY"] = lambda tag, _: next(first, lambda tag: None)(tag)
    mails = take(on(server), MemoryLedger())
    assert [m.raw for m in mails] == MAILS
    assert {m.problem for m in mails} == {None}


@pytest.mark.parametrize("uid", [2, 3])
def test_ok_without_data_again_is_a_problem_and_the_others_come(server: ScriptedImap, uid: int) -> None:
    server.silent = {uid}
    mails = take(on(server), MemoryLedger())
    assert [m.key.uid for m in mails] == ["1", "2", "3", "4"]
    assert {m.key.uid: m.problem for m in mails if m.problem} == {str(uid): "server-gave-no-body"}
    assert [m.raw for m in mails if m.problem] == [b""]


def test_a_mail_without_a_single_byte_is_a_mail_and_no_problem(server: ScriptedImap) -> None:
    server.mails = {1: b""}
    [empty] = take(on(server), MemoryLedger())
    assert (empty.raw, empty.problem) == (b"", None)


SUBSTITUTE = (
    b'From: "Microsoft Exchange Server" <>\r\nSubject: Retrieval using the IMAP4 protocol failed\r\n'
    b'Content-Type: text/plain\r\n\r\nThe server couldn\'t retrieve the following message:\r\n\r\nSubject: "Answer"\r\n'
)


def test_the_text_that_exchange_gives_in_place_of_a_mail_is_a_problem(server: ScriptedImap) -> None:
    server.mails[2] = SUBSTITUTE
    problems = {m.key.uid: m.problem for m in take(on(server), MemoryLedger())}
    assert problems == {"1": None, "2": "server-substitute", "3": None, "4": None}


def test_a_person_may_quote_that_text(server: ScriptedImap) -> None:
    server.mails[2] = SUBSTITUTE.replace(b"\r\n\r\nThe", b"\r\n\r\nThis is what I see:\r\n> The")
    assert {m.problem for m in take(on(server), MemoryLedger())} == {None}


def test_logged_in_without_permission_is_a_refused_login_that_says_so(server: ScriptedImap) -> None:
    server.answers["EXAMINE"] = server.answers["LIST"] = not_connected
    with pytest.raises(LoginRefused, match="permission") as raised:
        take(on(server), MemoryLedger())
    assert "full access" in raised.value.mend


def not_connected(tag: bytes, _: bytes) -> bytes:
    return tag + b" BAD User is authenticated but not connected.\r\n"


def test_a_login_refused_for_lack_of_time_is_tried_again(server: ScriptedImap) -> None:
    server.answers["LOGIN"] = lambda tag, _: tag + b" NO [UNAVAILABLE] user database is down\r\n"
    with pytest.raises(SourceError) as raised:
        take(on(server), MemoryLedger())
    assert type(raised.value) is SourceError
    assert not raised.value.permanent


def test_a_refused_folder_that_exists_is_no_missing_folder(server: ScriptedImap) -> None:
    server.answers["EXAMINE"] = lambda tag, _: tag + b" NO [INUSE] locked\r\n"
    with pytest.raises(SourceError, match="locked") as raised:
        take(on(server, folder="Processed"), MemoryLedger())
    assert type(raised.value) is SourceError
    with pytest.raises(FolderMissing, match="Elsewhere"):
        take(on(server, folder="Elsewhere"), MemoryLedger())


@pytest.mark.parametrize(
    "date", [b'"26-Mar-2023 00:59:59 -0000"', b'"26-Mar-2023 01:59:59 +0100"', b'" 26-Mar-2023 00:59:59 +0000"']
)
def test_the_date_is_an_instant_in_utc_whatever_its_zone(server: ScriptedImap, date: bytes) -> None:
    server.mails = {1: mail(1)}
    server.answers["SIZE"] = dated(date)
    [m] = take(on(server), MemoryLedger())
    assert (m.received_at, m.problem) == (datetime(2023, 3, 26, 0, 59, 59, tzinfo=UTC), None)


@pytest.mark.parametrize("date", [b"NIL", b'"yesterday"', b'"31-Feb-2023 25:61:00 +9999"'])
def test_a_mail_without_a_date_is_for_a_person(server: ScriptedImap, date: bytes) -> None:
    server.mails = {1: mail(1)}
    server.answers["SIZE"] = dated(date)
    [m] = take(on(server), MemoryLedger())
    assert (m.raw, m.problem) == (mail(1), "server-gave-no-date")
    assert m.received_at.tzinfo is UTC


def dated(date: bytes) -> Answer:
    answer = b"* 1 FETCH (INTERNALDATE %b UID 1 RFC822.SIZE %d)\r\n" % (date, len(mail(1)))
    return lambda tag, _: answer + tag + b" OK done\r\n"


@pytest.mark.parametrize("announced", [0, 1, 1_999, 2_001, 1_000_000])
def test_a_wrong_size_changes_how_a_mail_is_fetched_and_not_what(server: ScriptedImap, announced: int) -> None:
    def lying(tag: bytes, command: bytes) -> bytes:
        right = b"".join(fetched(uid, server.mails[uid], command) for uid in uids(command))
        wrong = b"RFC822.SIZE %d" % announced
        return (
            right.replace(b"RFC822.SIZE %d" % len(LARGE), wrong).replace(b"RFC822.SIZE %d" % len(mail(2)), wrong)
            + tag
            + b" OK done\r\n"
        )

    server.answers["SIZE"] = lying
    mails = take(on(server), MemoryLedger())
    assert [m.raw for m in mails] == MAILS
    assert {m.problem for m in mails} == {None}


def test_answers_for_other_mails_and_changed_flags_in_between_do_no_harm(server: ScriptedImap) -> None:
    def chatty(tag: bytes, command: bytes) -> bytes:
        right = b"".join(fetched(uid, server.mails[uid], command) for uid in reversed(uids(command)))
        return (
            b"* 7 EXISTS\r\n* 1 FETCH (FLAGS (\\Seen))\r\n"
            + fetched(77, b"?", command)
            + right
            + b"* 1 EXPUNGE\r\n"
            + tag
            + b" OK done\r\n"
        )

    server.answers["BODY"] = server.answers["SIZE"] = chatty
    assert [m.raw for m in take(on(server), MemoryLedger())] == MAILS


def test_a_server_without_uidvalidity_cannot_be_read(server: ScriptedImap) -> None:
    server.answers["EXAMINE"] = lambda tag, _: b"* 4 EXISTS\r\n* FLAGS ()\r\n" + tag + b" OK done\r\n"
    with pytest.raises(SourceError, match="UIDVALIDITY") as raised:
        take(on(server), MemoryLedger())
    assert raised.value.permanent


def test_a_server_without_uidnext_is_read_all_the_same(server: ScriptedImap) -> None:
    server.answers["EXAMINE"] = lambda tag, _: b"* 4 EXISTS\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 7] x\r\n" + tag + b" OK done\r\n"
    assert [m.raw for m in take(on(server, limits=Limits(window=2)), MemoryLedger())] == MAILS


def test_uids_that_go_back_are_refused_because_mail_would_be_taken_for_known(server: ScriptedImap) -> None:
    source, ledger = on(server), MemoryLedger()
    take(source, ledger)
    server.mails, server.uidnext = {1: mail(8)}, 2
    with pytest.raises(SourceError, match="gone back") as raised:
        take(source, ledger)
    assert "another name" in raised.value.mend


def test_uids_far_apart_are_found_in_a_few_questions(server: ScriptedImap) -> None:
    server.mails = {3: mail(1), 4: mail(2), 4_000_000_000: mail(3), 4_000_000_001: mail(4)}
    server.uidnext = 4_000_000_002
    found = take(on(server, limits=Limits(window=3)), MemoryLedger())
    assert [m.key.uid for m in found] == ["3", "4", "4000000000", "4000000001"]
    assert server.received.count(b"SEARCH") < 40


def test_a_server_that_offers_no_move_is_not_made_to_copy_and_delete(server: ScriptedImap) -> None:
    server.answers["CAPABILITY"] = lambda tag, _: b"* CAPABILITY IMAP4rev1 UIDPLUS\r\n" + tag + b" OK done\r\n"
    source = on(server, after="move", move_to="Processed")
    [first, *_] = take(source, MemoryLedger())
    with pytest.raises(SourceError, match="MOVE") as raised:
        source.done(first.key)
    assert "leave" in raised.value.mend
    assert b"COPY" not in server.received
    assert b"STORE" not in server.received


def test_a_move_whose_answer_is_lost_is_found_to_be_done(server: ScriptedImap) -> None:
    source = on(server, after="move", move_to="Processed")
    [first, *_] = take(source, MemoryLedger())

    def moved_and_gone(_: bytes, __: bytes) -> bytes:
        server.mails.pop(1, None)
        return CLOSE

    server.answers["MOVE"] = moved_and_gone
    source.done(first.key)
    assert server.received.count(b"MOVE") == 1


def test_an_ok_to_move_proves_nothing(server: ScriptedImap) -> None:
    source = on(server, after="move", move_to="Processed")
    [first, *_] = take(source, MemoryLedger())
    server.answers["MOVE"] = lambda tag, _: tag + b" OK done\r\n"
    server.answers["SEARCH"] = lambda tag, _: b"* SEARCH 1\r\n" + tag + b" OK done\r\n"
    with pytest.raises(SourceError, match="did not"):
        source.done(first.key)


def test_a_server_without_keywords_gets_the_flag_everybody_has(server: ScriptedImap) -> None:
    def no_keywords(tag: bytes, _: bytes) -> bytes:
        return b"* 4 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [PERMANENTFLAGS (\\Flagged \\Seen)] x\r\n" + tag + b" OK done\r\n"

    server.answers["SELECT"] = no_keywords
    take(on(server, after="flag"), MemoryLedger(), done=True)
    assert b"\\Flagged" in server.received
    assert b"\\Seen" not in server.received
    assert b"MailbotTaken" not in server.received


def test_a_server_that_offers_no_idle_is_polled(server: ScriptedImap) -> None:
    server.answers["CAPABILITY"] = lambda tag, _: b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n"
    source = on(server)
    take(source, MemoryLedger())
    assert not source.wait(0.01)
    assert b"IDLE" not in server.received
    assert any(fact.what == "IDLE" and fact.warning for fact in source.probe())


def test_a_refused_idle_is_not_asked_for_again(server: ScriptedImap) -> None:
    server.answers["IDLE+"] = FAULTS["no"]
    source, ledger = on(server), MemoryLedger()
    for _ in range(3):
        take(source, ledger)
        assert not source.wait(0.01)
    assert server.received.count(b"IDLE") == 1


def test_news_said_only_as_idle_ends_count_as_news(server: ScriptedImap) -> None:
    server.answers["IDLE"] = lambda tag, _: b"* 5 EXISTS\r\n" + tag + b" OK done\r\n"
    source = on(server)
    take(source, MemoryLedger())
    assert source.wait(0.01)


def test_a_greeting_that_says_we_are_logged_in_already_cannot_get_around_starttls(server: ScriptedImap) -> None:
    server.answers["GREETING"] = lambda *_: b"* PREAUTH welcome\r\n"
    with pytest.raises(NotTrusted):
        take(on(server, tls="starttls"), MemoryLedger())


def test_a_token_logs_in_in_place_of_a_password(server: ScriptedImap) -> None:
    def login(session: Session) -> None:
        session.login_xoauth2("someone@example.test", "token")

    assert len(take(on(server, login=login), MemoryLedger())) == len(MAILS)
    assert b"AUTHENTICATE XOAUTH2" in server.received
    assert b64encode(b"user=someone@example.test\x01auth=Bearer token\x01\x01") in server.received


def test_what_a_server_says_is_shown_on_one_short_line(server: ScriptedImap) -> None:
    server.answers["SEARCH"] = lambda tag, _: tag + b" NO \x1b[31mred\x07 and long " + b"x" * 5000 + b"\r\n"
    with pytest.raises(SourceError) as raised:
        take(on(server), MemoryLedger())
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 400


@pytest.mark.parametrize(
    "said", [b"private words\r\n", b"* SEARCH private words\r\n", b"* SEARCH 1 private)(\r\n", b"* private"]
)
def test_an_answer_that_is_not_imap_is_not_shown_for_it_may_be_a_mail(server: ScriptedImap, said: bytes) -> None:
    server.answers["SEARCH"] = lambda tag, _: said + (CLOSE if not said.endswith(b"\n") else tag + b" OK done\r\n")
    with pytest.raises(SourceError) as raised:
        take(on(server), MemoryLedger())
    assert "private" not in str(raised.value)


def test_closing_from_another_thread_ends_a_fetch_that_waits_for_the_server(server: ScriptedImap) -> None:
    server.answers["SEARCH"] = FAULTS["stall"]
    source = on(server, timeout=1000, patience=1000)
    with ThreadPoolExecutor() as pool:
        round_ = pool.submit(take, source, MemoryLedger())
        while b"SEARCH" not in server.received:
            server.over.wait(0.01)
        source.close()
        with pytest.raises(SourceError):
            round_.result(60)


# Any bytes at all.

PIECES = [
    *(
        b"* ",
        b"+ ",
        b"\r\n",
        b"\n",
        b"\r",
        b"\0",
        b"(",
        b")",
        b"[",
        b"]",
        b'"',
        b"\\",
        b"{",
        b"}",
        b"{3}\r\n",
        b"{-1}\r\n",
        b"~{2}\r\n",
    ),
    *(
        b"FETCH",
        b"UID ",
        b"1 ",
        b"2 ",
        b"BODY[]",
        b"BODY[]<0>",
        b"RFC822.SIZE",
        b"INTERNALDATE",
        b"NIL",
        b"FLAGS",
        b"SEARCH",
        b"OK",
    ),
    *(
        b"NO",
        b"BAD",
        b"BYE",
        b"EXISTS",
        b"EXPUNGE",
        b"CAPABILITY",
        b"PREAUTH",
        b"[UIDVALIDITY 7]",
        b"[UIDNEXT x]",
        b"\xff\xfe",
        b" ",
    ),
]


@settings(max_examples=150, deadline=None)
@given(
    step=st.sampled_from(FETCHING),
    said=st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=30).map(b"".join),
    completes=st.booleans(),
)
def test_whatever_bytes_a_server_says_are_an_answer_or_a_source_error(step: str, said: bytes, completes: bool) -> None:
    with ScriptedImap(MAILS) as server:
        server.answers[step] = lambda tag, _: said + (tag + b" OK done\r\n" + CLOSE if completes else CLOSE)
        source, ledger = on(server, timeout=20.0), MemoryLedger()
        take_until_error(source, ledger)
        server.heal()
        if step != "SEARCH":  # a server that lies about what is there can hide mail; noise cannot
            take(source, ledger)
            assert ledger.unknown("post", 7, ["1", "2", "3", "4"]) == []
