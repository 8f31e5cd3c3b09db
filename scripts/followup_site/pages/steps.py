"""The page of each step that the checker knows, and their list: what it says of a step, gathered from its own runs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup.knowledge.records import Knowledge
from followup.model import Point
from followup.vocabulary import ACTIONS
from followup.words import Words
from followup.words.quantities import usual_numbers
from followup_site.answers.runs import EXAMPLE, MAIN_CONTACT, SOMEBODY_ELSE, Runs, StepRecord, sentence
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, fine, front_matter
from followup_site.pages.marks import marks_in_words
from followup_site.pages.prose import capital, listed, plain, quantity
from followup_site.pages.usage import Usage, used_in

DAYS = {
    "any": "on any day, also at the weekend.",
    "working": "on a working day only.",
    "check": "not on {avoided} and not at the weekend; best on {best}. In a week from Sunday to Thursday, "
    "{other_avoided} takes the place of {avoided}. With a real deadline elsewhere, any working day will do.",
}
WITH = {True: "With an agency: ", False: "With an employer: "}
DAY_NUMBERS = {"working": ("week-mon-fri-working",), "check": ("week-mon-fri-avoided", "week-mon-fri-best")}
OTHER_CONTACT = "somebody else there whose address you were given"
MOST_PAGES = 5
"""How many pages that only share its claims a step names."""


def file_of(action: str) -> str:
    """Return the file of an action's page: `send_thank_you` has `send-thank-you.md`."""
    return f"{action.replace('_', '-')}.md"


def steps_of_disputes(runs: Runs, words: Words) -> dict[str, list[tuple[str, str]]]:
    """Return, for each disagreement, title and file of the steps that show it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for action in ACTIONS:
        for dispute in runs.steps[action].disputes:
            found.setdefault(dispute, []).append((words.text(f"action.{action}.step"), file_of(action)))
    return found


def step_pages(known: Knowledge, runs: Runs, words: Words, usage: Usage) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the list of steps and of each step's page."""
    yield "steps/index.md", _index(runs, words)
    for action in ACTIONS:
        page = _StepPage(known, words, action, runs.steps[action])
        yield f"steps/{file_of(action)}", page.text(usage)


def _index(runs: Runs, words: Words) -> str:
    parts = [
        front_matter(
            "Which steps does the checker know?",
            "Every step that the checker can advise: when, to whom, why, what to avoid, and who disagrees.",
            tags=["steps", "actions", "what can the checker say", "possible answers"],
        ),
        "# Which steps does the checker know?\n",
        f"These {len(ACTIONS)}. It always names one of them, and then those that follow if nobody answers.",
        "Each has a page with its windows, its reasons and what to avoid, gathered from what the checker says.\n",
    ]
    for action in ACTIONS:
        ways = _ways(runs.steps[action], words)
        parts.append(f"- [{words.text(f'action.{action}.step')}]({file_of(action)})")
        if ways:
            parts.append(f"  {fine(listed(ways))}")
    return "\n".join([*parts, ""])


def _ways(record: StepRecord, words: Words) -> dict[str, list[str]]:
    """Recipients in words, each with the channels in words; none for a step that goes to nobody."""
    found: dict[str, list[str]] = {}
    for recipient, channel in sorted(record.ways, key=lambda way: way[0] != MAIN_CONTACT):
        if recipient != "none":
            who = OTHER_CONTACT if recipient == SOMEBODY_ELSE else words.text(f"recipient.{recipient}")
            found.setdefault(plain(who), []).append(words.text(f"channel.{channel}"))
    return found


