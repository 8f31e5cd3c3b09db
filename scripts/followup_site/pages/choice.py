"""The label of a choice: ours, or that of the center that runs a copy."""

from followup.words import load

OUR_CHOICE = "**Our choice**{ .our-choice }"


def choice(layer: str) -> str:
    """Return the label for what a layer of the knowledge chose; ours for none."""
    return f"**{load().text('view.basis-center')}**{{ .center-choice }}" if layer else OUR_CHOICE
