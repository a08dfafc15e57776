"""Every prescribed dataset and quarter, with what of it came."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wardwise.domain.period import Month, Period
from wardwise.domain.settings import Settings
from wardwise.domain.supply import Prescribed, QuarterSupply, Supply
from wardwise.evidence.questions import partner_supply as questions
from wardwise.evidence.tables import Tables, records
from wardwise.reference.load import load_table


Row = Mapping[str, Any]


def prescribed() -> tuple[Prescribed, ...]:
    """What the Regulations of 2007 name, in the order of the reference table."""
    return tuple(
        Prescribed(str(r["dataset"]), str(r["title"]), str(r["supplier"]), str(r["prescribed"]))
        for r in load_table("partner_datasets").rows
        if r["prescribed"]
    )


def supply(tables: Tables, settings: Settings, quarters: Sequence[Period]) -> Supply | None:
    """Each dataset and quarter; None where the partnership lists no partner's file."""
    if "partner_file" not in tables or not settings.partner_files:
        return None
    first, last = str(quarters[0].first), str(quarters[-1].last)
    months = records(questions.months_supplied(tables, first=first, last=last))
    reasons = records(questions.reasons(tables, first=first, last=last))
    places = records(questions.precisions(tables, first=first, last=last))
    (came,) = records(questions.last_received(tables))
    return Supply(
        rows=tuple(
            replace(
                _row(one, quarter, _of(months, one, quarter), settings),
                set_aside=_totals(_of(reasons, one, quarter), "set_aside"),
                places=_totals(_of(places, one, quarter), "place_precision"),
            )
            for one in prescribed()
            for quarter in quarters
        ),
        judged_on=datetime.date.fromisoformat(came["came"]),
        undated={row["dataset"]: row["rows"] for row in records(questions.undated(tables))},
    )


def _of(rows: Sequence[Row], one: Prescribed, quarter: Period) -> list[Row]:
    first, last = str(quarter.first), str(quarter.last)
    return [row for row in rows if row["dataset"] == one.dataset and first <= row["month"] <= last]


def _totals(rows: Sequence[Row], by: str) -> dict[str, int]:
    """Rows by what they say, the most first."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row[by]] += row["rows"]
    return dict(counted.most_common())


def _row(
    one: Prescribed, quarter: Period, months: Sequence[Row], settings: Settings
) -> QuarterSupply:
    held = sorted({row["month"] for row in months})
    came = [min(row["received_on"] for row in months if row["month"] == month) for month in held]
    return QuarterSupply(
        prescribed=one,
        quarter=quarter,
        received_on=datetime.date.fromisoformat(max(came)) if came else None,
        months_held=tuple(Month.parse(month) for month in held),
        first_day=min((row["first_day"] for row in months if row["first_day"]), default=None),
        last_day=max((row["last_day"] for row in months if row["last_day"]), default=None),
        rows=sum(row["used"] for row in months),
        set_aside={},
        located=sum(row["located"] for row in months),
        places={},
        asked=_asked(settings, one, quarter),
    )


def _asked(settings: Settings, one: Prescribed, quarter: Period) -> tuple[str, ...]:
    """Who was asked after the quarter ended, and before a year later; and beside a file."""
    after, before = quarter.last.plus(1), quarter.last.plus(12)
    said = [
        f"{each.whom}, {each.on.isoformat()}" + (f": {each.answer}" if each.answer else "")
        for each in settings.supply.asked
        if each.dataset == one.dataset and after <= Month(each.on.year, each.on.month) <= before
    ]
    beside = [
        each.asked for each in settings.partner_files if each.dataset == one.dataset and each.asked
    ]
    return tuple(dict.fromkeys([*said, *beside]))


def _came(question: Callable[..., Any]) -> Callable[..., str]:
    def ask(tables: Tables, **asked: Any) -> str:
        (row,) = records(question(tables, **asked))
        return str(row["came"])

    return ask


SUPPLY_SERIES: Mapping[str, Callable[..., Any]] = {"received_on": _came(questions.received_on)}

SUPPLY_NUMBERS: Mapping[str, Callable[..., Any]] = {
    "rows_supplied": questions.rows_supplied,
    "rows_supplied_aside": questions.rows_supplied_aside,
    "rows_supplied_located": questions.rows_supplied_located,
}
