"""The pages that are made from the knowledge, and what they have in common."""
