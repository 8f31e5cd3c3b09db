"""An advice laid out for a reader, in the order in which it is read; `text` and `html` only print it.

Verdict, to whom and how, dates; why; what not to do; the reader's idea; where sources disagree; what comes after;
figures; what was assumed. Nothing is decided here.
"""

from datetime import date
from typing import NamedTuple

from followup.advice import Advice, Change, Reason, ShownDispute
from followup.knowledge.records import Dispute, Knowledge
from followup.model import Moment
from followup.plan import Planned
from followup.words import Words


class Citation(NamedTuple):
    """A claim as a reader sees it cited: who says so, and which claim it is."""

    claim: str
    source: str
    label: str
    says: str


class Item(NamedTuple):
    """One statement with who says so; `is_ours` where it is our own choice."""

    text: str
    citations: tuple[Citation, ...] = ()
    is_ours: bool = False


class Section(NamedTuple):
    """A part of the answer. A `dispute` links its heading to the page of the disagreement."""

    key: str
    heading: str
    items: tuple[Item, ...] = ()
    dispute: Dispute | None = None
    parts: tuple["Section", ...] = ()


class View(NamedTuple):
    """The whole answer. `tone` is `act`, `may`, `wait` or `stop`; `dates` are pairs of a label and a date in words."""

    tone: str
    strength: str
    verdict: str
    line: str
    dates: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    rules: str
    ours: str
    """What marks a statement that is our own choice."""

    @property
    def summary(self) -> str:
        """The answer in one line, for a status region."""
        return " ".join(part for part in (f"{self.verdict}.", self.line) if part)


def lay_out(advice: Advice, knowledge: Knowledge, words: Words) -> View:
    """The view of an advice in the words' language."""
    layout = _Layout(knowledge, words)
    return View(
        tone=_tone(advice),
        strength=words.text(f"strength.{advice.strength}"),
        verdict=layout.verdict(advice),
        line=layout.line(advice),
        dates=tuple(layout.dates(advice)),
        sections=tuple(section for section in layout.sections(advice) if section.items or section.parts),
        rules=words.text("view.rules", rules=advice.rules),
        ours=words.text("view.basis-ours"),
    )


def _tone(advice: Advice) -> str:
    if advice.action in ("wait", "stop_and_move_on"):
        return {"wait": "wait"}.get(advice.action, "stop")
    return "act" if advice.strength == "recommended" else "may"


