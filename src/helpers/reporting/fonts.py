"""Put a Hangul font into the report, so that page, print and PDF are right on a machine without a Korean font.

Only the characters of the page are kept, from the two fonts that the figures use: NanumGothic (SIL Open Font License
1.1), and DejaVu Sans for signs that it lacks. The licences keep a font's name for the whole font: what is cut from it
has a name of its own.
"""

from __future__ import annotations

import base64
import functools
import html
import io
import logging
from pathlib import Path

from helpers.reporting.plots.style import font_file, signs_file

HANGUL, SIGNS = "Study Hangul", "Study Signs"
CREDIT = (
    "<p>글꼴: NanumGothic(© 2011 NHN Corporation, SIL Open Font License 1.1)과 DejaVu Sans(© 2003 Bitstream, Inc., "
    "© 2006 Tavmjong Bah)에서 이 쪽에 쓴 글자만 추려 넣었다.</p>"
)
_LICENCES = {
    HANGUL: "This Font Software is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org",
    SIGNS: "Licence of the DejaVu fonts: https://dejavu-fonts.github.io/License.html",
}
_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "kern", "gasp", "vhea", "vmtx", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5")


def with_hangul(page: str) -> str:
    """The page with the characters that it shows as fonts in its style sheet, and their credit in its footer.

    page     a whole page of ours, whose policy allows fonts in data addresses
    returns  the page; the same page gives the same bytes
    """
    credited = page.replace("</footer>", f"{CREDIT}\n</footer>", 1)
    characters = {character for character in html.unescape(credited) if character.isprintable()}
    regular, bold = font_file("NanumGothic.ttf"), font_file("NanumGothicBold.ttf")
    rules = [
        _rule(HANGUL, 400, subset(characters, regular, HANGUL)),
        _rule(HANGUL, 700, subset(characters, bold, HANGUL)),
    ]
    if signs := characters - _drawn_by(regular):
        rules.append(_rule(SIGNS, 400, subset(signs, signs_file(), SIGNS)))
    return credited.replace("<style>\n", "<style>\n" + "\n".join(rules) + "\n", 1)


def subset(characters: set[str], file: Path, family: str) -> bytes:
    """A WOFF, named ``family``, of the font in ``file`` with these characters alone, or those of them that it has."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of each table that it drops
    options = Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True, name_IDs=[0])
    options.drop_tables += _NOT_NEEDED
    cut = Subsetter(options)
    cut.populate(text="".join(sorted(characters)))
    made = io.BytesIO()
    with TTFont(file, lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        cut.subset(font)
        for number, text in {1: family, 4: family, 6: family.replace(" ", ""), 13: _LICENCES[family]}.items():
            font["name"].setName(text, number, 3, 1, 0x409)
        font.flavor = "woff"
        font.save(made, reorderTables=None)
    return made.getvalue()


def _rule(family: str, weight: int, font: bytes) -> str:
    address = f"data:font/woff;base64,{base64.b64encode(font).decode()}"
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:url({address}) format("woff")}}'


@functools.cache
def _drawn_by(file: Path) -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    return frozenset(map(chr, FT2Font(str(file)).get_charmap()))
