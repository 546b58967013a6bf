"""A draft as a call file: what was understood, above each field the words it was taken from, and what a person should check.

The file opens as a call as soon as what the page does not print is written into it; until then the places where it is to be
written stand there as comments.
"""

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from itertools import count

from mailbot.core import clean
from mailbot.core.announcement.cards import Person
from mailbot.core.announcement.channel import EMAIL
from mailbot.core.announcement.draft import Draft
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.times import Gathering, place_of
from mailbot.core.meaning import plain_letters
from mailbot.core.phrases.slugs import EMPTY_WORDS

_WIDTH = 110
_QUOTE = 120  # characters of a quote in a comment
_LONGEST_SLUG, _LONGEST_ID = 40, 30
_DAY_ENDS = time(23, 59, 59)
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_CHANNELS = {"email": "mail", "form": "form", "both": "both"}


def slug_of(its: Draft) -> str:
    """A name for the file, of the words of the title and the year of the deadline."""
    words = _words(its.title.value if its.title else "")
    when = its.times.deadline.value.year if its.times.deadline else None
    if when is not None:
        words = [word for word in words if word != str(when)]
    return _joined(words, _LONGEST_SLUG) + (f"-{when}" if when else "") if words else f"call-{when}" if when else "call"


def drafted(its: Draft, source: str) -> str:
    """The text of the call file. source: what the announcement is called, for the first line."""
    parts = [
        _first(its, source),
        [*_slug(its), *_title(its), f"language: {its.language}", *_zone(its)],
        [*_published(its), *_meetings(its)],
        _background(its),
        _audience(its),
        _questions(its),
        _deadline(its),
        _contacts(its),
        _addresses(its),
        [*_channel(its), *_places(its), *_tongue(its)],
    ]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _first(its: Draft, source: str) -> Iterator[str]:
    yield f"# Drafted from {clean.line(source)}. Please read it against the announcement, and what says `please check` twice."
    yield from _checks(why for field, why in its.doubts if field == "page")


def _slug(its: Draft) -> Iterator[str]:
    yield f"slug: {slug_of(its)} # made from the title; the file has the same name"


def _title(its: Draft) -> Iterator[str]:
    yield from _about(its, "title", its.title)
    yield from _prose("title", its.title.value) if its.title else ["# title: …"]


def _zone(its: Draft) -> Iterator[str]:
    zone = its.times.zone
    if zone is None:
        yield "# please check: no zone is printed; write the place whose clocks are meant, or AoE for anywhere on earth"
        yield "# zone: Europe/…"
        return
    yield from _about(its, "timezone", zone)
    place = place_of(zone.value)
    if place is None:
        yield f"# please check: printed is {clean.line(zone.value)}; write the place whose clocks are meant"
        yield "# zone: Europe/…"
    else:
        yield f"zone: {place}" + (f" # printed as {clean.line(zone.value)}" if place != zone.value else "")


def _published(its: Draft) -> Iterator[str]:
    if its.times.published:
        yield from _from(its.times.published)
        yield f"published: {its.times.published.value}"


def _meetings(its: Draft) -> Iterator[str]:
    if not its.times.meetings:
        yield from (f"# please check: {one.doubts[0]}: {_quote(one)}" for one in its.times.unsure if one.value == "meetings")
        return
    yield "meetings:"
    before: Taken[Gathering] | None = None
    for meeting in its.times.meetings:
        if before is None or meeting.quote != before.quote:
            yield from _indented(_from(meeting))
        if before is None or meeting.doubts != before.doubts:
            yield from _indented(_checks(meeting.doubts))
        yield f"  - {_span(meeting.value)}"
        before = meeting


def _span(its: Gathering) -> str:
    """As the line of a call file: `2021-03-10 13:00-16:00`, `2022-06-16 to 2022-06-17`."""
    start, end = its.start, its.end
    if not isinstance(start, datetime):
        return f"{start} to {end}" if end and end != start else f"{start}"
    if not isinstance(end, datetime):
        return f"{start:%Y-%m-%d %H:%M}"
    if end.date() == start.date():
        return f"{start:%Y-%m-%d %H:%M}-{end:%H:%M}"
    return f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"


def _background(its: Draft) -> Iterator[str]:
    if its.background:
        first, last = its.background[0].line, its.background[-1].line
        yield f"# line {first}" if first == last else f"# lines {first} to {last}"
        yield from _prose("background", *(one.value for one in its.background))


def _audience(its: Draft) -> Iterator[str]:
    if its.audience:
        yield from _about(its, "audience", its.audience)
        yield from _prose("audience", its.audience.value)


def _questions(its: Draft) -> Iterator[str]:
    if not its.questions:
        yield from _checks(why for field, why in its.doubts if field == "questions")
        yield from ("# questions:", "#   - id: …", "#     text: …")
        return
    yield "questions:"
    for question, name in zip(its.questions, _ids([q.value.text for q in its.questions]), strict=True):
        yield f"  # line {question.line}" + ("" if question.quote == question.value.text else f": {_quote(question)}")
        yield from _indented(_checks(question.doubts))
        yield f"  - id: {name}"
        yield from _indented(_prose("text", question.value.text), 4)
        if question.value.max_words:
            yield f"    max_words: {question.value.max_words}"


def _ids(questions: Sequence[str]) -> Iterator[str]:
    """For each question a short name of the first two words that it does not share with others, if there are such."""
    words = [[word for word in _words(question) if not word.isdecimal()] for question in questions]
    shared = Counter(word for each in words for word in set(each))
    seen: set[str] = set()
    for question, each in zip(questions, words, strict=True):
        begin = _words(sentences(question)[0].text)
        own = [word for word in begin if shared[word] == 1] or [word for word in each if shared[word] == 1] or each
        name = _joined(own[:2], _LONGEST_ID) or "question"
        numbered = (f"{name}-{number}" for number in count(2))
        its = name if name not in seen else next(other for other in numbered if other not in seen)
        seen.add(its)
        yield its


