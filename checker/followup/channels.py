"""By which channel a message may go (rule R8).

Email if given, else the medium they use; never one that was not given or invited.
"""

from followup.facts import Facts

EMAIL_UNKNOWN = ("email",)
"""Assumed where the reader does not say what they were given; the advice says so."""


def open_channels(facts: Facts) -> tuple[str, ...]:
    """The channels open for a message to the main contact, best first; empty where none was given.

    To an agency the office line is open (D16). To an employer a telephone is open if it was invited, or if it is the
    only means that they gave (D06). A mobile counts as the office line only where it is the recruiter's only number.
    """
    given = EMAIL_UNKNOWN if facts.situation.channels_given is None else facts.situation.channels_given
    found = [channel for channel in ("email",) if channel in given]
    found += [channel for channel in ("phone", "mobile") if channel in given and phone_is_open(facts)][:1]
    found += [channel for channel in ("linkedin",) if channel in given]
    if phone_is_open(facts) and not {"phone", "mobile"} & set(found):
        found.append("phone")
    return tuple(found)


def phone_is_open(facts: Facts) -> bool:
    """Whether the reader may telephone the main contact (D06, D16)."""
    situation = facts.situation
    given = situation.channels_given or ()
    if facts.is_agency:
        return "phone" in given or ("mobile" in given and "email" not in given)
    is_only_means = bool({"phone", "mobile"} & set(given)) and not {"email", "linkedin"} & set(given)
    return situation.phone_invited is True or (is_only_means and situation.phone_invited is not False)


def phone_is_mobile(facts: Facts) -> bool:
    """Whether the only telephone open is a mobile."""
    given = facts.situation.channels_given or ()
    return phone_is_open(facts) and "mobile" in given and "phone" not in given


def may_post_letter(facts: Facts) -> bool:
    """Whether a handwritten note is worth offering as an extra (D04).

    To a direct employer in reach of the post, at an address that was given, with the decision far enough away to
    arrive before.
    """
    end, decision = facts.interview_on, facts.promised_on
    arrives_after = facts.policy.value("letter-arrives-after")
    is_in_time = decision is None or end is None or (decision - end).days > arrives_after
    given = facts.situation.channels_given or ()
    return not facts.is_agency and not facts.is_remote and "post" in given and is_in_time
