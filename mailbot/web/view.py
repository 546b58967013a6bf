"""View: what the page of an offered place says, from what is known of it."""

from datetime import datetime
from urllib.parse import quote

from mailbot.core import meetings, plain
from mailbot.core.stage import Stage
from mailbot.web.places import Seen
from mailbot.web.words import Form, Row, Words


def place(words: Words, seen: Seen, now: datetime, *, proof: str, style: str, team: str) -> str:
    """The HTML. proof: the hidden field of its forms. now: aware, UTC."""
    language = words.language(seen.language, seen.call.language)
    late = [words.say(language, "waiting.late")] if seen.placed.late else []
    leads = [*late, words.say(language, f"{seen.stage}.lead")]
    heading, form = words.say(language, seen.stage), _form(words, language, seen.stage, proof)
    return words.page(language, heading, leads, style=style, rows=_rows(words, language, seen, now), form=form, team=team)


def _rows(words: Words, language: str, seen: Seen, now: datetime) -> list[Row]:
    call, offer = seen.call, seen.placed.offer
    rows = [Row(words.say(language, "topic"), [call.title], call.language if call.language != language else "")]
    if coming := meetings.spelled(call, now, language):
        spelled = [words.say(language, "meeting.value", meeting=meeting) for meeting in coming]
        rows.append(Row(words.say(language, "meeting"), spelled))
    if offer is not None and seen.stage is Stage.open:
        until = words.moment(language, "until.value", offer.ends_at, call.zone)
        rows.append(Row(words.say(language, "until"), [until]))
    rows.append(Row(words.say(language, "reference"), [seen.entry.reference]))
    contact = call.contacts[0]
    mailto = "mailto:" + quote(contact.address, safe="@")
    rows.append(Row(words.say(language, "contact"), [plain.one_line(contact.name)], "", mailto, contact.address))
    return rows


def _form(words: Words, language: str, stage: Stage, proof: str) -> Form | None:
    """The buttons that would change something."""
    if not (stage.takes_yes or stage.takes_no):
        return None

    def say(key: str) -> str:
        return words.say(language, key)

    no = say("leave" if stage is Stage.waiting else "no") if stage.takes_no else ""
    yes = say("yes") if stage.takes_yes else ""
    heading, lead = say(f"answer.{stage}"), say(f"answer.{stage}.lead")
    why = say("why.open" if stage is Stage.open else "why")
    return Form(heading, lead, proof, yes, no, why, say("why.help"))
