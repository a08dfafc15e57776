"""Hot spots: which places lie together beyond chance, for how long, and do they foretell?"""

from __future__ import annotations


HOMES = {
    "exact_local_p": "exact_p",
    "false_discovery": "false_discovery",
    "harm_hot_spots": "harm_hot_spots",
    "hot_cells": "hot_cells",
    "hot_spot_classes": "hot_spot_classes",
    "hot_spots": "hot_spots",
    "law_of_sums": "law_of_sums",
    "local_g": "local_g",
    "permuted_local_p": "permuted_p",
    "prediction_accuracy": "prediction_accuracy",
}
"""Public measure → the file of this folder that holds it."""
