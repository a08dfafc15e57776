"""Tidy tables and the questions asked of them; the only room that knows the data engine."""
