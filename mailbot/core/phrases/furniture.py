"""With what forms go on behind their questions, whoever fills them in. All casefolded."""

from mailbot.core.phrases.listed import listed

# First words of a line below which, or on which, no question of the call is answered.
FURNITURE = listed("""
    en:
        anything else | is there anything else | any other comment | any other comments | other comments |
        further comments | additional comments | additional information | further remarks | any further |
        do you have any other | do you have any further | thank you for completing | thank you for filling |
        thank you for your answers | thank you for taking | please return | please send this form | please save |
        end of form | end of the form | end of questionnaire | for office use | for internal use | office use only |
        signature of | place and date | place, date | date and signature | date, signature | data protection |
        i consent | i agree that | i hereby
    de:
        möchten sie uns noch | möchten sie sonst | sonst noch etwas | haben sie noch | weitere anmerkungen |
        weitere bemerkungen | sonstige anmerkungen | sonstiges: | anmerkungen: | vielen dank für das ausfüllen |
        vielen dank für ihre | danke für das ausfüllen | bitte senden sie dieses | bitte zurücksenden | ort und datum |
        ort, datum | datum und unterschrift | datum, unterschrift | nur für interne | wird vom veranstalter |
        datenschutz | ich willige | ich bin damit einverstanden
    fr:
        souhaitez-vous ajouter | autre chose à | autres remarques | autres commentaires | avez-vous d'autres |
        remarques éventuelles | merci d'avoir | merci de renvoyer | merci de retourner | lieu et date | date et signature |
        fait à | réservé à l'administration | protection des données | j'accepte que | j'autorise
    es, ca:
        algo más que | ¿algo más | otros comentarios | otras observaciones | comentarios adicionales |
        gracias por completar | gracias por rellenar | lugar y fecha | fecha y firma | protección de datos | alguna cosa més |
        altres comentaris | lloc i data | data i signatura
    pt:
        mais alguma coisa | outros comentários | comentários adicionais | observações adicionais | obrigado por preencher |
        obrigada por preencher | local e data | data e assinatura | proteção de dados
    it:
        vuole aggiungere | altro da aggiungere | altri commenti | altre osservazioni | eventuali osservazioni |
        grazie per aver compilato | luogo e data | data e firma | protezione dei dati
    nl:
        wilt u nog iets | verder nog iets | overige opmerkingen | andere opmerkingen | heeft u nog | hebt u nog |
        bedankt voor het invullen | dank voor het invullen | plaats en datum | datum en handtekening | in te vullen door
    pl, cs, sk:
        czy chcą państwo | czy chce pan | inne uwagi | dodatkowe uwagi | dziękujemy za wypełnienie | miejsce i data |
        data i podpis | chcete nám ještě | další poznámky | děkujeme za vyplnění | místo a datum | datum a podpis |
        chcete nám ešte | ďalšie poznámky | ďakujeme za vyplnenie | miesto a dátum
    sv, da, no:
        något annat | vill du tillägga | övriga kommentarer | tack för att du | ort och datum | datum och underskrift |
        andre bemærkninger | øvrige bemærkninger | tak fordi du | sted og dato | dato og underskrift | andre kommentarer |
        er det noe mer | noe annet | takk for at du | dato og signatur
    fi:
        muuta kerrottavaa | haluatko kertoa muuta | muut kommentit | muita huomioita | kiitos vastauksista | paikka ja aika |
        päiväys ja allekirjoitus
    hu, ro, el:
        szeretne még | egyéb megjegyzés | egyéb megjegyzések | köszönjük a kitöltést | kelt | hely, dátum | doriți să adăugați |
        alte observații | alte comentarii | vă mulțumim pentru completare | locul și data | data și semnătura |
        κάτι άλλο | άλλα σχόλια | άλλες παρατηρήσεις | ευχαριστούμε για τη συμπλήρωση | τόπος και ημερομηνία
    tr, hr, bg, ru:
        eklemek istediğiniz | diğer yorumlar | tarih ve imza | želite li još | ostale napomene | hvala što ste |
        mjesto i datum | нещо друго | други бележки | благодарим ви за попълването | дата и подпис | хотите ли вы добавить |
        другие замечания | спасибо за заполнение | дата и подпись
""")
