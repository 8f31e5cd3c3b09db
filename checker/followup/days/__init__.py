"""Days: the working calendar, public holidays, time zones, office hours, and promises in words."""
