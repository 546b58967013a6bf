"""Prose and dictated mails: greeting and announcement aside, as many paragraphs as questions, each under its own."""

import pytest

from mailbot.core.align import align
from mailbot.core.reply import split
from tests.core.test_align import a_call, answers

ASSOCIATION = a_call(
    "Que fait votre association ?",
    "Quelles informations demandez-vous aujourd'hui aux personnes que vous recevez ?",
    "Qu'attendez-vous de la journée ?",
)
HEAT = a_call(
    "At which temperature does your employer take action?",
    "What do you do yourself on a very hot day?",
    "Have you ever stopped working because of heat? What happened then?",
)
STATION = a_call(
    "How often a week do you pass the station?",
    "What do you miss there?",
    "Do you need a nursery for your children during the session?",
)

FRAMED = [
    (
        "a cousin sent me your flyer and it made me curious",
        "Our association runs a night shelter and a small kitchen for people without papers.",
        "Today we ask people for a first name and the information which bed they need, nothing else.",
        "We expect from the day above all one thing: how do others keep count without a list?",
    ),
    (
        "eine Kollegin hat mir Ihren Aufruf weitergegeben, das hat mich neugierig gemacht",
        "Unsere Association betreibt ein Nachtasyl und eine kleine Küche für Menschen ohne Papiere.",
        "Heute fragen wir nach dem Vornamen, mehr Informationen brauchen wir nicht von den Leuten.",
        "Wir erwarten vom Tag vor allem Antwort auf eine Sache: wie zählen andere ohne Liste?",
    ),
    (
        "una compañera me pasó el anuncio y me picó la curiosidad enseguida",
        "Nuestra asociación lleva un albergue de noche y una cocina pequeña para gente sin papeles.",
        "Hoy pedimos el nombre de pila y ninguna otra información a las personas que llegan.",
        "De la jornada esperamos sobre todo una cosa concreta: ¿cómo cuentan otros sin lista?",
    ),
    (
        "mi ha parlato di voi una collega e mi sono incuriosito subito",
        "La nostra associazione gestisce un dormitorio e una piccola cucina per chi non ha documenti.",
        "Oggi chiediamo il nome di battesimo e nessuna altra informazione alle persone che arrivano.",
        "Dalla giornata ci aspettiamo soprattutto una cosa concreta: come contano gli altri senza lista?",
    ),
]


@pytest.mark.parametrize("paragraphs", FRAMED)
def test_a_paragraph_that_only_introduces_moves_no_answer(paragraphs: tuple[str, ...]) -> None:
    _, *texts = paragraphs
    assert answers("\n\n".join(paragraphs), ASSOCIATION) == dict(enumerate(texts, 1))


GREETINGS = (
    "selam ben Halil çatı ustasıyım sesle yazdırıyorum kusura bakmayın",
    "bok ja sam Ivan krovopokrivač diktiram ovo u mobitel pa oprostite",
    "здравейте аз съм Иван майстор съм диктувам това на телефона",
    "hola buenas soy Pepe el del tejado os lo digo hablando",
    "salut moi c'est Ali je dicte ce message depuis le toit",
    "hej det er Ole jeg er tagdækker og taler det ind",
    "zdravo jaz sem Marko krovec in narekujem v telefon",
    "tere mina olen Jaan katusepanija ja dikteerin seda telefoni",
    "καλησπέρα είμαι ο Νίκος τεχνίτης και το υπαγορεύω στο κινητό",
)
HOT = "at four we begin and at noon we stop and drink a lot of salted water"
STOPPED = "once in august everything went black so i climbed down and sat in the shade"


@pytest.mark.parametrize("greeting", GREETINGS)
def test_who_greets_and_says_who_he_is_has_not_answered_the_question_that_the_subject_answers(greeting: str) -> None:
    laid = align(split(f"{greeting}\n\n{HOT}\n\n{STOPPED}\n", ()), HEAT, given={1})
    assert {answer.question: answer.text for answer in laid.answers} == {2: HOT, 3: STOPPED}


DICTATED = [
    (
        "hi it is Mary from the bakery i am saying this as my hands are full of flour",
        "what i miss is a place to sit that is not the kerb and a fountain that works",
        "and about the nursery yes please my little child is three and my husband has the late shift",
        "okay thanks and let me know",
    ),
    (
        "hallo hier ist die Maria vom Bäcker ich sag das schnell weil ich Mehl an den Händen hab",
        "was mir fehlt ist ein Platz zum Sitzen der nicht der Bordstein ist und ein Brunnen der läuft",
        "und was die Kinder angeht ja bitte die Kleine ist drei und mein Mann hat da Spätschicht",
        "also danke und sagt mir Bescheid",
    ),
    (
        "salut c'est Marie de la boulangerie je vous le dicte parce que j'ai de la farine plein les mains",
        "moi ce que je trouve qui manque c'est un endroit pour s'asseoir et une fontaine qui marche",
        "et pour les enfants oui je veux bien la petite a trois ans et mon mari travaille le soir",
        "bon merci et tenez moi au courant",
    ),
    (
        "ciao sono Maria della panetteria ve lo dico a voce che ho le mani nella farina da stamattina",
        "quello che manca è un posto dove sedersi che non sia il marciapiede e una fontana che funzioni",
        "e per i bambini sì grazie la piccola ha tre anni e mio marito quel giorno fa il turno di sera",
        "va bene grazie e fatemi sapere",
    ),
    (
        "hoi met Maria van de bakker ik spreek dit in met meel aan mijn handen en weinig tijd",
        "wat er ontbreekt is een plek om te zitten die niet de stoeprand is en een fontein die het doet",
        "en wat betreft de kinderen ja graag de kleine is drie en mijn man heeft dan late dienst",
        "nou bedankt en laat maar horen",
    ),
]


@pytest.mark.parametrize("said", DICTATED)
def test_a_dictated_mail_without_a_sentence_is_divided_where_people_turn_to_the_next_matter(said: tuple[str, ...]) -> None:
    laid = align(split(" ".join(said), ()), STATION, given={1})
    assert {answer.question: answer.text for answer in laid.answers} == {2: said[1], 3: said[2]}


SILENT = (
    "Thank you for the invitation, I will gladly come to Ghent.\n\nIs the train paid, and the night?\n\nIs there a vegan meal?",
    "I passed your call on to two colleagues of mine in the north.\n\nThey will write to you.\n\nWe hope it goes well.",
    (
        "ich hab gerade keine zeit und sitze im zug aber ich melde mich nächste woche nochmal bei euch weil ich das wichtig "
        "finde und dann schreibe ich alles in ruhe auf was mir dazu einfällt und schicke es euch"
    ),
    "Wir haben im Urlaub Ihre Nachricht gelesen und an den Vorstand gegeben.\n\nDer Vorstand tagt erst wieder im Mai.",
)


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("call", [HEAT, STATION, ASSOCIATION])
def test_prose_that_answers_nothing_is_laid_nowhere(text: str, call: object) -> None:
    assert answers(text, call) == {}  # type: ignore[arg-type]
