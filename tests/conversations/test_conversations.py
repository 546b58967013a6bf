"""Conversations by mail, each a folder: mails in order, and for each what came of it, how all entries stand, what went out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from mailbot.core.call import Call, parse_call
from mailbot.core.deadline import timeliness
from mailbot.core.submission import Submission, current, decisive
from tests.conversations.script import Entry, Expected, Script, Step, Written, filled, moment, script, span
from tests.conversations.world import World
from tests.core.letters import opened, text_of

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/conversation.yaml"))
AT_FIRST = Entry(versions=(), answers={}, withdrawn=False)


def _call(slug: str, **other: object) -> Call:
    yaml = YAML(typ="safe", pure=True)
    text = (HERE / "calls" / f"{slug}.yaml").read_text()
    added = "".join(f"{name}: {_flow(value)}\n" for name, value in other.items())
    kept = text if not other else "\n".join(line for line in text.splitlines() if line.partition(":")[0] not in other) + "\n"
    assert yaml.load(kept + added)["slug"] == slug
    return parse_call(kept + added, slug)


def _flow(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


class Conversation:
    """A conversation that is being held: what is expected of all entries so far is carried from step to step."""

    def __init__(self, folder: Path, told: Script) -> None:
        self.folder = folder
        self.world = World([_call("rehabilitation-2021", **told.call), *(_call(name) for name in told.calls)])
        self.expected: dict[str, Entry] = {}
        self.open = 0

    def hold(self, step: Step) -> None:
        letters, trail = len(self.world.store.letters()), len(self.world.store.audit())
        if step.at is not None:
            self.world.clock.now = moment(step.at)
        if step.mail is not None:
            self._mail(step, step.mail)
        if step.advance is not None:
            self.world.wait(self.world.clock.now + span(step.advance))
        if step.state is not None:
            self.world.stand(step.state)
        if step.organiser is not None:
            self.world.act(step.organiser)
        told = {f"{entry.what}: {entry.why}" for entry in self.world.store.audit()[trail:]}
        if step.mail is not None:
            mail = self.world.mails[step.mail]
            assert f"{mail.became}: {mail.reason}" in told, told
        assert set(step.audit) <= told, told
        self._letters(step.letters, letters)
        self._entries(step)
        self.open = step.open if step.open is not None else self.open
        assert self.world.open_questions() == self.open

    def _mail(self, step: Step, name: str) -> None:
        raw = filled((self.folder / name).read_bytes(), self.written())
        last = self.world.store.letters()[-1:]
        mail = self.world.take(name, raw, self.world.clock.now, step.mailbox)
        assert (mail.became, mail.reason) == (step.became, step.reason if step.reason is not None else mail.reason)
        if step.returned is not None:
            assert mail.returned == (last[0].letter.message_id if step.returned else None)

    def written(self) -> list[Written]:
        return [Written(row.letter, row.created_at) for row in self.world.store.letters()]

    def _letters(self, expected: tuple[Expected, ...], before: int) -> None:
        new = [one.letter for one in self.written()[before:]]
        wanted = sorted((one.kind, one.to) for one in expected)
        assert sorted((letter.kind.value, letter.recipient) for letter in new) == wanted
        for one in expected:
            letter = next(letter for letter in new if (letter.kind, letter.recipient) == (one.kind, one.to))
            said = " ".join(text_of(letter).split())
            assert one.language in (None, letter.language), said
            assert [words for words in one.says if words not in said] == [], said
            assert [words for words in one.without if words in letter.raw.decode() + said] == [], said
            assert one.reply_to is None or one.reply_to in str(opened(letter)["Reply-To"])

    def _entries(self, step: Step) -> None:
        for address, entry in step.entries.items():
            before = self.expected.get(address, AT_FIRST)
            self.expected[address] = before.model_copy(update=entry.model_dump(exclude_none=True))
        found = self.world.entries()
        assert found.keys() == self.expected.keys()
        for address, submission in found.items():
            self._entry(submission, self.expected[address])

    def _entry(self, found: Submission, expected: Entry) -> None:
        assert tuple("counts" if r.counts else "apart" for r in found.revisions) == expected.versions
        stands = {answer.question_id: _plain(answer.text) for answer in current(found)}
        assert stands == {question: _plain(text) for question, text in (expected.answers or {}).items()}
        assert (getattr(found, "withdrawn", None) is not None) == expected.withdrawn
        if expected.timeliness is not None:
            call = next(call for call in self.world.calls if call.slug == found.call)
            assert timeliness(decisive(found.revisions).received_at, call) == expected.timeliness


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_a_conversation_goes_as_it_is_written(folder: Path) -> None:
    told = script(folder)
    conversation = Conversation(folder, told)
    for step in told.steps:
        conversation.hold(step)


def test_every_mail_of_a_folder_is_sent() -> None:
    assert [(folder.name, sorted(_mails(folder))) for folder in FOLDERS] == [
        (folder.name, sorted(path.name for path in folder.glob("*.eml"))) for folder in FOLDERS
    ]


def _mails(folder: Path) -> Iterator[str]:
    return (step.mail for step in script(folder).steps if step.mail is not None)
