"""The lock: exact versions with hashes, nothing of the machine it was made on, and everything that pyproject.toml asks for."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
LINE = re.compile(r"[a-z0-9-]+==[A-Za-z0-9.+!-]+( ; [A-Za-z_'<>=!. 0-9()]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")


def pinned(lock: str) -> dict[str, set[Version]]:
    """Name to version; two where Python or system decide."""
    found: dict[str, set[Version]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "requirements" / f"{lock}.txt").read_text(), re.MULTILINE):
        found.setdefault(name, set()).add(Version(version))
    return found


def asked(*, dev: bool) -> Iterator[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"].values() if dev else ()
    groups = project["dependency-groups"]["dev"] if dev else ()
    for text in (*project["project"]["dependencies"], *groups, *(text for extra in extras for text in extra)):
        yield Requirement(text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_the_lock_holds_versions_and_hashes_and_nothing_else(lock: Path) -> None:
    assert [line for line in lock.read_text().splitlines() if not LINE.fullmatch(line)] == []


@pytest.mark.parametrize(("lock", "dev"), [("runtime", False), ("dev", True)])
def test_the_lock_satisfies_what_pyproject_asks_for(lock: str, dev: bool) -> None:
    held = pinned(lock)
    for wanted in asked(dev=dev):
        versions = held.get(canonicalize_name(wanted.name), set())
        assert versions, f"{wanted.name} is not in {lock}.txt: make lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted} against {versions}: make lock"


def test_tests_run_with_the_versions_that_are_shipped() -> None:
    dev = pinned("dev")
    assert {name: versions for name, versions in pinned("runtime").items() if dev.get(name) != versions} == {}


def test_every_direct_dependency_has_a_lower_bound() -> None:
    for wanted in asked(dev=True):
        assert any(bound.operator in {">=", "=="} for bound in wanted.specifier), f"{wanted} may go back in time"


@pytest.mark.parametrize(
    ("name", "floor"),
    [("aiosmtplib", "5.1.3"), ("imapclient", "4.1"), ("mail-parser", "4.8"), ("apscheduler", "3.11"), ("mammoth", "1.11")],
)
def test_libraries_with_known_faults_have_their_floor(name: str, floor: str) -> None:
    """aiosmtplib: GHSA-v3q9-hj7j-63hq (control characters in MAIL and RCPT), GHSA-vxj7-4xrp-5vr4 (text before STARTTLS).
    mammoth: CVE-2025-11849 (reads local files that a document names)."""
    wanted = next(w for w in asked(dev=False) if w.name == name)
    assert not wanted.specifier.contains(Version(f"{floor}.dev0"), prereleases=True)
    assert all(version >= Version(floor) for version in pinned("runtime")[name])
