"""Where a plan and its targets stand: against time, against a profile, against luck."""

from __future__ import annotations


HOMES = {
    "against_time": "against_time",
    "direction_of_travel": "direction_of_travel",
    "luck_of_count": "luck_of_count",
    "luck_of_share": "luck_of_share",
    "luck_within_limits": "luck_within_limits",
    "roll_up": "roll_up",
    "target_light": "target_light",
    "target_progress_percent": "target_progress",
    "target_to_date": "target_to_date",
}
"""Public measure → the file of this folder that holds it."""
