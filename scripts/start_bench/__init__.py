"""Measures how fast Python starts in a browser: the checker's page beside others, in one run."""
