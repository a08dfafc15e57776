"""Whom: stop and search against who lives there, and what became of offences."""

from __future__ import annotations


HOMES = {
    "disparity_ratio": "disparity_ratio",
    "find_rate_percent": "find_rate",
    "outcome_share_percent": "outcome_share",
    "search_rate_per_1000_residents": "search_rate",
}
"""Public measure → the file of this folder that holds it."""
