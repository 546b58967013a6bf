"""Page: README.txt of a proof, for somebody who has never heard of mailbot."""

import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from mailbot.core import clean
from mailbot.core.announced import judged
from mailbot.core.call import Call
from mailbot.core.deadline import instant, lateness, outage
from mailbot.core.proof.case import Case, Copy
from mailbot.core.proof.hops import Hop
from mailbot.core.proof.seen import Seen
from mailbot.core.proof.words import RESULTS, SIGNATURES, UNREADABLE, said
from mailbot.core.reading import Authentication, Timeliness
from mailbot.core.when import zone_info

_WIDTH = 78

_SENDER = {
    Authentication.aligned: "confirmed: the domain in From is the one that sent it",
    Authentication.neutral: "not confirmed: nobody vouches for the domain in From",
    Authentication.fail: "refuted: the domain in From says that it did not send it",
}

_CHECK = """\
Each .eml file here is a mail byte for byte as the mail server handed it over. Its SHA-256 is printed above and stands in \
mailbot's database since the mail was taken. To compare: `sha256sum *.eml` (Linux), `shasum -a 256 *.eml` (macOS), \
`Get-FileHash *.eml` (Windows). Any mail program opens the files. proof.json says the same and more, for programs."""

_AUDIT = """\
The number is the place in the trail of this installation, which can only be added to. proof.json has with each entry a \
hash of the whole trail up to it. Whoever has the database can compute it again; a trail that was altered since gives \
another."""

_LIMITS = """\
When a mail came is what the mail server wrote when it took the mail (INTERNALDATE; in a Maildir the time of its file). \
mailbot reads it and cannot set it. It is as good as that server's clock, which is why the line of our border stands beside \
it. What stands below that line, and the Date of the sender, may have been made up by anybody. A signature that is not \
checked, or whose key is gone from the DNS, speaks neither for the mail nor against it. Whether a late mail is taken into \
account is for the organisers to decide."""


def page(case: Case) -> str:
    """Plain text, lines of at most 78 characters where words allow it; times in the zone of the call and in UTC."""
    lines = ["WHEN A MAIL CAME, AND HOW IT WAS JUDGED", ""]
    lines += _facts(
        ("Entry", case.submission.reference),
        ("Address", case.submission.address),
        ("Call", f"{case.call.title} ({case.call.slug})"),
        ("Deadline", _deadline(case.call)),
        *_announced(case),
    )
    for number, copy in enumerate(case.copies, 1):
        lines += ["", f"MAIL {number} OF {len(case.copies)}: {copy.file}", "", *_mail(case, copy)]
    lines += ["", "AUDIT TRAIL", ""]
    for entry in case.audit:
        lines += _wrapped(f"{entry.place}. {spelled(entry.at, case.call)}, {entry.who}: {entry.what}, {entry.why}", "", "    ")
    for title, words in (("", _AUDIT), ("HOW TO CHECK THIS", _CHECK), ("WHAT THIS DOES NOT SHOW", _LIMITS)):
        lines += ["", *([title, ""] if title else []), *_wrapped(words)]
    return "\n".join([*lines, "", f"Made by {case.made_by}.", ""])


def spelled(at: datetime, call: Call) -> str:
    """`2021-02-17 23:59:59 CET (22:59:59 UTC)`, the day again where it is another."""
    local, utc = at.astimezone(zone_info(call.zone)), at.astimezone(UTC)
    there = f"{local:%Y-%m-%d %H:%M:%S} {local.tzname()}"
    if local.utcoffset() == timedelta():
        return there
    day = "" if local.date() == utc.date() else f"{utc:%Y-%m-%d} "
    return f"{there} ({day}{utc:%H:%M:%S} UTC)"


def _deadline(call: Call) -> str:
    grace = call.deadline.grace
    return f"{spelled(instant(call), call)}, as it stands" + (f"; {_span(grace)} of grace" if grace else "")


def _announced(case: Case) -> Iterator[tuple[str, str]]:
    """Each deadline that was announced, where there was more than one."""
    known = [(one.since, instant(one.call)) for one in case.versions]
    changes = [one for n, one in enumerate(known) if n == 0 or one[1] != known[n - 1][1]]
    for since, last in changes if len(changes) > 1 else []:
        yield "Announced", f"{spelled(last, case.call)}, since {spelled(since, case.call)}"


