"""Renderers: a form and an advice as HTML and text. They print and never decide."""
