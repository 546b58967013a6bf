"""IMAP keeps the contract of sources, on a real Dovecot; connecting, trusting, logging in."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mailbot.errors import FolderMissing, LoginRefused, NotTrusted
from mailbot.sources import Limits
from mailbot.sources.imap import ImapSource
from mailbot.sources.imap_session import Session
from tests.servers.certificates import Certificate, Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.faults import FaultProxy
from tests.servers.mailbox import Mailbox
from tests.sources.contract import LONG_AGO, SourceContract
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import mail, take, taking


class ImapPlace:
    """INBOX of one user; people use it through connections of their own."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    def source(self, **settings: Any) -> ImapSource:
        box = self.mailbox
        settings = {"host": "localhost", "port": box.dovecot.imap, "tls": "none", "timeout": 20.0, **settings}
        return ImapSource("post", **{"user": box.user, "password": box.password, **settings})

    def put(self, *raws: bytes, when: datetime = LONG_AGO) -> None:
        with self.mailbox.client() as client:
            for number, raw in enumerate(raws):
                client.append("INBOX", raw, (), when + timedelta(seconds=number))

    def stored(self) -> list[bytes]:
        return self.mailbox.read()

    def state(self) -> object:
        box = self.mailbox
        with box.client(None) as client:
            recent = client.folder_status("INBOX", ["RECENT", "UNSEEN", "UIDNEXT"])
        return recent, box.flags(), box.dates(), box.read(), box.read("Processed")

    def flagged(self) -> list[bytes]:
        marks = {b"$MailbotTaken", b"\\Flagged"}
        return [raw for raw, flags in zip(self.mailbox.read(), self.mailbox.flags(), strict=True) if marks & flags]

    def moved(self) -> list[bytes]:
        return self.mailbox.read("Processed")

    def read(self, index: int) -> None:
        with self.mailbox.client() as client:
            client.add_flags([client.search()[index]], [b"\\Seen"])

    def star(self, index: int) -> None:
        with self.mailbox.client() as client:
            client.add_flags([client.search()[index]], [b"\\Flagged"])

    def file_away(self, index: int) -> None:
        with self.mailbox.client() as client:
            client.move([client.search()[index]], "Trash")


@pytest.fixture
def place(mailbox: Mailbox) -> ImapPlace:
    return ImapPlace(mailbox)


class TestImap(SourceContract):
    pass


class TestImapWithoutIdle(SourceContract):
    """The same where mail is noticed by polling only."""

    @pytest.fixture
    def place(self, mailbox: Mailbox) -> ImapPlace:
        class Polling(ImapPlace):
            def source(self, **settings: Any) -> ImapSource:
                source = super().source(idle=False, **settings)
                wait = source.wait
                source.wait = lambda seconds: wait(min(seconds, 0.05) if seconds == 1000 else seconds)  # type: ignore[method-assign]
                return source

        return Polling(mailbox)


def secure(place: ImapPlace, **settings: Any) -> ImapSource:
    """As over the open net: TLS from the start, our own authority trusted."""
    box = place.mailbox
    return place.source(
        **{"port": box.dovecot.imaps, "tls": "implicit", "ca_file": box.dovecot.certificates.ca_file, **settings}
    )


def test_mail_comes_over_tls_from_the_start(place: ImapPlace) -> None:
    place.put(mail(1), mail(2, 1_500_000))
    source = secure(place)
    assert [m.raw for m in take(source, MemoryLedger())] == [mail(1), mail(2, 1_500_000)]
    assert "TLSv1.3" in source.probe()[0].seen


def test_mail_comes_over_starttls(place: ImapPlace) -> None:
    place.put(mail(1))
    source = secure(place, port=place.mailbox.dovecot.imap, tls="starttls")
    assert [m.raw for m in take(source, MemoryLedger())] == [mail(1)]


def test_idle_works_over_tls(place: ImapPlace) -> None:
    ledger, source = MemoryLedger(), secure(place)
    take(source, ledger)
    with ThreadPoolExecutor() as pool:
        hint = pool.submit(source.wait, 50)
        place.put(mail(1))
        assert hint.result(60)
    assert [m.raw for m in take(source, ledger)] == [mail(1)]


