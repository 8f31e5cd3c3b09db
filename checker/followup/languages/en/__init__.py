"""English, as people write it."""

from followup.languages import Spoken
from followup.languages.en.promises import promised_day
from followup.languages.en.typed import typed_day, typed_time

SPOKEN = Spoken(typed_day=typed_day, typed_time=typed_time, promised_day=promised_day)
