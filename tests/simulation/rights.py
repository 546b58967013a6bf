"""Who may do what to whose entry, judged after a run: withdrawing, confirming, asking, and whom letters may reach."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from mailbot.core.keyed import letter_message_id
from mailbot.core.letter import LetterKind, OutboxRow
from mailbot.core.manners import Limits
from mailbot.core.submission import Became, Submission, current
from tests.simulation.oracle import Came, Owner, came
from tests.simulation.people import Sort
from tests.simulation.record import Record
from tests.simulation.world import OWN, World

_MAY_BECOME = {
    Sort.wish: {Became.request, Became.quarantined},
    Sort.token: {Became.request, Became.quarantined},
    Sort.question: {Became.request, Became.quarantined},
    Sort.told: {Became.request, Became.quarantined},
    Sort.sent_on: {Became.kept_apart, Became.revision, Became.quarantined},
}
_BY_TOKEN = {"withdrawn", "withdrawal-undone", "confirmed-on-behalf"}
_REFUSED = {"withdrawal-refused", "withdrawal-stands", "on-behalf-refused"}
_ABOUT_THE_ENTRY = (LetterKind.withdrawal, LetterKind.withdrawn, LetterKind.restored)
_ON_REQUEST = {*_ABOUT_THE_ENTRY, LetterKind.passed_on, LetterKind.thanks}
_CONFIRMATIONS = 2  # letters ever to one address and call
_QUESTIONS = 6  # of one address and call within a day, where it is sure who asks
_ANSWER = re.compile(r"Answer \d+ of \w+")


def broken_rights(world: World, left: Record) -> Iterator[str]:
    """Every broken one, in words."""
    it = came(left)
    yield from _requests_are_no_versions(left)
    yield from _withdrawn_by_who_wrote(left, it)
    yield from _tokens_are_good_once(left, it)
    for entry in left.all_entries():
        yield from _words_are_their_owners(left, it, entry)
        yield from _answers_count_while_it_stands(left, it, entry)
    yield from _questions(world, left, it)
    yield from _letters_reach_whom_they_may(world, left)
    yield from _letters_are_few(world, left, it)


def _requests_are_no_versions(left: Record) -> Iterator[str]:
    for row in left.mails.values():
        for mail in left.posted[row.sha256]:
            may = _MAY_BECOME.get(mail.sort)
            if may is not None and row.became not in {*may, Became.duplicate, None}:
                yield f"a mail of sort {mail.sort} became {row.became}: {row.reason}"


def _withdrawn_by_who_wrote(left: Record, it: Came) -> Iterator[str]:
    for entry in left.all_entries():
        ought = (entry.call, entry.address) in it.withdrawn
        if (entry.withdrawn is not None) != ought:
            yield f"{entry.address} is withdrawn: {entry.withdrawn}, and ought to be: {ought}"
        if entry.withdrawn is not None and entry.withdrawn.who != "submitter":
            yield f"{entry.address} was withdrawn by {entry.withdrawn.who}"


def _tokens_are_good_once(left: Record, it: Came) -> Iterator[str]:
    if len({letter for letter, _ in left.tokens}) < len(left.tokens):
        yield "one letter has two tokens"
    used = {letter: mail_id for letter, mail_id in left.tokens if mail_id is not None}
    if used != it.used:
        yield f"tokens used by letter and mail: {used}, and ought to be: {it.used}"
    did = sorted(row.id for row in left.mails.values() if row.reason in _BY_TOKEN | _REFUSED)
    if did != sorted(it.used.values()):
        yield f"mails {did} did something by a token, and these ought to: {sorted(it.used.values())}"


def _words_are_their_owners(left: Record, it: Came, entry: Submission) -> Iterator[str]:
    """Each version is of who owns the entry, or was sent on in that name; and only what was confirmed of these counts."""
    allowed: set[str] = set()
    for version in entry.revisions:
        mail = left.mail_of(entry, version)
        if mail.sort is Sort.sent_on:
            confirmed = _letter(LetterKind.confirm, left, version.mail_id) in it.confirmed
            if mail.named != entry.address:
                yield f"{entry.address} has what was sent on of {mail.named}"
            if version.counts != confirmed:
                yield f"what was sent on of {mail.named} counts: {version.counts}, confirmed: {confirmed}"
        elif mail.address != entry.address:
            yield f"{entry.address} has a version of {mail.address}"
        if version.counts:
            allowed |= set(_ANSWER.findall(mail.raw.decode()))
    said = {words for answer in current(entry) for words in _ANSWER.findall(answer.text)}
    if not said <= allowed:
        yield f"{entry.address} is said to have answered {sorted(said - allowed)}"


def _letter(kind: LetterKind, left: Record, mail_id: int, to: str = "") -> str:
    """Message-ID of the letter of this kind that this mail brought about."""
    row = left.mails[mail_id]
    return letter_message_id(kind, str(row.call), f"{row.sha256} {to}".rstrip(), OWN)


def _answers_count_while_it_stands(left: Record, it: Came, entry: Submission) -> Iterator[str]:
    for version in entry.revisions:
        mail, apart = left.mail_of(entry, version), version.mail_id in it.apart
        if mail.sort is not Sort.answer:
            continue
        if version.counts and apart:
            yield f"{entry.address} was withdrawn, and what was written then counts"
        if not version.counts and not apart and version.timeliness != "late":
            yield f"{entry.address} answered in time, and it does not count: {version.why}"


def _questions(world: World, left: Record, it: Came) -> Iterator[str]:
    """Each goes on once, and is closed by a contact and nobody else."""
    for call in world.calls:
        asked, questions = Counter[int](), world.store.questions(call.slug)
        for question in questions:
            posted = left.posted[left.mails[question.mail_id].sha256]
            asked.update(id(mail) for mail in posted if mail.sort is Sort.question)
            letter = _letter(LetterKind.question, left, question.mail_id, call.contacts[0].address)
            if (question.answered_at is not None) != (letter in it.closed):
                yield f"a question is closed by {question.answered_by}; a contact answered it: {letter in it.closed}"
        if asked.total() != len(questions) or any(times > 1 for times in asked.values()):
            yield f"{len(asked)} mails asked the organisers {len(questions)} questions"
        mails = [mail for mail in world.posted if mail.sort is Sort.question and mail.call == call.slug]
        if len(asked) < len(mails) <= _QUESTIONS:
            yield f"{len(mails)} questions were asked, {len(asked)} went on"


def _letters_reach_whom_they_may(world: World, left: Record) -> Iterator[str]:
    sent_on = [mail for mail in world.posted if mail.sort is Sort.sent_on and mail.aligned]
    owners = {(entry.call, entry.address) for entry in left.all_entries()}
    may: dict[LetterKind, set[Owner]] = {
        LetterKind.acknowledgement: {(person.call.slug, person.address) for person in world.people},
        LetterKind.confirm: {(mail.call, mail.named) for mail in sent_on},
        LetterKind.thanks: {(mail.call, mail.address) for mail in sent_on},
        LetterKind.passed_on: {(mail.call, mail.address) for mail in world.posted if mail.sort is Sort.question},
        LetterKind.question: {(call.slug, contact.address) for call in world.calls for contact in call.contacts},
    } | dict.fromkeys(_ABOUT_THE_ENTRY, owners)
    for letter in (row.letter for row in left.letters):
        if (letter.call, letter.recipient) not in may[letter.kind]:
            yield f"a letter {letter.kind} to {letter.recipient}"


def _letters_are_few(world: World, left: Record, it: Came) -> Iterator[str]:
    """A mail brings one letter at most, whichever way and however often it comes; and nobody gets many."""
    written = Counter(((row.letter.call, row.letter.recipient), row.letter.kind) for row in left.letters)
    asked = _asked_for(world, it)
    for (owner, kind), times in written.items():
        if kind is not LetterKind.acknowledgement and times > asked[owner, kind]:
            yield f"{times} letters {kind} to {owner[1]}, for {asked[owner, kind]} mails"
        if kind is LetterKind.confirm and times > _CONFIRMATIONS:
            yield f"{times} letters ask {owner[1]} to confirm"
    for owner in {owner for owner, _ in written}:
        theirs = [row for row in left.letters if (row.letter.call, row.letter.recipient) == owner]
        yield from _within_the_limit(world, owner, [row for row in theirs if row.letter.kind in _ON_REQUEST])


def _asked_for(world: World, it: Came) -> Counter[tuple[Owner, LetterKind]]:
    """How many mails may bring each person a letter of each kind."""
    asked = Counter[tuple[Owner, LetterKind]]()
    for mail in world.posted:
        if mail.sort is Sort.wish:
            asked[(mail.call, mail.address), LetterKind.withdrawal] += 1
        elif mail.sort is Sort.question:
            asked[(mail.call, mail.address), LetterKind.passed_on] += 1
            asked.update(((mail.call, one.address), LetterKind.question) for one in world.call(mail.call).contacts)
        elif mail.sort is Sort.sent_on and mail.aligned:
            asked[(mail.call, mail.address), LetterKind.thanks] += 1
            asked[(mail.call, mail.named), LetterKind.confirm] += 1
    for (owner, kind), times in it.done.items():
        if kind is not LetterKind.confirm:
            asked[owner, LetterKind.withdrawn if kind is LetterKind.withdrawal else LetterKind.restored] += times
    return asked


def _within_the_limit(world: World, owner: Owner, theirs: Sequence[OutboxRow]) -> Iterator[str]:
    """Who asks much is told little; where the day's limit was never near nobody's own question stays without a word."""
    most = Limits().requests_per_day
    times = [row.created_at for row in theirs]
    if max((_on_the_day_of(at, times) for at in times), default=0) > most:
        yield f"more letters to {owner[1]} in a day than requests may bring"
    asked = sum(m.sort is Sort.question and m.aligned and (m.call, m.address) == owner for m in world.posted)
    told = sum(row.letter.kind is LetterKind.passed_on for row in theirs)
    if told < asked and len(theirs) < most:
        yield f"{owner[1]} asked {asked} questions and was told of {told}"


def _on_the_day_of(at: datetime, times: Sequence[datetime]) -> int:
    return sum(at - timedelta(days=1) < before <= at for before in times)
