"""The configuration: where it stands, what it says, on which line."""
