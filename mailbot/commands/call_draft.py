"""A call drafted by mail and not open yet: what `mailbot call` and `mailbot calls` say of it, and opening it by hand."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mailbot.errors import MailbotError

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.drafting.plan import Plan
    from mailbot.core.life import State
    from mailbot.store import AuditEntry, KeptDraft
    from mailbot.terminal import Terminal


def waiting(app: "App") -> "list[KeptDraft]":
    """The drafts that nobody has opened or given up, in their newest versions."""
    from mailbot.core.life import State

    in_use = {its.slug for its in app.calls()}
    standings = app.store.standings()
    drafts = [draft for draft in app.store.drafts() if draft.plan.slug not in in_use]
    return [d for d in drafts if d.plan.slug in standings and standings[d.plan.slug].state is State.draft]


def one_waiting(app: "App", slug: str) -> "KeptDraft | None":
    return next((draft for draft in waiting(app) if draft.plan.slug == slug), None)


def shown(session: "Session", slug: str) -> bool:
    """Show the draft of that name; False when there is none."""
    from mailbot.callview import has_database
    from mailbot.commands import surroundings

    settings = surroundings.settings_if_any(session)
    if settings is None or not has_database(settings):
        return False
    with surroundings.app(session) as app:
        draft = one_waiting(app, slug)
        told = app.store.audit(slug)
    if draft is None:
        return False
    session.terminal.record(**as_object(draft), history=[_entry(entry) for entry in told])
    if not session.terminal.json:
        _page(session.terminal, draft, told)
    return True


def as_object(draft: "KeptDraft") -> dict[str, object]:
    """For `--json`: the fields of the call file as far as they are known, and what should be checked."""
    plan = draft.plan
    doubts = [{"field": doubt.field, "why": doubt.why} for doubt in plan.doubts]
    return {"slug": plan.slug, **plan.fields, "state": "draft", "version": draft.version, "doubts": doubts}


def row(draft: "KeptDraft") -> list[str]:
    """For the table of `mailbot calls`."""
    return [draft.plan.slug, "draft", f"{_deadline(draft.plan)} (by mail, version {draft.version})", *[""] * 6]


def turn(app: "App", draft: "KeptDraft", state: "State", who: str, why: str) -> None:
    """Open it without mail, or give it up. Raises MailbotError where that cannot be."""
    from mailbot.core.life import NEXT, State
    from mailbot.drafts import LOCK

    slug, now = draft.plan.slug, datetime.now(UTC)
    if state not in NEXT[State.draft]:
        raise MailbotError(f"{slug} is a draft and cannot become {state} at once", mend="from there it goes to archived, open")
    with app.store.unit(lock=LOCK) as unit:
        if state is State.open:
            app.drafts.open_by_hand(unit, draft, now, who, why)
        else:
            unit.change_state(slug, State.draft, state, now, who, why)


def _deadline(plan: "Plan") -> str:
    return " ".join(str(plan.fields[name]) for name in ("deadline", "zone") if name in plan.fields) or "no deadline known"


def _page(terminal: "Terminal", draft: "KeptDraft", told: "list[AuditEntry]") -> None:
    plan = draft.plan
    terminal.say(str(plan.fields.get("title", "A call without a title")), style="bold")
    facts = {
        "slug": plan.slug,
        "state": f"draft, version {draft.version}: waits for an ok by mail from {', '.join(plan.readers)}",
        "answers to": ", ".join(plan.fields.get("addresses", ())),
        "deadline": _deadline(plan),
        "meetings": "; ".join(plan.fields.get("meetings", ())),
        "places": str(plan.fields.get("places", "")),
        "contacts": ", ".join(f"{contact['name']} ({contact['address']})" for contact in plan.contacts),
    }
    for name, value in facts.items():
        if value:
            terminal.block(value, label=f"{name:<11}")
    for doubt in plan.doubts:
        terminal.block(f"{doubt.field}: {doubt.why}", label=f"{'to check':<11}")
    terminal.say()
    for number, question in enumerate(plan.questions, 1):
        terminal.block(f"{number}. {question['text']}")
    terminal.rule("History")
    for entry in told:
        what = entry.what.removeprefix("state-").replace("-", " ")
        terminal.block(f"{entry.at:%Y-%m-%d %H:%M} UTC  {entry.who}: {what}, {entry.why}")


def _entry(entry: "AuditEntry") -> dict[str, str]:
    return {"at": entry.at.isoformat(), "who": entry.who, "what": entry.what, "why": entry.why}
