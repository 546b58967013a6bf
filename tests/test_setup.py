"""Setting up: what a machine lacks is said in one line, with the mend, and nothing half-made is left."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def interpreter(folder: Path, *, new_enough: bool, makes_venvs: bool) -> Path:
    """A stand-in for an interpreter that can or cannot do what is asked of it."""
    program = folder / "python3"
    answers = f'case "$2" in *version_info*) exit {int(not new_enough)};; *ensurepip*) exit {int(not makes_venvs)};; esac'
    program.write_text(f"#!/bin/sh\n{answers}\nexit 9\n")
    program.chmod(0o755)
    return program


def setup(python: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "tools" / "setup", folder, "requirements/runtime.txt"],
        env=os.environ | {"PYTHON": str(python)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("new_enough", "makes_venvs", "words"),
    [
        (False, True, "mailbot needs Python 3.11 or newer: install it, or name it with PYTHON=/path/to/python3"),
        (True, False, "cannot make virtual environments: apt-get install python3-venv"),
    ],
)
def test_what_is_missing_is_said_in_one_line(new_enough: bool, makes_venvs: bool, words: str, tmp_path: Path) -> None:
    done = setup(interpreter(tmp_path, new_enough=new_enough, makes_venvs=makes_venvs), tmp_path / "venv")
    assert done.returncode == 1
    assert done.stderr.rstrip("\n").endswith(words)
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize("script", ["tools/setup", "tools/servers", ".ci/run"])
def test_scripts_can_be_run_and_stop_at_the_first_error(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert "pipefail" in (ROOT / script).read_text()
    assert subprocess.run(["bash", "-n", ROOT / script], check=False).returncode == 0


def test_make_alone_tells_what_can_be_done() -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make")
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("demo", "test", "check", "simulate", "lock"):
        assert f"make {target}" in told
