"""Office hours on the recipient's clock: when a telephone may ring (D16)."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from followup.days.calendar import first_on_or_after, shift
from followup.days.zones import in_zone


class OfficeHours(NamedTuple):
    """From opening to closing time of a working day, both included. Moments come back on the reader's clock."""

    opens: time
    closes: time
    is_working: Callable[[date], bool]
    clock: tzinfo
    """The recipient's."""
    readers_clock: tzinfo

    def open_from(self, moment: datetime) -> datetime:
        """The first moment from `moment` on, itself included, within office hours."""
        local = in_zone(moment, self.clock)
        day = first_on_or_after(local.date(), self.is_working)
        if day == local.date():
            if local <= self._at(day, self.closes):
                return in_zone(max(local, self._at(day, self.opens)), self.readers_clock)
            day = first_on_or_after(shift(day, 1), self.is_working)
        return in_zone(self._at(day, self.opens), self.readers_clock)

    def open_on_or_after(self, day: date) -> datetime:
        """The first moment of a day of theirs, or of the next on which people work, within office hours."""
        return self.open_from(self._at(day, time()))

    def closes_after(self, moment: datetime) -> datetime:
        """The first closing time after a moment."""
        day = in_zone(self.open_from(moment), self.clock).date()
        return in_zone(self._at(day, self.closes), self.readers_clock)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.clock)
