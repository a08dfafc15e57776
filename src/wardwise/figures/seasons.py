"""The season of an offence as figures: twelve index numbers, if there is a season at all."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.series import Series, usable_series
from wardwise.measures.time.month_index import MonthIndex, month_index


@dataclass(frozen=True)
class Season:
    """January to December, and whether a test finds that the months differ.

    ``recipe`` gives the twelve index numbers again; None where they are not known.
    """

    index: MonthIndex | NotKnown
    months: tuple[Figure, ...]
    recipe: Recipe | None = None

    @property
    def is_seasonal(self) -> bool:
        """Whether a season may be spoken of."""
        return isinstance(self.index, MonthIndex) and self.index.is_seasonal


def season(desk: Desk, *, area: Area, offence: str | None) -> Season:
    """The month index of every complete year that is held, worked out once."""
    return desk.once(
        ("season", area.code, offence), lambda: _season(desk, area=area, offence=offence)
    )


def _season(desk: Desk, *, area: Area, offence: str | None) -> Season:
    series = usable_series(desk, area=area, offence=offence)
    index = month_index(months=series.months, values=series.values, level=desk.level)
    if isinstance(index, NotKnown):
        return Season(index, ())
    last = desk.latest.last
    found = _Found(area, offence, Period(last.plus(1 - 12 * index.years), last), series, index)
    figures = tuple(_figure(desk, found, n) for n in range(12))
    return Season(index, figures, _recipe(desk, series, "index"))


@dataclass(frozen=True)
class _Found:
    """Whose season it is, of which years, and what was worked out."""

    area: Area
    offence: str | None
    period: Period
    series: Series
    index: MonthIndex


def _recipe(desk: Desk, series: Series, take: str) -> Recipe:
    return Recipe(
        "month_index", {"months": series.names, "values": series.ask, "level": desk.level}, take
    )


def _figure(desk: Desk, found: _Found, n: int) -> Figure:
    series, index = found.series, found.index
    return Figure(
        measure="month_index",
        offence=found.offence,
        area=found.area,
        period=found.period,
        value=index.index[n],
        unit=Unit.INDEX,
        sources=(desk.source,),
        recipe=_recipe(desk, series, f"index[{n}]"),
        method=f"log-linear month index over {index.years} years, φ = {index.phi:.2f}",
        interval=Interval(index.lower[n], index.upper[n], index.level, "quasi-Poisson"),
        detail=f"month {n + 1}",
        marking=desk.marking,
    )
