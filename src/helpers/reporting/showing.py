"""Figures as a notebook and the report show them: one small PNG, its alternative text, its caption."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from helpers.errors import StudyError
from helpers.reporting.anchors import slug
from helpers.reporting.saying import Displayable, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from PIL.Image import Image

COLOURS = 64
COMPRESSION = 8  # 9 takes twice the time for 5 % less
SCALE = 2
# Above its caption a figure is dark in JupyterLab's dark theme, as it is in a report that is read in the dark.
DARK = (
    '<style>[data-jp-theme-light="false"] .jp-OutputArea-child:has(+ .jp-OutputArea-child p.caption) img'
    "{filter:invert(.91) hue-rotate(180deg) saturate(1.25)}</style>"
)
MARGIN = 20


@dataclass(frozen=True)
class Shown:
    """A rendered figure; ``name`` is its file name without ``.png``, under which the report exports it."""

    png: bytes
    width: int
    height: int
    alt: str
    caption: str
    name: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        about = {
            "alt": self.alt,
            "caption": self.caption,
            "height": self.height,
            "name": self.name,
            "width": self.width,
        }
        return {"image/png": self.png, "text/plain": f"[{self.name}] {self.alt}"}, {"image/png": about}

    def _ipython_display_(self) -> None:
        """The figure, then its caption below it; in a report the caption is part of the figure."""
        from IPython.display import display

        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)
        if self.caption:
            html = DARK + str(Markup('<p class="caption">{}</p>').format(self.caption))
            caption = {"text/html": html, "text/plain": self.caption}
            display(caption, metadata={"text/html": {"caption_of": self.name}}, raw=True)


def show(figure: Axes | Figure, *, alt: str, caption: str | Displayable = "", name: str) -> Shown | Displayable:
    """A figure, rendered once, for the last line of a cell.

    figure    what a plot returned: its Axes, or a Figure
    alt       what the chart shows, in one or two Korean sentences, for those who cannot see it
    caption   what the chart says, computed from the same table: what ``prose`` returns, or a text
    name      file name without its ending, in ASCII letters, digits and hyphens; one a report

    The PNG has twice the pixels it is shown with, at most 64 colours and no date or program in it: the same figure
    gives the same bytes. A plot that found nothing to draw is shown as its caption, or as what it says, in words.
    """
    if not alt.strip():
        raise StudyError(f"The figure {name!r} has no alternative text.", "Say in alt= what the chart shows.")
    if not name or not name.isascii() or slug(name) != name:
        raise StudyError(f"{name!r} cannot be a file name.", "Use ASCII letters, digits, hyphens and underscores.")
    said = str(caption).strip()
    if nothing := _nothing_in(figure):
        return say(said or nothing, kind="note")
    png, width, height = render_png(figure)
    return Shown(png, width, height, alt.strip(), said, name)


def _nothing_in(figure: Axes | Figure) -> str:
    """The words on axes that have no data; "" if something is drawn."""
    from helpers.reporting.plots.style import NOTHING

    whole: Any = getattr(figure, "figure", None) or figure
    return next((axes.texts[0].get_text() for axes in whole.axes if axes.get_label() == NOTHING), "")


def render_png(figure: Axes | Figure) -> tuple[bytes, int, int]:
    """The bytes of a PNG, and the width and height in CSS pixels that it is meant to be shown with."""
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image as Pillow

    from helpers.reporting.plots.style import drawing

    whole: Any = getattr(figure, "figure", None) or figure
    canvas = FigureCanvasAgg(whole)
    with drawing():
        canvas.draw()
    image = _without_margins(Pillow.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"))
    small = io.BytesIO()
    _with_few_colours(image).save(small, "PNG", compress_level=COMPRESSION)
    return small.getvalue(), image.width // SCALE, image.height // SCALE


def _with_few_colours(image: Image) -> Image:
    """At most 64 colours, by octree (a fifth of the time of a median cut); the colour of the ground stays as it is."""
    from PIL.Image import Dither, Quantize

    few: Any = image.quantize(COLOURS, method=Quantize.FASTOCTREE, dither=Dither.NONE)
    palette, ground = few.getpalette(), few.getpixel((0, 0))
    palette[3 * ground : 3 * ground + 3] = image.getpixel((0, 0))
    few.putpalette(palette)
    return few


def _without_margins(image: Image) -> Image:
    """The picture without the empty rows above and below what is drawn; its width stays."""
    from PIL import ImageChops, ImageOps

    grey = ImageOps.grayscale(image)
    drawn = ImageChops.invert(grey).getbbox()
    if drawn is None:
        return image
    top, bottom = max(drawn[1] - MARGIN, 0), min(drawn[3] + MARGIN, image.height)
    return image.crop((0, top, image.width, bottom - (bottom - top) % SCALE))
