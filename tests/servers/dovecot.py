"""Dovecot on loopback ports: IMAP, IMAPS, LMTP, and the SASL service Postfix asks. A user is a file of one line."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.servers.certificates import Certificate, Certificates
from tests.servers.process import free_port, run, start, stop, wait_for_greeting

# auth_failure_delay and the penalty socket: a wrong password in one test would otherwise delay every login of all others.
# users/%n: a file for each user, because a common one is looked at again only in the next second.
_CONFIG = """\
base_dir = {root}/run
state_dir = {root}/state
instance_name = {root.name}
log_path = {root}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{crt}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
mail_plugins = quota
protocol imap {{
  mail_plugins = quota imap_quota
}}
plugin {{
  quota = count:User
  quota_vsizes = yes
  quota_grace = 0
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%n {root}/users/%n
}}
userdb {{
  driver = passwd-file
  args = username_format=%n {root}/users/%n
  default_fields = uid={uid} gid={gid} home={root}/home/%n
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Processed {{
    auto = create
  }}
  mailbox Trash {{
    auto = create
    special_use = \\Trash
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
  service_count = 0
  process_min_avail = 1
}}
service imap {{
  process_limit = 200
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener sasl {{
    address = 127.0.0.1
    port = {sasl}
  }}
}}
"""


class Dovecot:
    """One server; `imap`, `imaps`, `lmtp`, `sasl` are its ports on 127.0.0.1 (certificates name it localhost)."""

    def __init__(self, root: Path, certificates: Certificates, certificate: Certificate = Certificate.good) -> None:
        self.root = root
        self.certificates = certificates
        self.imap, self.imaps, self.lmtp, self.sasl = (free_port() for _ in range(4))
        self._process: subprocess.Popen[bytes] | None = None
        self._config = root / "dovecot.conf"
        nobody = pwd.getpwnam("nobody")
        root.mkdir()
        root.chmod(0o755)
        (root / "home").mkdir()
        os.chown(root / "home", nobody.pw_uid, nobody.pw_gid)
        (root / "users").mkdir()
        self._config.write_text(
            _CONFIG.format(
                root=root,
                uid=nobody.pw_uid,
                gid=nobody.pw_gid,
                crt=certificates.crt(certificate),
                key=certificates.key(certificate),
                imap=self.imap,
                imaps=self.imaps,
                lmtp=self.lmtp,
                sasl=self.sasl,
            )
        )

    def __enter__(self) -> Self:
        log = self.root / "dovecot.log"
        log.touch()
        self._process = start(["dovecot", "-F", "-c", self._config], log)
        wait_for_greeting(self.imap, self._process, log)
        return self

    def __exit__(self, *_: object) -> None:
        stop(self._process)

    def add_user(self, user: str, password: str, *, quota_kb: int | None = None, home: Path | None = None) -> None:
        """Known at once; the mailbox is made by the first delivery or login. home: the folder of another user, to share it."""
        extra = f"userdb_quota_rule=*:storage={quota_kb}K" if quota_kb else ""
        (self.root / "users" / user).write_text(f"{user}:{{PLAIN}}{password}::::{home or ''}::{extra}\n")

    def home(self, user: str) -> Path:
        """The user's folder; the mail lies in `Maildir` below it."""
        return self.root / "home" / user

    def doveadm(self, *words: str, stdin: bytes = b"") -> str:
        """The server's own administration command, for what no client may do."""
        return run("doveadm", "-c", self._config, *words, stdin=stdin)

    def sessions(self, user: str) -> Sequence[int]:
        """The process ids of the user's IMAP sessions, oldest first."""
        lines = self.doveadm("-f", "tab", "who", "-1", user).splitlines()[1:]
        return sorted(int(line.split("\t")[2]) for line in lines)
