"""Pages: the requests that are answered, and how. Only a POST from our own form changes anything."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

import structlog
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mailbot.app import App
from mailbot.core import plain
from mailbot.errors import MailbotError
from mailbot.log import place as place_of
from mailbot.resources import letter_templates, page_templates
from mailbot.web import guard, view
from mailbot.web.places import Places
from mailbot.web.words import Words

log = structlog.get_logger(__name__)

_LONGEST_REASON = 500  # characters, as of one that is mailed
_A_YEAR = 365 * 24 * 3600


class Pages:
    """The application. clock: read once a request; aware, UTC. Raises Problems when a text of ours is wrong."""

    def __init__(self, app: App, clock: Callable[[], datetime]) -> None:
        own, web = app.settings.folders.templates, app.settings.web
        self._words = Words(page_templates(own), letter_templates(own))
        self._places = Places(app.store, app.placing, app.calls, lambda: app.shelf.standings, app.letter_waits.set)
        self._key, self._team, self._clock = app.key, app.settings.mail.name, clock
        self._address, self._proxies, self._pace = web.address, frozenset(web.proxies), guard.Pace()

    def asgi(self) -> Starlette:
        """What a server runs."""
        made = Starlette(
            routes=[
                Route("/place/{code}", self._place, methods=["GET", "POST"]),
                Route(f"/{self._words.style_name}", self._style),
            ],
            middleware=[Middleware(_Guarded, pages=self)],
            exception_handlers={HTTPException: self._refused_by_router},
        )
        made.router.redirect_slashes = False  # it would build an address of what the client says our name is
        return made

    def allows(self, request: Request) -> bool:
        return self._pace.allows(guard.network(request, self._proxies), self._clock())

    def message(self, request: Request, key: str, status: int, language: str = "") -> Response:
        """A page that only says something: `unknown`, `refused` or `busy`. language: that of the browser without."""
        language = language or self._words.language(*guard.wished(request))
        heading, lead = self._words.say(language, key), self._words.say(language, f"{key}.lead")
        return HTMLResponse(self._words.page(language, heading, [lead], style=self._style_seen_from(request)), status)

    async def _place(self, request: Request) -> Response:
        code, now = request.path_params["code"].lower(), self._clock()
        fields = await guard.form(request) if request.method == "POST" else None
        seen = await run_in_threadpool(self._places.look, code, now)
        if seen is None:
            return self.message(request, "unknown", 404)
        if fields is None:
            style, proof = self._style_seen_from(request), guard.proof(self._key, code)
            return HTMLResponse(view.place(self._words, seen, now, proof=proof, style=style, team=self._team))
        language, choice = self._words.language(seen.language, seen.call.language), fields.get("choice")
        if not guard.is_ours(request, self._address, self._key, code, fields.get("proof", "")):
            return self.message(request, "refused", 403, language)
        if choice not in {"yes", "no"}:
            return self.message(request, "refused", 400, language)
        why = plain.shortened(plain.one_line(fields.get("why", "")), _LONGEST_REASON)[0]
        await run_in_threadpool(self._places.answer, code, now, yes=choice == "yes", why=why)
        # Seen from the page itself: a server in front may serve us below a path of its own.
        return Response(status_code=303, headers={"Location": quote(code)})

    async def _style(self, _: Request) -> Response:
        kept = {"Cache-Control": f"public, max-age={_A_YEAR}, immutable"}
        return Response(self._words.style, media_type="text/css", headers=kept)

    async def _refused_by_router(self, request: Request, error: Exception) -> Response:
        """An address that there is not, or a method that it does not take."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        response = self.message(request, "unknown", status)
        response.headers.update(dict(getattr(error, "headers", None) or {}))
        return response

    def _style_seen_from(self, request: Request) -> str:
        return "../" * (request.url.path.count("/") - 1) + self._words.style_name


class _Guarded:
    """Around every answer: its headers, how often somebody may ask, and a page instead of a trace when something breaks."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def answer(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers.update({"Cache-Control": headers.get("cache-control", "no-store"), **guard.HEADERS})
            await send(message)

        request = Request(scope, receive)
        try:
            if self._pages.allows(request):
                await self._app(scope, receive, answer)
                return
            refusal = self._pages.message(request, "busy", 429)
        except guard.TooMuch:
            refusal = self._pages.message(request, "refused", 413)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001 - whoever asks gets a page, and the log gets no words of theirs
            log.error("page-failed", trouble=error.line() if isinstance(error, MailbotError) else place_of(error))
            refusal = self._pages.message(request, "busy", 503)
        if not begun:
            if refusal.status_code != 413:
                refusal.headers["Retry-After"] = "60"
            await refusal(scope, receive, answer)
