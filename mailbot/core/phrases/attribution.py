"""How clients introduce quoted text: attribution lines, markers of original and forwarded messages, header names.

Taken from what the clients write: Gmail, Outlook, Apple Mail, iOS, Thunderbird, Yahoo, Proton, GMX, K-9, Samsung, Zimbra,
Roundcube, Lotus. All words are casefolded.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import folded


class Attribution(NamedTuple):
    """openers: first words of the line, a blank follows. verbs: 'wrote', anywhere in the line, which ends in a colon."""

    openers: tuple[str, ...]
    verbs: tuple[str, ...]


ATTRIBUTIONS: Mapping[str, Attribution] = {
    # On Mon, Feb 1, 2016 at 4:58 AM, "Some One" <one@example.org> wrote:
    "en": Attribution(("on", "at"), ("wrote", "writes", "said")),
    # Am 25.06.2015 um 10:55 schrieb Eine Person: |
    # Eine Person <eine@example.org> schrieb am Di., 16. Aug. 2016 um 12:52 Uhr:
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
    "pl": Attribution(
        ("w dniu", "dnia", "w", "wiadomość napisana przez"),
        ("napisana przez", "napisał", "napisał(a)", "napisała", "pisze", "wrote"),
    ),
    # Em qua., 3 de fev. de 2021 às 10:00, Alguém <alguem@example.org> escreveu:
    "pt": Attribution(("em", "a", "no dia", "às"), ("escreveu",)),
    # Den ons 3 feb. 2021 kl 10:00 skrev Någon <nagon@example.org>:
    "sv": Attribution(("den", "på"), ("skrev",)),
    # Den 08/06/2015 kl. 21.21 skrev Nogen <nogen@example.org>: (Norwegian and Danish write the same)
    "da": Attribution(("den", "d."), ("skrev", "følgende")),
    # ke 3. helmik. 2021 klo 10.00 Joku <joku@example.org> kirjoitti:
    "fi": Attribution(("lähettäjä",), ("kirjoitti",)),
    # st 3. 2. 2021 v 10:00 odesílatel Někdo <nekdo@example.org> napsal: | Dne 3. 2. 2021 v 10:00 Někdo napsal(a):
    "cs": Attribution(("dne",), ("napsal", "napsal(a)", "napsala")),
    # Dňa 3. 2. 2021 o 10:00 Niekto napísal(a):
    "sk": Attribution(("dňa",), ("napísal", "napísal(a)", "napísala")),
    # Dana 3. 2. 2021. u 10:00 Netko napisao je: | Dne 3. 2. 2021 ob 10:00 je Nekdo napisal(a):
    "hr": Attribution(("dana", "u", "dne", "v"), ("napisao", "napisala", "napisao/la", "piše", "napisal", "napisal(a)")),
    # Kuupäeval 3.02.2021 10:00 kirjutas Keegi:
    "et": Attribution(("kuupäeval", "kuupäev"), ("kirjutas",)),
    # 2021-02-03, tr, 10:00 Kažkas <kazkas@example.org> rašė: |
    # trešd., 2021. g. 3. febr., plkst. 10:00 — lietotājs … rakstīja:
    "lt": Attribution(("pirmd.,",), ("rašė", "parašė", "rakstīja")),
    # На ср, 3.02.2021 г. в 10:00 Някой <nyakoy@example.org> написа: | ср, 3 лют. 2021 р. о 10:00 Хтось … пише:
    "bg": Attribution(("на",), ("написа", "пише", "написав", "написала", "написав(ла)")),
    # Στις Τετ, 3 Φεβ 2021 στις 10:00 π.μ., ο χρήστης Κάποιος <kapoios@example.org> έγραψε:
    "el": Attribution(("στις", "την"), ("έγραψε", "έγραψαν")),
    # În mie., 3 feb. 2021 la 10:00, Cineva <cineva@example.org> a scris:
    "ro": Attribution(("în", "pe", "la"), ("a scris", "scrie")),
    # Valaki <valaki@example.org> ezt írta (időpont: 2021. febr. 3., Sze, 10:00):
    "hu": Attribution((), ("ezt írta", "írta", "a következőt írta")),
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
    "from": folded("""
        from | von | de | da | van | od | från | fra | lähettäjä | από | de la | feladó | от | kimden | odesílatel | 发件人 |
        寄件者 | 差出人 | 보낸 사람 | absender | expéditeur | remitente | mittente | afzender | nadawca |
        remetente | avsändare | afsender | avsender | αποστολέας | expeditor | odosielateľ | šalje | pošiljatelj | saatja |
        nuo | від | küldő
    """),
    "date": folded("""
        date | sent | datum | gesendet | envoyé | envoyé le | envoyés | enviado | enviado el | enviado em | enviada |
        enviada em | enviados | enviadas | fecha | data | inviato | inviato il | inviata | inviati | verzonden | wysłano |
        wysłane | data wysłania | skickat | skickat den | sendt | sendt den | dato | lähetetty | päivämäärä | päiväys |
        odesláno | odoslané | dátum | στάλθηκε | αποστολή | εστάλη | ημερομηνία | ημ/νία | trimis | dată | elküldve |
        küldve |
        elküldött üzenetek | dátum | отправлено | дата | tarih | gönderildi | message du | 发送时间 | 日期 | 送信日時 | 日付 |
        보낸 날짜 | poslano | poslato | saatmisaeg | saadetud | kuupäev | išsiųsta | nosūtīts | изпратено | надіслано |
        date/time | datum/zeit | data/hora | verzonden op
    """),
    "to": folded("""
        to | an | à | a | para | aan | do | till | til | vastaanottaja | saaja | komu | προς | către | címzett | кому |
        kime | 收件人 |
        宛先 | 받는 사람 | per | za | prima | adressaat | kellele | kam | до | empfänger | destinataire | destinatario |
        geadresseerde | destinatário | mottagare | modtager | mottaker | παραλήπτης | destinatar | prejemnik
    """),
    "subject": folded("""
        subject | betreff | betrifft | objet | sujet | asunto | oggetto | onderwerp | temat | assunto | ämne | ärende |
        rubrik |
        emne | vedrørende | aihe | otsikko | předmět | predmet | věc | θέμα | subiect | tárgy |
        тема | konu | 主题 | 主旨 | 件名 |
        제목 | assumpte | zadeva | naslov | teema | tema | tēma
    """),
    "other": folded("""
        cc | bcc | copie à | copie | cópia | kopie | kopia | kopi | kopio | dw | dv | kopi til | reply-to | antwort an |
        répondre à | responder a | rispondi a | importance | priority | wichtigkeit | priorität | attachments | anlagen |
        pièces jointes | organization | κοιν. | κοιν | κοινοποίηση | cci | cc à | kópia | másolat | másolatot kap |
        kopija | koopia |
        копия | копія | cco | ccn | sent by | envoyé par | gesendet von | inviato da | enviado por | verzonden door |
        wysłane przez |
        reply to | antwoord aan | odpowiedz do | svar til | svara till | anlage | anhang | allegati | adjuntos | bijlagen |
        załączniki | anexos | bilagor | bilag | vedhæftede filer | liitteet | přílohy | συνημμένα | atașamente |
        mellékletek |
        signed by | categories | sensitivity
    """),
}

# In a From line: one sent it for another, so that it names two.
SENT_FOR = folded("""
    on behalf of | via | im auftrag von | de la part de | pour le compte de | en nombre de | per conto di | namens |
    w imieniu | em nome de | för | på uppdrag av | på vegne af | på vegne av | jménem | εκ μέρους | puolesta