def _deadline(its: Draft) -> Iterator[str]:
    taken = its.times.deadline
    if taken is None:
        yield from _checks(why for field, why in its.doubts if field == "deadline")
        yield from (f"# {_quote(one)}" for one in its.times.unsure if one.value == "deadline")
        yield "# deadline: …"
        return
    yield from _about(its, "deadline", taken)
    moment = taken.value
    if moment.time() == _DAY_ENDS:
        yield f"deadline: {moment.date()} # the whole day counts"
    else:
        yield f"deadline: {moment:%Y-%m-%d %H:%M}"


def _contacts(its: Draft) -> Iterator[str]:
    if not its.contacts:
        yield from _checks(why for field, why in its.doubts if field == "contacts")
        yield from ("# contacts:", "#   - name: …", "#     address: …")
        return
    yield "contacts:"
    seen: set[str] = set()
    before: Taken[Person] | None = None
    for contact in its.contacts:
        if before is None or contact.line != before.line:
            yield from _indented(_from(contact))
        yield from _indented(_checks(contact.doubts))
        yield from _indented(_person(contact.value, its, seen))
        before = contact


def _person(its: Person, whole: Draft, seen: set[str]) -> Iterator[str]:
    address = (its.address or "").casefold()
    if address and address in seen:
        yield f"# {clean.line(its.name)} is printed with the same address; a call names each address once"
        return
    seen.add(address)
    yield f"- name: {_scalar(its.name)}"
    if not address:
        yield f"  # please check: no address is printed for {clean.line(its.name)}; write it here"
        yield "  # address: …"
        return
    yield f"  address: {_scalar(its.address or '')}"
    if whole.channel.address and whole.channel.address.value.casefold() == address:
        yield "  digests: false # the same address takes the answers"


def _addresses(its: Draft) -> Iterator[str]:
    taken = its.channel.address
    if taken is None:
        yield "# please check: the page does not print an address for answers; name the one that mailbot reads"
        yield from ("# addresses:", "#   - …")
        return
    yield from _about(its, "", taken)
    yield from ("addresses:", f"  - {_scalar(taken.value)}")


def _channel(its: Draft) -> Iterator[str]:
    way, form = its.channel.way, its.channel.form
    if way is None:
        return
    yield from _from(way)
    yield from _checks(way.doubts)
    yield f"channel: {_CHANNELS[way.value]}"
    if way.value == EMAIL:
        return
    if form is not None and form.value.startswith("https://"):
        yield f"form: {_scalar(form.value)}"
    elif form is not None:
        yield f"# please check: the form's address does not begin with https://: {clean.line(form.value)[:_QUOTE]}"
        yield "# form: https://…"
    else:
        yield from ("# please check: the page does not print the address of the form; write it here", "# form: https://…")


def _places(its: Draft) -> Iterator[str]:
    if its.places is None:
        return
    yield from _from(its.places)
    yield f"places: {its.places.value}" if its.places.value else "# places: limited, and no number is printed"


def _tongue(its: Draft) -> Iterator[str]:
    if its.language_of_work:
        yield from _from(its.language_of_work)
        yield f"language_of_work: {_scalar(its.language_of_work.value)}"


# how things are written


def _about(its: Draft, field: str, taken: Taken[object] | None) -> Iterator[str]:
    """Where a field comes from and what to check of it; of a field that is missing only that."""
    if taken is None:
        yield from _checks(why for name, why in its.doubts if name == field)
        return
    yield from _from(taken)
    yield from _checks(taken.doubts)


def _from(taken: Taken[object]) -> Iterator[str]:
    yield f"# line {taken.line}: {_quote(taken)}"


def _quote(taken: Taken[object]) -> str:
    words = clean.line(taken.quote)
    return f"“{words}”" if len(words) <= _QUOTE else f"“{textwrap.shorten(words, _QUOTE, placeholder=' …')}”"


def _checks(doubts: Iterable[str]) -> Iterator[str]:
    for why in doubts:
        yield from textwrap.wrap(f"please check: {clean.line(why)}", _WIDTH, initial_indent="# ", subsequent_indent="#   ")


def _indented(lines: Iterable[str], columns: int = 2) -> Iterator[str]:
    return (" " * columns + line for line in lines)


def _prose(name: str, *paragraphs: str) -> Iterator[str]:
    """A field whose text is folded over lines, an empty one between paragraphs: no sign in it means anything there."""
    yield f"{name}: >-"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        words = clean.line(paragraph)
        yield from textwrap.wrap(
            words, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )


def _scalar(value: str) -> str:
    """One line: as it is where that is safe in YAML, else in quotes."""
    words = clean.line(value)
    is_plain = bool(_PLAIN.fullmatch(words)) and words.casefold() not in _MEANS_MORE
    return words if is_plain else json.dumps(words, ensure_ascii=False)


_PLAIN = re.compile(r"[^\W\d_](?:[\w @./'’,+-]|:(?=\S))*[\w/]")
_MEANS_MORE = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def _words(text: str) -> list[str]:
    """Words for a name, in plain letters, without those that say little."""
    return [word for word in _SLUG_WORD.findall(plain_letters(text.casefold())) if word not in EMPTY_WORDS]


def _joined(words: Sequence[str], longest: int) -> str:
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:longest]
        if len(longer) > longest:
            break
        name = longer
    return name