@pytest.fixture(scope="module", params=[Certificate.expired, Certificate.wronghost, Certificate.selfsigned])
def untrustworthy(request: pytest.FixtureRequest, servers_folder: Path, certificates: Certificates) -> Iterator[Dovecot]:
    with Dovecot(servers_folder / f"dovecot-{request.param}", certificates, request.param) as server:
        yield server


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_that_is_not_good_is_not_trusted_until_there_is_a_good_one(
    untrustworthy: Dovecot, place: ImapPlace, fault_proxy: Callable[..., FaultProxy], tls: str
) -> None:
    place.put(mail(1))
    bad, good = ((d.imaps if tls == "implicit" else d.imap) for d in (untrustworthy, place.mailbox.dovecot))
    proxy = fault_proxy(bad)
    source, ledger = secure(place, tls=tls, port=proxy.port), MemoryLedger()
    with pytest.raises(NotTrusted, match="certificate") as raised:
        take(source, ledger)
    assert raised.value.permanent
    assert "localhost" in str(raised.value) or tls == "starttls"
    assert place.mailbox.password.encode() not in proxy.received
    proxy.target = good
    assert [m.raw for m in take(source, ledger)] == [mail(1)]


def test_an_authority_nobody_named_is_not_trusted(place: ImapPlace) -> None:
    place.put(mail(1))
    ledger = MemoryLedger()
    with pytest.raises(NotTrusted, match="certificate"):
        take(secure(place, ca_file=None), ledger)
    assert [m.raw for m in take(secure(place), ledger)] == [mail(1)]


def test_a_port_that_speaks_no_tls_is_not_trusted_and_the_mend_names_starttls(place: ImapPlace) -> None:
    with pytest.raises(NotTrusted) as raised:
        take(secure(place, port=place.mailbox.dovecot.imap), MemoryLedger())
    assert "starttls" in raised.value.mend


def test_a_missing_file_of_authorities_is_named(place: ImapPlace, tmp_path: Path) -> None:
    with pytest.raises(NotTrusted, match=r"nowhere\.pem"):
        take(secure(place, ca_file=tmp_path / "nowhere.pem"), MemoryLedger())


def test_plain_text_is_refused_to_any_other_machine() -> None:
    source = ImapSource("post", host="192.0.2.1", user="someone", password="secret", tls="none")
    with pytest.raises(NotTrusted, match="plain text"):
        take(source, MemoryLedger())


@pytest.mark.parametrize("wrong", ["wrong", "grün"])
def test_a_wrong_password_is_a_refused_login_and_mail_comes_once_it_is_right(place: ImapPlace, wrong: str) -> None:
    place.put(mail(1))
    kept = [place.mailbox.password, wrong]
    source, ledger = place.source(password=lambda: kept[-1]), MemoryLedger()
    refused(source, ledger)
    kept.pop()
    assert [m.raw for m in take(source, ledger)] == [mail(1)]


def test_an_unknown_user_is_a_refused_login_and_mail_comes_once_the_server_knows_them(place: ImapPlace) -> None:
    dovecot, user = place.mailbox.dovecot, place.mailbox.user + "-unknown"
    source, ledger = place.source(user=user), MemoryLedger()
    refused(source, ledger)
    dovecot.add_user(user, place.mailbox.password)
    ImapPlace(Mailbox(dovecot, user, place.mailbox.password)).put(mail(1))
    assert [m.raw for m in take(source, ledger)] == [mail(1)]


def refused(source: ImapSource, ledger: MemoryLedger) -> None:
    with pytest.raises(LoginRefused) as raised:
        take(source, ledger)
    assert raised.value.permanent
    assert "password" in raised.value.mend


@pytest.mark.parametrize("password", ['quote " and \\ backslash', "spaces  and {5}", "grün und 日本", "(paren) % * ]"])
def test_any_printable_password_logs_in(dovecot: Dovecot, password: str) -> None:
    user = "odd" + password.encode().hex()
    dovecot.add_user(user, password)
    place = ImapPlace(Mailbox(dovecot, user, password))
    assert take(place.source(), MemoryLedger()) == []


def test_a_password_may_be_a_function_that_is_asked_at_each_connection(place: ImapPlace) -> None:
    asked: list[str] = []
    place.put(mail(1))

    def password() -> str:
        asked.append("now")
        return place.mailbox.password

    source = place.source(password=password)
    take(source, MemoryLedger())
    take(source, MemoryLedger())
    assert len(asked) == 1
    source.close()
    take(source, MemoryLedger())
    assert len(asked) == 2


def test_a_login_of_ones_own_takes_the_place_of_the_password(place: ImapPlace) -> None:
    place.put(mail(1))

    def login(session: Session) -> None:
        session.login_password(place.mailbox.user, place.mailbox.password)

    assert [m.raw for m in take(place.source(user="", login=login), MemoryLedger())] == [mail(1)]


