"""`mailbot migrate`: bring the database to this version, after a copy of it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from mailbot.commands.making import single

if TYPE_CHECKING:
    from mailbot.cli import Session

app, _command = single("migrate")
APPS = {"migrate": app}


@_command
def migrate(ctx: typer.Context) -> None:
    """Bring the database to this version of mailbot, after a copy of it. Can be repeated; a newer one is refused."""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    settings = surroundings.settings(session)
    from mailbot.store.opening import migrate as upgrade

    done = upgrade(settings.database().reveal(), datetime.now(UTC))
    backup = str(done.backup) if done.backup else None
    session.terminal.record(from_version=done.from_version, to_version=done.to_version, changed=done.changed, backup=backup)
    if not done.changed:
        session.terminal.changed(f"Nothing to do: the database has schema {done.to_version}.")
        return
    copied = f"; the copy from before is {backup}" if backup else ""
    session.terminal.changed(f"Schema {done.from_version or 'none'} brought to {done.to_version}{copied}.")
