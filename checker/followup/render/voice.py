"""What is said of an advice, in one language: here points become sentences."""

from functools import lru_cache
from typing import NamedTuple

from followup.advice import Change, Reason, ShownDispute
from followup.knowledge.policy import policy_at
from followup.knowledge.records import Claim, Dispute, Knowledge
from followup.knowledge.texts import default_of, question_of, says_of, sides_of
from followup.model import Fault, Point
from followup.vocabulary import Action, Pace, Recipient
from followup.words import Words
from followup.words.quantities import NumbersInWords, quantity

_THANKS = ("send_thank_you", "send_late_thank_you")


class Voice(NamedTuple):
    """A language, and the knowledge of which it speaks; numbers of the policy are those at the pace of a reader."""

    knowledge: Knowledge
    words: Words
    numbers: NumbersInWords
    """What sentences take their numbers from."""

    def at(self, pace: Pace) -> "Voice":
        """The same voice at a reader's pace."""
        return voice(self.knowledge, self.words, pace)

    def reason(self, reason: Reason) -> str:
        """The sentence of a reason, a warning or a figure."""
        return self.words.text(f"ground.{reason.id}", self.numbers, **reason.values)

    def assumption(self, point: Point) -> str:
        """The sentence of an assumption."""
        return self.words.text(f"assumed.{point.id}", self.numbers, **point.values)

    def change(self, change: Change) -> str:
        """When the answer would be another."""
        return self.words.text(f"changes.{change.id}", self.numbers, **change.values)

    def fault(self, fault: Fault) -> dict[str, str]:
        """A fault as the contract has it: the path of its field, what is wrong, and what to do."""
        problem, hint = (self.words.text(f"fault.{fault.id}.{part}", **fault.values) for part in ("problem", "hint"))
        return {"field": fault.field, "problem": problem, "hint": hint}

    def action(self, action: Action, recipient: Recipient, form: str) -> str:
        """An action in words: `do` (advised), `may` (possible) or `step` (its name)."""
        return action_in_words(self.words, action, recipient, form)

    def says(self, claim: Claim) -> str:
        """What a claim says."""
        return self.words.of_knowledge(*says_of(claim))

    def question(self, dispute: Dispute) -> str:
        """What a disagreement is about."""
        return self.words.of_knowledge(*question_of(dispute))

    def sides(self, dispute: Dispute) -> list[str]:
        """What each side of a disagreement says."""
        return [self.words.of_knowledge(key, text) for key, text in sides_of(dispute)]

    def default(self, dispute: Dispute) -> str:
        """What we do about a disagreement."""
        return self.words.of_knowledge(*default_of(dispute), self.numbers)

    def apart(self, shown: ShownDispute) -> str:
        """From which to which value the sides of a disagreement go; empty where they name no numbers."""
        if not shown.apart:
            return ""
        low, high = (quantity(mark.value, mark.unit, self.words) for mark in shown.apart)
        return self.words.text("view.apart", low=low, high=high)


@lru_cache(maxsize=16)
def voice(knowledge: Knowledge, words: Words, pace: Pace = "usual") -> Voice:
    """The voice in a language at a pace; kept, because every answer asks for one."""
    return Voice(knowledge, words, NumbersInWords(policy_at(knowledge, pace), words))


def action_in_words(words: Words, action: Action, recipient: Recipient, form: str) -> str:
    """An action in words; thanks that go to an agency are there to be passed on."""
    is_passed_on = recipient == "agency_recruiter" and action in _THANKS
    return words.text(f"action.{'forward_thanks' if is_passed_on else action}.{form}")
