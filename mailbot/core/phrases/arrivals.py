"""What mail servers say of a letter that is on its way or did not arrive (RFC 3463), and what that means to people."""

from typing import Final

WHY: Final[dict[str, str]] = {
    "1.1": "there is no such address",
    "1.2": "there is no such domain",
    "1.3": "the address cannot be right",
    "1.6": "the mailbox has moved",
    "1.10": "its domain takes no mail",
    "2.1": "the mailbox is switched off",
    "2.2": "the mailbox is full",
    "2.3": "the letter is too large for the mailbox",
    "4.1": "the server there does not answer",
    "4.4": "there is no way to the server there",
    "4.6": "it went round in a circle on the way",
    "4.7": "it could not be delivered in time",
    "7.1": "the server there refused it",
    "1.0": "something is wrong with the address",
    "2.0": "the mailbox does not take it",
    "3.0": "the mail system there does not take it",
    "4.0": "the way there does not work",
    "5.0": "the servers did not understand each other",
    "6.0": "its content was not taken",
    "7.0": "a rule of the server there refused it",
}
"""Subject and detail of an enhanced status code (RFC 3463 3); those that are not here are known by their subject, `1.0`."""

DELAYED: Final[tuple[str, ...]] = (
    *("delayed", "could not send message for past", "will be retried", "still trying", "will keep trying", "keep on trying"),
    *("temporarily unable", "will continue to try", "no action is required", "not yet been delivered"),
    *("verzögert", "weiterhin versucht", "noch nicht zugestellt", "retardé", "différée", "nouvelle tentative"),
    *("retrasad", "se ha retrasado", "seguirá intentando", "ritardat", "in ritardo", "vertraagd", "atrasad", "försena"),
    *("forsinke", "viivästy", "opóźnion", "zpožděn", "zdržen", "καθυστέρησ", "késik", "întârziat", "ertelendi"),
)  # fmt: skip
"""Casefolded; where a report has no fields (RFC 3464), these tell that the server has not given up."""
