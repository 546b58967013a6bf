"""The named reasons of a proof, said to people."""

RESULTS = {
    "ours": "believed: our own server wrote it where no sender can",
    "another-server": "not believed: it names another server than ours",
    "no-server-name": "not believed: it does not say which server wrote it",
    "below-our-part": "not believed: it stands where the sender may have written it",
}

SIGNATURES = {
    "as-it-was-signed": "header and text are as the domain signed them",
    "part-of-the-body-only": "what was signed is unchanged, but the end of the text was left out of it; it vouches for nothing",
    "subject-not-signed": "what was signed is unchanged, but the subject was left out of it; it vouches for nothing",
    "key-being-tested": "its domain says of the key that it is only being tested; it vouches for nothing",
    "key-for-another-use": "its domain says of the key that it is for something else",
    "body-was-changed": "the text is not as it was signed",
    "header-was-changed": "the signed header fields are not as they were signed, or another key was used",
    "signature-broken": "the signature is malformed",
    "from-not-signed": "it leaves out the From field, as no signature may",
    "algorithm-too-weak": "its algorithm (SHA-1) is not accepted any more",
    "expired-before-it-came": "it had run out before the mail came",
    "another-vouches": "not needed: another signature vouches for the sender",
    "key-too-short": "its key has fewer than 1,024 bits",
    "key-withdrawn": "its domain has withdrawn the key",
    "key-unreadable": "the key in the DNS cannot be read",
    "key-of-a-kind-not-known": "its key is of a kind that mailbot does not know (Ed25519)",
    "key-gone": "the DNS has no such key, or has none any more; domains change their keys",
    "dns-did-not-answer": "the DNS did not answer in time",
    "key-not-asked-for": "the DNS was not asked",
    "checking-took-too-long": "checking it took too long or too much memory",
    "header-too-long": "the header is too long to be checked",
    "header-unreadable": "the header cannot be read as one that was signed",
}

UNREADABLE = {
    "reading-took-too-long": "looking at it took too long",
    "reading-killed": "looking at it took too much memory",
    "empty": "it is empty",
}
"""Else the named reason as it stands."""


def said(words: dict[str, str], reason: str) -> str:
    """A reason in words; one without any as it stands, without its hyphens."""
    return words.get(reason, reason.replace("-", " "))
