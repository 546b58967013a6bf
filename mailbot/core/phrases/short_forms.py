"""Short forms that end in a dot which ends no sentence."""

from mailbot.core.phrases.listed import folded

SHORT_FORMS = frozenset(
    folded("""
    en:
        mr | mrs | ms | dr | prof | st | e.g | i.e | eg | ie | vs | approx | max | min | no | nos | incl | excl |
        tel | ext | fig | vol | ed | eds | et al | al | dept | inc | ltd | jr | sr | art | sec | cf | p | pp | ca
    de:
        z.b | z. b | bzw | ggf | evtl | usw | u.a | d.h | o.g | inkl | exkl | zzgl | nr | str | hr | fr | ing |
        dipl | mag | abs | bspw | vgl | sog | max | mind | tel | st
    fr:
        m | mm | mme | mlle | me | p. ex | ex | env | cf | av | bd | n°
    es:
        sr | sra | srta | d | dña | dra | lic | ud | uds | núm | av | c | p. ej | ej | pág
    it:
        sig | sig.ra | dott | dott.ssa | ing | avv | arch | prof.ssa | es | p. es | pag | art | n | ecc
    nl:
        mr | drs | ir | dhr | mevr | mw | ds | ing | bijv | bv | nl | o.a | t.a.v | i.v.m | m.b.t | d.w.z | evt |
        incl | nr | st
    pl:
        p | mgr | inż | hab | np | m.in | tzn | tj | ul | al | nr | tel | godz | r | św | itp
    pt:
        sr | sra | dr | dra | d | eng | exmo | av | n.º | pág | ex
    sv, da, no:
        t.ex | bl.a | dvs | f.eks | bl.a | kl | nr | ca | osv | m.fl | tlf
    cs, sk:
        např | tzv | mgr | ing | bc | phdr | judr | mudr | tj | č | str | ul | hod | napr
""")
)
