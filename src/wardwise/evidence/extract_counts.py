"""A partner's rows counted by month and neighbourhood, as the counts of open data are asked for.

A recipe that counts an extract names in ``chosen`` which of its rows it counts. The questions on
recorded crime are then put to those rows, and to nothing else: no figure mixes the two.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

import ibis

from wardwise.domain.period import Month
from wardwise.evidence.questions.partners import counts_by_place, days_of_months
from wardwise.evidence.tables import Expression, Tables, records


CHOSEN = "chosen"
"""Argument that names the rows of a partner's extract which a question on counts is put to."""
HALF = 0.5
"""Part of the median month below which the extract is taken to break off in a month."""
MARGIN = 7
"""Days of its first or last month that may be without a row."""


def whole_months(tables: Tables, *, area: str, dataset: str) -> tuple[Month, ...]:
    """Months that an extract covers, judged by all of its rows of the area.

    A month counts where it has half of the median month's rows at least; the first and the last
    only where rows begin, or end, within a week of the month's own end.
    """
    return covered(records(days_of_months(tables, area=area, dataset=dataset)))


def covered(found: Sequence[Mapping[str, Any]]) -> tuple[Month, ...]:
    """The same of rows for each month: month, rows, first_day, last_day."""
    if not found:
        return ()
    least = HALF * median(row["rows"] for row in found)
    ends = {found[0]["month"]: _late_start(found[0]), found[-1]["month"]: _early_end(found[-1])}
    if len(found) == 1:
        ends = {found[0]["month"]: _late_start(found[0]) or _early_end(found[0])}
    return tuple(
        Month.parse(row["month"])
        for row in found
        if row["rows"] >= least and not ends.get(row["month"])
    )


def _late_start(row: Mapping[str, Any]) -> bool:
    return bool(row["first_day"]) and datetime.date.fromisoformat(row["first_day"]).day > MARGIN


def _early_end(row: Mapping[str, Any]) -> bool:
    if not row["last_day"]:
        return False
    last, month = datetime.date.fromisoformat(row["last_day"]), Month.parse(row["month"])
    return month.days - last.day > MARGIN and Month(last.year, last.month) == month


def tables_of(tables: Tables, chosen: Mapping[str, Any] | None) -> Tables:
    """The same tables, with the chosen rows of an extract in the place of recorded crime."""
    if chosen is None:
        return tables
    key = json.dumps(chosen, sort_keys=True)
    if key not in tables.views:
        tables.views[key] = _view(tables, **chosen)
    found: Tables = tables.views[key]
    return found


def _view(
    tables: Tables, *, area: str, name: str, dataset: str, unlocated: bool, **which: Any
) -> Tables:
    counts = counts_by_place(tables, area=area, dataset=dataset, **which)
    if unlocated:
        # by month alone a crime without a place is the partnership's; any of its areas will do
        any_of_them = min(row["lsoa_code"] for row in records(_inside(tables, area)))
        counts = counts.mutate(lsoa_code=counts.lsoa_code.fill_null(any_of_them))
    source = ibis.literal(f"partner:{dataset}")
    made = counts.filter(counts.lsoa_code.notnull()).mutate(
        source=source, offence=ibis.literal(name), force=ibis.null("string")
    )
    held = [str(month) for month in whole_months(tables, area=area, dataset=dataset)]
    months = tables["partner_record"].select("month").distinct()
    districts = _inside(tables, area).select("district_code").distinct()
    both = districts.cross_join(months.filter(months.month.isin(held)))
    return Tables(
        {
            **tables.tables,
            "offence_count": _kept(made),
            "area_month_held": _kept(both.mutate(source=source, held=ibis.literal(True))),
        }
    )


def _kept(expression: Expression) -> Expression:
    """Worked out once, where the engine can keep it for the length of a run."""
    engine = expression.get_backend()
    if engine.name != "duckdb":
        return expression
    return engine.create_table(ibis.util.gen_name("extract"), expression, temp=True)


def _inside(tables: Tables, area: str) -> Expression:
    """Columns lsoa_code, district_code: the LSOAs of the area."""
    members, lsoa = tables["area_lsoa"], tables["lsoa"]
    mine = members.filter(members.area_code == area).select("lsoa_code")
    return lsoa.semi_join(mine, "lsoa_code").select("lsoa_code", "district_code")
