"""The log: one line an event, and nothing in it that a terminal, a log reader or a lawyer would stumble over."""

import io
import json
import logging
import unicodedata

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from mailbot import log

HOSTILE = [
    "\x1b[2J\x1b]0;title\x07",
    "a\nb\r\nc",
    "\u202eevil\u2066",
    "\u2028y\u2029",
    "\x85\x9b31m",
    "\x00",
    "\ud800",
    "\u200b\ufeff",
]


def written(event: str, *, as_json: bool = True, level: str = "info", **values: object) -> str:
    out = io.StringIO()
    log.configure(json=as_json, level=level, stream=out)
    structlog.get_logger().warning(event, **values)
    return out.getvalue()


@pytest.mark.parametrize("as_json", [True, False], ids=["json", "text"])
@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_value_is_one_visible_line(words: str, as_json: bool) -> None:
    line = written("recorded", as_json=as_json, reason=words, several=[words, {"deep": words}])
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in line[:-1])


@given(st.text(st.characters(), max_size=700))
def test_any_text_becomes_one_bounded_visible_line(words: str) -> None:
    shown = log.visible(words)
    assert shown.splitlines() in ([], [shown])
    shown.encode()
    assert len(shown) <= 10 * (log.LONGEST + 1)


def test_addresses_are_masked_wherever_they_stand() -> None:
    line = written("refused", why="550 <anna.nowak@example.org> unknown; ask Anna@Example.test", ids=["x@example.org"])
    assert json.loads(line)["why"] == "550 <[address]> unknown; ask [address]"
    assert "example" not in line.lower()


def test_an_exception_is_told_by_type_and_place_only() -> None:
    try:
        raise ValueError("words of a candidate")
    except ValueError as error:
        line = json.loads(written("reading-failed", exc_info=True, cause=error))
    assert line["error"].startswith("ValueError at test_log.py:")
    assert line["cause"] == line["error"]
    assert "candidate" not in str(line)


def test_json_lines_hold_event_level_time_and_ids() -> None:
    line = json.loads(written("recorded", mail=17, done=True, reason=None))
    assert (line["event"], line["level"], line["mail"], line["done"], line["reason"]) == ("recorded", "warning", 17, True, None)
    assert line["timestamp"].endswith("Z")


def test_events_below_the_level_are_dropped() -> None:
    assert written("recorded", level="error") == ""


@pytest.mark.parametrize("library", log.QUIET)
def test_libraries_that_quote_mail_are_silent(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    log.configure(stream=out)
    logging.getLogger(f"{library}.inner").critical("words of a candidate")
    assert (out.getvalue(), *capsys.readouterr()) == ("", "", "")


def test_other_libraries_are_told_of_without_their_words() -> None:
    out = io.StringIO()
    log.configure(json=True, stream=out)
    logging.getLogger("somebody").warning("words of %s", "a candidate")
    line = json.loads(out.getvalue())
    assert (line["event"], line["library"], line["severity"]) == ("library-warned", "somebody", "warning")
    assert "candidate" not in str(line)