def test_a_missing_folder_brings_the_list_of_those_that_exist(place: ImapPlace) -> None:
    with pytest.raises(FolderMissing, match="Answers") as raised:
        take(place.source(folder="Answers"), MemoryLedger())
    for folder in ("INBOX", "Processed", "Trash"):
        assert folder in raised.value.mend


def test_a_folder_of_any_name_can_be_read_and_moved_to(place: ImapPlace) -> None:
    with place.mailbox.client(None) as client:
        client.create_folder("Appel à projets/日本 & 100%")
        client.create_folder("Fertig \\ 'so\"")
        client.append("Appel à projets/日本 & 100%", mail(1))
    source = place.source(folder="Appel à projets/日本 & 100%", after="move", move_to="Fertig \\ 'so\"")
    assert [m.raw for m in take(source, MemoryLedger(), done=True)] == [mail(1)]
    assert place.mailbox.read("Fertig \\ 'so\"") == [mail(1)]


def test_moving_to_a_missing_folder_is_said_once_and_mail_goes_on(place: ImapPlace) -> None:
    place.put(mail(1), mail(2), mail(3))
    source, ledger = place.source(after="move", move_to="Done"), MemoryLedger()
    round_ = taking(source, ledger)
    first = next(round_)
    with pytest.raises(FolderMissing) as raised:
        source.done(first.key)
    assert "Processed" in raised.value.mend
    for m in round_:
        source.done(m.key)
    assert place.stored() == [mail(1), mail(2), mail(3)]
    with place.mailbox.client(None) as client:
        client.create_folder("Done")
    source.close()
    source.done(first.key)
    assert place.mailbox.read("Done") == [mail(1)]


def test_our_own_keyword_is_the_flag_where_the_server_allows_any(place: ImapPlace) -> None:
    place.put(mail(1))
    take(place.source(after="flag"), MemoryLedger(), done=True)
    assert place.mailbox.flags() == [{b"$MailbotTaken"}]


def test_the_probe_finds_what_after_would_meet(place: ImapPlace) -> None:
    with pytest.raises(FolderMissing):
        place.source(after="move", move_to="Done").probe()
    facts = {fact.what: fact.seen for fact in place.source(after="move", move_to="Processed").probe()}
    assert facts["IDLE"] == "offered"
    assert "Processed" in facts["after"]
    assert "INBOX" in facts["folders"]


def test_two_seconds_of_the_same_local_hour_at_the_end_of_summer_time_stay_apart(place: ImapPlace) -> None:
    first, second = datetime(2021, 10, 31, 0, 30, tzinfo=UTC), datetime(2021, 10, 31, 1, 30, tzinfo=UTC)
    for number, instant in enumerate((first, second)):
        place.mailbox.append(mail(number), instant.astimezone(ZoneInfo("Europe/Brussels")))
    assert [m.received_at for m in take(place.source(), MemoryLedger())] == [first, second]


def test_a_mailbox_of_many_mails_is_met_in_windows_and_polled_by_one_question(
    place: ImapPlace, fault_proxy: Callable[..., FaultProxy]
) -> None:
    place.put(*(mail(n) for n in range(40)))
    with place.mailbox.client() as client:
        client.delete_messages(list(range(5, 31)))
        client.expunge()
    proxy = fault_proxy(place.mailbox.dovecot.imap)
    ledger, source = MemoryLedger(), place.source(port=proxy.port, limits=Limits(window=4))
    assert [m.raw for m in take(source, ledger)] == [mail(n) for n in (*range(4), *range(30, 40))]
    assert proxy.received.count(b" SEARCH ") > 3
    before = len(proxy.received)
    assert take(source, ledger) == []
    assert proxy.received[before:].count(b" SEARCH ") == 1
    assert b"40:*" in proxy.received[before:] or b"41:*" in proxy.received[before:]


def test_the_cursor_moves_with_what_is_recorded(place: ImapPlace) -> None:
    place.put(mail(1), mail(2), mail(3))
    ledger, source = MemoryLedger(), place.source()
    take(source, ledger)
    assert list(ledger.cursors.values()) == [3]


def test_no_mail_is_formatted_for_a_log_that_nobody_writes(place: ImapPlace, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    place.put(mail(1), mail(2, 1_500_000))
    source = place.source()
    take(source, MemoryLedger())
    assert source._session is not None
    assert source._session._client._imap.debug == 0
    assert "Mail number" not in caplog.text
    assert place.mailbox.password not in caplog.text
