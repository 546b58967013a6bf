"""`mailbot call export` and `import`: a call whole, in one file: its own file with the questions, and its letters' wording."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailbot.commands.call_words import Slug, Who, word
from mailbot.errors import MailbotError, one_line

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.settings import Settings

_FORMAT, _MOST_BYTES = 1, 4 * 1024 * 1024
_LETTER = re.compile(r"[a-z_]+/[A-Za-z_]+\.txt|layout\.html")  # no way out of the folder


@word("export", "ran-mental-health-2021 --to call.json")
def export(
    ctx: typer.Context,
    slug: Slug,
    to: Annotated[Path, typer.Option(metavar="FILE", help="a file that is not there yet")],
) -> None:
    """Write a call into one file, whole: as it stands in rules/, with the wording of all letters. Submissions stay here."""
    from mailbot.commands import surroundings
    from mailbot.disk import RealDisk
    from mailbot.resources import letter_templates

    session: Session = ctx.obj
    settings = surroundings.settings_if_any(session)
    its = surroundings.call_without_database(session, slug)
    letters = letter_templates(settings.folders.templates if settings is not None else None)
    whole = {"mailbot_call": _FORMAT, "slug": its.slug, "file": _text(session, settings, its.slug), "letters": letters}
    if to.exists():
        raise MailbotError(f"{one_line(to)} is there already", mend="nothing was changed; name another file")
    RealDisk().write(to, [(json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()])
    session.terminal.record(slug=its.slug, file=str(to), questions=len(its.questions), letters=sorted(letters))
    session.terminal.changed(
        f"Wrote {one_line(to)}: {its.slug} with {len(its.questions)} questions and {len(letters)} letters."
    )


def _text(session: "Session", settings: "Settings | None", slug: str) -> str:
    """The version in use: what stands in the file may be broken."""
    from mailbot.callview import has_database
    from mailbot.commands import surroundings
    from mailbot.resources import example_rules_dir

    if settings is not None and has_database(settings):
        with surroundings.app(session) as app:
            return app.store.kept_calls()[slug]
    folder = (
        settings.folders.rules if settings is not None else Path("rules") if Path("rules").is_dir() else example_rules_dir()
    )
    return (folder / f"{slug}.yaml").read_text(encoding="utf-8")


@word("import", "call.json")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="as `mailbot call export` wrote it")],
    letters: Annotated[bool, typer.Option("--letters", help="take over the wording of its letters too")] = False,
    who: Who = "operator",
) -> None:
    """A call that was exported elsewhere, as a draft. Overwrites no call."""
    from mailbot.commands import surroundings
    from mailbot.commands.call_new import place
    from mailbot.core.call import parse_call

    session: Session = ctx.obj
    whole = _read(file)
    its = parse_call(whole["file"], one_line(file))
    settings = surroundings.settings(session)
    others = _other_letters(settings, whole["letters"])
    if others and letters:
        _refuse_letters(settings, whole["letters"])
    place(
        session, its.slug, whole["file"], settings.folders.rules, f"imported from {one_line(file.name)}", datetime.now(UTC), who
    )
    if others and letters:
        _write_letters(settings, {name: whole["letters"][name] for name in others})
    session.terminal.record(slug=its.slug, state="draft", letters=others if letters else [], other_letters=others)
    session.terminal.changed(f"{its.slug} is here, as a draft: mailbot call open {its.slug} --why … opens it.")
    if others and not letters:
        session.terminal.note(
            f"Worded otherwise there: {', '.join(others)}; import with --letters takes that over for all calls."
        )


def _read(file: Path) -> dict[str, Any]:
    """Raises MailbotError for what `call export` never wrote."""
    mend = "name a file that `mailbot call export` wrote"
    try:
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
        whole = json.loads(raw.decode()) if len(raw) <= _MOST_BYTES else None
    except OSError as error:
        raise MailbotError(f"{one_line(file)}: {error.strerror}", mend=mend) from error
    except (ValueError, RecursionError):
        whole = None
    letters = whole.get("letters") if isinstance(whole, dict) else None
    if not isinstance(whole, dict) or whole.get("mailbot_call") != _FORMAT or not isinstance(whole.get("file"), str):
        raise MailbotError(f"{one_line(file)} is no exported call of this version", mend=mend)
    if not isinstance(letters, dict) or not all(isinstance(text, str) for text in letters.values()):
        raise MailbotError(f"{one_line(file)} has no letters as mailbot writes them", mend=mend)
    return whole


def _other_letters(settings: "Settings", letters: dict[str, str]) -> list[str]:
    from mailbot.resources import letter_templates

    here = letter_templates(settings.folders.templates)
    return sorted(name for name, text in letters.items() if here.get(name) != text)


def _refuse_letters(settings: "Settings", letters: dict[str, str]) -> None:
    """Raises Problems when they could not be sent, MailbotError where there is no place for them. Nothing was written yet."""
    from mailbot.core.templates import Templates
    from mailbot.resources import letter_templates

    if settings.folders.templates is None:
        mend = "set folders.templates to a copy of the templates folder, or import without --letters"
        raise MailbotError("the letters that come with mailbot are not overwritten", mend=mend)
    for name in letters:
        if not _LETTER.fullmatch(name):
            raise MailbotError(f"`{one_line(name)}` is no name of a letter", mend="import without --letters")
    Templates({**letter_templates(settings.folders.templates), **letters})


def _write_letters(settings: "Settings", letters: dict[str, str]) -> None:
    from mailbot.disk import RealDisk

    disk, folder = RealDisk(), Path(str(settings.folders.templates)) / "mail"
    for name, text in letters.items():
        file = folder / name
        disk.make_folder(file.parent)
        disk.write(file.with_name(f".{file.name}.part"), [text.encode()])
        disk.rename(file.with_name(f".{file.name}.part"), file)
        disk.flush_folder(file.parent)
