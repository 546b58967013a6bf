"""Real mail servers on loopback ports for the tests: Dovecot, Postfix, their certificates, and a proxy that misbehaves between.

Nothing touches /etc and nothing can leave the machine. Each server is ended by the process that was started, also when the
test run is interrupted, terminated or killed.
"""

import os
import shutil

PROGRAMS = ("dovecot", "doveadm", "postfix", "postconf", "openssl", "setpriv")


def missing() -> str:
    """Why the servers cannot run here, in one line; '' when they can."""
    if os.geteuid() != 0:
        return "needs root: Dovecot and Postfix change users when they start"
    path = os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"
    absent = [program for program in PROGRAMS if shutil.which(program, path=path) is None]
    return f"needs {', '.join(absent)}: apt-get install dovecot-imapd dovecot-lmtpd postfix openssl" if absent else ""
