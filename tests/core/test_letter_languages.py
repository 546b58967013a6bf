"""Acknowledgements in all languages: the same branches in each, no words of another one, numbers and days in their grammar."""

import random
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mailbot.core import plain
from mailbot.core.call import Deadline
from mailbot.core.facts import in_words
from mailbot.core.message import Attachment
from mailbot.core.templates import Templates
from tests.core.letters import CALL, LETTERS, TEMPLATES, acknowledgement, facts, text_of

LANGUAGES = sorted(LETTERS.languages)
ALL = Templates(TEMPLATES)
every = pytest.mark.parametrize("language", LANGUAGES)


NOT_TO_CANDIDATES = {"notice", "time", "said", "draft", "opened", "digest", "preview", "batch", "shown", "unclear", "done"}
KINDS = sorted({name.partition("/")[0] for name in TEMPLATES if "/" in name} - NOT_TO_CANDIDATES)


def template(language: str, kind: str = "acknowledgement") -> str:
    return TEMPLATES[f"{kind}/{language}.txt"]


def test_letters_are_written_in_eleven_languages() -> None:
    assert {"cs", "de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"} <= LETTERS.languages


def test_whatever_candidates_get_is_written_in_every_language() -> None:
    assert {kind: ALL.languages(kind) for kind in (*KINDS, "time")} == dict.fromkeys((*KINDS, "time"), frozenset(LANGUAGES))
    assert len(KINDS) == 18


def branches(source: str) -> list[str]:
    """Conditions and loops in their order; how a language tells time or counts is its own affair."""
    return re.findall(r"{% *(.*?) *%}", re.sub(r"(?s){% macro.*?endmacro %}|{% import.*? %}", "", source))


@every
def test_every_language_has_the_branches_of_english(language: str) -> None:
    for kind in KINDS:
        assert branches(template(language, kind)) == branches(template("en", kind)), kind


@every
def test_every_language_uses_the_values_that_english_uses(language: str) -> None:
    def values(source: str) -> set[str]:
        found = " ".join(re.findall(r"{[{%](.*?)[%}]}", source))
        return set(re.findall(r"[a-z_]+(?:\.[a-z_]+)?", re.sub(r"\"[^\"]*\"|'[^']*'", "", found)))

    how = {"attachments_form", "date", "day", "hour", "macro", "minute", "moment", "on", "replace", "time", "trim"}
    for kind in KINDS:
        ours, english = values(template(language, kind)), values(template("en", kind))
        assert {value for value in ours ^ english if value.partition(".")[0] not in how} == set(), kind


def _phrases(language: str, kind: str) -> set[str]:
    """Its own words, wherever they stand in the template."""
    source = template(language, kind)
    inside = re.findall(r'"([^"]*)"', " ".join(re.findall(r"{{.*?}}", source)))
    outside = re.split(r"{[{%].*?[%}]}|\n", source)
    bare = (phrase.strip(" -.,:()") for phrase in (*inside, *outside))
    return {phrase for phrase in bare if len(phrase.split()) >= 3}


@every
def test_no_words_of_another_language_are_left_in_it(language: str) -> None:
    for kind in KINDS:
        others = set[str]().union(*(_phrases(other, kind) for other in LANGUAGES if other != language))
        assert _phrases(language, kind) & others == set(), kind


def _any_words(chance: random.Random, language: str) -> dict[str, Any]:
    """What a letter may be given, each value drawn by itself."""
    asked = facts(language=language, attachments=(Attachment("a", "text/plain", 1),) * chance.choice((0, 1, 2, 5, 22)))
    words: dict[str, Any] = in_words(asked, asked.reading.received_at, language, "The team", 120)
    for name in sorted(words):
        if isinstance(words[name], bool):
            words[name] = chance.random() < 0.5
    for name in ("missing", "set_aside"):
        words[name], words[f"{name}_count"] = chance.choice((("", 0), ("3", 1), ("3–5", 3)))
    words["timeliness"] = chance.choice(("on_time", "grace", "late"))
    words["form"] = chance.choice(("", "https://form.example/"))
    words["meetings"] = chance.choice(("", words["meetings"]))
    words["prose"] = chance.choice(("", plain.quoted("own words")))
    return words


