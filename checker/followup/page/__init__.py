"""The checker's page: its form, what was entered in it, and the answer as HTML."""
