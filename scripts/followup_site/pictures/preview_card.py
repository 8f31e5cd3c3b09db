"""The picture that other sites show beside a link to this one: name and promise of the site, 1200 by 630 pixels."""

import io
import textwrap

import matplotlib as mpl
from matplotlib.figure import Figure

from followup_site.pictures.drawing import SCHEMES

WIDTH, HEIGHT = 1200, 630
_PIXELS_AN_INCH = 100
_LETTERS_A_LINE = 44
_EDGE = 90


def card(name: str, promise: str) -> bytes:
    """Return the card as PNG."""
    colours = SCHEMES["light"]
    figure = Figure(figsize=(WIDTH / _PIXELS_AN_INCH, HEIGHT / _PIXELS_AN_INCH), dpi=_PIXELS_AN_INCH)
    figure.set_facecolor(colours.paper)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(HEIGHT, 0)
    axes.set_axis_off()
    with mpl.rc_context({"font.family": ["DejaVu Serif", "DejaVu Sans"]}):
        axes.text(_EDGE, 190, name, color=colours.ink, fontsize=56, weight="bold", va="center_baseline")
        lines = "\n".join(textwrap.wrap(promise, _LETTERS_A_LINE))
        axes.text(_EDGE, 280, lines, color=colours.soft, fontsize=27, va="top", linespacing=1.5, family="DejaVu Sans")
    # A stretch between two marks, with one of ours in it: what the site is about.
    axes.plot([_EDGE + 12, 700], [540, 540], color=colours.accent, linewidth=9)
    for x, shape in ((_EDGE + 12, "o"), (700, "s")):
        axes.plot([x], [540], shape, ms=24, mfc=colours.paper, mec=colours.accent, mew=6)
    axes.plot([520], [540], "D", ms=20, mfc=colours.ours, mec=colours.ours)
    written = io.BytesIO()
    figure.savefig(written, format="png", facecolor=colours.paper, metadata={"Software": None})
    return written.getvalue()
