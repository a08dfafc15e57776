"""What changed: between two periods, by how much, and whether it is more than chance."""

from __future__ import annotations


HOMES = {
    "bridged_change_percent": "bridged_change",
    "change_percent": "change_percent",
    "contribution_points": "contributions",
    "contributions": "contributions",
    "difference_z": "difference_z",
    "dispersion": "dispersion",
    "dispersion_of_years": "dispersion_of_years",
    "recording_effect_percent": "recording_effect",
}
"""Public measure → the file of this folder that holds it."""
