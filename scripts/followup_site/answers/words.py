"""A row of a table of answers in words."""

from calendar import day_name
from collections.abc import Collection

from followup.render.voice import action_in_words
from followup.vocabulary import Action, Recipient
from followup.words import Words
from followup_site.answers.tables import WEEKDAYS, Offsets, Outcome, Row
from followup_site.pages.steps import file_of


def days_of(row: Row, *, is_last: bool) -> str:
    """Return the days of a row: `0 to 13`, `3`, `91 or more`; what lies before the first day is `0 or before`."""
    if row.first < 0:
        return f"{row.last} or before"
    if is_last:
        return f"{row.first} or more"
    return str(row.first) if row.first == row.last else f"{row.first} to {row.last}"


def answer_of(row: Row, words: Words, unit: str = "day") -> str:
    """Return the answer of a row as Markdown: what to do on which weekdays, and how long to wait."""
    groups: dict[Outcome, list[int]] = {}
    for weekday, outcome in zip(WEEKDAYS, row.by_weekday, strict=True):
        groups.setdefault(outcome, []).append(weekday)
    if len(groups) == 1:
        (outcome,) = groups
        return _wait(row, outcome, words, unit) if outcome.action == "wait" else f"{verdict(outcome, words)}."
    parts = [
        f"{span(weekdays)}: {verdict(outcome, words)}."
        for outcome, weekdays in groups.items()
        if not outcome.sends_nothing
    ]
    parts += [f"{span(weekdays)}: not today." for outcome, weekdays in groups.items() if outcome.sends_nothing]
    strengths = {outcome.strength for outcome in groups if not outcome.sends_nothing}
    if strengths == {"tolerated"}:
        parts.append(f"Advised from {until(row.recommended, unit)}.")
    return " ".join(parts)


def verdict(outcome: Outcome, words: Words) -> str:
    """Return the verdict with a link to the page of its step, as the checker words it."""
    form = "do" if outcome.strength == "recommended" else "may"
    desk = f" ({words.text('recipient.agency_desk')})" if outcome.recipient == "agency_desk" else ""
    return f"{_linked(outcome.action, outcome.recipient, form, words)}{desk}"


def _linked(action: Action, recipient: Recipient, form: str, words: Words) -> str:
    return f"[{action_in_words(words, action, recipient, form)}](../steps/{file_of(action)})"


def _wait(row: Row, outcome: Outcome, words: Words, unit: str) -> str:
    """How long to wait and for what; two marks where the step is possible before it is advised."""
    step = _linked(outcome.waits_for or outcome.action, outcome.recipient, "step", words)
    if row.earliest == row.recommended:
        return f"Wait until {until(row.recommended, unit)}. Then: {step}."
    possible, advised = until(row.earliest, unit), until(row.recommended, unit)
    return f"Wait. {step}: possible from {possible}; advised from {advised}."


def until(offsets: Offsets, unit: str) -> str:
    """Return a day that may hang on the weekday: `day 14, or up to day 17 if day 14 falls on Saturday to Monday`."""
    known = [offset for offset in offsets if offset is not None]
    low, high = min(known), max(known)
    if low == high:
        return f"{unit} {low}"
    begins = zip(WEEKDAYS, offsets, strict=True)
    moved = {(weekday + low - 1) % 7 + 1 for weekday, offset in begins if offset is not None and offset > low}
    return f"{unit} {low}, or up to {unit} {high} if {unit} {low} falls on {span(moved, 'or')}"


def span(weekdays: Collection[int], word: str = "and") -> str:
    """Return weekdays as a span where they follow each other, also across the week's end: `Saturday to Monday`.

    `word` joins the last two where they are no span.
    """
    begins = [day for day in weekdays if (day - 2) % 7 + 1 not in weekdays]
    if len(begins) == 1 and len(weekdays) > 2:  # noqa: PLR2004 - two days are a pair, not a span
        return f"{day_name[begins[0] - 1]} to {day_name[(begins[0] + len(weekdays) - 2) % 7]}"
    *names, last = [day_name[day - 1] for day in sorted(weekdays)]
    return f"{', '.join(names)} {word} {last}" if names else last
