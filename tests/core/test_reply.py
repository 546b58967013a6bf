"""Own words, quotes and signature: what is kept, what is set aside, and that nothing is ever lost."""

from collections import Counter
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.known import Sent, Wording
from mailbot.core.look import Look, Looks
from mailbot.core.phrases.listed import listed
from mailbot.core.reply import Label, Parts, label_lines, split
from tests.core.counted import calls_of
from tests.effort import effort

QUESTIONS = (
    "What is your experience with the rehabilitation of radicalised individuals as a practitioner?",
    "What role does time play in your work?",
)


def reply(text: str, **given: object) -> str:
    return split(text, **given).reply.strip()  # type: ignore[arg-type]


def labels(text: str) -> list[str]:
    return [line.label.value for line in label_lines(text)]


@pytest.mark.parametrize(
    "introduction",
    [
        'On Mon, Feb 1, 2016 at 4:58 AM -0800, "Some One" <one@example.org> wrote:',
        "On 26.06.2014 14:41, Some One wrote:",
        "On Thu, Jun 20, 2013 at 4:18 PM, Some One via A Rather Long Name <\none@example.org> wrote:",
        "On Nov 21, 2014,\nat 10:18,\nSome One <one@example.org> wrote:",
        "Am 25.06.2015 um 10:55 schrieb Eine Person:",
        "Eine Person <eine@example.org> schrieb am Di., 16. Aug. 2016\num 12:52 Uhr:",
        "Le lun. 15 nov. 2021 à 19:42, Une Personne <une@example.org>\na écrit :",
        "El mié., 3 feb. 2021 a las 10:00, Una Persona (<una@example.org>) escribió:",
        "Il giorno mer 3 feb 2021 alle ore 10:00 Una Persona <una@example.org> ha scritto:",
        "Op 2 feb. 2015 om 05:28 heeft Iemand <iemand@example.org> het volgende geschreven:",
        "W dniu 2017-01-09 11:59:39 użytkownik Ktoś <ktos@example.org> napisał:",
        "Em qua., 3 de fev. de 2021 às 10:00, Alguém <alguem@example.org> escreveu:",
        "Den ons 3 feb. 2021 kl 10:00 skrev Någon <nagon@example.org>:",
        "ke 3. helmik. 2021 klo 10.00 Joku (joku@example.org) kirjoitti:",
        "st 3. 2. 2021 v 10:00 odesílatel Někdo <nekdo@example.org> napsal:",
        "Στις Τετ, 3 Φεβ 2021 στις 10:00 π.μ., ο χρήστης Κάποιος <\nkapoios@example.org> έγραψε:",
        "În mie., 3 feb. 2021 la 10:00, Cineva <cineva@example.org> a scris:",
        "Valaki <valaki@example.org> ezt írta (időpont: 2021. febr. 3., Sze, 10:00):",
        '26.06.2014, 14:41, "Some One" <one@example.org>:',
        "2014-10-17 11:28 GMT+03:00 Some One <\none@example.org>:",
        "---- On Wed, 24 Feb 2021 14:02:50 +0530 one@example.org wrote ----",
    ],
)
def test_an_attribution_line_ends_the_reply_in_every_language(introduction: str) -> None:
    assert reply(f"Yes, gladly.\n\n{introduction}\n\nWhat do you say?") == "Yes, gladly."


@pytest.mark.parametrize(
    "headers",
    [
        "From: A <a@example.org>\nSent: Monday, 6 March 2023 09:00\nTo: B\nSubject: Call",
        "Von: A <a@example.org>\nGesendet: Montag, 6. März 2023 09:00\nAn: B\nBetreff: Call",
        "De : A <a@example.org>\nEnvoyé : lundi 6 mars 2023 09:00\nÀ : B\nObjet : Appel",
        "De: A <a@example.org>\nEnviado el: lunes, 6 de marzo de 2023\nPara: B\nAsunto: Call",
        "Da: A <a@example.org>\nInviato: lunedì 6 marzo 2023 09:00\nA: B\nOggetto: Call",
        "Van: A <a@example.org>\nVerzonden: maandag 6 maart 2023 09:00\nAan: B\nOnderwerp: Call",
        "Od: A <a@example.org>\nWysłano: poniedziałek, 6 marca 2023\nDo: B\nTemat: Call",
        "De: A <a@example.org>\nEnviado: segunda-feira, 6 de março de 2023\nPara: B\nAssunto: Call",
        "Från: A <a@example.org>\nSkickat: den 6 mars 2023 09:00\nTill: B\nÄmne: Call",
        "Fra: A <a@example.org>\nSendt: 6. marts 2023 09:00\nTil: B\nEmne: Call",
        "*From:* A [mailto:a@example.org]\n*Sent:* Monday\n*To:* B\n*Subject:* Call",
        "From: A \n<a@example.org> \nSent: Monday\nTo: B\nSubject: Call",
    ],
)
@pytest.mark.parametrize("rule", ["", "________________________________\n", "-----Original Message-----\n"])
def test_a_header_block_ends_the_reply_in_every_language(headers: str, rule: str) -> None:
    assert reply(f"Yes, gladly.\n\n{rule}{headers}\n\nWhat do you say?") == "Yes, gladly."


