"""Mail addresses, telephone numbers, accounts and cards."""
