"""What web pages write around their text: how such lines begin, and lines that are nothing else."""

from mailbot.core.phrases.listed import folded

# A short line that begins like one of these.
SITE_BEGINNINGS = folded("""
    en:
        skip to | jump to | go to content | accept all cookies | accept cookies | this site uses cookies |
        we use cookies | cookie settings | cookie policy | share this | share on | share via | print this |
        follow us | back to top | to top | you are here | all rights reserved | copyright | © | (c) 20 |
        last updated | last modified | page last | privacy policy | terms of use | terms and conditions |
        legal notice | site map | sitemap | subscribe to our | sign up for our newsletter | read more | read also |
        related news | related content | related links | previous article | next article | toggle |
        news announcement | press release | view this email | view in browser | unsubscribe | reading time |
        published on | publication date | posted on | tags: | filed under
    fr:
        aller au contenu | passer au contenu | accepter les cookies | ce site utilise des cookies | partager |
        imprimer | suivez-nous | haut de page | retour en haut | vous êtes ici | tous droits réservés |
        dernière mise à jour | mis à jour le | mentions légales | plan du site | politique de confidentialité |
        lire aussi | lire la suite | communiqué de presse | s'abonner | publié le
    de:
        zum inhalt | zum hauptinhalt | direkt zum inhalt | zur navigation | cookies akzeptieren |
        diese seite verwendet cookies | diese website verwendet cookies | teilen | drucken | folgen sie uns |
        nach oben | sie sind hier | alle rechte vorbehalten | zuletzt aktualisiert | zuletzt geändert | stand: |
        impressum | datenschutz | inhaltsverzeichnis | mehr lesen | pressemitteilung | veröffentlicht am
    es:
        saltar al contenido | ir al contenido | pasar al contenido | aceptar cookies | este sitio utiliza cookies |
        usamos cookies | compartir | imprimir | síguenos | volver arriba | está usted en |
        todos los derechos reservados | última actualización | aviso legal | mapa del sitio | mapa web |
        política de privacidad | leer más | nota de prensa | publicado el
    it:
        vai al contenuto | salta al contenuto | accetta i cookie | questo sito utilizza | condividi | stampa |
        seguici | torna su | tutti i diritti riservati | ultimo aggiornamento | ultima modifica | note legali |
        mappa del sito | informativa sulla privacy | leggi anche | leggi tutto | comunicato stampa | pubblicato il
    nl:
        ga naar | direct naar | naar de inhoud | overslaan en naar | cookies accepteren |
        deze site gebruikt cookies | deze website gebruikt cookies | delen | deel deze | afdrukken | volg ons |
        naar boven | u bent hier | je bent hier | alle rechten voorbehouden | laatst bijgewerkt | laatst gewijzigd |
        laatste update | privacyverklaring | lees meer | lees ook | persbericht | gepubliceerd op
    pl:
        przejdź do | akceptuję | ta strona używa | ta strona korzysta | udostępnij | drukuj | śledź nas | do góry |
        jesteś tutaj | wszelkie prawa zastrzeżone | ostatnia aktualizacja | polityka prywatności | mapa strony |
        czytaj więcej | informacja prasowa | opublikowano
    pt:
        saltar para | ir para o conteúdo | aceitar cookies | este site utiliza | partilhar | compartilhar |
        siga-nos | todos os direitos reservados | última atualização | mapa do site | política de privacidade |
        ler mais | publicado em
    sv, da, no:
        hoppa till | gå till innehåll | acceptera | vi använder | dela | skriv ut | följ oss | till toppen |
        du är här | senast uppdaterad | senast ändrad | spring til | gå til indhold | del på | følg os |
        sidst opdateret | hopp til | sist oppdatert | publicerad
    cs, sk:
        přejít na | přeskočit na | přijmout | tento web používá | sdílet | sdílejte | vytisknout | sledujte nás |
        nahoru | poslední aktualizace | všechna práva | mapa stránek | prejsť na | zdieľať |
        naposledy aktualizované | zveřejněno
    lv, lt, et, fi, hu, ro, bg, el, hr, sl:
        pāriet uz | ziņu paziņojums | pēdējo reizi | pereiti | paskutinį kartą | liigu | viimati uuendatud |
        siirry | jaa | päivitetty | ugrás | kövess | utoljára frissítve | salt la | sari la | ultima actualizare |
        премини | към основното | последна актуализация | μετάβαση | παράλειψη | τελευταία ενημέρωση | idi na |
        preskoči | zadnja posodobitev
""")

# A line that is nothing but one or more of these.
SITE_WORDS = frozenset(
    folded("""
    home | homepage | menu | main menu | navigation | search | log in | login | sign in | register | about us |
    news | events | print | share | facebook | twitter | linkedin | whatsapp | instagram | youtube | email | rss |
    accueil | rechercher | startseite | suche | anmelden | inicio | buscar | cerca | zoeken | szukaj | pesquisar |
    sök | hledat | x | calls | next call | previous call | back | next | previous | close | cookies | top | logo |
    archive | migration and home affairs
""")
)

LOGO = "logo"

LANGUAGE_NAMES = frozenset(
    folded("""
    english | français | deutsch | español | italiano | nederlands | polski | português | svenska | dansk |
    čeština | suomi | ελληνικά | magyar | română | български | slovenčina | slovenščina | hrvatski | eesti |
    latviešu | lietuvių | gaeilge | malti | norsk | català | euskara | galego | українська | türkçe | русский |
    castellano | en | fr | de | es | it | nl | pl | pt | sv | da | cs | fi | el | hu | ro | bg | sk | sl | hr | et |
    lv | lt | ga | mt
""")
)
