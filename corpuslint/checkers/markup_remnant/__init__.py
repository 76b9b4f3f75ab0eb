"""Markup that came along with a text."""