def test_words_between_quoted_lines_are_the_sender_s() -> None:
    text = "On 6 March 2023 at 09:00, A <a@example.org> wrote:\n> One?\n\nYes.\n\n> Two?\nNo.\n"
    assert reply(text) == "Yes.\n\nNo."


def test_words_below_a_quotation_are_the_sender_s() -> None:
    assert reply("On 04/19/2011 07:10 AM, A wrote:\n\n>\n> Test\nMy words") == "My words"


def test_a_quoted_line_that_was_broken_without_its_prefix_stays_quoted() -> None:
    text = (
        "> This line was so long that the program of the sender broke it, and went\non without a prefix.\n> And so on.\n\nYes."
    )
    assert reply(text) == "Yes."


@pytest.mark.parametrize(
    "own",
    [
        "With regards to time, we have none.",
        "The list was sent from my office.",
        "As you wrote: time is short.",
        "From: my point of view, nothing changed.",
        "We did it in three steps:\n-- first\n-- second",
        "And here is a fix -- this is not a signature.",
        "On Monday I wrote: nothing can be done.\nI still think so.",
        "On 6 March 2023 at 9:00 my client wrote:\nI am lost.",
        "Am 6.3.2023 um 9:00 Uhr schrieb er mir:\nIch kann nicht mehr.",
        "Le 6 mars 2023 à 9:00, mon collègue a écrit :\nc'est fini.",
        "-Berlin\n-Paris",
    ],
)
def test_ordinary_sentences_are_never_cut(own: str) -> None:
    assert reply(f"{own}\n\nAnd there is more to say about it.") == f"{own}\n\nAnd there is more to say about it."


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nJana Nováková\nProbation service",
        "--\nJana",
        "Kind regards,\nJana Nováková\nProbation service\nTel. 0555 010 020",
        "Mit freundlichen Grüßen\n\nJana Nováková",
        "Cordialement, Jana",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "-Jana",
        "Best,\nJana\n\nThis e-mail and any attachments are confidential and may be privileged.",
    ],
)
def test_a_signature_is_kept_apart(signature: str) -> None:
    parts = split(f"Yes, gladly.\n\n{signature}\n")
    assert parts.reply.strip() == "Yes, gladly."
    assert parts.signature.strip() == signature


@pytest.mark.parametrize(
    "signature",
    [
        "Liebe Grüße und bis hoffentlich bald\nEmil",
        "De varmeste hilsner fra Fyn\n\nKirsten Holm\nLindehuset",
        "Un caro saluto e complimenti per il titolo,\nLucia Berti",
        "Ihre Jana Nováková",
        "Jana Nováková\nOpen Door | Harbour Ltd",
        "Jana Nováková, Open Door",
        "Kind regards\nJana\n\nVertrouwelijk, bestemd voor de geadresseerde; verwijder het e-mailbericht als u dat niet bent.",
    ],
)
def test_a_signature_in_the_sender_s_own_manner_is_kept_apart(signature: str) -> None:
    parts = split(f"Yes, gladly.\n\n{signature}\n", author="Jana Nováková")
    assert (parts.reply.strip(), parts.signature.strip()) == ("Yes, gladly.", signature)


@pytest.mark.parametrize(
    "own",
    [
        "How we greet them matters.\n\nWarm greetings at the door\nand a cup of tea.",
        "They need two things.\n\nGruß und Kuss, sagt man bei uns.",
        "Jana Nováková\n\nI lead the house.",
        "Yes.\n\nWhat is confidential goes to the intended recipient alone, and the doctor decides in our house who it is.",
    ],
)
def test_what_only_sounds_like_a_signature_is_kept(own: str) -> None:
    assert reply(own, author="Jana Nováková") == own


def test_a_postscript_below_the_signature_belongs_to_the_reply() -> None:
    assert reply("Yes.\n\nKind regards\nJana\n\nP.S. I am free on both days.") == "Yes.\n\nP.S. I am free on both days."


def test_answers_below_a_polite_opening_line_are_no_signature() -> None:
    text = "Thanks and kind regards,\n\nKind regards\n1. A nurse.\n2. Time is short."
    assert "2. Time is short." in reply(text)


