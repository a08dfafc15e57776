"""Pages of the year and its figures."""
