"""Fixtures for all tests, and how hypothesis looks for examples."""

import logging
import os
import signal
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

from mailbot.log import QUIET, Elsewhere

# The same examples each time, and no clock: a loaded machine must not decide. `HYPOTHESIS_PROFILE=search` looks further.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

# A job in the background inherits that Ctrl-C is ignored, and so would every command that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A worker of pytest-xdist is told how wide the terminal is; what commands print in a pipe must not depend on it.
os.environ.pop("COLUMNS", None)

pytest_plugins = ["tests.servers.fixtures"]


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """A command that a test runs in this process sets up the log, with a standard error that ends with the test."""
    kept, levels = structlog.get_config(), {name: logging.getLogger(name).level for name in QUIET}
    yield
    structlog.configure(**kept)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    for handler in logging.getLogger().handlers[:]:
        if isinstance(handler, Elsewhere):
            logging.getLogger().removeHandler(handler)
