"""`mailbot call`: new by questions and answers, whole out and in again, and what it refuses."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.call import parse_call
from mailbot.core.call_text import call_text, id_of, slug_of
from mailbot.core.life import State
from mailbot.store.opening import open_store
from mailbot.terminal import Terminal
from tests.commands.conftest import Mailbot, Said
from tests.store.samples import NOW

MENTAL = "ran-mental-health-2021"


@pytest.fixture
def typed(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`mailbot call new` with these lines typed on a terminal."""

    def run(*lines: str) -> Said:
        monkeypatch.setattr(Terminal, "interactive", True)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        monkeypatch.setenv("TZ", "Europe/Riga")
        return mailbot("call", "new")

    return run


ANSWERS = (
    *("Call for participants: healthy soil in 2031", "", "", ""),  # title; short name, language and zone as proposed
    *("17 February", "2031-02-17 17:00"),  # the deadline, wrong first
    *("2031-03-10 13:00-16:00, online", ""),
    *("What line of work are you in?", "", "Do you eat: meat, fish, or neither?", "no", ""),
    *("Ada Example", "ada@", "Ada Example", "ada@example.org", ""),
    *("", "https://forms.example.org/soil", ""),
    *("many", "25"),
)


def test_a_call_is_written_by_answering_a_question_for_each_field(typed: Any, work: Path) -> None:
    said = typed(*ANSWERS)
    assert said.code == 0
    file = work / "rules" / "healthy-soil-2031.yaml"
    call = parse_call(file.read_text(), file.name)
    assert (call.slug, call.language, call.zone) == ("healthy-soil-2031", "en", "Europe/Riga")
    assert (call.addresses, call.channel, call.form) == (("demo@calls.example.org",), "both", "https://forms.example.org/soil")
    assert [(q.id, q.text, q.required) for q in call.questions] == [
        ("what-line-work-are-you", "What line of work are you in?", True),
        ("do-you-eat-meat-fish-or", "Do you eat: meat, fish, or neither?", False),
    ]
    assert (call.contacts[0].address, call.places, len(call.meetings)) == ("ada@example.org", 25, 1)
    assert "`deadline`: `17 February`" in said.err
    assert said.out.splitlines()[-1].startswith("It is a draft. Next: mailbot call open healthy-soil-2031 --why ")


def test_the_new_call_is_a_draft_until_somebody_opens_it(typed: Any, mailbot: Mailbot, work: Path) -> None:
    typed(*ANSWERS)
    states = {its["slug"]: its["state"] for its in mailbot("calls", "--json").objects}
    assert states == {"healthy-soil-2031": "draft", MENTAL: "closed", "ran-rehabilitation-2023": "closed"}
    assert mailbot("call", "open", "healthy-soil-2031", "--why", "announced").code == 0
    (its,) = mailbot("call", "healthy-soil-2031", "--json").objects
    assert its["state"] == "open"
    assert [entry["what"] for entry in its["history"]] == ["state-draft", "call-taken-in", "state-open"]


def test_questions_that_are_not_answered_to_the_end_write_nothing(typed: Any, work: Path) -> None:
    before = sorted((work / "rules").iterdir())
    said = typed(*ANSWERS[:9])
    assert (said.code, said.err.splitlines()[-1]) == (
        2,
        "mailbot: the questions were not all answered: nothing was written; begin again",
    )
    assert sorted((work / "rules").iterdir()) == before


