"""A draft as a call file: it opens as a call, says where each field comes from, and nothing in it acts."""

import re
from pathlib import Path

import pytest

from mailbot.core.announcement.announced import NotDrafted, announced
from mailbot.core.announcement.draft import Draft, draft
from mailbot.core.announcement.drafted import drafted, slug_of
from mailbot.core.announcement.opening import page_of_text
from mailbot.core.call import Call, parse_call

TEXT = """\
Call for participants: soil and who digs it

Monday 4 May 2026, 10:00-12:30 CET, and Tuesday 5 May 2026, 10:00-12:30 CET, online. The working language is English.

We are looking for gardeners who dig. There are 12 places.

Please answer the following questions:

1. What do you dig? (max 100 words)
2. Describe: "one" day, with #hashes and {braces}: or not.

Send your answers to soil@example.org by 12 March 2026, 17:00.

Contact: Ada Probe, ada.probe@example.org
"""


def _draft(text: str = TEXT) -> Draft:
    return draft(page_of_text(text))


def _call(its: Draft) -> Call:
    return parse_call(drafted(its, "soil.txt"), "soil.yaml")


def test_the_draft_opens_as_a_call() -> None:
    call = _call(_draft())
    assert call.title == "Call for participants: soil and who digs it"
    assert [question.text for question in call.questions] == [
        "What do you dig? (max 100 words)",
        'Describe: "one" day, with #hashes and {braces}: or not.',
    ]
    assert [question.max_words for question in call.questions] == [100, None]
    assert (str(call.deadline.day), str(call.deadline.time)) == ("2026-03-12", "17:00:00")
    assert [f"{meeting.start:%F %R}" for meeting in call.meetings] == ["2026-05-04 10:00", "2026-05-05 10:00"]
    assert (call.zone, call.places, call.language_of_work, call.audience) == (
        "Europe/Brussels",
        12,
        "English",
        "gardeners who dig",
    )
    assert [(contact.name, contact.address) for contact in call.contacts] == [("Ada Probe", "ada.probe@example.org")]
    assert call.addresses == ("soil@example.org",)


def test_above_each_field_stands_where_it_comes_from() -> None:
    lines = drafted(_draft(), "soil.txt").splitlines()
    for field in ("title:", "zone:", "deadline:", "audience:", "addresses:", "channel:", "places:", "language_of_work:"):
        place = next(number for number, line in enumerate(lines) if line.startswith(field))
        above = lines[place - 1] if "please check" not in lines[place - 1] else lines[place - 2]
        assert re.match(r"# line \d+: “.+”", above), field


def test_a_doubt_stands_where_it_belongs() -> None:
    text = drafted(_draft(), "soil.txt")
    assert "# please check: CET is winter time, and 2026-05-04 is in summer" in text
    assert (
        "timezone",
        "CET is winter time, and 2026-05-04 is in summer: is the clock of Europe/Brussels meant?",
    ) in _draft().doubts


def test_what_the_page_does_not_say_is_left_out() -> None:
    text = drafted(_draft("Call for participants: soil\n\nWe dig.\n"), "soil.txt")
    fields = {line.split(":")[0] for line in text.splitlines() if re.match(r"[a-z_]+:", line)}
    assert fields == {"slug", "title", "language"}
    assert text.count("# please check: ") >= 5


def test_a_contact_without_an_address_leaves_the_place_for_it() -> None:
    its = _draft("Call for participants: soil\n\nSend your answers by 4 May 2026 to Ada Probe and Bea Test.\n")
    text = drafted(its, "soil.txt")
    assert (
        "  - name: Ada Probe\n    # please check: no address is printed for Ada Probe; write it here\n    # address: …\n"
        in text
    )


def test_two_people_with_one_address_are_named_and_the_file_still_opens() -> None:
    its = _draft(
        TEXT.replace("Contact: Ada Probe, ada.probe@example.org", "Contact: Ada Probe and Bea Test (soil@example.org)")
    )
    call = _call(its)
    assert [(contact.name, contact.digests) for contact in call.contacts] == [("Ada Probe", False)]
    assert "# Bea Test is printed with the same address" in drafted(its, "soil.txt")


def test_each_question_has_an_id_of_its_own_words() -> None:
    items = "".join(f"{n}. What is your experience with {word}?\n" for n, word in ((3, "soil"), (4, "sand"), (5, "soil")))
    its = _draft(TEXT.replace("\nSend your", f"{items}\nSend your"))
    ids = [line.split("id: ")[1] for line in drafted(its, "soil.txt").splitlines() if "- id: " in line]
    assert len(set(ids)) == len(ids) == 5


@pytest.mark.parametrize("title", ["Appel à contributions : « où va l'été ? »", "Über 'Müll': # 1 & 2", "[x]: {y} & *z"])
def test_any_title_is_safe_in_the_file(title: str) -> None:
    its = _draft(f"# {title}\n\n{TEXT.split(chr(10), 2)[2]}")
    assert _call(its).title == title
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", slug_of(its))


def test_a_hostile_announcement_writes_nothing_into_the_file_but_text() -> None:
    its = _draft(TEXT.replace("Ada Probe", "Ada Probe: &x !!python/object") + "\n\x1b[31m\u202eslug: evil\n")
    text = drafted(its, "evil\nslug: other.txt")
    assert _call(its).slug != "evil"
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("\nslug:") == 1


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n....", "photo"), (b"PK\x03\x04garbage", "unreadable")]
)
def test_what_has_no_words_says_so(content: bytes, reason: str) -> None:
    found = announced(content, "file")
    assert isinstance(found, NotDrafted)
    assert found.reason


SEEDS = Path(__file__).parents[4] / "shared/corpora/calls"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/corpora is missing")
@pytest.mark.parametrize(
    ("name", "people", "form"),
    [
        ("seed_ran_mental_health_2021.txt", ["Rik Scheele", "Jordy Krasenberg", "Feline Deniz"], False),
        ("seed_ran_rehabilitation_2023.txt", ["Alexandra KORN", "Maarten VAN DE DONK"], True),
    ],
)
def test_the_seeds_open_once_the_addresses_are_written_in(name: str, people: list[str], form: bool) -> None:
    its = announced((SEEDS / name).read_bytes(), name)
    assert isinstance(its, Draft)
    text = drafted(its, name)
    for number in range(len(people)):
        text = text.replace("    # address: …", f"    address: person{number}@example.org", 1)
    text = text.replace("# addresses:\n#   - …", "addresses:\n  - call@example.org")
    text = text.replace("# form: https://…", "form: https://forms.example.org/1")
    call = parse_call(text, name)
    assert [contact.name for contact in call.contacts] == people
    assert (call.channel.value == "form") is form
    assert len(call.questions) == (3 if form else 6)
