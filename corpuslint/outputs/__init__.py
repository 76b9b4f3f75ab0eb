"""What is written or printed: whole or not at all, and without control characters."""
