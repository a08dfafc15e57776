"""Questions about the areas of an initiative: its offences by area, period and month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.period import Period
from wardwise.evidence.forms import asked_rows
from wardwise.evidence.questions import by_area
from wardwise.evidence.tables import Tables


def _counted(
    tables: Tables, areas: list[str], offences: list[str], **asked: str
) -> dict[tuple[str, str, str], float]:
    """Offences by area, month and group."""
    frame = asked_rows(
        tables, by_area.monthly_offences_of_each, areas=areas, offences=offences, **asked
    )
    columns = frame[["area_code", "month", "offence", "offences"]]
    return {
        (area, month, offence): float(n)
        for area, month, offence, n in columns.itertuples(index=False)
    }


def offences_in_periods(
    tables: Tables,
    *,
    source: str,
    areas: list[str],
    offences: list[str],
    periods: list[list[str]],
) -> list[list[list[float]]]:
    """Shape: areas × periods × offences; nought where there is no row. Unit: offences."""
    ends = [end for period in periods for end in period]
    found = _counted(tables, areas, offences, source=source, first=min(ends), last=max(ends))
    months = [[str(month) for month in Period.parse(*period).months] for period in periods]
    return [
        [
            [sum(found.get((area, month, name), 0.0) for month in inside) for name in offences]
            for inside in months
        ]
        for area in areas
    ]


def offences_in_months(
    tables: Tables, *, source: str, areas: list[str], offences: list[str], months: list[str | None]
) -> list[list[float]]:
    """Offences together, NaN for a month that is None. Shape: areas × months."""
    named = [month for month in months if month]
    found = _counted(tables, areas, offences, source=source, first=min(named), last=max(named))
    return [
        [
            sum(found.get((area, month, name), 0.0) for name in offences) if month else float("nan")
            for month in months
        ]
        for area in areas
    ]


def offences_of_month_list(tables: Tables, *, area: str, **asked: Any) -> list[float]:
    """The same of one area. Shape: months."""
    return offences_in_months(tables, areas=[area], **asked)[0]


def offences_in_all_months(
    tables: Tables, *, offences: list[str], harm_weights: list[float] | None = None, **asked: Any
) -> list[float]:
    """Offences of each area in all the months that are named, or their harm. Shape: areas."""
    weights = harm_weights or [1.0] * len(offences)
    of_each = [offences_in_months(tables, offences=[name], **asked) for name in offences]
    return [
        sum(
            weight * sum(one for one in row if one == one)
            for weight, row in zip(weights, rows, strict=True)
        )
        for rows in zip(*of_each, strict=True)
    ]


INITIATIVE_SERIES: Mapping[str, Callable[..., Any]] = {
    "offences_in_periods": offences_in_periods,
    "offences_in_months": offences_in_months,
    "offences_of_month_list": offences_of_month_list,
    "offences_in_all_months": offences_in_all_months,
}
