"""A letter handed to a relay: one connection, TLS or nothing, one login, and exactly the bytes that were meant."""

import asyncio
import base64
import ssl
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from mailbot.errors import MailbotError
from mailbot.relay import Delivery, SmtpRelay, Verdict
from mailbot.replies import Step
from tests.core.letters import acknowledgement
from tests.servers.certificates import Certificate
from tests.smtp.relay import CLOSE, STALL, ScriptedRelay, certificates

LETTER = acknowledgement(answers={"work": ".\n..\n.hidden\n" + "x" * 500})
YES = Delivery(Verdict.accepted, 250, "2.0.0 queued")
T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def verbs(server: ScriptedRelay) -> list[str]:
    return [command.partition(" ")[0] for command in server.commands]


@pytest.mark.parametrize("tls", ["starttls", "implicit", "none"])
def test_a_letter_arrives_byte_for_byte(tls: str) -> None:
    async def work() -> None:
        async with ScriptedRelay(tls=tls) as server:
            relay = server.client()
            assert await relay.send(LETTER) == YES
            await relay.close()
            assert server.letters == [("", LETTER.recipient, LETTER.raw)]
            assert f"MAIL FROM:<> SIZE={len(LETTER.raw)}" in server.commands
            assert f"RCPT TO:<{LETTER.recipient}> NOTIFY=NEVER" in server.commands
            assert verbs(server)[-1] == "QUIT"

    run(work())


def test_an_envelope_sender_gets_its_bounces() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            assert await server.client().send(replace(LETTER, envelope_sender="bounces@example.org")) == YES
            assert "RCPT TO:<jana@example.net>" in server.commands
            assert server.letters[0][0] == "bounces@example.org"

    run(work())


def test_many_letters_share_one_connection_and_one_login() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            relay = server.client(user="calls", password="secret")
            assert [await relay.send(LETTER) for _ in range(5)] == [YES] * 5
            assert server.connections == 1
            assert verbs(server).count("AUTH") == 1
            assert verbs(server).count("RSET") == 4

    run(work())


def test_letters_sent_at_once_wait_for_each_other() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            relay = server.client()
            assert await asyncio.gather(*(relay.send(LETTER) for _ in range(5))) == [YES] * 5
            assert server.connections == 1

    run(work())


def test_a_connection_that_the_relay_closed_in_silence_is_made_anew() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            relay = server.client()
            assert await relay.send(LETTER) == YES
            server.hang_up()
            assert await relay.send(LETTER) == YES
            assert server.connections == 2

    run(work())


def test_an_idle_connection_is_not_trusted() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            relay = server.client(idle=0)
            assert [await relay.send(LETTER), await relay.send(LETTER)] == [YES, YES]
            assert server.connections == 2

    run(work())


def test_a_relay_object_outlives_its_event_loop() -> None:
    relay: SmtpRelay | None = None

    async def work(port: int | None = None) -> None:
        nonlocal relay
        async with ScriptedRelay(tls="none") as server:
            relay = relay or server.client()
            relay._port = server.port
            assert await relay.send(LETTER) == YES

    run(work())
    run(work())


def test_a_send_that_is_cancelled_leaves_no_half_conversation_behind() -> None:
    async def work() -> None:
        async with ScriptedRelay({Step.recipient: [STALL]}) as server:
            relay = server.client()
            task = asyncio.create_task(relay.send(LETTER))
            await server.stalled.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await relay.send(LETTER) == YES
            assert server.connections == 2

    run(work())


# TLS


@pytest.mark.parametrize("certificate", [Certificate.expired, Certificate.wronghost, Certificate.selfsigned])
@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_nothing_is_said_to_a_relay_that_cannot_be_trusted(tls: str, certificate: Certificate) -> None:
    async def work() -> None:
        async with ScriptedRelay(tls=tls, certificate=certificate) as server:
            delivery = await server.client(user="calls", password="secret").send(LETTER)
            assert (delivery.verdict, delivery.stop) == (Verdict.transient, True)
            assert "certificate is not trusted" in delivery.text
            assert not {"AUTH", "MAIL"} & set(verbs(server))

    run(work())


