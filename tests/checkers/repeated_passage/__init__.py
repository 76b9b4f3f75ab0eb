"""Tests of the rule `repeated-passage`."""
