"""Call files change while mailbot runs: what is in use after each kind of accident, and what is said about it."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mailbot.callfiles import CallFiles, Loaded
from mailbot.errors import MailbotError
from mailbot.store import AuditEntry
from mailbot.store.opening import open_store

NOW = datetime(2027, 1, 20, 12, tzinfo=UTC)


def a_file(slug: str, *, address: str = "", title: str = "A call", questions: int = 1) -> str:
    return (
        f"slug: {slug}\ntitle: {title}\nzone: Europe/Brussels\ndeadline: 2027-02-17\n"
        "contacts:\n  - name: Ada Example\n    address: ada@example.org\n"
        f"addresses:\n  - {address or slug}@calls.example.org\n"
        "questions:\n" + "".join(f"  - id: q{n}\n    text: What is number {n}?\n" for n in range(questions))
    )


class Memory:
    """Keeps as the store does, for one test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.times = 0

    def keep_call(self, slug: str, text: str, now: datetime, told: Sequence[AuditEntry] = ()) -> None:
        assert now == NOW
        assert told
        self.kept[slug] = text
        self.times += 1

    def kept_calls(self) -> dict[str, str]:
        return dict(self.kept)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    for slug in ("soil", "water"):
        (folder / f"{slug}.yaml").write_text(a_file(slug))
    return folder


def titles(loaded: Loaded) -> dict[str, str]:
    return {call.slug: call.title for call in loaded.calls}


def said(loaded: Loaded) -> str:
    return "\n".join(map(str, loaded.problems))


BOTH = {"soil": "A call", "water": "A call"}
STAYS = "rules/soil.yaml: the last good version of this call stays in use: mend what is told above"
OUT = "rules/soil.yaml: this call is not in use; mail to it waits for a person: mend what is told above"


# what goes well


def test_all_files_are_read_and_each_is_new_once(rules: Path) -> None:
    files = CallFiles(rules)
    first, second = files.reload(NOW), files.reload(NOW)
    assert titles(first) == titles(second) == BOTH
    assert first.changed == {"soil", "water"}
    assert second.changed == set()
    assert first.problems == second.problems == ()


