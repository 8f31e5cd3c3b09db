"""All pages of the wider evidence."""

from collections.abc import Iterator

from followup_site.evidence.data_page import data_page
from followup_site.evidence.dataset import tables
from followup_site.evidence.groups import group_pages
from followup_site.evidence.known import Known
from followup_site.evidence.laws import law_page
from followup_site.evidence.overview import overview_page
from followup_site.evidence.parameters import parameter_pages


def evidence_pages(known: Known) -> Iterator[tuple[str, str]]:
    """Yield path in the docs folder and Markdown of every page."""
    yield from overview_page(known)
    yield from parameter_pages(known)
    yield from group_pages(known.evidence)
    yield from law_page(known.evidence)
    # The addresses in the tables are not shown here.
    yield from data_page(known, tables(known, "/"))
