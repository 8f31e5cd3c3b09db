"""The pages and the dataset of the wider evidence: who stands where beside the five articles, and what is counted."""
