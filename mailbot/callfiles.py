"""The call files of a folder and the last good version of each, so that a slip in an editor stops nothing.

A file that is broken, unreadable or gone keeps the version that was last good, also across a restart. To end a call its file is
moved to `closed/` within the folder: that somebody meant it must be told from an accident. Only rights do not outlive their
withdrawal: a contact whom the file no longer names is told nothing more, be the rest of the file broken.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import NoReturn, Protocol

from mailbot.core.call import Call, parse_call
from mailbot.core.edits import edits
from mailbot.core.moved import with_deadline
from mailbot.core.yaml_text import MAX_BYTES
from mailbot.disk import RealDisk
from mailbot.errors import MailbotError, Problem, Problems, one_line
from mailbot.store import AuditEntry

_UNREADABLE = {
    errno.EACCES: ("may not be read by this user", "give read permission to the user that mailbot runs as"),
    errno.EISDIR: ("is a folder", "a call file is an ordinary text file"),
    errno.ELOOP: ("is a link that leads back to itself", "put the file itself there"),
    errno.ENOENT: ("is a link that leads nowhere", "put the file itself there"),
}
WHO = "call file"
"""Who did what follows from an edit: whoever may write the files; mailbot sees what was changed and not by whom."""
_MEND = "mend what is told above"
_BRING_BACK = "bring it back, or name another folder in mailbot.toml"


class Kept(Protocol):
    """What is asked of the store: see mailbot.store.Store."""

    def keep_call(self, slug: str, text: str, now: datetime, told: Sequence[AuditEntry] = ()) -> object: ...
    def kept_calls(self) -> dict[str, str]: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """calls: those in use, by slug. problems: all mistakes, in the order of files. changed: slugs of calls that are new, other
    than at the last reload, or no longer in use. broken: slugs whose file is not what is in use, and the first reason why.
    ended: slugs whose file was moved to `closed/`, with nothing in its old place."""

    calls: tuple[Call, ...]
    problems: tuple[Problem, ...]
    changed: frozenset[str]
    broken: Mapping[str, Problem] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Version:
    text: str
    call: Call


@dataclass(slots=True)
class _Folder:
    """One look at the folder. broken: slugs whose file is there and not good. texts: what stands in the files, good or not, but
    for half-written ones. whole: whether the folder could be listed."""

    good: dict[str, _Version] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    whole: bool = True


class CallFiles:
    """The folder `rules/` of a running mailbot. Without a store the last good versions last as long as this object."""

    def __init__(self, folder: Path, store: Kept | None = None) -> None:
        self._folder = folder
        self._store = store
        self._last_good: dict[str, _Version] | None = None
        self._kept: dict[str, str] = {}
        self._parsed: dict[str, tuple[str, Call | Problems]] = {}

    def reload(self, now: datetime) -> Loaded:
        """Read what has changed. No file, however bad, makes this raise; StoreError when the store can't be used."""
        last = self._recall()
        seen = self._look(last)
        in_use, problems = self._settle(seen, last)
        for slug, version in in_use.items():
            self._keep(slug, version, last.get(slug), now)
        before = {} if self._last_good is None else self._last_good
        self._last_good = in_use
        changed = {s for s in before.keys() | in_use.keys() if before.get(s) != in_use.get(s)}
        if not in_use:
            mend = "mend the mistakes above" if seen.problems else "`mailbot init` writes an example of a call file"
            problems.append(Problem(self._shown(), None, "no call is in use; all mail waits for a person", mend))
        calls = tuple(_without_leavers(version, seen.texts.get(slug)) for slug, version in sorted(in_use.items()))
        every = (*seen.problems, *problems)
        return Loaded(calls, every, frozenset(changed), self._broken(every), frozenset(seen.closed - in_use.keys()))

    def add(self, slug: str, text: str) -> None:
        """Put a new file there, whole or not at all, and durably; never over another. The same text again changes nothing, so
        that who was interrupted behind it can begin anew. Raises MailbotError: it is there already, or cannot be written."""
        path, aside = self._folder / f"{slug}.yaml", self._folder / f".{slug}.yaml.part"
        disk = RealDisk()
        try:
            disk.write(aside, [text.encode()])
            try:
                os.link(aside, path)  # unlike a rename this never replaces what is there
            except FileExistsError:
                if path.read_bytes() != text.encode():
                    what = f"{self._shown(f'{slug}.yaml')} is there already"
                    raise MailbotError(what, mend="rename it, or archive the draft") from None
            finally:
                disk.remove(aside)
            disk.flush_folder(self._folder)
        except OSError as error:
            what = f"{self._shown(f'{slug}.yaml')} cannot be written: {error.strerror or type(error).__name__}"
            raise MailbotError(what, mend=f"let mailbot write into {self._shown()}/") from error

    def move_deadline(self, slug: str, day: date, at: time | None) -> Call:
        """Another deadline in the file of a call, whole or not at all, and durably; the call as it states it now. The same
        again changes nothing. Raises MailbotError, Problems: the file is broken, or states the deadline in a way that cannot be
        changed so."""
        name, disk = f"{slug}.yaml", RealDisk()
        path = (self._folder / name).resolve()  # a link stays one
        aside = path.with_name(f".{path.name}.part")
        try:
            text, call = with_deadline(self._read(name), day, at, self._shown(name))
            mode = stat.S_IMODE(path.stat().st_mode)
            disk.write(aside, [text.encode()])
            aside.chmod(mode)
            disk.rename(aside, path)
            disk.flush_folder(path.parent)
        except OSError as error:
            what = f"{self._shown(name)} cannot be changed: {error.strerror or type(error).__name__}"
            raise MailbotError(what, mend=f"let mailbot write into {self._shown()}/") from error
        return call

    def _recall(self) -> dict[str, _Version]:
        """The versions in use; after a start those of the store. One that only another release of mailbot can read is none."""
        if self._last_good is not None:
            return self._last_good
        self._kept = {} if self._store is None else self._store.kept_calls()
        last: dict[str, _Version] = {}
        for slug, text in self._kept.items():
            with suppress(Problems):
                last[slug] = _Version(text, parse_call(text, self._shown(f"{slug}.yaml")))
        return last

    def _keep(self, slug: str, version: _Version, before: _Version | None, now: datetime) -> None:
        if self._store is not None and self._kept.get(slug) != version.text:
            changed = edits(before.call if before is not None else None, version.call)
            told = [AuditEntry(now, WHO, edit.what, slug, edit.why) for edit in changed]
            self._store.keep_call(slug, version.text, now, told)
            self._kept[slug] = version.text

    def _broken(self, problems: Sequence[Problem]) -> dict[str, Problem]:
        """The first thing that is said of each call's file."""
        first: dict[str, Problem] = {}
        for problem in problems:
            if problem.file.endswith(".yaml"):
                first.setdefault(Path(problem.file).stem, problem)
        return first

    # looking at the folder

    def _look(self, last: Mapping[str, _Version]) -> _Folder:
        seen = _Folder()
        try:
            names = sorted(entry.name for entry in os.scandir(self._folder))
        except OSError as error:
            seen.whole = False
            what = f"the folder can't be read: {error.strerror}"
            seen.problems.append(Problem(self._shown(), None, what, _BRING_BACK))
            return seen
        seen.closed = self._closed()
        for name in names:
            if name.startswith((".", "#")):  # what editors leave beside a file
                continue
            if name.endswith(".yml"):
                seen.problems.append(Problem(self._shown(name), None, "is not read", "let its name end in .yaml"))
            elif name.endswith(".yaml"):
                self._look_at(name, last.get(name.removesuffix(".yaml")), names, seen)
        return seen

    def _closed(self) -> set[str]:
        try:
            return {entry.name.removesuffix(".yaml") for entry in os.scandir(self._folder / "closed")}
        except OSError:
            return set()

    def _look_at(self, name: str, last: _Version | None, names: list[str], seen: _Folder) -> None:
        slug = name.removesuffix(".yaml")
        try:
            text = self._read(name)
            _refuse_half(self._shown(name), text, last)
            seen.texts[slug] = text
            version = last if last is not None and last.text == text else _Version(text, self._parse(name, text))
            self._refuse_other_slug(name, version, names)
            seen.good[slug] = version
        except FileNotFoundError:
            pass  # between listing and opening an editor put a new file in its place: gone for a moment
        except Problems as error:
            seen.broken.add(slug)
            seen.problems += error.problems

    def _read(self, name: str) -> str:
        """Raises Problems, and FileNotFoundError when the file has just gone."""
        path = self._folder / name
        try:
            with open(path, "rb", opener=_without_waiting) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    self._refuse(name, "is not a file", "a call file is an ordinary text file")
                raw = file.read(MAX_BYTES + 1)
        except OSError as error:
            if error.errno == errno.ENOENT and not path.is_symlink():
                raise FileNotFoundError from error
            what, mend = _UNREADABLE.get(error.errno or 0, (f"can't be read: {error.strerror}", "put the file there again"))
            self._refuse(name, what, mend)
        if len(raw) > MAX_BYTES:
            self._refuse(name, f"is larger than {MAX_BYTES // 1024} kB", "a call has a few kB; is this the right file?")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise Problems([Problem(self._shown(name), line, "this is not text in UTF-8", "save the file as UTF-8")]) from None

    def _refuse(self, name: str, what: str, mend: str) -> NoReturn:
        raise Problems([Problem(self._shown(name), None, what, mend)]) from None

    def _parse(self, name: str, text: str) -> Call:
        """Once for each text: a broken file is looked at again every round."""
        if name not in self._parsed or self._parsed[name][0] != text:
            try:
                self._parsed[name] = (text, parse_call(text, self._shown(name)))
            except Problems as error:
                self._parsed[name] = (text, error)
        result = self._parsed[name][1]
        if isinstance(result, Problems):
            raise Problems(result.problems)
        return result

    def _refuse_other_slug(self, name: str, version: _Version, names: list[str]) -> None:
        own, slug = name.removesuffix(".yaml"), version.call.slug
        if slug == own:
            return
        line = _line_of("slug:", version.text)
        if f"{slug}.yaml" in names:
            what, mend = f"`slug` is {slug}, which is {self._shown(f'{slug}.yaml')}", "give each call its own slug"
        else:
            what, mend = f"`slug` is {slug}, and the file has another name", f"rename the file to {slug}.yaml"
        raise Problems([Problem(self._shown(name), line, what, mend)])

    # deciding what is in use

    def _settle(self, seen: _Folder, last: Mapping[str, _Version]) -> tuple[dict[str, _Version], list[Problem]]:
        """What is in use after this look, and what to say where that is not what the files say."""
        if not seen.whole:
            return dict(last), []
        in_use = {slug: last[slug] for slug in seen.broken & last.keys()} | seen.good
        problems = list(self._apart(in_use, last))
        refused = seen.broken | {slug for slug in seen.good if in_use.get(slug) != seen.good[slug]}
        problems += [self._stays(slug, slug in in_use) for slug in sorted(refused)]
        for slug in sorted(last.keys() - seen.good.keys() - seen.broken - seen.closed):
            if _clash(in_use | {slug: last[slug]}) is None:  # else its address went to another call: it was renamed
                in_use[slug] = last[slug]
                mend = f"put it back, or move it to {self._shown('closed')}/ to end the call"
                what = "the file is gone; its last good version stays in use"
                problems.append(Problem(self._shown(f"{slug}.yaml"), None, what, mend))
        return in_use, problems

    def _apart(self, in_use: dict[str, _Version], last: Mapping[str, _Version]) -> Iterator[Problem]:
        """Mail to an address that two calls share could be for either. Who had it keeps it; newcomers fall back or stay out."""
        while clash := _clash(in_use):
            address, *pair = clash
            newcomers = [slug for slug in pair if in_use[slug] != last.get(slug)] or pair
            wrong = newcomers[-1]
            other = self._shown(f"{pair[0] if wrong == pair[1] else pair[1]}.yaml")
            line = _line_of(address, in_use[wrong].text)
            what = f"`{address}` is an address of {other} too"
            yield Problem(self._shown(f"{wrong}.yaml"), line, what, "give each call its own address")
            for slug in newcomers:
                if slug in last and in_use[slug] != last[slug]:
                    in_use[slug] = last[slug]
                else:
                    del in_use[slug]

    def _stays(self, slug: str, in_use: bool) -> Problem:
        file = self._shown(f"{slug}.yaml")
        if in_use:
            return Problem(file, None, "the last good version of this call stays in use", _MEND)
        return Problem(file, None, "this call is not in use; mail to it waits for a person", _MEND)

    def _shown(self, name: str = "") -> str:
        """A place in the folder as people call it: `rules/soil.yaml`."""
        return one_line(Path(self._folder.name) / name)