@every
def test_whatever_comes_together_is_a_letter_in_every_language(language: str) -> None:
    chance = random.Random(5322)
    for _ in range(24):
        words = _any_words(chance, language)
        subject, blocks = ALL.letter(f"acknowledgement/{language}.txt", words)
        assert blocks[-1].lines == ("The team",)
        (told,) = [block.lines for block in blocks if block.kind is plain.Kind.list]
        assert len(told) == 7 + bool(words["meetings"])
        assert all(re.match(r"[^:]{2,28}: \S", line) for line in told)
        for line in (subject, *(line for block in blocks for line in block.lines)):
            assert not re.search(r" {2}| [.,;]|\.\.|[.,]\w*[.,]\s|None|True|False|[{}'\"]|-- ", line.replace("UTC", ""))
            for sentence in re.split(r"(?<=[.!?])\s(?=[^\W\d_a-zß-ÿ])", line):
                assert len(sentence.split()) < 20 or sentence in CALL.questions[3].text


@pytest.mark.parametrize(
    ("language", "many", "said"),
    [
        ("pl", 2, "2 załączniki."),
        ("pl", 5, "5 załączników."),
        ("pl", 12, "12 załączników."),
        ("pl", 22, "22 załączniki."),
        ("cs", 4, "4 přílohy."),
        ("cs", 5, "5 příloh."),
        ("cs", 22, "22 příloh."),
        ("el", 2, "2 συνημμένα."),
        ("sv", 2, "2 bilagor."),
    ],
)
def test_what_is_counted_stands_in_the_form_of_its_number(language: str, many: int, said: str) -> None:
    attached = (Attachment("a", "text/plain", 1),) * many
    text = text_of(acknowledgement(language=language, attachments=attached))
    assert said in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("el", date(2026, 4, 4), "λήγει το Σάββατο 4 Απριλίου 2026, ώρα 23:59"),
        ("el", date(2026, 4, 6), "λήγει τη Δευτέρα 6 Απριλίου 2026"),
        ("el", date(2026, 4, 8), "λήγει την Τετάρτη 8 Απριλίου 2026"),
        ("it", date(2026, 4, 1), "è mercoledì 1º aprile 2026 alle ore 23:59"),
        ("nl", date(2026, 4, 1), "tot woensdag 1 april 2026 om 23.59 uur"),
        ("sv", date(2026, 4, 1), "är onsdag 1 april 2026 klockan 23.59"),
    ],
)
def test_days_and_hours_stand_in_the_grammar_of_their_sentence(language: str, day: date, said: str) -> None:
    call = CALL.model_copy(update={"deadline": Deadline(day=day)})
    assert said in re.sub(r"\s+", " ", text_of(acknowledgement(language=language, call=call)))


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [("es", 1, "a la 1:05"), ("es", 13, "a las 13:05"), ("pt", 1, "à 1:05"), ("pt", 0, "às 0:05")],
)
def test_one_o_clock_is_singular_where_hours_are_counted(language: str, hour: int, said: str) -> None:
    at = datetime(2026, 3, 10, hour, 5, tzinfo=UTC)
    text = text_of(acknowledgement(language=language, call=CALL.model_copy(update={"zone": "UTC"}), received_at=at))
    assert said in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("language", "short"), [("pl", "aiouwz"), ("cs", "kosuvz")])
def test_a_word_of_one_letter_never_ends_a_line(language: str, short: str) -> None:
    for authentication in ("aligned", "neutral"):
        text = text_of(acknowledgement(language=language, authentication=authentication, unplaced="I can come on both days."))
        assert not re.search(rf"(?mi)(?:^|[\s(])[{short}]$", text)
