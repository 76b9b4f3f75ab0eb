"""Documents and passages in another language than theirs."""
