"""Signers: a domain with a key of its own, made anew for each run of the tests, that signs mails as servers do."""

import base64
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import dkim

from mailbot.core.proof.signed import KeyRecord

ASKED = datetime(2021, 2, 1, 10, 5, tzinfo=UTC)
_EXPONENT = 65_537


@dataclass(frozen=True)
class Signer:
    """private: PEM. public: what stands behind `p=`."""

    domain: str
    private: bytes
    public: str
    selector: str = "s1"

    @property
    def name(self) -> str:
        return f"{self.selector}._domainkey.{self.domain}"

    def sign(self, raw: bytes, **how: object) -> bytes:
        """The mail with a signature on top; how: as of `dkim.sign`."""
        selector, domain = self.selector.encode(), self.domain.encode()
        return bytes(dkim.sign(raw, selector, domain, self.private, **{"canonicalize": (b"relaxed", b"relaxed"), **how})) + raw

    def record(self, text: str = "") -> Mapping[str, KeyRecord]:
        """What the DNS says; text: in place of the true record."""
        return {self.name: KeyRecord(self.name, (text or f"v=DKIM1; k=rsa; p={self.public}").encode(), "", ASKED)}


@cache
def signer(domain: str = "example.org", bits: int = 1024) -> Signer:
    chance = random.Random(f"{domain} {bits}")
    p, q = _prime(chance, bits // 2), _prime(chance, bits // 2)
    secret = pow(_EXPONENT, -1, (p - 1) * (q - 1))
    numbers = (0, p * q, _EXPONENT, secret, p, q, secret % (p - 1), secret % (q - 1), pow(q, -1, p))
    pem = base64.b64encode(_sequence(*numbers)).decode()
    private = f"-----BEGIN RSA PRIVATE KEY-----\n{pem}\n-----END RSA PRIVATE KEY-----\n".encode()
    return Signer(domain, private, base64.b64encode(_sequence(p * q, _EXPONENT)).decode())


def _prime(chance: random.Random, bits: int) -> int:
    while True:
        n = chance.getrandbits(bits) | 3 << bits - 2 | 1
        if (
            all(n % small for small in (3, 5, 7, 11, 13))
            and n % _EXPONENT != 1
            and all(pow(a, n - 1, n) == 1 for a in (2, 3, 5))
        ):
            return n


def _sequence(*numbers: int) -> bytes:
    """DER of a SEQUENCE of INTEGERs (RFC 8017 A.1)."""
    return _tagged(0x30, b"".join(_tagged(0x02, n.to_bytes(n.bit_length() // 8 + 1, "big")) for n in numbers))


def _tagged(tag: int, content: bytes) -> bytes:
    size = len(content)
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 0x80 else bytes([0x80 | len(octets)]) + octets) + content
