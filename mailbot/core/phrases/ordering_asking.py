"""How organisers ask or allow us to do something, in the languages of our letters. Small letters."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import typed

# By how sure it is that nothing but a request is meant. could: it is. can: where it is polite, else it may ask what is
# possible. would: with a `please`, else it asks what we think. i: whoever
# asks it wants to see something, or has a question.
ASKING: Mapping[str, tuple[str, ...]] = {
    "could": typed("""
        en:
            could you | could you please | please could you | would you be able to | would you be so kind as to |
            would you kindly | could you kindly | could you maybe | could you just | can i ask you to |
            could i ask you to | may i ask you to | can you please | please can you | would you please | will you please
        de:
            könntest du | könnten sie | könntet ihr | könnt ihr bitte | würden sie bitte | würdest du bitte |
            würdet ihr bitte | wären sie so nett | könntest du bitte | könnten sie bitte | können sie bitte |
            kannst du bitte | darf ich sie bitten | darf ich dich bitten
        fr:
            pourriez vous | pourrais tu | auriez vous l amabilité de | auriez vous l amabilité d |
            auriez vous la gentillesse de | auriez vous la gentillesse d | puis je vous demander de |
            puis je vous demander d
        es:
            podrías | podría | podrían | podríais | podría usted | serías tan amable de | sería tan amable de
        it:
            potresti | potreste | potrebbe | potrebbero | sarebbe così gentile da | saresti così gentile da
        nl:
            zou u kunnen | zou je kunnen | kunt u zo vriendelijk zijn
        pl:
            czy mógłbyś | czy mogłabyś | czy mógłby pan | czy mogłaby pani | czy moglibyście | czy mogliby państwo |
            mógłbyś | mogłabyś | moglibyście | mógłby pan | mogłaby pani
        pt:
            poderia | poderias | poderiam | podia | podias | podiam
        sv:
            skulle du kunna | skulle ni kunna | kunde du | kunde ni
        cs:
            mohl byste | mohla byste | mohli byste | mohl bys | mohla bys | mohl by jste
        el:
            θα μπορούσες | θα μπορούσατε | μπορείς σε παρακαλώ | μπορείτε σας παρακαλώ |
            μπορείτε παρακαλώ
    """),
    "can": typed("""
        en:
            can you
        de:
            kannst du | können sie | könnt ihr
        fr:
            pouvez vous | peux tu | est ce que tu peux | est ce que vous pouvez | tu peux | vous pouvez
        es:
            puedes | puede | pueden | podéis | puede usted
        it:
            puoi | può | potete
        nl:
            kun je | kunt u | kan je | kunnen jullie | wil je | wilt u | willen jullie
        pl:
            czy możesz | czy może pan | czy może pani | czy możecie | możesz | możecie
        pt:
            pode | podes | podem | você pode
        sv:
            kan du | kan ni
        cs:
            můžete | můžeš
        el:
            μπορείς | μπορείτε
    """),
    "i": typed("""
        can i | could i | may i | kann ich | darf ich | könnte ich | dürfte ich | puis je | je peux | pourrais je |
        est ce que je peux | puedo | podría yo | posso | potrei | mag ik | kan ik | zou ik | mogę | czy mogę | posso eu |
        får jag | kan jag | skulle jag kunna | můžu | mohu | mohl bych | mohla bych | μπορώ | θα μπορούσα
    """),
    "would": typed("""
        en:
            would you | will you
        de:
            würden sie | würdest du | würdet ihr
        fr:
            voulez vous | veux tu
        es, it, pt:
            quieres | quiere usted | vuoi | volete | quer | queres
        nl:
            zou je | zou u | zouden jullie
        pl, cs:
            czy zechcesz | czy zechciałby pan | chcete
        sv, el:
            vill du | vill ni | θέλεις | θέλετε
    """),
}

# you: whoever says so leaves it to us. we: it may be done, which is an order only for what is done once.
ALLOWING: Mapping[str, tuple[str, ...]] = {
    "you": typed("""
        you can | you may | you could now | you can now | you may now | du kannst | sie können | ihr könnt | du darfst |
        sie dürfen | du kannst jetzt | sie können jetzt | tu peux | vous pouvez | tu peux maintenant |
        vous pouvez maintenant | puedes | puede | pueden | podéis | ya puedes | ya pueden | ya podéis | puoi | può |
        potete | je kunt | u kunt | jullie kunnen | je mag | u mag | jullie mogen | możesz | możecie | może pan | może pani |
        pode | podes | podem | já pode | já podem | já podes | du kan | ni kan | du får | ni får | můžete | můžeš |
        už můžete | už můžeš | μπορείς | μπορείτε
    """),
    "we": typed("""
        we can | we can now | we may | wir können | können wir | wir können jetzt | on peut | nous pouvons |
        on peut maintenant | podemos | ya podemos | possiamo | si può | we kunnen | we mogen | wij kunnen | możemy |
        można | já podemos | vi kan | vi kan nu | můžeme | už můžeme | μπορούμε
    """),
}

# Far from the `would you` that it belongs to.
ABLE = typed("kunnen | willen | be able to | kunna")

PLEASE = typed("""
    please | pls | plz | kindly | bitte | s il vous plaît | s il te plaît | svp | stp | por favor | se faz favor | per favore |
    per piacere | per cortesia | cortesemente | gentilmente | alstublieft | alsjeblieft | aub | ajb | graag | proszę |
    prosimy | snälla | vänligen | prosím | prosíme | παρακαλώ | σας παρακαλώ | σε παρακαλώ
""")

THANKS = typed("""
    thanks | thank you | thx | many thanks | cheers | danke | vielen dank | besten dank | merci | merci beaucoup | gracias |
    muchas gracias | grazie | grazie mille | bedankt | dank je | dank u | alvast bedankt | dziękuję | dzięki | obrigado |
    obrigada | tack | tack så mycket | tack på förhand | děkuji | díky | ευχαριστώ | ευχαριστούμε | danke im voraus |
    vielen dank im voraus | danke schön | merci d avance | thanks in advance | gracias de antemano | mil gracias |
    grazie in anticipo | z góry dziękuję | muito obrigado | muito obrigada | předem děkuji | ευχαριστώ πολύ
""")

# Shows something where it is asked for, and else is everyday talk.
SEEING = typed("""
    see | have a look at | look at | sehen | ansehen | anschauen | voir | ver | vedere | zien | inzien | zobaczyć | vidět |
    δω | δούμε
""")

# Whoever asks about these wants help.
COMMANDS = typed("""
    command | commands | befehl | befehle | kommandos | commande | commandes | comando | comandos | comandi | opdracht |
    opdrachten | commando | commando s | polecenie | polecenia | poleceń | komendy | kommando | kommandon | příkaz |
    příkazy | příkazů | εντολή | εντολές | instructions
""")
