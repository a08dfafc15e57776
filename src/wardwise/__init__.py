"""Wardwise: from a community safety partnership's data to its strategic assessment."""

__version__ = "0.1.0"
