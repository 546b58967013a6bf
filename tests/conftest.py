"""Fixtures for all tests, and how hypothesis looks for examples."""

import os

from hypothesis import settings

# The same examples each time, and no clock: a loaded machine must not decide. `HYPOTHESIS_PROFILE=search` looks further.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

pytest_plugins = ["tests.servers.fixtures"]
