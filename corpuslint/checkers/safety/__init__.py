"""What may be repaired unseen: shared by the rules that change characters inside words."""
