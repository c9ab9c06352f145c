"""One visual language for every figure: colours, shapes, the Hangul font, one column wide.

Colours are those of Okabe & Ito (2008), the lighter ones darkened until their greys differ and text in them reads on
white. A meaning never hangs on colour alone: shapes, hatches or direct labels repeat it.
"""

from __future__ import annotations

import functools
import importlib.util
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from helpers.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

P = ParamSpec("P")
R = TypeVar("R")

INK, GREY, PALE = "#222222", "#6b6b6b", "#d9d9d9"
BLUE, ORANGE, GREEN, RED, PURPLE, SKY = "#0072b2", "#e69f00", "#009e73", "#a63a00", "#7b3f8c", "#56b4e9"
SHAPES = "osD^vP"  # of a series, with its colour
SERIES = (BLUE, ORANGE, GREEN, RED, PURPLE, SKY)
STANCE_COLOURS = {"supports": BLUE, "qualifies": ORANGE, "opposes": RED, "context": GREY, "several": GREY}
STANCE_SHAPES = {"supports": "^", "qualifies": "D", "opposes": "v", "context": "o", "several": "s"}

WIDTH = 5.2  # inches: one column; shown 624 CSS pixels wide, and still legible at 350
DPI = 240
SIZE, SMALL = 11.0, 9.6
FONT = "NanumGothic"

_RC: dict[str, Any] = {
    "font.family": [FONT, "DejaVu Sans"],
    "font.size": SIZE,
    "text.parse_math": False,
    "text.color": INK,
    "axes.unicode_minus": False,
    "axes.labelcolor": INK,
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.8,
    "axes.labelsize": SIZE,
    "axes.titlesize": SIZE,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": PALE,
    "grid.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SIZE,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "hatch.linewidth": 0.6,
    "figure.facecolor": "white",
    "figure.dpi": DPI,
    "savefig.dpi": DPI,
    "path.sketch": None,
}


@contextmanager
def drawing() -> Iterator[None]:
    """The style of this module, for as long as something is drawn; the caller's own settings come back afterwards."""
    import matplotlib as mpl

    _add_fonts()
    settings: dict[Any, Any] = {**mpl.rcParamsDefault, **_RC}
    settings.pop("backend", None)  # to ask for it loads pyplot
    with mpl.rc_context(settings):
        yield


def styled(plot: Callable[P, R]) -> Callable[P, R]:
    """A plot that draws in this style whatever the caller's settings are."""

    @functools.wraps(plot)
    def in_style(*args: P.args, **kwargs: P.kwargs) -> R:
        with drawing():
            return plot(*args, **kwargs)

    return in_style


def new_axes(*, height: float, grid: str = "") -> Axes:
    """Axes alone on a new figure of one column; ``height`` in inches; ``grid`` "x", "y" or neither."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    figure = Figure(figsize=(WIDTH, height), dpi=DPI, layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.06))
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    if grid:
        axes.grid(axis=grid)  # type: ignore[arg-type]
    return axes


def halo() -> list[Any]:
    """A white rim, so that words stay legible over lines."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=3, foreground="white")]


def whole_numbers(axes: Axes) -> None:
    """At most five numbers on the x axis, none of them fractional."""
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))


def label_rows(axes: Axes, labels: list[str], *, wrapped: bool = False) -> None:
    """Rows from the top, each with its label, no tick marks; a long one on several lines where ``wrapped``."""
    size = SMALL if wrapped else SIZE
    made = [in_lines(label) if wrapped else printable(label) for label in labels]
    axes.set_yticks(range(len(labels)), made, fontsize=size)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def printable(text: str, *, length: int = 24) -> str:
    """``text`` on one line, cut to ``length``, without invisible characters, with "□" for what the fonts lack."""
    line = "".join(c for c in " ".join(str(text).split()) if unicodedata.category(c) not in ("Cc", "Cf"))
    lacking = missing_glyphs(line)
    shown = "".join("□" if character in lacking else character for character in line)
    return shown if len(shown) <= length else shown[: length - 1] + "…"


def in_lines(text: str, *, width: int = 15, most: int = 3) -> str:
    """``text`` on at most so many lines of about so many characters, broken at blanks where there are any."""
    import textwrap

    line = printable(text, length=width * most)
    lines = textwrap.wrap(line, width)
    return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])])


def missing_glyphs(text: str) -> set[str]:
    """The characters of ``text`` that the figures' fonts cannot draw; white space aside."""
    return {character for character in text if not character.isspace() and ord(character) not in _characters()}


def font_file(name: str = "NanumGothic.ttf") -> Path:
    """The Hangul font in the wheel koreanize-matplotlib, which is not imported: importing it changes every figure."""
    found = importlib.util.find_spec("koreanize_matplotlib")
    path = Path(found.origin).parent / "fonts" / name if found and found.origin else None
    if path is None or not path.is_file():
        raise StudyError("The Hangul font of the figures is missing.", "Install the project's lock again: make report.")
    return path


def signs_file() -> Path:
    """DejaVu Sans, which matplotlib carries, for the signs that the Hangul font lacks."""
    from matplotlib import get_data_path

    return Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")


@functools.cache
def _add_fonts() -> None:
    from matplotlib import font_manager

    for name in ("NanumGothic.ttf", "NanumGothicBold.ttf"):
        font_manager.fontManager.addfont(font_file(name))


@functools.cache
def _characters() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(font_file())).get_charmap()) | frozenset(FT2Font(str(signs_file())).get_charmap())


def only(frame: pd.DataFrame, *columns: str) -> None:
    """StudyError if a column that must hold one value alone holds several."""
    for column in columns:
        found = sorted(frame[column].unique())
        if len(found) > 1:
            raise StudyError(
                f"This figure shows one {column}, and the table holds {len(found)}: {', '.join(found[:5])}.",
                f"Take the rows of one {column} first.",
            )


NOTHING = "nothing to draw"  # label of axes that hold words alone; show() then shows the words


def empty_axes(message: str) -> Axes:
    """Axes that say in words that there is nothing to draw."""
    axes = new_axes(height=1.0)
    axes.set_axis_off()
    axes.set_label(NOTHING)
    axes.text(0.5, 0.5, message, ha="center", va="center", color=GREY, transform=axes.transAxes)
    return axes
