"""With what people turn to the next matter, and to the end, where they dictate and no sentence ends. All casefolded."""

from mailbot.core.phrases.listed import listed

# The next matter begins.
TURNING = listed("""
    en:
        as for | and as for | and about | now about | when it comes to | and regarding | what i miss | what i would like
    de:
        und was | was die | was das | was den | was mir | was ich | zum thema | und zum | und zur | ja und | und wegen
    fr:
        et pour | et les | pour ce qui est | quant à | moi ce que | ce qui me | et concernant | et sinon
    es, pt, it, ca:
        yo lo que | y lo de | lo de la | en cuanto a | y respecto | respecto a | eu o que | o que eu | quanto à |
        quanto ao | e sobre | e quanto | io quello che | quello che | per quanto riguarda | e per la |
        e per il | e per i | e per le | e per gli | quanto alla | jo el que | pel que fa
    nl:
        en wat betreft | wat betreft | en over | wat ik | wat er | en dan de
    pl, cs, sk:
        a co do | co do | jeśli chodzi o | a jeśli chodzi | a co se týče | co se týče | pokud jde o | a čo sa týka |
        čo sa týka
    sv, da, no, fi:
        och när det gäller | när det gäller | och det där med | det jag saknar | og hvad angår | hvad angår |
        og det med | det jeg savner | når det gjelder | og når det gjelder | mitä tulee | ja sitten se
    ro, hu, el, tr:
        iar despre | cât despre | în ceea ce privește | ami pedig | ami a | ami az | όσο για | και για το |
        και για την | gelelim | bir de şu
    hr, bg, ru:
        a što se tiče | što se tiče | а що се отнася | що се отнася | а что касается | что касается
""")

# Nothing more comes that would be an answer.
ENDING = listed("""
    en:
        okay thanks | ok thanks | right thanks | anyway thanks | so thanks | well thank you | okay thank you |
        that's me done | that's all from me
    de:
        also danke | gut danke | ja danke | so danke | so das wars | so das war's | na dann danke
    fr:
        bon merci | voilà merci | allez merci | bon voilà | voilà c'est tout
    es, pt, it, ca:
        bueno gracias | bueno pues gracias | pues nada | pues gracias | venga gracias | pronto obrigado |
        pronto obrigada | então obrigado | então obrigada | va bene grazie | allora grazie | bene grazie |
        bé gràcies | doncs gràcies
    nl, pl, cs, sk:
        nou bedankt | oké bedankt | goed bedankt | no to dzięki | no to tyle | to tyle dzięki | tak děkuju |
        tak děkuji | tak ďakujem
    sv, da, no, fi:
        ja tack | okej tack | så tack | ja tak | okay tak | ok takk | ja takk | no kiitos | kiitos ja
    ro, hu, el, tr:
        hai mulțumesc | gata mulțumesc | na köszönöm | szóval köszönöm | άντε ευχαριστώ | λοιπόν ευχαριστώ |
        neyse teşekkürler | hadi teşekkürler
    hr, bg, ru:
        eto hvala | dobro hvala | хайде благодаря | ну спасибо | ладно спасибо
""")

# Behind `to the first question`, when it is said aloud: the answer itself comes next.
ANSWERING = listed("""
    en:
        i answer that | i answer | i would answer that | i would answer | i would say that | i would say | i'd say that |
        i'd say | i say that | i say | my answer is that | my answer is | the answer is that | the answer is
    de:
        antworte ich dass | antworte ich | sage ich dass | sage ich | würde ich sagen dass | würde ich sagen |
        kann ich sagen dass | kann ich nur sagen dass | ist meine antwort dass | ist meine antwort
    fr:
        je réponds que | je réponds | je dirais que | je dirais | je dis que | je dis
    es, pt, it, ca:
        respondo que | respondo | eu respondo que | contesto que | contesto | diría que | digo que | eu diria que |
        diria que | rispondo che | rispondo | dico che | direi che
    nl:
        antwoord ik dat | antwoord ik | zeg ik dat | zeg ik | zou ik zeggen dat | zou ik zeggen
    pl, cs, sk, hr, sl:
        odpowiadam że | odpowiadam | powiem że | powiedziałbym że | powiedziałabym że | odpovídám že | odpovídám |
        řeknu že | odpovedám že | odpovedám | odgovaram da | odgovaram | odgovarjam da | odgovarjam
    sv, da, no, fi:
        svarar jag att | svarar jag | säger jag att | skulle jag säga att | svarer jeg at | svarer jeg | siger jeg at |
        sier jeg at | vil jeg sige at | vil jeg si at | vastaan että | vastaan | sanoisin että
    ro, hu, el, tr:
        răspund că | răspund | aș spune că | azt válaszolom hogy | azt mondom hogy | απαντώ ότι | απαντώ |
        θα έλεγα ότι | cevabım şu | cevabım
    bg, ru, uk, sr:
        отговарям че | отговарям | бих казала че | бих казал че | отвечаю что | отвечаю | скажу что | відповідаю що |
        відповідаю | одговарам да
""")
