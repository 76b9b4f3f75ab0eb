"""Tests of the rule `wrong-language`."""
