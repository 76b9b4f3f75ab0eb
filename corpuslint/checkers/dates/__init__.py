"""Dates: the one that is missing, those that contradict; the finder that both share."""
