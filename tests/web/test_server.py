"""The page on a real port, served by the running service."""

import http.client
import shutil
import socket
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest

from mailbot.engine.embedded import Service
from tests.test_engine import wait_until
from tests.web.conftest import House
from tests.web.visitor import SITE, Answer


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    kept = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, kept, response.read().decode())
    connection.close()
    return answer


def test_the_service_serves_the_page_as_soon_as_its_port_is_free_and_stops_in_time(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    monkeypatch.setenv("MAILBOT_WEB__ADDRESS", SITE)
    monkeypatch.setenv("MAILBOT_WEB__LISTEN", f"127.0.0.1:{port}")
    house = House(shutil.copytree(built, tmp_path / "copy"))
    house.app.sources.clear()
    path, service = house.link(1), Service(house.app, house.clock)
    service.start()
    try:
        wait_until(lambda: bool(house.app.health.pages.get("trouble")))
        assert "name another port" in (house.folder / "data" / "heartbeat.json").read_text()
        assert any(thread.name == "outbox" for thread in threading.enumerate()), "mail goes on"
        taken.close()
        wait_until(lambda: house.app.health.pages.get("trouble", "") is None)
        page = ask(port, "GET", path)
        assert (page.status, page.heading, page.headers.get("server")) == (200, "You are invited", None)
        assert (ask(port, "HEAD", path).status, ask(port, "HEAD", path).text) == (200, "")
        form, kind = urlencode({"proof": page.proof, "choice": "yes"}), "application/x-www-form-urlencoded"
        assert ask(port, "POST", path, form, Origin=SITE, Content_Type=kind).status == 303
        assert ask(port, "GET", path).heading == "Your place is confirmed"
        assert ask(port, "GET", "/../etc/passwd").status == 404
    finally:
        service.stop()
    said = capfd.readouterr()
    assert "place-answered" in said.out + said.err
    assert path.rpartition("/")[2] not in said.out + said.err, "the code stands in no log"
    assert not any(thread.name == "pages" for thread in threading.enumerate())
    with pytest.raises(ConnectionRefusedError):
        ask(port, "GET", path)
    house.app.close()
