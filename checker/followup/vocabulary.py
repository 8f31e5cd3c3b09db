"""The words that a situation and an advice may use, in the order in which a form offers them."""

STAGES = (
    "pre_interview",
    "applied_only",
    "post_interview",
    "between_rounds",
    "references",
    "fair",
    "rejected",
    "withdrawn",
)
ROUTES = ("direct", "agency")
CONTACT_TYPES = (
    "hiring_manager",
    "internal_recruiter",
    "hr",
    "team_member",
    "coordinator",
    "agency_recruiter",
    "unknown",
)
CHANNELS = ("email", "phone", "mobile", "linkedin", "post")
ATTEMPT_KINDS = ("thank_you", "debrief", "status_check", "voicemail", "new_info")
REPLY_KINDS = ("acknowledgement", "no_news_yet", "busy_now", "cannot_share", "progress")
PROMISERS = ("employer", "agency")
WEEKS = ("Mon-Fri", "Sun-Thu")
ROLE_FAMILIES = ("engineering", "research", "project_management", "customer_service", "administrative", "other")
IDEAS = (
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
)
PACES = ("cautious", "usual", "keen")

ACTIONS = (
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
)
STRENGTHS = ("recommended", "tolerated", "optional")
