"""The files of templates/mail, read and checked before the first letter, and filled in without a way out.

They run in a sandbox and see only the words they are given. Whatever a text puts in is one neutral line, except quotes,
which carry `> ` before each line; whatever the layout puts in is escaped.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, Undefined, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.core import plain, wording
from mailbot.errors import Problem, Problems, UnsafeToSend

_EVERY = frozenset({"call", "contact", "deadline", "open", "reference", "slug", "team"})
_BRIEFING = frozenset({"call", "slug", "team", "token", "until"})
NAMES: Mapping[str, frozenset[str]] = {
    "acknowledgement": frozenset({
        "after_withdrawal", "answered", "apology", "attachments", "attachments_form", "call", "closed", "confirmed",
        "contact", "deadline", "earlier_unconfirmed", "form", "form_wanted", "further", "held", "includes_earlier",
        "kept_apart", "late_by", "meetings", "missing", "missing_count", "more_words", "open", "outage", "placed",
        "prose", "prose_cut", "questions", "received", "reference", "refused", "set_aside", "set_aside_count", "team",
        "timeliness", "unreadable",
    }),
    "draft": frozenset({
        "address", "address_known", "address_used", "audience", "can_open", "channel", "contacts", "deadline", "deadline_day",
        "deadline_utc", "doubts", "form", "language_name", "meetings", "missing", "occasion", "over", "places", "printed",
        "questions", "readers", "several", "slug", "team", "title", "unclear", "version", "with_ok", "without_address", "wrong",
    }),
    "opened": frozenset({"address", "already", "deadline", "deadline_utc", "kept", "slug", "team", "title", "who"}),
    "notice": frozenset({"call", "mend", "subject", "what", "when"}),
    "withdrawal": _EVERY | {"received", "token", "until"},
    "withdrawn": _EVERY | {"at", "by_team", "token", "until"},
    "restored": _EVERY | {"by_team"},
    "confirm": _EVERY | {"received", "sender", "token", "until"},
    "thanks": _EVERY | {"received", "what"},
    "passed_on": _EVERY | {"people", "received"},
    "question": _EVERY | {"copied", "cut", "has_entry", "received", "sender", "words"},
    "reminder": _EVERY | {"added", "answered_count", "days", "left", "missing", "missing_count"},
    "extended": _EVERY | {"before"},
    "invitation": _EVERY | {"again", "calendar", "from_waiting", "link", "meetings", "token", "until"},
    "waitlist": _EVERY | {"late", "rank", "rule", "token", "within"},
    "hold": _EVERY,
    "decline": _EVERY | {"why"},
    "accepted": _EVERY | {"calendar", "meetings", "token"},
    "given_back": _EVERY | {"calendar", "what"},
    "expired": _EVERY | {"calendar", "token", "until"},
    "cancelled": _EVERY | {"calendar", "what", "why"},
    "digest": frozenset({"blocks", "call_language", "direction", "language", "title"}),
    "preview": _BRIEFING | {
        "after", "at_once", "can_ok", "changed", "close", "composition", "extend", "free", "groups", "occasion", "places",
        "remind", "reopened", "snags", "taken", "taken_from", "targets", "too_many", "unclear",
    },
    "batch": _BRIEFING | {"count", "dropped", "groups", "occasion", "within"},
    "shown": _BRIEFING | {"entries", "snags", "with_answers"},
    "unclear": _BRIEFING | {"occasion", "snags", "unclear"},
    "done": _BRIEFING | {"closed", "dropped", "extended", "occasion", "reminded", "sent", "snags", "unclear", "undone"},
    "layout": frozenset({
        "answer_language", "blocks", "call_language", "contact", "direction", "language", "link", "page", "title",
    }),
}  # fmt: skip
"""What each letter may use; templates/README.md says what they mean."""

_NEEDED = ("acknowledgement/en.txt", "notice/en.txt", "layout.html")
_MEND = "templates/README.md shows how letters are written"


class Templates:
    """All letters and the layout of their HTML. templates: `<letter>/<language>.txt` or `layout.html` to text.

    ours: they are those that come with mailbot, which its tests have looked through; it takes a second that every command
    would pay. Problems, all at once: a file that is missing or cannot be read, a language nobody knows, a name that nothing
    fills.
    """

    def __init__(self, templates: Mapping[str, str], *, ours: bool = False) -> None:
        problems = [Problem(name, None, "is missing", "mailbot cannot write letters without it") for name in _NEEDED]
        problems = [problem for problem in problems if problem.file not in templates]
        text, html = _environment(templates, html=False), _environment(templates, html=True)
        self._environments = {name: html if name.endswith(".html") else text for name in templates}
        looked_at = {} if ours else templates
        problems += [problem for name, source in looked_at.items() for problem in _looked_through(name, source)[0]]
        problems += [problem for name, source in looked_at.items() for problem in _not_there(name, source, templates)]
        if problems:
            raise Problems(problems)

    def languages(self, letter: str) -> frozenset[str]:
        """Those in which this letter is written."""
        return frozenset(_parted(name)[1] for name in self._environments if name.startswith(f"{letter}/"))

    def language(self, letter: str, *wished: str | None) -> str:
        """The first of these in which the letter is written, else English."""
        written = self.languages(letter)
        return next((language for language in wished if language and language in written), "en")

    def letter(self, name: str, words: Mapping[str, object]) -> tuple[str, tuple[plain.Block, ...]]:
        """The subject and the blocks of a letter. UnsafeToSend when the template fails or leaves one of them out."""
        head, _, body = self._filled(name, words).partition("\n\n")
        subject = re.fullmatch(r"Subject: (\S[^\n]*)", head.strip())
        blocks = plain.parse(body)
        if subject is None or not blocks:
            raise UnsafeToSend(f"the template {name} gave a letter without subject or body", mend=_MEND)
        return subject[1], blocks

    def html(self, words: Mapping[str, object], layout: str = "layout.html") -> str:
        """The layout, filled. layout: that of letters, or `digest.html`."""
        return self._filled(layout, words)

    def _filled(self, name: str, words: Mapping[str, object]) -> str:
        try:
            return self._environments[name].get_template(name).render(words)  # compiled once, when a letter needs it
        except TemplateError as error:
            raise UnsafeToSend(f"the template {name} fails: {type(error).__name__}", mend=_MEND) from error


def _environment(templates: Mapping[str, str], *, html: bool) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=DictLoader(templates),
        undefined=StrictUndefined,
        autoescape=html,
        finalize=None if html else _put_in,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _put_in(value: Any) -> Any:
    """What stands between `{{ }}`, as it goes into a text. Undefined ones stay, to fail."""
    return value if isinstance(value, (plain.Quoted, Undefined)) else plain.one_line(str(value))


@lru_cache(maxsize=256)  # a third of a second for all letters; they are the same for each mailbot of a process
def _looked_through(name: str, source: str) -> tuple[tuple[Problem, ...], frozenset[str]]:
    """What is wrong with this file by itself, and the files that it takes macros from."""
    try:
        parsed = _environment({}, html=False).parse(source)
    except TemplateSyntaxError as error:
        return (Problem(name, error.lineno, error.message or "cannot be read", _MEND),), frozenset()
    imported = frozenset(found or "" for found in meta.find_referenced_templates(parsed))
    return (*_unknown_names(name, parsed), *_unknown_language(name)), imported


def _not_there(name: str, source: str, templates: Mapping[str, str]) -> Iterator[Problem]:
    """Files that this one needs beside it: what it imports, and the English letter that stands in for other languages."""
    for file in _looked_through(name, source)[1]:
        if file not in templates:
            yield Problem(name, None, f"imports `{file}`, which is not there", _MEND)
    letter, language = _parted(name)
    if language and letter != "time" and f"{letter}/en.txt" not in {*templates, *_NEEDED}:
        yield Problem(name, None, f"has no {letter}/en.txt beside it", "it is what is sent where a language is missing")


def _unknown_names(name: str, source: nodes.Template) -> list[Problem]:
    set_here = {found.name for found in source.find_all(nodes.Name) if found.ctx != "load"}  # `meta` overlooks those in macros
    used = meta.find_undeclared_variables(source) - set_here
    known = NAMES.get(_parted(name)[0], used)
    mend = "known are " + ", ".join(sorted(known))
    return [Problem(name, None, f"uses `{unknown}`, which nothing fills", mend) for unknown in sorted(used - known)]


def _unknown_language(name: str) -> list[Problem]:
    letter, language = _parted(name)
    if not language or wording.known(language):
        return []
    return [Problem(name, None, "names no language", f"{letter}/<language>.txt, such as {letter}/it.txt")]


def _parted(name: str) -> tuple[str, str]:
    """Letter and language of a file; the layout is in none."""
    letter, _, language = name.rpartition(".")[0].partition("/")
    return letter, language
