"""Passages that a document has twice."""
