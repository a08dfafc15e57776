"""How it runs over time: control charts, the season, what is to be expected next."""

from __future__ import annotations


HOMES = {
    "attribute_limits": "attribute_limits",
    "average_month": "average_month",
    "change_points": "change_points",
    "control_chart": "control_chart",
    "control_limits": "control_limits",
    "dark_evenings": "dark_evenings",
    "early_alarms": "early_alarms",
    "ears": "ears",
    "ets": "ets",
    "exceedance": "exceedance",
    "farrington": "farrington",
    "forecast": "forecast",
    "hour_by_weekday": "hour_by_weekday",
    "month_index": "month_index",
    "month_index_of": "month_index_of",
    "rare_event_limits": "rare_event_limits",
    "run_chart": "run_chart",
    "seasonal_trend": "seasonal_trend",
    "several_seasons": "several_seasons",
    "signals": "signals",
    "span_bounds": "span_bounds",
    "special_days": "special_days",
    "subgroup_limits": "subgroup_limits",
    "weekly_alarms": "weekly_alarms",
    "weekly_counts": "weekly_counts",
    "without_season": "without_season",
}
"""Public measure → the file of this folder that holds it."""
