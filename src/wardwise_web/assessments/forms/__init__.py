"""Questions about the year and its figures."""
