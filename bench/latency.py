"""From delivery to acknowledgement: `python -m bench.latency [MAILS]`, as root, with Dovecot and Postfix.

Runs `mailbot run` with IDLE against real servers, delivers mails one after another by LMTP, and takes the time until the relay
has accepted each acknowledgement (the instant the outbox noted). Beside it, in the same run, how long Dovecot itself takes to
wake a bare IDLE connection: the ratio of the two is what belongs to mailbot.
"""

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from mailbot.core.letter import LetterState
from mailbot.store.opening import open_store
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.mailbox import Mailbox
from tests.servers.postfix import Postfix
from tests.test_path import SLUGS, Deployment, reply


def main(mails: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        certificates = Certificates(root / "tls")
        with Dovecot(root / "dovecot", certificates) as dovecot, Postfix(root / "postfix", dovecot) as postfix:
            boxes = {slug: _user(dovecot, f"intake{n}") for n, slug in enumerate(SLUGS)}
            (root / "service").mkdir()
            deployment = Deployment(root / "service", postfix, boxes)
            idle = [_bare_idle(_user(dovecot, f"idle{n}")) for n in range(max(3, mails // 4))]
            with deployment.running():
                acknowledged = [_one(deployment, _user(dovecot, f"candidate{n}"), SLUGS[n % 2]) for n in range(mails)]
    _print("delivery to a bare IDLE waking (Dovecot)", idle)
    _print("delivery to acknowledgement accepted by the relay", acknowledged)
    print(f"ratio of the medians: {statistics.median(acknowledged) / statistics.median(idle):.2f}")


def _user(dovecot: Dovecot, user: str) -> Mailbox:
    dovecot.add_user(user, "secret")
    return Mailbox(dovecot, user, "secret")


def _bare_idle(box: Mailbox) -> float:
    with box.client() as client:
        client.idle()
        began = time.time()
        box.deliver(b"Subject: x\r\n\r\nx\r\n")
        while not client.idle_check(5):
            pass
        taken = time.time() - began
        client.idle_done()
        return taken


def _one(deployment: Deployment, candidate: Mailbox, slug: str) -> float:
    box = deployment.boxes[slug]
    box.deliver(reply(candidate, box, slug).as_bytes(), sender=candidate.address)
    delivered = datetime.now(UTC)
    assert candidate.wait_for(1), deployment.log()[-2000:]
    deployment.wait_until(lambda: bool(_sent(deployment, candidate)))
    return (_sent(deployment, candidate)[0] - delivered).total_seconds()


def _sent(deployment: Deployment, candidate: Mailbox) -> list[datetime]:
    """When the outbox noted that the relay has the candidate's letter; empty until then."""
    store = open_store(f"sqlite:///{deployment.folder / 'data' / 'mailbot.sqlite'}", now=datetime.now(UTC))
    try:
        rows = [row for row in store.letters([LetterState.sent]) if row.letter.recipient == candidate.address]
        return [row.sent_at for row in rows if row.sent_at is not None]
    finally:
        store.close()


def _print(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    print(f"{what}: median {statistics.median(ordered):.3f} s, min {ordered[0]:.3f}, max {ordered[-1]:.3f}, n {len(ordered)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
