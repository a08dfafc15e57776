"""Geographies, lookups, outlines, and the people who live in them."""

from wardwise.sources.geography.read import read_geography


__all__ = ["read_geography"]
