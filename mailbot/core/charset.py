"""Octets to text by the declared charset if it is one that mail uses, else by what the octets are."""

import codecs

# Python knows codecs that are no charsets (rot13, zlib, idna, undefined) or unsafe ones (UTF-7): only what stands here is used.
_KNOWN = (
    "us-ascii utf-8 utf-16 utf-16le utf-16be utf-32 "
    "iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10 "
    "iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 "
    "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 "
    "koi8-r koi8-u mac-roman mac-latin2 mac-cyrillic cp437 cp850 cp852 cp866 cp874 tis-620 "
    "gb2312 gbk gb18030 big5 big5hkscs euc-jp shift_jis iso-2022-jp cp932 euc-kr cp949 iso-2022-kr"
)
_ALLOWED = frozenset(codecs.lookup(name).name for name in _KNOWN.split())
# What people send under these names is the larger set (WHATWG Encoding Standard 4.2).
_WIDER = {
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
}
_ALIASES = {
    "ansi": "windows-1252",
    "iso-8859-8-i": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "unicode-1-1-utf-8": "utf-8",
    "windows-874": "cp874",
    "x-mac-roman": "mac-roman",
    "x-sjis": "shift_jis",
}
_LONGEST_NAME = 40


def decode(data: bytes, declared: str = "") -> tuple[str, bool]:
    """Text, and whether the declared charset was known and true; no charset declared is true.

    Text that is valid UTF-8 beyond ASCII is UTF-8, whatever a single-byte label says: by chance this hardly ever happens.
    Unknown or untrue: UTF-8 if it is valid, else windows-1252 with U+FFFD for the five octets it lacks.
    """
    name = declared.strip(" \t'\"").lower()
    codec = _codec(name)
    if codec is not None and _is_stateful(codec):
        if not _may_be(data, codec):
            return decode(data)[0], False
        as_declared = _strictly(data, codec)
        return (as_declared, True) if as_declared is not None else (data.decode(codec, "replace"), False)
    true = codec is not None or not name
    as_utf8 = _strictly(data, "utf-8")
    if as_utf8 is not None:
        return as_utf8, true and (data.isascii() or codec in (None, "utf-8"))
    for candidate in (_WIDER.get(codec, codec), codec) if codec else ():
        as_declared = _strictly(data, candidate)
        if as_declared is not None:
            return as_declared, True
    return data.decode("cp1252", "replace"), not name


def _codec(name: str) -> str | None:
    """Python's name of an allowed charset, or None."""
    if not name or len(name) > _LONGEST_NAME or not name.isascii():
        return None
    try:
        found = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return found if found in _ALLOWED else None


def _is_stateful(codec: str) -> bool:
    """Whether octets below 128 may mean something else than ASCII."""
    return codec.startswith(("utf-16", "utf-32", "iso2022"))


def _may_be(data: bytes, codec: str) -> bool:
    """Whether the octets look as the label says: plain text labelled UTF-16 would turn into Chinese without an error."""
    if codec.startswith("iso2022"):
        return True
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or b"\0" in data


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None