def test_an_authority_we_were_not_told_of_is_not_trusted_and_one_we_were_is() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            delivery = await server.client(ca_file=None).send(LETTER)
            assert delivery.stop
            assert "certificate is not trusted" in delivery.text
            assert await server.client().send(LETTER) == YES

    run(work())


def test_a_context_of_ones_own_is_used() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            context = ssl.create_default_context(cafile=str(certificates().ca_file))
            assert await server.client(ca_file=None, ssl_context=context).send(LETTER) == YES

    run(work())


def test_a_missing_authority_file_is_told(tmp_path: Path) -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            delivery = await server.client(ca_file=tmp_path / "none.crt").send(LETTER)
            assert delivery.stop
            assert "certificate authority cannot be read" in delivery.text

    run(work())


def test_without_starttls_nothing_is_sent_in_clear() -> None:
    async def work() -> None:
        async with ScriptedRelay(tls="none") as server:
            delivery = await server.client(tls="starttls", user="calls", password="secret").send(LETTER)
            assert (delivery.verdict, delivery.stop) == (Verdict.transient, True)
            assert verbs(server) == ["EHLO"]

    run(work())


def test_implicit_tls_to_a_relay_without_is_a_plain_line() -> None:
    async def work() -> None:
        async with ScriptedRelay(tls="none") as server:
            delivery = await server.client(tls="implicit").send(LETTER)
            assert delivery.stop
            assert delivery.text.startswith("TLS with the relay failed")

    run(work())


@pytest.mark.parametrize("host", ["relay.example.org", "192.0.2.1", "2001:db8::1"])
def test_no_tls_is_for_this_machine_only(host: str) -> None:
    delivery = run(SmtpRelay(host, 25, tls="none", timeout=1).send(LETTER))
    assert delivery == Delivery(Verdict.transient, None, "mail leaves this machine only with TLS", stop=True)


# login


def test_a_wrong_password_is_tried_once() -> None:
    async def work() -> None:
        async with ScriptedRelay({Step.login: [b"535 5.7.8 no\r\n"] * 9}, auth="CRAM-MD5 LOGIN PLAIN") as server:
            delivery = await server.client(user="calls", password="wrong").send(LETTER)
            assert delivery == Delivery(Verdict.transient, 535, "the relay refused the login: 535 5.7.8 no", stop=True)
            assert verbs(server).count("AUTH") == 1
            assert "wrong" not in delivery.text

    run(work())


def test_the_password_is_asked_for_at_each_login() -> None:
    async def work() -> None:
        words = iter(["old", "new"])
        async with ScriptedRelay({Step.login: [b"535 5.7.8 no\r\n"]}) as server:
            relay = server.client(user="calls", password=lambda: next(words))
            assert (await relay.send(LETTER)).stop
            assert await relay.send(LETTER) == YES
            said = [base64.b64decode(c.split()[2]) for c in server.commands if c.startswith("AUTH PLAIN")]
            assert said == [b"\0calls\0old", b"\0calls\0new"]

    run(work())


def test_a_token_is_used_where_there_is_one() -> None:
    async def token() -> str:
        return "fresh"

    async def work() -> None:
        async with ScriptedRelay(auth="PLAIN XOAUTH2") as server:
            assert await server.client(user="calls@example.org", oauth_token=token).send(LETTER) == YES
            command = next(c for c in server.commands if c.startswith("AUTH"))
            assert base64.b64decode(command.split()[2]) == b"user=calls@example.org\x01auth=Bearer fresh\x01\x01"

    run(work())


