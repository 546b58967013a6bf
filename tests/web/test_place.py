"""The page of an offered place: shown to who holds the code, changed by nothing but a press on its own buttons."""

import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import event

from mailbot.core import tokens
from mailbot.core.decisions import OfferState
from mailbot.core.letter import LetterKind
from mailbot.core.tokens import Purpose
from mailbot.resources import letter_templates, page_templates
from mailbot.web.words import Words
from tests.core.letters import text_of
from tests.office import ANN, person
from tests.web.conftest import House
from tests.web.visitor import SITE

BOTH = ["I will come", "I cannot come"]


def test_the_page_says_what_the_invitation_says_and_looking_changes_nothing(house: House) -> None:
    path, before, wrote = house.link(1), house.everything(), [0]

    @event.listens_for(house.app.store._database.engine, "before_cursor_execute")  # type: ignore[attr-defined]
    def watch(_c: object, _u: object, statement: str, *_: object) -> None:
        wrote[0] += not statement.startswith(("SELECT", "PRAGMA", "BEGIN"))

    house.visitor.client = "2001:db8::1"
    for n in range(100):
        page = house.visitor.get(path, "HEAD" if n % 2 else "GET")
        assert page.status == 200
    assert (wrote, house.everything()) == ([0], before)
    page = house.visitor.get(path)
    assert (page.heading, page.buttons) == ("You are invited", BOTH)
    said = ["A call", "10 March 2021, 13:00–16:00", "Brussels", "ann@example.org", "Ann Contact", "the reason (optional)"]
    assert [words for words in said if words not in page.text] == []
    code = path.rpartition("/")[2]
    assert code not in page.text, "neither in its title nor anywhere else"
    assert not re.search(r"p[0-9]@example\.net|Town|<script|<img|https?://", page.text)


def test_a_yes_takes_the_place_once_however_often_it_is_said(house: House) -> None:
    path = house.link(1)
    fields = {"proof": house.visitor.get(path).proof, "choice": "yes"}
    with ThreadPoolExecutor(4) as impatient:
        assert list(impatient.map(lambda _: house.visitor.post(path, fields).status, range(4))) == [303] * 4
    assert house.visitor.get(path).heading == "Your place is confirmed"
    after = house.everything()
    assert house.visitor.press(path, "yes").buttons == ["I cannot come"]
    assert house.everything() == after, "said twice is said once, and written to once"
    house.tick()
    assert (house.stands()[1], house.got(person(1))) == ("accepted", ["invitation", "accepted"])
    offer = next(one for one in house.app.store.offers("a-call") if one.state is OfferState.accepted)
    assert ("offer-accepted", "submitter") in [(entry.what, entry.who) for entry in house.app.store.audit(offer.reference)]


def test_a_no_gives_the_place_on_with_its_reason_also_after_a_yes(house: House) -> None:
    path = house.link(2)
    house.visitor.press(path, "yes")
    page = house.visitor.press(path, "no", why=f"A <b>train</b>\u202e strike\r\n{'on and on ' * 200}")
    assert (page.heading, page.buttons) == ("We have noted that you cannot come", [])
    offer = next(one for one in house.app.store.offers("a-call") if one.state is OfferState.declined)
    assert offer.why.startswith("A <b>train</b> strike on and on")
    assert len(offer.why) <= 500
    after = house.everything()
    proof = house.visitor.get(house.link(1)).proof
    assert house.visitor.post(path, {"proof": proof, "choice": "yes"}).status == 403, "the proof of another code"
    assert house.everything() == after
    house.tick()
    assert house.stands() == {1: "asked", 2: "gave-back", 3: "asked", 4: "waiting"}, "to the next one by itself"
    assert house.got(person(2)) == ["invitation", "accepted", "given_back"]


def test_where_a_place_stands_is_told_when_the_time_is_over_and_after(house: House) -> None:
    first, seen = house.link(1), {}

    def see(name: str, path: str) -> None:
        page = house.visitor.get(path)
        seen[name] = (page.heading, page.buttons)

    house.tick(days=3)
    see("ended", first)
    late = house.visitor.press(first, "yes")
    assert "after the time for it" in late.text
    see("late", first)
    house.visitor.press(first, "no")
    see("left", first)
    third = house.app.store.submissions("a-call")[2].reference
    with house.app.store.choosing("a-call") as choosing:
        offer = next(one for one in choosing.offers() if one.reference == third)
        choosing.turn(offer.id, [OfferState.open], OfferState.cancelled, house.clock.now, ANN, "")
    see("cancelled", house.link(3))
    with house.app.store.unit() as unit:
        unit.note_event(house.app.store.submissions("a-call")[3].reference, "withdrawn", house.clock.now, "submitter", "")
    see("withdrawn", house.link(4))
    assert seen == {
        "ended": ("Your invitation has ended", ["I will come"]),
        "late": ("You are on the waiting list", ["I no longer want to wait"]),
        "left": ("There is nothing to answer here any more", []),
        "cancelled": ("Your invitation has been taken back", []),
        "withdrawn": ("Your invitation has been taken back", []),
    }
    house.tick()
    assert house.got(person(1)) == ["invitation", "expired", "waitlist", "given_back"]


