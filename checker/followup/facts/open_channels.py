"""By which channel a message may go (rule R8).

Email if given, else the medium they use; never one that was not given or invited.
"""

from followup.model import Situation
from followup.vocabulary import Channel

CALLS = frozenset({"phone", "mobile"})
"""Channels that ring."""
EMAIL_UNKNOWN: tuple[Channel, ...] = ("email",)
"""Assumed where the reader does not say what they were given; the advice says so."""


def open_channels(situation: Situation, *, is_agency: bool) -> tuple[Channel, ...]:
    """The channels open for a message to the main contact, best first; empty where none was given.

    To an agency the office line is open (D16). To an employer a telephone is open if it was invited, or if it is the
    only means that they gave (D06). A mobile counts as the office line only where it is the recruiter's only number.
    """
    given = EMAIL_UNKNOWN if situation.channels_given is None else situation.channels_given
    found: list[Channel] = ["email"] if "email" in given else []
    if phone_is_open(situation, is_agency=is_agency):
        found.append("mobile" if "mobile" in given and "phone" not in given else "phone")
    if "linkedin" in given:
        found.append("linkedin")
    return tuple(found)


def phone_is_open(situation: Situation, *, is_agency: bool) -> bool:
    """Whether the reader may telephone the main contact (D06, D16)."""
    given = situation.channels_given or ()
    if is_agency:
        return "phone" in given or ("mobile" in given and "email" not in given)
    is_only_means = ("phone" in given or "mobile" in given) and "email" not in given and "linkedin" not in given
    return situation.phone_invited is True or (is_only_means and situation.phone_invited is not False)
