"""The answers as tables, for readers whose browser cannot run the checker: a page a kind of contact, and their list."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.knowledge.records import Knowledge
from followup.vocabulary import ContactType
from followup.words import Words
from followup.words.quantities import usual_numbers
from followup_site.answers.situations import AGENCY, CONTACTS, HOURS, LATEST_QUESTION, UNKNOWN, Case, thanks
from followup_site.answers.tables import Row, rows_of
from followup_site.answers.words import answer_of, days_of
from followup_site.pages.disputes import OUR_CHOICE
from followup_site.pages.layout import QUIETER_THAN_GUIDES, back_link, block, front_matter
from followup_site.pages.prose import capital, quantity
from followup_site.pages.usage import Usage, used_in

BEYOND = 5
"""Days that are asked beyond the one from which the silence ends everything."""
GROUNDS = ("inside-target", "inside-edge")
"""Reasons of a thank-you's moment that make two rows of one."""


def slug_of(contact: str) -> str:
    """Return the name of a contact's page in its address."""
    return contact.replace("_", "-")


def guide_of(contact: ContactType) -> str:
    """Return the name of the guide to a contact; whoever is unknown is at least the one who arranged it."""
    return slug_of("coordinator" if contact == UNKNOWN else contact)


def answer_pages(known: Knowledge, words: Words, usage: Usage) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of the list and of each contact's page."""
    yield "answers/index.md", _index(known, words)
    for contact in CONTACTS:
        path = f"answers/{slug_of(contact)}.md"
        yield path, _AnswerPage(known, words, contact).text(used_in(usage.linking(path), "answers"))


def _index(known: Knowledge, words: Words) -> str:
    parts = [
        front_matter(
            "What do I do on which day? The answers as tables",
            "The checker's answers for usual cases as tables to read and print, without JavaScript.",
            tags=[
                *("tables", "table of answers", "timetable", "chart", "cheat sheet", "handout", "schedule", "calendar"),
                *("day by day", "each day", "printable", "printing", "without JavaScript", "offline"),
            ],
        ),
        "# What do I do on which day? The answers as tables\n",
        "Here are the checker's answers for usual cases, to read without JavaScript and to print.",
        "Each page fits one kind of contact. Choose yours:\n",
        *(
            f"- [{capital(words.text(f'recipient.{contact}'))}]({slug_of(contact)}.md)"
            for contact in CONTACTS
            if contact != UNKNOWN
        ),
        "",
        "You do not know who your contact is? Then read the page for",
        f"[{words.text(f'recipient.{UNKNOWN}')}]({slug_of(UNKNOWN)}.md): it has the waits that hold for most contacts.",
        f"{OUR_CHOICE}\n",
        "If an agency put you forward, read the page for your agency recruiter, whoever interviewed you.\n",
        "## When do the tables not fit? { #limits }\n",
        "The checker worked them out for every weekday, but not for everything that can happen.\n",
        *_limits(known),
        "In all these cases use [the checker](../checker/index.md), or read [the guides](../index.md).\n",
    ]
    return "\n".join(parts)


def _limits(known: Knowledge) -> list[str]:
    """What the tables leave out."""
    closure = [quantity(known.numbers[f"closure-{end}-day"].usual.value, "month-day") for end in ("first", "last")]
    return [
        "- **Public holidays**, and the days from " + " to ".join(closure) + ".",
        "  No question goes out on such a day; it moves to the next day that is allowed.",
        "- **Another week** than Monday to Friday, and another pace than the usual one.",
        "- **Another way than email.**",
        "- **A real deadline elsewhere**, an automatic reply, or a message that came back.",
        "- **Their own word:** they told you when to check back, or not to write.\n",
    ]


