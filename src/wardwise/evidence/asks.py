"""Questions by name: what a figure's recipe may ask of the stored rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.figure import Ask, Json
from wardwise.evidence.questions import force, offences, official, people, records, searches
from wardwise.evidence.tables import Tables, number, rows


Question = Callable[..., Any]

NUMBERS: Mapping[str, Question] = {
    "offences": offences.offences,
    "residents": people.residents,
    "households": people.households,
    "households_deprived": people.households_deprived,
    "residents_in_most_deprived": people.residents_in_most_deprived,
    "people_of_group": people.people_of_group,
    "official_offences": official.official_offences,
    "official_residents": official.official_residents,
    "official_households": official.official_households,
    "offences_with_outcome": records.offences_with_outcome,
    "searches": searches.searches,
    "searches_not_located": searches.searches_not_located,
}


def answer(tables: Tables, ask: Ask) -> Any:
    """Ask one question of the stored rows. Lists are in the order that the question names."""
    arguments = dict(ask.arguments)
    if ask.question in NUMBERS:
        return number(NUMBERS[ask.question](tables, **arguments))
    return SERIES[ask.question](tables, **arguments)


def _each_area(question: str) -> Callable[..., list[Json]]:
    """The same number asked of a list of areas, in the order of the list."""

    def ask_each(tables: Tables, *, areas: list[str], **arguments: Any) -> list[Json]:
        return [number(NUMBERS[question](tables, area=area, **arguments)) for area in areas]

    return ask_each


def _each_offence(tables: Tables, *, offences: list[str], **arguments: Any) -> list[Json]:
    return [number(NUMBERS["offences"](tables, offence=name, **arguments)) for name in offences]


def _months(
    tables: Tables, *, source: str, area: str, offence: str | None, months: list[str | None]
) -> list[float]:
    """Counts of the months named, NaN for None (a month that is not held), nought if no row."""
    named = [month for month in months if month]
    frame = rows(
        offences.monthly_offences(
            tables, source=source, area=area, offence=offence, first=min(named), last=max(named)
        )
    )
    found = dict(zip(frame["month"], frame["offences"], strict=True))
    return [float(found.get(month, 0)) if month else float("nan") for month in months]


def _months_of_areas(
    tables: Tables, *, areas: dict[str, list[str | None]], **arguments: Any
) -> list[list[float]]:
    """One row of monthly counts per area. Shape: areas × months."""
    return [
        _months(tables, area=area, months=months, **arguments) for area, months in areas.items()
    ]


def _by_lsoa(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> list[float]:
    """Offences of every LSOA of the area in the order of their codes, noughts included."""
    table = offences.of_offence(
        offences.counted(tables, source=source, first=first, last=last), offence
    )
    inside = tables["area_lsoa"]
    inside = inside.filter(inside.area_code == area).select("lsoa_code")
    totals = table.group_by("lsoa_code").aggregate(n=lambda t: t.offences.sum())
    joined = inside.left_join(totals, "lsoa_code").select("lsoa_code", "n").order_by("lsoa_code")
    return [float(value) for value in rows(joined)["n"].fillna(0)]


def _residents_by_lsoa(tables: Tables, *, area: str) -> list[float]:
    frame = rows(people.residents_by_lsoa(tables, area=area).select("lsoa_code", "residents"))
    return [float(value) for value in frame.sort_values("lsoa_code")["residents"]]


def _force_code_counts(
    tables: Tables, *, force_name: str, codes: list[str], first: str, last: str
) -> list[float]:
    frame = rows(force.force_codes(tables, force=force_name, first=first, last=last))
    found = frame.groupby("offence_code")["offences"].sum()
    return [float(found.get(code, 0)) for code in codes]


SERIES: Mapping[str, Question] = {
    "offences_of_areas": _each_area("offences"),
    "offences_of_groups": _each_offence,
    "residents_of_areas": _each_area("residents"),
    "official_offences_of_areas": _each_area("official_offences"),
    "official_residents_of_areas": _each_area("official_residents"),
    "official_households_of_areas": _each_area("official_households"),
    "monthly_offences": _months,
    "monthly_offences_of_areas": _months_of_areas,
    "offences_by_lsoa": _by_lsoa,
    "residents_by_lsoa": _residents_by_lsoa,
    "force_code_counts": _force_code_counts,
}
