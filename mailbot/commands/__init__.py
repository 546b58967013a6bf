"""Every command: its name, the group it stands in, one sentence, an example, and the module that is imported when it is called.

The list is data so that `mailbot` alone answers at once; help, docs and tests read it too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """examples: lines that can be pasted as they are; a test runs them. begin: said before anything is loaded, by commands
    that take their time. safe: said after Ctrl-C."""

    name: str
    group: str
    summary: str
    examples: tuple[str, ...]
    module: str
    begin: str = ""
    safe: str = "Nothing was changed."


_KEPT = "Nothing is lost: what was begun is safe to repeat, run it again."
_SLUG = "ran-mental-health-2021"

COMMANDS: tuple[Entry, ...] = (
    Entry(
        "demo",
        "Begin",
        "see it work: two calls, a mailbox of replies, the acknowledgements",
        ("mailbot demo --exit",),
        "demo",
        "Setting up two calls, a mailbox of replies and a relay, on this machine only …",
    ),
    Entry("init", "Begin", "a folder to start from: settings and one example call", ("mailbot init my-call",), "init"),
    Entry(
        "check",
        "Begin",
        "can it work? settings, mailboxes, relay, database, clock",
        ("mailbot check", "mailbot check --list"),
        "check",
    ),
    Entry(
        "draft",
        "Begin",
        "an announcement (text, HTML, eml, pdf, docx) to a call file; doubts are marked",
        ("mailbot draft announcement.txt", "mailbot draft page.html -o rules"),
        "draft",
    ),
    Entry("run", "Work", "the service: fetch, read, record, acknowledge", ("mailbot run",), "work", "Starting …", _KEPT),
    Entry("once", "Work", "one round of everything that is due, then end", ("mailbot once",), "work", "Starting …", _KEPT),
    Entry("read", "Look", "what would mailbot make of these mails? changes nothing", ("mailbot read reply.eml",), "read"),
    Entry("calls", "Look", "the calls and where each stands", ("mailbot calls",), "calls"),
    Entry(
        "call",
        "Look",
        "one call: state, questions, history; `call new`, open, close, export",
        (f"mailbot call {_SLUG}", "mailbot call --schema"),
        "call",
    ),
    Entry("submissions", "Look", "who answered a call", (f"mailbot submissions {_SLUG}",), "submissions"),
    Entry(
        "show",
        "Look",
        "one submission with its history and source; --proof FILE proves when it came",
        ("mailbot show BVZR-S6G8-SVN3", "mailbot show BVZR-S6G8-SVN3 --proof proof.zip"),
        "show",
    ),
    Entry(
        "questions",
        "Look",
        "what candidates asked the organisers, and what waits for an answer",
        (f"mailbot questions {_SLUG}",),
        "questions",
    ),
    Entry(
        "export",
        "Look",
        "the entries of a call as csv, xlsx or json, or the call whole as zip",
        (f"mailbot export {_SLUG} --to entries.xlsx", f"mailbot export {_SLUG} --to {_SLUG}.zip"),
        "export",
    ),
    Entry(
        "digest",
        "Look",
        "what the contacts of a call would be told now; --input-paper: answers without names",
        (f"mailbot digest {_SLUG}", f"mailbot digest {_SLUG} --preview digest.html"),
        "digest",
    ),
    Entry(
        "select",
        "Act",
        "scores, places, shortlist, waiting list, decisions; letters are prepared, never sent unseen",
        (f"mailbot select {_SLUG}", f"mailbot select {_SLUG} invite 1 2 reserve 3", f"mailbot select {_SLUG} places"),
        "select",
    ),
    Entry("outbox", "Act", "letters waiting, failed, uncertain", ("mailbot outbox", "mailbot outbox retry 12"), "outbox"),
    Entry("quarantine", "Act", "mail kept for a person", ("mailbot quarantine", "mailbot quarantine release 7"), "quarantine"),
    Entry(
        "withdraw",
        "Act",
        "take an entry back for who wrote it, or undo that",
        ("mailbot withdraw BVZR-S6G8-SVN3 --why 'she telephoned'",),
        "withdraw",
    ),
    Entry(
        "migrate", "Operate", "bring the database to this version, after a copy", ("mailbot migrate",), "migrate", safe=_KEPT
    ),
)

EVERYWHERE = (
    ("-h, --help", "what a command does, with an example"),
    ("--json", "JSON Lines on standard output, nothing else there"),
    ("-q, --quiet", "no word when all is well"),
    ("-v, --verbose", "reasons too"),
    ("--no-input", "never ask"),
    ("--config FILE", "the settings (default: $MAILBOT_SETTINGS, else mailbot.toml in this folder)"),
)


def find(name: str) -> Entry | None:
    return next((entry for entry in COMMANDS if entry.name == name), None)
