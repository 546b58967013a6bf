"""The wheel: installed into an empty environment from the lock, away from the checkout, it has all it needs."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def call(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Standard output; what went wrong is in the assertion."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MAILBOT_", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=cwd, env=kept | environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("mailbot-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the programs of a new environment that holds the locked libraries and the wheel."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    python = home / "bin" / "python"
    call(sys.executable, "-m", "venv", home, cwd=home.parent)
    packages = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home.parent).strip()
    for library in locked():
        take_along(library, Path(packages))
    call(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=home.parent)
    return home / "bin"


def locked() -> list[Distribution]:
    """The libraries of the lock for running, as they stand in this environment: no network is needed."""
    lines = re.findall(
        r"^([a-z0-9-]+)==(\S+)(?: ; (.*))? \\$", (ROOT / "requirements" / "runtime.txt").read_text(), re.MULTILINE
    )
    wanted = {name: version for name, version, marker in lines if not marker or Marker(marker).evaluate()}
    found = [distribution(name) for name in wanted]
    assert len(found) > 20
    assert {canonicalize_name(library.name): library.version for library in found} == wanted
    return found


def take_along(library: Distribution, packages: Path) -> None:
    for file in library.files or ():
        source, target = Path(str(library.locate_file(file))), packages / file
        if ".." not in file.parts and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def test_templates_and_rules_travel_in_the_wheel(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    wanted = {
        f"mailbot/_data/{path.relative_to(ROOT)}"
        for folder in ("templates", "rules")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert wanted
    assert wanted <= held
    assert not [path for path in held if path.startswith(("tests/", "requirements/"))]


def test_the_wheel_holds_everything_of_the_package_that_is_not_code(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    tracked = call("git", "ls-files", "mailbot", cwd=ROOT).split("\n") if (ROOT / ".git").exists() else []
    assert [path for path in tracked if path and path not in held] == []


def test_templates_and_rules_are_found_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = (
        "from mailbot.resources import *; print(*sorted(p.name for p in example_rules_dir().iterdir())); print(templates_dir())"
    )
    names, templates = call(installed / "python", "-c", code, cwd=tmp_path).splitlines()
    assert "ran-mental-health-2021.yaml" in names.split()
    assert Path(templates).is_relative_to(installed.parent)


def test_a_folder_to_start_from_can_be_made_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    call(installed / "mailbot", "init", "my-call", cwd=tmp_path)
    assert (tmp_path / "my-call" / "mailbot.toml").is_file()
    assert list((tmp_path / "my-call" / "rules").glob("*.yaml"))


def test_the_demo_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    told = call(installed / "mailbot", "demo", "--exit", cwd=tmp_path)
    assert "mailbot init" in told.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []
