"""The season of an offence as figures: twelve index numbers, if there is a season at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.series import Series, usable_series
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.time.month_index import MonthIndex, month_index


Name = TypeVar("Name", str, str | None)


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
    """The month index of every complete year that is held, worked out once.

    Of the partnership as a whole all groups are looked at, of a ward all wards: the tests are
    allowed for that, so that of the seasons that are told few are chance.
    """
    return desk.once(
        ("season", area.code, offence), lambda: _season(desk, area=area, offence=offence)
    )


def looked_at(desk: Desk) -> tuple[str | None, ...]:
    """All crime, and every group of the source."""
    return (None, *desk.offences)


def _season(desk: Desk, *, area: Area, offence: str | None) -> Season:
    series = usable_series(desk, area=area, offence=offence)
    index = _index(desk, area, offence)
    if isinstance(index, NotKnown):
        return Season(index, ())
    if area == desk.area and offence in looked_at(desk):
        index = replace(index, is_seasonal=offence in _seasonal_groups(desk))
    elif area in desk.evidence.place.wards:
        index = replace(index, is_seasonal=area.code in _seasonal_wards(desk, offence))
    last = desk.latest.last
    found = _Found(area, offence, Period(last.plus(1 - 12 * index.years), last), series, index)
    figures = tuple(_figure(desk, found, n) for n in range(12))
    return Season(index, figures, _recipe(desk, series, "index"))


def _index(desk: Desk, area: Area, offence: str | None) -> MonthIndex | NotKnown:
    series = usable_series(desk, area=area, offence=offence)
    return month_index(months=series.months, values=series.values, level=desk.level)


def _seasonal_groups(desk: Desk) -> set[str | None]:
    """All crime and groups of the partnership of which the test holds, allowed for how many."""

    def work() -> set[str | None]:
        return _seasonal(desk, {name: _index(desk, desk.area, name) for name in looked_at(desk)})

    return desk.once("seasonal groups", work)


def _seasonal_wards(desk: Desk, offence: str | None) -> set[str]:
    """Codes of the wards of which the test holds, allowed for how many there are."""

    def work() -> set[str]:
        wards = desk.evidence.place.wards
        return _seasonal(desk, {ward.code: _index(desk, ward, offence) for ward in wards})

    return desk.once(("seasonal wards", offence), work)


def _seasonal(desk: Desk, found: Mapping[Name, MonthIndex | NotKnown]) -> set[Name]:
    tested = {name: one.p_value for name, one in found.items() if isinstance(one, MonthIndex)}
    adjusted = false_discovery(p_values=list(tested.values()))
    return {name for name, p in zip(tested, adjusted, strict=True) if p < 1 - desk.level}


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
