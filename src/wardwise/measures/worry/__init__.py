"""Worry: what residents told a survey, beside what was recorded where they live."""

from __future__ import annotations


HOMES = {
    "four_ways": "four_ways",
    "rank_agreement": "rank_agreement",
    "shrunk_shares_percent": "shrunk_shares",
}
"""Public measure → the file of this folder that holds it."""
