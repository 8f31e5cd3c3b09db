"""Situations made up by hypothesis: everything that the contract allows, weighted towards what decides something.

As a program this writes `cases/made_up.jsonl`, which the build asks the engine as well.
"""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advice_cases import FOLDER
from followup import vocabulary

ZONES = ("America/Chicago", "Europe/Berlin", "Asia/Dubai", "Pacific/Auckland", "Asia/Kolkata")
PROMISES = ("soon", "in a couple of weeks", "a few weeks", "1-2 weeks", "week of 15 June", "by the end of the month")
DESK = "agency_desk"
FROZEN = 300
"""How many are kept with the cases."""


def days(base: date, first: int, last: int) -> st.SearchStrategy[date]:
    """Days around a base, both bounds inclusive."""
    return st.integers(first, last).map(lambda offset: base + timedelta(days=offset))


@st.composite
def attempts(draw: st.DrawFn, interview: date, today: date) -> list[dict[str, Any]]:
    """Up to four messages between a week before the interview and today."""
    found = []
    for _ in range(draw(st.sampled_from((0, 1, 1, 2, 3, 4)))):
        sent = draw(days(interview, -7, 60))
        if sent > today:
            continue
        attempt: dict[str, Any] = {"at": sent.isoformat(), "kind": draw(st.sampled_from(vocabulary.ATTEMPT_KINDS))}
        attempt |= draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "to": st.sampled_from((*vocabulary.CONTACT_TYPES, DESK, "Ana Ruiz")),
                    "channel": st.sampled_from(vocabulary.CHANNELS),
                    "answered": st.booleans(),
                    "bounced": st.booleans(),
                    "auto_reply_until": days(sent, 0, 14).map(date.isoformat),
                },
            )
        )
        found.append(attempt)
    return found


@st.composite
def situations(draw: st.DrawFn, stages: tuple[str, ...] = vocabulary.STAGES) -> dict[str, Any]:
    """A valid situation as JSON values."""
    interview = draw(st.dates(date(2025, 6, 1), date(2031, 6, 1)) | st.dates(date(2, 1, 1), date(9990, 1, 1)))
    today = draw(days(interview, 0, 45) | days(interview, 0, 200))
    stage = draw(st.sampled_from(stages))
    is_ahead = stage == "pre_interview"
    clock = draw(st.booleans())
    situation: dict[str, Any] = {
        "today": f"{today}T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}" if clock else today.isoformat(),
        "stage": stage,
    }
    if is_ahead:
        situation["interview_date"] = draw(days(today, 0, 20)).isoformat()
    elif today > interview and draw(st.booleans()):
        situation["interview_end"] = f"{interview}T{draw(st.integers(7, 20)):02}:00"
    elif draw(st.integers(0, 9)):
        situation["interview_date"] = interview.isoformat()
    situation |= draw(
        st.fixed_dictionaries(
            {"attempts": attempts(interview, today)},
            optional={
                "zone": st.sampled_from(ZONES),
                "recipient_zone": st.sampled_from(ZONES),
                "recipient_week": st.sampled_from(vocabulary.WEEKS),
                "country": st.sampled_from(("US", "GB", "DE", "IN", "MX", "AR")),
                "holidays": st.lists(days(interview, 0, 60).map(date.isoformat), max_size=3),
                "route": st.sampled_from(vocabulary.ROUTES),
                "contact_type": st.sampled_from(vocabulary.CONTACT_TYPES),
                "channels_given": st.lists(st.sampled_from(vocabulary.CHANNELS), max_size=4, unique=True),
                "phone_invited": st.booleans(),
                "linkedin_invited": st.booleans(),
                "other_contacts": st.lists(
                    st.fixed_dictionaries(
                        {"type": st.sampled_from(vocabulary.CONTACT_TYPES), "email_given": st.booleans()}
                    ),
                    max_size=2,
                ),
                "told_no_contact": st.sampled_from((False, False, False, True)),
                "other_processes": st.booleans(),
                "new_info": st.fixed_dictionaries({"kind": st.just("course_finished"), "relevant": st.booleans()}),
                "announced_contact": days(today, 0, 40).map(date.isoformat),
                "emergency": st.booleans(),
                "role_family": st.sampled_from(vocabulary.ROLE_FAMILIES),
                "idea": st.sampled_from(vocabulary.IDEAS),
                "pace": st.sampled_from(vocabulary.PACES),
                "competing_offer": st.fixed_dictionaries(
                    {"real": st.booleans(), "deadline": days(today, -3, 30).map(date.isoformat)}
                ),
                "promised": st.fixed_dictionaries({"to": days(interview, 0, 60).map(date.isoformat)})
                | st.fixed_dictionaries({"text": st.sampled_from(PROMISES)})
                if not is_ahead
                else st.just({"text": "soon"}),
                "told_interval": st.fixed_dictionaries({"date": days(interview, 0, 60).map(date.isoformat)}),
                "last_reply": st.fixed_dictionaries(
                    {
                        "at": days(interview, 0, 60).map(lambda day: min(day, today).isoformat()),
                        "kind": st.sampled_from(vocabulary.REPLY_KINDS),
                    }
                ),
                "progress": st.fixed_dictionaries(
                    {"at": days(interview, 0, 60).map(lambda day: min(day, today).isoformat())}
                ),
                "rejection_at": days(today, -10, 0).map(date.isoformat),
            },
        )
    )
    people = draw(st.integers(0, 5))
    if people:
        situation["interviewers"] = [f"Person {number}" for number in range(people)]
        situation["addresses_given"] = draw(st.integers(0, people))
    if stage == "applied_only":
        situation["application_date"] = draw(days(interview, -30, 0)).isoformat()
    return situation


def made_up(count: int) -> list[dict[str, Any]]:
    """Situations from hypothesis, the same in every run."""
    found: list[dict[str, Any]] = []

    @settings(max_examples=count, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(situations())
    def collect(situation: dict[str, Any]) -> None:
        found.append(situation)

    collect()
    return found[:count]


def main() -> None:
    """Write the situations that are kept with the cases."""
    lines = (json.dumps(situation) + "\n" for situation in made_up(FROZEN))
    (FOLDER / "made_up.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
