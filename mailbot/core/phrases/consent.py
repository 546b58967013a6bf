"""What people write who are asked to answer with a yes, in 30 languages.

Casefolded, one blank between words, no marks but apostrophes. A dash at the end: the word may go on. A dash at the beginning:
it may stand within other letters, as in languages that put no blanks between words.
"""

from collections.abc import Mapping

from mailbot.core.phrases.listed import typed

# First words of a clause that say yes whatever follows them.
YES = typed("""
    en:
        yes | yep | yup | yeah | aye | sure | of course | certainly | absolutely | definitely | go ahead |
        please do | please proceed | please go ahead | correct | confirm | confirmed | agreed
    de:
        jawohl | natürlich | selbstverständlich | gerne | einverstanden | bestätigt | bitte machen sie das
    fr, ca:
        oui | ouais | bien sûr | absolument | tout à fait | d'accord | entendu | confirmé | esclar | d'acord
    es, pt, it:
        sí | claro que sí | por supuesto | de acuerdo | conforme | confirmado | sim | claro que sim | com certeza |
        de acordo | sì | certo che sì | certamente | d'accordo | confermato
    nl:
        jazeker | jawel | natuurlijk | zeker | akkoord | bevestigd
    pl, cs, sk, sl, hr:
        oczywiście | zgoda | potwierdzone | ano | samozřejmě | áno | samozrejme | seveda | naravno | svakako
    sv, da, no, is:
        javisst | absolut | självklart | bekräftat | selvfølgelig | naturligvis | bekræftet | bekreftet | jú | auðvitað
    fi, et, lv, lt:
        kyllä | joo | juu | ilman muuta | vahvistettu | jah | muidugi | kinnitatud | jā | protams | taip | žinoma
    hu, ro, tr:
        igen | természetesen | rendben | desigur | bineînțeles | evet | tabii | elbette
    el, bg, ru, uk:
        ναι | μάλιστα | βεβαίως | φυσικά | βέβαια | σύμφωνοι | да | разбира се | конечно | так | звичайно
    zh, ja, ko:
        是 | 是的 | 好的 | 同意 | 确认 | はい | ええ | 네 | 예
""")

# These say yes alone or before one of the words beside them; otherwise they are `I`, `if`, `since`, `thanks` and more.
SHORT_YES: Mapping[str, tuple[str, ...]] = {
    "ja": typed("""
        de:
            bitte | ich | gerne | gern | natürlich | das | es | klar | sehr | unbedingt | sicher | ja | stimmt | ziehen |
            streichen | löschen | danke | einverstanden
        nl:
            graag | ik | dat | alstublieft | hoor | zeker | klopt | trek | dank | bedankt | akkoord
        sv, da, no:
            tack | tak | takk | jag | jeg | gärna | gjerne | det | bekräftar | bekræfter | bekrefter | snälla | venligst |
            vennligst
    """),
    "si": typed("""
        por favor | por supuesto | gracias | confirmo | deseo | quiero | acepto | autorizo | estoy de acuerdo | grazie |
        prego | confermo | desidero | voglio | vorrei | per favore | per cortesia
    """),
    "tak": typed("proszę | potwierdzam | poproszę | zgadzam | dziękuję | chcę | prosím | potvrzuji | ano"),
    "da": typed("""
        vă rog | confirm | mulțumesc | sunt de acord | doresc | vreau | prosim | hvala | potrjujem | molim | potvrđujem |
        želim
    """),
    "po": (),
    "jo": (),
    "sea": (),
}