def test_every_code_that_opens_nothing_gets_the_same_page(house: House) -> None:
    path = house.link(1)
    code = path.rpartition("/")[2]
    sent = {"accept_language": "xx, de-AT;q=0.9, en;q=0.5"}
    unknown = house.visitor.get("/place/mbt-" + "a" * 26, **sent)
    assert (unknown.status, unknown.heading) == (404, "Diese Seite gibt es nicht")
    token, _ = house.app.store.token_by_code(code) or pytest.fail("the token is not known")
    other = tokens.make(house.app.key, Purpose.withdraw, "a-call", token.address, "another")
    with house.app.store.unit() as unit:
        made = (tokens.digest(other), Purpose.withdraw, "a-call", token.address, token.reference, token.letter, token.mail_id)
        unit.keep_token(tokens.Token(*made, house.clock.now, house.clock.now + timedelta(days=9)))
    nothing = [
        f"/place/{other}",
        f"/place/{code}x",
        f"/place/{code[:-1]}",
        "/place/%00",
        "/place/",
        "/place",
        "/",
        "/robots.txt",
    ]
    before = house.everything()
    for tried in nothing:
        page = house.visitor.get(tried, **sent)
        style = re.compile(r'href="[./]*style')
        assert (page.status, style.sub("", page.text)) == (404, style.sub("", unknown.text)), tried
        assert house.visitor.post(tried, {"proof": "x", "choice": "yes"}).status in {404, 405}
    assert house.visitor.get(f"/place/{code.upper()}").status == 200, "as some programs write it"
    house.clock.advance(days=184)
    assert house.visitor.get(path, **sent).text == unknown.text, "half a year later"
    assert house.everything() == before


def test_only_the_page_itself_can_send_an_answer(house: House) -> None:
    path, before = house.link(1), house.everything()
    proof = house.visitor.get(path).proof
    good = {"proof": proof, "choice": "yes"}
    wrong: list[tuple[int, dict[str, str], dict[str, str]]] = [
        (403, good, {"origin": "https://evil.example"}),
        (403, good, {"origin": "http://calls.example.org"}),
        (403, good, {"origin": "https://calls.example.org.evil.example"}),
        (403, good, {"origin": "null", "sec_fetch_site": "cross-site"}),
        (403, good, {"origin": "", "sec_fetch_site": "same-site"}),
        (403, good, {"origin": "", "sec_fetch_site": "none"}),
        (403, good, {"content_type": "text/plain"}),
        (403, good, {"content_type": "multipart/form-data; boundary=x"}),
        (403, {"choice": "yes"}, {}),
        (403, {"proof": proof[:-1] + ("a" if proof[-1] != "a" else "b"), "choice": "yes"}, {}),
        (403, {"proof": "é" * 26, "choice": "yes"}, {}),
        (400, {"proof": proof}, {}),
        (400, {"proof": proof, "choice": "maybe"}, {}),
        (413, {**good, "why": "x" * 9000}, {}),
        (413, {**good, **{f"f{n}": "" for n in range(20)}}, {}),
    ]
    for status, fields, headers in wrong:
        answer = house.visitor.post(path, fields, **headers)
        assert (answer.status, answer.heading) == (status, "Your answer was not taken"), (fields, headers)
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        refused = house.visitor.get(path, method)
        assert (refused.status, set(refused.headers["allow"].split(", "))) == (405, {"GET", "HEAD", "POST"})
    assert house.everything() == before
    for headers in ({"origin": "null"}, {"origin": "", "sec_fetch_site": ""}):
        assert house.visitor.post(path, good, **headers).status == 303, "our own page, in any browser"


