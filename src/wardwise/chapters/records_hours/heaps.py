"""Midnight and midday, where times are written that nobody knows."""

from __future__ import annotations

from wardwise.chapters.records_hours.findings import Heaped
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.figures.people_hours import Hours
from wardwise.figures.people_selected import Selected
from wardwise.measures.people.proportion import proportion_percent


SUSPECT = (0, 12)
TIMES = 1.5  # as many as the mean of the hours beside it: less may be life
HALF = 50.0  # percent of the hour and that mean together, where neither leads


def heaped_hours(found: Selected, hours: Hours) -> tuple[Heaped, ...]:
    """Those that exceed their neighbours by half as much again, and beyond chance."""
    by_hour = hours.found.by_hour
    made = []
    for hour in SUSPECT:
        beside = (by_hour[hour - 1] + by_hour[hour + 1]) / 2
        part, whole = int(by_hour[hour]), int(by_hour[hour]) + round(beside)
        if (
            beside
            and part / beside >= TIMES
            and proportion_percent(part=part, whole=whole, level=found.desk.level).lower > HALF
        ):
            made.append(Heaped(hour, _figure(found, hour, by_hour[hour]), part / beside))
    return tuple(made)


def _figure(found: Selected, hour: int, value: float) -> Figure:
    recipe = Recipe(
        "hour_by_weekday",
        {"starts": found.ask("partner_crime_starts"), "ends": found.ask("partner_crime_ends")},
        f"by_hour[{hour}]",
    )
    return found.figure(recipe, value, unit=Unit.OFFENCES, detail=f"hour {hour}")
