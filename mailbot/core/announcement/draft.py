"""Draft: what an announcement says of the call it makes. Nothing is invented; what the page does not say is None or empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.announcement.audience import audience
from mailbot.core.announcement.cards import Person
from mailbot.core.announcement.channel import EMAIL, Channel, channel
from mailbot.core.announcement.contacts import contacts
from mailbot.core.announcement.limits import for_each, max_words
from mailbot.core.announcement.page import Block, Kind, Page
from mailbot.core.announcement.places import places
from mailbot.core.announcement.questions import open_blocks, questions
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.times import Times, times
from mailbot.core.announcement.title import title
from mailbot.core.announcement.tongues import language_of_work

_CUT = "the announcement is longer than what was read of it"
_NO_QUESTIONS = "no question to the candidates was found"
_IN_THE_FORM = "no question was found; are they in the form only?"
_NO_TITLE = "no heading names the call"
_NO_DEADLINE = "no last day for answers was found"
_NO_CONTACT = "nobody is named as a contact"
_NO_ADDRESS = "the page does not print where answers are sent"
_NO_FORM = "the page does not print the address of the form"
_PARAGRAPH = 120  # characters of one that is about the matter
_MOST_BACKGROUND = 12_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the candidates. max_words: None where nothing is said."""

    text: str
    max_words: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """language: two small letters. times: see `Times`. others: questions of the page that are not asked of candidates.
    places: its value is None where places are limited and no number is printed. background: paragraphs about the matter.
    is_cut: the page is longer than what was read of it. doubts: (field, what to check)."""

    language: str
    title: Taken[str] | None
    times: Times
    questions: tuple[Taken[Asked], ...]
    others: tuple[Taken[str], ...]
    contacts: tuple[Taken[Person], ...]
    channel: Channel
    audience: Taken[str] | None
    places: Taken[int | None] | None
    language_of_work: Taken[str] | None
    background: tuple[Taken[str], ...]
    is_cut: bool = False

    @property
    def doubts(self) -> tuple[tuple[str, str], ...]:
        """In the order of the fields."""
        return tuple(dict.fromkeys((*_doubts(self), *_missing(self))))


def draft(page: Page) -> Draft:
    """All that a page says, in time linear in its length."""
    blocks, language = open_blocks(page), page.language
    named, people = title(page, blocks), contacts(open_blocks(page, foreign=True), language, page.second)
    asked = questions(page)
    sought = audience(blocks, language, named.line if named else 0)
    each, its_times = for_each(blocks, language), times(page)
    limit = each.value if each else None
    return Draft(
        language=language,
        title=named,
        times=its_times,
        questions=tuple(
            Taken(Asked(q.value, max_words(q.value, language) or limit), q.line, q.quote, q.doubts) for q in asked.asked
        ),
        others=asked.others,
        contacts=people,
        channel=channel(page, blocks, people, its_times.deadline),
        audience=sought,
        places=places(blocks, language),
        language_of_work=language_of_work(blocks, language),
        is_cut=page.is_cut,
        background=_background(blocks, asked.asked[0].line if asked.asked else None, sought),
    )


def _background(blocks: Sequence[Block], first: int | None, sought: Taken[str] | None) -> tuple[Taken[str], ...]:
    """Long paragraphs above the questions, without those that say something of their own."""
    found: list[Taken[str]] = []
    length = 0
    for place, block in enumerate(blocks):
        if first is not None and block.number >= first:
            break
        leads = place + 1 < len(blocks) and blocks[place + 1].kind is Kind.item
        is_sought = sought is not None and block.number == sought.line
        if block.kind is Kind.paragraph and len(block.text) >= _PARAGRAPH and not leads and not is_sought:
            length += len(block.text)
            if length > _MOST_BACKGROUND:
                break
            found.append(Taken(block.text, block.number, block.text))
    return tuple(found)


def _doubts(its: Draft) -> list[tuple[str, str]]:
    """What the fields themselves leave open."""
    named: list[tuple[str, Taken[object] | None]] = [
        ("title", its.title),
        ("timezone", its.times.zone),
        *(("meeting", meeting) for meeting in its.times.meetings),
        ("deadline", its.times.deadline),
        *(("questions", question) for question in its.questions),
        *(("contacts", contact) for contact in its.contacts),
        ("submission", its.channel.way),
        ("submission", its.channel.address),
        ("audience", its.audience),
    ]
    found = [(field, why) for field, taken in named if taken is not None for why in taken.doubts]
    return found + [({"meetings": "meeting"}.get(one.value, one.value), why) for one in its.times.unsure for why in one.doubts]


def _missing(its: Draft) -> list[tuple[str, str]]:
    """What a call needs and the page does not say."""
    way = its.channel.way
    found = [("page", _CUT)] if its.is_cut else []
    found += [("title", _NO_TITLE)] if its.title is None else []
    if its.times.deadline is None and not any(one.value == "deadline" for one in its.times.unsure):
        found.append(("deadline", _NO_DEADLINE))
    if not its.questions:
        found.append(("questions", _NO_QUESTIONS if way is None or way.value == EMAIL else _IN_THE_FORM))
    if not its.contacts:
        found.append(("contacts", _NO_CONTACT))
    found += [("contacts", f"no address is printed for {c.value.name}") for c in its.contacts if c.value.address is None]
    if its.channel.address is None:
        found.append(("submission", _NO_ADDRESS))
    if way is not None and way.value != EMAIL and its.channel.form is None:
        found.append(("submission", _NO_FORM))
    return found
