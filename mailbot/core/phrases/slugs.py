"""Words that say little in the name of a file or of a question: in small plain letters, without accents."""

from mailbot.core.phrases.listed import listed

EMPTY_WORDS = frozenset(
    listed("""
    en:
        a | an | and | are | as | at | be | been | by | call | calls | can | could | did | do | does | for | from |
        had | has | have | how | i | if | in | input | inputs | into | is | it | its | join | max | may | of | on |
        or | our | out | own | part | participants | please | s | should | so | such | take | tell | that | the |
        their | them | there | these | they | this | those | to | us | was | we | were | what | when | where |
        which | who | whom | why | will | with | words | would | you | your
    fr:
        appel | au | aux | avec | ce | ces | cette | dans | de | des | du | en | est | et | la | le | les | leur |
        leurs | notre | nous | ou | par | participation | pour | quel | quelle | quelles | quels | que | qui | sa |
        se | ses | son | sur | un | une | vos | votre | vous | d | l | qu
    de:
        an | auf | aus | bei | bitte | das | dem | den | der | des | die | ein | eine | einen | einer | er | es |
        fur | haben | ihr | ihre | ihrem | ihren | ihrer | im | in | ist | mit | nach | oder | sich | sie | sind |
        um | und | uns | vom | von | was | welche | welchen | welcher | welches | wenn | wer | wie | wir | wird |
        wo | wurden | zu | zum | zur
    es, pt:
        a | al | com | como | con | cual | da | das | de | del | do | dos | e | el | em | en | es | esta | la |
        las | lo | los | o | os | para | por | que | se | su | sus | tu | tus | um | uma | un | una | y
    it:
        ai | al | alla | che | con | cosa | da | dal | degli | dei | del | della | delle | di | gli | ha | i | il |
        le | lo | nel | nella | per | quale | quali | sua | suo | sul | una | uno
    nl:
        aan | bij | dat | een | en | het | hij | hoe | ik | je | met | naar | niet | of | om | op | te | u | uw |
        van | voor | waar | wat | we | welk | welke | wie | wij | zich | zij | zijn
    pl:
        czy | dla | do | jak | jaka | jakie | jaki | jest | ktora | ktore | ktory | lub | na | nie | o | od | oraz |
        po | przy | sa | sie | w | we | z | za | ze
    sv, da, no, cs:
        att | av | dig | din | ett | for | fran | har | hur | med | och | pa | som | till | vad | var | vem | vi |
        vilka | hvad | hvem | og | til | jak | jako | jste | je | na | nebo | pro | proc | se | si | ve | za
""")
)
