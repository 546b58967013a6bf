"""What people write beside their answers. All casefolded."""

from mailbot.core.phrases.listed import listed

# A paragraph with one of these is about coming and being reached, and answers nothing.
REMARKS = listed("""
    en:
        like to attend | like to participate | like to take part | like to join | interested in the meeting |
        interested in attending | interested in participating | interested in taking part | forgot to say |
        forgot to mention | phone number | by phone | on leave | see you | please send me | please find |
        my colleague | let me know | in advance | looking forward | look forward | apologies | is attached |
        are attached | i attach
    fr:
        souhaite participer | souhaiterais participer | aimerais participer | voudrais participer | intéressé par |
        intéressée par | numéro de téléphone | par téléphone | en congé | ci-joint | ma collègue | mon collègue |
        veuillez | au plaisir
    de:
        würde gern | würde gerne | interesse an | telefonnummer | telefonisch | im urlaub | anbei | meine kollegin |
        mein kollege | bitte senden sie | bis bald | ich freue mich
""")

# First words of a paragraph that says what a change leaves as it was.
REST_STAYS = listed("""
    en:
        everything else | all else | the rest | the other answers | all other answers | my other answers |
        nothing else | all the rest | the others stay | the remaining answers | other than that
    fr:
        tout le reste | le reste | les autres réponses | mes autres réponses | rien d'autre | pour le reste
    de:
        alles andere | alles übrige | der rest | die anderen antworten | die übrigen antworten |
        meine anderen antworten | sonst bleibt | ansonsten bleibt | die anderen bleiben | die restlichen |
        alle anderen
    es, ca, pt, it:
        el resto | todo lo demás | lo demás | las demás | las otras respuestas | o resto | tudo o resto |
        as outras respostas | as restantes | il resto | tutto il resto | le altre risposte | per il resto
    nl:
        de rest | al het andere | de andere antwoorden | verder blijft | de overige
    pl, cs, sk:
        reszta | pozostałe odpowiedzi | pozostałe | zbytek | ostatní odpovědi | vše ostatní | ostatní zůstává |
        ostatné | všetko ostatné
    sv, da, no, fi:
        resten | allt annat | alt andet | alt annet | övriga svar | de øvrige svar | de andre svar | de andra svaren |
        muut vastaukset | muilta osin | loput
    ro, hu, el, tr:
        restul | celelalte răspunsuri | în rest | a többi | minden más | τα υπόλοιπα | οι υπόλοιπες | diğerleri |
        diğer cevaplar | geri kalan
    hr, bg, ru:
        ostalo | ostali odgovori | останалото | другите отговори | остальное | остальные ответы
""")

# Behind the numbers of questions: what a change leaves as it was.
STAYS = listed("""
    en:
        stay | stays | remain | remains | are unchanged | is unchanged | unchanged | are fine | is fine | are ok |
        are as before | as before | don't change | do not change | keep as | can stay | still stand | still stands
    de:
        bleibt | bleiben | unverändert | wie gehabt | sind ok | passen | lass ich so | lasse ich so | können bleiben
    fr:
        reste | restent | inchangé | inchangée | inchangées | inchangés | ne changent pas | ne change pas
    es, ca, pt, it:
        queda | quedan | se queda | se quedan | sin cambios | siguen igual | sigue igual | se mantienen | es queden |
        queden | fica | ficam | mantém-se | mantêm-se | sem alterações | resta | restano | rimane | rimangono |
        invariate | invariata | vanno bene
    nl:
        blijft | blijven | ongewijzigd
    pl, cs, sk, sl, hr:
        zostaje | zostają | bez zmian | zůstává | zůstávají | beze změny | zostáva | zostávajú | bez zmeny |
        ostane | ostaneta | ostanejo | ostaje | ostaju | ostaju isti
    sv, da, no, fi, et:
        kvarstår | är oförändrade | oförändrat | oförändrade | forbliver | er uændret | er uændrede | uændret | uændrede |
        forblir | er uendret | uendret | står ved lag | pysyy | pysyvät | ennallaan | jääb | jäävad
    ro, hu, el, tr, lt, lv:
        rămâne | rămân | neschimbate | marad | maradnak | maradjon | változatlan | μένει | μένουν | παραμένουν |
        παραμένει | aynı kalsın | aynı kalıyor | aynen kalsın | değişmedi | lieka | paliek
    bg, ru, uk, sr:
        остава | остават | без промяна | остаётся | остаются | остается | без изменений | залишається |
        залишаються | без змін | остаје | остају
""")

# With one of these a call comes to its end, below its last question: whoever answers has no reason to say so.
ENDS_OF_CALLS = listed("""
    en:
        your answers | your answer to | your reply | your replies | your response | send us | send your | please send |
        reach us | we look forward to | looking forward to hearing | for further information | if you have questions |
        if you have any questions | we will inform you | will be selected | will invite participants |
        will select participants | participants will be | will be invited | based on this information | places are limited |
        limited number of places
    de:
        ihre antworten | eure antworten | senden sie | schicken sie | schickt uns | bitte senden | bitte schicken |
        erreichen uns | wir freuen uns auf | bei fragen | bei rückfragen | einsendeschluss |
        teilnehmende werden | werden eingeladen | auf grundlage ihrer | auf grundlage dieser angaben | plätze sind begrenzt
    fr:
        vos réponses | votre réponse | envoyez | merci d'envoyer | veuillez envoyer | nous parvenir | date limite |
        pour toute question | participants seront | seront invités | sur la base de ces | places est limité
    es, pt, it, ca:
        sus respuestas | vuestras respuestas | envíe | envíen | enviad | fecha límite | para cualquier duda |
        as suas respostas | as vossas respostas | enviem | envie | le vostre risposte | le sue risposte | inviate |
        vi preghiamo di | les vostres respostes | envieu | participantes serán | serán invitados | plazas limitadas |
        participantes serão | serão convidados | partecipanti saranno | saranno invitati
    nl:
        uw antwoorden | jullie antwoorden | stuur uw | stuur ons | voor vragen | wij zien uit naar | deelnemers worden |
        wordt uitgenodigd | worden uitgenodigd | op basis van deze informatie
    pl, cs, sk:
        państwa odpowiedzi | prosimy o przesłanie | prosimy przesłać | vaše odpovědi | zašlete | pošlete |
        vaše odpovede | zašlite | pošlite | uczestnicy zostaną | zaprosimy | účastníci budou | účastníci budú
    sv, da, no, fi:
        era svar | dina svar | ert svar | skicka era | skicka ditt | jeres svar | dit svar til | send jeres | send os |
        deres svar | svarene deres | vastauksenne | vastauksesi | lähettäkää |
        deltagarna kommer | kommer att bjudas in | deltagerne vil | vil blive inviteret |
        vil bli invitert | osallistujat kutsutaan
    ro, hu, el:
        răspunsurile dumneavoastră | răspunsurile voastre | trimiteți | válaszaikat | válaszait | küldjék | küldje |
        τις απαντήσεις σας | στείλτε
    hr, bg, ru, tr:
        vaše odgovore | pošaljite | вашите отговори | изпратете | ваши ответы | пришлите | cevaplarınızı | gönderin
""")
