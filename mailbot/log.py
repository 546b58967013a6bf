"""Log: one line an event to standard error, a verb and ids, for people or for machines.

Whoever logs gives ids. This page is the second lock behind that: control characters are shown and never obeyed, anything that
looks like an address is masked, and of an exception only its type and place are told, since its words may be a candidate's.
"""

import logging
import os
import re
import sys
import traceback
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# What these write may quote mails, commands and logins; what matters of it comes to us as an exception or a value.
QUIET = (
    "aiosmtpd",
    "aiosmtplib",
    "alembic",
    "apscheduler",
    "asyncio",
    "imapclient",
    "imaplib",
    "mail",
    "mailparser",
    "pypdf",
    "sqlalchemy",
    "uvicorn",
)
LONGEST = 500  # characters of one value; a log line is no place for more
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # controls, bidi and zero width, surrogates, line separators
_ADDRESS = re.compile(r"[^\s<>\"'(),;:=]{1,64}@[^\s<>\"'(),;:=]{1,255}")


def configure(*, json: bool = False, level: str = "info", stream: TextIO | None = None) -> None:
    """Set up the whole process; may be called again. stream: standard error unless given."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _exceptions,
            _neutralise,
            structlog.processors.JSONRenderer() if json else _for_people(out),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    _quieten()


def visible(text: str) -> str:
    """The text on one line, with everything that a terminal or a log reader might obey written out: ESC becomes `\\x1b`."""
    cut = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return "".join(c.encode("unicode_escape").decode() if unicodedata.category(c) in _UNSEEN else c for c in cut)


def place(error: BaseException) -> str:
    """Type and innermost place of an exception, `ValueError at reading.py:81`, without its words."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""  # noqa: PTH119 - no file is touched
    return f"{type(error).__name__}{where}"


def _for_people(out: TextIO) -> Processor:
    colours = out.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return structlog.dev.ConsoleRenderer(colors=colours, pad_event_to=0, pad_level=False)


def _exceptions(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = place(error)
    event.pop("stack_info", None)
    return event


def _neutralise(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {key: _plain(value) for key, value in event.items()}


def _plain(value: Any) -> Any:
    if value is None or (isinstance(value, bool | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, BaseException):
        return place(value)
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes):
        return [_plain(inner) for inner in value]
    return _ADDRESS.sub("[address]", visible(value.isoformat() if isinstance(value, date) else str(value)))


class Elsewhere(logging.Handler):
    """Warnings of libraries: who, how bad and where, not what, since nobody knows whose words those are."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger()
        where = f"{record.filename}:{record.lineno}"
        log.warning("library-warned", library=record.name, severity=record.levelname.lower(), at=where, exc_info=_error(record))


def _error(record: logging.LogRecord) -> BaseException | None:
    info: tuple[type[BaseException] | None, BaseException | None, TracebackType | None] | None = record.exc_info
    return info[1] if info else None


def _quieten() -> None:
    root = logging.getLogger()
    if not any(isinstance(handler, Elsewhere) for handler in root.handlers):
        root.addHandler(Elsewhere(level=logging.WARNING))
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
