"""Claims of excellence that nothing backs."""
