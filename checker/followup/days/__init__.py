"""Days: the working calendar, public holidays, time zones and office hours."""
