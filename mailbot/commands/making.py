"""How a command is made: plain help that ends with an example, `-h` beside `--help`, and the session within reach."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer

from mailbot.commands import EVERYWHERE, find

Function = TypeVar("Function", bound=Callable[..., Any])

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 96}


def _app(**more: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=_HELP, **more
    )


def single(name: str) -> tuple[typer.Typer, Callable[[Function], Function]]:
    """An app for one command, and the decorator for its function; the docstring becomes the help."""
    app = _app()
    return app, app.command(name, epilog=epilog(name), context_settings=_HELP)


def group(name: str, about: str, **more: Any) -> tuple[typer.Typer, Callable[[str, str], Callable[[Function], Function]]]:
    """An app for a command with words of its own below it (`outbox list`), and what makes the decorator for each: its word,
    and what may stand behind it in an example."""
    app = _app(invoke_without_command=True, help=about, epilog=epilog(name), **more)

    def below(word: str, example: str) -> Callable[[Function], Function]:
        shown = f"\b\nExample:\n  mailbot {name} {word} {example}".rstrip()
        return app.command(word, context_settings=_HELP, epilog=shown)

    return app, below


def epilog(name: str) -> str:
    """The end of a help page: examples that can be pasted, and what every command knows."""
    entry = find(name)
    examples = "\n".join(f"  {line}" for line in entry.examples) if entry else ""
    everywhere = ", ".join(option for option, _ in EVERYWHERE[1:])
    return f"\b\nExample:\n{examples}\n\nEverywhere: {everywhere}"
