"""`mailbot call new`: a call file written by asking for its fields one by one. What is wrong is asked again at once."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from mailbot.commands.call_words import word
from mailbot.errors import MailbotError, Problems, one_line
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.settings import Settings
    from mailbot.terminal import Terminal

_WELL: dict[str, Any] = {
    "slug": "a-call",
    "title": "A call",
    "zone": "UTC",
    "questions": [{"id": "one", "text": "What do you think of the first thing that is asked here?"}],
    "deadline": "2027-02-17",
    "contacts": [{"name": "Ada Example", "address": "ada@example.org"}],
    "addresses": ["call@calls.example.org"],
}
"""What stands in for fields that were not asked yet, so that each can be judged as soon as it is given."""
_ORDER = (
    "slug",
    "title",
    "language",
    "zone",
    "meetings",
    "questions",
    "deadline",
    "contacts",
    "addresses",
    "channel",
    "form",
    "places",
)
_MOST = 100  # questions, contacts or meetings


@dataclass
class _Asking:
    """The fields as given so far."""

    terminal: "Terminal"
    given: dict[str, Any] = field(default_factory=dict)

    def ask(self, name: str, words: str, default: str = "", *, may_be_empty: bool = False) -> None:
        """One field, until it is right."""
        while True:
            answer = self.terminal.asked(words, default)
            if not answer and may_be_empty:
                return
            if self.takes(name, answer):
                return

    def ask_list(self, name: str, words: Callable[[int], str], item: Callable[[str], Any], least: int = 0) -> None:
        """A field of several items, until an empty line."""
        items: list[Any] = []
        while len(items) < _MOST:
            answer = self.terminal.asked(words(len(items) + 1))
            if not answer and len(items) >= least:
                return
            if answer and self.takes(name, [*items, item(answer)]):
                items = self.given[name]

    def takes(self, name: str, value: Any) -> bool:
        """Keep a value that a call file may have there; else say what is wrong with it."""
        from mailbot.core.call import parse_call
        from mailbot.core.call_text import call_text

        try:
            parse_call(call_text({**_WELL, **self.given, name: value}), "this")
        except Problems as wrong:
            for problem in wrong.problems:
                self.terminal.note(f"  {problem.what}" + (f": {problem.mend}" if problem.mend else ""))
            return False
        self.given[name] = value
        return True


@word("new", "")
def new(ctx: typer.Context) -> None:
    """Write a call file by answering a question for each field. The call is a draft until `mailbot call open`."""
    from mailbot.commands import surroundings
    from mailbot.core.call_text import call_text

    session: Session = ctx.obj
    if not session.terminal.interactive:
        mend = "run it on a terminal; or copy a file of rules/, or `mailbot draft` one from the announcement"
        raise WrongUse("nobody can be asked here", mend=mend)
    settings, now = surroundings.settings_if_any(session), datetime.now(UTC)
    folder = settings.folders.rules if settings is not None else Path("rules")
    asking = _Asking(session.terminal)
    try:
        _ask(asking, folder, settings, now)
    except EOFError:
        raise WrongUse("the questions were not all answered", mend="nothing was written; begin again") from None
    slug = asking.given["slug"]
    text = call_text({name: asking.given[name] for name in _ORDER if name in asking.given})
    place(session, slug, text, folder, "written by `mailbot call new`", now)
    session.terminal.changed(f"Wrote {one_line(folder / f'{slug}.yaml')}; rules/README.md explains what else it may say.")
    if settings is not None:
        session.terminal.changed(f"It is a draft. Next: mailbot call open {slug} --why 'announced today'")


def place(session: "Session", slug: str, text: str, folder: Path, why: str, now: datetime, who: str = "operator") -> None:
    """A new call file in the folder, and a draft from its first moment on where there is a database to say so."""
    from mailbot.commands import surroundings
    from mailbot.core.life import State
    from mailbot.disk import RealDisk

    path, disk = folder / f"{slug}.yaml", RealDisk()
    if path.exists():
        raise MailbotError(f"{one_line(path)} is there already", mend="nothing was changed; give the call another short name")
    if surroundings.settings_if_any(session) is not None:
        with surroundings.app(session) as app:
            known = app.store.standings().get(slug)
            if known is not None and known.state is not State.archived:
                mend = "give the new one another short name"
                raise MailbotError(f"there is a call {slug}, which is {known.state}", mend=mend)
            app.store.change_state(slug, known.state if known is not None else None, State.draft, now, who, why)
    disk.make_folder(folder)
    aside = folder / f".{slug}.yaml.part"
    disk.write(aside, [text.encode()])
    disk.rename(aside, path)
    disk.flush_folder(folder)


def _ask(asking: _Asking, folder: Path, settings: "Settings | None", now: datetime) -> None:
    from mailbot.core.call_text import id_of, slug_of

    asking.ask("title", "Its title, as announced:")
    while True:
        asking.ask("slug", "A short name, for its file and for commands:", slug_of(asking.given["title"], now.year))
        if not (folder / f"{asking.given['slug']}.yaml").exists():
            break
        asking.terminal.note("  there is a call of that name already")
    asking.ask("language", "Its language, two letters:", "en")
    asking.ask("zone", "The place whose clocks are meant, or AoE for anywhere on earth:", _zone_here())
    asking.ask("deadline", "The last day for answers, such as 2027-02-17, or 2027-02-17 17:00:")
    asking.ask_list("meetings", lambda _: "A meeting, such as 2027-03-10 13:00-16:00, online (empty: no more):", str)
    ids: list[str] = []

    def question(text: str) -> dict[str, str]:
        ids[:] = [one["id"] for one in asking.given.get("questions", [])]
        required = asking.terminal.asked("  Is an answer to it needed?", "yes").casefold() not in {"n", "no"}
        return {"id": id_of(text, ids), "text": text} | ({} if required else {"required": "false"})

    asking.ask_list("questions", lambda n: f"Question {n}, word for word{_empty(n)}:", question, least=1)
    asking.ask_list(
        "contacts",
        lambda n: f"Contact {n}, the name{_empty(n)}:",
        lambda name: {"name": name, "address": asking.terminal.asked("  Their e-mail address:")},
        least=1,
    )
    _ask_for_ways(asking, settings)
    asking.ask("places", "How many can take part, a number (empty: not said):", may_be_empty=True)


def _ask_for_ways(asking: _Asking, settings: "Settings | None") -> None:
    """Where answers go: addresses, and a form."""
    ours = settings.mail.address if settings is not None else ""
    while not asking.takes("addresses", [asking.terminal.asked("The address that answers are sent to:", ours)]):
        pass
    form = asking.terminal.asked("Is there a form as well? Its address, beginning with https:// (empty: none):")
    while form:
        only = asking.terminal.asked("  Should everybody use the form, rather than mail?", "no").casefold() in {"y", "yes"}
        asking.given["channel"] = "form" if only else "both"
        if asking.takes("form", form):
            return
        del asking.given["channel"]
        form = asking.terminal.asked("  Its address (empty: none):")


def _empty(n: int) -> str:
    return " (empty: no more)" if n > 1 else ""


def _zone_here() -> str:
    """The zone of this machine, where it has the name of a place."""
    from mailbot.core.when import zone_info

    linked = os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    for name in (os.environ.get("TZ", ""), linked):
        try:
            zone_info(name)
        except ValueError:
            continue
        if name and not name.startswith("Etc/"):
            return name
    return "UTC"
