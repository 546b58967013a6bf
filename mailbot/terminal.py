"""What people and scripts see: results on standard output, everything else on standard error, words from mail made harmless.

With `--json` standard output holds JSON Lines and nothing else. Colour is never the only sign, and rich drops it by itself for
NO_COLOR, TERM=dumb and pipes. Tables become a list of cards where the window is too narrow for them.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TextIO

from mailbot.core import clean
from mailbot.errors import MailbotError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDE = 1000
"""Columns of a table in a pipe: nothing is wrapped, so that grep and awk see whole lines."""


class WrongUse(MailbotError):
    """The command was called in a way it does not know: exit code 2."""

    permanent = True


class Unsuccessful(MailbotError):
    """The command did its work and has already said what failed: exit code 1, no further line."""

    def __init__(self) -> None:
        super().__init__("")


@dataclass(frozen=True, slots=True)
class Column:
    """flex: may be wrapped when room is short. right: numbers. named: a cell says little without its title."""

    title: str
    flex: bool = False
    right: bool = False
    named: bool = False


class Steps(Protocol):
    """A progress display: tell it how far the work is."""

    def __call__(self, done: int, doing: str = "") -> None: ...


@dataclass(slots=False)
class Terminal:
    """One command's way to talk. All text given to it may come from anywhere: it is neutralised here."""

    json: bool = False
    quiet: bool = False
    verbose: bool = False
    no_input: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    @cached_property
    def console(self) -> "Console":
        from rich.console import Console

        return Console(file=self.out, highlight=False, markup=False, emoji=False, soft_wrap=False, width=self._width(self.out))

    @cached_property
    def console_err(self) -> "Console":
        from rich.console import Console

        return Console(file=self.err, highlight=False, markup=False, emoji=False, width=self._width(self.err))

    def _width(self, stream: TextIO) -> int | None:
        return None if stream.isatty() or os.environ.get("COLUMNS") else WIDE

    @property
    def columns(self) -> int:
        """Of the window, by COLUMNS or the terminal itself, else 80; known without loading anything."""
        import shutil

        return shutil.get_terminal_size().columns

    @property
    def width(self) -> int:
        return self.console.width

    # results

    def record(self, **fields: object) -> None:
        """One object for scripts; nothing without --json."""
        if self.json:
            self.out.write(one_object(fields) + "\n")
            self.out.flush()

    def say(self, words: str = "", style: str = "") -> None:
        """A line of the result, for people."""
        if not self.json:
            self.console.print(clean.text(words), style=style or None, soft_wrap=self.width >= WIDE)

    def changed(self, words: str) -> None:
        """The one line that says what was changed; `-q` drops it."""
        if not self.quiet:
            self.say(words)

    def block(self, words: str, indent: str = "  ", style: str = "", label: str = "") -> None:
        """Words of any length, wrapped and indented; a list keeps its own indent. Nothing is wrapped in a pipe.

        label: our own word, stands before the first line; the others begin below its end, as they do below the mark of a list.
        """
        from rich.text import Text

        if self.json:
            return
        first = f"{label} " if label else ""
        for line in clean.text(words).split("\n"):
            bare = line.strip()
            mark = _LIST_MARK.match(bare)
            begin = indent + line[: len(line) - len(line.lstrip())] + first + (mark[0] if mark else "")
            pieces = Text(bare[mark.end() if mark else 0 :]).wrap(self.console, max(self.width - len(begin), 10)) or [Text()]
            for piece in pieces:
                whole = Text(f"{begin}{piece.plain}".rstrip())
                whole.stylize(style, len(begin) - len(begin.lstrip()))
                self.console.print(whole, soft_wrap=True)
                begin = " " * len(begin)
            first = " " * len(first)

    def rule(self, title: str = "") -> None:
        """A heading with an empty line above it; without words only the empty line."""
        self.say()
        if title:
            self.say(title, style="bold underline")

    def beside(self, margin: str, words: str, style: str = "", mark: str = "") -> None:
        """A line of somebody's text as it stands, with our own words and a bar in the margin; the bar goes on below.

        mark: the style of the margin. Nothing is wrapped in a pipe.
        """
        from rich.text import Text

        if self.json:
            return
        line = Text(clean.text(words).replace("\n", " ").expandtabs(4))
        pieces = line.wrap(self.console, max(self.width - len(margin) - 1, 10)) if self.width < WIDE else [line]
        for piece in pieces or [Text()]:
            piece.rstrip()
            piece.stylize(style)
            whole = Text.assemble((margin, mark), " ", piece)
            whole.rstrip()
            self.console.print(whole, soft_wrap=True)
            margin = " " * (len(margin) - 1) + margin[-1:]

    def labelled(self, label: str, name: str, words: str, style: str = "") -> None:
        """A line of a list whose first word says how it stands; wrapped under itself in a narrow window."""
        from rich.text import Text

        if self.json:
            return
        text = Text.assemble((clean.line(name), "bold"), "  ", clean.line(words))
        if self.width < WIDE:
            lines = text.wrap(self.console, max(self.width - 10, 20))
            for line in lines:
                line.rstrip()
            text = Text("\n" + " " * 10).join(lines)
        self.console.print(Text.assemble((f"{label:<10}", style), text), soft_wrap=True)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], title: str = "") -> None:
        """Rows under headings; in a narrow window one card a row."""
        if self.json:
            return
        lines = [tuple(clean.line(cell) for cell in row) for row in rows]
        if title:
            self.say(title, style="bold")
        if _room(columns, lines) <= self.width:
            self._grid(columns, lines)
        else:
            self._cards(columns, lines)

    def _grid(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), safe_box=True)
        for column in columns:
            table.add_column(
                Text(column.title),
                justify="right" if column.right else "left",
                no_wrap=not column.flex,
                overflow="fold",
            )
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self.console.print(table)

    def listing(self, columns: Sequence[Column], rows: Iterable[tuple[Sequence[str], str]], title: str = "") -> None:
        """Rows with a sentence below each: short cells side by side, cut where they are too long, the sentence wrapped.

        In a narrow window the cells stand one after the other, separated by commas.
        """
        from rich.cells import cell_len
        from rich.text import Text

        if self.json:
            return
        lines = [(tuple(clean.line(cell) for cell in cells), below) for cells, below in rows]
        widths = [max(cell_len(c.title), *(cell_len(cells[i]) for cells, _ in lines)) for i, c in enumerate(columns)]
        spare = self.width - sum(widths) - 2 * (len(columns) - 1)
        widths[0] = max(min(widths[0], widths[0] + spare), 12)
        narrow = sum(widths) + 2 * (len(columns) - 1) > self.width
        if title:
            self.say(title, style="bold")
        if not narrow:
            self.console.print(_side_by_side([c.title for c in columns], widths, columns), style="dim")
        for cells, below in lines:
            if narrow:
                self.console.print(Text(cells[0], style="bold"))
                rest = zip(columns[1:], cells[1:], strict=True)
                self.block(", ".join(f"{c.title} {cell}" if c.named else cell for c, cell in rest if cell))
            else:
                self.console.print(_side_by_side(cells, widths, columns))
            self.block(below, style="dim")

    def _cards(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        from rich.text import Text

        for row in rows:
            self.console.print(Text(row[0], style="bold"))
            for column, cell in zip(columns[1:], row[1:], strict=True):
                if cell:
                    self.block(f"{column.title}: {cell}")
        self.console.print()

    # everything else

    def note(self, words: str) -> None:
        """What is being done, for people who watch; `-q` drops it. Written at once, before anything heavy is loaded."""
        if not self.quiet:
            lines = clean.text(words).split("\n")
            if self.err.isatty():
                import textwrap

                lines = [textwrap.fill(line, self.columns) for line in lines]
            self.err.writelines(f"{line}\n" for line in lines)
            self.err.flush()

    def reason(self, words: str) -> None:
        """Only with `-v`."""
        if self.verbose:
            self.note(words)

    def error(self, error: MailbotError | str, code: str = "failed", mend: str = "") -> None:
        """One plain line, and with --json an object behind it."""
        what, mend = (error.what, error.mend) if isinstance(error, MailbotError) else (error, mend)
        lines = [clean.line(part) for part in what.split("\n")]
        if mend:
            lines[-1] += f": {clean.line(mend)}"
        for line in lines:
            self.err.write(f"mailbot: {line}\n")
        if self.json:
            about = {"error": clean.text(what), "code": code, "mend": clean.line(mend)}
            self.err.write(one_object(about) + "\n")
        self.err.flush()

    # questions

    @property
    def interactive(self) -> bool:
        return not self.no_input and not self.json and sys.stdin.isatty() and self.err.isatty()

    def agreed(self, question: str, given: bool, option: str = "--yes") -> bool:
        """Whether to go on with something that cannot be undone; asked only on a terminal, else the option is named."""
        if given:
            return True
        if not self.interactive:
            raise WrongUse(f"this cannot be undone and nobody can be asked here ({question})", mend=f"add {option} to do it")
        self.err.write(f"{clean.line(question)} [y/N] ")
        self.err.flush()
        return sys.stdin.readline().strip().casefold() in ("y", "yes")

    def asked(self, question: str, default: str = "") -> str:
        """An answer typed on a terminal, in one line; `default` for an empty one. EOFError where nobody types any more."""
        self.err.write(f"{clean.line(question)} [{clean.line(default)}] " if default else f"{clean.line(question)} ")
        self.err.flush()
        line = sys.stdin.readline()
        if not line:
            self.err.write("\n")
            raise EOFError
        return line.strip() or default

    @contextmanager
    def progress(self, doing: str, total: int) -> Iterator[Steps]:
        """A bar while work goes on, on a terminal only."""
        if self.quiet or self.json or not self.err.isatty():
            yield lambda _done, _doing="": None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=None), MofNCompleteColumn())
        with Progress(*columns, console=self.console_err, transient=True) as bar:
            task = bar.add_task(doing, total=total)
            yield lambda done, doing=doing: bar.update(task, completed=done, description=doing or None)


