"""What signatures were worth when a mail was taken is remembered as it was, on every database, and never changed."""

from dataclasses import replace
from datetime import timedelta

from mailbot.core.proof.signed import KeyRecord, Signature, Verdict, unchecked
from mailbot.store import Store
from tests.store.samples import NOW

KEY = KeyRecord("s1._domainkey.example.org", b"v=DKIM1; p=\x00\xff\n", "", NOW)
FULL = Signature(
    "example.org",
    "s1",
    "rsa-sha256",
    Verdict.passed,
    "as-it-was-signed",
    aligned=True,
    signed_at=NOW,
    expires_at=NOW + timedelta(days=7),
    fields=("from", "subject"),
    whole_body=False,
    bits=2048,
    key=KEY,
    address="Jana.Novák@example.org",
)
BARE = unchecked("checking-took-too-long")
WITHOUT_KEY = replace(FULL, verdict=Verdict.not_checked, key=KeyRecord(KEY.name, None, "key-gone", NOW), signed_at=None)


def test_signatures_come_back_as_they_were(store: Store) -> None:
    store.keep_signatures("ab" * 32, (FULL, BARE, WITHOUT_KEY), NOW)
    store.keep_signatures("cd" * 32, (), NOW)
    assert store.signatures("ab" * 32) == (FULL, BARE, WITHOUT_KEY)
    assert (store.signatures("cd" * 32), store.signatures("ef" * 32)) == ((), None)


def test_the_first_verdict_stays(store: Store) -> None:
    store.keep_signatures("ab" * 32, (FULL,), NOW)
    store.keep_signatures("ab" * 32, (BARE,), NOW + timedelta(days=1))
    assert store.signatures("ab" * 32) == (FULL,)