# Anywhere in a clause.
AGREES = typed("""
    en:
        i confirm | i hereby confirm | we confirm | i agree | i consent | i do confirm | that is correct |
        that's correct | that's right | that is right | my answer is yes | the answer is yes | i say yes
    de:
        ich bestätige | bestätige ich | hiermit bestätige | ich stimme zu | ich bin einverstanden | bin einverstanden |
        das ist richtig | das stimmt | stimme dem zu
    fr, ca:
        je confirme | je le confirme | je vous confirme | je suis d'accord | j'accepte | je consens | c'est exact |
        c'est correct | c'est bien ça | confirmo | hi estic d'acord
    es, pt, it:
        lo confirmo | les confirmo | le confirmo | estoy de acuerdo | acepto | es correcto | confirmamos |
        venho confirmar | concordo | estou de acordo | está correto | confermo | lo confermo | vi confermo |
        sono d'accordo | acconsento | è corretto | è giusto
    nl:
        ik bevestig | bevestig ik | hierbij bevestig | ik ga akkoord | ik ben akkoord | ik stem toe | dat klopt |
        dat is juist
    pl, cs, sk:
        potwierdzam | zgadzam się | wyrażam zgodę | potwierdzamy | zgadza się | potvrzuji | potvrzuju | souhlasím |
        potvrdzujem | súhlasím
    sl, hr:
        potrjujem | strinjam se | potvrđujem | slažem se | suglasan sam | suglasna sam
    sv, da, no, is:
        jag bekräftar | bekräftar härmed | jag godkänner | jag samtycker | det stämmer | jeg bekræfter |
        bekræfter hermed | jeg er enig | jeg accepterer | det er korrekt | jeg bekrefter | bekrefter herved |
        jeg samtykker | det stemmer | ég staðfesti | ég samþykki
    fi, et, lv, lt:
        vahvistan | suostun | hyväksyn | kinnitan | olen nõus | nõustun | apstiprinu | piekrītu | patvirtinu | sutinku
    hu, ro, tr:
        megerősítem | egyetértek | hozzájárulok | beleegyezem | confirm că | eu confirm | sunt de acord | onaylıyorum |
        kabul ediyorum
    el, bg, ru, uk:
        επιβεβαιώνω | συμφωνώ | το επιβεβαιώνω | συναινώ | потвърждавам | съгласен съм | съгласна съм | подтверждаю |
        согласен | согласна | підтверджую | згоден | згодна
    zh, ja, ko:
        -我确认 | -我同意 | -確認します | -同意します | -承諾します | -확인합니다 | -동의합니다
""")

# Anywhere in a clause: it says no, or not.
NOT = typed("""
    en:
        no | not | never | none | nope | nay | nobody | nothing | neither | cannot | don't | doesn't | didn't | can't |
        won't | isn't | wasn't | wouldn't | shouldn't | haven't | hasn't | dont | didnt | cant | wont | without | refuse- |
        stop | disagree- | decline to | oppose- | deny | withhold-
    de:
        nein | nee | nicht | kein- | nie | niemals | nichts | niemand- | weder | ohne | widersprech- | ablehn- | verweiger-
    fr, ca:
        non | pas | jamais | aucun- | rien | n'- | ne | sans | refus- | nul
    es, pt, it:
        nunca | jamás | nada | ningun- | ningún- | tampoco | sin | não | nem | nenhum- | sem | niente | nessun- | né |
        rifiut- | rechaz- | recus- | nego
    nl:
        niet | geen | nooit | niets | zonder | weiger-
    pl, cs, sk:
        nie | nigdy | żaden | żadn- | ani | nic | bez | odmawiam | nechc- | nesouhl- | nepotvr- | nestah- | neruš- |
        nemaž- | nejsem | není | nepřej- | nemám | nebud- | nemoh- | neodvol- | nevím | nerozum- | nikdy | nežád- |
        nedáv- | nesúhlas- | nesťah- | neprajem | neviem | nemôž- | nežiad- | odmít- | odmietam
    sl, hr:
        ne | nočem | nisem | ni res | ni prav | to ni | nikoli | nikol- | neću | nemoj- | nisam | nije | nikad- |
        odbijam | zavračam
    sv, da, no, is:
        nej | inte | icke | ej | aldrig | ingen | inget | inga | ikke | nei | aldri | ikkje | ekki | aldrei | utan |
        uden | uten
    fi, et, lv, lt:
        ei | en halua | en ole | en voi | en tiedä | en ymmärrä | en pyytänyt | en hyväksy | en suostu | en vahvista |
        emme | eivät | älkää | älä | ettekä | koskaan | ära | ärge | mitte | nē | nevēlos | negribu |
        nepiekrīt- | neapstiprin- | neesmu | nezin- | neatsau- | nekad | nenoriu | nesutink- | nepatvirtin- | neatšauk- |
        neprašiau | nesu | nežinau | niekada | netrinkite
    hu, ro, tr:
        nem | ne | nincs | nincsen | soha | sem | nu vreau | nu doresc | nu confirm | nu sunt | nu am | nu mai | nu este |
        nu pot | nu e | nu retrag- | nu șterg- | nu știu | nu înțeleg | nu cer | niciodată | nici | refuz | hayır | değil |
        istemiyor- | yok | asla | çekmeyin | silmeyin | etmeyin | onaylamıyor- | etmiyor- | anlamadım | bilmiyorum
    el, bg, ru, uk:
        όχι | δεν | δε | μη | μην | ποτέ | κανένα- | κανείς | χωρίς | αρνούμαι | не | никога | недей- | няма | нет |
        никогда |
        ни | ні | ніколи | немає | без
    zh, ja, ko:
        -不 | -否 | -没 | -沒 | -别 | -別に | -勿 | -いいえ | -ない | -ません | -아니 | -않 | -마세요 | -말아 | -안 돼
""")