@dataclass(frozen=True, slots=True)
class _StepPage:
    known: Knowledge
    words: Words
    action: str
    record: StepRecord

    def text(self, usage: Usage) -> str:
        """The Markdown of the page."""
        title = self.words.text(f"action.{self.action}.step")
        lists = {
            "To whom, and how?": self.ways(),
            "When?": self.when(),
            "Why, and why then?": map(self.said, self.record.because.values()),
            "How to go about it": map(self.said, self.record.how.values()),
            "What not to do": map(self.said, self.record.avoid.values()),
            "Where do the sources disagree?": self.disputes(),
            "What comes next?": self.following(),
            "Where do the guides speak of it?": self.uses(usage),
        }
        parts = [
            front_matter(
                title,
                f"{title}: when, to whom, why, what to avoid, and who disagrees.",
                search_boost=QUIETER_THAN_GUIDES,
            ),
            back_link("All steps", "index.md"),
            f"# {title}\n",
            f"The checker says: {listed(f'“{verdict}”' for verdict in self.verdicts())}.",
            "What follows is gathered from its answers; when you ask, you see only the part that fits your case.",
            f"Where it would name one of your dates, this page names {self.words.day(EXAMPLE)} as an example.\n",
        ]
        for heading, items in lists.items():
            lines = [f"- {item}" for item in items]
            if lines:
                parts += [f"## {heading}\n", *lines, ""]
        return "\n".join([*parts, "[Check my situation](../checker/index.md){ .md-button }\n"])

    def ways(self) -> Iterator[str]:
        """The recipients with their channels, those of the same channels together."""
        ways = _ways(self.record, self.words)
        together: dict[frozenset[str], list[str]] = {}
        for recipient, channels in ways.items():
            together.setdefault(frozenset(channels), []).append(recipient)
        for recipients in together.values():
            yield f"{capital(listed(recipients))}: {' or '.join(ways[recipients[0]])}"

    def verdicts(self) -> list[str]:
        """The verdicts in words, without those that wait for a date."""
        forms = self.words.section(f"action.{self.action}")
        names = [key for key in ("do", "may") if key in forms]
        found = [forms[name] for name in names]
        if ("agency_recruiter", "email") in self.record.ways and self.action == "send_thank_you":
            found += [self.words.text(f"action.forward_thanks.{name}") for name in names]
        return list(dict.fromkeys(found))

    def when(self) -> Iterator[str]:
        """The days on which it may happen, and every number that its window hangs on."""
        numbers = self.known.numbers
        weekdays = {
            "avoided": quantity(numbers["week-mon-fri-avoided"].usual.value, "weekdays"),
            "best": quantity(numbers["week-mon-fri-best"].usual.value, "weekdays"),
            "other_avoided": quantity(numbers["week-sun-thu-avoided"].usual.value, "weekdays"),
        }
        for days, sides in self.record.days.items():
            with_whom = "" if len(self.record.days) == 1 or len(sides) > 1 else WITH[sides == {True}]
            yield capital(f"{with_whom}{DAYS[days].format(**weekdays)}")
        asked = [*self.record.numbers, *(number for days in self.record.days for number in DAY_NUMBERS.get(days, ()))]
        for number in map(numbers.__getitem__, dict.fromkeys(asked)):
            yield (
                f"[{plain(number.meaning.removesuffix('.'))}](../numbers/index.md#{number.id}): "
                f"{marks_in_words(number)}."
            )

    def said(self, point: Point) -> str:
        """One sentence with its citations, or marked as ours with the reason."""
        ground = self.known.grounds[point.id]
        text = plain(sentence(point, self.words, usual_numbers(self.known, self.words)))
        if ground.claims:
            return f"{text}[{'; '.join(f'@{claim}' for claim in ground.claims)}]"
        return f"{text} {OUR_CHOICE}\n  {fine(plain(ground.ours))}"

    def disputes(self) -> Iterator[str]:
        """Links to the disagreements that are shown with it."""
        for dispute in map(self.known.disputes.__getitem__, sorted(self.record.disputes)):
            yield f"[{plain(dispute.question)}](../disagreements/{dispute.slug}.md)"

    def following(self) -> Iterator[str]:
        """Links to the steps that may come after it."""
        for action in (action for action in ACTIONS if action in self.record.next):
            yield f"[{self.words.text(f'action.{action}.step')}]({file_of(action)})"

    def uses(self, usage: Usage) -> Iterable[str]:
        """The pages that link to it, and those that cite most of the claims under its reasons."""
        said: Mapping[str, Point] = {**self.record.because, **self.record.how, **self.record.avoid}
        claims = dict.fromkeys(claim for point in said for claim in self.known.grounds[point].claims)
        pages = [*usage.linking(f"steps/{file_of(self.action)}"), *usage.citing(claims)[:MOST_PAGES]]
        line = used_in(pages, "steps")
        return [line] if line else []
