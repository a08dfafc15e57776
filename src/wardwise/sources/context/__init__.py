"""Context of the area: poverty, education, work, health, surveys, from a documented CSV."""

from wardwise.sources.context.read import read_context


__all__ = ["read_context"]
