"""The table of who says what: every cell follows from the sides and their claims, and leads to them."""

import re
from copy import replace

import followup.knowledge
from followup.knowledge.records import Knowledge, Side
from followup_site.pages.who_says_what import SILENT, who_says_what

_LINK = re.compile(r"\[[^\]]+\]\(([\w-]+)\.md#([\w-]+)\)")


def cells(known: Knowledge) -> dict[str, dict[str, str]]:
    """Return the cells of the table by slug of the disagreement and id of the source."""
    ((path, page),) = who_says_what(known)
    assert path == "sources/who-says-what.md"
    found = {}
    for row in re.findall(r"<tr markdown=\"block\">\n(.*?)</tr>", page, re.DOTALL):
        slug = re.search(r"\.\./disagreements/([\w-]+)\.md", row)
        if slug:
            texts = re.findall(r"<td markdown=\"span\">(.*?)</td>", row, re.DOTALL)
            found[slug[1]] = dict(zip(known.sources, texts, strict=True))
    return found


def test_every_cell_has_the_claims_of_its_source_and_no_other() -> None:
    """Each side of each disagreement stands with its answer in the column of each source that takes it."""
    known = followup.knowledge.load()
    table = cells(known)
    assert table.keys() == {dispute.slug for dispute in known.disputes.values()}
    for dispute in known.disputes.values():
        for source, cell in table[dispute.slug].items():
            lines = [] if cell == f"*{SILENT}*" else cell.split("<br>")
            taken = [
                (side.answer, [(source, claim) for claim in side.claims if known.claims[claim].source == source])
                for side in dispute.sides
            ]
            assert [(line.partition("**: ")[0].removeprefix("**"), _LINK.findall(line)) for line in lines] == [
                side for side in taken if side[1]
            ]


def test_silence_is_said_in_words(small_knowledge: Knowledge) -> None:
    """A source that takes no side is called silent, and only such a source."""
    dispute = replace(
        small_knowledge.disputes["C01"],
        sides=(
            Side(answer="yes", text="Yes.", claims=("beta-late",)),
            Side(answer="no", text="No.", claims=("beta-figure",)),
        ),
    )
    row = cells(replace(small_knowledge, disputes={"C01": dispute}))["when-to-ask"]
    assert row["alpha"] == f"*{SILENT}*"
    assert row["beta"].count("<br>") == 1


def test_a_second_claim_of_a_speaker_has_a_link_of_its_own(small_knowledge: Knowledge) -> None:
    """Two claims of one speaker on one side are both reached."""
    again = replace(small_knowledge.claims["alpha-early"], id="alpha-again")
    dispute = small_knowledge.disputes["C01"]
    side = replace(dispute.sides[0], claims=("alpha-early", "alpha-again"))
    known = replace(
        small_knowledge,
        claims={**small_knowledge.claims, "alpha-again": again},
        disputes={"C01": replace(dispute, sides=(side, dispute.sides[1]))},
    )
    assert _LINK.findall(cells(known)["when-to-ask"]["alpha"]) == [("alpha", "alpha-early"), ("alpha", "alpha-again")]