def test_every_answer_has_the_headers_that_keep_it_to_itself(house: House) -> None:
    path = house.link(1)
    proof = house.visitor.get(path).proof
    style = re.search(r'href="\.\./(style-[0-9a-f]+\.css)"', house.visitor.get(path).text)
    assert style is not None
    answers = [
        house.visitor.get(path),
        house.visitor.get("/nothing"),
        house.visitor.get(path, "PUT"),
        house.visitor.post(path, {"proof": "x", "choice": "yes"}),
        house.visitor.post(path, {"x": "y" * 9000}),
        house.visitor.post(path, {"proof": proof, "choice": "yes"}),
        sheet := house.visitor.get(f"/{style[1]}"),
    ]
    assert [answer.status for answer in answers] == [200, 404, 405, 403, 413, 303, 200]
    for answer in answers:
        kept = answer.headers
        assert kept["content-security-policy"].startswith("default-src 'none'; style-src 'self'; form-action 'self'; base-uri")
        assert "frame-ancestors 'none'" in kept["content-security-policy"]
        assert (kept["referrer-policy"], kept["x-content-type-options"]) == ("no-referrer", "nosniff")
        assert "set-cookie" not in kept
        assert kept["cache-control"] == ("no-store" if answer is not sheet else "public, max-age=31536000, immutable")
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"


def test_who_asks_too_often_waits_and_nobody_else_does(house: House) -> None:
    path, visitor = house.link(1), house.visitor
    visitor.client = "2001:db8:1:2::7"
    told = [visitor.get(path).status for _ in range(121)]
    assert told == [200] * 120 + [429]
    visitor.client = "2001:db8:1:2:ffff::8"
    assert (visitor.get("/nothing").heading, visitor.get(path).status) == ("Please try again in a few minutes", 429)
    visitor.client = "2001:db8:1:3::7"
    assert visitor.get(path, x_forwarded_for="192.0.2.9").status == 200
    visitor.client = "2001:db8:1:2::7"
    house.clock.advance(seconds=2)
    assert [visitor.get(path).status for _ in range(5)] == [200] * 4 + [429]


def test_a_proxy_that_the_settings_name_tells_who_asks(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_WEB__ADDRESS", SITE)
    monkeypatch.setenv("MAILBOT_WEB__PROXIES", "127.0.0.1")
    visitor = House(shutil.copytree(built, tmp_path / "copy")).visitor
    visitor.client = "127.0.0.1"
    forged = [visitor.get("/", x_forwarded_for=f"10.9.8.{n}, 192.0.2.1, 127.0.0.1").status for n in range(121)]
    assert forged[-2:] == [404, 429], "what stands before the proxy's own word is anybody's"
    assert visitor.get("/", x_forwarded_for="192.0.2.2").status == 404


def test_a_database_in_trouble_gives_a_page_and_changes_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    path = house.link(1)
    proof, before = house.visitor.get(path).proof, house.everything()

    def break_off(_c: object, _u: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO letter"):
            raise sqlite3.OperationalError("disk I/O error")

    engine = house.app.store._database.engine  # type: ignore[attr-defined]
    event.listen(engine, "before_cursor_execute", break_off)
    answer = house.visitor.post(path, {"proof": proof, "choice": "yes"})
    event.remove(engine, "before_cursor_execute", break_off)
    assert (answer.status, answer.heading, answer.headers["retry-after"]) == (503, "Please try again in a few minutes", "60")
    assert house.everything() == before
    assert house.visitor.press(path, "yes").heading == "Your place is confirmed"


def test_without_a_page_no_letter_names_one(built: Path, tmp_path: Path) -> None:
    house = House(shutil.copytree(built, tmp_path / "copy"))
    house.tick(days=3)
    assert "/place/" not in text_of(house.last(LetterKind.invitation, person(3)))


def test_every_language_of_the_letters_has_all_words_and_fills_them() -> None:
    texts = page_templates()
    words = Words(texts, letter_templates())
    letters = {name.removeprefix("invitation/") for name in letter_templates() if name.startswith("invitation/")}
    assert {name.removeprefix("place/") for name in texts if name.startswith("place/")} == letters
    english = [line.partition(": ")[0] for line in texts["place/en.txt"].splitlines()]
    for language in words.languages:
        lines = [line.partition(": ") for line in texts[f"place/{language}.txt"].splitlines()]
        assert [key for key, _, _ in lines] == english, language
        assert all(said.strip() for _, _, said in lines), language


class Outline(HTMLParser):
    """What assistive technology needs of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def test_the_page_has_an_outline_that_can_be_heard(house: House) -> None:
    outline = Outline(house.visitor.get(house.link(1)).text)
    assert outline.of("html") == [{"lang": "en", "dir": "ltr"}]
    assert [len(outline.of(tag)) for tag in ("main", "h1", "h2", "title")] == [1, 1, 1, 1]
    ids = {attrs["id"] for _, attrs in outline.tags if "id" in attrs}
    pointed = [
        attrs[name] for _, attrs in outline.tags for name in ("for", "aria-describedby", "aria-labelledby") if name in attrs
    ]
    assert set(pointed) <= ids
    assert [attrs["for"] for attrs in outline.of("label")] == [attrs["id"] for attrs in outline.of("textarea")]
    assert all("style" not in attrs and not any(name.startswith("on") for name in attrs) for _, attrs in outline.tags)
