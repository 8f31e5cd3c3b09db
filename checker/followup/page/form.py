"""The checker's form as HTML: plain controls that work with the keyboard and say everything in words.

Ids start with `checker-`. Conditions, rows and states are `data-` attributes for the page's script; without it all
is visible.
"""

from followup.page.controls import field_html
from followup.page.fields import FIELDS, FOLDED, ROWS, Field
from followup.page.host import Host
from followup.render.markup import Html, tag
from followup.words import Words

_STATES = ("fetching", "starting", "ready", "waiting", "working")
_FAILURES = ("unsupported", "blocked", "offline", "missing", "damaged", "slow", "memory", "stopped")


def form_html(words: Words, host: Host) -> str:
    """The custom element: summary of faults, form, status line, way on after a failure, and place for the answer.

    Its attributes carry the language and the addresses, which the page hands to its door with each question.
    """
    return tag(
        "div",
        tag(
            "follow-up-checker",
            tag("noscript", tag("p", words.text("page.noscript")), _tables(words, host), _guides(words, host)),
            _problem(words),
            _form(words, host),
            tag("div", _status(words), _failure(words, host), _answer(words), class_="checker-outcome"),
            data_runtime="idle",
            data_language=words.language,
            data_claim=host.addresses.claim,
            data_dispute=host.addresses.dispute,
        ),
        class_="checker",
        data_search_exclude=True,
    )


def _form(words: Words, host: Host) -> Html:
    # A form with this method sends nothing anywhere, whatever happens to the script.
    sections = dict.fromkeys(field.section for field in FIELDS if field.section)
    return tag(
        "form",
        *(_section(section, words, host) for section in sections if section not in FOLDED),
        tag(
            "details",
            tag("summary", words.text("form.more")),
            tag("p", words.text("form.more-hint"), class_="checker-hint"),
            *(_section(section, words, host) for section in FOLDED),
            class_="checker-more",
        ),
        *(field_html(field, words) for field in FIELDS if not field.section),
        tag("datalist", id="checker-zones"),
        tag("button", words.text("form.submit"), type="submit", class_=host.main_button or False),
        _unloaded(words, host),
        method="dialog",
        novalidate=True,
        autocomplete="off",
    )


def _section(section: str, words: Words, host: Host) -> Html:
    fields = [field for field in FIELDS if field.section == section]
    heading = f"checker-section-{section}"
    return tag(
        "section",
        tag("h2", words.text(f"form.section.{section}"), id=heading),
        *(field_html(field, words) for field in fields if not field.in_row),
        _rows([field for field in fields if field.in_row], words, host),
        aria_labelledby=heading,
        class_="checker-section",
    )


def _rows(fields: list[Field], words: Words, host: Host) -> Html:
    """The place for rows with the template of one row, in which `#` stands for the row's number."""
    if not fields:
        return Html()
    row = tag(
        "fieldset",
        tag("legend", words.text("form.row"), " ", tag("span", data_row_number=True)),
        *(field_html(field, words) for field in fields),
        tag("button", words.text("form.remove-row"), type="button", class_=host.button or False, data_remove_row=True),
        class_="checker-row",
        data_row=True,
    )
    return tag(
        "div",
        tag("h3", words.text(f"form.{ROWS}.label"), id=f"checker-{ROWS}", tabindex="-1"),
        tag("p", words.text(f"form.{ROWS}.hint"), class_="checker-hint"),
        tag("div", data_rows=ROWS),
        tag("template", row),
        tag("button", words.text("form.add-row"), type="button", class_=host.button or False, data_add_row=True),
        class_="checker-rows",
    )


def _unloaded(words: Words, host: Host) -> Html:
    """What the style sheet shows in place of the button where the page's script has not come after a while."""
    return tag(
        "div",
        tag("p", words.text("page.unloaded")),
        _tables(words, host),
        _guides(words, host),
        class_="checker-unloaded",
    )


def _problem(words: Words) -> Html:
    """The summary of faults, filled and shown by the script."""
    return tag(
        "div",
        tag("h2", words.text("page.problem-title"), id="checker-problem"),
        tag("ul"),
        class_="checker-problem",
        aria_labelledby="checker-problem",
        role="group",
        tabindex="-1",
        hidden=True,
        data_title_prefix=words.text("page.problem-prefix"),
    )


def _status(words: Words) -> Html:
    """The one status region, with the sentences of all states beside it."""
    states = {f"data_{state}": words.text(f"page.state.{state}") for state in (*_STATES, *_FAILURES)}
    return tag("p", role="status", class_="checker-status", **states)


def _failure(words: Words, host: Host) -> Html:
    """The way on where Python cannot answer; the status region says why."""
    table = host.table.replace("{contact}", "hr").replace("{part}", "no-date")
    return tag(
        "div",
        tag("p", words.text("page.kept")),
        tag("button", words.text("page.retry"), type="button", class_=host.button or False, data_retry=True),
        tag("p", tag("a", words.text("page.table"), href=table, data_table=host.table)),
        tag("p", words.text("page.guides")),
        _guides(words, host),
        class_="checker-failure",
        hidden=True,
    )


def _answer(words: Words) -> Html:
    heading = tag("h2", words.text("page.answer-heading"), id="checker-answer", tabindex="-1")
    back = tag("a", words.text("page.change"), href="#checker-stage", data_change=True)
    return tag(
        "section",
        heading,
        tag("div", data_answer=True),
        tag("p", back),
        class_="checker-answer",
        aria_labelledby="checker-answer",
        hidden=True,
    )


def _tables(words: Words, host: Host) -> Html:
    return tag("p", tag("a", words.text("page.tables"), href=host.tables))


def _guides(words: Words, host: Host) -> Html:
    links = (tag("a", words.text(f"page.guide.{guide}"), href=address) for guide, address in host.guides.items())
    return tag("ul", *(tag("li", link) for link in links))