class _Layout(NamedTuple):
    knowledge: Knowledge
    words: Words

    def verdict(self, advice: Advice) -> str:
        """The answer in a few words."""
        if advice.action == "wait":
            until = advice.recommended
            return self.words.text("action.wait.until", date=until) if until else self.words.text("action.wait.do")
        form = "do" if advice.strength == "recommended" else "may"
        return self.action(advice.action, advice.recipient, form)

    def line(self, advice: Advice) -> str:
        """To whom and by which channel; for a wait, what is waited for."""
        if advice.waiting_for:
            return self.words.text("view.waiting-for", step=self.words.text(f"action.{advice.waiting_for}.step"))
        if advice.recipient == "none":
            return ""
        also = self.words.text("view.or").join(
            self.words.text(f"channel.{channel}") for channel in advice.also_channels
        )
        return self.words.text(
            "view.to-also" if also else "view.to",
            recipient=self.words.text(f"recipient.{advice.recipient}"),
            channel=self.words.text(f"channel.{advice.channel}"),
            also=also,
        )

    def action(self, action: str, recipient: str, form: str) -> str:
        """An action in words; thanks that go to an agency are there to be passed on."""
        is_passed_on = recipient == "agency_recruiter" and action in ("send_thank_you", "send_late_thank_you")
        return self.words.text(f"action.{'forward_thanks' if is_passed_on else action}.{form}")

    def dates(self, advice: Advice) -> list[tuple[str, str]]:
        """The dates that tell a reader something, each with its label.

        A mark on the same day as the next is left out.
        """
        if advice.action == "stop_and_move_on":
            return []
        is_ahead = advice.action == "wait" or advice.strength == "tolerated"
        marks: dict[str, Moment | None] = {
            "earliest": advice.earliest if is_ahead and advice.earliest != advice.recommended else None,
            "recommended": advice.recommended if is_ahead and advice.recommended != advice.preferred else None,
            "preferred": None if advice.target else advice.preferred,
            "target": advice.target,
            "latest": advice.latest,
        }
        return [(self.words.text(f"view.{mark}"), self.words.shown(moment)) for mark, moment in marks.items() if moment]

    def sections(self, advice: Advice) -> list[Section]:
        """Everything below the dates, in reading order; empty ones too."""
        text = self.words.text
        sections = [
            Section(key="because", heading=text("view.because"), items=self.items(advice.because)),
            Section(key="how", heading=text("view.how"), items=self.items(advice.how)),
            Section(key="avoid", heading=text("view.avoid"), items=self.items(advice.avoid)),
        ]
        if advice.idea:
            verdict = Item(text=text(f"verdict.{advice.idea.verdict}"))
            idea = text(f"form.options.ideas.{advice.idea.idea}")
            heading = text("view.idea", idea=idea)
            sections.append(Section(key="idea", heading=heading, items=(verdict, *self.items(advice.idea.because))))
        return [
            *sections,
            Section(key="disputed", heading=text("view.disputed"), parts=tuple(map(self.dispute, advice.disputed))),
            Section(key="then", heading=text("view.then"), items=tuple(map(self.later, advice.then))),
            Section(key="changes", heading=text("view.changes"), items=tuple(map(self.change, advice.changes))),
            Section(key="context", heading=text("view.context"), items=self.items(advice.context)),
            Section(
                key="assumed", heading=text("view.assumed"), items=tuple(Item(text=item) for item in advice.assumed)
            ),
        ]

    def items(self, reasons: tuple[Reason, ...]) -> tuple[Item, ...]:
        """Reasons with their citations."""
        return tuple(
            Item(text=reason.text, citations=self.citations(reason.claims), is_ours=reason.basis == "ours")
            for reason in reasons
        )

    def citations(self, claims: tuple[str, ...]) -> tuple[Citation, ...]:
        """Claims as they are cited, numbered where one speaker is cited twice."""
        found = []
        labels: list[str] = []
        for claim in (self.knowledge.claims[claim] for claim in claims):
            name = self.knowledge.sources[claim.source].name
            label = name if claim.speaker[0].islower() else f"{claim.speaker}, {name}"
            labels.append(label)
            if labels.count(label) > 1:
                label = f"{label} ({labels.count(label)})"
            found.append(Citation(claim=claim.id, source=claim.source, label=label, says=claim.says))
        return tuple(found)

    def dispute(self, shown: ShownDispute) -> Section:
        """A disagreement: every side with its citations, how far apart they are, then what we do."""
        dispute = shown.dispute
        sides = tuple(Item(text=side.text, citations=self.citations(side.claims)) for side in dispute.sides)
        apart = (Item(text=shown.apart),) if shown.apart else ()
        ours = Item(text=dispute.ours, is_ours=True)
        return Section(key="dispute", heading=dispute.question, items=(*sides, *apart, ours), dispute=dispute)

    def change(self, change: Change) -> Item:
        """One thing that would change the answer."""
        action = self.words.text(f"action.{change.action}.step")
        return Item(text=self.words.text("view.change-line", when=change.when, action=action))

    def later(self, planned: Planned) -> Item:
        """One line of the plan."""
        step, text = planned.step, self.words.text
        name = self.action(step.action, step.recipient, "step")
        day: date | None = planned.preferred
        if day is None:
            return Item(text=name)
        if step.recipient == "none":
            line = text("view.then-line-plain", date=day, step=name)
        else:
            recipient, channel = text(f"recipient.{step.recipient}"), text(f"channel.{step.channel}")
            line = text("view.then-line", date=day, step=name, recipient=recipient, channel=channel)
        return Item(text=text("view.then-optional", line=line) if step.strength == "optional" else line)
