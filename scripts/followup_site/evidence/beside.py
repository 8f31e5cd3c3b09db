"""What the wider evidence says of a disagreement of the five articles, in a few lines apart from it."""

from followup.knowledge.evidence.records import Parameter
from followup_site.evidence.counted import marks_sentence
from followup_site.evidence.known import Known
from followup_site.evidence.positions import positions_on, summary
from followup_site.pages.prose import plain


def beside_disputes(known: Known) -> dict[str, str]:
    """Return Markdown by the id of the disagreement: a line for each parameter that speaks to it."""
    found: dict[str, list[str]] = {}
    for parameter in known.evidence.parameters.values():
        for dispute in parameter.disputes:
            found.setdefault(dispute, []).append(_line(parameter, known))
    return {dispute: "\n".join(lines) for dispute, lines in found.items()}


def _line(parameter: Parameter, known: Known) -> str:
    asked = known.on(parameter.id)
    scopes = known.evidence.vocabulary["scopes"]
    if len(asked) == 1:
        said = marks_sentence(asked[0])
    elif asked:
        said = " ".join(f"{scopes[count.question.scope].title}: {marks_sentence(count)}" for count in asked)
    else:
        said = f"{summary(positions_on(parameter.id, known.evidence))}."
    return f"- [{plain(parameter.asks)}](../evidence/{parameter.id}.md) {said}"
