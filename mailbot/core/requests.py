"""Mails that ask for something: to withdraw, to undo that, to confirm, to ask the organisers, to say no, to name a colleague.

Nothing of an entry changes because of a word. A withdrawal is carried out when its token comes back from the very address that
it was sent to, in a mail that is sure to come from there, of the same call, that says yes in its own words
(mail_reality 54-57). Whatever else brings a token stays as it is, and a person sees it. The answer to an offered place needs
less: it went to that address and its code came back, so it is enough that nothing speaks against the sender.
"""

from datetime import timedelta

from mailbot.core.attending import attends
from mailbot.core.consent import Consent, consents
from mailbot.core.history import Became, Change, Deed, History, Submission
from mailbot.core.reading import Authentication, Intent, Reading
from mailbot.core.tokens import Purpose, Token, owner

ON_BEHALF = "on-behalf-of"
CROWDED = "too-many-kept-apart"
_KEPT_APART = 200
_LITTLE = 12
"""Words; who says no more than these says yes or no, a greeting and a name."""
_QUESTIONS_A_DAY = 3
_ON_BEHALF_A_DAY = 5
_ON_ITS_WAY = timedelta(days=1)
"""So long the letter with a token is waited for; who asks again gets none beside it."""
_DEEDS = {
    Purpose.withdraw: (Deed.withdraw, "withdrawn"),
    Purpose.restore: (Deed.restore, "withdrawal-undone"),
    Purpose.confirm: (Deed.confirm, "confirmed-on-behalf"),
}
_REFUSALS = {
    Purpose.withdraw: "withdrawal-refused",
    Purpose.restore: "withdrawal-stands",
    Purpose.confirm: "on-behalf-refused",
}


def asked(history: History, reading: Reading) -> Change | None:
    """What a mail of a known call, from one clear sender, asks for; None where it only adds. First rule that speaks wins."""
    by_token = _by_token(history, reading)
    if by_token is not None:
        return by_token
    if reading.sender.authentication is Authentication.fail:
        return _for_a_person(reading)
    if reading.forwarded is not None:
        return _on_behalf(history, reading)
    if reading.intent is Intent.withdrawal or (_declines(reading) and history.submission is not None):
        return _withdrawal(history, reading)
    if reading.answers:
        return None
    if reading.intent is Intent.question:
        return _question(history, reading)
    if reading.intent is Intent.recommendation:
        return Change(Became.request, "recommendation", deed=Deed.thank)
    return Change(Became.request, "declined", deed=Deed.thank) if _declines(reading) else None


def answered(reading: Reading) -> Change:
    """An organiser's answer to a question that was passed on. One that nobody vouches for closes no question."""
    if reading.sender.authentication is not Authentication.aligned:
        return Change(Became.quarantined, "organiser-not-authenticated")
    return Change(Became.request, "answered-by-organiser", deed=Deed.note_answer)


def _declines(reading: Reading) -> bool:
    return reading.intent is Intent.decline and not reading.answers


def _for_a_person(reading: Reading) -> Change | None:
    asks = reading.intent in (Intent.decline, Intent.question, Intent.recommendation) and not reading.answers
    asks = asks or reading.intent is Intent.withdrawal
    return Change(Became.quarantined, f"{reading.intent}-for-a-person") if asks else None


def _by_token(history: History, reading: Reading) -> Change | None:
    """What comes of the tokens in a mail. Without a yes or no of its own words a mail that quotes one is a mail like others."""
    if not history.tokens or reading.answers:
        return None
    good = [token for token in history.tokens if _trouble(token, reading) is None]
    token = max(good or history.tokens, key=lambda token: token.made_at)
    if token.purpose is Purpose.offer:
        return _by_offer(token, reading)
    said = consents(reading.reply, token.purpose)
    if said is Consent.unclear:
        return None
    if not good:
        return _not_believed(history.tokens, reading, said)
    if said is Consent.no:
        became = Became.request if _says_little(reading) else Became.kept_apart  # what else it says is kept with the entry
        return Change(became, _REFUSALS[token.purpose], token=token)
    overtaken = _overtaken(history.submission, token) if token.purpose is Purpose.confirm else None
    if overtaken is not None:
        return Change(Became.quarantined, overtaken)
    deed, reason = _DEEDS[token.purpose]
    return Change(Became.request, reason, deed=deed, token=token)


