"""The site's pictures: drawn from the knowledge in two colour schemes, each with the words that say the same.

A picture is laid out for a phone, 360 units wide, with y growing downwards. Letters become outlines, so that every
reader sees the same, and the same knowledge gives the same bytes.
"""

import html
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

type Scheme = Literal["light", "dark"]
type Style = Literal["plain", "soft", "bold"]
type Place = Literal["left", "center", "right"]

WIDTH = 360
MARGIN = 2
TEXT = 13.5
"""Units; a phone of 360 pixels shows 328 of them, so that letters stay above 12 pixels."""
_UNITS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a scheme: each has a contrast of at least 3 to the page, and text one of at least 4.5."""

    ink: str
    soft: str
    line: str
    accent: str
    ours: str
    paper: str


SCHEMES: dict[Scheme, Palette] = {
    "light": Palette("#1f2b2a", "#4a5856", "#7b8683", "#0b6157", "#7a4300", "#fcfbf8"),
    "dark": Palette("#e4eae8", "#b1bebb", "#7f8d8a", "#7dd6c6", "#f2c27d", "#141a1a"),
}


class Canvas:
    """What a picture is drawn on: text and shapes at places in units."""

    def __init__(self, axes: Axes, colours: Palette) -> None:
        self.axes = axes
        self.colours = colours

    def text(self, x: float, y: float, words: str, style: Style = "plain", place: Place = "left") -> None:
        """Write words whose left, middle or right is at x; y is the middle of the line."""
        colour = self.colours.soft if style == "soft" else self.colours.ink
        weight = "bold" if style == "bold" else "normal"
        self.axes.text(x, y, words, color=colour, fontsize=TEXT, weight=weight, ha=place, va="center_baseline")

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float = 1.5) -> None:
        """Draw a quiet line."""
        self.axes.plot(*zip(start, end, strict=True), color=self.colours.line, linewidth=width, solid_capstyle="round")

    def bar(self, x: float, y: float, width: float, height: float, *, hatched: bool = False) -> None:
        """Draw a bar from x on, centred on y; a hatched one is told from a plain one without colour."""
        self.axes.add_patch(
            Rectangle(
                (x, y - height / 2),
                width,
                height,
                facecolor=self.colours.paper if hatched else self.colours.accent,
                edgecolor=self.colours.accent,
                linewidth=1.5,
                hatch="////" if hatched else None,
            )
        )

    def ring(self, x: float, y: float, shape: str) -> None:
        """Draw the outline of a mark, wide enough for another mark in it."""
        edge, face = self.colours.accent, self.colours.paper
        self.axes.plot([x], [y], shape, ms=14, mec=edge, mfc=face, mew=2, zorder=3)

    def mark(self, x: float, y: float, shape: str, *, ours: bool = False) -> None:
        """Draw a mark in one of matplotlib's shapes."""
        colour = self.colours.ours if ours else self.colours.accent
        self.axes.plot([x], [y], shape, ms=8, mec=colour, mfc=colour, mew=2, zorder=3)


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture with what it is called, how it is drawn, and the words that say the same."""

    name: str
    alt: str
    """What it shows, for who does not see it; the words below it say the rest."""
    same: str
    """Markdown, a list or a table, that says the same."""
    height: int
    draw: Callable[[Canvas], None]


def drawn(picture: Picture, scheme: Scheme) -> Figure:
    """Return the picture as a figure of matplotlib."""
    figure = Figure(figsize=(WIDTH / _UNITS_AN_INCH, picture.height / _UNITS_AN_INCH), dpi=_UNITS_AN_INCH)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(picture.height, 0)
    axes.set_axis_off()
    with mpl.rc_context({"font.family": "DejaVu Sans"}):  # the font that comes with matplotlib
        picture.draw(Canvas(axes, SCHEMES[scheme]))
    return figure


def svg(picture: Picture, scheme: Scheme) -> str:
    """Return the picture as SVG; the same picture gives the same text."""
    written = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": picture.name, "hatch.linewidth": 2}):
        unsaid = dict.fromkeys(["Creator", "Date", "Format", "Type"])
        drawn(picture, scheme).savefig(written, format="svg", transparent=True, metadata=unsaid)
    return written.getvalue()


def snippet(picture: Picture) -> str:
    """Return the Markdown that a page includes: the picture in both schemes, and the words that say the same."""
    alt = html.escape(picture.alt)
    both = "\n".join(
        f"![{alt}](/assets/pictures/{picture.name}-{scheme}.svg#only-{scheme})"
        f"{{ loading=lazy width={WIDTH} height={picture.height} }}"
        for scheme in SCHEMES
    )
    return f'<div class="picture" markdown>\n\n{both}\n\n{picture.same.strip()}\n\n</div>\n'
