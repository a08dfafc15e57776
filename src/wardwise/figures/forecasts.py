"""What to expect in the year ahead if nothing changes, as figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.series import Series, usable_series
from wardwise.measures.time.forecast import Expected, Forecast, forecast


NARROW = 0.8
"""Level of the narrower range."""


@dataclass(frozen=True)
class Tried:
    """Forecasts of a year for partnerships and for forces, and the share held by 95% ranges."""

    partnerships: Figure
    held: Figure
    forces: Figure
    held_of_forces: Figure


@dataclass(frozen=True, eq=False)
class Outlook:
    """The forecast of one group, and every figure of it that may be printed."""

    desk: Desk
    area: Area
    offence: str | None
    series: Series
    forecast: Forecast | NotKnown

    @property
    def year(self) -> Period:
        """The twelve months after the latest."""
        return Period(self.desk.latest.last.plus(1), self.desk.latest.last.plus(12))

    @cached_property
    def figure(self) -> Figure:
        """The year within its wider range. Unit: offences, or records."""
        if isinstance(self.forecast, NotKnown):
            return self._made("value", self.forecast, self.year)
        return self._expected("year", self.forecast.year, self.year, take="value")

    @cached_property
    def narrow(self) -> Figure:
        """The year within its 80% range."""
        if isinstance(self.forecast, NotKnown):
            return self.figure
        one = self.forecast.year
        return replace(
            self.figure,
            interval=Interval(one.lower_80, one.upper_80, NARROW, self.forecast.method),
            detail="80% range",
        )

    @cached_property
    def quarters(self) -> tuple[Figure, ...]:
        """The four quarters; none where there is no forecast."""
        if isinstance(self.forecast, NotKnown):
            return ()
        return tuple(
            self._expected(f"quarters[{n}]", one, Period(first, first.plus(2)))
            for n, one in enumerate(self.forecast.quarters)
            for first in [self.year.first.plus(3 * n)]
        )

    @cached_property
    def months(self) -> tuple[Figure, ...]:
        """The twelve months; none where there is no forecast."""
        if isinstance(self.forecast, NotKnown):
            return ()
        return tuple(
            self._expected(f"months[{n}]", one, Period(month, month))
            for n, (one, month) in enumerate(
                zip(self.forecast.months, self.year.months, strict=True)
            )
        )

    @cached_property
    def better(self) -> Figure | None:
        """By how much the rule beat the seasonal naive here; None where it was not tried."""
        if isinstance(self.forecast, NotKnown) or self.forecast.better_percent is None:
            return None
        value = self.forecast.better_percent
        detail = "error below that of the seasonal naive"
        made = self._made("better_percent", value, self.year, detail=detail)
        return replace(made, unit=Unit.PERCENT)

    @cached_property
    def naive(self) -> Figure | None:
        """The year as a year before, by the day."""
        if isinstance(self.forecast, NotKnown):
            return None
        return self._made("naive", self.forecast.naive, self.year, detail="seasonal naive")

    @cached_property
    def tried(self) -> Tried | None:
        """How such forecasts of a year did elsewhere; None where there is no forecast."""
        if isinstance(self.forecast, NotKnown):
            return None
        past = self.forecast.year.past
        return Tried(
            self._tried("forecasts", past.forecasts, Unit.FORECASTS),
            self._tried("held_95", past.held_95, Unit.PERCENT),
            self._tried("force_forecasts", past.force_forecasts or 0, Unit.FORECASTS),
            self._tried("force_held_95", past.force_held_95 or 0.0, Unit.PERCENT),
        )

    def _tried(self, name: str, value: float, unit: Unit) -> Figure:
        made = self._made(f"year.past.{name}", value, self.year, detail=name.replace("_", " "))
        return replace(made, unit=unit, method="trial of the forecasts, forecast_study")

    def _expected(self, part: str, one: Expected, period: Period, take: str = "") -> Figure:
        assert isinstance(self.forecast, Forecast)
        made = self._made(take or f"{part}.value", one.value, period)
        interval = Interval(one.lower, one.upper, self.forecast.level, self.forecast.method)
        return replace(made, interval=interval)

    def _made(self, take: str, value: Value, period: Period, *, detail: str = "") -> Figure:
        return Figure(
            measure="forecast",
            offence=self.offence,
            area=self.area,
            period=period,
            value=value,
            unit=self.desk.unit,
            sources=(self.desk.source,),
            recipe=Recipe(
                "forecast",
                {
                    "months": self.series.names,
                    "values": self.series.ask,
                    "level": self.desk.level,
                    "whole": self.offence is None,
                },
                take,
            ),
            method=self.forecast.method if isinstance(self.forecast, Forecast) else "",
            detail=detail,
            marking=self.desk.marking,
        )


def outlook(desk: Desk, *, area: Area, offence: str | None) -> Outlook:
    """Offences expected over the twelve months after the latest, worked out once."""
    return desk.once(
        ("outlook", area.code, offence), lambda: _outlook(desk, area=area, offence=offence)
    )


def _outlook(desk: Desk, *, area: Area, offence: str | None) -> Outlook:
    series = usable_series(desk, area=area, offence=offence)
    found = forecast(
        months=series.months, values=series.values, level=desk.level, whole=offence is None
    )
    return Outlook(desk, area, offence, series, found)
