"""Where each call stands and how it came there: steps that follow from time and from its file, and the versions it has had."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from mailbot.callfiles import WHO, Loaded
from mailbot.core.announced import Version
from mailbot.core.call import parse_call
from mailbot.core.life import BY_ITSELF, FILE_MOVED, Standing, State, by_itself
from mailbot.errors import Problems
from mailbot.store import AuditEntry, Store

BROKEN, MENDED = "file-broken", "file-mended"
_FILE = (BROKEN, MENDED)


def follow(store: Store, loaded: Loaded, now: datetime) -> Mapping[str, Standing]:
    """Make the steps that are due, note files that broke or are well again, and give where each call stands, by slug.

    Repeatable, and harmless when two do it at once: each step names the state that it leaves.
    """
    standings: Mapping[str, Standing] = store.standings()
    for call in loaded.calls:
        while step := by_itself(standings.get(call.slug), call, now):  # found after its deadline, it opens and closes
            standings = _step(store, standings, call.slug, step, now)
    for slug in loaded.ended & standings.keys():
        if standings[slug].state is not State.archived:
            standings = _step(store, standings, slug, (State.archived, FILE_MOVED), now)
    _note_files(store, loaded, now)
    return standings


def versions(store: Store, slug: str) -> tuple[Version, ...]:
    """The versions that a call has had, oldest first; one that only another release of mailbot can read is left out."""
    found: list[Version] = []
    for kept in store.call_versions(slug):
        with suppress(Problems):
            found.append(Version(parse_call(kept.text, f"{slug}.yaml"), kept.kept_at))
    return tuple(found)


def _step(
    store: Store, standings: Mapping[str, Standing], slug: str, step: tuple[State, str], now: datetime
) -> Mapping[str, Standing]:
    before = standings[slug].state if slug in standings else None
    store.change_state(slug, before, step[0], now, BY_ITSELF, step[1])
    return store.standings()


def _note_files(store: Store, loaded: Loaded, now: datetime) -> None:
    in_use = {call.slug for call in loaded.calls}
    for slug, problem in loaded.broken.items():
        goes_on = "the last good version stays in use" if slug in in_use else "this call is not in use"
        store.tell(AuditEntry(now, WHO, BROKEN, slug, f"{problem}; {goes_on}"), _FILE)
    for call in loaded.calls:
        if call.slug not in loaded.broken:
            last = [entry for entry in store.audit(call.slug) if entry.what in _FILE]
            if last and last[-1].what == BROKEN:
                store.tell(AuditEntry(now, WHO, MENDED, call.slug, "the file is good again"), _FILE)