def _side_by_side(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> "Text":
    """One line; cells that are too long end in an ellipsis."""
    from rich.text import Text

    line = Text()
    for cell, width, column in zip(cells, widths, columns, strict=True):
        part = Text(cell)
        part.truncate(width, overflow="ellipsis")
        part.align("right" if column.right else "left", width)
        line.append_text(part)
        line.append("  ")
    line.rstrip()
    return line


def _room(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> int:
    """Columns needed for a readable grid: wrapped cells may shrink to 14, the others to nothing."""
    from rich.cells import cell_len

    room = len(columns) - 1
    for index, column in enumerate(columns):
        natural = max([cell_len(column.title), *(cell_len(row[index]) for row in rows)])
        room += max(min(natural, 14), cell_len(column.title)) if column.flex else natural
    return room


_LIST_MARK = re.compile(r"(?:[-*•]|\d{1,2}[.)]) +(?=\S)")
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""What a terminal may obey or hide, and what JSON leaves as it is."""


def one_object(fields: object) -> str:
    """One line of JSON, readable, in which nothing acts on the terminal it may be printed to."""
    return _UNSEEN.sub(lambda c: f"\\u{ord(c.group()):04x}", json.dumps(fields, ensure_ascii=False, default=str))


def nearest(name: str, known: Iterable[str], alike: float = 0.5) -> str:
    """The mend for an unknown name: the nearest known one, else all of them. alike: from 0 to 1, how near is near."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name, names, n=1, cutoff=alike) or [n for n in names if name and name in n][:1]
    if near:
        return f"did you mean `{near[0]}`?"
    return f"known are {', '.join(names)}" if names else "there is none yet"
