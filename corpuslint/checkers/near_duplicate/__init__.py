"""Documents that the corpus has already."""
