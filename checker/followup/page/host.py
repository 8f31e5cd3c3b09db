"""What the page is told about the site around it: where things are, and which classes its theme gives to buttons."""

from collections.abc import Mapping
from typing import NamedTuple


class Addresses(NamedTuple):
    """Templates of addresses, relative to the checker's page; without one, the answer names a thing without a link."""

    claim: str = ""
    """Of a claim; `{source}` and `{claim}` stand for the ids."""
    dispute: str = ""
    """Of a disagreement; `{slug}` stands for its name in addresses."""


class Host(NamedTuple):
    """The site around the form."""

    addresses: Addresses
    tables: str
    """Where the answers lie that were worked out beforehand."""
    table: str
    """Of one table; `{contact}` and `{part}` stand for the contact and the part of its page."""
    guides: Mapping[str, str]
    """Addresses of the guides that help where Python cannot answer, by their names in the catalogue (`page.guide`)."""
    button: str = ""
    """Classes of a button."""
    main_button: str = ""
    """Classes of the button that asks."""
