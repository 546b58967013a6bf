"""An office with a page, built once and copied for each test."""

import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.app import App
from mailbot.core.letter import LetterKind
from mailbot.engine.embedded import Service
from mailbot.settings import load
from mailbot.web.pages import Pages
from tests.core.letters import text_of
from tests.office import Office, person
from tests.parts import NOW, Clock
from tests.web.visitor import SITE, Visitor


class House(Office):
    """An office whose invitations name the page: two are invited, two wait. It stands in a copy of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.mails = folder, 100
        self.clock = Clock(NOW + timedelta(hours=1))
        self.app = App.open(load(folder / "mailbot.toml"), now=self.clock.now)
        self.service = Service(self.app, self.clock)
        self.visitor = Visitor(Pages(self.app, self.clock).asgi())

    def link(self, number: int) -> str:
        """The path of the page that the newest invitation of this person names."""
        found = re.search(rf"{SITE}(/place/mbt-\w+)", text_of(self.last(LetterKind.invitation, person(number))))
        assert found is not None
        return found[1]

    def everything(self) -> object:
        """All that a press on a button could change."""
        store = self.app.store
        return store.audit(), store.offers("a-call"), store.decisions("a-call"), [row.id for row in store.letters()]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; each test has a copy."""
    folder = tmp_path_factory.mktemp("house") / "built"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAILBOT_WEB__ADDRESS", SITE)
        office = Office(folder, 4)
        office.decides("invite 1, 2; reserve 3, 4")
        office.app.close()
    return folder


@pytest.fixture
def house(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setenv("MAILBOT_WEB__ADDRESS", SITE)
    house = House(shutil.copytree(built, tmp_path / "copy"))
    yield house
    house.app.close()
