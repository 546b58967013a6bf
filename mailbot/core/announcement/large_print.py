"""The lines of a PDF that are drawn larger than most of its words: its headings."""

from collections import Counter
from io import BytesIO

_LARGER = 1.1  # times as high as most
_PAGES = 20


def large_lines(content: bytes) -> frozenset[str]:
    """Each on one line without blanks around it; of a PDF that was read before, and so is within the bounds of that."""
    from pypdf import PdfReader

    pieces: list[tuple[float, str]] = []

    def piece(text: str, _matrix: list[float], at: list[float], _font: object, size: float) -> None:
        pieces.extend((round(abs(size * at[3]), 1), line.strip()) for line in text.split("\n") if line.strip())

    for page in PdfReader(BytesIO(content)).pages[:_PAGES]:
        page.extract_text(visitor_text=piece)
    letters: Counter[float] = Counter()
    for size, text in pieces:
        letters[size] += len(text)
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    return frozenset(" ".join(text.split()) for size, text in pieces if size > usual * _LARGER)
