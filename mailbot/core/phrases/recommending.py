"""How people point to somebody else who should be asked in their place. Casefolded; `…` stands for other words."""

from mailbot.core.phrases.listed import listed

# These say it alone.
RECOMMENDS = listed("""
    en:
        i recommend … colleague | i would recommend … colleague | i'd recommend … colleague | i can recommend … colleague |
        recommend … contact | suggest … contact | suggest … colleague | suggest you ask |
        right person | best person to | better placed | better suited | instead of me | in my place | in my stead |
        someone else from my | on to my colleague
    fr:
        recommande … contacter | suggère … contacter | propose … contacter | invite à contacter | conseille … contacter |
        recommande … collègue | la bonne personne | à ma place | la personne indiquée | mieux placé
    de:
        empfehle … kolleg | empfehle … zu wenden | empfehle … kontakt | schlage … kolleg | schlage … vor, sich an |
        der richtige ansprechpartner | die richtige ansprechpartnerin | an meiner stelle | an meiner statt |
        besser geeignet
    es, pt, it:
        recomiendo … contact | recomiendo … escrib | sugiero … contact | sugiero … escrib | recomiendo … compañer |
        recomiendo … colega | la persona adecuada | en mi lugar | recomendo … contact | sugiro … contact |
        recomendo … colega | a pessoa certa | a pessoa indicada | em meu lugar | no meu lugar | consiglio … contattare |
        consiglio … collega | suggerisco … contattare | la persona giusta | la persona più adatta | al mio posto
    nl, pl:
        raad … aan contact | raad … collega | beveel … collega | de juiste persoon | in mijn plaats | polecam … koleż |
        polecam … kolegę | polecam … kontakt | sugeruję kontakt | właściwą osobą | zamiast mnie | na moje miejsce
    sv, da, no, fi:
        rekommenderar … kolleg | föreslår … kontakt | rekommenderar … kontakt | rätt person | i mitt ställe |
        anbefaler … kolleg | anbefaler … kontakt | foreslår … kontakt | rette person | rett person | i mit sted |
        i mitt sted | suosittelen … kolleg | minun sijastani
    cs, sk, ro, hu, el:
        doporučuji … koleg | doporučuji … kontakt | doporučuji … obrátit | místo mě | místo mne | správná osoba |
        odporúčam … koleg | namiesto mňa | recomand … coleg | recomand … contact | în locul meu | ajánlom … kolléga |
        helyettem | προτείνω … συνάδελφ | προτείνω … επικοινων | συνιστώ … συνάδελφ | αντί για εμένα | στη θέση μου
""")

# These do where the writer cannot come, or names an address beside.
POINTS_TO = listed("""
    en:
        ask | contact | get in touch with | try | reach out to | write to | turn to | invite | my colleague | recommend |
        suggest | talk to | speak to
    fr:
        contacter | contactez | adresser à | adressez-vous | demander à | demandez à | écrire à | écrivez à | ma collègue |
        mon collègue | recommande
    de:
        fragen sie | wenden sie sich | sich an | kontaktieren | schreiben sie | meine kollegin | meinen kollegen |
        mein kollege | meiner kollegin | meinem kollegen | empfehle | ansprechpartner
    es, pt, it:
        contact | escriban a | escribir a | pregunten a | dirigirse a | diríjanse | mi compañer | mi colega | recomiendo |
        escrevam | perguntem | dirijam-se | minha colega | meu colega | recomendo | contatt | rivolger | rivolget |
        chiedere a | chiedete a | mia collega | mio collega | la collega | il collega | scriver | consiglio
    nl, pl:
        contact op | vraag | neem contact | benader | mijn collega | schrijf | skontakt | kontakt z | zapyta | zwróci |
        moją koleżank | mojego koleg | moja koleżanka | mój kolega | polecam
    sv, da, no, fi:
        fråga | kontakta | vänd er till | min kollega | hör av er till | spørg | kontakt | henvend | min kollega | spør |
        kysykää | ottakaa yhteyttä | kollega
    cs, sk, ro, hu, el:
        obraťte se | kontaktujte | zeptejte se | napište | kolegyn | kolegu | kolegovi | obráťte sa | opýtajte sa |
        contactați | întrebați | adresați | colega mea | colegul meu | kérdezzék | forduljanak | kolléga | επικοινων |
        ρωτήστε | απευθυνθ | συνάδελφ
""")

# Who offers himself points to nobody else.
TO_ME = listed("""
    contact me | contact us | reach me | ask me | write to me | call me | get in touch with me | get back to me |
    contactez-moi | me contacter | m'écrire | me joindre | kontaktieren sie mich | mich kontaktieren | mich an |
    schreiben sie mir | fragen sie mich | contactarme | contactar conmigo | escribirme | contáctenme | contattarmi |
    contattatemi | scrivermi | scrivetemi | contact met mij | contact met me | mij contacteren | ze mną | do mnie |
    contactar-me | contatar-me | me contactar | contactem-me | kontakta mig | kontakte mig | kontakte meg | kontakt meg |
    kontaktujte mě | kontaktovat mě | na mne | na mě | kontaktujte ma | kontaktați-mă | contactați-mă | contacta pe mine |
    μαζί μου
""")
