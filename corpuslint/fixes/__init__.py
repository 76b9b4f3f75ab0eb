"""Edits on a text, where they lead, files written back, a patch."""
