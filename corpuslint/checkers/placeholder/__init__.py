"""What stands where a text should."""
