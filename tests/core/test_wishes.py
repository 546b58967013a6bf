"""What people want is told by their words, in their languages; who only speaks of withdrawing does not withdraw."""

from pathlib import Path

from tests.core.test_reading import mail, reading

WISHES = Path(__file__).with_name("wishes.txt")


def misread(text: str) -> list[str]:
    """The rows that are read otherwise than they say, with what was read."""
    rows = [row.partition(": ") for row in text.splitlines()]
    return [
        f"{wants}, not {found}: {words}"
        for wants, _, words in rows
        if (found := str(reading(mail(f"{words}\n\nKind regards\nJana\n")).intent)) != wants
    ]


def test_what_people_want_is_told_by_their_words() -> None:
    assert misread(WISHES.read_text(encoding="utf-8")) == []
