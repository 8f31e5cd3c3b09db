"""The view of an advice as HTML for the checker's page; whatever came from a reader is escaped."""

from followup.page.host import Addresses
from followup.render.markup import Html, joined, tag
from followup.render.view import Citation, Item, Section, View
from followup.words import Words

_CHOICES = {"ours": "our-choice", "center": "center-choice"}
"""Classes of what marks a choice, by whose it is."""
FOLDED = frozenset({"disputed", "changes", "assumed"})
"""Sections that a reader opens who wants to know more."""


def html(view: View, words: Words, addresses: Addresses) -> str:
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
        *(_section(section, addresses) for section in view.sections),
        tag("p", view.rules, class_="answer-rules"),
    )


def _dates(view: View, words: Words) -> Html:
    rows = (tag("div", tag("dt", label), tag("dd", day)) for label, day in view.dates)
    return tag("dl", *rows, class_="answer-dates", aria_label=words.text("view.dates")) if view.dates else Html()


def _section(section: Section, addresses: Addresses) -> Html:
    content = joined(_items(section, addresses), *(_dispute(part, addresses) for part in section.parts))
    if section.key in FOLDED:
        return tag("details", tag("summary", section.heading), content, class_="answer-section", data_part=section.key)
    return tag("section", tag("h3", section.heading), content, class_="answer-section", data_part=section.key)


def _dispute(part: Section, addresses: Addresses) -> Html:
    address = addresses.dispute.replace("{slug}", part.dispute.slug) if part.dispute else ""
    heading = tag("a", part.heading, href=address) if address else part.heading
    return tag("section", tag("h4", heading), _items(part, addresses), class_="answer-dispute")


def _items(section: Section, addresses: Addresses) -> Html:
    if not section.items:
        return Html()
    return tag("ol" if section.key == "then" else "ul", *(tag("li", *_item(item, addresses)) for item in section.items))


def _item(item: Item, addresses: Addresses) -> list[Html]:
    parts = [tag("span", item.text)]
    if item.choice:
        parts.append(tag("span", item.choice, class_=_CHOICES[item.basis]))
    if item.citations:
        parts.append(tag("span", *_citations(item.citations, addresses), class_="answer-sources"))
    return [joined(*(piece for part in parts for piece in (Html(" "), part)))]


def _citations(citations: tuple[Citation, ...], addresses: Addresses) -> list[Html]:
    links = [_citation(citation, addresses) for citation in citations]
    return [piece for link in links for piece in (Html(" · "), link)][1:]


def _citation(citation: Citation, addresses: Addresses) -> Html:
    if not addresses.claim:
        return tag("span", citation.label, title=citation.says)
    address = addresses.claim.replace("{source}", citation.source).replace("{claim}", citation.claim)
    return tag("a", citation.label, href=address, title=citation.says)
