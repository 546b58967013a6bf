"""What people want is heard in the languages in which they answer."""

import pytest

from mailbot.core.reading import Intent
from tests.core.test_reading import mail, reading


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("Retiro mi candidatura, ya tengo otro trabajo.", Intent.withdrawal),
        ("Wycofuję moje zgłoszenie.", Intent.withdrawal),
        ("Ritiro la mia candidatura, purtroppo.", Intent.withdrawal),
        ("Îmi retrag candidatura.", Intent.withdrawal),
        ("Kan tyvärr inte delta i april.", Intent.decline),
        ("Kan desværre ikke deltage.", Intent.decline),
        ("Valitettavasti en voi osallistua.", Intent.decline),
        ("Sajnos nem tudok részt venni.", Intent.decline),
        ("Δεν μπορώ να συμμετάσχω δυστυχώς.", Intent.decline),
        ("Helaas ben ik die dag verhinderd.", Intent.decline),
        ("Ho una domanda: si può partecipare online?", Intent.question),
        ("Mám dotaz. Je možné přijít jen odpoledne?", Intent.question),
        ("Tenho uma pergunta sobre o horário.", Intent.question),
    ],
)
def test_a_wish_is_heard_in_the_languages_people_answer_in(words: str, intent: Intent) -> None:
    assert reading(mail(f"Hello,\n\n{words}\n\nRegards\n", From="jana@prison.example")).intent is intent
