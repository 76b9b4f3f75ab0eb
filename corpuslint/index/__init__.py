"""INDEX.md: the table, its rows, and what is on disk."""