def test_a_changed_file_is_noticed_also_when_size_and_time_are_the_same(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    path = rules / "soil.yaml"
    before = path.stat()
    path.write_text(a_file("soil", title="B call"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH | {"soil": "B call"}
    assert loaded.changed == {"soil"}


def test_a_file_that_an_editor_writes_aside_and_renames_is_a_changed_file(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / ".soil.yaml.swp").write_bytes(b"\0binary")
    (rules / "soil.yaml~").write_text("old")
    (rules / "#soil.yaml").write_text("half")
    aside = rules / "soil.yaml.tmp"
    aside.write_text(a_file("soil", title="B call"))
    aside.rename(rules / "soil.yaml")
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH | {"soil": "B call"}
    assert loaded.problems == ()


def test_a_new_file_is_a_new_call(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / "air.yaml").write_text(a_file("air"))
    loaded = files.reload(NOW)
    assert list(titles(loaded)) == ["air", "soil", "water"]
    assert loaded.changed == {"air"}


def test_touching_a_file_changes_nothing_and_keeps_nothing_twice(rules: Path) -> None:
    memory = Memory()
    files = CallFiles(rules, memory)
    files.reload(NOW)
    (rules / "soil.yaml").touch()
    assert files.reload(NOW).changed == set()
    assert memory.times == 2


# what is broken stays as it was


BROKEN = {
    "a slip": a_file("soil").replace("Europe/Brussels", "CET").encode(),
    "no yaml": b"title: [",
    "empty": b"",
    "binary": bytes(range(256)) * 10,
    "nothing but zeros after a power cut": b"\0" * 4096,
    "another encoding": a_file("soil", title="Für alle").encode("latin-1"),
    "notepad's unicode": a_file("soil").encode("utf-16"),
    "ten megabytes": b"# soil\n" * 1_500_000,
    "cut in the middle": a_file("soil")[:-5].encode(),
    "another slug": a_file("sand").encode(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_breaks_keeps_its_last_good_version_and_says_so(rules: Path, content: bytes) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / "soil.yaml").write_bytes(content)
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH
    assert loaded.changed == set()
    assert said(loaded).startswith("rules/soil.yaml")
    assert said(loaded).endswith(STAYS)
    assert said(files.reload(NOW)) == said(loaded)
    (rules / "soil.yaml").write_text(a_file("soil", title="B call"))
    assert titles(files.reload(NOW)) == BOTH | {"soil": "B call"}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_last_good_version_survives_a_restart(rules: Path, content: bytes) -> None:
    memory = Memory()
    CallFiles(rules, memory).reload(NOW)
    (rules / "soil.yaml").write_bytes(content)
    loaded = CallFiles(rules, memory).reload(NOW)
    assert titles(loaded) == BOTH
    assert said(loaded).endswith(STAYS)


@pytest.mark.parametrize("content", [c for name, c in BROKEN.items() if name != "cut in the middle"])
def test_a_new_file_that_is_broken_is_no_call_and_hurts_no_other(rules: Path, content: bytes) -> None:
    (rules / "soil.yaml").write_bytes(content)
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == {"water": "A call"}
    assert said(loaded).endswith(OUT)


def test_half_a_file_is_never_taken_for_a_shorter_list_of_questions(rules: Path) -> None:
    files = CallFiles(rules)
    whole = a_file("soil", questions=3)
    (rules / "soil.yaml").write_text(whole)
    before = files.reload(NOW).calls
    for cut in range(len(whole)):
        if whole[:cut].endswith("\n"):
            continue  # the same as deleting the last lines; the next look takes the rest
        (rules / "soil.yaml").write_text(whole[:cut])
        assert files.reload(NOW).calls == before


def test_the_store_of_a_real_mailbot_keeps_the_last_good_version(rules: Path, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/mailbot.db", now=NOW)
    CallFiles(rules, store).reload(NOW)
    (rules / "soil.yaml").write_text("broken")
    loaded = CallFiles(rules, store).reload(NOW)
    store.close()
    assert titles(loaded) == BOTH


def test_a_kept_version_that_this_mailbot_cannot_read_is_left_out(rules: Path) -> None:
    memory = Memory()
    memory.kept["soil"] = "a_field_of_tomorrow: 1\n"
    (rules / "soil.yaml").write_text("broken")
    assert titles(CallFiles(rules, memory).reload(NOW)) == {"water": "A call"}


# what is not a file one can read


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may read everything; nobody may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_keeps_its_last_good_version() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules"
        rules.mkdir()
        Path(folder).chmod(0o755)
        rules.chmod(0o755)
        (rules / "soil.yaml").write_text(a_file("soil"))
        files = CallFiles(rules)
        files.reload(NOW)
        (rules / "soil.yaml").chmod(0)
        with as_somebody_else():
            loaded = files.reload(NOW)
        assert titles(loaded) == {"soil": "A call"}
        assert "rules/soil.yaml: may not be read by this user: give read permission" in said(loaded)


def test_links_that_lead_nowhere_or_back_are_told_apart(rules: Path) -> None:
    (rules / "round.yaml").symlink_to("round.yaml")
    (rules / "dangling.yaml").symlink_to("nowhere.yaml")
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == BOTH
    assert "rules/round.yaml: is a link that leads back to itself" in said(loaded)
    assert "rules/dangling.yaml: is a link that leads nowhere" in said(loaded)


def test_a_link_to_a_good_file_is_a_good_file(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(a_file("air"))
    (rules / "air.yaml").symlink_to(tmp_path / "elsewhere")
    assert "air" in titles(CallFiles(rules).reload(NOW))


@pytest.mark.timeout(10)
def test_a_folder_or_a_pipe_in_place_of_a_file_stops_nothing(rules: Path) -> None:
    (rules / "folder.yaml").mkdir()
    os.mkfifo(rules / "pipe.yaml")
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == BOTH
    assert "rules/folder.yaml: is a folder" in said(loaded)
    assert "rules/pipe.yaml: is not a file" in said(loaded)


def test_looking_a_hundred_times_leaves_no_file_open(rules: Path) -> None:
    (rules / "folder.yaml").mkdir()
    os.mkfifo(rules / "pipe.yaml")
    files = CallFiles(rules)
    files.reload(NOW)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(100):
        files.reload(NOW)
    assert len(list(Path("/proc/self/fd").iterdir())) < before + 50  # other threads of the tests may open some


def test_a_file_name_that_is_no_text_is_shown_harmlessly(rules: Path) -> None:
    (rules / os.fsdecode(b"\x1b[31m\xff.yaml")).write_text(a_file("soil"))
    assert all(str(problem).isprintable() for problem in CallFiles(rules).reload(NOW).problems)


def test_a_file_that_would_be_missed_because_of_its_ending_is_told(rules: Path) -> None:
    (rules / "air.yml").write_text(a_file("air"))
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == BOTH
    assert said(loaded) == "rules/air.yml: is not read: let its name end in .yaml"


# what is gone


def test_a_file_that_is_gone_keeps_its_call_until_somebody_means_it(rules: Path) -> None:
    memory = Memory()
    CallFiles(rules, memory).reload(NOW)
    (rules / "soil.yaml").rename(rules.parent / "aside")
    files = CallFiles(rules, memory)
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH
    gone = "rules/soil.yaml: the file is gone; its last good version stays in use"
    assert said(loaded) == f"{gone}: put it back, or move it to rules/closed/ to end the call"
    (rules / "closed").mkdir()
    (rules.parent / "aside").rename(rules / "closed" / "soil.yaml")
    loaded = files.reload(NOW)
    assert titles(loaded) == {"water": "A call"}
    assert loaded.problems == ()
    assert loaded.changed == {"soil"}
    assert titles(CallFiles(rules, memory).reload(NOW)) == {"water": "A call"}


def test_a_file_that_goes_between_listing_and_opening_keeps_its_call(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    real_open = os.open

    def an_editor_is_quicker(path: str, flags: int) -> int:
        Path(path).unlink(missing_ok=True)
        return real_open(path, flags)

    monkeypatch.setattr(os, "open", an_editor_is_quicker)
    assert titles(files.reload(NOW)) == BOTH


def test_a_file_that_was_renamed_with_its_slug_takes_its_address_along(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / "soil.yaml").unlink()
    (rules / "earth.yaml").write_text(a_file("earth", address="soil"))
    loaded = files.reload(NOW)
    assert (titles(loaded), loaded.problems) == ({"earth": "A call", "water": "A call"}, ())
    assert loaded.changed == {"soil", "earth"}


def test_a_folder_that_is_gone_changes_nothing(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    rules.rename(rules.parent / "unmounted")
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH
    assert "rules: the folder can't be read: No such file or directory" in said(loaded)


def test_a_folder_that_is_suddenly_empty_changes_nothing(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    for path in rules.iterdir():
        path.unlink()
    assert titles(files.reload(NOW)) == BOTH


def test_without_any_good_call_it_says_so_and_does_not_fail(tmp_path: Path) -> None:
    assert "no call is in use" in said(CallFiles(tmp_path / "nowhere").reload(NOW))
    assert "`mailbot init` writes an example" in said(CallFiles(tmp_path).reload(NOW))
    (tmp_path / "soil.yaml").write_text("broken")
    assert said(CallFiles(tmp_path).reload(NOW)).endswith("all mail waits for a person: mend the mistakes above")


# what does not go together


def test_a_slug_that_is_not_the_files_name_is_told(rules: Path) -> None:
    (rules / "My call.yaml").write_text(a_file("air"))
    assert "rules/My call.yaml:1: `slug` is air, and the file has another name: rename the file to air.yaml" in said(
        CallFiles(rules).reload(NOW)
    )


def test_two_files_with_one_slug_are_both_named(rules: Path) -> None:
    (rules / "soil-copy.yaml").write_text(a_file("soil"))
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == BOTH
    assert "rules/soil-copy.yaml:1: `slug` is soil, which is rules/soil.yaml: give each call its own slug" in said(loaded)


def test_a_new_call_with_the_address_of_another_stays_out(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / "air.yaml").write_text(a_file("air", address="SOIL"))
    loaded = files.reload(NOW)
    assert titles(loaded) == BOTH
    shared = "rules/air.yaml:9: `SOIL@calls.example.org` is an address of rules/soil.yaml too: give each call its own address"
    assert said(loaded).splitlines()[0].casefold() == shared.casefold()


def test_a_changed_call_with_the_address_of_another_falls_back(rules: Path) -> None:
    memory = Memory()
    CallFiles(rules, memory).reload(NOW)
    (rules / "soil.yaml").write_text(a_file("soil", address="water", title="B call"))
    loaded = CallFiles(rules, memory).reload(NOW)
    assert titles(loaded) == BOTH
    assert said(loaded).endswith(STAYS)


def test_two_new_calls_with_one_address_both_stay_out_and_are_both_named(rules: Path) -> None:
    (rules / "water.yaml").write_text(a_file("water", address="soil"))
    loaded = CallFiles(rules).reload(NOW)
    assert titles(loaded) == {}
    assert "rules/water.yaml:9: `soil@calls.example.org` is an address of rules/soil.yaml too" in said(loaded)
    assert OUT in said(loaded)


def test_two_calls_may_swap_their_addresses(rules: Path) -> None:
    files = CallFiles(rules)
    files.reload(NOW)
    (rules / "soil.yaml").write_text(a_file("soil", address="water"))
    (rules / "water.yaml").write_text(a_file("water", address="soil"))
    loaded = files.reload(NOW)
    assert [call.addresses[0] for call in loaded.calls] == ["water@calls.example.org", "soil@calls.example.org"]
    assert loaded.problems == ()


def test_half_of_a_swap_changes_neither(rules: Path) -> None:
    files = CallFiles(rules)
    before = files.reload(NOW)
    (rules / "soil.yaml").write_text(a_file("soil", address="water"))
    (rules / "water.yaml").write_text("broken")
    assert {c.slug: c.addresses for c in files.reload(NOW).calls} == {c.slug: c.addresses for c in before.calls}


ADA, BEN = "ada@example.org", "ben@example.org"
TWO = a_file("soil").replace("addresses:", f"  - name: Ben Example\n    address: {BEN}\naddresses:")


def told(loaded: Loaded) -> list[str]:
    """The contacts of soil who are told of things."""
    (soil,) = (call for call in loaded.calls if call.slug == "soil")
    return [contact.address for contact in soil.contacts if contact.digests]


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO.replace(ADA, "nobody@"), [BEN]),
        (TWO.replace(f"    address: {ADA}\n", ""), [BEN]),
        (TWO.replace(f"address: {ADA}", f"address: joann-{ADA} # {ADA}").replace("zone:", "zon:"), [BEN]),
        (TWO.replace(ADA, ADA + ".evil").replace("zone:", "zon:"), [BEN]),
        (TWO.replace(ADA, ADA.upper()).replace("zone:", "zon:"), [ADA, BEN]),
        (TWO.replace("zone:", "zon:"), [ADA, BEN]),
        (TWO.partition("contacts:")[0] + "contacts: []\n" + "addresses" + TWO.partition("addresses")[2], []),
        (TWO[:-3], [ADA, BEN]),
    ],
    ids=["mistyped", "deleted", "another", "longer", "shouted", "untouched", "all gone", "half-written"],
)
def test_a_contact_who_left_a_broken_file_is_told_nothing_more(
    rules: Path, text: str, expected: list[str], restart: bool
) -> None:
    (rules / "soil.yaml").write_text(TWO)
    memory = Memory()
    files = CallFiles(rules, memory)
    files.reload(NOW)
    (rules / "soil.yaml").write_text(text)
    loaded = (CallFiles(rules, memory) if restart else files).reload(NOW)
    assert titles(loaded) == BOTH, "the call goes on"
    assert told(loaded) == expected
    assert all(call.contacts for call in loaded.calls), "and letters name somebody to turn to"
    (rules / "soil.yaml").write_text(TWO)
    assert told(files.reload(NOW)) == [ADA, BEN], "who is back in the file is told again"
    (rules / "soil.yaml").unlink()
    assert told(files.reload(NOW)) == [ADA, BEN], "a file that is gone may have been moved by accident"


def test_a_deadline_is_moved_in_its_file_and_nowhere_else(rules: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    real.write_text((rules / "soil.yaml").read_text().replace("deadline:", "# as agreed\ndeadline:"))
    (rules / "soil.yaml").unlink()
    (rules / "soil.yaml").symlink_to(real)
    real.chmod(0o640)
    files = CallFiles(rules)
    files.reload(NOW)
    for _ in range(2):
        assert files.move_deadline("soil", date(2027, 3, 20), None).deadline.day == date(2027, 3, 20)
    assert "# as agreed\ndeadline: 2027-03-20\n" in real.read_text()
    assert (real.stat().st_mode & 0o777, (rules / "soil.yaml").is_symlink()) == (0o640, True)
    assert sorted(path.name for path in rules.iterdir()) == ["soil.yaml", "water.yaml"]
    assert {call.slug: call.deadline.day.month for call in files.reload(NOW).calls} == {"soil": 3, "water": 2}
    with pytest.raises(MailbotError):
        files.move_deadline("air", date(2027, 3, 20), None)