def test_a_refused_token_ends_the_challenge_and_stops() -> None:
    async def token() -> str:
        return "stale"

    async def work() -> None:
        async with ScriptedRelay({Step.login: [b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n"]}, auth="XOAUTH2") as server:
            delivery = await server.client(user="calls", oauth_token=token).send(LETTER)
            assert (delivery.verdict, delivery.stop) == (Verdict.transient, True)
            assert "" in server.commands

    run(work())


def test_no_token_to_be_had_is_ours_to_mend() -> None:
    async def token() -> str:
        raise MailbotError("the client secret has expired", mend="make a new one")

    async def work() -> None:
        async with ScriptedRelay(auth="XOAUTH2") as server:
            delivery = await server.client(user="calls", oauth_token=token).send(LETTER)
            assert delivery == Delivery(Verdict.transient, None, "the client secret has expired: make a new one", stop=True)

    run(work())


@pytest.mark.parametrize(("auth", "said"), [("", "none"), ("GSSAPI", "gssapi")])
def test_a_login_that_the_relay_does_not_offer_is_told(auth: str, said: str) -> None:
    async def work() -> None:
        async with ScriptedRelay(auth=auth) as server:
            delivery = await server.client(user="calls", password="secret").send(LETTER)
            assert delivery.stop
            assert delivery.text == f"the relay offers no login by password, only {said}"

    run(work())


def test_a_relay_that_wants_a_login_is_not_believed_to_refuse_the_letter() -> None:
    async def work() -> None:
        refusal = b"554 5.7.1 <jana@example.net>: Recipient address rejected: Access denied\r\n"
        async with ScriptedRelay({Step.recipient: [refusal] * 2}) as server:
            assert (await server.client().send(LETTER)).stop
            assert (await server.client(user="calls", password="secret").send(LETTER)).verdict is Verdict.permanent

    run(work())


# looking, without sending


def test_probing_goes_as_far_as_the_sender_and_sends_nothing() -> None:
    async def work() -> None:
        async with ScriptedRelay() as server:
            facts = await server.client(user="calls", password="secret").probe("calls@example.org")
            assert [fact.what for fact in facts] == ["reached", "TLS", "login", "sender", "null path"]
            assert not any(fact.warning for fact in facts)
            assert facts[1].seen.startswith("TLSv1.")
            assert not {"RCPT", "DATA"} & set(verbs(server))
            assert verbs(server)[-1] == "QUIT"

    run(work())


def test_a_relay_that_wants_a_return_address_is_a_warning() -> None:
    async def work() -> None:
        async with ScriptedRelay({Step.sender: [b"250 sender ok\r\n", b"550 5.7.60 no null\r\n"]}) as server:
            facts = await server.client().probe("calls@example.org")
            assert facts[-1].warning == "give mail.envelope_sender an address"

    run(work())


@pytest.mark.parametrize(
    ("script", "mend"),
    [
        ({Step.connect: [CLOSE]}, "relay.host"),
        ({Step.login: [b"535 5.7.8 no\r\n"]}, "relay.user"),
        ({Step.sender: [b"553 5.7.1 not yours\r\n"]}, "send as mail.address"),
        ({Step.tls: [b"454 4.7.0 no\r\n"]}, "TLS"),
    ],
)
def test_probing_says_in_one_line_how_to_mend_it(script: dict[Step, list[bytes]], mend: str) -> None:
    async def work() -> None:
        async with ScriptedRelay(script) as server:
            with pytest.raises(MailbotError) as failed:
                await server.client(user="calls", password="secret").probe("calls@example.org")
            assert mend in failed.value.line()
            assert "\n" not in failed.value.line()

    run(work())


def test_nobody_there_is_told_with_the_reason_and_the_letter_goes_once_somebody_is() -> None:
    async def work() -> None:
        relay = SmtpRelay("127.0.0.1", 1, tls="none", timeout=5)
        delivery = await relay.send(LETTER)
        assert (delivery.verdict, delivery.stop) == (Verdict.transient, True)
        assert delivery.text == "no connection: Connection refused, at connect"
        async with ScriptedRelay(tls="none") as server:
            relay._port = server.port
            assert await relay.send(LETTER) == YES
            await relay.close()
            assert [raw for _, _, raw in server.letters] == [LETTER.raw]

    run(work())
