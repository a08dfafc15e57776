"""How much of an offence's ups and downs is its season, as a figure."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.series import usable_series
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.seasonal_trend import seasonal_trend


def season_strength(desk: Desk, *, area: Area, offence: str | None, years: int) -> Figure:
    """Share of the movement about the trend that comes again each year. Unit: percent.

    ``years`` are the full years, to the latest month, that the month index rests on.
    """
    series = usable_series(desk, area=area, offence=offence)
    months, values = series.months[-12 * years :], series.values[-12 * years :]
    found = seasonal_trend(values=average_month(months=months, values=values))
    names: list[Json] = [str(month) for month in months]
    asked = Ask("monthly_offences", desk.asked(area, offence) | {"months": names})
    equal = Recipe("average_month", {"months": names, "values": asked})
    return Figure(
        measure="seasonal_trend",
        offence=offence,
        area=area,
        period=Period(months[0], months[-1]),
        value=found if isinstance(found, NotKnown) else found.strength_percent,
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=Recipe("seasonal_trend", {"values": equal}, "strength_percent"),
        method="STL with the loops and jumps of R's stl, a season that stays the same",
        detail="strength",
        marking=desk.marking,
    )
