"""How organisers name the entries that they mean, and the lists on which they put them. Small letters."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import Words, by_language

LISTS: Mapping[str, Words] = {
    "reserve": by_language("""
        en:
            the list of reserves | reserves | backup list | backup |
            waiting list | waitlist | wait list | reserve list | reserve | standby | stand by | waiting
        de:
            wartelistenplatz | ersatzliste | nachrücker | nachrückerliste |
            warteliste | reserveliste | nachrückliste | reserve
        fr:
            attente | liste complémentaire | liste des réservistes |
            liste d'attente | liste de réserve | réserve
        es:
            lista de suplentes | suplentes |
            lista de espera | lista de reserva | reserva
        it:
            lista dei sostituti |
            lista d'attesa | lista di attesa | lista di riserva | riserva
        nl:
            wachtlijst plaats | wachtrij |
            wachtlijst | reservelijst | reserve
        pl:
            listę rezerwowych | liście rezerwowych | rezerwę | lista oczekujących |
            listę rezerwową | liście rezerwowej | lista rezerwowa | listę oczekujących | liście oczekujących |
            listy rezerwowej
        pt:
            lista de espera | lista de reserva | reserva
        sv:
            reserv | reservplatser | reserver |
            väntelistan | väntelista | reservlistan | reservlista | reservplats
        cs:
            čekací listiny | seznamu náhradníků | náhradníky | pořadník | čekacího seznamu |
            čekací listinu | čekací listině | čekací listina | seznam náhradníků | náhradníci | čekací seznam
        el:
            επιλαχόντες | λίστα αναμονης |
            λίστα αναμονής | λίστα επιλαχόντων | αναμονή
    """),
    "hold": by_language("""
        en:
            hold for now | hold please |
            hold
        fr:
            suspens
        es, pt:
            suspenso
        it, nl, sv:
            sospeso | in beraad | vänteläge
    """),
}

# What may stand before a list.
UPON = by_language("""
    en:
        on | onto | to | in | from | of | at | as | for
    de:
        auf | in | von | aus | als | zur
    fr:
        sur | en | de | dans | à
    es:
        en | a | de | por
    it:
        in | sulla | nella | alla | della | dalla | su
    nl:
        naar |
        op | in | van | uit | als
    pl, cs:
        na | do | z | ze | w | jako
    pt:
        na | em | da | para | à | de
    sv:
        på | i | från | som
    el:
        στη | στην | σε | από | ως
