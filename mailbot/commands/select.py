"""`mailbot select`: scores, places, shortlist, waiting list, decisions; letters are prepared, never sent unseen."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session

select_app, _select = single("select")
APPS = {"select": select_app}

_ACTIONS: Mapping[str, tuple[str, frozenset[str]]] = {
    "": ("select_table", frozenset()),
    "decide": ("select_decide", frozenset()),
    "apply": ("select_decide", frozenset({"--confirm"})),
    "places": ("select_places", frozenset()),
    "accept": ("select_places", frozenset({"--why"})),
    "give-back": ("select_places", frozenset({"--why"})),
    "next": ("select_read", frozenset({"--as"})),
    "score": ("select_read", frozenset({"--as", "--comment"})),
    "sheet": ("select_read", frozenset({"--as", "--to", "--yes"})),
    "import": ("select_read", frozenset({"--as"})),
}
"""What each word does: the module that has `word`, and the options that belong to it."""


@_select
def select(
    ctx: typer.Context,
    call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="what to do; without, the table")] = None,
    as_: Annotated[str, typer.Option("--as", metavar="ADDRESS", help="the reviewer who reads")] = "",
    comment: Annotated[str, typer.Option(metavar="WORDS", help="with score: what to say beside it")] = "",
    why: Annotated[str, typer.Option(metavar="WORDS", help="with accept, give-back: the reason, kept")] = "",
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="with sheet: the .xlsx to write")] = None,
    confirm: Annotated[str, typer.Option(metavar="CALL", help="with apply: do it without asking")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="with sheet: overwrite a file that is there")] = False,
) -> None:
    """Who gets a place: the table of all entries, decisions, places and scores.

    \b
    For organisers, in words as by mail:
      invite 3 7 reserve 4 decline rest
                   note it, send nothing
      undo 4       take it back
      apply        prepare the letters
      places       what was offered
      accept 7     said by telephone,
      give-back 7  and so was this

    \b
    For reviewers, each with --as:
      next         the entry to read
      score 9 relevance=4 first-time=1
      sheet        read it elsewhere
      import FILE  take the sheet back
    """
    from mailbot.commands import surroundings
    from mailbot.commands.choosing import Asked

    session: Session = ctx.obj
    said = words or []
    action = "" if not said else said[0] if said[0] in _ACTIONS else "decide"
    module, allowed = _ACTIONS[action]
    given = {"--as": as_, "--comment": comment, "--why": why, "--to": to, "--confirm": confirm, "--yes": yes}
    for option, value in given.items():
        if value and option not in allowed:
            raise WrongUse(f"{option} does not belong to `{' '.join(said) or 'select'}`", mend="leave it out")
    if "--as" in allowed and not as_:
        raise WrongUse(f"`{said[0]}` is for a reviewer", mend="say who reads: --as name@example.org")
    act: Callable[[Asked], None] = getattr(import_module(f"mailbot.commands.{module}"), _function(action))
    with surroundings.app(session) as app:
        its = surroundings.call(app, call)
        rest = said if action == "decide" else said[1:]
        act(Asked(session.terminal, app, its, rest, datetime.now(UTC), as_, comment, why, to, confirm, yes))


def _function(action: str) -> str:
    return {"": "table", "import": "import_", "give-back": "give_back", "next": "next_"}.get(action, action)