""")

# Lines that stand alone and say: below is another message. Dashes, stars and a closing colon around them are taken off first.
MARKERS = frozenset(
    folded("""
    en:
        original message | original email | original e-mail | original mail | original appointment |
        begin forwarded message |
        forwarded message | forwarded by | forwarded email | reply above this line | reply message | end forwarded message
    de:
        original-nachricht | originalnachricht | ursprüngliche nachricht | ursprüngliche e-mail | ursprüngliche mail |
        weitergeleitete nachricht | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail |
        weitergeleitete e-mail | ursprüngliche termin | ursprünglicher termin
    fr:
        message d'origine | message original | message initial | mail original | courriel original | e-mail original |
        message transféré | début du message réexpédié | début du message transféré | message réexpédié | e-mail d'origine |
        rendez-vous d'origine
    es, ca, pt:
        mensaje original | mensaje reenviado | inicio del mensaje reenviado | correo original | missatge original |
        missatge reenviat | mensagem original | mensagem encaminhada | mensagem reencaminhada |
        início da mensagem reencaminhada | início da mensagem encaminhada
    it, nl:
        messaggio originale | messaggio originario | messaggio inoltrato | inizio messaggio inoltrato |
        oorspronkelijk bericht | origineel bericht | oorspronkelijke e-mail | doorgestuurd bericht |
        begin doorgestuurd bericht
    pl:
        wiadomość oryginalna | oryginalna wiadomość | wiadomość przekazana | przekazana wiadomość |
        treść przekazanej wiadomości |
        początek przekazanej wiadomości | przesłana wiadomość | wiadomość przesłana dalej
    sv, da, no, fi:
        ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande | vidarebefordrat brev |
        vidarebefordrat mejl | påbörjat vidarebefordrat mejl | oprindelig meddelelse | oprindelig besked |
        original meddelelse |
        videresendt meddelelse | videresendt besked | start på videresendt besked | opprinnelig melding |
        opprinnelig e-post |
        videresendt melding | videresendt e-post | alkuperäinen viesti | välitetty viesti | edelleenlähetetty viesti |
        välitetty viesti alkaa
    cs, sk, hr, sl:
        původní zpráva | původní e-mail | přeposlaná zpráva | začátek přeposílané zprávy | pôvodná správa |
        preposlaná správa |
        izvorna poruka | originalna poruka | proslijeđena poruka | prosleđena poruka | izvirno sporočilo |
        posredovano sporočilo
    el, ro, hu:
        αρχικό μήνυμα | πρωτότυπο μήνυμα | προωθημένο μήνυμα | αρχή προωθημένου μηνύματος | mesaj original |
        mesajul original |
        mesaj redirecționat | începutul mesajului redirecționat | eredeti üzenet | továbbított üzenet |
        a továbbított levél kezdete | továbbított levél
    other:
        исходное сообщение | оригинальное сообщение | пересылаемое сообщение | оригінальне повідомлення |
        пересланное сообщение |
        оригинално съобщение | препратено съобщение | algne kiri | edastatud kiri | originalus laiškas |
        persiųstas laiškas |
        sākotnējais ziņojums | orijinal mesaj | özgün ileti
    """)
)

# A word of these within dashes makes a marker of whatever stands beside it: `-----Antwort Nachricht-----`.
MESSAGE_WORDS = frozenset(
    folded("""
        message | mail | e-mail | email | nachricht | mensaje | missatge | mensagem | messaggio | bericht | wiadomość |
        meddelande | meddelelse | besked | melding | brev | viesti | zpráva | zprávy | správa | μήνυμα | mesaj |
        mesajul | üzenet |
        levél | сообщение | съобщение | повідомлення | poruka | sporočilo | kiri | laiškas | ziņojums | courriel
    """)
)
