"""How people say that they cannot come, or give back a place that they have.

Casefolded, without marks. `…` stands for other words of the same clause.
"""

from mailbot.core.phrases.listed import also_bare, folded, listed, typed


def _products(text: str) -> tuple[str, ...]:
    """`cannot | won't + come | attend;` is four phrases."""
    rows = (row.split("+") for row in text.split(";") if "+" in row)
    sides = ((listed(left.replace("\n", "|")), listed(right.replace("\n", "|"))) for left, right in rows)
    return also_bare(f"{one} {other}".casefold() for left, right in sides for one in left for other in right)


# Anywhere in a clause: the writer cannot come.
CANNOT = (
    *_products("""
        cannot | can not | can't | cant | will not | won't | wont | shall not | won't be able to | wont be able to |
        am not able to | i'm not able to |
        not be able to | can no longer | no longer able to | am unable to | i'm unable to | be unable to | unable to +
            come | attend | participate | take part | join | make it | be there | be present | be with you | travel |
            accept | be attending | be joining | be coming;
        kann … nicht … | kann … nicht | kann ich … nicht | werde … nicht | werde ich … nicht | kann … nun nicht +
            kommen | teilnehmen | dabei sein | anwesend sein | anreisen | annehmen | wahrnehmen;
        nicht +
            kommen kann | teilnehmen kann | teilnehmen können | kommen können | dabei sein kann | dabei sein können;
        ne peux | ne pourrai | ne peux plus | ne pourrai plus | ne pourrais | ne puis | peux | pourrai +
            venir | participer | assister | être | pas venir | pas participer | pas assister | pas y assister | pas être |
            pas me joindre | pas me libérer | pas me déplacer | pas accepter | pas y être | pas y participer |
            plus venir | plus participer |
            plus assister;
        no puedo | no podré | no voy a poder | no puedo ya | no podre | no me es posible | no me será posible +
            ir | asistir | participar | acudir | venir | estar | viajar | aceptar | acompañar;
        não posso | não poderei | não vou poder | já não posso | já não poderei | não consigo | não me é possível +
            ir | participar | comparecer | estar | vir | assistir | aceitar | viajar;
        non posso | non potrò | non riesco a | non riuscirò a | non mi è possibile | non mi sarà possibile +
            venire | partecipare | esserci | essere | prendere parte | accettare | viaggiare;
        kan … niet | kan ik … niet | zal … niet | lukt … niet om … te | lukt … niet te | lukt … niet +
            komen | deelnemen | aanwezig zijn | bij zijn | deel te nemen | kunnen komen;
        nie mogę | nie będę mógł | nie będę mogła | nie dam rady | nie jestem w stanie | nie mogłem | nie mogłam +
            przyjechać | przyjść | wziąć udział | uczestniczyć | być | przybyć | dojechać | przyjąć;
        kan … inte | kan jag … inte | kommer … inte kunna | kommer inte att kunna | kommer inte att |
        har … inte möjlighet att +
            komma | delta | närvara | medverka | vara med | resa;
        nemohu | nemůžu | nebudu moci | nebudu moct | se nemohu | se nemůžu | se nebudu moci | nemohu se | nemůžu se +
            přijet | přijít | zúčastnit | účastnit | dorazit | přijmout;
        δεν μπορώ να | δεν θα μπορέσω να | δε μπορώ να | δεν θα μπορώ να | αδυνατώ να | δεν είμαι σε θέση να +
            έρθω | παρευρεθώ | συμμετάσχω | είμαι εκεί | παραστώ | παραβρεθώ | ταξιδέψω | αποδεχτώ | αποδεχθώ;
    """),
    *typed("""
        i will not come | i won't come | will not be coming | i am not coming | i'm not coming | not possible for me to |
        impossible for me to attend | impossible for me to come | ich komme nicht | komme ich nicht | komme nicht |
        nehme … nicht teil | schaffe es nicht | schaffe ich es nicht | schaffe ich … leider nicht |
        ne pas pouvoir participer | ne pas pouvoir venir | ne pas pouvoir assister | ne pas pouvoir être |
        fått förhinder | har förhinder | fick förhinder | bin … verhindert | ne viendrai pas | ne participerai pas |
        ne serai pas présent | ne serai pas là | ne serai pas des vôtres | m'est impossible de venir |
        m'est impossible de participer | m'est impossible d'assister | no asistiré | no iré | no participaré |
        me es imposible asistir | me resulta imposible asistir | no voy a ir | não irei | não estarei presente | não vou |
        não participarei | non verrò | non vengo | non parteciperò | non ci sarò | sono impossibilitat | ik kom niet |
        kom ik niet | ik zal … niet zijn | ben … verhinderd | nie przyjadę | nie przyjdę | nie wezmę udziału |
        nie będzie mnie | jag kommer inte | jag deltar inte | är … förhindrad | nepřijedu | nepřijdu | nezúčastním se |
        se nezúčastním | δεν θα έρθω | δεν θα συμμετάσχω | δεν θα παρευρεθώ | δεν θα είμαι εκεί |
        jag är tyvärr förhindrad | je suis empêch
    """),
)

