"""How organisers name the entries that they mean, and the lists on which they put them. Small letters."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import by_language
from mailbot.core.phrases.ordering import Words

LISTS: Mapping[str, Words] = {
    "reserve": by_language("""
        en:
            waiting list | waitlist | wait list | reserve list | reserve | standby | stand by | waiting
        de:
            warteliste | reserveliste | nachrückliste | reserve
        fr:
            liste d'attente | liste de réserve | réserve
        es:
            lista de espera | lista de reserva | reserva
        it:
            lista d'attesa | lista di attesa | lista di riserva | riserva
        nl:
            wachtlijst | reservelijst | reserve
        pl:
            listę rezerwową | liście rezerwowej | lista rezerwowa | listę oczekujących | liście oczekujących |
            listy rezerwowej
        pt:
            lista de espera | lista de reserva | reserva
        sv:
            väntelistan | väntelista | reservlistan | reservlista | reservplats
        cs:
            čekací listinu | čekací listině | čekací listina | seznam náhradníků | náhradníci | čekací seznam
        el:
            λίστα αναμονής | λίστα επιλαχόντων | αναμονή
    """),
    "hold": by_language("""
        en:
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
            rest | the rest of them | others | all others | all the others | everybody else | everyone else |
            all the rest |
            anybody else | anyone else | the remaining | remaining | all remaining | all other | everything else |
            the other ones
        de:
            alle weiteren | weiteren |
            rest | alle anderen | allen anderen | alle andern | alle übrigen | allen übrigen | die anderen |
            den anderen |
            übrige | übrigen | die restlichen | restliche | restlichen | alle restlichen | anderen
        fr:
            reste | autres | tous les autres | toutes les autres | tout le reste | restants
        es:
            resto | demás | todos los demás | los otros | todos los otros | restantes
        it:
            resto | altri | tutti gli altri | tutte le altre | rimanenti | restanti
        nl:
            rest | anderen | alle anderen | overige | overigen | alle overige | alle overigen | andere
        pl:
            resztę | reszta | reszcie | pozostałych | pozostałe | pozostałym | wszystkich pozostałych | innych |
            wszystkich innych
        pt:
            resto | restantes | outros | todos os outros | demais | todos os demais | todos os restantes
        sv:
            resten | övriga | alla andra | alla övriga | de andra | andra
        cs:
            zbytek | ostatní | ostatním | všechny ostatní | všem ostatním | zbývající
        el:
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
            incomplete | incomplete entries | incomplete ones | who are incomplete | that are incomplete |
            are incomplete |
            who is incomplete | with missing answers | incompletes
        de:
            unvollständige | unvollständigen | die unvollständig sind | unvollständig
        fr:
            incomplets | incomplètes | incomplet | qui sont incomplets | dossiers incomplets
        es:
            incompletos | incompletas | que están incompletos
        it:
            incompleti | incomplete
        nl:
            onvolledige | onvolledigen | incomplete | die onvolledig zijn
        pl:
            niekompletnym | niekompletne | niekompletnych | niepełne
        pt:
            incompletos | incompletas
        sv:
            ofullständiga | de som är ofullständiga
        cs:
            neúplné | neúplným | neúplných
        el:
            ελλιπείς | ελλιπή | ημιτελείς
    """),
    "shortlist": by_language("""
        en, nl, it, sv, pl, pt, cs, el, de, fr, es:
            shortlist | short list
        de, fr:
            auswahlliste | vorauswahl | engere wahl | présélection | liste restreinte
        es, it, pt:
            preselección | lista corta | preselezione | lista breve | lista curta | pré seleção
        pl, sv, cs, el:
            krótka lista | krótką listę | kortlistan | kortlista | užší výběr | βραχεία λίστα
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
