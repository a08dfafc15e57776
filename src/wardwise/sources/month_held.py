"""The tidy table ``area_month_held``: what a source holds, which is not the same as nought."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pyarrow as pa

from wardwise.domain.period import Month, Period
from wardwise.sources.tidy import tidy_rows


def month_held_table(
    held: Mapping[str, Collection[str]], *, source: str, months: Collection[str]
) -> pa.Table:
    """From district code → months held; every district × month from first to last month."""
    if not months:
        return tidy_rows("area_month_held", [])
    span = Period(Month.parse(min(months)), Month.parse(max(months)))
    return tidy_rows(
        "area_month_held",
        [
            {
                "source": source,
                "month": str(month),
                "district_code": district,
                "held": str(month) in there,
            }
            for district, there in sorted(held.items())
            for month in span.months
        ],
    )
