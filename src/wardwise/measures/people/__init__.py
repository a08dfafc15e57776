"""Whom: victims, offenders and repeats, stop and search, and what became of offences."""

from __future__ import annotations


HOMES = {
    "age_rates_per_1000_residents": "age_rates",
    "co_offending_share_percent": "co_offending_share",
    "cohort_followed": "cohort",
    "count_over_expected": "observed_over_expected",
    "denominator_alarm": "denominator_alarm",
    "disparity_ratio": "disparity_ratio",
    "distances_from_home": "journeys",
    "find_rate_percent": "find_rate",
    "flag_share_percent": "flag_share",
    "funnel_conversion_percent": "funnel_conversion",
    "group_rates_per_1000_residents": "group_rate",
    "group_shares_percent": "group_share",
    "key_age": "key_age",
    "observed_over_expected": "observed_over_expected",
    "outcome_share_percent": "outcome_share",
    "overlap_share_percent": "overlap_share",
    "peak_group": "peak_group",
    "proportion_percent": "proportion",
    "reoffences_per_reoffender": "reoffending",
    "reoffending_binary_percent": "reoffending",
    "reoffending_frequency": "reoffending",
    "repeat_change": "repeat_change",
    "repeat_course": "repeat_course",
    "repeat_share_percent": "repeat_share",
    "repeat_times": "repeat_times",
    "search_rate_per_1000_residents": "search_rate",
    "share_of_most_repeated": "most_repeated",
    "vulnerability_share_percent": "vulnerability_share",
}
"""Public measure → the file of this folder that holds it."""