""")

WHICH: Mapping[str, Words] = {
    "rest": by_language("""
        en:
            everyone not mentioned | all the remaining | all those remaining | the remaining ones | those remaining |
            remainder | the remainder | all of the others | all of the rest |
            rest | the rest of them | others | all others | all the others | everybody else | everyone else |
            all the rest |
            anybody else | anyone else | the remaining | remaining | all remaining | all other | everything else |
            the other ones
        de:
            allen restlichen | alle verbleibenden | verbleibenden | alle sonstigen | sonstigen | allen weiteren |
            übrigen bewerbungen |
            alle weiteren | weiteren |
            rest | alle anderen | allen anderen | alle andern | alle übrigen | allen übrigen | die anderen |
            den anderen |
            übrige | übrigen | die restlichen | restliche | restlichen | alle restlichen | anderen
        fr:
            tous ceux qui restent | ceux qui restent |
            reste | autres | tous les autres | toutes les autres | tout le reste | restants
        es:
            todas las demás | todas las otras | las demás | otras | todo el resto |
            resto | demás | todos los demás | los otros | todos los otros | restantes
        it:
            tutti i rimanenti | tutti i restanti |
            resto | altri | tutti gli altri | tutte le altre | rimanenti | restanti
        nl:
            al de rest | al de anderen | resterende | de overigen |
            rest | anderen | alle anderen | overige | overigen | alle overige | alle overigen | andere
        pl:
            wszystkie pozostałe | pozostali | resztą | inni |
            resztę | reszta | reszcie | pozostałych | pozostałe | pozostałym | wszystkich pozostałych | innych |
            wszystkich innych
        pt:
            todas as outras | todas as restantes | outras |
            resto | restantes | outros | todos os outros | demais | todos os demais | todos os restantes
        sv:
            alla resterande | resterande | de övriga |
            resten | övriga | alla andra | alla övriga | de andra | andra
        cs:
            všechny zbývající | všichni ostatní | zbytku | ostatních |
            zbytek | ostatní | ostatním | všechny ostatní | všem ostatním | zbývající
        el:
            όλους τους υπολοίπους | τους λοιπούς | λοιπούς | όλες τις υπόλοιπες | υπόλοιπες |
            υπόλοιπων | υπολοίπων |
            υπόλοιπους | υπόλοιποι | υπόλοιπα | υπολοίπους | όλους τους υπόλοιπους | άλλους | όλους τους άλλους
    """),
    "all": by_language("""
        en:
            all | everyone | everything | everybody | every one
        de:
            alle | allen | alles
        fr:
            tous | toutes | tout le monde
        es, pt:
            todos | todas
        it:
            tutti | tutte
        nl, sv, pl, cs, el:
            allen | iedereen | alla | wszystkich | wszystkim | všechny | všem | όλους | όλες | όλα
    """),
    "incomplete": by_language("""
        en:
            not complete | haven t completed | who have not finished | unfinished | unfinished ones |
            incomplete | incomplete entries | incomplete ones | who are incomplete | that are incomplete |
            are incomplete |
            who is incomplete | with missing answers | incompletes
        de:
            die noch unvollständig sind | deren angaben unvollständig sind | allen unvollständigen |
            alle unvollständigen |
            unvollständige | unvollständigen | die unvollständig sind | unvollständig
        fr:
            qui ne sont pas complets | dont le dossier est incomplet |
            incomplets | incomplètes | incomplet | qui sont incomplets | dossiers incomplets
        es:
            incompleto | que tienen datos incompletos | que están incompletas |
            incompletos | incompletas | que están incompletos
        it:
            che sono incompleti |
            incompleti | incomplete
        nl:
            wie onvolledig is | onvolledig | wie nog onvolledig is |
            onvolledige | onvolledigen | incomplete | die onvolledig zijn
        pl:
            niekompletni | niekompletnymi | z niekompletnymi zgłoszeniami | o niekompletnych |
            niekompletnym | niekompletne | niekompletnych | niepełne
        pt:
            que estão incompletos |
            incompletos | incompletas
        sv:
            ofullständig |
            ofullständiga | de som är ofullständiga
        cs:
            neúplní | nekompletní | nekompletním | kteří nemají vše |
            neúplné | neúplným | neúplných
        el:
            ελλιπών | ημιτελή | με ελλιπή στοιχεία |
            ελλιπείς | ελλιπή | ημιτελείς
    """),
    "shortlist": by_language("""
        en, nl, it, sv, pl, pt, cs, el, de, fr, es:
            shortlist | short list
        de, fr:
            auswahlliste | vorauswahl | engere wahl | présélection | liste restreinte
        es, it, pt:
            lista ristretta | rosa ristretta | lista final |
            preselección | lista corta | preselezione | lista breve | lista curta | pré seleção
        pl, sv, cs, el:
            skrócona lista | skróconą listę | listę skróconą | užšího výběru | τελική λίστα | nejužší výběr |
            krótka lista | krótką listę | kortlistan | kortlista | užší výběr | βραχεία λίστα
        de, fr, es:
            liste courte | shortliste | lista reducida
    """),
}

# Between `top` and its number, or behind it: `top 20`, `the 20 best`.
BEST = by_language("""
    en, nl, de, fr, es, it, pl, pt, sv, cs, el:
        top
    en, de:
        best | besten | beste
    fr, es, it:
        meilleurs | meilleures | mejores | migliori
    nl, pl:
        beste | besten | najlepszych | najlepsze
    pt, sv:
        melhores | bästa
    cs, el:
        nejlepších | nejlepší | καλύτερους | καλύτερες
""")

AND = by_language("""
    en, de:
        and | as well as | plus | und | sowie
    fr, es, it:
        et | ainsi que | y | e | ed
    nl, pl:
        en | i | oraz
    pt, sv:
        e | och | samt
    cs, el:
        a | i | και | κι
""")

TO = by_language("""
    en, de:
        to | through | till | until | up to | thru | bis | bis zu
    fr, es, it:
        à | au | a | al
    nl, pl:
        tot | t m | tot en met | tm | do
    pt, sv:
        a | ao | até | till | till och med | t o m
    cs, el:
        až | do | έως | ως | μέχρι
""")
