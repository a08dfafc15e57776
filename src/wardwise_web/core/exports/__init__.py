"""Lists on their way out: the same rows as on the screen, marked, counted and remembered."""
