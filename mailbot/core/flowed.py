"""Lines that a client wrapped for sending, joined again: text/plain with format=flowed (RFC 3676)."""


def unflow(text: str, *, delsp: bool = False) -> str:
    """The paragraphs as they were typed; quotes keep one `>` a level. delsp: the blank at a soft line end is not typed.

    A line flows into the next if it ends in a blank, is no signature separator, and the next is quoted as deeply (section 4.5).
    """
    out: list[str] = []
    paragraph: list[str] = []
    depth = 0
    for line in text.split("\n"):
        level, words = _unquoted(line)
        if paragraph and (level != depth or words == "-- "):
            out.append(_quoted(depth, paragraph))
            paragraph = []
        depth = level
        soft = words.endswith(" ") and words != "-- "
        paragraph.append(words[:-1] if soft and delsp else words)
        if not soft:
            out.append(_quoted(depth, paragraph))
            paragraph = []
    if paragraph:
        out.append(_quoted(depth, paragraph))
    return "\n".join(out)


def _unquoted(line: str) -> tuple[int, str]:
    """Depth of quoting and the words, without the blank of space-stuffing (RFC 3676 4.4)."""
    words = line.lstrip(">")
    return len(line) - len(words), words.removeprefix(" ")


def _quoted(depth: int, paragraph: list[str]) -> str:
    words = "".join(paragraph)
    return f"{'>' * depth} {words}" if depth else words
