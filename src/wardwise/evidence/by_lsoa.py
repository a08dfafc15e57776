"""Lists by LSOA of an area, in the order of their codes, that recipes ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from wardwise.evidence.map_points import offences_by_point
from wardwise.evidence.questions import offences, partners
from wardwise.evidence.questions import people as residents
from wardwise.evidence.tables import Expression, Tables, rows


def offences_by_lsoa(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> list[float]:
    """Offences of every LSOA of the area, noughts included."""
    table = offences.of_offence(
        offences.counted(tables, source=source, first=first, last=last), offence
    )
    totals = table.group_by("lsoa_code").aggregate(n=lambda t: t.offences.sum())
    return _each(tables, area, totals)


def _of_groups(tables: Tables, *, offences: list[str], **asked: Any) -> list[list[float]]:
    """The same for several groups. Shape: groups × LSOAs."""
    return [offences_by_lsoa(tables, offence=name, **asked) for name in offences]


def _of_geography(column: str) -> Callable[..., list[float]]:
    def ask(tables: Tables, *, area: str) -> list[float]:
        frame = rows(residents.residents_by_lsoa(tables, area=area).select("lsoa_code", column))
        found = frame.sort_values("lsoa_code")[column]
        return [float(value) for value in found]

    return ask


def _parts(
    tables: Tables, *, parts: list[str], offences: list[str], area: str, **asked: Any
) -> list[list[float]]:
    """Groups of offences, and columns of the geography, by name. Shape: parts × LSOAs."""
    return [
        offences_by_lsoa(tables, offence=name, area=area, **asked)
        if name in offences
        else _of_geography(name)(tables, area=area)
        for name in parts
    ]


def _wards(tables: Tables, *, area: str) -> list[int]:
    """The position of each LSOA's ward among the wards of the area, in the order of their codes."""
    frame = rows(residents.residents_by_lsoa(tables, area=area).select("lsoa_code", "ward_code"))
    wards = frame.sort_values("lsoa_code")["ward_code"]
    return [int(n) for n in pd.factorize(wards, sort=True)[0]]


def _crimes(tables: Tables, *, area: str, **chosen: Any) -> list[float]:
    """The chosen crimes of partners' extracts that are placed in an LSOA."""
    table = partners.crimes(tables, area=area, **chosen)
    totals = table.group_by("lsoa_code").aggregate(n=lambda t: t.count())
    return _each(tables, area, totals)


def _homes(tables: Tables, *, role: str, area: str, **chosen: Any) -> list[float]:
    """People of a role in the chosen crimes, each once, by the LSOA that they live in."""
    table = partners.people(tables, role=role, area=area, **chosen)
    table = table.select(lsoa_code=table.home_lsoa, record_key=table.record_key)
    totals = table.group_by("lsoa_code").aggregate(n=lambda t: t.count())
    return _each(tables, area, totals)


def _each(tables: Tables, area: str, totals: Expression) -> list[float]:
    members = tables["area_lsoa"]
    codes = rows(members.filter(members.area_code == area).select("lsoa_code"))["lsoa_code"]
    found = rows(totals.filter(totals.lsoa_code.notnull()))
    by_code = pd.Series(found["n"].to_numpy(dtype=float), index=found["lsoa_code"].to_numpy())
    return [float(n) for n in by_code.reindex(sorted(codes)).fillna(0.0)]


BY_LSOA: Mapping[str, Callable[..., Any]] = {
    "offences_by_lsoa": offences_by_lsoa,
    "offences_of_groups_by_lsoa": _of_groups,
    "residents_by_lsoa": _of_geography("residents"),
    "imd2025_rank_by_lsoa": _of_geography("imd2025_rank"),
    "imd2025_score_by_lsoa": _of_geography("imd2025_score"),
    "parts_by_lsoa": _parts,
    "wards_by_lsoa": _wards,
    "partner_crimes_by_lsoa": _crimes,
    "partner_homes_by_lsoa": _homes,
    "offences_by_point": offences_by_point,
}