@pytest.mark.parametrize(
    "more", ["And I forgot to say that I can come on both days.", "Question two: we have no time.", "P.S. Both days."]
)
def test_who_signs_and_goes_on_is_heard(more: str) -> None:
    assert reply(f"A nurse.\n\nKind regards,\nJana Nováková\n\n{more}", author="Jana Nováková") == f"A nurse.\n\n{more}"


def test_a_saying_in_a_signature_is_no_answer() -> None:
    signature = "Kind regards,\nJana\n\n“The best time to plant a tree was twenty years ago.”"
    assert reply(f"A nurse.\n\n{signature}") == "A nurse."


def test_the_sender_s_own_name_alone_at_the_end_is_a_signature() -> None:
    parts = split("6. A clinic on wheels.\n\nLeila Haddadi", author="Haddadi, Leila")
    assert (parts.reply.strip(), parts.signature.strip()) == ("6. A clinic on wheels.", "Leila Haddadi")


def test_the_sender_s_own_name_below_a_quoted_question_is_an_answer() -> None:
    assert (
        reply("> Who are you?\n\nLeila Haddadi\n\n> What do you do?\nNursing.", author="Leila Haddadi")
        == "Leila Haddadi\n\nNursing."
    )


def test_what_we_sent_is_quoted_even_without_any_mark() -> None:
    text = f"{QUESTIONS[0]}\nTen years in prisons.\n{QUESTIONS[1]}\nA great one."
    assert reply(text, known=QUESTIONS) == "Ten years in prisons.\nA great one."


def test_answers_typed_into_an_unmarked_quotation_are_found_between_our_questions() -> None:
    quoted = f"From: A <a@example.org>\nSent: Monday\nTo: B\nSubject: Call\n\nDear all,\n{QUESTIONS[0]}\n"
    text = f"See below.\n\n{quoted}Ten years in prisons.\n\n{QUESTIONS[1]}\nA great one.\n\nKind regards\nA\n"
    assert reply(text, known=QUESTIONS) == "See below.\n\nTen years in prisons.\n\nA great one."


def test_our_questions_are_recognised_when_wrapped_anew() -> None:
    wrapped = "What is your experience with the rehabilitation of\nradicalised individuals as a\npractitioner?"
    assert reply(f"{wrapped}\nTen years.", known=QUESTIONS) == "Ten years."


def test_when_nothing_is_left_the_whole_text_stands_and_is_marked() -> None:
    text = "From: A <a@example.org>\nSent: Monday\nTo: B\nSubject: Call\n\nMy answers are these."
    parts = split(text)
    assert parts.untrimmed
    assert parts.reply == text


def test_a_picture_above_a_signature_is_shown_with_it_and_no_answer_is_made_of_it() -> None:
    parts = split("🎉\n\n-- \nJana Nováková")
    assert (parts.reply, parts.untrimmed) == ("🎉\n\n-- \nJana Nováková", True)
    assert [line.label.value for line in parts.lines] == ["own", "empty", "signature", "signature"]


@pytest.mark.parametrize("word", ["Greetings,", "Zdravím,", "Üdv,", "Saludos:"])
def test_a_greeting_that_is_also_a_closing_does_not_sign_what_stands_below_it(word: str) -> None:
    assert reply(f"{word}\n\nYes.\n\nIn May.") == f"{word}\n\nYes.\n\nIn May."


def test_a_name_with_an_address_at_the_end_is_a_signature_and_below_a_quoted_line_an_answer() -> None:
    contact = "Jana Nováková\nProbation service\njana@example.org"
    assert reply(f"Yes, gladly.\n\n{contact}") == "Yes, gladly."
    assert reply(f"> Who are you?\n\n{contact}") == contact


def test_a_sentence_that_begins_as_what_a_device_adds_is_no_such_line_while_it_goes_on() -> None:
    text = "Sent from my office, the letters\ntake two weeks."
    assert reply(text) == text


def test_a_mail_of_prefixed_quotes_alone_says_nothing() -> None:
    parts = split("On 6 March 2023 at 09:00, A <a@example.org> wrote:\n> One?\n> Two?")
    assert not parts.untrimmed
    assert parts.reply == ""


def test_what_is_struck_through_stays_in_the_text_and_is_not_said() -> None:
    text = "I am a teacher nurse.\nNever mind.\nYes."
    parts = split(text, looks={0: (Look(7, 14, struck=True),), 1: (Look(0, 11, struck=True),)})
    assert [line.label.value for line in parts.lines] == ["own", "struck", "own"]
    assert parts.lines[0].said == "I am a nurse."
    assert (parts.reply, parts.quoted) == ("I am a teacher nurse.\nYes.", "Never mind.")


