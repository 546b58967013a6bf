"""Resources: where templates and example call files are, in a checkout as in an installed wheel."""

from pathlib import Path

from mailbot.errors import MailbotError

_PACKAGE = Path(__file__).parent
_LATER = frozenset({"draft", "opened"})
"""Letters that a folder of somebody's own may not have yet: ours stand in for them."""


def templates_dir() -> Path:
    """Folder of the letters that come with mailbot; `mail/` and others stand in it."""
    return _folder("templates")


def letter_templates(folder: Path | None = None) -> dict[str, str]:
    """File name to text of the letters. folder: the operator's own templates in place of ours."""
    mail = (folder or templates_dir()) / "mail"
    files = sorted(mail.glob("*.*"))
    if not files:
        raise MailbotError(f"no letters in {mail}", mend="correct folders.templates, or leave it out")
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    letters = {name.partition(".")[0] for name in texts}
    later = sorted(path for path in (templates_dir() / "mail").glob("*.*") if path.name.partition(".")[0] in _LATER - letters)
    return texts | {path.name: path.read_text(encoding="utf-8") for path in later}


def example_rules_dir() -> Path:
    """Folder of the two example calls."""
    return _folder("rules")


def _folder(name: str) -> Path:
    """The wheel carries both within the package (pyproject.toml); in a checkout they stand beside it, for people to edit."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
