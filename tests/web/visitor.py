"""A browser as far as the pages need one: requests without a network, and what their HTML offers to press."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message

HOST = "calls.example.org"
SITE = f"https://{HOST}"


@dataclass(frozen=True, slots=True)
class Answer:
    """names of headers are lower-case."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def heading(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.text)
        return found[1] if found else ""

    @property
    def buttons(self) -> list[str]:
        """The words on them."""
        return re.findall(r"<button [^>]*>(.*?)</button>", self.text)

    @property
    def proof(self) -> str:
        found = re.search(r'name="proof" value="([a-z2-7]+)"', self.text)
        return found[1] if found else ""


@dataclass(slots=True)
class Visitor:
    """asgi: the application. client: the address that it sees."""

    asgi: ASGIApp
    client: str = "192.0.2.1"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        return self.send(method, path, b"", headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        usual = {"origin": SITE, "sec_fetch_site": "same-origin", "content_type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, urlencode(fields).encode(), usual | headers)

    def press(self, path: str, choice: str, **more: str) -> Answer:
        """Open the page, press a button, and follow where it leads."""
        answer = self.post(path, {"proof": self.get(path).proof, "choice": choice, **more})
        assert (answer.status, answer.headers["location"]) == (303, path.rpartition("/")[2])
        return self.get(path)

    def send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """headers: with `_` for `-`; an empty one is left out."""
        spelled = {name.replace("_", "-"): value for name, value in headers.items() if value}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in {"host": HOST, **spelled}.items()],
            "client": (self.client, 50_000),
            "server": ("127.0.0.1", 8080),
        }
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        async def visit() -> None:
            await self.asgi(scope, receive, send)

        asyncio.run(visit())
        start = sent[0]
        text = b"".join(message.get("body", b"") for message in sent[1:]).decode()
        return Answer(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, text)
