"""Which numbers the engine looks up, and as what kind of thing: the one list against which code and data are held.

A type checker holds every lookup in the engine against these types, and reading `policy.toml` holds its records against
them (`_lookups`): a number that is missing, that counts in another unit, or that nobody looks up, is a fault.
"""

from typing import Literal

type Kind = Literal[
    "hours",
    "days",
    "wait",
    "count",
    "share",
    "time of day",
    "weekday",
    "weekdays",
    "day of a month",
    "day of a year",
    "stated",
]
type HoursNumber = Literal["thank-you-by", "handwritten-by", "rejection-reply-by", "withdrawal-note-by"]
type DaysNumber = Literal[
    "letter-arrives-after",
    "check-without-date-aim-by",
    "burst-days",
    "silence-after-promise",
    "silence-without-date",
    "promise-couple-of-weeks",
    "promise-few-weeks",
    "promise-few-days",
    "promise-month",
    "month-example-promised",
    "month-example-gone",
    "month-example-about",
    "deadline-after-check",
    "new-info-spacing",
    "new-info-before-promise",
    "application-follow-up-by",
    "flip-day",
]
"""Days of the calendar."""
type WaitNumber = Literal[
    "first-check-after-promise",
    "first-check-without-date",
    "first-check-agency",
    "check-agency-after-promise",
    "spacing-employer",
    "spacing-hr",
    "spacing-voicemail",
    "spacing-agency",
    "after-no-news",
    "redirect-after",
    "auto-reply-grace",
    "deadline-note-by",
    "application-follow-up-from",
]
"""Days or working days: which of the two, the number says."""
type CountNumber = Literal[
    "cap-per-contact", "cap-per-employer", "redirect-after-checks", "burst-messages", "calls-to-agency-a-day"
]
type ShareNumber = Literal["holiday-in-most-regions"]
type TimeNumber = Literal["assumed-interview-end", "office-opens", "office-closes"]
type WeekdayNumber = Literal["promise-week-ends-on"]
type WeekdaysNumber = Literal[
    "week-mon-fri-working",
    "week-mon-fri-avoided",
    "week-mon-fri-best",
    "week-sun-thu-working",
    "week-sun-thu-avoided",
    "week-sun-thu-best",
]
type DayOfMonthNumber = Literal["promise-early-in-month", "promise-middle-of-month"]
type DayOfYearNumber = Literal["closure-first-day", "closure-last-day"]
type StatedNumber = Literal[
    "thank-you-words", "status-check-words", "strong-words", "reply-within", "papers-again-after"
]
"""Numbers that only pages state: no date hangs on them."""
