"""Every test that takes `store` runs on an SQLite file, on SQLite in memory and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from mailbot.store.tables import Table
from tests.store.postgres import Postgres, postgres_server
from tests.store.samples import NOW

SHORT = 10.0
"""Seconds a test waits for a lock before it fails."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_database(postgres: Postgres) -> Iterator[URL]:
    url = postgres.new()
    open_store(url.render_as_string(hide_password=False), now=NOW).close()
    yield url
    postgres.drop(url)


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_database: URL) -> str:
    """An empty database with the schema of today. Emptying one takes a tenth of the time that making one takes."""
    postgres.empty(postgres_database, [table.name for table in Table.metadata.sorted_tables])
    return postgres_database.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "mailbot.db"
    open_store(f"sqlite:///{path}", now=NOW).close()
    return path


@pytest.fixture
def sqlite_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """An empty database with the schema of today."""
    return Path(shutil.copy(sqlite_template, tmp_path / "mailbot.db"))


@pytest.fixture
def sqlite_url(sqlite_file: Path) -> str:
    return f"sqlite:///{sqlite_file}"


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[SqlStore]:
    store = open_store(sqlite_url, now=NOW, patience=SHORT)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shared_url(request: pytest.FixtureRequest) -> str:
    """A database that several may open."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "memory", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Iterator[SqlStore]:
    url = "sqlite://" if request.param == "memory" else request.getfixturevalue(f"{request.param}_url")
    store = open_store(url, now=NOW, patience=SHORT)
    yield store
    store.close()
