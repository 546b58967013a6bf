"""Who is asked to answer with a yes says yes, no, or something that a person has to look at."""

import pytest

from mailbot.core.consent import Consent, consents
from mailbot.core.keyed import letter_message_id
from mailbot.core.tokens import Purpose, make
from tests.core.counted import calls_of
from tests.core.test_reading import OWN, TIME, mail, reading

TOKEN = make(b"k" * 32, Purpose.withdraw, "example-call", "jana@prison.example", "a mail")

YES = """
    Yes
    yes.
    YES!!
    Yes please withdraw me
    Yes, please.
    Yes please, I cannot come that day after all.
    Yes. I am no longer able to attend
    Hello,|yes, I confirm.
    Dear Ms Svensson,|Yes, please withdraw my application. Thank you for letting me know.
    Yes, I no longer want to take part.
    I confirm
    I confirm the withdrawal of my participation.
    I agree – please go ahead
    Sure, go ahead.
    "Yes"
    Ja
    Ja, bitte
    Ja bitte!
    Guten Tag,|ja, ich bestätige das.|Danke
    Ja, ich möchte meine Bewerbung zurückziehen, denn ich kann leider nicht teilnehmen.
    Ja, ich möchte nicht mehr teilnehmen.
    Guten Morgen,|ja gerne.
    Hiermit bestätige ich den Rückzug meiner Bewerbung.
    Oui
    Oui je confirme
    Bonjour,|Oui, je confirme le retrait de ma candidature.|Merci
    Oui, veuillez retirer ma candidature.
    Par la présente je confirme.
    Sí
    Si
    Sí, por favor.
    Si confirmo
    Sí, confirmo. Gracias
    Sì, confermo
    Si grazie
    Con la presente confermo.
    Ja, graag
    Ja, dat klopt. Ik kan helaas niet komen.
    Tak
    Tak, potwierdzam.
    Tak, proszę.
    Dzień dobry,|tak, zgadzam się.
    Sim
    Sim, confirmo. Aguardo resposta.
    Ja tack
    Ja, jag bekräftar.
    Ja, ni kan ta bort min anmälan.
    Ano
    Ano, prosím.
    Ano, potvrzuji
    Ναι
    Ναι, επιβεβαιώνω.
    Ja tak
    Ja takk, det stemmer
    Kyllä
    Kyllä kiitos, vahvistan.
    Jah, kinnitan
    Jā, apstiprinu
    Taip, patvirtinu
    Áno, potvrdzujem
    Da, potrjujem
    Da, potvrđujem
    Da
    Da, vă rog
    Igen, megerősítem.
    Да, потвърждавам
    Так, підтверджую
    Evet, onaylıyorum
    Já, ég staðfesti
    Sí, d'acord
    はい、確認します
    是的，我同意
"""

NO = """
    No
    No, please keep my entry
    No thank you, I want to stay on the list.
    No. That was not me!
    Please keep my entry
    Please don't withdraw me
    Nein, bitte nicht
    Nein. Bitte behalten Sie meine Bewerbung.
    Non, merci de conserver ma candidature
    Non !
    No, gracias
    No, mantengan mi candidatura, por favor
    No, grazie
    Nee, bedankt
    Nie
    Nie, proszę zostawić moje zgłoszenie
    Não, obrigada
    Nej tack
    Nej tak
    Nei takk
    Ne, děkuji
    Όχι
    Ei kiitos
    Nem
    Nu, mulțumesc
    Не
    Hayır
"""

UNCLEAR = """
    Yes, but only if the meeting is online
    Yes but not today
    Yes and no
    Yes?
    What does this mean?
    Yes. What happens to my data?
    Yes, please withdraw only my answer to question 3.
    Yes unless you have a place on the second day
    Yes, I will participate
    Yes, I would like to take part in the meeting!
    Yes, I received your letter.
    Yes, keep my entry.
    Yes, perhaps later
    Yes, please cancel the withdrawal
    Yes I do not want to withdraw my participation
    Yes, I want to withdraw nothing
    Thank you for your letter.
    Thanks, I confirm receipt of your letter
    I do not understand
    I never asked for this
    OK, noted
    Please answer with "yes" is what you wrote to me
    1. Yes|2. We work with young offenders.
    Who asked for that? Yes is not what I said
    If yes, then by phone
    Ja, aber erst nach dem 3. Mai
    Ja, wenn das Treffen nicht online ist
    Ja? Wer hat das verlangt
    Ja, ich nehme gerne teil!
    Ja, ich bestätige den Erhalt Ihres Schreibens.
    Ja das ist nicht richtig
    Ja ich will nicht zurückziehen
    Ja, bitte nicht löschen
    Ich bestätige meine Teilnahme.
    Je confirme ma participation
    Oui, mais je n'ai rien demandé
    Oui, si possible plus tard
    Oui, ne retirez pas ma candidature
    Si possible, par téléphone
    Sí, pero solo si no es en línea
    Sí, no retiren mi candidatura
    Si no es posible, avísenme
    Sì, ma non subito
    Ja, maar alleen als het niet anders kan
    Tak, ale tylko jeśli
    Tak, wezmę udział
    Tak for jeres brev
    Da ich krank bin
    Ja nie wiem
    Sim, mas quero participar
    Ja, men bara om
    Ano, ale nechci
    Ano, nestahujte
    Ναι, αλλά όχι τώρα
    Ναι;
    Τι σημαίνει αυτό;
    Kyllä, mutta en halua
    Igen, de csak ha lehet
    Da, dar nu acum
    Да, но не сега
    Evet, ama
"""