def test_labels_say_what_each_line_is() -> None:
    text = "Yes.\n\n-- \nJana\n\nOn 6 March 2023 at 09:00, A <a@example.org> wrote:\n> One?"
    assert labels(text) == ["own", "empty", "signature", "signature", "empty", "attribution", "quoted"]


def test_depth_counts_the_prefixes() -> None:
    assert [line.depth for line in label_lines("a\n> b\n>> c\n> > d")] == [0, 1, 2, 2]


def test_phrases_are_written_as_a_list() -> None:
    assert listed("en:\n  kind regards | best wishes |\n  regards") == ("kind regards", "best wishes", "regards")


_LINES = st.sampled_from(
    [
        *["", " ", "\r", "Own words.", "1. One", "P.S. x", *QUESTIONS],
        *["> quoted", ">> deeper", "C> x", "<", "> wrote:", "On 6 March 2023 at 09:00, A <a@b.example> wrote:"],
        *["From: A <a@b.example>", "Sent: Monday", "To: B", "Subject: C", "-----Original Message-----", "____________"],
        *["-- ", "--", "Kind regards,", "Jana", "Sent from my iPhone", "This e-mail and any attachments are confidential."],
    ]
)


def _every_line_once(parts: Parts) -> bool:
    """Whether each line stands in exactly one of the three texts, and in its order there."""
    texts = {name: text.split("\n") for name, text in (("r", parts.reply), ("q", parts.quoted), ("s", parts.signature))}
    said = Counter(line for lines in texts.values() for line in lines if line.strip())
    in_order = all(_is_subsequence([line for line in lines if line.strip()], parts) for lines in texts.values())
    blanks = sum(not line.strip() for lines in texts.values() for line in lines)
    expected = sum(not line.text.strip() for line in parts.lines)
    empty_texts = sum(lines == [""] for lines in texts.values())  # no line, or one blank one: a text cannot tell
    return said == Counter(_with_words(parts)) and in_order and expected <= blanks <= expected + empty_texts


def _with_words(parts: Parts) -> list[str]:
    return [line.text for line in parts.lines if line.text.strip()]


def _is_subsequence(lines: list[str], parts: Parts) -> bool:
    rest = iter(_with_words(parts))
    return all(line in rest for line in lines)


_SENT = Sent(
    (f"We look for you.\n{QUESTIONS[0]} That is one of our questions.",), Wording(("— Nothing found —",), ("Own words.",))
)
_LOOKS = st.dictionaries(st.integers(0, 29), st.builds(lambda end: (Look(0, end, struck=True),), st.integers(1, 12)))


@given(st.one_of(st.text(), st.lists(_LINES, max_size=30).map("\n".join)), st.booleans(), st.booleans(), _LOOKS)
def test_no_line_is_lost_or_doubled_in_any_text(text: str, with_known: bool, with_sent: bool, looks: Looks) -> None:
    lines = text.split("\n")
    looks = {number: found for number, found in looks.items() if number < len(lines)}
    sent = _SENT if with_sent else None
    parts = split(text, QUESTIONS if with_known else (), author="Jana Nováková", looks=looks, sent=sent)
    assert "\n".join(line.text for line in parts.lines) == text
    assert _every_line_once(parts)


@given(st.lists(_LINES, max_size=30).map("\n".join))
def test_blank_lines_alone_are_never_labelled_as_words(text: str) -> None:
    for line in label_lines(text, QUESTIONS):
        if line.label is Label.empty:
            assert not line.text.strip()


_HOSTILE = [
    *[
        "x",
        ">",
        " ",
        ">\n",
        "\n",
        "> a b c\n",
        "own words here\n",
        "On Mon 10:00 2020\n",
        "<a@b 10:00\n",
        "From: a\n",
        "____\n",
    ],
    *["Regards\n", "Regards\n\nJana\n\n", "-- \n", "and ", ":", "On ", "@", "this email and any\n\n", "> a\nRegards\nJana\n"],
    *["Sent from my\n", "From: a\nSent: b\nTo: c\nSubject: d\n\nhi\n", f"{QUESTIONS[0]}\nyes\n", "Own words.\n", "1. a\n"],
]


@pytest.mark.parametrize("piece", _HOSTILE)
def test_twice_the_text_costs_twice_the_calls(piece: str) -> None:
    once, twice = (calls_of(partial(split, piece * n, QUESTIONS, "Jana", sent=_SENT)) for n in (1000, 2000))
    assert twice < 2.2 * once + 100


@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_hostile_text_costs_no_pattern_more_than_linear_time(piece: str) -> None:
    """A backtracking pattern would take hours on it, a quadratic one minutes."""
    text = piece * (1_000_000 if "\n" not in piece else 200_000 // len(piece))
    with effort() as told:
        split(text, QUESTIONS, "Jana", sent=_SENT)
    assert told.seconds < 10
