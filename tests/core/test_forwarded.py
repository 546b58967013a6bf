"""What a colleague sends on is the words of who wrote them, where the mail says plainly who that is, and of nobody else."""

import re
from pathlib import Path

from mailbot.core.reading import Reading
from tests.core.counted import calls_of
from tests.core.test_reading import mail, reading

CASES = Path(__file__).with_name("forwards.txt")


def cases(text: str) -> dict[str, tuple[str, bytes]]:
    """By the name of each case what is to be found, in lines, and the mail."""
    found = {}
    for case in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = case.partition("\n")
        expected, _, given = rest.partition("\n--\n")
        fields, _, body = given.partition("\n\n")
        headers = dict(field.split(": ", 1) for field in fields.splitlines())
        found[name] = expected, mail(body, **headers)
    return found


def told(found: Reading) -> str:
    """A reading as the cases tell it."""
    person = found.forwarded
    wants = str(found.intent)
    if wants == "forward":
        wants = f"forward {person.address} ({person.name}) {person.way}" if person else "forward -"
    answers = person.answers if person else found.answers
    return "\n".join([f"wants: {wants}", *(f"{answer.question}: {answer.text}" for answer in answers)])


def wrong(text: str) -> dict[str, str]:
    """The cases that are read otherwise than they say, and how. A line of `wants` may name two readings that are both right;
    where no answers are named of what is not a forward, none are looked at."""
    found = {}
    for name, (expected, raw) in cases(text).items():
        wants, _, answers = expected.removeprefix("wants: ").partition("\n")
        read = told(reading(raw))
        good = [f"wants: {one}\n{answers}".strip() for one in wants.split("|")]
        if not answers and not wants.startswith("forward a"):
            read = read.partition("\n")[0]
        if read not in good:
            found[name] = read
    return found


def test_what_a_colleague_sends_on_is_of_who_wrote_it() -> None:
    assert wrong(CASES.read_text(encoding="utf-8")) == {}


def nested(deep: int) -> bytes:
    """An answer that so many people have each attached to a mail of theirs."""
    inner = "From: Aylin <aylin@else.example>\nSubject: answers\n\n1. Ten years.\n"
    for i in range(deep):
        inner = (
            f"From: B{i} <b{i}@else.example>\nSubject: Fwd: x\nContent-Type: multipart/mixed; boundary=b{i}\n\n"
            f"--b{i}\nContent-Type: text/plain\n\nOn behalf of Aylin\n"
            f"--b{i}\nContent-Type: message/rfc822\n\n{inner}\n--b{i}--\n"
        )
    head, _, body = inner.partition("\n\n")
    return mail(body, Subject="Fwd: x", Content_Type=head.rpartition("Content-Type: ")[2])


def test_mails_within_mails_are_opened_as_deep_as_people_send_them_and_no_deeper() -> None:
    found = [reading(nested(deep)) for deep in range(1, 6)]
    assert [one.forwarded.address if one.forwarded else None for one in found] == ["aylin@else.example"] * 2 + [None] * 3
    assert {str(one.intent) for one in found} == {"forward"}


def test_a_thread_of_any_length_costs_no_more_than_a_few_readings() -> None:
    block = "From: B{} <b{}@else.example>\nDate: Mon, 6 Mar 2023\nSubject: answers\nTo: <jana@prison.example>\n\nNo.\n\n"
    few, many = ("On behalf of all.\n\n" + "".join(block.format(i, i) for i in range(count)) for count in (12, 600))
    assert calls_of(lambda: reading(mail(many, Subject="Fwd: x"))) < 75 * calls_of(lambda: reading(mail(few, Subject="Fwd: x")))


def test_what_is_passed_on_is_never_the_answer_of_who_passes_it_on() -> None:
    for name, (expected, raw) in cases(CASES.read_text(encoding="utf-8")).items():
        found = reading(raw)
        if expected.startswith("wants: forward a"):
            assert found.answers == (), name
            assert found.forwarded is not None
            assert found.forwarded.by == "jana@prison.example"
            assert all(answer.text in found.forwarded.words for answer in found.forwarded.answers), name


def test_the_files_that_come_with_it_are_of_who_wrote_it_too() -> None:
    file = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="answers.txt"\n\n1. Ten years.\n'
    below = "On her behalf.\n\nFrom: Aylin <aylin@else.example>\nSent: 6 March 2023 09:12\nTo: Jana\nSubject: RE: call\n"
    said = "Content-Type: text/plain\n\n"
    inner = f"From: Aylin <aylin@else.example>\nContent-Type: multipart/mixed; boundary=c\n\n--c\n{file}--c--\n"
    resent = {"From": "Aylin <aylin@else.example>", "To": "jana@prison.example", "Resent_From": "jana@prison.example"}
    sent: dict[str, tuple[str, str, dict[str, str]]] = {
        "inline": (f"{said}{below}\nSee attached.\n", file, {}),
        "attached": (f"{said}On behalf of my colleague.\n", f"Content-Type: message/rfc822\n\n{inner}", {}),
        "resent": (f"{said}See attached.\n", file, resent),
    }
    for way, (first, second, fields) in sent.items():
        body = f"--b\n{first}--b\n{second}--b--\n"
        found = reading(mail(body, Subject="FW: call", Content_Type="multipart/mixed; boundary=b", **fields)).forwarded
        assert found is not None, way
        assert (found.way, found.address) == (way, "aylin@else.example")
        assert [(answer.text, answer.source) for answer in found.answers] == [("Ten years.", "answers.txt")], way