def _by_offer(token: Token, reading: Reading) -> Change | None:
    """The answer to an invitation. What is neither yes nor no never becomes a version of the entry; a question or a wish to
    withdraw goes the way of all, and so does what belongs to another call or was sent on with answers in it."""
    said, trouble = attends(reading.reply), _trouble(token, reading)
    if said is Consent.unclear and (_goes_its_way(reading) or trouble == "token-of-another-call"):
        return None
    if trouble is not None:
        return Change(Became.quarantined, trouble)
    if said is Consent.unclear:
        return Change(Became.quarantined, "answer-to-invitation-unclear", deed=Deed.ask_again, token=token)
    if said is Consent.yes:
        return Change(Became.request, "offer-accepted", deed=Deed.accept, token=token)
    return Change(Became.request, "offer-given-back", deed=Deed.give_back, token=token)


def _goes_its_way(reading: Reading) -> bool:
    return reading.intent in (Intent.question, Intent.withdrawal) or reading.forwarded is not None


def _says_little(reading: Reading) -> bool:
    return len(reading.reply.split()) <= _LITTLE and not reading.attachments


def _overtaken(entry: Submission | None, token: Token) -> str | None:
    """Why answers that somebody sent on cannot be confirmed any more; None where they can."""
    if entry is None or entry.withdrawn is not None:
        return "confirmed-after-withdrawal"
    waiting = next((r for r in entry.revisions if r.mail_id == token.mail_id), None)
    own = [r for r in entry.revisions if r.counts and r.authentication is Authentication.aligned]
    newer = waiting is not None and any(r.received_at > waiting.received_at for r in own)
    return "confirmed-over-newer" if newer else None


def _trouble(token: Token, reading: Reading) -> str | None:
    """Why a token completes nothing in this mail; None where it does."""
    sender = reading.sender
    if token.call != reading.call:
        return "token-of-another-call"
    if token.address != owner(sender.address or ""):
        return "token-of-another-address"
    if not _is_sure_enough(token.purpose, sender.authentication):
        return "token-not-authenticated"
    if token.used_at is not None and not token.purpose.lasts:
        return "token-used-before"
    return "token-ended" if reading.received_at > token.ends_at else None


def _is_sure_enough(purpose: Purpose, authentication: Authentication) -> bool:
    if purpose is Purpose.offer:
        return authentication is not Authentication.fail
    return authentication is Authentication.aligned


def _not_believed(tokens: tuple[Token, ...], reading: Reading, said: Consent) -> Change | None:
    """Kept for a person, but for what harms nobody: the same person says once more what was done already, or says no."""
    troubles = [str(_trouble(token, reading)) for token in tokens]
    if "token-used-before" in troubles and not _says_little(reading):
        return None
    if "token-used-before" in troubles:
        return Change(Became.request, "token-used-before")
    return Change(Became.quarantined, troubles[0]) if said is Consent.yes else None


def _withdrawal(history: History, reading: Reading) -> Change | None:
    """A request to withdraw: its token goes to the address on file, whoever has asked. With answers beside it these are kept
    apart until that is settled."""
    entry = history.submission
    if entry is None:
        return _for_a_person(reading)
    became = Became.kept_apart if reading.answers else Became.request
    if became is Became.kept_apart and crowded(entry):
        return Change(Became.quarantined, CROWDED)
    if entry.withdrawn is not None:
        return Change(became, "withdrawn-before")
    if history.withdrawal_asked_at is not None and reading.received_at - history.withdrawal_asked_at < _ON_ITS_WAY:
        return Change(became, "withdrawal-asked-again")
    return Change(became, "withdrawal-asked", deed=Deed.ask_withdrawal)


def _on_behalf(history: History, reading: Reading) -> Change:
    """Answers that a colleague sends on are kept with the entry of the person named, who is asked. Only who is surely the
    sender brings that person a letter, and not many a day; what asks for something in another's name brings none."""
    sure = reading.sender.authentication is Authentication.aligned
    brings = reading.forwarded is not None and reading.forwarded.answers
    if not sure or not brings or history.on_behalf_today >= _ON_BEHALF_A_DAY:
        return Change(Became.quarantined, "forward-for-a-person")
    return Change(Became.kept_apart, history.late or ON_BEHALF, deed=Deed.on_behalf)


def crowded(entry: Submission) -> bool:
    """Whether so many versions of an entry do not count that one more only makes it slow; those sent on are of others."""
    return sum(not version.counts and version.why != ON_BEHALF for version in entry.revisions) >= _KEPT_APART


def _question(history: History, reading: Reading) -> Change:
    """What was asked in somebody's name must not use up all that the owner may ask."""
    sure = reading.sender.authentication is Authentication.aligned
    if history.questions_today >= _QUESTIONS_A_DAY * (2 if sure else 1):
        return Change(Became.quarantined, "question-for-a-person")
    return Change(Became.request, "passed-on", deed=Deed.pass_on)
