"""Other words in a letter: what was not touched stays to the octet, and nothing that an answer needs can be lost."""

from dataclasses import replace
from typing import Any

from mailbot.core.editing import edited, lost
from mailbot.core.letter import LetterKind
from mailbot.core.standalone import standalone
from tests.core.letters import CALL, LETTERS, html_of, opened, text_of
from tests.core.test_letter_kinds import INVITED, LANGUAGES, NOW, SHOWN, TOKEN, written

DECIDES = {LetterKind.invitation, LetterKind.waitlist, LetterKind.hold, LetterKind.decline, LetterKind.cancelled}


def test_a_letter_with_its_own_words_again_is_the_same_letter_in_each_language() -> None:
    names = [name for name, (kind, _, _) in SHOWN.items() if kind in DECIDES]
    assert len(names) >= len(DECIDES)
    for name in names:
        for language in LANGUAGES:
            letter = written(name, language)
            assert edited(letter, text_of(letter), CALL, LETTERS.templates) == letter.raw, (name, language)
    link = f"https://calls.example.org/place/{TOKEN}?a=1&b=2"
    how: dict[str, Any] = {"call": CALL, "occasion": "page", "language": "en", "now": NOW, "about": "7KQM-4TZP"}
    paged = LETTERS.written(LetterKind.invitation, {**INVITED, "link": link}, "jana@example.net", **how)
    assert paged is not None
    assert edited(paged, text_of(paged), CALL, LETTERS.templates) == paged.raw, "with its link"


def test_new_words_stand_in_both_versions_and_all_else_stays() -> None:
    letter = written("invitation", "en")
    text = text_of(letter).replace("Thank you for your answers.", "Dear Jana,\n\nwe <liked> this.\u202e\n\n> Čau\n")
    new = replace(letter, raw=edited(letter, text, CALL, LETTERS.templates))
    before, again, page = opened(letter), opened(new), html_of(new)
    assert "we &lt;liked&gt; this." in page
    assert "\u202e" not in page
    assert "Čau" in page
    assert again.items() == before.items()
    files = [[part.get_payload(decode=True) for part in one.walk() if part.get_filename()] for one in (before, again)]
    assert files[0] == files[1] != []
    assert standalone(new.raw) == page
    assert lost(letter, text) == ()
    assert lost(letter, text.replace(TOKEN, "")) == (TOKEN,)
    assert lost(letter, "nothing") == (TOKEN, letter.about)
