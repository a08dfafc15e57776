"""A list of codes that the supplier changed in the middle of an extract: said once, as one change.

Row by row such a change is many faults that look alike. By the month it is plain: codes that the
mapping does not know are hardly there, and from some month on they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.codes import NO_SEX, NOT_A_FLAG, NOT_IN_LIST
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.labels import could_be_a_name, may_be_kept, strays


LEAST_ROWS, LEAST_SHARE = 10, 0.05
"""Rows from the month of the change on, and of all rows from then on."""
TIMES_MORE = 10
"""How many times more often than before."""
LEAST_TIMES, MOST_NAMED = 5, 5
"""Rows that a code has to have before it is named, and how many are."""
_REASONS = (NOT_IN_LIST, NO_SEX, NOT_A_FLAG)


@dataclass(frozen=True)
class Change:
    """From ``month`` on ``rows`` carry codes of ``field`` that the mapping does not know."""

    field: str
    month: str
    rows: int
    before: int
    codes: tuple[str, ...]  # the commonest that are surely codes
    others: int  # different ones that are not named

    def told(self, *, file: str, mapping: str) -> str:
        """The notice."""
        named = ", ".join(f"'{code}'" for code in self.codes)
        more = f"{self.others:,} {'others' if self.codes else 'different ones'}"
        codes = " and ".join([*([named] if named else []), *([more] if self.others else [])])
        return (
            f"{file}: from {self.month} on, {self.rows:,} rows carry codes of '{self.field}' that"
            f" the mapping {mapping} does not know ({codes}); before, {self.before:,} did. The"
            " supplier's list seems to have changed in that month: ask for the new one, and add it"
            " to the mapping."
        )


def tell_changed_lists(extract: Extract, months: pa.Array) -> None:
    """A notice and a line of the quality report for every list that changed."""
    for field, unknown in extract.account.faulty(_REASONS).items():
        change = _change(extract, field, unknown, months.to_pandas())
        if change is None:
            continue
        since = pc.greater_equal(months, change.month).fill_null(False)
        extract.account.check(
            f"codes that the mapping does not know, since {change.month}",
            unknown & since.to_numpy(zero_copy_only=False),
            among=since.to_numpy(zero_copy_only=False),
            field=field,
        )
        extract.account.notices.append(
            change.told(file=extract.raw.file, mapping=extract.asked.mapping)
        )


def _change(extract: Extract, field: str, unknown: Mask, months: pd.Series) -> Change | None:
    frame = pd.DataFrame({"month": months, "unknown": unknown, "all": 1})
    by_month = frame[["month", "unknown", "all"]].groupby("month").sum().sort_index()
    month = _month_of_change(by_month)
    if month is None:
        return None
    since = unknown & (months >= month).to_numpy(dtype=bool, na_value=False)
    found = extract.text(field).filter(pa.array(since))
    codes = _surely_codes(extract, field, found)
    return Change(
        field=field,
        month=month,
        rows=int(since.sum()),
        before=int(by_month["unknown"][by_month.index < month].sum()),
        codes=codes,
        others=len(pc.unique(found)) - len(codes),
    )


def _month_of_change(by_month: pd.DataFrame) -> str | None:
    """The first month from which on unknown codes are common and before which they are rare."""
    unknown, rows = (by_month[name].to_numpy(dtype=float) for name in ("unknown", "all"))
    for n in range(1, len(rows)):
        before = unknown[:n].sum() / rows[:n].sum()
        share = unknown[n:].sum() / rows[n:].sum()
        common = unknown[n:].sum() >= LEAST_ROWS and share >= max(LEAST_SHARE, TIMES_MORE * before)
        if common and unknown[n] / rows[n] >= share / 2:
            return str(by_month.index[n])
    return None


def _surely_codes(extract: Extract, field: str, cells: pa.Array) -> tuple[str, ...]:
    """The commonest of the cells that have a code's form: nothing that could be a person's."""
    away = strays(extract.text(field), identifying=extract.identifying)
    counted = cells.to_pandas().value_counts()
    names = [
        str(cell)
        for cell, n in counted.items()
        if n >= LEAST_TIMES
        and may_be_kept(str(cell))
        and not could_be_a_name(str(cell))
        and cell not in away
    ]
    return tuple(names[:MOST_NAMED])