@dataclass(frozen=True, slots=True)
class _AnswerPage:
    known: Knowledge
    words: Words
    contact: ContactType

    def text(self, uses: str) -> str:
        """The Markdown of the page."""
        who = self.words.text(f"recipient.{self.contact}")
        more = f"[More about this kind of contact](../contacts/{guide_of(self.contact)}.md)"
        title = f"When to write to {who}: the answers as tables"
        parts = [
            front_matter(
                title,
                f"What to do on which day if your contact is {who}: thank-you, promised day, no date, no reply.",
                tags=["tables", "timetable", "printable"],
                search_boost=QUIETER_THAN_GUIDES,
            ),
            back_link("All tables", "index.md"),
            f"# {title}\n",
            "Find what happened last, count the days since then, and read the row; day 1 is the day after it.",
            "The tables are the checker's own answers for usual cases by email.",
            "For holidays, deadlines and other things that they leave out, see [the limits](index.md#limits).",
            "Each answer leads to its reasons and to who gives them.\n",
            block("answers", f"{self.thank_you()}\n{self.promised()}\n{self.no_date()}"),
            "[Check my situation](../checker/index.md){ .md-button }\n",
            block("neighbours", "\n".join(f"- {line}" for line in (more, uses) if line)),
        ]
        return "\n".join(parts)

    @property
    def is_agency(self) -> bool:
        """Whether the contact is a recruiter at an agency."""
        return self.contact == AGENCY

    def thank_you(self) -> str:
        """The section about thanks, in hours."""
        if not self.is_agency:
            return (
                "## You have not said thank you yet { #thank-you }\n\n"
                + self.hours(has_reported=False)
                + "\nA late thank-you ends on the day on which you may ask for news. From then on, thank them in that"
                " message.\n"
            )
        return (
            "## Reporting, and saying thank you { #thank-you }\n\n### Your recruiter has not heard from you yet\n\n"
            + self.hours(has_reported=False)
            + "\nThis ends on the day on which asking for news is advised.\n\n"
            "### You told your recruiter how it went, and have no answer\n\n"
            + self.hours(has_reported=True)
            + "\nThis ends on the day on which you may ask for news. If you reported later, leave your recruiter a day"
            " to answer. When your recruiter answers, do what they say about thanks.\n"
        )

    def hours(self, *, has_reported: bool) -> str:
        """A table in hours since the end of the interview."""
        edge = self.known.numbers["thank-you-by"].keen.value
        situations = thanks(self.contact, has_reported=has_reported)
        rows = rows_of(situations, self.known, range(edge + 2), HOURS, GROUNDS)
        lines = []
        begins = 0
        for row in rows:
            text = answer_of(row, self.words, "hour")
            ground = row.by_weekday[0].ground
            if ground:
                cited = "; ".join(f"@{claim}" for claim in self.known.grounds[ground].claims)
                text += f" {self.words.text(f'ground.{ground}', usual_numbers(self.known, self.words))}[{cited}]"
            # What is waited for begins with its hour; what may be done lasts to the end of its own.
            ends = row.last + 1 if row.by_weekday[0].sends_nothing else row.last
            lines.append((f"{begins} to {ends}" if row is not rows[-1] else f"more than {begins}", text))
            begins = ends
        return _table("Hours since the interview", lines if len(lines) > 1 else [("any", lines[0][1])])

    def promised(self) -> str:
        """The section for readers who were given a day."""
        rows = self.rows(Case(contact=self.contact, is_promised=True))
        stops = rows[-1].first
        parts = [
            "## They named a day { #promised }\n",
            f"If they named a range, its last day counts. {self.supposed()}",
            "Have they written after that day, without a new one? Then [count from their message](#no-date).\n",
            "### You have not asked yet\n",
            _table("Days since that day", self.lines(rows)),
        ]
        for heading, case, label in self.tried(is_promised=True):
            counted = self.rows(case, range(stops - case.to_count))
            end = self.rows(case, [stops - case.to_count])
            lines = [
                *self.lines(counted),
                (f"Day {stops} after the named day, and later", answer_of(end[0], self.words)),
            ]
            parts += [f"\n{heading}\n", _table(label, lines)]
        parts.append(
            f"\nThe last row goes before the others. These tables hold if your last question went out"
            f" after the named day and at most {LATEST_QUESTION} days after it.\n"
        )
        return "\n".join(parts)

    def no_date(self) -> str:
        """The section for readers who were given no day."""
        parts = [
            "## They named no day { #no-date }\n",
            "The last contact is the interview, your thank-you or their last message, whichever came last.",
            f"{self.supposed()}\n",
            "### You have not asked yet\n",
            _table("Days since the last contact", self.lines(self.rows(Case(contact=self.contact, is_promised=False)))),
        ]
        for heading, case, label in self.tried(is_promised=False):
            parts += [f"\n{heading}\n", _table(label, self.lines(self.rows(case)))]
        return "\n".join([*parts, ""])

    def supposed(self) -> str:
        """What the tables about questions take as done."""
        if self.is_agency:
            return "The tables suppose that your recruiter knows how it went and has answered."
        return "The tables suppose that you have said thank you."

    def tried(self, *, is_promised: bool) -> Iterator[tuple[str, Case, str]]:
        """Heading, case and first column of each table for readers who have asked."""
        once = Case(contact=self.contact, is_promised=is_promised, tries=1)
        twice = Case(contact=self.contact, is_promised=is_promised, tries=2)
        yield "### You asked once, and nobody answered", once, "Days since you asked"
        yield "### You asked twice, and nobody answered", twice, "Days since you last asked"
        if not self.is_agency:
            other = Case(contact=self.contact, is_promised=is_promised, tries=2, has_other=True)
            heading = "### You asked twice, and somebody else there gave you an address"
            yield heading, other, "Days since you last asked"

    def rows(self, case: Case, numbers: range | list[int] | None = None) -> list[Row]:
        """The rows of a case, by default from before the day until well after the plan has ended."""
        return rows_of(case.situation, self.known, self.all_days(case) if numbers is None else numbers)

    def all_days(self, case: Case) -> range:
        """From three days before a promised day to the end of the longest silence."""
        silence = "silence-after-promise" if case.is_promised else "silence-without-date"
        before = -3 if case.is_promised else 0
        return range(before, self.known.numbers[silence].usual.value + BEYOND)

    def lines(self, rows: list[Row]) -> list[tuple[str, str]]:
        """The rows in words."""
        return [(days_of(row, is_last=row is rows[-1]), answer_of(row, self.words)) for row in rows]


def _table(first: str, lines: list[tuple[str, str]]) -> str:
    rows = [f"| {label} | {text} |" for label, text in lines]
    return "\n".join([f"| {first} | What to do |", "| --- | --- |", *rows, ""])
