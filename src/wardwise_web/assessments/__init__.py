"""The cycle: terms of reference, drafting, assurance, agreement, approval, publication."""
