"""An advice laid out for a reader, in the order in which it is read; `text` and `html` only print it.

Verdict, to whom and how, dates; why; what not to do; the reader's idea; where sources disagree; what comes after;
figures; what was assumed. Nothing is decided here.
"""

from datetime import date
from typing import NamedTuple

from followup.advice import Advice, Change, Reason, ShownDispute
from followup.knowledge.records import Dispute
from followup.model import Moment
from followup.plan import Planned
from followup.render.voice import Voice
from followup.vocabulary import Basis
from followup.words import Words


class Citation(NamedTuple):
    """A claim as a reader sees it cited: who says so, and which claim it is."""

    claim: str
    source: str
    label: str
    says: str


class Item(NamedTuple):
    """One statement with what it rests on: who says so, or whose choice it is."""

    text: str
    citations: tuple[Citation, ...] = ()
    basis: Basis = "sources"
    choice: str = ""
    """The words that mark it as a choice; empty where it is none."""


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

    @property
    def summary(self) -> str:
        """The answer in one line, for a status region."""
        return " ".join(part for part in (f"{self.verdict}.", self.line) if part)


def lay_out(advice: Advice, voice: Voice) -> View:
    """The view of an advice in a language."""
    layout, words = _Layout(voice.at(advice.situation.pace)), voice.words
    return View(
        tone=_tone(advice),
        strength=words.text(f"strength.{advice.strength}"),
        verdict=layout.verdict(advice),
        line=layout.line(advice),
        dates=tuple(layout.dates(advice)),
        sections=tuple(section for section in layout.sections(advice) if section.items or section.parts),
        rules=words.text("view.rules", rules=advice.rules),
    )


def _tone(advice: Advice) -> str:
    if advice.action in ("wait", "stop_and_move_on"):
        return {"wait": "wait"}.get(advice.action, "stop")
    return "act" if advice.strength == "recommended" else "may"


class _Layout(NamedTuple):
    voice: Voice

    @property
    def words(self) -> Words:
        """The language's catalogue."""
        return self.voice.words

    def verdict(self, advice: Advice) -> str:
        """The answer in a few words."""
        if advice.action == "wait":
            until = advice.recommended
            return self.words.text("action.wait.until", date=until) if until else self.words.text("action.wait.do")
        form = "do" if advice.strength == "recommended" else "may"
        return self.voice.action(advice.action, advice.recipient, form)

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
        text, said = self.words.text, advice.said
        sections = [
            Section(key="because", heading=text("view.because"), items=self.items(said.because)),
            Section(key="how", heading=text("view.how"), items=self.items(said.how)),
            Section(key="avoid", heading=text("view.avoid"), items=self.items(said.avoid)),
        ]
        if said.idea:
            verdict = Item(text=text(f"verdict.{said.idea.verdict}"))
            idea = text(f"form.options.ideas.{said.idea.idea}")
            heading = text("view.idea", idea=idea)
            sections.append(Section(key="idea", heading=heading, items=(verdict, *self.items(said.idea.because))))
        return [
            *sections,
            Section(key="disputed", heading=text("view.disputed"), parts=tuple(map(self.dispute, said.disputed))),
            Section(key="then", heading=text("view.then"), items=tuple(map(self.later, advice.then))),
            Section(key="changes", heading=text("view.changes"), items=tuple(map(self.change, said.changes))),
            Section(key="context", heading=text("view.context"), items=self.items(said.context)),
            Section(
                key="assumed",
                heading=text("view.assumed"),
                items=tuple(Item(text=self.voice.assumption(point)) for point in said.assumed),
            ),
        ]

    def items(self, reasons: tuple[Reason, ...]) -> tuple[Item, ...]:
        """Reasons with their citations."""
        return tuple(
            Item(
                text=self.voice.reason(reason),
                citations=self.citations(reason.claims),
                basis=reason.basis,
                choice=self.choice(reason.basis),
            )
            for reason in reasons
        )

    def choice(self, basis: Basis) -> str:
        """The words that mark a choice."""
        return "" if basis == "sources" else self.words.text(f"view.basis-{basis}")

    def citations(self, claims: tuple[str, ...]) -> tuple[Citation, ...]:
        """Claims as they are cited, numbered where one speaker is cited twice."""
        found = []
        labels: list[str] = []
        for claim in (self.voice.knowledge.claims[claim] for claim in claims):
            name = self.voice.knowledge.sources[claim.source].name
            label = f"{claim.speaker}, {name}" if claim.is_named else name
            labels.append(label)
            if labels.count(label) > 1:
                label = f"{label} ({labels.count(label)})"
            found.append(Citation(claim=claim.id, source=claim.source, label=label, says=self.voice.says(claim)))
        return tuple(found)

    def dispute(self, shown: ShownDispute) -> Section:
        """A disagreement: every side with its citations, how far apart they are, then what we do."""
        dispute = shown.dispute
        sides = tuple(
            Item(text=text, citations=self.citations(side.claims))
            for text, side in zip(self.voice.sides(dispute), dispute.sides, strict=True)
        )
        distance = self.voice.apart(shown)
        apart = (Item(text=distance),) if distance else ()
        ours = Item(text=self.voice.default(dispute), basis=dispute.basis, choice=self.choice(dispute.basis))
        return Section(
            key="dispute", heading=self.voice.question(dispute), items=(*sides, *apart, ours), dispute=dispute
        )

    def change(self, change: Change) -> Item:
        """One thing that would change the answer."""
        action = self.words.text(f"action.{change.action}.step")
        return Item(text=self.words.text("view.change-line", when=self.voice.change(change), action=action))

    def later(self, planned: Planned) -> Item:
        """One line of the plan."""
        step, text = planned.step, self.words.text
        name = self.voice.action(step.action, step.recipient, "step")
        day: date | None = planned.dates.preferred
        if day is None:
            return Item(text=name)
        if step.recipient == "none":
            line = text("view.then-line-plain", date=day, step=name)
        else:
            recipient, channel = text(f"recipient.{step.recipient}"), text(f"channel.{step.channel}")
            line = text("view.then-line", date=day, step=name, recipient=recipient, channel=channel)
        return Item(text=text("view.then-optional", line=line) if step.strength == "optional" else line)