def _mail(case: Case, copy: Copy) -> Iterator[str]:
    seen, call = copy.seen, case.call
    yield from _facts(
        ("Came", spelled(copy.received_at, call)),
        *_judgements(case, copy),
        ("Became", _became(copy)),
        ("SHA-256", copy.sha256),
        ("Size", f"{copy.size} octets"),
        ("Place", f"mailbox {copy.mailbox}, UIDVALIDITY {copy.uidvalidity}, UID {copy.uid}"),
        ("Taken", f"{spelled(copy.arrived_at, call)}, by the clock of mailbot"),
    )
    if seen.unreadable:
        yield from _facts(("Not read", f"{said(UNREADABLE, seen.unreadable)}; the mail itself is here, whole"))
        return
    yield from _facts(("From", seen.from_), ("Date", _claimed(seen, call)), *_border(copy, call), *_sender(seen, call))
    for number, hop in enumerate(seen.hops, 1):
        yield from _facts((f"Hop {number}", _hop(hop, call)))


def _judgements(case: Case, copy: Copy) -> Iterator[tuple[str, str]]:
    twice = judged(copy.received_at, case.call, case.versions)
    yield "Judged", f"{_judged(twice.then, copy, twice.call)} announced then, {spelled(instant(twice.call), case.call)}"
    if instant(twice.call) != instant(case.call) or twice.differ:
        yield "", f"{_judged(twice.now, copy, case.call)} as it stands, {spelled(instant(case.call), case.call)}"
    if found := outage(copy.received_at, case.call):
        times = f"from {spelled(found.begin, case.call)} to {spelled(found.end, case.call)}"
        yield "Outage", f"it came while an outage was declared, {times}: {found.why}"


def _judged(timeliness: Timeliness, copy: Copy, call: Call) -> str:
    if timeliness is Timeliness.on_time:
        return f"ON TIME: {_span(instant(call) - copy.received_at)} before the deadline"
    word = "LATE" if timeliness is Timeliness.late else "WITHIN GRACE"
    return f"{word}: {_span(lateness(copy.received_at, call))} after the deadline"


def _became(copy: Copy) -> str:
    if copy.revision is None:
        return f"{copy.became.replace('-', ' ')} ({copy.reason.replace('-', ' ')})"
    how = "which counts" if copy.revision.counts else "kept apart for a person"
    return f"version {copy.revision.version} of the entry, {how} ({copy.revision.why.replace('-', ' ')})"


def _claimed(seen: Seen, call: Call) -> str:
    if not seen.dated:
        return "the sender gave none"
    at = f", that is {spelled(seen.dated_at, call)}" if seen.dated_at else ""
    return f"{seen.dated}{at}; the sender's word, on which nothing rests"


def _border(copy: Copy, call: Call) -> Iterator[tuple[str, str]]:
    border = copy.seen.border
    if border is None:
        yield "Border", "no line of the header tells by which server the mail came in from outside"
        return
    by = f"taken from outside by {border.by or 'a server that does not say its name'}"
    if border.at is None:
        yield "Border", f"{by}, at a time that cannot be read"
        return
    apart = copy.received_at - border.at
    order = f"{_span(abs(apart))} {'before' if apart > timedelta() else 'after'}" if apart else "at the same second as"
    yield "Border", f"{by} at {spelled(border.at, call)}, {order} it came into the mailbox"


def _sender(seen: Seen, call: Call) -> Iterator[tuple[str, str]]:
    yield "Sender", _SENDER[seen.level] if seen.level else "not known"
    for result in seen.results:
        yield "Results", f"{said(RESULTS, result.why)}: {result.text}"
    if not seen.results:
        yield "Results", "no server wrote what it found (Authentication-Results)"
    for one in seen.signatures:
        name = f"{one.domain or 'no domain'}, selector {one.selector or 'none'}"
        asked_at = one.key.asked_at if one.key is not None and one.key.record is not None else None
        by = f", by the key in the DNS at {spelled(asked_at, call)}" if asked_at else ""
        yield "DKIM", f"{one.verdict.value}: {name}: {said(SIGNATURES, one.why)}{by}"
    if not seen.signatures:
        yield "DKIM", "no signature"
    for seal in seen.seals:
        yield "ARC", f"not trusted: set {seal.instance} by {seal.domain or 'nobody'} claims {seal.results or 'nothing'}"


def _hop(hop: Hop, call: Call) -> str:
    whose = "our border" if hop.border else "ours" if hop.ours else "not ours"
    at = spelled(hop.at, call) if hop.at else "at a time that cannot be read"
    return f"{at}, {whose}: " + ", ".join(f"{word} {part}" for word, part in (("by", hop.by), ("from", hop.from_)) if part)


def _facts(*facts: tuple[str, str]) -> list[str]:
    return [line for name, words in facts for line in _wrapped(words, f"{name:<10} ", " " * 11)]


def _wrapped(words: str, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(
        clean.line(words), _WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def _span(span: timedelta) -> str:
    """Its two largest units: `2 d 13 h`."""
    rest, parts = int(span.total_seconds()), list[str]()
    for unit, length in (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)):
        if rest >= length or (unit == "s" and not parts):
            parts.append(f"{rest // length} {unit}")
            rest %= length
    return " ".join(parts[:2])
