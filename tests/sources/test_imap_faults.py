"""Whatever an IMAP server or the network does: a SourceError, nothing lost, and the next round brings every mail."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from mailbot.errors import NotTrusted, SourceError
from mailbot.sources import Limits
from mailbot.sources.imap import ImapSource
from tests.servers.faults import FaultProxy, Faults
from tests.servers.mailbox import Mailbox
from tests.servers.scripted import ScriptedImap
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import mail, take, take_until_error, taking
from tests.sources.test_imap import ImapPlace

MAILS = [mail(n, 30_000) for n in range(12)]
Proxy = Callable[..., FaultProxy]


@pytest.fixture
def place(mailbox: Mailbox) -> ImapPlace:
    return ImapPlace(mailbox)


@pytest.fixture
def full(place: ImapPlace) -> ImapPlace:
    """A mailbox of a dozen mails, some hundred thousand octets."""
    place.put(*MAILS)
    return place


def survives(source: ImapSource, heal: Callable[[], object], kind: type[SourceError] = SourceError, words: str = "") -> None:
    """The round ends in that error; once the world is mended, what had not been taken comes, and nothing twice."""
    ledger = MemoryLedger()
    before, error = take_until_error(source, ledger)
    assert type(error) is kind
    assert words in str(error)
    heal()
    after = take(source, ledger)
    assert sorted(m.raw for m in before + after) == sorted(MAILS)
    assert {m.problem for m in before + after} == {None}
    assert take(source, ledger) == []


# Every IMAP row of the fault table, on a real server.


@pytest.mark.parametrize("cut_after", [2_000, 50_000, 200_000])
@pytest.mark.parametrize("reset", [False, True])
def test_a_connection_cut_anywhere_loses_nothing(full: ImapPlace, fault_proxy: Proxy, cut_after: int, reset: bool) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(cut_after=cut_after, reset=reset))
    survives(full.source(port=proxy.port), proxy.heal)


@pytest.mark.parametrize("stall_after", [0, 2_000, 50_000])
def test_a_server_that_falls_silent_is_given_up_after_the_timeout(
    full: ImapPlace, fault_proxy: Proxy, stall_after: int
) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(stall_after=stall_after))
    survives(full.source(port=proxy.port, timeout=0.3), proxy.heal, words="no answer in time")


def test_a_server_that_drips_bytes_is_given_up_after_our_patience(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(chunk=100, delay=0.05))
    survives(full.source(port=proxy.port, timeout=20, patience=0.5), proxy.heal, words="no answer in time")


def test_a_server_process_killed_while_it_sends_loses_nothing(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap)
    source, ledger = full.source(port=proxy.port, limits=Limits(batch_mails=1)), MemoryLedger()
    round_ = taking(source, ledger)
    found = [next(round_).raw]
    for session in full.mailbox.dovecot.sessions(full.mailbox.user):
        os.kill(session, 9)
    with pytest.raises(SourceError, match="closed"):
        found.extend(m.raw for m in round_)
    full.put(mail(99))
    assert sorted(found + [m.raw for m in take(source, ledger)]) == sorted([*MAILS, mail(99)])


def test_a_session_ended_between_two_rounds_is_replaced_without_a_word(full: ImapPlace) -> None:
    source, ledger = full.source(), MemoryLedger()
    take(source, ledger)
    full.mailbox.dovecot.doveadm("kick", full.mailbox.user)
    full.put(mail(99))
    assert [m.raw for m in take(source, ledger)] == [mail(99)]


def test_bye_in_the_greeting_is_an_error_and_no_more(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(greeting=b"* BYE Too many connections\r\n"))
    survives(full.source(port=proxy.port), proxy.heal, words="Too many connections")


def test_a_closed_port_is_an_error_and_no_more(full: ImapPlace) -> None:
    source = full.source(port=1)

    def heal() -> None:
        source._port = full.mailbox.dovecot.imap

    survives(source, heal, words="refused")


def test_an_unknown_host_is_named_so() -> None:
    with pytest.raises(SourceError, match="name"):
        take(ImapSource("post", host="nowhere.invalid", user="someone", timeout=5), MemoryLedger())


def test_stripped_starttls_is_not_trusted_and_no_password_is_sent(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(replace=[(rb" STARTTLS", b""), (rb"STARTTLS ", b"")]))
    box = full.mailbox
    source = full.source(port=proxy.port, tls="starttls", ca_file=box.dovecot.certificates.ca_file)
    survives(source, proxy.heal, NotTrusted, "STARTTLS")
    assert b"LOGIN" not in proxy.received
    assert box.password.encode() not in proxy.received


def test_plain_text_injected_behind_the_start_of_tls_is_not_read_as_part_of_it(full: ImapPlace, fault_proxy: Proxy) -> None:
    ok = b"OK Begin TLS negotiation now.\r\n"
    injected = b"* CAPABILITY IMAP4rev1 INJECTED\r\nA2 OK done\r\n"
    proxy = fault_proxy(full.mailbox.dovecot.imap, Faults(replace=[(ok.replace(b".", rb"\."), ok + injected)]))
    source = full.source(port=proxy.port, tls="starttls", ca_file=full.mailbox.dovecot.certificates.ca_file)
    survives(source, proxy.heal, NotTrusted, "plain text behind the start of TLS")


def test_a_folder_made_anew_is_read_anew(full: ImapPlace) -> None:
    box = full.mailbox
    with box.client(None) as client:
        client.create_folder("Answers")
        client.append("Answers", mail(1))
    source, ledger = full.source(folder="Answers"), MemoryLedger()
    [before] = take(source, ledger)
    # The new UIDVALIDITY is a time in seconds: set, instead of waited for.
    box.dovecot.doveadm("mailbox", "delete", "-u", box.user, "-s", "Answers")
    box.dovecot.doveadm("mailbox", "create", "-u", box.user, "Answers")
    box.dovecot.doveadm("mailbox", "update", "-u", box.user, "--uid-validity", str(before.key.uidvalidity + 1), "Answers")
    box.append(mail(2), folder="Answers")
    [after] = take(source, ledger)
    assert after.raw == mail(2)
    assert (after.key.uid, after.key.uidvalidity) == (before.key.uid, before.key.uidvalidity + 1)


def test_a_changed_uidvalidity_under_an_open_session_makes_every_mail_new(full: ImapPlace) -> None:
    source, ledger = full.source(), MemoryLedger()
    first = take(source, ledger)
    maildir = full.mailbox.dovecot.home(full.mailbox.user) / "Maildir"
    old, new = (f"V{first[0].key.uidvalidity + n} ".encode() for n in (0, 1))
    uids = maildir / "dovecot-uidlist"
    uids.write_bytes(uids.read_bytes().replace(old, new, 1))
    for index in maildir.glob("dovecot.index*"):
        index.unlink()
    second, error = take_until_error(source, ledger)
    assert (second == []) is (error is not None)
    second = second or take(source, ledger)
    assert sorted(m.raw for m in second) == sorted(MAILS)
    assert {m.key.uidvalidity for m in second} == {first[0].key.uidvalidity + 1}


def test_a_mail_of_the_old_uidvalidity_is_done_with(full: ImapPlace) -> None:
    ledger, source = MemoryLedger(), full.source(after="flag")
    [first, *_] = take(source, ledger)
    before = full.state()
    source.done(type(first.key)(first.key.mailbox, first.key.uidvalidity + 1, first.key.uid))
    assert full.state() == before


def test_a_mailbox_over_quota_is_still_read(new_mailbox: Callable[..., Mailbox]) -> None:
    place = ImapPlace(new_mailbox(quota_kb=16))
    place.put(mail(1, 10_000))
    with pytest.raises(Exception, match=r"552|OVERQUOTA|[Qq]uota"):
        place.mailbox.deliver(mail(2, 10_000))
    source = place.source(after="move", move_to="Processed")
    assert [m.raw for m in take(source, MemoryLedger(), done=True)] == [mail(1, 10_000)]
    assert place.moved() == [mail(1, 10_000)]


@pytest.mark.parametrize("after", ["flag", "move"])
def test_a_read_only_mailbox_is_read_and_complains_once(full: ImapPlace, after: str) -> None:
    maildir = full.mailbox.dovecot.home(full.mailbox.user) / "Maildir"
    source, ledger = full.source(after=after, move_to="Processed"), MemoryLedger()
    folders = [maildir / "cur", maildir / "new", maildir / "tmp", maildir]
    before = full.stored()
    for folder in folders:
        folder.chmod(0o500)
    mails = take(source, ledger)
    assert sorted(m.raw for m in mails) == sorted(MAILS)
    with pytest.raises(SourceError, match="read-only") as raised:
        source.done(mails[0].key)
    assert raised.value.permanent
    source.done(mails[0].key)
    source.done(mails[1].key)
    for folder in folders:
        folder.chmod(0o700)
    assert full.stored() == before
    assert set().union(*full.mailbox.flags()) == set()


@pytest.mark.parametrize("after", ["flag", "move"])
def test_a_folder_that_is_opened_read_only_is_read_and_nothing_is_written_to_it(after: str) -> None:
    """A shared folder whose owner gave no more: SELECT says READ-ONLY, and STORE would say OK and do nothing."""
    with ScriptedImap(MAILS[:2]) as server:
        server.answers["SELECT"] = lambda tag, _: _SELECTED + tag + b" OK [READ-ONLY] done\r\n"
        source = ImapSource(
            "post", host="localhost", port=server.port, user="u", password="p", tls="none", after=after, move_to="Processed"
        )
        ledger = MemoryLedger()
        first, second = take(source, ledger)
        assert [first.raw, second.raw] == MAILS[:2]
        with pytest.raises(SourceError, match="read-only") as raised:
            source.done(first.key)
        assert raised.value.permanent
        assert 'after = "leave"' in raised.value.mend
        source.done(second.key)
        assert not {b"STORE", b"MOVE", b"COPY", b"EXPUNGE"} & set(server.received.split())
        server.mails[3], server.uidnext = mail(99), 4
        assert [m.raw for m in take(source, ledger)] == [mail(99)]


_SELECTED = b"* FLAGS ()\r\n* 2 EXISTS\r\n* OK [UIDVALIDITY 7] lasting\r\n* OK [PERMANENTFLAGS ()] none\r\n"


# IDLE, and the three holes in it.


def in_idle(place: ImapPlace, source: ImapSource, ledger: MemoryLedger, act: Callable[[], object]) -> bool:
    """Wait, and once the server knows, let something happen. A minute is far longer than any of it takes."""
    take(source, ledger)
    with ThreadPoolExecutor() as pool:
        hint = pool.submit(source.wait, 60)
        act()
        return hint.result(100)


def test_bye_during_idle_ends_the_wait_with_an_error(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy, ledger = fault_proxy(full.mailbox.dovecot.imap), MemoryLedger()
    source = full.source(port=proxy.port)

    def kick() -> None:
        _once(proxy, b"IDLE")
        full.mailbox.dovecot.doveadm("kick", full.mailbox.user)

    with pytest.raises(SourceError, match="closed"):
        in_idle(full, source, ledger, kick)
    full.put(mail(99))
    assert [m.raw for m in take(source, ledger)] == [mail(99)]


def test_a_server_that_dies_during_idle_ends_the_wait_and_does_not_spin(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy, ledger = fault_proxy(full.mailbox.dovecot.imap), MemoryLedger()
    source = full.source(port=proxy.port)

    def die() -> None:
        _once(proxy, b"IDLE")
        for session in full.mailbox.dovecot.sessions(full.mailbox.user):
            os.kill(session, 9)

    with pytest.raises(SourceError, match="closed"):
        in_idle(full, source, ledger, die)
    full.put(mail(99))
    assert [m.raw for m in take(source, ledger)] == [mail(99)]


def test_a_notice_that_arrives_in_pieces_is_understood(full: ImapPlace, fault_proxy: Proxy) -> None:
    proxy, ledger = fault_proxy(full.mailbox.dovecot.imap, Faults(chunk=3, delay=0.001)), MemoryLedger()
    full.mailbox.dovecot.doveadm("expunge", "-u", full.mailbox.user, "mailbox", "INBOX", "all")
    source = full.source(port=proxy.port)
    assert in_idle(full, source, ledger, lambda: full.put(mail(99)))
    assert [m.raw for m in take(source, ledger)] == [mail(99)]


def test_a_notice_in_the_same_piece_as_the_start_of_idle_is_seen(full: ImapPlace, fault_proxy: Proxy) -> None:
    idling = Faults(replace=[(rb"\+ idling\r\n", b"+ idling\r\n* 77 EXISTS\r\n")])
    proxy = fault_proxy(full.mailbox.dovecot.imap, idling)
    assert in_idle(full, full.source(port=proxy.port), MemoryLedger(), lambda: None)


def _once(proxy: FaultProxy, word: bytes) -> None:
    """Returns when the client has sent that; what comes after is bounded by the test's own time."""
    ticking = threading.Event()
    while word not in proxy.received:
        ticking.wait(0.01)
