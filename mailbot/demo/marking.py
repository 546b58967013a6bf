"""Marking: every letter of the demo says so, in its subject and before anything else."""

import shutil
from pathlib import Path
from typing import Any

from mailbot.core.letter import Letter, LetterKind, Letters

MARK = "[Demo] "

_MARK = {
    "de": "Dieser Brief gehört zur Demo von mailbot. Er wurde niemandem geschickt.",
    "en": "This letter is part of the mailbot demo. It was sent to nobody.",
    "fr": "Cette lettre fait partie de la démonstration de mailbot. Elle n’a été envoyée à personne.",
}


def mark_templates(source: Path, target: Path) -> None:
    """The letters that come with mailbot, each marked."""
    shutil.copytree(source, target)
    for file in (target / "mail").glob("*/*.txt"):
        subject, _, body = file.read_text(encoding="utf-8").partition("\n\n")
        if not subject.startswith("Subject: "):
            continue  # a part that letters share
        subject = subject.replace("Subject: ", f"Subject: {MARK}", 1)
        file.write_text(f"{subject}\n\n{_mark(file.stem)}\n\n{body}", encoding="utf-8")


class MarkedLetters(Letters):
    """Letters that are marked where their words come from no template, as those of a digest do. The templates are ours, each
    with its mark, and need no looking through, which takes a second."""

    def __init__(self, *parts: Any, ours: bool = True) -> None:  # noqa: ARG002
        super().__init__(*parts, ours=True)

    def briefing(self, kind: LetterKind, content: tuple[str, str, str], recipient: str, **more: Any) -> Letter | None:
        """As in Letters."""
        if kind is LetterKind.digest:
            subject, text, html = content
            mark = _mark(more["language"])
            content = MARK + subject, f"{mark}\n\n{text}", html.replace("<h1", f"<p>{mark}</p>\n<h1", 1)
        return super().briefing(kind, content, recipient, **more)


def _mark(language: str) -> str:
    return _MARK.get(language, _MARK["en"])
