"""Resources: where templates and example call files are, in a checkout as in an installed wheel."""

from pathlib import Path

from mailbot.errors import MailbotError

_PACKAGE = Path(__file__).parent
_FROM_THE_FIRST = frozenset({"acknowledgement", "notice", "layout.html"})
"""What a folder of somebody's own must have; for letters that came later, ours stand in."""


def templates_dir() -> Path:
    """Folder of the letters that come with mailbot; `mail/` and others stand in it."""
    return _folder("templates")


def letter_templates(folder: Path | None = None) -> dict[str, str]:
    """`<letter>/<language>.txt` or `layout.html` to text. folder: the operator's own templates in place of ours.

    Raises MailbotError when there are none, or when they stand as they did before each letter had its folder.
    """
    mail = (folder or templates_dir()) / "mail"
    for path in sorted(mail.glob("*.*.txt")):
        letter, language, _ = path.name.split(".", 2)
        raise MailbotError(f"{path} is not read: each letter has its folder", mend=f"rename it to {letter}/{language}.txt")
    texts = _texts(mail)
    if not texts:
        raise MailbotError(f"no letters in {mail}", mend="correct folders.templates, or leave it out")
    here = {name.partition("/")[0] for name in texts} | _FROM_THE_FIRST
    return texts | {name: text for name, text in _texts(templates_dir() / "mail").items() if name.partition("/")[0] not in here}


def _texts(mail: Path) -> dict[str, str]:
    files = sorted([*mail.glob("*.html"), *mail.glob("*/*.txt")])
    return {path.relative_to(mail).as_posix(): path.read_text(encoding="utf-8") for path in files}


def page_templates(folder: Path | None = None) -> dict[str, str]:
    """`place/<language>.txt`, `page.html` and `style.css` to text. folder: the operator's own, each file in place of ours."""
    texts: dict[str, str] = {}
    for page in [templates_dir() / "page", *([folder / "page"] if folder is not None else [])]:
        files = sorted([*page.glob("*.html"), *page.glob("*.css"), *page.glob("*/*.txt")])
        texts |= {path.relative_to(page).as_posix(): path.read_text(encoding="utf-8") for path in files}
    return texts


def chart_font() -> Path:
    """The font that draws the words in charts; its licence stands beside it."""
    return templates_dir() / "charts" / "DejaVuSansCondensed.ttf"


def example_rules_dir() -> Path:
    """Folder of the two example calls."""
    return _folder("rules")


def _folder(name: str) -> Path:
    """The wheel carries both within the package (pyproject.toml); in a checkout they stand beside it, for people to edit."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
