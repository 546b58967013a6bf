"""Own words, quotes and signature of a text: label each line, then decide over the labels.

Text is labelled, never rewritten: each line of it stands in exactly one of reply, quoted and signature.

What the sender struck through is not said. A line that is struck through from end to end is labelled so and stands with the
quotes; one that is so in part stays whole where it is, and `Line.said` gives it without the words that were taken back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from mailbot.core import look, marks
from mailbot.core.addition import changes
from mailbot.core.another import Parties, Repeated, Whose, whose
from mailbot.core.ending import ends_a_call
from mailbot.core.known import Known, Sent, Wording, questions, words
from mailbot.core.line import Label, Line
from mailbot.core.look import Looks
from mailbot.core.marks import Sheet
from mailbot.core.signature import sign_off

__all__ = ["NO_LOOKS", "Label", "Line", "Parts", "label_lines", "split"]

_QUOTED = frozenset({Label.quoted, Label.attribution, Label.header})
_SIGNED = frozenset({Label.signature, Label.disclaimer})
NO_LOOKS: Looks = MappingProxyType({})
_NOTHING_SENT = Sent((), Wording())
_NOBODY = Parties()


@dataclass(frozen=True, slots=True)
class Parts:
    """The three texts; every line of `lines` is in exactly one of them, in its order, joined by newlines.

    untrimmed: nothing but quotes and signature was found, so the whole text stands as the reply and a person should look;
    or nothing with a letter beside a signature, which then stands with the reply, though its lines keep their label.
    """

    reply: str
    quoted: str
    signature: str
    lines: tuple[Line, ...]
    untrimmed: bool = False


def split(
    text: str,
    known: Sequence[str] = (),
    author: str = "",
    looks: Looks = NO_LOOKS,
    sent: Sent | None = None,
    parties: Parties = _NOBODY,
) -> Parts:
    """Divide a text with newline line breaks.

    known: the call's questions, so that they need not be guessed; what stands below one of them in quoted text is an answer.
    sent: all else that we sent.
    author: the sender's name, which is no answer when it stands alone at the end.
    looks: how its lines look, by their number (`Message.looks`).
    parties: so that what somebody else wrote to us is not taken for words typed into a quoted mail.
    """
    lines = label_lines(text, known, author, looks, sent, parties)
    untrimmed = not any(line.label is Label.own for line in lines) and _guessed(lines)
    if untrimmed:
        lines = tuple(replace(line, label=Label.own if line.text.strip() else Label.empty) for line in lines)
    signed_only = not untrimmed and _only_signed(lines)
    kept: dict[str, list[str]] = {"reply": [], "quoted": [], "signature": []}
    for line, part in zip(lines, _parts(lines), strict=True):
        kept["reply" if signed_only and part == "signature" else part].append(line.text)
    reply, quoted, signature = ("\n".join(texts) for texts in kept.values())
    return Parts(reply, quoted, signature, lines, untrimmed or signed_only)


def _only_signed(lines: Sequence[Line]) -> bool:
    """Whether the own words are without letter and digit, such as a picture of a hand, and a signature stands with them."""
    own = [line for line in lines if line.label is Label.own]
    signed = any(line.label is Label.signature for line in lines)
    return bool(own) and signed and not any(c.isalnum() for line in own for c in line.text)


def _guessed(lines: Sequence[Line]) -> bool:
    """Whether what was cut away was recognised by its look alone, without quote prefixes that say it beyond doubt."""
    return any(line.depth == 0 and line.label not in {Label.empty, Label.attribution} for line in lines)


def _parts(lines: Sequence[Line]) -> list[str]:
    """The part of each line. A blank line goes with what stands below it, at the end with what stands above.

    Between two passages of own words with a quote between them one gap stays, so that they do not run together.
    """
    names = [_part(line.label) for line in lines]
    below: str | None = None
    for i in reversed(range(len(names))):
        below = names[i] = names[i] or below
    above, gap = "reply", 0
    parts: list[str] = []
    for i, line in enumerate(lines):
        is_blank = line.label is Label.empty
        if is_blank and i and lines[i - 1].label is Label.own:
            gap = i
        elif line.label is Label.own and gap and lines[i - 1].label is not Label.empty:
            parts[gap] = "reply"
        gap = 0 if line.label is Label.own else gap
        above = names[i] or above
        parts.append(above)
    return parts


def _part(label: Label) -> str | None:
    if label is Label.empty:
        return None
    return "quoted" if label in _QUOTED or label is Label.struck else "signature" if label in _SIGNED else "reply"


def label_lines(
    text: str,
    known: Sequence[str] = (),
    author: str = "",
    looks: Looks = NO_LOOKS,
    sent: Sent | None = None,
    parties: Parties = _NOBODY,
) -> tuple[Line, ...]:
    """Each line of the text with its label, in order; joined by newlines they are the text again."""
    sheet = marks.sheet(text)
    labels = [_by_look(body, depth) for body, depth in zip(sheet.bodies, sheet.depths, strict=True)]
    for i, found in looks.items():
        if labels[i] is Label.own and look.is_struck(sheet.raw[i], found):
            labels[i] = Label.struck
    asked = questions(tuple(known))
    of_questions = asked.lines(sheet.bodies) if known or sent else []
    sunk = _introductions(sheet, labels, _answered_among(sheet, of_questions))
    _wrapped_quotes(sheet, labels)
    others: dict[int, Whose] = {}
    if known or sent:
        repeated = _subtract(asked, of_questions, sent or _NOTHING_SENT, sheet, labels, sunk)
        others = whose(sheet, labels, parties, repeated)
    theirs = {i for i, one in others.items() if one is Whose.theirs and i >= sunk}
    for i in theirs:
        labels[i] = Label.quoted if labels[i] is Label.own else labels[i]
    for start, end in list(_stretches(labels)):
        sign_off(sheet, labels, start, end, frozenset(words(author)))
    return tuple(
        Line(line, label, max(depth, i in theirs), () if i in others else looks.get(i, ()), unclear=i in others)
        for i, (line, label, depth) in enumerate(zip(sheet.raw, labels, sheet.depths, strict=True))
    )


def _by_look(body: str, depth: int) -> Label:
    if depth:
        return Label.quoted
    return Label.own if body else Label.empty


def _answered_among(sheet: Sheet, ours: Sequence[bool]) -> frozenset[int]:
    """The lines above stretches where our questions have quote prefixes, and words typed between them have none.

    Those from the last question without a prefix on. What stands right below `On …, Ann wrote:` there is not quoted either.
    """
    found: set[int] = set()
    start, first, last = 0, -1, -1
    for i in [i for i, one in enumerate(ours) if one] + [len(sheet)]:
        prefixed = i < len(sheet) and (sheet.depths[i] or (i and ours[i - 1] and last == i - 1))
        if prefixed:
            first, last = first if first >= 0 else i, i
            continue
        if any(not sheet.depths[k] and sheet.bodies[k] and not ours[k] for k in range(first, last)):
            found.update(range(start, first))
        start, first, last = i + 1, -1, -1
    return frozenset(found)


def _introductions(sheet: Sheet, labels: list[Label], answered: frozenset[int]) -> int:
    """Label attribution lines and header blocks; give the line from which on all is quoted, as the clients without prefixes do.

    Below an introduction either prefixed lines follow, and only they are quoted, or everything to the end is.
    """
    i, said = 0, False
    while i < len(sheet):
        taken, label = _introduction(sheet, i)
        if not taken:
            said = said or labels[i] is Label.own
            i += 1
            continue
        labels[i : i + taken] = [label] * taken
        if sheet.depths[i] == 0:
            _rules_above(sheet, labels, i)
            typed = label is Label.attribution and i in answered
            if not typed and (said or label is Label.header) and _sinks(sheet, i + taken):
                _sink(sheet, labels, i + taken)
                return i + taken
        i += taken
    return len(sheet)


def _introduction(sheet: Sheet, at: int) -> tuple[int, Label]:
    """How many lines from `at` introduce quoted text, and as what; 0 if none does."""
    if not sheet.bodies[at]:
        return 0, Label.empty
    if marks.is_marker(sheet.bodies[at]):
        return 1, Label.header
    if taken := marks.header_block(sheet, at):
        return taken, Label.header
    return marks.attribution(sheet, at), Label.attribution


def _sinks(sheet: Sheet, at: int) -> bool:
    """Whether what stands below an introduction has neither quote prefixes nor another introduction that would say more."""
    below = next((i for i in range(at, len(sheet)) if not sheet.is_blank(i)), None)
    return below is not None and sheet.depths[below] == 0 and not _introduction(sheet, below)[0]


def _rules_above(sheet: Sheet, labels: list[Label], at: int) -> None:
    """The line that clients draw above the headers belongs to them."""
    above = next((i for i in reversed(range(at)) if sheet.bodies[i]), None)
    if (
        above is not None
        and labels[above] is Label.own
        and (marks.is_rule(sheet.bodies[above]) or marks.is_title(sheet.bodies[above]))
    ):
        labels[above] = Label.header


def _sink(sheet: Sheet, labels: list[Label], start: int) -> None:
    i = start
    while i < len(sheet):
        taken, label = _introduction(sheet, i)
        if taken:
            labels[i : i + taken] = [label] * taken
        elif labels[i] is Label.own:
            labels[i] = Label.quoted
        i += max(taken, 1)


def _wrapped_quotes(sheet: Sheet, labels: list[Label]) -> None:
    """A quoted line that a client broke loses its prefix in the second half: it goes on in the middle of a sentence."""
    for i in range(1, len(sheet) - 1):
        if labels[i] is not Label.own or not (sheet.depths[i - 1] and sheet.depths[i + 1]):
            continue
        above = sheet.bodies[i - 1]
        if len(sheet.raw[i - 1].rstrip()) >= 60 and above[-1:] not in ".?!:;" and sheet.bodies[i][:1].islower():
            labels[i] = Label.quoted


def _subtract(asked: Known, of_questions: Sequence[bool], sent: Sent, sheet: Sheet, labels: list[Label], sunk: int) -> Repeated:
    """What we sent is quoted wherever it stands; what stands between two of our questions in quoted text is an answer."""
    of_letters = sent.lines(sheet.bodies)
    ours = [a or b for a, b in zip(of_questions, of_letters, strict=True)]
    repeated = Repeated(of_questions, of_letters, any(ours[:sunk]))
    for i, one in enumerate(ours):
        if one and labels[i] is Label.own:
            labels[i] = Label.quoted
    if sunk < len(sheet) and any(labels[i] is Label.own and changes(sheet.bodies[i]) for i in range(sunk)):
        return repeated  # who replaces an answer above has not also written below: there stands what was said before
    places = [i for i in range(sunk, len(sheet)) if ours[i]]
    answered = below_question = False
    for here, there in pairwise(places):
        below_question = asked.ends(sheet.bodies, here) or (below_question and sent.is_remark(sheet.bodies[here]))
        answered |= below_question and _surface(sheet, labels, here + 1, there)
    if answered and asked.ends(sheet.bodies, places[-1]):
        end = _paragraph_end(sheet, places[-1] + 1)
        if not ends_a_call(sheet.bodies[places[-1] + 1 : end]):
            _surface(sheet, labels, places[-1] + 1, end)
    return repeated


def _surface(sheet: Sheet, labels: list[Label], start: int, end: int) -> bool:
    """Label quoted lines as own words; whether there were any that say something."""
    found = False
    for i in range(start, end):
        if labels[i] is Label.quoted and sheet.depths[i] == 0 and sheet.bodies[i].strip("-*•·0123456789.() "):
            labels[i] = Label.own
            found = True
    return found


def _paragraph_end(sheet: Sheet, start: int) -> int:
    """The first blank line below the next line that is not blank."""
    first = next((i for i in range(start, len(sheet)) if sheet.bodies[i]), len(sheet))
    return next((i for i in range(first, len(sheet)) if not sheet.bodies[i]), len(sheet))


def _stretches(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """The runs of lines, from and to, in which nothing is quoted."""
    start: int | None = None
    for i, label in enumerate((*labels, Label.quoted)):
        if label in _QUOTED:
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start = i