# A clause that begins with one of these is a plain no.
NO = typed("""
    no | nope | nein | non | nee | não | nie | ne | nej | nei | ei | nē | nem | nu | hayır | όχι | не | нет | ні | 不 |
    不是 | いいえ |
    아니요 | 아니오 | please don't | please do not | do not | don't | certainly not | of course not | bitte nicht |
    auf keinen fall | surtout pas | de ninguna manera | de modo nenhum | absolutely not | never | niemals | jamais | nunca
""")

# What to leave as it is; a clause with one of these and without a `not` asks for the opposite of taking back.
KEEPS = typed("""
    en:
        keep | leave my | leave it | stay in | stay on | remain in | remain on | still want to | still interested |
        still like to | ignore | disregard
    de:
        behalten | behaltet | bestehen lassen | belassen | stehen lassen | dabei bleiben | bleibe dabei | bleibe weiter |
        weiterhin | ignorieren
    fr, ca:
        garder | gardez | conserver | conservez | maintenir | maintenez | maintiens | je reste | toujours intéress- |
        ignorer | ignorez | mantenir | mantingueu | conservar
    es, pt, it:
        mantener | mantengan | mantenga | mantengo | conserven | conservar | sigo interesad- | ignoren | manter |
        mantenham |
        mantenho | continuo interessad- | ignorem | mantenere | mantenete | mantengo | tenere | tenete |
        ancora interessat- | ignorate
    nl:
        behouden | behoud | bewaar | bewaren | laat staan | laten staan | nog steeds | negeer- | negeren
    pl, cs, sk:
        zachować | zachowajcie | pozostawić | zostawić | proszę zostawić | nadal chcę | podtrzymuję | zignorować |
        ponechte |
        ponechat | nechte | zachovejte | stále mám zájem | ignorujte | ponechajte | nechajte | zachovajte
    sl, hr:
        obdržite | ohranite | pustite | zadržite | ostavite | ignorirajte
    sv, da, no, is:
        behåll- | låt stå | fortfarande | ignorera | behold- | lad stå | stadig | fortsatt | ignorer | halda | haldið
    fi, et, lv, lt:
        pitäkää | säilyttäkää | jättäkää | edelleen | jätke | säilitage | endiselt | paturiet | atstājiet | palikite |
        pasilikite
    hu, ro, tr:
        tartsák | hagyják | továbbra is | păstrați | mențineți | lăsați | ignorați | kalsın | tutun | hâlâ
    el, bg, ru, uk:
        κρατήστε | διατηρήστε | αφήστε | ακόμα ενδιαφέρομαι | αγνοήστε | запазете | оставете | оставьте | сохраните |
        залиште | збережіть
    zh, ja, ko:
        -保留 | -残して | -유지
""")

