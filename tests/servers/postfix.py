"""Postfix on loopback ports: takes our letters, hands those for example.test to Dovecot and throws all others away."""

import os
import pwd
import smtplib
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.servers.certificates import Certificate
from tests.servers.dovecot import Dovecot
from tests.servers.process import free_port, run, start, stop, wait_for_greeting

DOMAIN = "example.test"

# default_transport and relay_transport: whatever is not for example.test is accepted, logged as sent, and dropped.
_MAIN = """\
compatibility_level = 3.6
queue_directory = {root}/queue
data_directory = {root}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
sendmail_path = /usr/sbin/sendmail
newaliases_path = /usr/bin/newaliases
mailq_path = /usr/bin/mailq
html_directory = no
manpage_directory = /usr/share/man
readme_directory = no
sample_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = {root}/postfix.log
maillog_file_prefixes = /var, /dev/stdout, {temporary}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.test
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
mynetworks = 127.0.0.0/8
smtp_dns_support_level = disabled
smtp_host_lookup = native
virtual_mailbox_domains = example.test
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
virtual_mailbox_limit = 0
mailbox_size_limit = 0
default_transport = discard:
relay_transport = discard:
smtpd_tls_cert_file = {crt}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access inline:{{ {refusals} }}
message_size_limit = 104857600
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
"""

# Recipients at refusing.test, by what the server answers to them.
_REFUSALS = {
    "451": "451 4.7.1 Greylisted, try again later",
    "452": "452 4.2.2 Mailbox full",
    "421": "421 4.3.2 Service shutting down",
    "550": "550 5.1.1 User unknown",
    "554": "554 5.7.1 Rejected",
}

_SUBMISSION = (
    "-o smtpd_sasl_auth_enable=yes -o smtpd_tls_auth_only=yes -o mynetworks="
    " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
)

_MASTER = """\
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt {options}
127.0.0.1:{submissions} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes {options}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """One server; `smtp` (STARTTLS offered, no login), `submission` (STARTTLS and login demanded), `submissions` (TLS at once,
    login demanded) are its ports on 127.0.0.1. Logins are Dovecot's users. 451@refusing.test and its kin are refused so."""

    def __init__(self, root: Path, dovecot: Dovecot, certificate: Certificate = Certificate.good) -> None:
        self.root = root
        self.log = root / "postfix.log"
        self.smtp, self.submission, self.submissions = (free_port() for _ in range(3))
        self._process: subprocess.Popen[bytes] | None = None
        self._config = root / "config"
        postfix = pwd.getpwnam("postfix")
        for folder in (root, self._config, root / "queue", root / "data"):
            folder.mkdir()
            folder.chmod(0o755)
        os.chown(root / "data", postfix.pw_uid, postfix.pw_gid)
        (self._config / "main.cf").write_text(
            _MAIN.format(
                root=root,
                temporary=tempfile.gettempdir(),
                lmtp=dovecot.lmtp,
                sasl=dovecot.sasl,
                crt=dovecot.certificates.crt(certificate),
                key=dovecot.certificates.key(certificate),
                refusals=" ".join(f"{{ {code}@refusing.test = {answer} }}" for code, answer in _REFUSALS.items()),
            )
        )
        (self._config / "master.cf").write_text(
            _MASTER.format(
                smtp=self.smtp,
                submission=self.submission,
                submissions=self.submissions,
                options=_SUBMISSION,
            )
        )

    def __enter__(self) -> Self:
        # `postfix start` would let go of the master process; `check` makes the queue's folders and -d keeps it ours.
        run("postfix", "-c", self._config, "check")
        self.log.touch()
        self._process = start(["/usr/lib/postfix/sbin/master", "-c", self._config, "-d"], self.root / "console.log")
        wait_for_greeting(self.smtp, self._process, self.log)
        return self

    def __exit__(self, *_: object) -> None:
        stop(self._process)

    def send(self, raw: bytes, sender: str, recipients: Sequence[str]) -> None:
        """Hand in a mail as a stranger's server would."""
        with smtplib.SMTP("127.0.0.1", self.smtp, timeout=30) as connection:
            connection.sendmail(sender, list(recipients), raw)

    def configure(self, *settings: str) -> None:
        """Change lines of main.cf, such as `message_size_limit=1000`, and take them over. Undo it at the end of the test."""
        run("postconf", "-c", self._config, "-e", *settings)
        run("postfix", "-c", self._config, "reload")

    def wait_for(self, *words: str, seconds: float = 60) -> str:
        """The first line of the log that holds all the words (a recipient, `status=sent`), once it is there; else ''."""
        end = time.monotonic() + seconds
        while True:
            for line in self.log.read_text(errors="replace").splitlines():
                if all(word in line for word in words):
                    return line
            if time.monotonic() > end:
                return ""
            time.sleep(0.02)
