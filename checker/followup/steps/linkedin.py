"""LinkedIn (D07): no request of the reader's own; a request of theirs may be accepted."""

from followup.facts.facts import Facts
from followup.facts.history import History
from followup.model import Point, Reasons, Step, Window


def accept_linkedin(facts: Facts, history: History) -> Step | None:
    """Accepting the contact's request, where they made the first move and the reader asks about it; else None."""
    del history
    situation = facts.situation
    if not situation.linkedin_invited or situation.idea != "connect_on_linkedin":
        return None
    return Step(
        action="accept_linkedin",
        recipient=facts.contact,
        channel="linkedin",
        window=Window(earliest=facts.today, recommended=facts.today),
        reasons=lambda: Reasons(
            because=(Point("idea-linkedin-invited"),),
            avoid=(Point("no-status-check-there"),),
            disputes=("C07",),
        ),
    )
