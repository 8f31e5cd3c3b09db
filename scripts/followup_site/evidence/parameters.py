"""The page of each parameter: what is counted on it, and who stands where."""

from collections.abc import Iterator, Sequence

from followup.knowledge.evidence.records import Parameter, Position, Term
from followup.knowledge.evidence.units import in_unit
from followup.knowledge.evidence.voices import Count
from followup_site.evidence.counted import counted_parts
from followup_site.evidence.known import Known
from followup_site.evidence.positions import by_label, by_value, not_counted, positions_on, summary
from followup_site.evidence.words import QUIET, amount
from followup_site.markdown.claim_links import with_source
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, front_matter
from followup_site.pages.prose import capital, counted, listed, plain


def parameter_pages(known: Known) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of every parameter's page."""
    for parameter in known.evidence.parameters.values():
        yield f"evidence/{parameter.id}.md", _page(parameter, known)


def _page(parameter: Parameter, known: Known) -> str:
    positions = positions_on(parameter.id, known.evidence)
    texts = counted(len({position.source for position in positions}), "text")
    said = f"Here is what {texts} beside the five articles say, in our words: {counted(len(positions), 'position')}.\n"
    parts = [
        front_matter(
            parameter.asks,
            f"{parameter.meaning} What {texts} beside the five articles say.",
            search_boost=QUIETER_THAN_GUIDES,
        ),
        back_link("What others say", "index.md"),
        f"# {plain(parameter.asks)}\n",
        plain(parameter.meaning),
        said,
        *_disputes(parameter, known),
    ]
    scopes = [scope for scope in known.evidence.vocabulary["scopes"].values() if _is_spoken_of(scope, parameter, known)]
    for scope in scopes:
        if len(scopes) > 1:
            parts += [f"## {plain(scope.title)} {{ #{scope.id} }}\n", f"{plain(scope.meaning)}\n"]
        of_scope = [position for position in positions if position.scope == scope.id]
        parts += _scope(scope, parameter, of_scope, known, "##" if len(scopes) == 1 else "###")
    return "\n".join(parts)


def _is_spoken_of(scope: Term, parameter: Parameter, known: Known) -> bool:
    """Whether anything is known of a scope: a position, or one of the five articles."""
    spoken_of = {(position.parameter, position.scope) for position in known.evidence.positions.values()}
    spoken_of |= {(stand.parameter, stand.scope) for stand in known.evidence.stands}
    return (parameter.id, scope.id) in spoken_of


def _disputes(parameter: Parameter, known: Known) -> Iterator[str]:
    disputes = [known.articles.disputes[dispute] for dispute in parameter.disputes]
    links = listed(f"[{plain(dispute.question)}](../disagreements/{dispute.slug}.md)" for dispute in disputes)
    if links:
        yield f"What the five articles say of it: {links}\n"


def _scope(
    scope: Term, parameter: Parameter, positions: Sequence[Position], known: Known, hashes: str
) -> Iterator[str]:
    """Yield all that is known of one scope, its headings with so many hashes."""
    found = next((count for count in known.on(parameter.id) if count.question.scope == scope.id), None)
    if found:
        yield from counted_parts(found, known, hashes)
        yield f"{hashes} Who stands where? {{ #{scope.id}-who {QUIET} }}\n"
        yield from by_value(found, known)
        if found.apart:
            yield f"{hashes} What is not counted? {{ #{scope.id}-apart {QUIET} }}\n"
            yield from not_counted(found, known.evidence)
    else:
        if len(positions) > 1:
            yield f"{summary(positions)}.\n"
        yield f"{hashes} Who stands where? {{ #{scope.id}-who {QUIET} }}\n"
        yield from by_label(positions, known.evidence)
    articles = [*_articles(scope, parameter, known), *(_examples(found, known) if found else ())]
    if articles:
        yield f"{hashes} What else do the five articles say? {{ #{scope.id}-articles {QUIET} }}\n"
        yield "\n".join(
            f"- {plain(capital(value))}: {with_source([claim], known.articles)}" for claim, value in articles
        )
        yield ""


def _articles(scope: Term, parameter: Parameter, known: Known) -> Iterator[tuple[str, str]]:
    """Yield each claim of the five articles that says something without a number, and what it says."""
    for stand in known.evidence.stands:
        if (stand.parameter, stand.scope) == (parameter.id, scope.id):
            yield stand.claim, stand.value


def _examples(found: Count, known: Known) -> Iterator[tuple[str, str]]:
    """Yield each claim that tells of a case in point, which sets no bound, and its number."""
    for claim in known.articles.claims.values():
        for position in claim.positions:
            if position.parameter in found.question.articles and position.stance == "example":
                value = in_unit(position.value, position.unit, found.question.unit)
                if value is not None:
                    yield claim.id, f"{amount(value, found.question.unit)}, as an example"
