"""Tests of the rule `personal-data`."""
