"""Where: how concentrated offences are in place, and whether the places stay the same."""

from __future__ import annotations


HOMES = {
    "areas_at_points": "areas_at_points",
    "chance_curve": "chance_curve",
    "concentration_quotient": "concentration_quotient",
    "generalised_gini": "gini",
    "gini": "gini",
    "lorenz_curve": "lorenz_curve",
    "share_of_places_holding": "share_of_places",
    "stable_places": "stable_places",
    "without_small_sample_bias": "gini",
}
"""Public measure → the file of this folder that holds it."""