# The same said without a `not`; with one it says the opposite.
GIVES_BACK = (
    *_products("""
        i have to | i must | i need to | i will have to | i'll have to | i would like to | i want to | i wish to |
        i'm forced to | i am forced to | i am obliged to | forced to +
            cancel | decline | pass | give back my place | give my place | give the place | give up my place |
            release my place | return my place | withdraw my acceptance | turn down | call off |
            cancel my participation;
        tengo que | debo | he de | me veo obligado a | me veo obligada a +
            cancelar | renunciar | declinar | rechazar | anular mi;
        tenho de | tenho que | devo | preciso de +
            desistir do | cancelar | declinar | recusar | renunciar;
        devo | sono costretto a | sono costretta a | mi trovo costretta a | mi trovo costretto a +
            rinunciare | declinare | disdire | annullare | cancellare | rifiutare;
        muszę | jestem zmuszony | jestem zmuszona +
            zrezygnować | odmówić | odwołać | zwolnić miejsce;
        måste | jag får +
            tacka nej | lämna återbud | avboka | ställa in | avstå | avsäga;
        musím +
            odmítnout | zrušit | odřeknout | vzdát | omluvit | se omluvit | se vzdát;
        πρέπει να +
            αρνηθώ | ακυρώσω | αποσυρθώ | παραιτηθώ;
    """),
    *typed("""
        musím … zrušit | musím … odřeknout | muszę … odwołać | i decline | i hereby decline | respectfully decline |
        give my place to | give my seat to | give my spot to | offer my place to | offer the place to |
        offer the place to the next person | place to another person | to the next person | pass my place |
        i give my place back | give my place back | give the place back | i give back my place | i release my place |
        i cancel my participation | please cancel my participation | withdraw my acceptance | muss … absagen | sage … ab |
        muss … passen | ziehe meine zusage zurück | meine zusage zurückziehen | platz zurückgeben | platz zurück |
        platz weiter | meine teilnahme absagen | verzichte auf meinen platz | muss … verzichten | dois … décliner |
        dois … annuler | dois … renoncer | je décline | renonce à ma place | donner ma place | rends ma place |
        cède ma place | annuler ma participation | annule ma participation | dois … me désister | libère ma place |
        regret de devoir annuler | renuncio a mi plaza | renuncio a mi lugar | cedo mi plaza | cancelo mi participación |
        cancelar mi participación | cancelo mi asistencia | rinuncio al posto | rinuncio al mio posto |
        cedo il mio posto | annullo la mia partecipazione | disdico | moet … afzeggen | moet … bedanken |
        moet … annuleren | zeg … af | geef mijn plaats terug | mijn plaats teruggeven | moet … verstek laten |
        zie af van mijn plaats | rezygnuję z miejsca | rezygnuję z udziału | zwalniam miejsce | oddaję miejsce |
        odwołuję swój udział | desisto do meu lugar | renuncio ao meu lugar | cedo o meu lugar |
        cancelo a minha participação | tackar nej | lämnar återbud | avstår från min plats | lämnar tillbaka min plats |
        avbokar min plats | vracím místo | vzdávám se místa | ruším svou účast | odmítám pozvání |
        παραιτούμαι από τη θέση | παραχωρώ τη θέση | ακυρώνω τη συμμετοχή | αρνούμαι την πρόσκληση | ακυρώσω τη συμμετοχή
    """),
)
# The whole of a clause.
CANNOT_AT_ALL = frozenset(
    typed("""
    i can't | i cannot | i can not | i won't | i am unable to | i'm unable to | i can't come | ich kann nicht |
    kann ich nicht | kann nicht | geht nicht | es geht nicht | je ne peux pas | je ne pourrai pas | je peux pas |
    no puedo | no podré | no me es posible | non posso | non potrò | non riesco | ik kan niet | kan ik niet |
    het lukt niet | lukt niet | het lukt mij niet | nie mogę | nie dam rady | nie będę mógł | nie będę mogła | não posso |
    não poderei | não vou poder | não consigo | jag kan inte | kan jag inte | kan inte | det går inte | nemohu | nemůžu |
    nebudu moci | δεν μπορώ | δεν θα μπορέσω | δε μπορώ
    """)
)
# Of what declines a call, these say only that one is busy, or leave open what cannot be done.
NOT_ENOUGH = frozenset(
    folded("""
    does not fit my | doesn't fit my | does not suit me | clashes with | i have other commitments | already committed |
    not possible for me to | won't be able to | not available … that day | not available on | i'm unable | i am unable |
    on leave that | suis déjà pris | ai un autre engagement | ne peux malheureusement pas | m'est impossible de |
    ne pourrai malheureusement pas | ne pourrai pas être | suis pas en mesure de | suis malheureusement en déplacement |
    pourrai donc pas | suis dans l'impossibilité | regret de ne pouvoir | schaffe ich … nicht | schaffe das … nicht |
    passt leider nicht | terminlich nicht | bin anderweitig | bin … verplant | kann leider nicht | kann ich leider nicht |
    passt mir leider nicht | tengo otro compromiso | me resulta imposible | me es imposible | no me es posible |
    no me será posible | no me va a ser posible | no podré estar | tenho outro compromisso | não poderei estar |
    não me é possível | não vou poder | quel giorno non ci sono | ho già un impegno | ho un altro impegno |
    non potrò essere | non mi è possibile | sono già impegnat | io non posso | heb een andere afspraak |
    komt mij niet uit | past niet in mijn agenda | kan zelf niet | ik kan niet | kan helaas niet | nie będę mógł |
    nie będę mogła | mam inne zobowiązania | termin mi nie | nie jestem w stanie | nie będę w stanie | kan tyvärr inte |
    är upptagen | krockar med | kan jag inte | kan jag tyvärr inte | har tyvärr inte | en valitettavasti | en pääse |
    se mi nehodí | mi nevyhovuje | nemohu bohužel | nebudu se moci | bohužel nemohu | se nemohu bohužel | se nebudu moci |
    se nemůžu | bohužel nebudu | bohužel nemôžem | nu voi putea | sajnos nem tudok | έχω άλλη υποχρέωση |
    δεν μου είναι δυνατό | αδυνατώ να | δεν θα μπορέσω | er forhindret i | lukt het mij niet | lukt mij niet
    """)
)
# What a refusal may be of and be one of the whole meeting: `I cannot come to your meeting in Brussels that day`.
MEETING = frozenset(
    typed("""
    en:
        to | at | in | on | for | of | the | a | an | this | that | these | those | your | our | my | it | meeting |
        event | gathering | consultation | workshop | conference | roundtable | round | table | invitation | offer |
        place | seat | spot | participation | attendance | acceptance | day | days | date | dates | weekend | week |
        month | all | back | kind | you | with | be | somebody | someone | else | next | candidate | waiting | list |
        person's | after | any | and
    de:
        zu | zum | zur | an | am | im | bei | beim | der | die | das | dem | den | des | ein | diesem | diesen | dieser |
        diese | dieses | ihrem | ihrer | ihre | ihr | meine | meinen | mein | meiner | treffen | veranstaltung | sitzung |
        tagung | konsultation | konferenz | einladung | angebot | platz | teilnahme | zusage | tag | tagen | termin |
        wochenende | woche | mal | ich | wieder | zurück | jemand | jemanden | anderen | anderem | andere | an | nach |
        ihnen | teil | es | dabei
    fr:
        à | au | aux | la | le | les | l'invitation | l'événement | de | du | des | d' | cette | ce | ces | votre | vos |
        ma | mon | y | réunion | rencontre | consultation | conférence | événement | invitation | place | participation |
        présence | jour | jour-là | jours-là | semaine | week-end | parmi | vous | présent | présente | là | vôtres |
        quelqu'un | d'autre | personne | autre | une | un | offre | en | fois | cette-fois | je | joindre
    es, pt, it:
        a | al | la | el | los | las | lo | en | de | del | esta | este | ese | esa | esos | su | mi | reunión |
        encuentro | evento | consulta | jornada | conferencia | invitación | plaza | lugar | participación | asistencia |
        presente | día | días | fin | semana | fecha | fechas | vez | les | con | ustedes | otra | persona | à | ao | na |
        no | nas | nos | o | os | as | um | uma | em | do | da | dos | das | neste | nesta | nesse | dia | data | meu |
        minha | vosso | vossa | reunião | encontro | conferência | convite | participação | presença | vaga | outra |
        pessoa | convosco | alla | all'incontro | all'evento | al | il | i | di | del | della | dell'incontro | in |
        questa | questo | quel | quei | vostro | vostra | mio | mia | incontro | riunione | evento | consultazione |
        conferenza | invito | posto | partecipazione | giorno | giorni | presente | qui | tra | voi | un'altra | altra |
        data | volta | ne | vi | per
    nl:
        naar | de | het | op | aan | bij | deze | dit | die | dat | uw | jullie | mijn | bijeenkomst | vergadering |
        overleg | evenement | conferentie | uitnodiging | plaats | deelname | dag | dagen | datum | weekend | week |
        keer | te | om | zijn | iemand | anders | van | aanwezig | ik | mij | me | in
    pl:
        na | w | we | do | z | ze | udziału | udział | tym | tego | to | te | tej | spotkanie | spotkaniu | spotkania |
        konsultacje | konsultacjach | konsultacji | wydarzenie | wydarzeniu | konferencji | konferencję | zaproszenia |
        zaproszenie | miejsca | miejsce | swojego | swój | mojego | mój | moje | dniu | dnia | dniach | razem | obecny |
        obecna | terminie | komuś | innemu | państwa | uczestnictwa
    sv:
        på | till | i | vid | detta | denna | den | det | de | dessa | er | ert | min | mitt | mötet | möte | träffen |
        konferensen | samrådet | evenemanget | inbjudan | plats | platsen | deltagande | dagen | dagarna | gången | gång |
        närvarande | någon | annan | att | jag | helgen | veckan | då | ja
    cs:
        na | do | se | v | ve | z | k | ke | tomto | toto | tom | ten | to | té | té | vaše | vašeho | vašem | své |
        svou | mou | moje | setkání | jednání | akce | akci | konzultaci | konzultace | schůzku | schůzi | zasedání |
        konference | konferenci | pozvání | pozvánku | místo | místa | účast | účasti | den | dny | termín | termínu |
        někomu | jinému | tentokrát | víkend | týden
    el:
        στη | στην | στο | στον | τη | την | το | τον | της | του | η | ο | σας | μου | συνάντηση | εκδήλωση |
        διαβούλευση | συνέδριο | πρόσκληση | θέση | συμμετοχή | παρουσία | ημέρα | μέρα | ημερομηνία | εκείνη | αυτή |
        φορά | παρών | παρούσα | σε | κάποιον | άλλον | κοντά | μαζί | από | με
    """)
)
# Before the name of a town.
TO_TOWNS = frozenset(
    folded("""
    to | in | at | nach | à | a | en | naar | do | w | em | till | i | v | στη | στην | στο |
για
""")
)
# From here on it is told what the meeting is about.
ABOUT = folded("about | über | zum thema | sur | sobre | over | περί | ohledně | dotyczące | dotyczącym | angående")
# A verb of these may be anybody's; in other languages its ending tells whose.
NEEDS_A_SUBJECT = frozenset(
    folded("""
    cannot | can | can't | cant | will | won't | wont | shall | not | unable | be | decline | afraid | respectfully |
    kann | können | nicht | muss | nehme | möchte | bin | kan | zal | moet | ben | kommer | har | måste | är
    """)
)
FIRST_PERSON = frozenset(folded("i | i'm | i'll | i'd | we | ich | wir | ik | wij | we | jag | vi | am"))
# These may stand between that and the verb.
AUXILIARY = frozenset(folded("will | am | be | to | that | have | regret | shall | would | been | dass | att | dat"))
# And these make another thing of a coming.
COMING_BACK = frozenset(folded("back | zurück | wieder | terug | tillbaka | zpět"))
