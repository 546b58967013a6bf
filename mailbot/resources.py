"""Resources: where templates and example call files are, in a checkout as in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates_dir() -> Path:
    """Folder of the letters that come with mailbot; `mail/` and others stand in it."""
    return _folder("templates")


def example_rules_dir() -> Path:
    """Folder of the two example calls."""
    return _folder("rules")


def _folder(name: str) -> Path:
    """The wheel carries both within the package (pyproject.toml); in a checkout they stand beside it, for people to edit."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
