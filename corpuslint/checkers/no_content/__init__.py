"""Documents without a text."""
