"""A certificate authority for the tests, and one certificate for each way in which a server can be untrustworthy."""

import ssl
from enum import StrEnum
from pathlib import Path

from tests.servers.process import run

_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
_LOCALHOST = "DNS:localhost,IP:127.0.0.1"


class Certificate(StrEnum):
    """good: signed by our authority for localhost. The others: for another host, out of date, signed by itself."""

    good = "good"
    wronghost = "wronghost"
    expired = "expired"
    selfsigned = "selfsigned"


class Certificates:
    """The authority and its certificates as files of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ca_file = folder / "ca.crt"
        folder.mkdir()
        _openssl(
            f"req -x509 {_KEY} -days 30 -subj /CN=tests -keyout {folder}/ca.key -out {self.ca_file}"
            " -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign"
        )
        self._sign(Certificate.good, _LOCALHOST, days=30)
        self._sign(Certificate.wronghost, "DNS:elsewhere.example", days=30)
        self._sign(Certificate.expired, _LOCALHOST, days=-1)
        _openssl(
            f"req -x509 {_KEY} -days 30 -subj /CN=localhost -addext subjectAltName={_LOCALHOST}"
            f" -keyout {self.key(Certificate.selfsigned)} -out {self.crt(Certificate.selfsigned)}"
        )

    def crt(self, certificate: Certificate) -> Path:
        return self.folder / f"{certificate}.crt"

    def key(self, certificate: Certificate) -> Path:
        return self.folder / f"{certificate}.key"

    def context(self) -> ssl.SSLContext:
        """What a client uses that trusts this authority and nobody else."""
        return ssl.create_default_context(cafile=str(self.ca_file))

    def _sign(self, certificate: Certificate, names: str, days: int) -> None:
        request, extensions = self.folder / f"{certificate}.csr", self.folder / f"{certificate}.ext"
        extensions.write_text(
            f"subjectAltName={names}\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n"
        )
        _openssl(f"req {_KEY} -subj /CN={certificate} -keyout {self.key(certificate)} -out {request}")
        _openssl(
            f"x509 -req -in {request} -CA {self.ca_file} -CAkey {self.folder}/ca.key -CAcreateserial -days {days}"
            f" -extfile {extensions} -out {self.crt(certificate)}"
        )


def _openssl(words: str) -> None:
    run("openssl", *words.split())
