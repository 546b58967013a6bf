"""Charts as pictures: SVG text to the octets of a PNG, with the one font that comes with mailbot."""

from functools import lru_cache
from pathlib import Path

from mailbot.core.digest.charts import FONT, WIDTH
from mailbot.errors import MailbotError

PIXELS = 2 * WIDTH
"""How wide the pictures are: two for each unit of the drawing, for the screens of today."""


@lru_cache(maxsize=16)  # every contact of a call gets the same ones
def png(svg: str, font: Path) -> bytes:
    """The picture of a chart. font: that of `resources.chart_font`.

    Raises MailbotError where it is not there: resvg would leave out all words and say nothing.
    """
    import resvg_py

    if not font.is_file():
        raise MailbotError(f"the font of the charts is missing: {font}", mend="install mailbot again")
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, width=PIXELS, skip_system_fonts=True, font_files=[str(font)], font_family=FONT, sans_serif_family=FONT
    )
    return bytes(drawn)
