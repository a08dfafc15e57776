"""Measures set to evidence: each file makes one kind of figure, with the recipe to remake it."""
