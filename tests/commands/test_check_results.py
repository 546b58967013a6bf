"""`mailbot check results`: whom to believe about senders is told from mails; what anybody can write is never proposed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Mailbot
from tests.servers.mailbox import Mailbox

FROM = "From: jana@example.org\r\nTo: calls@calls.example.net\r\nMessage-ID: <{n}@example.org>\r\n\r\nHi\r\n"
EXCHANGE = (
    "Received: from DB9PR1.eurprd01.prod.outlook.com (2603:10a6::1) by AM1PR2.eurprd01.prod.outlook.com with HTTPS;"
    " Mon, 1 Feb 2021 10:00:01 +0000\r\n"
    "Received: from mx.sender.example (192.0.2.7) by DB9.mail.protection.outlook.com (10.1.1.1) with Microsoft SMTP Server;"
    " Mon, 1 Feb 2021 10:00:00 +0000\r\n"
    "Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=example.org; dkim=none; dmarc=pass action=none"
    " header.from=example.org;compauth=pass reason=100\r\n"
)
BORDER = "Received: from mx.sender.example ([192.0.2.7]) by {by} with ESMTPS; Mon, 1 Feb 2021 10:00:00 +0000\r\n"
NAMED = "Authentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\n"
PLANTED = "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.org\r\n"
NAMELESS = "Authentication-Results: spf=pass smtp.mailfrom=example.org; dmarc=pass header.from=example.org\r\n"
OURS = BORDER.format(by="mx.example.net")
NOBODY, ONE, TOPMOST = "", 'mail.authserv_ids = ["mx.example.net"]\n', "mail.topmost_without_id = true\n"


@pytest.fixture
def told(mailbot: Mailbot, tmp_path: Path) -> Callable[..., tuple[str, str, str]]:
    """State, what was seen and the mend, of a Maildir with these headers, each once a mail."""

    def look(setting: str, headers: list[str], *words: str) -> tuple[str, str, str]:
        for folder in ("new", "cur", "tmp"):
            (tmp_path / "mailbox" / folder).mkdir(parents=True, exist_ok=True)
        for old in (tmp_path / "mailbox/new").iterdir():
            old.unlink()
        for n, header in enumerate(headers):
            (tmp_path / "mailbox/new" / f"{n}").write_bytes((header + FROM.format(n=n)).encode())
        text = 'mail.address = "calls@calls.example.net"\nmail.operator = "operator@example.org"\nmailbox.kind = "maildir"\n'
        text += 'mailbox.path = "mailbox"\nrelay.host = "127.0.0.1"\nrelay.port = 9\nrelay.tls = "none"\n'
        (tmp_path / "mailbot.toml").write_text(text + setting, encoding="utf-8")
        (found,) = mailbot("check", *words, "results", "--json").objects
        return found["state"], found["seen"], found["mend"]

    return look


@pytest.mark.parametrize(
    ("setting", "headers", "state", "seen", "mend"),
    [
        (NOBODY, [], "ok", "confirmed by a signature alone", ""),
        (NOBODY, [EXCHANGE] * 3, "warning", "Exchange Online's, which gives no name", "write mail.topmost_without_id = true"),
        (NOBODY, [EXCHANGE] * 2, "ok", "", ""),
        (NOBODY, [EXCHANGE, OURS, OURS], "ok", "", ""),
        (NOBODY, [OURS + NAMELESS] * 5, "ok", "", ""),
        (NOBODY, [NAMELESS] * 5, "ok", "", ""),
        (NOBODY, [NAMED + OURS] * 3, "warning", "results of mx.example.net", 'mail.authserv_ids = ["mx.example.net"]'),
        (NOBODY, [OURS + NAMED] * 3, "warning", "results of mx.example.net", "mail.authserv_below_received = true"),
        (NOBODY, [OURS + PLANTED] * 5, "ok", "", ""),
        (TOPMOST, [], "ok", "no mail was", ""),
        (TOPMOST, [EXCHANGE] * 2, "ok", "Exchange Online wrote it in 2", ""),
        (
            TOPMOST,
            [EXCHANGE, OURS + NAMELESS],
            "warning",
            "in 1 of the last 2 mails Exchange Online did not",
            "take mail.topmost",
        ),
        (TOPMOST, [OURS + NAMELESS], "failed", "anybody can", "take mail.topmost_without_id out"),
        (
            TOPMOST,
            [EXCHANGE.replace("Authentication-Results: spf", "Authentication-Results: mx.example; spf")],
            "failed",
            "",
            "",
        ),
        (ONE, [NAMED + OURS], "ok", "where they are believed", ""),
        (ONE, [OURS + PLANTED], "warning", "none of the last 1 mails has results of mx.example.net", "first word"),
    ],
)
def test_whom_to_believe_is_told_from_the_mails_that_are_there(
    told: Callable[..., tuple[str, str, str]], setting: str, headers: list[str], state: str, seen: str, mend: str
) -> None:
    for words in ((), ("--live",)):
        found = told(setting, headers, *words)
        assert (found[0], seen in found[1], mend in found[2]) == (state, True, True), found
        assert bool(found[2]) == (state != "ok")


def test_the_newest_mails_on_an_imap_server_are_looked_at_and_left_unread(
    mailbot: Mailbot, tmp_path: Path, mailbox: Mailbox
) -> None:
    for n in range(3):
        mailbox.append((EXCHANGE + FROM.format(n=n)).encode())
    lines = {
        "mail.address": "calls@calls.example.net",
        "mail.operator": "operator@example.org",
        "mailbox.host": "localhost",
        "mailbox.port": mailbox.dovecot.imap,
        "mailbox.tls": "none",
        "mailbox.user": mailbox.user,
        "mailbox.password": mailbox.password,
        "relay.host": "127.0.0.1",
        "relay.port": 9,
        "relay.tls": "none",
    }
    file = tmp_path / "mailbot.toml"
    file.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in lines.items()), encoding="utf-8")
    file.chmod(0o600)
    (found,) = mailbot("check", "--live", "results", "--json").objects
    assert found["mend"] == "write mail.topmost_without_id = true"
    assert mailbox.flags() == [set()] * 3
