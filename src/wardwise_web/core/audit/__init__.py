"""Who did what, when: rows that can be added and never altered unseen."""