def rows(table: str) -> list[str]:
    return [row.strip().replace("|", "\n") for row in table.strip().splitlines()]


@pytest.mark.parametrize("to", [None, Purpose.withdraw])
def test_a_plain_yes_is_one_and_nothing_else_is(to: Purpose | None) -> None:
    expected = {**dict.fromkeys(rows(YES), "yes"), **dict.fromkeys(rows(NO), "no"), **dict.fromkeys(rows(UNCLEAR), "unclear")}
    read = {reply: str(consents(reply, to)) for reply in expected}
    assert {r: f"{read[r]}, not {e}" for r, e in expected.items() if read[r] != e} == {}


def test_a_token_in_own_words_is_a_yes_unless_a_no_or_a_question_stands_there() -> None:
    replies = {
        TOKEN: "yes",
        f"Hello,\nmy token: {TOKEN.upper()}\nThank you": "yes",
        f"Yes {TOKEN}": "yes",
        f"No, please keep my entry {TOKEN}": "unclear",
        f"{TOKEN}\nI did not ask for this": "unclear",
        f"{TOKEN} what is this?": "unclear",
        f"{TOKEN} but only if I can come another time": "unclear",
        f"Case 4711 was opened for you.\nKind regards, Service desk\n{TOKEN}": "unclear",
        "Oui, s\u2019il vous plaît": "yes",
        "Oui, retirez mes réponses s'il vous plaît": "yes",
        TOKEN[:-1]: "unclear",
        f"x{TOKEN}": "unclear",
    }
    assert {reply: str(consents(reply, Purpose.withdraw)) for reply in replies} == replies


def test_a_wish_in_other_words_is_a_yes_to_the_letter_that_offers_it() -> None:
    asked = {
        ("Please withdraw my application.", Purpose.withdraw): "yes",
        ("Please withdraw my application.", None): "unclear",
        ("Please withdraw my application.", Purpose.confirm): "no",
        ("Yes, please withdraw these answers.", Purpose.confirm): "unclear",
        ("Yes, these are my answers and I want to take part.", Purpose.confirm): "yes",
        ("Je retire ma candidature.", Purpose.withdraw): "yes",
        ("Ich ziehe meine Bewerbung zurück.", Purpose.withdraw): "yes",
        ("Please cancel my withdrawal", Purpose.withdraw): "unclear",
        ("Please cancel my withdrawal", Purpose.restore): "yes",
        ("Please put me back on the list", Purpose.restore): "yes",
        ("Yes, I want to take part after all", Purpose.restore): "yes",
        ("I did not ask to withdraw, please keep my entry.", Purpose.restore): "yes",
        ("Bitte machen Sie das rückgängig", Purpose.restore): "yes",
        ("Yes, withdraw it", Purpose.restore): "unclear",
        ("It was a mistake, please restore my entry.", Purpose.restore): "yes",
        ("I never asked for this! Please put my entry back.", Purpose.restore): "yes",
        ("No, I never asked for this.", Purpose.withdraw): "no",
        ("Yes, it was a mistake to ask.", Purpose.withdraw): "unclear",
    }
    assert {one: str(consents(*one)) for one in asked} == asked


def test_long_texts_cost_no_more_and_consent_to_nothing() -> None:
    assert consents("Yes. " + "I work in a prison with people who came back. " * 10) is Consent.unclear
    assert consents("yes " * 100_000) is Consent.unclear
    assert consents("Yes\n" + "," * 100_000) is Consent.unclear
    assert calls_of(lambda: consents("ja, " * 100_000)) < 2 * calls_of(lambda: consents("ja, " * 10_000))


def test_a_yes_to_a_letter_is_never_the_answer_to_a_question() -> None:
    call = TIME.model_copy(update={"questions": TIME.questions[:1]})
    letters = {kind: letter_message_id(kind, "time", "0" * 64, OWN) for kind in ("withdrawal", "confirm", "reminder")}
    replies = [mail("Yes, please.\n", In_Reply_To=letter) for letter in letters.values()]
    replies.append(mail(f"Yes, please.\n\n> {TOKEN}\n"))
    for found in (reading(reply, call) for reply in replies):
        assert (found.answers, consents(found.reply, Purpose.withdraw)) == ((), Consent.yes)
