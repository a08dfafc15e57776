"""Where: how concentrated offences are in place, and whether the places stay the same."""

from __future__ import annotations


HOMES = {
    "area_profile": "area_profile",
    "areas_at_points": "areas_at_points",
    "chance_curve": "chance_curve",
    "chosen_because": "chosen_because",
    "concentration_quotient": "concentration_quotient",
    "flagged_places": "flagged_places",
    "generalised_gini": "gini",
    "gini": "gini",
    "lorenz_curve": "lorenz_curve",
    "moved_boundary": "moved_boundary",
    "moved_places": "moved_places",
    "proposed_areas": "proposed_areas",
    "random_areas": "random_areas",
    "share_of_places_holding": "share_of_places",
    "share_of_places_holding_harm": "harm_places",
    "slope_index": "slope_index",
    "stable_places": "stable_places",
    "vulnerability_index": "vulnerability_index",
    "ward_flags": "ward_flags",
    "without_small_sample_bias": "gini",
}
"""Public measure → the file of this folder that holds it."""
