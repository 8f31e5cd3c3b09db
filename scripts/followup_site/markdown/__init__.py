"""What hand-written pages may write besides Markdown: citations, and links to claims and into the checker."""
