"""Beside whom: similar areas, positions with their ranges, funnels."""

from __future__ import annotations


HOMES = {
    "most_similar": "most_similar",
    "rank_position": "rank",
    "funnel_limits": "funnel",
    "funnel_events": "funnel",
    "overdispersion_ratio": "overdispersion",
}
"""Public measure → the file of this folder that holds it."""
