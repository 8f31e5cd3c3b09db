"""The words that a situation and an advice may use, in the order in which a form offers them.

Each is a type, so that a type checker finds a misspelt word, and a tuple of the same words for those who read or offer
them.
"""

from typing import Literal, get_args

type Stage = Literal[
    "pre_interview",
    "applied_only",
    "post_interview",
    "between_rounds",
    "references",
    "fair",
    "rejected",
    "withdrawn",
]
type Route = Literal["direct", "agency"]
type ContactType = Literal[
    "hiring_manager",
    "internal_recruiter",
    "hr",
    "team_member",
    "coordinator",
    "agency_recruiter",
    "unknown",
]
type Channel = Literal["email", "phone", "mobile", "linkedin", "post"]
type AttemptKind = Literal["thank_you", "debrief", "status_check", "voicemail", "new_info"]
type ReplyKind = Literal["acknowledgement", "no_news_yet", "busy_now", "cannot_share", "progress"]
type Promiser = Literal["employer", "agency"]
type WeekName = Literal["Mon-Fri", "Sun-Thu"]
type RoleFamily = Literal[
    "engineering", "research", "project_management", "customer_service", "administrative", "other"
]
type Idea = Literal[
    "ask_now",
    "connect_on_linkedin",
    "phone",
    "ring_mobile",
    "email_the_client",
    "ask_several_people",
    "send_gift",
    "letter_only",
    "go_through_a_friend",
    "name_someone_senior",
    "skip_thank_you",
    "look_up_address",
    "group_note",
    "visit",
]
type Pace = Literal["cautious", "usual", "keen"]

type Action = Literal[
    "send_thank_you",
    "send_late_thank_you",
    "debrief_recruiter",
    "send_status_check",
    "voicemail_reminder",
    "share_new_info",
    "tell_competing_deadline",
    "redirect_to_other_contact",
    "wait",
    "stop_and_move_on",
    "gracious_close",
    "application_follow_up",
    "ask_timeline_at_interview",
    "emergency_call",
    "accept_linkedin",
    "withdraw_note",
]
type Strength = Literal["recommended", "tolerated", "optional"]
type Recipient = ContactType | Literal["each_interviewer", "interviewer", "agency_desk", "rejection_sender", "none"]
type Means = Channel | Literal["in_person", "none"]
"""How a step goes to its recipient: by a channel, or in another way."""
type Days = Literal["any", "working", "check"]
"""On which days a step may happen: any, working days, or those of rule R5."""
type Verdict = Literal["fine", "with_care", "no"]
type Basis = Literal["sources", "ours", "center"]
"""What a statement rests on: claims of sources, a choice of this project, or one of the center that runs a copy."""

STAGES: tuple[Stage, ...] = get_args(Stage.__value__)
ROUTES: tuple[Route, ...] = get_args(Route.__value__)
CONTACT_TYPES: tuple[ContactType, ...] = get_args(ContactType.__value__)
CHANNELS: tuple[Channel, ...] = get_args(Channel.__value__)
ATTEMPT_KINDS: tuple[AttemptKind, ...] = get_args(AttemptKind.__value__)
REPLY_KINDS: tuple[ReplyKind, ...] = get_args(ReplyKind.__value__)
PROMISERS: tuple[Promiser, ...] = get_args(Promiser.__value__)
WEEKS: tuple[WeekName, ...] = get_args(WeekName.__value__)
ROLE_FAMILIES: tuple[RoleFamily, ...] = get_args(RoleFamily.__value__)
IDEAS: tuple[Idea, ...] = get_args(Idea.__value__)
PACES: tuple[Pace, ...] = get_args(Pace.__value__)

ACTIONS: tuple[Action, ...] = get_args(Action.__value__)
STRENGTHS: tuple[Strength, ...] = get_args(Strength.__value__)

INTERVIEW_IS_OVER: frozenset[Stage] = frozenset({"post_interview", "between_rounds", "references", "fair"})
"""The stages at which the interview, or the fair, lies behind the reader."""
