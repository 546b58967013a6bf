"""`mailbot call` as a group of words: what its modules stand on."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from mailbot.commands.making import group


class _SlugOrWord(TyperGroup):
    """`mailbot call SLUG` is `mailbot call show SLUG`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["show", *args]
        return super().resolve_command(ctx, args)


call_app, word = group(
    "call", "One call. `mailbot call SLUG` shows where it stands, its questions and its history.", cls=_SlugOrWord
)
Slug = Annotated[str, typer.Argument(metavar="SLUG", help="as in `mailbot calls`")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="the reason, kept in the audit trail")]
Who = Annotated[str, typer.Option(metavar="NAME", help="who decided, kept in the audit trail")]