def test_without_a_terminal_nobody_is_asked(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("call", "new")
    assert said.code == 2
    assert said.err.startswith("mailbot: nobody can be asked here: ")


def test_a_call_goes_out_whole_and_comes_in_whole_as_a_draft(mailbot: Mailbot, work: Path) -> None:
    out = work / "call.json"
    assert mailbot("call", "export", MENTAL, "--to", str(out)).code == 0
    whole = json.loads(out.read_text())
    assert whole["file"] == (work / "rules" / f"{MENTAL}.yaml").read_text()
    assert "acknowledgement/en.txt" in whole["letters"]
    shutil.rmtree(work / "data")
    shutil.rmtree(work / "rules")
    said = mailbot("call", "import", str(out))
    assert (said.code, said.err) == (0, "")
    assert (work / "rules" / f"{MENTAL}.yaml").read_text() == whole["file"]
    store = open_store(f"sqlite:///{work}/data/mailbot.sqlite", now=NOW)
    assert store.standings()[MENTAL].state is State.draft
    assert [(e.what, e.why) for e in store.audit(MENTAL)] == [("state-draft", "imported from call.json")]
    store.close()


def test_a_call_that_is_there_is_not_overwritten(mailbot: Mailbot, work: Path) -> None:
    out = work / "call.json"
    mailbot("call", "export", MENTAL, "--to", str(out))
    assert "is there already" in mailbot("call", "export", MENTAL, "--to", str(out)).err
    said = mailbot("call", "import", str(out))
    assert said.code == 1
    assert "is there already: nothing was changed" in said.err


def test_letters_worded_otherwise_are_taken_over_only_when_told(mailbot: Mailbot, work: Path) -> None:
    out = work / "call.json"
    mailbot("call", "export", MENTAL, "--to", str(out))
    whole = json.loads(out.read_text())
    text = whole["letters"]["acknowledgement/en.txt"].replace("Keep it as your record.", "Please keep it.")
    out.write_text(json.dumps({**whole, "letters": {"acknowledgement/en.txt": text}}))
    (work / "rules" / f"{MENTAL}.yaml").unlink()
    shutil.rmtree(work / "data")
    refused = mailbot("call", "import", str(out), "--letters")
    assert "the letters that come with mailbot are not overwritten" in refused.err
    shutil.copytree(Path(__file__).parents[2] / "templates", work / "templates")
    settings = work / "mailbot.toml"
    settings.write_text(settings.read_text() + 'folders.templates = "templates"\n')
    said = mailbot("call", "import", str(out), "--letters")
    assert (said.code, said.err) == (0, "")
    assert (work / "templates" / "mail" / "acknowledgement" / "en.txt").read_text() == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"mailbot_call": 1, "file": 3}',
        b'{"mailbot_call": 1, "file": "", "letters": [1]}',
    ],
)
def test_what_is_no_exported_call_is_refused_in_one_line(mailbot: Mailbot, work: Path, content: bytes) -> None:
    (work / "call.json").write_bytes(content)
    said = mailbot("call", "import", str(work / "call.json"))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "`mailbot call export` wrote" in said.err


@pytest.mark.parametrize("name", ["../../evil.txt", "/tmp/evil.txt", ".hidden"])
def test_no_letter_leaves_its_folder(mailbot: Mailbot, work: Path, name: str) -> None:
    out = work / "call.json"
    mailbot("call", "export", MENTAL, "--to", str(out))
    whole = json.loads(out.read_text())
    out.write_text(json.dumps({**whole, "letters": {name: "Subject: x\n\nx\n"}}))
    shutil.copytree(Path(__file__).parents[2] / "templates", work / "templates")
    settings = work / "mailbot.toml"
    settings.write_text(settings.read_text() + 'folders.templates = "templates"\n')
    assert "is no name of a letter" in mailbot("call", "import", str(out), "--letters").err


def test_a_call_named_like_nothing_is_wrong_use(mailbot: Mailbot, work: Path) -> None:
    assert (mailbot("call").code, mailbot("call", "nothing-like-it").code) == (2, 1)


# the text of a call file


@pytest.mark.parametrize(
    "title",
    [
        "A: b",
        "yes",
        "# no comment",
        "- dash",
        "'quoted'",
        '"quoted"',
        "Ünïcode – dash",
        "ends with:",
        "{a}",
        "2027",
        "a # b",
        "*x",
        "1e3",
    ],
)
def test_whatever_a_title_is_it_is_read_back_as_it_was_typed(title: str) -> None:
    fields: dict[str, Any] = {
        "slug": "a-call",
        "title": title,
        "zone": "AoE",
        "deadline": "2027-02-17 17:00",
        "questions": [{"id": "one", "text": title, "required": "false"}],
        "contacts": [{"name": title, "address": "ada@example.org"}],
        "addresses": ["call@calls.example.org"],
    }
    call = parse_call(call_text(fields), "a-call.yaml")
    assert (call.title, call.questions[0].text, call.contacts[0].name) == (title, title, title)


def test_short_names_are_made_of_telling_words_and_stay_apart() -> None:
    assert slug_of("Call for participants on the réinsertion of prisoners", 2027) == "reinsertion-prisoners-2027"
    assert slug_of("Soil 2027", 2027) == "soil-2027"
    assert slug_of("Call for participants") == ""
    assert id_of("What next?", ["what-next", "what-next-2"]) == "what-next-3"
    assert id_of("???", []) == "question"
