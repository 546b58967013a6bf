"""Forwarded: what somebody else wrote and the sender of a mail passes on, and whose words they are.

Printed below (inline), attached as a mail, or sent again with its own From (RFC 5322 3.6.6). It is somebody's only where one
person beside the sender and us can have written it; in any other case a person has to look.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core import address as addresses
from mailbot.core.align import Alignment, align
from mailbot.core.call import Call
from mailbot.core.documents import Document, documents_of
from mailbot.core.known import questions
from mailbot.core.language import language
from mailbot.core.laying import lay
from mailbot.core.message import Attachment, Message, parse
from mailbot.core.phrases.intent import FORWARD_PREFIXES
from mailbot.core.printed import Printed, printed
from mailbot.core.reading import Forwarded, Own, Sender, Way
from mailbot.core.reply import Parts
from mailbot.core.sender import sender

_MOST_ATTACHED = 3  # mails in a mail; more are for a person
_DEEPEST = 2  # mails within mails
_LARGEST = 5_000_000  # octets of one of them
_ANSWERS_WHERE = {"vs": "lähettäjä:"}
_LOOKED_AT = 50_000  # characters
_LEAST_WORDS = 5  # `FYI` says nothing that could be somebody's entry

ReadAs = Callable[[str, str, str], Parts]
"""Text, address and name of who wrote it, to own words, quotes and signature."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one other mail says that this one brings along. address: None where nobody can say who wrote it.
    message: the mail itself where it is attached."""

    address: str | None
    name: str
    way: Way
    laid: Alignment
    message: Message | None = None

    @property
    def says(self) -> frozenset[str]:
        return frozenset(answer.text for answer in self.laid.answers)

    @property
    def words(self) -> str:
        return "\n\n".join(text for text in (*(answer.text for answer in self.laid.answers), self.laid.unplaced) if text)


@dataclass(frozen=True, slots=True)
class Load:
    """All that a mail brings along. mails: of others and of the sender, from above. ours: whether a mail of ours is among what
    it repeats. asked: whether our questions are. from_us: whether From is one of ours. by: who sent it on, where it was sent
    again (RFC 5322 3.6.6); None where it comes from who sends it."""

    mails: tuple[Brought, ...] = ()
    ours: bool = False
    asked: bool = False
    from_us: bool = False
    by: str | None = None


def load(message: Message, call: Call, who: Sender, ours: Collection[str], read_as: ReadAs, *, deep: int = 0) -> Load:
    """Look at what a mail brings along. ours: addresses that people answer to, lower case. deep: within how many mails."""
    below = printed(message.text)
    ends = next((i for i, one in enumerate(below) if (one.address or "").casefold() in ours), len(below))
    found = [*(_inline(one, call, read_as) for one in below[:ends]), *_attached(message, call, ours, read_as, deep)]
    asked = questions(tuple(question.text for question in call.questions))
    return Load(
        tuple(found),
        ours=ends < len(below),
        asked=bool(below) and any(asked.lines([line.lstrip("> \t") for line in below[0].text.split("\n")])),
        from_us=(who.address or "").casefold() in ours,
        by=resent_by(message, who, ours),
    )


def resent_by(message: Message, who: Sender, ours: Collection[str]) -> str | None:
    """Who sent on a mail whose From is another's, '' where that is not clear; None where nobody did.

    What was written to us in the first place, or comes from a box of ours, only took another way.
    """
    value = message.first_raw("resent-from").strip()
    if not value or who.address is None or who.problem is not None:
        return None
    to = f"{message.first('to')} {message.first('cc')}"[:_LARGEST].casefold()
    if not ours or any(one in ours for one in addresses.addresses_in(to)):
        return None
    mailbox = addresses.read(value)
    by = mailbox.address if isinstance(mailbox, addresses.Mailbox) else ""
    return None if by.casefold() in {who.address.casefold(), *ours} else by


def forwarded(
    message: Message, laid: Alignment, found: Load, call: Call, who: Sender, documents: Sequence[Document], *, plain: bool
) -> Forwarded | None:
    """Whose words a mail passes on, and what they answer; None where that is not clear.

    laid: the mail's own alignment. documents: what is attached to it. plain: as in `message.parse`.
    """
    if found.by is not None:
        one = None if found.from_us else Brought(who.address, who.name, Way.resent, laid)
    else:
        one = _one(found.mails, who.address or "", filed=bool(documents))
    if one is None or one.address is None:
        return None
    files = documents if one.message is None else documents_of(one.message, plain=plain)
    laid = lay(one.laid, message.subject if one.way is Way.resent else "", files, call, one.name)
    if not laid.answers and len(one.words.split()) < _LEAST_WORDS:
        return None
    by = (who.address or "") if found.by is None else found.by
    return Forwarded(
        address=one.address,
        name=one.name,
        way=one.way,
        by=by,
        words=one.words,
        answers=laid.answers,
        unanswered=laid.unanswered,
        unplaced=laid.unplaced,
        language=language(laid.own_words(), call.language),
    )


def is_named_so(message: Message) -> bool:
    """Whether the subject begins as a mail program begins it when a mail is passed on. What Danes and Norwegians pass on is
    named as what Finns answer; there the printed headers tell."""
    first, colon, _ = message.subject.strip()[:40].partition(":")
    prefix = first.strip().casefold()
    answers = _ANSWERS_WHERE.get(prefix)
    return bool(colon) and prefix in FORWARD_PREFIXES and not (answers and answers in message.text[:_LOOKED_AT].casefold())


def others(found: Load, sender_address: str) -> tuple[Brought, ...]:
    """What somebody else than the sender may have written."""
    return tuple(one for one in found.mails if not _is(one, sender_address))


def holds(found: Load, laid: Alignment, sender_address: str) -> bool:
    """Whether all that was laid under the questions stands in what another wrote."""
    said = frozenset(answer.text for answer in laid.answers)
    return bool(said) and any(said <= one.says for one in others(found, sender_address))


def _inline(one: Printed, call: Call, read_as: ReadAs) -> Brought:
    return Brought(one.address, one.name, Way.inline, _laid(read_as(one.text, one.address or "", one.name), call, one.name))


def _laid(parts: Parts, call: Call, name: str) -> Alignment:
    """Their words under the questions. Paragraphs that nothing marks were not written for a list of several questions."""
    laid = align(parts, call, name)
    return laid if len(call.questions) == 1 else laid.without_guesses()


def _attached(message: Message, call: Call, ours: Collection[str], read_as: ReadAs, deep: int) -> Iterator[Brought]:
    mails = [file for file in message.attachments if _is_mail(file)]
    for file in mails if deep < _DEEPEST and len(mails) <= _MOST_ATTACHED else ():
        inner = parse(file.content) if len(file.content) <= _LARGEST else None
        if not isinstance(inner, Message):
            yield _of_nobody(call)
            continue
        wrote = sender(inner, Own())
        if wrote.address is None or wrote.problem is not None:
            yield _of_nobody(call)
        elif wrote.address.casefold() not in ours:
            yield from _in_mail(inner, wrote, call, ours, read_as, deep)
    if mails and (deep >= _DEEPEST or len(mails) > _MOST_ATTACHED):
        yield _of_nobody(call)


def _in_mail(inner: Message, wrote: Sender, call: Call, ours: Collection[str], read_as: ReadAs, deep: int) -> Iterator[Brought]:
    """What an attached mail says, and, where it only passes on in its turn, what that says."""
    laid = _laid(read_as(inner.text, wrote.address or "", wrote.name), call, wrote.name)
    below = load(inner, call, wrote, ours, read_as, deep=deep + 1)
    if laid.answers or not any(one.says for one in others(below, wrote.address or "")):
        yield Brought(wrote.address, wrote.name, Way.attached, laid, inner)
        return
    yield from (replace(one, message=one.message or inner) for one in below.mails)


def _is_mail(file: Attachment) -> bool:
    return file.type in {"message/rfc822", "message/global"} or file.name.casefold().endswith(".eml")


def _of_nobody(call: Call) -> Brought:
    """A mail of which nobody can say who wrote it; it counts as one that answers."""
    return Brought(None, "", Way.attached, Alignment((), tuple(range(1, len(call.questions) + 1)), "?"))


def _one(mails: Iterable[Brought], sender_address: str, *, filed: bool) -> Brought | None:
    """The one that somebody else wrote, several of one writer put together, the uppermost first; None where it is not clear.

    filed: files came with it, in which the answers may stand."""
    mails = list(mails)
    theirs = [one for one in mails if not _is(one, sender_address)]
    answering = [one for one in theirs if one.laid.answers or _is_unknown(one)]
    said: frozenset[str] = frozenset().union(*(one.says for one in answering))
    if any(not one.says <= said for one in mails if _is(one, sender_address)):
        return None
    chosen = answering or [one for one in theirs if filed or _has_files(one) or len(one.words.split()) >= _LEAST_WORDS]
    if len({(one.address or "").casefold() for one in chosen}) != 1 or chosen[0].address is None:
        return None
    first, *rest = chosen
    for one in rest:
        first = replace(first, laid=_together(first.laid, one.laid))
    return first


def _together(above: Alignment, below: Alignment) -> Alignment:
    """What was written last stands; what it leaves out was said before."""
    given = {answer.question for answer in above.answers}
    answers = (*above.answers, *(answer for answer in below.answers if answer.question not in given))
    given |= {answer.question for answer in answers}
    return replace(
        above,
        answers=tuple(sorted(answers, key=lambda answer: answer.question)),
        unanswered=tuple(number for number in above.unanswered if number not in given),
    )


def _is(one: Brought, address: str) -> bool:
    return bool(address) and one.address is not None and one.address.casefold() == address.casefold()


def _has_files(one: Brought) -> bool:
    return one.message is not None and bool(one.message.attachments)


def _is_unknown(one: Brought) -> bool:
    return one.address is None and one.way is Way.attached
