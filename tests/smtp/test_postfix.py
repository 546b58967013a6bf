"""The faults of a real relay (Postfix), forced one by one; after each the next letter goes through."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from mailbot.relay import SmtpRelay, Verdict
from tests.core.letters import acknowledgement
from tests.servers.certificates import Certificates
from tests.servers.faults import FaultProxy, Faults
from tests.servers.mailbox import Mailbox
from tests.servers.postfix import Postfix

LETTER = acknowledgement()


@pytest.fixture
def submission(postfix: Postfix, certificates: Certificates, mailbox: Mailbox) -> Callable[..., SmtpRelay]:
    """A relay with STARTTLS and login, as in earnest; what differs is given by name."""

    def make(port: int | None = None, **more: object) -> SmtpRelay:
        settings: dict[str, object] = {"ca_file": certificates.ca_file, "user": mailbox.user, "password": mailbox.password}
        return SmtpRelay("localhost", port or postfix.submission, timeout=20, **(settings | more))  # type: ignore[arg-type]

    return make


@contextmanager
def configured(postfix: Postfix, name: str, value: str, afterwards: str) -> Iterator[None]:
    postfix.configure(f"{name}={value}")
    try:
        yield
    finally:
        postfix.configure(f"{name}={afterwards}")


def send(relay: SmtpRelay, *recipients: str) -> list[tuple[Verdict, int | None, bool]]:
    """Verdict, code and stop of a letter to each, one after the other on one relay."""

    async def work() -> list[tuple[Verdict, int | None, bool]]:
        deliveries = [await relay.send(acknowledgement(address=address)) for address in recipients]
        await relay.close()
        return [(d.verdict, d.code, d.stop) for d in deliveries]

    return asyncio.run(work())


GOOD = (Verdict.accepted, 250, False)


def test_a_letter_reaches_its_mailbox_unchanged(
    submission: Callable[..., SmtpRelay], mailbox: Mailbox, postfix: Postfix
) -> None:
    letter = acknowledgement(address=mailbox.address)
    assert send(submission(), mailbox.address) == [GOOD]
    assert mailbox.wait_for(1)[0].endswith(letter.raw)


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (451, Verdict.transient),
        (452, Verdict.transient),
        (421, Verdict.transient),
        (550, Verdict.permanent),
        (554, Verdict.permanent),
    ],
)
def test_a_refused_recipient_is_told_by_code_and_keeps_no_other_waiting(
    submission: Callable[..., SmtpRelay], code: int, verdict: Verdict
) -> None:
    refused, after = send(submission(), f"{code}@refusing.test", "jana@example.net")
    assert refused == (verdict, code, False)
    assert after == GOOD


def test_a_full_disk_stops_all_letters_for_now(submission: Callable[..., SmtpRelay], postfix: Postfix) -> None:
    relay = submission()
    with configured(postfix, "queue_minfree", "900000000000000", "0"):
        assert send(relay, "jana@example.net") == [(Verdict.transient, 452, True)]
    assert send(relay, "jana@example.net") == [GOOD]


def test_a_letter_that_is_too_big_is_refused_for_good(submission: Callable[..., SmtpRelay], postfix: Postfix) -> None:
    relay = submission()
    with configured(postfix, "message_size_limit", "2000", "104857600"):
        assert send(relay, "jana@example.net") == [(Verdict.permanent, 552, False)]
    assert send(relay, "jana@example.net") == [GOOD]


def test_a_forgotten_login_fails_no_letter_and_goes_on_once_remembered(submission: Callable[..., SmtpRelay]) -> None:
    [(verdict, code, stop)] = send(submission(user=""), "jana@example.net")
    assert (verdict, stop) == (Verdict.transient, True)
    assert code in (530, 554)
    assert send(submission(), "jana@example.net") == [GOOD]


def test_a_wrong_password_stops_and_a_right_one_goes_on(submission: Callable[..., SmtpRelay]) -> None:
    assert send(submission(password="wrong"), "jana@example.net") == [(Verdict.transient, 535, True)]
    assert send(submission(), "jana@example.net") == [GOOD]


def test_an_authority_nobody_told_us_of_stops_and_a_known_one_goes_on(submission: Callable[..., SmtpRelay]) -> None:
    assert send(submission(ca_file=None), "jana@example.net") == [(Verdict.transient, None, True)]
    assert send(submission(), "jana@example.net") == [GOOD]


def test_implicit_tls_works_too(submission: Callable[..., SmtpRelay], postfix: Postfix) -> None:
    assert send(submission(postfix.submissions, tls="implicit"), "jana@example.net") == [GOOD]


def test_where_starttls_was_taken_out_nothing_is_said_in_clear(
    submission: Callable[..., SmtpRelay], postfix: Postfix, fault_proxy: Callable[..., FaultProxy]
) -> None:
    proxy = fault_proxy(postfix.submission, Faults(replace=[(rb"250-STARTTLS\r\n", b"")]))
    assert send(submission(proxy.port), "jana@example.net") == [(Verdict.transient, None, True)]
    assert b"AUTH" not in proxy.received
    assert b"MAIL" not in proxy.received
    proxy.heal()
    assert send(submission(proxy.port), "jana@example.net") == [GOOD]


def test_a_lost_reply_to_the_end_is_uncertain_and_the_same_bytes_go_again(
    postfix: Postfix, fault_proxy: Callable[..., FaultProxy]
) -> None:
    proxy = fault_proxy(postfix.smtp, Faults(replace=[(rb"250 2\.0\.0 Ok: queued.*\r\n", b"")]))
    relay = SmtpRelay("127.0.0.1", proxy.port, tls="none", timeout=20)
    assert send(relay, "twice@example.net") == [(Verdict.uncertain, None, False)]
    assert postfix.wait_for("twice@example.net", "status=sent"), "Postfix has it all the same"
    proxy.heal()
    assert send(relay, "twice@example.net") == [GOOD]
    sent = proxy.received.split(b"Message-ID: ")[1:]
    assert len(sent) == 2
    assert len({part.partition(b"\r\n.\r\n")[0] for part in sent}) == 1


def test_a_server_that_drips_is_waited_for(postfix: Postfix, fault_proxy: Callable[..., FaultProxy]) -> None:
    proxy = fault_proxy(postfix.smtp, Faults(chunk=7, delay=0.001))
    assert send(SmtpRelay("127.0.0.1", proxy.port, tls="none", timeout=20), "jana@example.net") == [GOOD]


@pytest.mark.parametrize("after", [10, 60, 200, 260])
def test_a_connection_cut_anywhere_loses_nothing(after: int, postfix: Postfix, fault_proxy: Callable[..., FaultProxy]) -> None:
    proxy = fault_proxy(postfix.smtp, Faults(cut_after=after, reset=True))
    relay = SmtpRelay("127.0.0.1", proxy.port, tls="none", timeout=20)
    [(verdict, code, _)] = send(relay, "jana@example.net")
    assert (verdict, code) in ((Verdict.transient, None), (Verdict.uncertain, None))
    proxy.heal()
    assert send(relay, "jana@example.net") == [GOOD]
