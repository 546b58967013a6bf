"""Organisers' commands are read as they are meant; what is not plain is shown instead of carried out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailbot.core.ordering.sentence import WITH_TOP, WITH_WHICH
from mailbot.core.ordering.shapes import ALONE, HIGHEST, Which
from mailbot.core.orders import Order, Orders, Verb, parse, said
from mailbot.core.phrases.ordering_said import SAID
from tests.core.counted import calls_of

TODAY = date(2027, 1, 15)
ROWS = Path(__file__).with_name("orders.txt")


def rows() -> Iterator[tuple[str, str]]:
    """What is expected, and the mail."""
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            wants, _, mail = line.partition(" = ")
            yield wants, mail.replace("|", "\n")


def told(mail: str) -> str:
    """What was read, in the notation of the rows."""
    found = parse(mail, TODAY)
    parts = [_told(order) for order in found.orders] + ["~"] * bool(found.unclear)
    return "; ".join(parts) or "-"


def _told(order: Order) -> str:
    words = [order.verb.value, *map(str, order.numbers), *order.references]
    words += [order.which.value] if order.which else []
    words += [f"top{order.top}"] if order.top else []
    words += [str(order.day)] if order.day else []
    words += [f"{order.at:%H:%M}"] if order.at else []
    words += [f'"{order.reason}"'] if order.reason else []
    return " ".join(words)


def test_orders_in_the_languages_of_the_letters_are_read_as_they_are_meant() -> None:
    assert [f"{got}, not {wants}: {mail!r}" for wants, mail in rows() if (got := told(mail)) != wants] == []


def test_only_a_mail_that_says_yes_and_nothing_else_is_an_ok() -> None:
    assert all(parse(mail, TODAY).ok == (wants == "ok") for wants, mail in rows())


def test_what_is_said_of_orders_is_read_as_the_same_orders_in_every_language() -> None:
    for (wants, mail), language in zip(rows(), cycle(SAID), strict=False):
        found = parse(mail, TODAY)
        assert parse(said(found, language), TODAY).orders == found.orders, (language, wants, said(found, language))


def _targets(verb: Verb) -> st.SearchStrategy[Order]:
    order = Order(verb)
    if verb in ALONE:
        return st.just(order)
    if verb is Verb.extend:
        days = st.integers(0, 1000).map(lambda n: TODAY + timedelta(days=n))
        hours = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
        return st.builds(lambda day, at: replace(order, day=day, at=at), days, hours)
    numbers = st.lists(st.integers(1, HIGHEST), min_size=1, max_size=30, unique=True)
    ways = [numbers.map(lambda some: replace(order, numbers=tuple(some)))]
    ways += (
        [st.sampled_from(sorted(WITH_WHICH[verb])).map(lambda which: replace(order, which=which))] if WITH_WHICH[verb] else []
    )
    if verb in WITH_TOP:
        ways.append(st.integers(1, 300).map(lambda top: replace(order, top=top)))
    return st.one_of(ways)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(list(Verb)).flatmap(_targets), max_size=6, unique=True), st.sampled_from(sorted(SAID)))
def test_orders_survive_being_said(orders: list[Order], language: str) -> None:
    assert parse(said(Orders(tuple(orders)), language), TODAY).orders == tuple(orders)


_WORDS = ("invite", "decline", "not", "3", "7-9", "rest", "the", "ok", "if", "and", ",", ";", ".", "\n", "\n\n", ":", "(", "?")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
@example("\u037e" * 5)
@example("> invite 3")
def test_any_text_is_read_without_an_error_and_orders_need_a_verb(text: str) -> None:
    found = parse(text, TODAY)
    assert found.orders == () or any(c.isalpha() for c in text)
    assert all(len(piece) <= 200 and "\n" not in piece for piece in found.unclear)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["3", "7", "12", "the", "rest", "numbers", "and", "Anna", "tomorrow", "please"]), max_size=12))
def test_without_a_verb_nothing_is_done(words: list[str]) -> None:
    assert parse(" ".join(words), TODAY).orders == ()


def test_greetings_and_names_below_change_nothing() -> None:
    for wants, mail in list(rows())[::3]:
        assert told(f"Bonjour Marie,\n\n{mail}\n\nKind regards\nRik Maas") == wants


def test_a_word_that_denies_or_conditions_makes_any_order_none_wherever_it_stands() -> None:
    sure = [
        mail.split(" ")
        for wants, mail in rows()
        if not any(c in wants for c in '~-"') and wants != "help" and not any(c in mail for c in "\n.;!")
    ]
    for words, doubt in zip(sure, cycle(_DOUBTS), strict=False):
        for at in range(len(words) + 1):
            mail = " ".join([*words[:at], doubt, *words[at:]])
            assert parse(mail, TODAY).orders == (), mail


_DOUBTS = (
    "not",
    "if",
    "nicht",
    "wenn",
    "pas",
    "sauf",
    "niet",
    "nie",
    "não",
    "inte",
    "μην",
    "unless",
    "maybe",
    "nur",
    "later",
    "but",
)


def test_two_different_things_for_one_entry_are_named() -> None:
    found = parse("invite 3, 4; decline 4\nreserve rest; decline rest", TODAY)
    assert found.unclear == ("4: invite / decline", "rest: reserve / decline")


def test_the_next_such_day_is_meant_and_a_day_that_is_none_is_not() -> None:
    for mail, day in (
        ("extend to 14 January", date(2028, 1, 14)),
        ("extend to 15 January", TODAY),
        ("extend to 29 February", date(2028, 2, 29)),
        ("extend to Saturday 20 March", date(2027, 3, 20)),
        ("extend to Friday 20 March", None),
        ("extend to 20 March 2026", None),
        ("extend to 3/20", None),
    ):
        assert [order.day for order in parse(mail, TODAY).orders] == ([day] if day else []), mail


def test_bounds_hold() -> None:
    assert len(parse("invite 1-2000", TODAY).orders[0].numbers) == 2000
    for mail in (
        "invite 1-2001",
        "invite 1-1500\nreserve 2001-3000",
        "invite 1000001",
        "invite 0",
        "invite 3. " + "x" * 10_000,
    ):
        found = parse(mail, TODAY)
        assert found.orders == ()
        assert found.unclear


_HOSTILE = (
    "invite 3, ",
    "3 - ",
    "decline 4: ",
    "(Anna ",
    "a ",
    "thanks ",
    "1.1.",
    "the ",
    "\n: ",
    "invite,\n",
    "no ",
    "all on ",
)


def test_reading_takes_time_in_proportion_to_the_mail() -> None:
    for unit in _HOSTILE:
        short, long = (calls_of(partial(parse, unit * n, TODAY)) for n in (30, 120))
        assert long < 8 * short, unit


def test_the_words_of_an_order_stand_beside_it() -> None:
    order = parse("Hello,\nplease invite 3!", TODAY).orders[0]
    assert (order.said, order) == ("please invite 3!", Order(Verb.invite, (3,)))
    assert Which.rest == "rest"
