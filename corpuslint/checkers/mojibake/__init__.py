"""Text that was decoded with the wrong code page."""
