"""The view of an advice as HTML for the checker's page; whatever came from a reader is escaped."""

from followup.render.markup import Html, joined, tag
from followup.render.view import Citation, Item, Section, View
from followup.words import Words

CLAIMS, DISPUTES = "../sources/{source}/#{claim}", "../disagreements/{slug}/"
"""Addresses of a claim and of a disagreement, relative to the checker's page."""
FOLDED = frozenset({"disputed", "changes", "assumed"})
"""Sections that a reader opens who wants to know more."""


def html(view: View, words: Words) -> str:
    """The answer: verdict first, then dates, why, what to avoid, where sources disagree, what comes after."""
    return joined(
        tag(
            "div",
            tag("p", view.strength, class_="answer-strength") if view.tone in ("act", "may") else Html(),
            tag("h3", view.verdict, class_="answer-verdict"),
            tag("p", view.line, class_="answer-line") if view.line else Html(),
            _dates(view, words),
            class_="answer-card",
            data_tone=view.tone,
        ),
        *(_section(section, words) for section in view.sections),
        tag("p", view.rules, class_="answer-rules"),
    )


def _dates(view: View, words: Words) -> Html:
    rows = (tag("div", tag("dt", label), tag("dd", day)) for label, day in view.dates)
    return tag("dl", *rows, class_="answer-dates", aria_label=words.text("view.dates")) if view.dates else Html()


def _section(section: Section, words: Words) -> Html:
    content = joined(_items(section, words), *(_dispute(part, words) for part in section.parts))
    if section.key in FOLDED:
        return tag("details", tag("summary", section.heading), content, class_="answer-section", data_part=section.key)
    return tag("section", tag("h3", section.heading), content, class_="answer-section", data_part=section.key)


def _dispute(part: Section, words: Words) -> Html:
    address = DISPUTES.format(slug=part.dispute.slug) if part.dispute else "../disagreements/"
    return tag("section", tag("h4", tag("a", part.heading, href=address)), _items(part, words), class_="answer-dispute")


def _items(section: Section, words: Words) -> Html:
    if not section.items:
        return Html()
    return tag("ol" if section.key == "then" else "ul", *(tag("li", *_item(item, words)) for item in section.items))


def _item(item: Item, words: Words) -> list[Html]:
    parts = [tag("span", item.text)]
    if item.is_ours:
        parts.append(tag("span", words.text("view.basis-ours"), class_="our-choice"))
    if item.citations:
        parts.append(tag("span", *_citations(item.citations), class_="answer-sources"))
    return [joined(*(piece for part in parts for piece in (Html(" "), part)))]


def _citations(citations: tuple[Citation, ...]) -> list[Html]:
    links = [
        tag("a", citation.label, href=CLAIMS.format(source=citation.source, claim=citation.claim), title=citation.says)
        for citation in citations
    ]
    return [piece for link in links for piece in (Html(" · "), link)][1:]
