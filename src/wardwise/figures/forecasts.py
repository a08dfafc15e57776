"""What to expect in the year ahead if nothing changes, as a figure."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.series import usable_series
from wardwise.measures.time.forecast import (
    USUAL_ERROR,
    USUAL_ERROR_WHOLE,
    Forecast,
    forecast,
)


@dataclass(frozen=True)
class Outlook:
    """The forecast, its figure, and the direction that its limits allow."""

    forecast: Forecast | NotKnown
    figure: Figure


def outlook(desk: Desk, *, area: Area, offence: str | None) -> Outlook:
    """Offences expected over the twelve months after the latest."""
    series = usable_series(desk, area=area, offence=offence)
    usual = USUAL_ERROR_WHOLE if offence is None else USUAL_ERROR
    found = forecast(
        months=series.months, values=series.values, level=desk.level, usual_error=usual
    )
    known = None if isinstance(found, NotKnown) else found
    figure = Figure(
        measure="forecast",
        offence=offence,
        area=area,
        period=Period(desk.latest.last.plus(1), desk.latest.last.plus(12)),
        value=found.value if isinstance(found, Forecast) else found,
        unit=desk.unit,
        sources=(desk.source,),
        recipe=Recipe(
            "forecast",
            {
                "months": series.names,
                "values": series.ask,
                "level": desk.level,
                "usual_error": usual,
            },
            "value",
        ),
        method=known.method if known else "",
        interval=Interval(known.lower, known.upper, known.level, known.method) if known else None,
        marking=desk.marking,
    )
    return Outlook(found, figure)
