"""How grave: severity weights, what a group of offences weighs, harm scores."""

from __future__ import annotations


HOMES = {
    "harm_by_place": "by_place",
    "harm_change_percent": "change",
    "harm_score": "score",
    "severity_rate_per_1000": "score",
    "category_weight": "category_weight",
}
"""Public measure → the file of this folder that holds it."""
