"""Advertising put into a document that is not its own."""
