"""How clients introduce quoted text: attribution lines, markers of original and forwarded messages, header names.

Taken from what the clients write: Gmail, Outlook, Apple Mail, iOS, Thunderbird, Yahoo, Proton, GMX, K-9, Samsung, Zimbra,
Roundcube, Lotus. All words are casefolded.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import listed


class Attribution(NamedTuple):
    """openers: first words of the line, a blank follows. verbs: 'wrote', anywhere in the line, which ends in a colon."""

    openers: tuple[str, ...]
    verbs: tuple[str, ...]


ATTRIBUTIONS: Mapping[str, Attribution] = {
    # On Mon, Feb 1, 2016 at 4:58 AM, "Some One" <one@example.org> wrote:
    "en": Attribution(("on", "at"), ("wrote", "writes", "said")),
    # Am 25.06.2015 um 10:55 schrieb Eine Person: | Eine Person <eine@example.org> schrieb am Di., 16. Aug. 2016 um 12:52 Uhr:
    "de": Attribution(("am", "gesendet"), ("schrieb", "hat geschrieben", "schreibt")),
    # Le lun. 15 nov. 2021 à 19:42, Une Personne <une@example.org> a écrit :
    "fr": Attribution(("le", "en date du"), ("a écrit", "a ecrit", "écrit")),
    # El mié., 3 feb. 2021 a las 10:00, Una Persona (<una@example.org>) escribió:
    "es": Attribution(("el", "en"), ("escribió", "escribio", "ha escrito")),
    # Il giorno mer 3 feb 2021 alle ore 10:00 Una Persona <una@example.org> ha scritto:
    "it": Attribution(("il", "in data", "alle"), ("ha scritto", "scrive", "scriveva")),
    # Op 2 feb. 2015 om 05:28 heeft Iemand <iemand@example.org> het volgende geschreven:
    "nl": Attribution(("op",), ("schreef", "geschreven", "schrijft")),
    # W dniu 2017-01-09 11:59:39 użytkownik Ktoś <ktos@example.org> napisał: | Dnia 27 grudnia 2016 12:08 Ktoś … napisał(a):
    "pl": Attribution(("w dniu", "dnia", "w"), ("napisał", "napisał(a)", "napisała", "pisze", "wrote")),
    # Em qua., 3 de fev. de 2021 às 10:00, Alguém <alguem@example.org> escreveu:
    "pt": Attribution(("em", "a", "no dia"), ("escreveu",)),
    # Den ons 3 feb. 2021 kl 10:00 skrev Någon <nagon@example.org>:
    "sv": Attribution(("den", "på"), ("skrev",)),
    # Den 08/06/2015 kl. 21.21 skrev Nogen <nogen@example.org>: (Norwegian and Danish write the same)
    "da": Attribution(("den", "d."), ("skrev", "følgende")),
    # ke 3. helmik. 2021 klo 10.00 Joku <joku@example.org> kirjoitti:
    "fi": Attribution(("lähettäjä",), ("kirjoitti",)),
    # st 3. 2. 2021 v 10:00 odesílatel Někdo <nekdo@example.org> napsal: | Dne 3. 2. 2021 v 10:00 Někdo napsal(a):
    "cs": Attribution(("dne",), ("napsal", "napsal(a)", "napsala", "napísal", "napísal(a)")),
    # Στις Τετ, 3 Φεβ 2021 στις 10:00 π.μ., ο χρήστης Κάποιος <kapoios@example.org> έγραψε:
    "el": Attribution(("στις", "την"), ("έγραψε",)),
    # În mie., 3 feb. 2021 la 10:00, Cineva <cineva@example.org> a scris:
    "ro": Attribution(("în", "pe", "la"), ("a scris",)),
    # Valaki <valaki@example.org> ezt írta (időpont: 2021. febr. 3., Sze, 10:00):
    "hu": Attribution((), ("ezt írta", "írta")),
    # 3 февр. 2021 г., в 10:00, Некто <nekto@example.org> написал(а):
    "ru": Attribution(("в",), ("написал", "написал(а)", "написала", "пишет")),
    # 3 Şub 2021 Çar, 10:00 tarihinde Biri <biri@example.org> şunu yazdı:
    "tr": Attribution((), ("yazdı", "şunları yazdı")),
    # El dt., 3 de febr. 2021 a les 10:00, Algú <algu@example.org> va escriure:
    "ca": Attribution(("el",), ("va escriure",)),
    "zh": Attribution(("在",), ("写道", "寫道")),
    "ja": Attribution((), ("のメール", "wrote")),
    "ko": Attribution((), ("작성",)),
}

# Header names that clients print above a quoted message, by what they say.
HEADER_NAMES: Mapping[str, tuple[str, ...]] = {
    "from": listed("""
        from | von | de | da | van | od | från | fra | lähettäjä | από | de la | feladó | от | kimden | odesílatel | 发件人 |
        寄件者 | 差出人 | 보낸 사람
    """),
    "date": listed("""
        date | sent | datum | gesendet | envoyé | envoyé le | enviado | enviado el | enviado em | fecha | data | inviato |
        inviato il | verzonden | wysłano | data wysłania | skickat | sendt | dato | lähetetty | päivämäärä | odesláno |
        στάλθηκε | ημερομηνία | trimis | dată | elküldve | dátum | отправлено | дата | tarih | message du | 发送时间 |
        日期 | 送信日時 | 日付 | 보낸 날짜
    """),
    "to": listed("""
        to | an | à | a | para | aan | do | till | til | vastaanottaja | komu | προς | către | címzett | кому | kime | 收件人 |
        宛先 | 받는 사람
    """),
    "subject": listed("""
        subject | betreff | objet | sujet | asunto | oggetto | onderwerp | temat | assunto | ämne | emne | aihe | předmět |
        θέμα | subiect | tárgy | тема | konu | 主题 | 主旨 | 件名 | 제목
    """),
    "other": listed("""
        cc | bcc | copie à | copie | cópia | kopie | kopia | kopi | kopio | dw | dv | kopi til | reply-to | antwort an |
        répondre à | responder a | rispondi a | importance | priority | wichtigkeit | priorität | attachments | anlagen |
        pièces jointes | organization | κοιν.
    """),
}

# Lines that stand alone and say: below is another message. Dashes, stars and a closing colon around them are taken off first.
MARKERS = frozenset(
    listed("""
    original message | original email | original-nachricht | originalnachricht | ursprüngliche nachricht |
    ursprüngliche e-mail | message d'origine | message original | message initial | mail original |
    e-mail original | mensaje original | messaggio originale |
    messaggio originario | oorspronkelijk bericht | origineel bericht | wiadomość oryginalna | oryginalna wiadomość |
    mensagem original | ursprungligt meddelande | originalmeddelande | oprindelig meddelelse | opprinnelig melding |
    alkuperäinen viesti | původní zpráva | původní e-mail | pôvodná správa | αρχικό μήνυμα | mesaj original |
    mesajul original | eredeti üzenet | исходное сообщение | пересылаемое сообщение | original appointment |
    begin forwarded message | forwarded message | forwarded by | weitergeleitete nachricht |
    anfang der weitergeleiteten nachricht | weitergeleitete e-mail | message transféré | début du message réexpédié |
    début du message transféré | message réexpédié | mensaje reenviado | inicio del mensaje reenviado | messaggio inoltrato |
    inizio messaggio inoltrato | doorgestuurd bericht | begin doorgestuurd bericht | wiadomość przekazana |
    przekazana wiadomość | początek przekazanej wiadomości | przesłana wiadomość | mensagem encaminhada |
    início da mensagem reencaminhada | vidarebefordrat meddelande | vidarebefordrat brev | videresendt meddelelse |
    videresendt melding | välitetty viesti | přeposlaná zpráva | preposlaná správa | προωθημένο μήνυμα | mesaj redirecționat |
    továbbított üzenet | reply above this line | ursprüngliche termin | reply message
""")
)
