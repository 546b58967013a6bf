"""One text, two versions: blocks, wrapping, and other people's words kept in their place."""

from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.plain import Block, Kind, neutral, one_line, parse, quoted, shortened, to_text, whole_sentences

BODY = """\
The headline

A paragraph over
two lines.
- Label: one
- Label: two

A heading
---------
Right below it.

1. A question?
> words

> more words

    to-be-copied
"""


def test_a_body_is_read_as_it_looks() -> None:
    assert parse(BODY) == (
        Block(Kind.headline, ("The headline",)),
        Block(Kind.paragraph, ("A paragraph over two lines.",)),
        Block(Kind.list, ("Label: one", "Label: two")),
        Block(Kind.heading, ("A heading",)),
        Block(Kind.paragraph, ("Right below it.",)),
        Block(Kind.question, ("1. A question?",)),
        Block(Kind.quote, ("words",)),
        Block(Kind.quote, ("more words",)),
        Block(Kind.copy, ("to-be-copied",)),
    )


def test_the_text_of_a_text_is_that_text() -> None:
    once = to_text(parse(BODY))
    assert to_text(parse(once)) == once


def test_lines_are_wrapped_with_their_marks_and_addresses_are_not_broken() -> None:
    address = "x" * 90 + "@example.org"
    text = to_text(parse(f"Hello\n\n- Contact: {address}\n\n> {'word ' * 30}\n> {'y' * 100}"))
    assert address in text
    assert all(line.startswith("> ") for line in text.splitlines() if "word" in line or "y" in line.replace("Hey", ""))


@given(st.text())
def test_every_line_of_a_quote_is_marked_whatever_is_in_it(words: str) -> None:
    blocks = parse(f"Headline\n\n{quoted(words)}\n\nOurs")
    assert blocks[-1] == Block(Kind.paragraph, ("Ours",))
    assert {block.kind for block in blocks[1:-1]} <= {Kind.quote}
    assert all(line.startswith(">") for line in to_text(blocks).split("\n")[2:-3] if line)


@given(st.text())
def test_one_line_is_one_line(words: str) -> None:
    assert len(one_line(words).splitlines()) <= 1
    assert one_line(one_line(words)) == one_line(words)


def test_what_acts_and_does_not_show_is_taken_out_and_joiners_stay() -> None:
    assert neutral("a\u202eb\u2066c\ufeffd\u200b\u00ade\U000e0041f\tg") == "abcdef g"
    assert neutral("\U0001f469\u200d\U0001f373 می\u200cروم") == "\U0001f469\u200d\U0001f373 می\u200cروم"


def test_words_are_cut_between_words_and_it_is_said() -> None:
    assert shortened("one two three", 20) == ("one two three", False)
    assert shortened("one two three", 9) == ("one two", True)
    assert shortened("x" * 30, 9) == ("x" * 9, True)


def test_questions_are_cut_at_the_end_of_a_sentence() -> None:
    words = "What do you do, e.g. at work? Since when? And why?"
    assert whole_sentences(words, 100) == (words, False)
    assert whole_sentences(words, 42) == ("What do you do, e.g. at work? Since when?", True)
    assert whole_sentences(words, 20) == ("What do you do, e.g. at work?", True)
    assert whole_sentences(words.replace("?", ","), 20) == ("What do you do,", True)


def test_a_line_between_dashes_is_a_remark() -> None:
    assert parse("Headline\n\n— Nothing found —\n\n> — Nothing found —")[1:] == (
        Block(Kind.remark, ("— Nothing found —",)),
        Block(Kind.quote, ("— Nothing found —",)),
    )


def test_nothing_gives_no_blocks() -> None:
    assert parse(" \n\n") == ()


def test_lines_that_a_mail_program_broke_are_one_again() -> None:
    words = (
        "I have worked in a prison for eleven years, with people who were sentenced for\n"
        "terrorist offences, and their families; at the moment in three teams and for\n"
        "two towns.\n\nWe meet\nevery week."
    )
    first, *others = quoted(words).split("\n")
    assert first.startswith("> I have worked in a prison")
    assert first.endswith(
        "sentenced for terrorist offences, and their families; at the moment in three teams and for two towns."
    )
    assert others == [
        ">",
        "> We meet",
        "> every week.",
    ]


def test_a_list_and_unbroken_paragraphs_stay_as_they_were_written() -> None:
    items = "- a first item that is about as long as a line of a mail can be, in the end\n- another one, shorter"
    long = "x " * 90 + "\nA second paragraph"
    assert quoted(items).count("\n") == quoted(long).count("\n") == 1