# Anywhere in a clause: the yes hangs on something, is for a part, for later, or is not sure.
DOUBTS = typed("""
    en:
        if | only | but | unless | except | provided | however | until | when | whether | as long as | later | wait |
        first |
        maybe | perhaps | probably | not sure | i think | depends | instead |
        before you | tomorrow | next week | part of | partly | question
    de:
        wenn | falls | sofern | aber | jedoch | nur | außer | sobald | bevor | ob | solange | später | warten | vielleicht |
        wahrscheinlich | vermutlich | zuerst | vorher | teilweise |
        eventuell | kommt darauf an | frage | stattdessen
    fr, ca:
        mais | sauf | seulement | uniquement | à condition | pourvu | s'il | s'ils | que si | attendez | plus tard |
        d'abord |
        peut-être | peut être | probablement | lorsque | quand | avant de | demain | question | però | només |
        excepte
    es, pt, it:
        pero | salvo | excepto | siempre que | solo | sólo | solamente | únicamente | cuando | hasta | espere | esperen |
        esperad | más tarde |
        primero | quizás | quizá | tal vez | probablemente | a menos | mañana | pregunta | mas | só | apenas |
        somente | exceto | desde que | a não ser | aguardem | mais tarde | primeiro | talvez | provavelmente |
        amanhã | pergunta | però | soltanto | solamente | tranne | eccetto | purché | quando | aspettate | più tardi |
        prima |
        forse | probabilmente | domani | domanda | ma solo | ma prima | che se
    nl:
        maar | mits | tenzij | alleen | behalve | indien | wanneer | wacht | wachten | later | eerst | misschien |
        waarschijnlijk | vraag | enkel
    pl, cs, sk:
        ale | jeśli | jeżeli | tylko | jedynie | chyba | pod warunkiem | o ile | gdyby | kiedy | oprócz | poczek- |
        później |
        najpierw | może | prawdopodobnie | jutro | pytanie | pokud | jestli | jestliže | jen |
        pouze | kdyby | ledaže | kromě | až | počkej- | později | nejdřív | možná | zítra | dotaz | ak | iba | len |
        pokiaľ | okrem | počkaj- | neskôr | najprv | možno | zajtra | otázk-
    sl, hr:
        ampak | vendar | če | toda | razen | počakaj- | pozneje | mogoče | morda | ali | ako | samo | osim |
        pričekaj- | kasnije | možda
    sv, da, no, is:
        men | bara | endast | utom | såvida | förutsatt | vänta | senare | först | kanske | troligen |
        av misstag |
        imorgon | fråga | hvis | såfremt | medmindre | kun | undtagen | vent | senere | først | måske | i morgen |
        spørgsmål | dersom | med mindre | bare | unntatt | kanskje | spørsmål | nema | aðeins | kannski | seinna
    fi, et, lv, lt:
        mutta | jos | vain | paitsi | ellei | odottakaa | myöhemmin | ensin | ehkä | kysymys | aga | kuid | kui |
        ainult | välja arvatud | oodake | hiljem | võib-olla | küsimus | bet | tikai | izņemot | vēlāk | varbūt |
        jautājum- | jei | jeigu | tik | tiktai | išskyrus | palaukite | vėliau | galbūt | klausim-
    hu, ro, tr:
        csak | kivéve | de csak | de ha | de előbb | ha nem | ha még | ha lehet | ha a | ha az | amennyiben | később |
        várjanak | talán | kérdés- | dar | dacă | doar | numai | decât | cu condiția | mai târziu | așteptați |
        poate | întrebare | ama | fakat | eğer | sadece | ancak | yalnız- | bekleyin | sonra | belki |
        soru- | önce
    el, bg, ru, uk:
        αλλά | όμως | αν | εάν | μόνο | εκτός | περιμένετε | αργότερα | πρώτα | ίσως | ερώτηση | но | ако |
        само | освен |
        изчакайте | по-късно | може би | въпрос | если | только | кроме | подождите | позже | может быть |
        вопрос | але | якщо | лише | тільки | крім | зачекайте | пізніше | можливо | питання
    zh, ja, ko:
        -如果 | -但 | -只 | -除非 | -等 | -也许 | -もし | -ただし | -だけ | -たら | -かも | -만약 | -하지만 | -만 | -아마
""")

# What happened by mistake may not have to happen; who was taken off by mistake says so to be put back.
MISTAKES = typed("""
    mistake | error | by accident | by mistake | versehen | versehentlich | irrtum | irrtümlich | erreur | por error |
    por engano | per errore | per sbaglio | vergissing | per ongeluk | pomyłk- | przez przypadek | omyl- | pomot- |
    grešk- | pogrešk- | misstag | av misstag | fejl | feil | vahingo- | kogemata | kļūd- | klaid- | tévedés- | greșeal- |
    yanlış- | λάθος | грешк- | ошибк- | помилк-
""")

