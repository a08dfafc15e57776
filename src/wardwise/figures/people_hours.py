"""At which hour of which weekday the chosen crimes happened, each shared out over its span."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, hidden_groups
from wardwise.measures.time.hour_by_weekday import HourByWeekday, hour_by_weekday


FEWEST = 100
"""Crimes with a time: with fewer, 168 cells show chance."""
FIRST_HOUR = 6
"""The day of the picture starts here, so that a night is whole."""
PATIENTS = frozenset({"partner:ed_assaults", "partner:ambulance_calls"})
"""Whose rows are people who were treated: a cell of one or two of them is not shown."""
EVEN_PERCENT = 25.0
"""What any six hours of 24 hold where no hour matters."""


@dataclass(frozen=True, eq=False)
class Hours:
    """The table, a figure for each of its cells, and the six hours that hold the most.

    ``cells[hour][weekday]`` from midnight and Monday; ``certain`` is the share known to the hour.
    Of patients there are no cells: ``of_day`` has their hours, all weekdays together.
    """

    found: HourByWeekday
    cells: tuple[tuple[Figure, ...], ...]
    certain: Figure
    busiest: int  # first hour of the six that hold the most
    six_hours: Figure  # their share
    of_day: tuple[Figure, ...] = ()


def hours(found: Selected) -> Hours | NotKnown:
    """Every crime that has a start, over the whole of the selected period."""
    starts, ends = found.held.crimes.starts[found.crimes], found.held.crimes.ends[found.crimes]
    if (~np.isnat(starts)).sum() < FEWEST:
        return NotKnown("too few of them have a time")
    table = hour_by_weekday(starts=starts, ends=ends)
    if not table.certain_percent:
        return NotKnown("only their day is known")
    six = table.six_hours_percent
    busiest = int(np.argmax(six))
    arguments: Arguments = {
        "starts": found.ask("partner_crime_starts"),
        "ends": found.ask("partner_crime_ends"),
    }

    def figure(take: str, value: float, unit: Unit, detail: str) -> Figure:
        recipe = Recipe("hour_by_weekday", arguments, take)
        return found.figure(recipe, float(value), unit=unit, detail=detail)

    patients = found.chosen.source in PATIENTS
    return Hours(
        found=table,
        of_day=_of_day(found, table, arguments) if patients else (),
        cells=()
        if patients
        else tuple(
            tuple(
                figure(
                    f"weights[{hour}][{day}]",
                    table.weights[hour, day],
                    found.chosen.unit,
                    f"hour {hour}, weekday {day + 1}",
                )
                for day in range(7)
            )
            for hour in range(24)
        ),
        certain=figure("certain_percent", table.certain_percent, Unit.PERCENT, "known to the hour"),
        busiest=busiest,
        six_hours=figure(
            f"six_hours_percent[{busiest}]", six[busiest], Unit.PERCENT, f"six hours from {busiest}"
        ),
    )


def _of_day(found: Selected, table: HourByWeekday, arguments: Arguments) -> tuple[Figure, ...]:
    """Patients in each hour, unless they are too few or would give such a number away."""
    sums = table.by_hour
    least = found.desk.settings.people.least_count
    hidden = hidden_groups([math.ceil(each) for each in sums], least=least)
    return tuple(
        found.figure(
            Recipe("hour_by_weekday", arguments, f"by_hour[{hour}]"),
            FEW if hour in hidden else sums[hour],
            unit=found.chosen.unit,
            detail=f"hour {hour}, every weekday",
        )
        for hour in range(24)
    )
