"""Last year's plan: what was to be done, and what became of it."""

from wardwise.sources.last_plan.read import find_plan, read_plan


__all__ = ["find_plan", "read_plan"]
