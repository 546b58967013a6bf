"""The servers of the tests do what the other tests count on."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from imapclient import IMAPClient

from tests.servers.certificates import Certificates
from tests.servers.faults import FaultProxy, Faults
from tests.servers.mailbox import Mailbox
from tests.servers.postfix import Postfix

RAW = (
    b"From: someone@example.org\r\nTo: call@example.test\r\nSubject: hello\r\nMessage-ID: <1@example.org>\r\n"
    b"Date: Fri, 10 Mar 2023 12:00:00 +0000\r\n\r\nHello.\r\n"
)


def test_a_letter_to_a_candidate_goes_through_postfix_into_the_candidates_mailbox(postfix: Postfix, mailbox: Mailbox) -> None:
    postfix.send(RAW, "call@example.test", [mailbox.address])
    [arrived] = mailbox.wait_for(1)
    assert arrived.endswith(RAW)


def test_a_letter_to_the_outside_is_accepted_and_dropped(postfix: Postfix) -> None:
    postfix.send(RAW, "call@example.test", ["stranger@elsewhere.example"])
    assert "relay=none" in postfix.wait_for("stranger@elsewhere.example", "status=sent")


def test_appended_mail_keeps_its_bytes_and_its_date(mailbox: Mailbox) -> None:
    when = datetime(2023, 3, 26, 1, 30, tzinfo=UTC)
    assert mailbox.append(RAW, when, flags=[b"\\Flagged"]) == 1
    assert mailbox.read() == [RAW]
    assert mailbox.dates() == [when]
    assert mailbox.flags() == [{b"\\Flagged"}]


def test_each_test_has_a_mailbox_of_its_own(new_mailbox: Callable[..., Mailbox]) -> None:
    one, other = new_mailbox(), new_mailbox()
    one.deliver(RAW)
    assert len(one.read()) == 1
    assert other.read() == []


def test_the_good_certificate_is_trusted_on_the_tls_port(mailbox: Mailbox, certificates: Certificates) -> None:
    with IMAPClient("localhost", mailbox.dovecot.imaps, ssl_context=certificates.context(), timeout=30) as client:
        client.login(mailbox.user, mailbox.password)


def test_a_proxy_cuts_where_it_is_told_and_behaves_once_healed(
    mailbox: Mailbox, fault_proxy: Callable[..., FaultProxy]
) -> None:
    proxy = fault_proxy(mailbox.dovecot.imap, Faults(cut_after=10))
    with pytest.raises(IMAPClient.Error):
        IMAPClient("localhost", proxy.port, ssl=False, timeout=30)
    proxy.heal()
    with IMAPClient("localhost", proxy.port, ssl=False, timeout=30) as client:
        client.login(mailbox.user, mailbox.password)
    assert proxy.connections == 2
    assert b"LOGIN" in proxy.received
