"""The knowledge as pages say it: what is ours with its numbers in words."""

from followup.knowledge.records import Knowledge
from followup.words import Words
from followup.words.quantities import usual_numbers


def said(known: Knowledge, words: Words) -> Knowledge:
    """Return the knowledge with its defaults, notes, decisions and reasons as sentences, their numbers filled in."""
    numbers = usual_numbers(known, words)

    def filled(text: str) -> str:
        return text.format_map(numbers) if "{" in text else text

    return known._replace(
        disputes={
            key: dispute._replace(ours=filled(dispute.ours), note=filled(dispute.note))
            for key, dispute in known.disputes.items()
        },
        gaps={key: gap._replace(decision=filled(gap.decision)) for key, gap in known.gaps.items()},
        grounds={key: ground._replace(ours=filled(ground.ours)) for key, ground in known.grounds.items()},
        numbers={key: number._replace(ours=filled(number.ours)) for key, number in known.numbers.items()},
    )
