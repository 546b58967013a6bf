"""What is taken out of answers: identifiers, names inside the words, countries that few tell; and what is left alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from mailbot.core.call import Call, parse_call
from mailbot.core.entries import Entry
from mailbot.core.paper.redact import LONGEST, Redactor
from mailbot.core.reading import Timeliness
from mailbot.resources import example_rules_dir
from tests.core.labelled import Labelled, entry, labelled, score
from tests.effort import effort

KEY = b"0123456789abcdef"
EXAMPLE = example_rules_dir() / "ran-mental-health-2021.yaml"
HALVES = {"read while this was made": lambda n: n % 3 != 2, "kept unread": lambda n: n % 3 == 2}


@pytest.fixture(scope="module")
def call() -> Call:
    return parse_call(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name)


def said(number: int, *answers: str, name: str = "Maren Oldcastle", address: str = "m.oldcastle@streetbridge.example") -> Entry:
    one = entry(number, Labelled("", name, address, "", "", ()))
    return replace(one, answers=dict(enumerate(answers, 1)))


def copies(call: Call, *entries: Entry, signatures: Mapping[str, Sequence[str]] | None = None, late: bool = False) -> list[str]:
    return [passage.copy for passage in Redactor(entries, call, signatures or {}).passages(KEY, late=late)]


@pytest.mark.parametrize("half", HALVES)
def test_all_identifiers_and_nearly_all_names_are_found_and_little_else(call: Call, half: str) -> None:
    every = labelled()
    its = score(every, [one for n, one in enumerate(every) if HALVES[half](n)], call)
    assert its.found["c"] == its.wanted["c"], its.kept
    assert its.found["n"] >= 0.9 * its.wanted["n"], its.kept
    assert len(its.vain) <= 0.03 * its.words, its.vain


IDENTIFIERS = [
    ("Write to maren at ann.other@mail.example.org, please.", "Write to [name] at [address], please."),
    ("ann.other (at) example (dot) org", "[address]"),
    ("See https://x.example/a?b=c#d).", "See [link])."),
    ("Our site nordlicht-kiel.de/team shows it", "Our site [link] shows it"),
    ("Ring 0032 2 555 12 12 or (0)711/496-0172.", "Ring [phone number] or [phone number]."),
    (
        "From 2015 to 2019, on 12.03.2020, 1200 clients, 40 000 euros",
        "From 2015 to 2019, on 12.03.2020, 1200 clients, 40 000 euros",
    ),
    ("I am on Mastodon: @maren_o", None),
    ("We are at Hauptstr. 5, 70173 Stuttgart", "We are at [address]"),
    ("Schreiben Sie an die Goethestraße 12a, 10115 Berlin.", "Schreiben Sie an die [address]."),
    ("born on 3 May 1970, née en 1971, geb. 1.2.1980", "[date of birth], [date of birth], [date of birth]"),
    ("M. Oldcastle, M.O., OLDCASTLE and maren oldcastle", "[name], [name], [name] and [name]"),
    ("Oldcastle's and Marens idea", "[name]'s and [name] idea"),
    ("Ask Feline Deniz or Rik.", "Ask [name] or [name]."),
    ("streetbridge, StreetBridge, Street Bridge", "[organisation], [organisation], [organisation]"),
    ("My reference is BVZR-S6G8-SVN3", "My reference is [reference]"),
]


@pytest.mark.parametrize(("answer", "copy"), IDENTIFIERS, ids=[answer[:30] for answer, _ in IDENTIFIERS])
def test_identifiers_become_words_in_brackets(call: Call, answer: str, copy: str | None) -> None:
    made = copies(call, said(1, answer))[0]
    assert made == copy if copy else "maren_o" not in made


def test_what_somebody_signed_with_is_known_in_the_answers_of_all(call: Call) -> None:
    two = [
        said(1, "I am new."),
        said(2, "With Ulf Grönkvist of Nordic Bridges (NBT) we tried a lot.", name="x", address="x@example.org"),
    ]
    signed = {"R001": ["Ulf Grönkvist\nNordic Bridges Trust\nProbation officer\nKind regards"]}
    made = copies(call, *two, signatures=signed)
    assert "With [name] of [organisation] ([organisation]) we tried a lot." in made


def test_the_words_of_the_call_and_ordinary_words_that_are_names_stay(call: Call) -> None:
    will = said(1, "Will the RAN meeting help? Best practice is best. The will to change, the best of all.", name="Will Best")
    assert copies(call, will, said(2, "the best will"), said(3, "a will, at best"))[0].startswith(
        ("Will the RAN", "the", "a will")
    )
    made = copies(call, will)
    assert made == ["Will the RAN meeting help? Best practice is best. The will to change, the best of all."]


def test_a_country_is_told_from_five_entries_on(call: Call) -> None:
    few = [said(n, f"I work in {where}.") for n, where in enumerate(["Malta", "Maltese prisons", "Malte", "Malta"], 1)]
    many = [
        said(n, f"Wir arbeiten in {where}.")
        for n, where in enumerate(["Deutschland", "Germany", "Niemczech", "Allemagne", "Deutschland", "a German town"], 5)
    ]
    made = copies(call, *few, *many)
    assert sum("[another country]" in copy for copy in made) == 4
    assert not any("Malt" in copy for copy in made)
    assert sum("Deutschland" in copy for copy in made) == 2
    withdrawn = [replace(one, withdrawn=True) if one.number in (5, 6) else one for one in many]
    assert "Deutschland" not in " ".join(copies(call, *few, *withdrawn))


def test_demonyms_are_countries_and_words_like_them_are_none(call: Call) -> None:
    made = copies(call, said(1, "A Polish prison, polnische Haft, le système français, v Německu, i Sverige, turque."))[0]
    assert made.count("[another country]") == 6
    plain = "We polish the plan. Un suicidio. Dane z badań. La grève. Récidive, recommandations, rec. Frances spoke in May."
    assert "[another country]" not in copies(call, said(1, plain))[0]


def test_a_name_is_found_where_a_sentence_begins_once_it_was_heard_elsewhere(call: Call) -> None:
    made = copies(
        call,
        said(1, "Karaman said no.", "I met Yusuf Karaman and O'Brien there."),
        said(2, "Frau Weidner", "Weidner sagt es ja."),
    )
    assert sorted(made) == ["I met [name] and [name] there.", "[name]", "[name] sagt es ja.", "[name] said no."]


def test_given_names_are_found_where_capitals_say_nothing(call: Call) -> None:
    made = copies(
        call, said(1, "my colleague tobias hartnell from leeds knows it", "MY COLLEAGUE IS TOBIAS HARTNELL, IN LEEDS")
    )
    assert made == ["my colleague [name] from [place] knows it", "MY COLLEAGUE IS [name], IN [place]"]


def test_a_country_that_is_told_still_goes_with_the_name_it_belongs_to(call: Call) -> None:
    many = [said(n, f"I am from Malta, at the University of Malta, for {n} years.") for n in range(1, 6)]
    assert copies(call, *many)[0].startswith("I am from Malta, at the [organisation], for")


def test_only_what_counts_leaves_and_late_answers_when_it_is_wished(call: Call) -> None:
    gone = replace(said(1, "first answer of all"), withdrawn=True)
    apart = replace(said(2, "second answer of all"), version=0)
    late = replace(said(3, "third answer of all"), timeliness=Timeliness.late)
    assert copies(call, gone, apart, late) == []
    assert copies(call, gone, apart, late, late=True) == ["third answer of all"]


def test_nobody_can_be_followed_from_question_to_question(call: Call) -> None:
    """The order is of chance, another one for each question and for each machine, and the same on each call."""
    entries = [said(n, f"one {n}", f"two {n}") for n in range(1, 40)]
    passages = Redactor(entries, call, {}).passages(KEY)
    first, second = ([p.original.split()[1] for p in passages if p.question == q] for q in (1, 2))
    assert first != second
    assert sorted(first) == sorted(second)
    assert first != [str(n) for n in range(1, 40)]
    assert passages == Redactor(entries[::-1], call, {}).passages(KEY)
    assert [p.id for p in passages] != [p.id for p in Redactor(entries, call, {}).passages(b"another key, 16+")]


def test_an_answer_in_a_rare_language_is_noted_since_it_may_tell_who_it_was(call: Call) -> None:
    greek = said(1, "Εργάζομαι με νέους που βγήκαν από τη φυλακή και χρειάζονται βοήθεια και δουλειά.")
    passages = Redactor([greek, said(2, "I work with young people who left prison and need help.")], call, {}).passages(KEY)
    assert sorted(bool(passage.notes) for passage in passages) == [False, True]


HOSTILE = [
    "a@",
    "Dr. ",
    "„A",
    "ul. Aa ",
    "12 Aa ",
    "http://",
    "a(at)",
    "Foundation of ",
    "Aa van ",
    "M.",
    "1 ",
    "A-",
    "Oldcastle ",
    "United ",
    "A\u0301",
    "1.",
    "\ud800",
]


def test_hostile_answers_cost_as_much_as_they_are_long(call: Call) -> None:
    redactor = Redactor([said(1, "I am new.")], call, {})
    redactor.marks("Somebody from Germany")
    for piece in HOSTILE:
        with effort() as spent:
            redactor.marks((piece * LONGEST)[:LONGEST])
        assert spent.seconds < 1, piece
    assert len(copies(call, said(1, "UN " * 100_000))[0]) <= LONGEST
