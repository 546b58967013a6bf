"""Deployment: the container and the unit give mailbot what it needs and nothing else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()
UNIT = ROOT / "deploy" / "mailbot.service"


def instructions(word: str) -> list[str]:
    return re.findall(rf"^{word} (.*)$", DOCKERFILE, re.MULTILINE)


def test_the_image_runs_as_nobody_in_particular_and_without_a_shell() -> None:
    assert instructions("USER") == ["mailbot"]
    assert instructions("ENTRYPOINT") == ['["mailbot"]']
    assert instructions("CMD") == ['["run"]']
    assert instructions("HEALTHCHECK")[0].endswith('CMD ["mailbot", "check", "--live"]')
    assert instructions("VOLUME") == ["/var/lib/mailbot"]


def test_what_the_image_copies_is_there_and_nothing_else_reaches_the_builder() -> None:
    copied = {path.split("/")[0] for line in instructions("COPY") if "--from" not in line for path in line.split()[:-1]}
    allowed = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert copied == set(allowed)
    assert all((ROOT / path).exists() for path in copied)
    assert (ROOT / ".dockerignore").read_text().splitlines()[1] == "*"


def test_the_composed_service_is_read_only_but_for_its_data() -> None:
    service = YAML(typ="safe").load(ROOT / "compose.yaml")["services"]["mailbot"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert [volume for volume in service["volumes"] if not volume.endswith(":ro")] == ["data:/var/lib/mailbot"]


def test_the_unit_keeps_to_itself() -> None:
    """systemd's own measure, from 0 for nothing to fear to 10; without systemd the file's strictest lines have to do."""
    assert "DynamicUser=yes" in UNIT.read_text()
    assert "LoadCredential=mailbox.password:" in UNIT.read_text()
    if shutil.which("systemd-analyze"):
        told = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", "--no-pager", str(UNIT)],
            capture_output=True,
            text=True,
            check=False,
        )
        exposure = re.search(r"Overall exposure level for \S+: ([0-9.]+)", told.stdout)
        if exposure is None:
            pytest.skip(f"this systemd cannot judge a unit offline: {told.stderr.strip()[:80]}")
        assert float(exposure[1]) <= 2.0
