"""What hand-written pages may write besides Markdown: citations, numbers, and links to claims and into the checker."""
