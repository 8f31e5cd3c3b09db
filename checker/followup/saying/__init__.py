"""What is said of a moment: reasons, where today stands, ideas, changes, figures."""
