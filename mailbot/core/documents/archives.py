"""The gate before every archive: what is inside is counted by its directory before anything is unpacked.

An archive of 90 kB can hold six million paragraphs, and no reader of documents refuses them (they take minutes and gigabytes).
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mailbot.core.documents.document import NotRead, State

_MIB = 1024 * 1024
_MAX_UNPACKED = 50 * _MIB
_MAX_RATIO = 200
_MAX_MEMBERS = 1000
_SMALL = _MIB  # below, a high ratio is only a repetitive document
MAX_XML = 8 * _MIB  # of one member that is read as XML: a book of a thousand pages
MAX_ELEMENTS = 15_000  # of all parts that a library is given: a second; thirty pages have fewer


def opened(content: bytes) -> ZipFile:
    """The archive, if what it says of itself is bounded and none of it is encrypted; raises NotRead."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NotRead(State.broken, "archive-broken") from error
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if len(members) > _MAX_MEMBERS or size > _MAX_UNPACKED or (size > _SMALL and size > _MAX_RATIO * len(content)):
        raise NotRead(State.too_large, "archive-too-large")
    if any(member.flag_bits & 1 for member in members):
        raise NotRead(State.locked, "encrypted")
    return archive


def member(archive: ZipFile, name: str, most: int = MAX_XML) -> bytes:
    """One member, b'' if there is none; raises NotRead if it is longer than the directory says, or than `most` octets."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    if info.file_size > most:
        raise NotRead(State.too_large, "text-too-long")
    try:
        with archive.open(info) as file:
            return file.read(most)
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise NotRead(State.broken, "archive-broken") from error


def check_xml(*parts: bytes, most: int = MAX_ELEMENTS) -> None:
    """Raise NotRead for XML that no word processor writes: with entities of its own, or of more elements than a book has.

    most: how many there may be.
    """
    if any(b"<!DOCTYPE" in xml or b"<!ENTITY" in xml for xml in parts):
        raise NotRead(State.broken, "xml-with-entities")
    if sum(xml.count(b"<") - xml.count(b"</") for xml in parts) > most:
        raise NotRead(State.too_large, "text-too-long")
