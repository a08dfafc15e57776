"""Agreement: whether people who marked the same things marked them alike."""

from __future__ import annotations


HOMES = {
    "brier_score": "brier_score",
    "kendalls_w": "kendalls_w",
    "krippendorff_alpha": "krippendorff_alpha",
}
"""Public measure → the file of this folder that holds it."""
