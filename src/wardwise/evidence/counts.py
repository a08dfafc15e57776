"""Monthly counts as arrays, with what a source does not hold kept apart from nought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.errors import EvidenceMissing
from wardwise.domain.period import Month, Period
from wardwise.evidence.questions.offences import monthly_by_district, monthly_by_lsoa
from wardwise.evidence.tables import Tables, rows


def held_months(tables: Tables, *, source: str) -> pd.DataFrame:
    """Shape: districts × months, True where the source holds that district and month."""
    table = tables["area_month_held"]
    frame = rows(table.filter(table.source == source))
    wide = frame.pivot_table(index="district_code", columns="month", values="held", aggfunc="max")
    return wide.fillna(False).astype(bool)


def local_counts(
    tables: Tables, *, source: str, area: str, lsoas: Sequence[Area], district_of: Mapping[str, str]
) -> MonthlyCounts:
    """Every LSOA of the partnership, noughts included."""
    held = held_months(tables, source=source)
    frame = rows(monthly_by_lsoa(tables, source=source, area=area))
    keys = [district_of[lsoa.code] for lsoa in lsoas]
    return _cube(frame.rename(columns={"lsoa_code": "code"}), source, lsoas, held, keys)


def wider_counts(tables: Tables, *, source: str, names: Mapping[str, str]) -> MonthlyCounts:
    """Every district of which the source holds any month."""
    held = held_months(tables, source=source)
    codes = sorted(code for code in held.index[held.any(axis=1)] if code in names)
    areas = [Area(code, names[code], AreaKind.DISTRICT) for code in codes]
    frame = rows(monthly_by_district(tables, source=source))
    return _cube(frame.rename(columns={"district_code": "code"}), source, areas, held, codes)


def _cube(
    frame: pd.DataFrame,
    source: str,
    areas: Sequence[Area],
    held: pd.DataFrame,
    held_by: Sequence[str],
) -> MonthlyCounts:
    months = _whole_run(held, source)
    offences = tuple(sorted(frame["offence"].unique()))
    rows_of = {area.code: n for n, area in enumerate(areas)}
    frame = frame[frame["code"].isin(rows_of)]
    counts = np.zeros((len(areas), len(months), len(offences)), dtype=np.int64)
    columns_of = {str(month): n for n, month in enumerate(months)}
    offence_of = {name: n for n, name in enumerate(offences)}
    frame = frame[frame["month"].isin(columns_of)]
    counts[
        frame["code"].map(rows_of), frame["month"].map(columns_of), frame["offence"].map(offence_of)
    ] = frame["offences"]
    wide = held.reindex(index=list(held_by), columns=[str(m) for m in months], fill_value=False)
    return MonthlyCounts(source, tuple(areas), months, offences, counts, wide.to_numpy(dtype=bool))


def _whole_run(held: pd.DataFrame, source: str) -> tuple[Month, ...]:
    """First to last month of which anything is held, without a gap."""
    names = sorted(str(month) for month in held.columns[held.any(axis=0)])
    if not names:
        raise EvidenceMissing(
            file=source,
            problem="found no month of any district in the geography lookups, expected those of"
            " the partnership.",
            remedy="It is of another force: add the archive of the partnership's own.",
        )
    return Period.parse(names[0], names[-1]).months
