"""The same site from other generators: how each builds it, and how what it builds differs."""
