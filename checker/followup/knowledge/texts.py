"""The texts of the knowledge that an answer shows, by the keys under which a catalogue has them in another language."""

from collections.abc import Iterator

from followup.knowledge.records import Claim, Dispute, Knowledge


def says_of(claim: Claim) -> tuple[str, str]:
    """Key and text of what a claim says."""
    return f"knowledge.claims.{claim.id}.says", claim.says


def question_of(dispute: Dispute) -> tuple[str, str]:
    """Key and text of what a disagreement is about."""
    return f"knowledge.disputes.{dispute.id}.question", dispute.question


def sides_of(dispute: Dispute) -> list[tuple[str, str]]:
    """Key and text of what each side of a disagreement says, in the order of the sides."""
    return [(f"knowledge.disputes.{dispute.id}.sides.{place}", side.text) for place, side in enumerate(dispute.sides)]


def default_of(dispute: Dispute) -> tuple[str, str]:
    """Key and text of what we do about a disagreement."""
    return f"knowledge.disputes.{dispute.id}.ours", dispute.ours


def all_texts(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Key and text of everything of the knowledge that an answer shows."""
    for claim in knowledge.claims.values():
        yield says_of(claim)
    for dispute in knowledge.disputes.values():
        yield question_of(dispute)
        yield from sides_of(dispute)
        yield default_of(dispute)