# The same is said by who never asked to be taken off.
NOT_I = typed("""
    en:
        i never asked | i did not ask | i didn't ask | not me | wasn't me | i did not write | i never wrote |
        i did not withdraw | i never withdrew
    de:
        war ich nicht | bin das nicht | nicht von mir | nicht darum gebeten | nie darum gebeten | nicht verlangt
    fr:
        n'est pas moi | n'était pas moi | n'ai pas demandé | n'ai rien demandé | n'ai jamais demandé
    es, pt, it:
        no fui yo | no he sido yo | no lo pedí | no he pedido | nunca lo pedí | não fui eu | não pedi | nunca pedi |
        non sono stato io | non sono stata io | non ho chiesto | non l'ho chiesto | mai chiesto
    nl, pl:
        niet door mij | was ik niet | niet gevraagd | nooit gevraagd | to nie ja | nie prosiłem | nie prosiłam
    sv, cs, el:
        inte jag | inte bett om | aldrig bett | nebyl jsem to já | nebyla jsem to já | jsem nežádal | jsem nežádala |
        δεν ήμουν εγώ | δεν το ζήτησα | ποτέ δεν ζήτησα
""")

# The same where a clause begins with it; elsewhere these are other words.
DOUBTS_FIRST = typed("si | se | om | als | ma | ha | da | quan | kada | hvornår | när")

# Receiving, reading or knowing something is no consent to it.
RECEIVING = typed("""
    en:
        receipt | received | receive | got your | have read | have seen | noted
    de:
        erhalt | empfang | erhalten | bekommen | eingang | gelesen | zur kenntnis
    fr, ca:
        réception | reçu | avoir reçu | lu | pris connaissance | recepció | rebut
    es, pt, it:
        recepción | recibido | recibí | he recibido | recibo | leído | receção | recepção | recebi | recebido |
        recebimento |
        ricezione | ricevuto | ricevuta | letto
    nl:
        ontvangst | ontvangen | gelezen
    pl, cs, sk:
        odbiór | otrzyma- | dostałem | dostałam | przeczyta- | přijetí | obdržel- | dostal- | přečetl- | prijatie | dostala
    sl, hr:
        prejem | prejel- | primitak | primio | primila
    sv, da, no, is:
        mottagande- | mottagit | fått | läst | modtag- | modtaget | læst | mottak- | mottatt | lest | móttekið | móttöku
    fi, et, lv, lt:
        vastaanott- | saanut | luin | saapu- | kätte | kättesaam- | sain | saņem- | gavau | gavimą
    hu, ro, tr:
        megkap- | átvétel- | primirea | primit | aldım | okudum
    el, bg, ru, uk:
        παραλαβή | έλαβα | λήψη | διάβασα | получаване- | получих | получение | получил- | отримання | отримав | отримала
""")

# Taking part: `Yes, I will come` is no consent to being taken off.
COMING = typed("""
    en:
        participat- | attend | attending | attendance | take part | taking part | i'm coming | i am coming | i will come |
        i'll come | i'll be there | i will be there | join | joining | count me in | look forward to | looking forward
    de:
        teilnehm- | teilnahme | nehme teil | nehme gerne teil | dabei | bin dabei | komme | freue mich auf | mitmachen
    fr, ca:
        particip- | prendre part | je viens | je viendrai | j'assiste- | assister
    es, pt, it:
        asist- | vendré | iré | irei | partecip- | verrò | ci sarò
    nl:
        deelne- | deel te nemen | neem deel | ik kom | erbij
    pl, cs, sk:
        udział | uczestnic- | przyjadę | przyjdę | będę obecn- | zúčastn- | účast- | přijedu | přijdu | zúčastň- | prídem
    sl, hr:
        udelež- | sodelov- | pridem | sudjelov- | dolazim
    sv, da, no, is:
        delta | deltar | deltag- | kommer | ser fram emot | deltak- | jeg kommer | gleder meg | þátt
    fi, et, lv, lt:
        osallist- | tulen | osale- | osaled- | tulen | piedal- | dalyv-
    hu, ro, tr:
        részt | részvétel- | megyek | jövök | voi veni | voi fi | katıl- | geliyorum
    el, bg, ru, uk:
        συμμετ- | θα έρθω | θα είμαι | участ- | участв- | ще дойда | приду | приїду | прийду | візьму участь
""")

