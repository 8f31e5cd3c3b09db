"""One claim as a card: what it says, who says it on what evidence, where it stands, and what the site makes of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from followup.knowledge.records import Claim, Dispute, Knowledge, Position
from followup_site.pages.layout import block, fine
from followup_site.pages.prose import capital, evidence_of, lines_of, plain, quantity
from followup_site.pages.usage import Usage, used_in

STANCES = {
    "from": "from {} on",
    "not-before": "not before {}",
    "by": "within {}",
    "at-most": "at most {}",
    "example": "{}, an example only",
    "figure": "{}, as measured",
}


class ClaimCards:
    """Makes the cards of one source's page; knows what all of them have in common."""

    def __init__(self, known: Knowledge, claims: Sequence[Claim], usage: Usage) -> None:
        self.known = known
        self.usage = usage
        self.roles = roles_of(claims)
        self.disputes: dict[str, list[Dispute]] = {}
        for dispute in known.disputes.values():
            for claim in dict.fromkeys(claim for side in dispute.sides for claim in side.claims):
                self.disputes.setdefault(claim, []).append(dispute)

    def card(self, claim: Claim) -> str:
        """Return the card of a claim under its own anchor."""
        origin = f"{self._speaker(claim)} · {plain(evidence_of(claim))} · {lines_of(claim)}"
        lines = [plain(claim.says), fine(origin), "", *(f"- {fact}" for fact in self._facts(claim))]
        return block("claim", "\n".join(lines), anchor=claim.id)

    def _speaker(self, claim: Claim) -> str:
        """The speaker with the role, unless it is the writer in the role that the page states once for all claims."""
        is_the_writer = claim.speaker == "the author"
        if is_the_writer and claim.role == self.roles[claim.speaker]:
            return "The author"
        return f"**{plain(capital(claim.speaker))}**, {plain(claim.role)}"

    def _facts(self, claim: Claim) -> Iterable[str]:
        yield from (f"As a number: {_position(position)}" for position in claim.positions)
        if claim.note:
            yield f"Note: {plain(claim.note)}"
        for dispute in self.disputes.get(claim.id, []):
            yield f"Disputed: [{plain(dispute.question)}](../disagreements/{dispute.slug}.md)"
        uses = used_in(self.usage.citing([claim.id]), "sources")
        if uses:
            yield uses


def roles_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Return each speaker, in order of appearance, with the role that the claims name most often."""
    roles: dict[str, Counter[str]] = {}
    for claim in claims:
        roles.setdefault(claim.speaker, Counter())[claim.role] += 1
    return {speaker: counts.most_common(1)[0][0] for speaker, counts in roles.items()}


def _position(position: Position) -> str:
    words = STANCES[position.stance].format(f"**{quantity(position.value, position.unit)}**")
    return f"{words}; {plain(position.condition)}" if position.condition else words
