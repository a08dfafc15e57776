"""Counts by LSOA, month and offence, as a table."""

from wardwise.sources.area_counts.read import read_area_counts


__all__ = ["read_area_counts"]
