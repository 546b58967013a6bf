"""A reading shown to a person: the facts, the mail line by line, each question with its answer, and what is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailbot.commands.reasons import reason
from mailbot.commands.words import TIMELINESS, instant, some
from mailbot.core import deadline
from mailbot.core.reading import Answer, Authentication, How, Intent, Kind, Outcome, Own, Reading
from mailbot.core.trace import BODY, Role, Stretch, Trace

if TYPE_CHECKING:
    from mailbot.core.call import Call
    from mailbot.terminal import Terminal

_FEW = 8  # lines of others that are shown as they are; of more the first and the last two
_MANY = 60  # own lines that are shown as they are
_LONG = 2000  # characters of a line
_NARROW = 60  # columns of a window in which the margin has only short words


@dataclass(frozen=True, slots=True)
class _Look:
    """How lines of a role are shown. word: in the margin, where there is room; short: where there is little.
    bar: beside each line. style, mark: of the words, and of what stands in the margin. folds: long runs are folded."""

    word: str
    short: str
    bar: str = "│"
    style: str = "dim"
    mark: str = "dim"
    folds: bool = True


_OWN, _LEFT = "green", "bold magenta"
_LOOKS = {
    Role.answer: _Look("", "", "┃", _OWN, f"bold {_OWN}", folds=False),
    Role.mixed: _Look("and ?", "?", "┃", _OWN, _LEFT, folds=False),
    Role.unplaced: _Look("unplaced", "?", "?", _LEFT, _LEFT, folds=False),
    Role.own: _Look("own words", "own", "┃", _OWN, f"bold {_OWN}", folds=False),
    Role.greeting: _Look("greeting", "greet"),
    Role.repeated: _Look("repeated", "again"),
    Role.quoted: _Look("quoted", "quote"),
    Role.attribution: _Look("introduces", "intro"),
    Role.header: _Look("introduces", "intro"),
    Role.signature: _Look("signature", "sign"),
    Role.disclaimer: _Look("disclaimer", "discl"),
    Role.struck: _Look("struck out", "out", "x", "dim strike"),
    Role.empty: _Look("", ""),
}

_HOW = {
    How.inline: "written below the quoted question",
    How.restated: "the question stands repeated before it",
    How.numbered: "by its number",
    How.table: "beside the question, in a table",
    How.order: "by order alone: as many paragraphs as questions",
    How.meaning: "by what it says: it shares words with the question",
}
_SURE = ((0.85, "sure"), (0.7, "fairly sure"), (0.5, "likely"), (0.0, "a guess"))
"""From which confidence on, by the rows of the table in docs/confidence.md."""

_KINDS = {
    Kind.human: "a person",
    Kind.auto_reply: "an automatic reply",
    Kind.bounce: "a mail that came back",
    Kind.mdn: "a read receipt",
    Kind.list: "mail of a mailing list",
    Kind.calendar: "a calendar entry",
    Kind.challenge: "a challenge",
    Kind.arf: "a report",
    Kind.newsletter: "mail to many",
    Kind.our_own_loop: "our own mail",
}
_BECOMES = {
    Outcome.submission: "recorded",
    Outcome.stored: "kept, and no entry",
    Outcome.quarantine: "kept for a person",
    Outcome.refused: "not read",
}
_WANTS = {
    Intent.answer: "to answer",
    Intent.correction: "to correct an earlier answer",
    Intent.withdrawal: "to withdraw",
    Intent.decline: "to decline",
    Intent.question: "to ask something",
    Intent.forward: "to pass on what somebody else wrote",
    Intent.recommendation: "to recommend somebody else",
    Intent.none: "nothing that could be told",
}


def page(terminal: "Terminal", path: str, reading: Reading, call: "Call | None", own: Own, *, whole: bool = False) -> None:
    """One mail, as it was read. whole: nothing is folded."""
    terminal.say(path, style="bold")
    for name, value in _facts(reading, call, own):
        if value:
            terminal.block(value, label=f"{name:<8}")
    for found in reading.traces:
        title = "The mail" if found.source == BODY else f"Attached: {found.source}"
        if found.text.strip():
            terminal.rule(title)
            _lines(terminal, found, whole=whole)
    if call is not None and (reading.answers or reading.unanswered):
        terminal.rule(_how_many(reading))
        _answers(terminal, reading, call, whole=whole)
    if reading.unplaced.strip():
        terminal.rule("Own words that answer no question")
        _words(terminal, reading.unplaced, _LOOKS[Role.unplaced], whole=whole)
    if reading.intent is not Intent.none:
        terminal.rule()
        terminal.block(_WANTS[reading.intent], label="wants   ")
    terminal.say()


# facts


def _facts(reading: Reading, call: "Call | None", own: Own) -> Iterator[tuple[str, str]]:
    sender = reading.sender
    who = " ".join(part for part in (sender.name, f"<{sender.address}>" if sender.address else "") if part)
    yield "from", who or "nobody that can be told"
    yield "sender", _authentication(reading, own)
    yield "subject", reading.subject
    yield "kind", f"{_KINDS[reading.kind]}: {reason(reading.kind_reason or reading.reason)}"
    yield "call", _call(reading, call)
    yield "received", _received(reading, call)
    yield "becomes", f"{_BECOMES[reading.outcome]}: {reason(reading.reason)} ({reading.reason})"
    yield "letter", _letter(reading)
    yield "attached", ", ".join(f"{a.name} ({a.type}, {size(a.size)})" for a in reading.attachments)
    yield "sent on", _passed_on(reading)
    yield "unread", "; ".join(f"{d.name}: {reason(d.reason)}" for d in reading.documents if d.needs_a_look)


def _letter(reading: Reading) -> str:
    """What would follow, as far as the mail alone tells: what came before may make it another."""
    if not reading.ack:
        return "nothing would be sent"
    return _LETTERS.get(reading.reason, "an acknowledgement would be sent")


_LETTERS = {
    "withdrawal-found": "the address on file would be asked back; without an entry a person would look at it",
    "decline-found": "thanks; who has an entry would be asked back",
    "question-found": "it would go on to the contacts of the call, and the sender would be told",
    "recommendation-found": "thanks would be sent",
    "forward-found": "who is named would be asked to confirm, and the sender thanked",
}


def _passed_on(reading: Reading) -> str:
    """Whose words the mail passes on, and how much they answer."""
    found = reading.forwarded
    if found is None:
        return ""
    return f"by {found.name} <{found.address}> ({found.way}): {some(len(found.answers), 'answer')}"


def _authentication(reading: Reading, own: Own) -> str:
    """How sure the sender is, and why."""
    sender = reading.sender
    if sender.problem is not None or sender.address is None:
        return f"unclear: {reason(sender.problem or 'sender-unclear')}"
    domain = sender.address.rpartition("@")[2]
    if sender.authentication is Authentication.aligned:
        return f"confirmed: our mail server found that {domain} sent it"
    if sender.authentication is Authentication.fail:
        return f"false: our mail server found that {domain} did not send it"
    if not own.authserv_ids and not own.topmost_without_id:
        return "not confirmed: no mail server is named whose word counts (mail.authserv_ids, or --trust NAME)"
    if sender.sent_from_there is False:
        return f"not confirmed: the machine that sent it may not do so for {domain}"
    if sender.sent_from_there:
        return f"not confirmed: the machine that sent it may do so for {domain}, but nothing is signed"
    return f"not confirmed: our mail server says nothing of {domain}"


def _call(reading: Reading, call: "Call | None") -> str:
    if call is not None:
        also = f"; it answers {', '.join(one.call or '' for one in reading.also)} too" if reading.also else ""
        return f"{call.title} ({call.slug}): {reason(reading.found_by)}{also}"
    return "none"


def _received(reading: Reading, call: "Call | None") -> str:
    said = instant(reading.received_at, call)
    if call is None or reading.timeliness is None:
        return said
    return f"{said}, {TIMELINESS[reading.timeliness]}: the deadline was {instant(deadline.instant(call), call)}"


def size(octets: int) -> str:
    """`812 bytes`, `41 KB`, `2.3 MB`."""
    if octets < 1000:
        return some(octets, "byte")
    return f"{octets / 1000:.0f} KB" if octets < 1_000_000 else f"{octets / 1_000_000:.1f} MB"


# the mail


def _lines(terminal: "Terminal", found: Trace, *, whole: bool) -> None:
    lines = found.text.split("\n")
    start = 0
    named = ""
    for stretch, end in _ends(found.stretches):
        if not start and stretch.place.role is Role.empty:  # above the first words: a margin of the page
            start = end
            continue
        look = _LOOKS[stretch.place.role]
        name = _margin(stretch, look, short=terminal.width < _NARROW)
        role = stretch.place.role
        margin = "" if name == named else name
        named = named if role is Role.empty else name
        _some(terminal, lines[start:end], look, margin, role, whole=whole)
        start = end


def _ends(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, int]]:
    """Each stretch with the line it ends before. Blank lines in the middle of quotes belong to them."""
    end = 0
    merged: list[Stretch] = []
    for n, stretch in enumerate(stretches):
        after = stretches[n + 1] if n + 1 < len(stretches) else None
        inside = (
            stretch.place.role is Role.empty
            and merged
            and after is not None
            and after.place == merged[-1].place
            and _LOOKS[after.place.role].folds
        )
        if merged and (inside or stretch.place == merged[-1].place):
            merged[-1] = Stretch(merged[-1].lines + stretch.lines, merged[-1].place)
        else:
            merged.append(stretch)
    for stretch in merged:
        end += stretch.lines
        yield stretch, end


def _margin(stretch: Stretch, look: _Look, *, short: bool) -> str:
    numbers = ",".join(map(str, stretch.place.questions))
    word = look.short if short else look.word
    return f"{numbers} {word}".strip()


def _some(terminal: "Terminal", lines: Sequence[str], look: _Look, name: str, role: Role, *, whole: bool) -> None:
    """The lines of one stretch, long runs folded."""
    room = 5 if terminal.width < _NARROW else 10
    most, ends = (_FEW, 2) if look.folds else (_MANY, 20)
    cut = 0 if whole or len(lines) <= most else len(lines) - 2 * ends
    for i, line in enumerate(lines):
        if cut and ends <= i < len(lines) - ends:
            if i == ends:
                terminal.beside(f"{'':>{room}} ⋮", f"… {cut:,} {_FOLDED.get(role, 'lines')} more", "dim italic", "dim")
            continue
        terminal.beside(f"{name:>{room}} {look.bar}", _cut(line, whole=whole), look.style, look.mark)
        name = ""


_FOLDED = {
    Role.quoted: "quoted lines",
    Role.signature: "lines of signature",
    Role.disclaimer: "lines of disclaimer",
    Role.empty: "empty lines",
}


def _cut(line: str, *, whole: bool) -> str:
    """A line of bearable length."""
    rest = len(line) - _LONG
    return line if whole or rest <= 0 else f"{line[:_LONG]} … {rest:,} more characters"


# the answers


def _how_many(reading: Reading) -> str:
    every = len(reading.answers) + len(reading.unanswered)
    left = ", ".join(map(str, reading.unanswered))
    return f"{len(reading.answers)} of {some(every, 'question')} answered" + (f", open: {left}" if left else "")


def _answers(terminal: "Terminal", reading: Reading, call: "Call", *, whole: bool) -> None:
    answers = {answer.question: answer for answer in reading.answers}
    for number, question in enumerate(call.questions, 1):
        if number > 1:
            terminal.say()
        terminal.block(question.text, indent="", style="bold", label=f"{number}.")
        answer = answers.get(number)
        if answer is None:
            terminal.block("open: no words of this mail were laid here", indent="   ", style=_LEFT)
            continue
        _words(terminal, answer.text, _LOOKS[Role.answer], whole=whole)
        terminal.block(_why(answer), indent="   ", style="dim")


def _why(answer: Answer) -> str:
    sure = next(word for least, word in _SURE if answer.confidence >= least)
    where = "" if answer.source == BODY else f", in {answer.source}"
    return f"{_HOW[answer.how]}{where}; {sure} ({answer.confidence:.2f})"


def _words(terminal: "Terminal", text: str, look: _Look, *, whole: bool) -> None:
    lines = text.strip("\n").split("\n")
    cut = 0 if whole or len(lines) <= _MANY else len(lines) - _MANY
    for line in lines[: len(lines) - cut]:
        terminal.beside(f"   {look.bar}", _cut(line, whole=whole), look.style, look.mark)
    if cut:
        terminal.beside("   ⋮", f"… {cut:,} lines more", "dim italic", "dim")
