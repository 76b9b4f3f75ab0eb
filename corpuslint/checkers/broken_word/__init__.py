"""Words that a machine damaged."""
