"""Lines of the page, not of the document."""
