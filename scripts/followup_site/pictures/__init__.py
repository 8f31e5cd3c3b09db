"""The pictures: drawn from the knowledge, each with the same in words."""
