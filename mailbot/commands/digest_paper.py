"""`mailbot digest CALL --input-paper`: the answers without who gave them, checked by a person before they leave."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session

_EXAMPLE = "mailbot digest CALL --input-paper --to check.xlsx"


def paper(session: "Session", slug: str, checked: Path | None, to: Path | None, who: str, *, late: bool = False) -> None:
    """Without `checked` the check is written to `to`, an .xlsx; with it the paper, a .docx or .md. who: for the audit trail."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some

    if to is None:
        raise WrongUse("no file is named", mend=f"`{_EXAMPLE}` writes the check that a person looks over")
    if checked is None and to.suffix.casefold() in {".docx", ".md"}:
        raise WrongUse("the paper is made of a check that a person has looked over", mend=f"first `{_EXAMPLE}`")
    if checked is not None and to.suffix.casefold() not in {".docx", ".md"}:
        raise WrongUse("the paper is a .docx or an .md", mend="--to paper.docx")
    with surroundings.app(session) as app:
        its = surroundings.call(app, slug)
        if checked is None:
            from mailbot.inputpaper import write_check

            answers = write_check(app.store, its, to, app.key, late=late)
            session.terminal.record(call=its.slug, check=str(to), answers=answers)
            session.terminal.changed(_next(its.slug, to, answers))
            return
        from mailbot.inputpaper import write_paper

        made = write_paper(app.store, its, checked, to, app.key, datetime.now(UTC), who)
        by_question = [len(answers) for _, answers in made.sections]
        session.terminal.record(call=its.slug, paper=str(to), answers=made.answers, by_question=by_question)
        session.terminal.changed(
            f"{to} has {some(made.answers, 'answer')}. Nothing in it says who gave them; delete {checked} now."
        )


def _next(slug: str, to: Path, answers: int) -> str:
    from mailbot.commands.words import some

    return (
        f"{to} has {some(answers, 'answer')} beside redacted copies. Look over each copy, put an x into `release?` where it "
        f"may leave, and then: mailbot digest {slug} --input-paper --checked {to} --to paper.docx"
    )