def _without_waiting(path: str, flags: int) -> int:
    """A named pipe would stop everything until somebody writes to it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _refuse_half(file: str, text: str, last: _Version | None) -> None:
    """An editor or a copy that writes in place shows half a file for a moment, and half a list of questions is a good list.

    Cut at the end of a line it can't be told from lines that were deleted; the next look puts that right.
    """
    if last is not None and text != last.text and last.text.startswith(text) and not text.endswith("\n"):
        line = text.count("\n") + 1
        raise Problems([Problem(file, line, "the file ends in the middle of a line: half-written", "save it again")])


_COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#.*$")


def _without_leavers(version: _Version, text: str | None) -> Call:
    """The call without the contacts who left its file. text: what the file says now; None where that is not known.

    A call has somebody to turn to: where all have left its letters still name them, and the operator is told in their place.
    """
    call = version.call
    if text is None or text == version.text:
        return call
    said = _COMMENT.sub("", text).casefold()
    stay = tuple(contact for contact in call.contacts if _names(said, contact.address))
    left = stay or tuple(contact.model_copy(update={"digests": False}) for contact in call.contacts)
    return call.model_copy(update={"contacts": left})


def _names(text: str, address: str) -> bool:
    return re.search(rf"(?<![\w.+-]){re.escape(address.casefold())}(?![\w-]|\.\w)", text) is not None


def _clash(in_use: Mapping[str, _Version]) -> tuple[str, str, str] | None:
    """An address and the first two calls that have it."""
    owner: dict[str, str] = {}
    for slug, version in sorted(in_use.items()):
        for address in version.call.addresses:
            if (first := owner.setdefault(address.casefold(), slug)) != slug:
                return address, first, slug
    return None


def _line_of(words: str, text: str) -> int | None:
    return next((n for n, line in enumerate(text.splitlines(), 1) if words.casefold() in line.casefold()), None)
