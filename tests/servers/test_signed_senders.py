"""The service on real servers, where only the senders' own signatures say who wrote: what they may change, and what not."""

import email
import email.policy
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.core.proof.signers import Signer, signer
from tests.servers.mailbox import Mailbox
from tests.servers.names import name_server
from tests.servers.postfix import DOMAIN, Postfix
from tests.test_path import SLUGS, Deployment, reply

SLUG = SLUGS[0]
HOUSE, LOOKALIKE = signer(DOMAIN), signer("examp1e.test")
REVOKED = replace(HOUSE, selector="revoked")
SILENT = replace(HOUSE, selector="silent")
ZONE = {
    **{f"{one.name}.": [f'"v=DKIM1; p={one.public}"'] for one in (HOUSE, LOOKALIKE)},
    f"{REVOKED.name}.": ['"v=DKIM1; p="'],
}
RAN_OUT = int((datetime.now(UTC) - timedelta(days=1)).timestamp())
States = Mapping[str, Sequence[tuple[str, bool]]]


class Service(Deployment):
    """With one call, and with a name server of its own."""

    def __init__(self, folder: Path, postfix: Postfix, box: Mailbox, dns: tuple[str, int], seconds: float) -> None:
        super().__init__(folder, postfix, {SLUG: box})
        self.postfix, self.box = postfix, box
        with (folder / "mailbot.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[dkim]\nname_servers = ["{dns[0]}:{dns[1]}"]\nseconds = {seconds}\n')

    def take(self, mails: Sequence[tuple[str, bytes]]) -> None:
        """Hand them in as strangers' servers do, and wait until each is recorded. Each has its sender first."""
        before = self._recorded()
        for sender, raw in mails:
            self.postfix.send(raw, sender, [self.box.address])
        self.wait_until(lambda: self._recorded() == before + len(mails))

    def states(self) -> States:
        """Of each address, the versions of its entry: how sure its sender was, and whether it counts."""
        with self._store() as store:
            return {
                one.address: [(revision.authentication.value, revision.counts) for revision in one.revisions]
                for one in store.submissions(SLUG)
            }

    def withdrawn(self) -> list[str]:
        """Whose entries are."""
        with self._store() as store:
            return [one.address for one in store.submissions(SLUG) if one.withdrawn is not None]

    def notes(self) -> set[str]:
        with self._store() as store:
            return {entry.why for entry in store.audit() if entry.what == "note"}

    def _recorded(self) -> int:
        with self._store() as store:
            return sum(mail.became is not None for mail in store.mails())

    def _store(self) -> closing[SqlStore]:
        return closing(open_store(f"sqlite:///{self.folder}/data/mailbot.sqlite", now=datetime.now(UTC)))


@contextmanager
def service(
    folder: Path, postfix: Postfix, box: Mailbox, seconds: float = 5, heard: list[str] | None = None
) -> Iterator[Service]:
    with name_server(ZONE, heard) as dns:
        made = Service(folder, postfix, box, dns, seconds)
        with made.running():
            yield made


def written(candidate: Mailbox, box: Mailbox, number: int, address: str = "") -> bytes:
    """The candidate's mail of that number, which nobody has signed."""
    message = reply(candidate, box, SLUG)
    del message["Authentication-Results"]
    message.replace_header("Message-ID", f"<{number}.{candidate.user}@client.example>")
    if address:
        message.replace_header("From", f"Jana Example <{address}>")
    if number > 1:
        message.set_content("1. I work in a school now.\n")
    return message.as_bytes(policy=email.policy.SMTP)


def signed(raw: bytes, by: Signer = HOUSE) -> bytes:
    return by.sign(raw)


def expired(raw: bytes) -> bytes:
    """The signer of the tests knows no `x=`: it is put behind another tag, and signed with it."""
    return HOUSE.sign(raw, identity=f"@{DOMAIN}; x={RAN_OUT}; n={DOMAIN}".encode())


CHANGES: dict[str, tuple[Callable[[bytes], bytes], tuple[str, bool]]] = {
    "signed": (signed, ("aligned", True)),
    "not signed": (lambda raw: raw, ("neutral", False)),
    "altered after signing": (lambda raw: signed(raw).replace(b"a school now", b"a prison now"), ("neutral", False)),
    "signed by a lookalike": (lambda raw: signed(raw, LOOKALIKE), ("neutral", False)),
    "signature ran out": (expired, ("neutral", False)),
    "key withdrawn": (lambda raw: signed(raw, REVOKED), ("neutral", False)),
    "a field added on the way": (lambda raw: b"X-Spam: no\r\n" + signed(raw), ("aligned", True)),
}


@pytest.mark.timeout(180)
def test_signed_senders_change_their_entries_and_nobody_else_does(
    tmp_path: Path, postfix: Postfix, new_mailbox: Callable[..., Mailbox]
) -> None:
    candidates = {name: new_mailbox() for name in CHANGES}
    forged, box = new_mailbox(), new_mailbox()
    lookalike = f"{forged.user}@{LOOKALIKE.domain}"
    with service(tmp_path, postfix, box) as its:
        firsts = [(one.address, signed(written(one, box, 1))) for one in candidates.values()]
        its.take([*firsts, (forged.address, written(forged, box, 1))])
        its.take([(one.address, CHANGES[name][0](written(one, box, 2))) for name, one in candidates.items()])
        its.take([(lookalike, signed(written(forged, box, 3, lookalike), LOOKALIKE))])
        its.take([(forged.address, signed(written(forged, box, 4)))])
        expected = {one.address: [("aligned", True), CHANGES[name][1]] for name, one in candidates.items()}
        expected |= {lookalike: [("aligned", True)], forged.address: [("neutral", True), ("aligned", True)]}
        assert its.states() == expected
        assert its.notes() == {"signed-by-own-domain", "own-signature-failed", "signature-not-checked"}
        assert b"eleven years" in b"".join(candidates["signed"].wait_for(1)), "who is sure is shown what was understood"
        assert b"eleven years" not in forged.wait_for(1)[0], "who is not is shown none of it"


@pytest.mark.timeout(180)
def test_only_a_signed_yes_completes_a_withdrawal(
    tmp_path: Path, postfix: Postfix, new_mailbox: Callable[..., Mailbox]
) -> None:
    jana, box = new_mailbox(), new_mailbox()

    def says(number: int, words: str, to: str = "") -> bytes:
        head = written(jana, box, number).partition(b"\r\n\r\n")[0].replace(b"References: ", f"References: {to} ".encode())
        return head + f"\r\n\r\n{words}\r\n".encode()

    with service(tmp_path, postfix, box) as its:
        its.take([(jana.address, signed(written(jana, box, 1)))])
        its.take([(jana.address, says(2, "Please withdraw my application."))])
        letters = [email.message_from_bytes(raw) for raw in jana.wait_for(2)]
        (letter,) = [str(one["Message-ID"]) for one in letters if "mailbot.withdrawal." in str(one["Message-ID"])]
        yes = says(3, "Yes, please withdraw it.", letter)
        its.take([(jana.address, yes)])
        its.take([(jana.address, signed(yes.replace(b"<3.", b"<4."), LOOKALIKE))])
        its.take([(jana.address, signed(yes.replace(b"<3.", b"<5.")).replace(b"Yes, please", b"Yes, kindly"))])
        assert its.withdrawn() == []
        its.take([(jana.address, signed(yes.replace(b"<3.", b"<6.")))])
        assert its.withdrawn() == [jana.address]


@pytest.mark.timeout(180)
def test_while_the_dns_is_silent_mail_is_taken_and_waits_for_it_once(
    tmp_path: Path, postfix: Postfix, new_mailbox: Callable[..., Mailbox]
) -> None:
    candidates, box, heard = [new_mailbox() for _ in range(4)], new_mailbox(), list[str]()
    with service(tmp_path, postfix, box, seconds=0.5, heard=heard) as its:
        its.take([(one.address, signed(written(one, box, 1), SILENT)) for one in candidates])
        assert its.states() == {one.address: [("neutral", True)] for one in candidates}
        assert its.notes() == {"signature-not-checked"}
        for candidate in candidates:
            candidate.wait_for(1)
    assert heard == [f"{SILENT.name}."]
