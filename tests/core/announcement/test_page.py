"""An announcement as blocks: what a heading is, what a list, and what is the site around the text."""

import pytest

from mailbot.core.announcement.opening import page_of_html, page_of_text
from mailbot.core.announcement.page import Kind, Link, Page


def _shown(page: Page) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in page.blocks]


def test_a_short_line_by_itself_is_a_heading_and_a_bullet_makes_an_item() -> None:
    page = page_of_text("What to send\n\nPlease answer:\n\n  • Who are you?\n  • What do you do?\n")
    assert _shown(page) == [
        ("heading", "What to send"),
        ("paragraph", "Please answer:"),
        ("item", "Who are you?"),
        ("item", "What do you do?"),
    ]
    assert [block.number for block in page.blocks] == [1, 3, 5, 6]
    assert [block.label for block in page.blocks] == ["", "", "•", "•"]


def test_letters_below_numbers_are_a_list_within_the_list() -> None:
    page = page_of_text("Answer these:\n1. Law\na) Which law?\nb) Which court?\n2. Practice\na) Which office?\n")
    assert [block.level for block in page.blocks] == [0, 1, 2, 2, 1, 2]
    assert len({block.group for block in page.blocks[1:]}) == 1


def test_numbered_headings_are_no_list() -> None:
    text = "1. Why\n\nIt matters.\n\n2. What to send\n\nAnswer this.\n\n   1. Who?\n   2. Why?\n\n3. Where\n\nTo us.\n"
    kinds = [(block.kind.value, block.label) for block in page_of_text(text).blocks if block.label]
    assert kinds == [("heading", "1."), ("heading", "2."), ("item", "1."), ("item", "2."), ("heading", "3.")]


def test_wrapped_lines_are_one_block_and_each_character_knows_its_line() -> None:
    text = (
        "We are looking for practitioners who have worked with young people in\n"
        "a town of fewer than a hundred thousand inhabitants, and who would like to reha-\n"
        "bilitate an old custom.\n"
    )
    (block,) = page_of_text(text).blocks
    assert block.text.endswith("would like to rehabilitate an old custom.")
    assert block.line_at(block.text.index("in a town")) == 1
    assert block.line_at(block.text.index("town")) == 2
    assert block.line_at(block.text.index("old custom")) == 3


def test_lines_that_were_not_wrapped_stay_apart() -> None:
    page = page_of_text("When: 4 April\nWhere: Ghent\nWho: teachers\n")
    assert [block.text for block in page.blocks] == ["When: 4 April", "Where: Ghent", "Who: teachers"]


def test_a_page_header_within_an_item_of_a_pdf_is_left_out() -> None:
    text = (
        "Call of the soil network - page 1\n\nPlease answer the following questions:\n\n1. What have you learned from the\n"
        "\nCall of the soil network - page 2\n\nyears in which it rained little?\n2. Why?\n"
    )
    page = page_of_text(text, paged=True)
    assert [b.text for b in page.blocks if b.kind is Kind.item] == [
        "What have you learned from the years in which it rained little?",
        "Why?",
    ]


@pytest.mark.parametrize(
    "line",
    ["Skip to main content", "European Commission logo", "EN | FR | DE", "Home > News > Calls", "Alle Rechte vorbehalten.",
     "News announcement22 February 2023", "Last updated: 4 May 2022", "Pāriet uz galveno saturu"],
)  # fmt: skip
def test_the_site_around_the_text_is_told_apart(line: str) -> None:
    page = page_of_text(f"{line}\n\nCall for participants: soil\n\nWe are looking for people who dig.\n")
    assert [block.kind is Kind.chrome for block in page.blocks] == [True, False, False]


@pytest.mark.parametrize("line", ["Printing houses wanted", "Share your experience with us", "Contact us by 4 May at the desk"])
def test_a_line_that_only_begins_like_one_of_the_site_is_text(line: str) -> None:
    assert page_of_text(f"{line}\n\nWe are looking for people.\n").blocks[0].kind is not Kind.chrome


def test_html_says_what_is_what() -> None:
    page = page_of_html(
        "<html><body><nav><ul><li>Home<li>News</ul></nav><main><h1>Call</h1><p>Fill in <a href='https://f.example.org/x'>our "
        "form</a>.<ol><li>Who?<li>What?<ul><li>Where?</ul></ol><table><tr><td>1<td>Why?</table></main><footer>Us</footer></body>"
    )
    assert [(b.kind.value, b.level, b.label, b.text) for b in page.own_blocks] == [
        ("heading", 1, "", "Call"),
        ("paragraph", 0, "", "Fill in our form."),
        ("item", 1, "1.", "Who?"),
        ("item", 1, "2.", "What?"),
        ("item", 2, "•", "Where?"),
        ("cell", 0, "", "1\tWhy?"),
    ]
    assert page.own_blocks[1].links == (Link("our form", "https://f.example.org/x"),)
    assert [b.text for b in page.blocks if b.kind is Kind.chrome] == ["Home", "News", "Us"]


def test_the_language_is_that_of_the_text_and_not_of_the_page_around_it() -> None:
    page = page_of_text(
        "Pāriet uz galveno saturu\n\nCall for participants on soil\n\n"
        "We are looking for people who work with soil every day and can tell us about it.\n\n"
        "Pēdējo reizi atjaunināts 2022. gada 4. maijā\n"
    )
    assert page.language == "en"


def test_of_two_languages_the_first_counts_and_the_other_is_foreign() -> None:
    page = page_of_text(
        "Appel à participation\n\nNous cherchons des personnes qui travaillent la terre chaque jour et veulent en parler.\n\n"
        "Call for participants\n\nWe are looking for people who work with soil every day and would like to talk about it.\n"
    )
    assert page.language == "fr"
    assert [block.foreign for block in page.blocks] == [False, False, True, True]


def test_a_title_with_a_colon_below_the_header_of_a_forwarded_mail_is_no_field_of_it() -> None:
    forwarded = "From: Press <press@example.org>\nDate: Mon, 1 Feb 2021\nSubject: A call\nTo: Olga <olga@example.org>\n\n"
    page = page_of_text(
        f"See below.\n\n{forwarded}Call for participants: Warm meals\n\nWe look for cooks.\n", subject="Fwd: A call"
    )
    assert [line.text for line in page.lines] == ["Call for participants: Warm meals", "We look for cooks."]
