"""The page of the dataset: the files, what each column holds, the licence, and how to cite it."""

from collections.abc import Iterator, Sequence

from followup_site.evidence.dataset import LICENCE, TITLE, Table, version
from followup_site.evidence.known import Known
from followup_site.evidence.words import QUIET
from followup_site.pages.layout import back_link, front_matter
from followup_site.pages.prose import capital, counted, plain

FILES = "/assets/evidence"
"""Where the files are, from the docs folder on."""


def data_page(known: Known, found: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the page."""
    parts = [
        front_matter(
            "The data, for you to use",
            "All positions of the wider evidence as CSV and JSON, with what each column holds, free to use.",
            tags=[
                "dataset",
                "download",
                "CSV",
                "JSON",
                "open data",
                "licence",
                "cite",
                "data package",
                "data dictionary",
            ],
        ),
        back_link("What others say", "index.md"),
        "# The data, for you to use\n",
        "All of it is yours to use, for research, teaching or a page of your own, if you name where it is from.",
        f"The licence is [{LICENCE['title']}]({LICENCE['path']}).\n",
        "## Where are the files? { #files }\n",
        *(
            f"- [{table.name}.csv]({FILES}/{table.name}.csv): {counted(len(table.rows), 'row')}. {plain(table.holds)}"
            for table in found
        ),
        f"- [evidence.json]({FILES}/evidence.json): all tables in one file.",
        f"- [datapackage.json]({FILES}/datapackage.json): what each column holds, as a Data Package for programs.",
        f"- [CITATION.cff]({FILES}/CITATION.cff): how to cite it, for programs.\n",
        f"This is version `{version(known, found)}`: the month of reading, and a mark of the content.\n",
        "## How do I cite it? { #cite }\n",
        f"> The After the interview authors: *{TITLE}*. Version {version(known, found)}.\n",
        "Each position has an address that stays, in the column `address`.",
        "An example: [p013](first-check-after-promised-date.md#p013).\n",
        "## What must I know before I count? { #before-you-count }\n",
        "- A share is a share of the texts that we could read, and not of employers.",
        "- Most texts were cut off after about 2,000 characters, so silence means nothing.",
        "- Texts of one family are not independent; the column `counted` says which of them speaks.",
        "- Surveys and laws are figures beside the voices.",
        "- `says` is our paraphrase, and `value` our label. Read the text itself before you quote it.\n",
        f"## What does each column hold? {{ #columns {QUIET} }}\n",
    ]
    for table in found:
        parts += [f"### {capital(table.name)} {{ #{table.name} {QUIET} }}\n", f"{plain(table.holds)}\n"]
        parts += ["| Column | Type | What it holds |", "| --- | --- | --- |"]
        parts += [f"| `{column.name}` | {column.type} | {column.holds} |" for column in table.columns]
        parts.append("")
    yield "evidence/data.md", "\n".join(parts)
