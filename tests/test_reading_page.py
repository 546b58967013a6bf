"""docs/reading.md: what the page shows is what `mailbot read` prints, and its table is that of the page on confidence."""

import re
from pathlib import Path

import pytest

from mailbot.demo.stage import SERVER
from tests.commands.conftest import Mailbot, mailbot  # noqa: F401

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reading.md").read_text(encoding="utf-8")


def _blocks(page: str) -> str:
    return "\n\n".join(re.findall(r"```text\n(.*?)\n```", page, re.DOTALL))


def _shown(lines: str) -> list[str]:
    return [line for line in lines.splitlines() if line]


def test_the_page_shows_what_is_printed(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(ROOT)
    said = mailbot("read", "docs/reading.eml", "--trust", SERVER, "--call", "rules/ran-mental-health-2021.yaml")
    assert (said.code, said.err) == (0, "")
    assert _shown(said.out) == _shown(_blocks(PAGE))


def test_both_pages_have_the_same_table_of_confidence() -> None:
    table = re.findall(r"^\|.*\d\.\d\d.*\|$", (ROOT / "docs/confidence.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert table
    assert [row for row in table if row not in PAGE] == []


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md"])
def test_the_page_can_be_found(page: str) -> None:
    assert "docs/reading.md" in (ROOT / page).read_text(encoding="utf-8")
