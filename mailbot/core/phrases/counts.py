"""Numbers of people as announcements write them in words, by what they count; in small letters."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import listed


def _counts(text: str) -> dict[str, int]:
    rows = (row.partition(":") for row in text.strip().splitlines())
    return {word: int(number) for number, _, words in rows for word in listed(words)}


COUNTS: Mapping[str, int] = _counts("""
    2: two | zwei | deux | dos | due | twee | dwa | dwie | dois | två | dva
    3: three | drei | trois | tres | tre | drie | trzy | três | tři
    4: four | vier | quatre | cuatro | quattro | cztery | quatro | fyra | čtyři
    5: five | fünf | cinq | cinco | cinque | vijf | pięć | fem | pět
    6: six | sechs | seis | sei | zes | sześć | sex | seks | šest
    7: seven | sieben | sept | siete | sette | zeven | siedem | sete | sju | syv | sedm
    8: eight | acht | huit | ocho | otto | osiem | oito | åtta | otte | osm
    9: nine | neun | neuf | nueve | nove | negen | dziewięć | nio | ni | devět
    10: ten | zehn | dix | diez | dieci | tien | dziesięć | dez | tio | ti | deset
    11: eleven | elf | onze | once | undici | jedenaście | onze | elva | jedenáct
    12: twelve | zwölf | douze | doce | dodici | twaalf | dwanaście | doze | tolv | dvanáct
    13: thirteen | dreizehn | treize | trece | tredici | dertien | trzynaście | treze | tretton | třináct
    14: fourteen | vierzehn | quatorze | catorce | quattordici | veertien | czternaście | catorze | fjorton | čtrnáct
    15: fifteen | fünfzehn | quinze | quince | quindici | vijftien | piętnaście | femton | patnáct
    16: sixteen | sechzehn | seize | dieciséis | sedici | zestien | szesnaście | dezasseis | sexton | šestnáct
    18: eighteen | achtzehn | dix-huit | dieciocho | diciotto | achttien | osiemnaście | dezoito | arton | osmnáct
    20: twenty | zwanzig | vingt | veinte | venti | twintig | dwadzieścia | vinte | tjugo | tyve | dvacet
    24: twenty-four | twenty four | vierundzwanzig | vingt-quatre
    24: veinticuatro | ventiquattro | vierentwintig | dwadzieścia cztery
    25: twenty-five | twenty five | fünfundzwanzig | vingt-cinq | veinticinco
    25: venticinque | vijfentwintig | dwadzieścia pięć | vinte e cinco | tjugofem
    30: thirty | dreißig | dreissig | trente | treinta | trenta
    30: dertig | trzydzieści | trinta | trettio | tredive | třicet
    35: thirty-five | fünfunddreißig | trente-cinq | treinta y cinco
    35: trentacinque | vijfendertig | trzydzieści pięć | trinta e cinco
    40: forty | vierzig | quarante | cuarenta | quaranta | veertig | czterdzieści | quarenta | fyrtio | čtyřicet
    50: fifty | fünfzig | cinquante | cincuenta | cinquanta | vijftig | pięćdziesiąt | cinquenta | femtio | padesát
    60: sixty | sechzig | soixante | sesenta | sessanta | zestig | sześćdziesiąt | sessenta | sextio | šedesát
    80: eighty | achtzig | quatre-vingts | ochenta | ottanta | tachtig | osiemdziesiąt | oitenta | åttio | osmdesát
    100: one hundred | a hundred | hundred | hundert | einhundert | cent
    100: cien | cento | honderd | sto | cem | hundra | hundrede
""")
