"""Beside whom: similar areas, positions with their ranges, funnels."""

from __future__ import annotations


HOMES = {
    "above_median_percent": "median_rate",
    "median_rate_per_1000": "median_rate",
    "most_similar": "most_similar",
    "median_share_percent": "shares",
    "rank_position": "rank",
    "reconciled_percent": "reconciled",
    "share_difference_points": "shares",
    "funnel_limits": "funnel",
    "funnel_events": "funnel",
    "overdispersion_ratio": "overdispersion",
}
"""Public measure → the file of this folder that holds it."""
