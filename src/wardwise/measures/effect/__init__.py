"""Did it work: what changed beyond a control area, where it went, and what could be seen at all."""

from __future__ import annotations


HOMES = {
    "cost_per_crime_prevented": "cost_per_crime",
    "cumulative_difference": "cumulative_difference",
    "difference_visible": "visible",
    "effect_called": "called",
    "effect_without_selection": "selection",
    "exact_difference_p_value": "e_test",
    "level_weights": "level_weights",
    "maryland_level": "maryland",
    "months_until_visible": "visible",
    "segmented_regression": "segmented_regression",
    "weighted_displacement_difference": "displacement_difference",
}
"""Public measure → the file of this folder that holds it."""