# No longer: of taking part it is a reason to be taken off, and no `not` to it.
NO_LONGER = typed("""
    no longer | not … any more | not … anymore | not … any longer |
    don't … any more | don't … anymore | nicht mehr | ne … plus |
    ya no | não … mais | já não | non … più | niet meer | nie … już | już nie | inte längre | ikke længere | ikke lenger |
    už ne | nu mai | már nem | nem … többé | vairs ne | enam ei | ei enam | enää | nebe | δεν … πλέον | δεν … πια |
    больше не | більше не | вече не | artık
""")

# Taking back. With it, what is said of taking part is what is taken back; a yes to anything else speaks of another thing.
TAKING_BACK = typed("""
    en:
        withdraw- | cancel- | remove- | delete- | erase- | pull | take me off | take it back | take back | taken off
    de:
        zurück- | rückzug- | lösch- | entfern- | streich- | stornier- | widerruf- | abmeld-
    fr, ca:
        retir- | retrait- | annul- | supprim- | effac- | désinscri- | anul- | suprim- | esborr-
    es, pt, it:
        elimin- | borr- | baja | cancel- | apag- | desist- | exclu- | ritir- | cancell- | rimuov- | rimoz-
    nl:
        intrek- | terugtrek- | trek mij- | trek mijn | verwijder- | schrap- | annuleer- | ingetrokken
    pl, cs, sk:
        wycof- | usun- | usuń- | skreśl- | rezygn- | stáhn- | staž- | stah- | zruš- | smaž- | vymaž- | odhlás- | stiahn- |
        sťah- | odvol-
    sl, hr:
        umakn- | umik- | izbriš- | povuc- | povlač- | odustaj- | odjav-
    sv, da, no, is:
        dra tillbaka | drar tillbaka | återkalla- | radera- | ta bort | stryk- | trække | trækker | træk | slet- | fjern- |
        afmeld- | trekk- | avmeld- | afturkalla- | eyða
    fi, et, lv, lt:
        peru- | poista- | võta- | tühista- | kustuta- | atsauk- | atsauc- | dzēs- | atšauk- | atsiim- | panaikin- | ištrin-
    hu, ro, tr:
        visszavon- | töröl- | törl- | retrag- | anul- | șterg- | geri çek- | iptal- | sil-
    el, bg, ru, uk:
        αποσύρ- | απόσυρ- | διαγρ- | ακύρω- | ακυρώ- | оттегл- | изтри- | отозв- | отзыва- | удали- | снять | відклик- |
        видал- | скасу-
    zh, ja, ko:
        -撤回 | -取消 | -删除 | -削除 | -取り下げ | -취소 | -삭제
""")

# Putting back what was taken back.
PUTTING_BACK = typed("""
    en:
        restore- | reinstate- | undo | put me back | put it back | put my entry back | put my application back |
        back in | want it back | want my entry back | reactivate-
    de:
        wiederherstell- | wieder herstell- | rückgängig | wieder aufnehm- | wieder aufgenommen | zurücknehmen
    fr, ca:
        rétabli- | restaur- | annuler le retrait | annulez le retrait | réactiv- | restabli-
    es, pt, it:
        restaur- | restablec- | recuper- | reactiv- | deshacer | deshag- | repor | reponham | reativ- | desfazer | ripristin- |
        riattiv-
    nl:
        herstel- | terugzet- | zet mij terug | ongedaan
    pl, cs, sk:
        przywróć- | przywróc- | cofnąć | cofnij- | obnov- | vrátit zpět | vraťte
    sl, hr:
        obnov- | povrni- | vrni- | vrati-
    sv, da, no, is:
        återställ- | ångra- | gendan- | genopret- | fortryd- | gjenopprett- | angre- | endurheimt-
    fi, et, lv, lt:
        palautta- | palauttakaa | taasta- | atjauno- | atkurti | atkurkite | grąžin-
    hu, ro, tr:
        visszaállít- | helyreállít- | restabil- | reactiv- | repuneți | geri al- | geri yükle-
    el, bg, ru, uk:
        επαναφ- | επαναφέρ- | възстанов- | върнете | восстанов- | верните | віднов- | поверн-
""")

# A greeting that a yes may follow without a comma.
GREETINGS = typed("""
    hello | hi | hey | dear all | hallo | guten tag | bonjour | hola | olá | ciao | buongiorno | dzień dobry | hej | hei |
    dobrý den | dobrý deň | bună ziua | γεια σας | καλημέρα | please | well | ok | okay | oh | ach | então | pues | allora |
    also
""")
