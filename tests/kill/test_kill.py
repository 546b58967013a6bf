"""SIGKILL at each step and at any moment over 300 mails: nothing lost, nothing twice, every letter with one name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.kill, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder: Path = tmp_path_factory.mktemp("kill")
    command = [sys.executable, "-m", "tests.kill.harness", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    result: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(result))
    return result


def test_the_service_was_killed_at_every_step_and_thirty_times_at_least(left: dict[str, object]) -> None:
    kills = left["kills"]
    assert isinstance(kills, dict)
    assert set(kills) >= {"fetched", "archived", "inside the transaction", "committed", "before smtp", "after 250"}
    assert sum(kills.values()) >= 30


def test_no_mail_is_lost(left: dict[str, object]) -> None:
    assert (left["last_exit"], left["rows"], left["unended"], left["left_in_mailbox"]) == (0, 300, 0, 0)


def test_no_submission_is_there_twice(left: dict[str, object]) -> None:
    assert left["entries"] == left["versions"] == left["distinct"]


def test_every_letter_arrived_and_was_sent_again_only_for_a_kill_after_data(left: dict[str, object]) -> None:
    kills = left["kills"]
    assert isinstance(kills, dict)
    assert left["letters"] == left["accepted_ids"] == left["distinct"]
    assert left["letter_states"] == {"sent": left["letters"]}
    assert left["unknown_ids"] == 0
    assert int(str(left["sent_again"])) <= kills.get("after 250", 0) + kills["any moment"]
