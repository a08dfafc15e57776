"""Lists and counts that recipes of figures about people ask of partners' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.people_recorded import NOT_GIVEN, band_of
from wardwise.evidence.moments import spans
from wardwise.evidence.questions import partners
from wardwise.evidence.tables import Tables, number, one_of, records, rows


Found = list[Any]


def _starts(tables: Tables, **chosen: Any) -> Found:
    return [None if text == "NaT" else text for text in spans(_when(tables, chosen))[0].astype(str)]


def _ends(tables: Tables, **chosen: Any) -> Found:
    return [None if text == "NaT" else text for text in spans(_when(tables, chosen))[1].astype(str)]


def _when(tables: Tables, chosen: Mapping[str, Any]) -> Any:
    table = partners.crimes(tables, **chosen)
    columns = ["from_moment", "to_moment", "time_precision"]
    return rows(table.select(*columns, *partners.IN_FILE_ORDER).order_by(*partners.IN_FILE_ORDER))


def _in_groups(tables: Tables, *, role: str, by: str, groups: Found, **chosen: Any) -> list[int]:
    """People in each group: bands of ages, single ages, homes here or elsewhere, or names."""
    if by == "age band":
        return _in_bands(tables, role=role, bands=[(low, high) for low, high in groups], **chosen)
    if by == "home":
        found = {
            bool(row["is_inside"]): row["people"]
            for row in records(partners.people_by_home(tables, role=role, **chosen))
        }
        return [int(found.get(name == "here", 0)) for name in groups]
    asked = partners.people_by(tables, role=role, columns=[by], **chosen)
    named = {row[by]: row["people"] for row in records(asked)}
    return [int(named.get(name, 0)) for name in groups]


def _in_bands(tables: Tables, *, role: str, bands: Found, **chosen: Any) -> list[int]:
    asked = partners.people_by(tables, role=role, columns=["age_low", "age_high"], **chosen)
    found = [0] * len(bands)
    for row in records(asked):
        if row["age_low"] is None:
            continue
        at = band_of(row["age_low"], row["age_high"], bands)
        if at != NOT_GIVEN:
            found[at] += int(row["people"])
    return found


def _by_age(tables: Tables, *, role: str, youngest: int, oldest: int, **chosen: Any) -> list[int]:
    """People of each single year of age, first to last."""
    ages = list(range(youngest, oldest + 1))
    return _in_groups(tables, role=role, by="age", groups=ages, **chosen)


def _not_in_groups(tables: Tables, *, role: str, by: str, groups: Found, **chosen: Any) -> int:
    """People whose group is none of those: mostly, not known."""
    everybody = int(number(partners.people_counted(tables, role=role, **chosen)) or 0)
    return everybody - sum(_in_groups(tables, role=role, by=by, groups=groups, **chosen))


def _column_of_events(column: str) -> Callable[..., Found]:
    def ask(tables: Tables, **asked: Any) -> Found:
        return [str(value) for value in rows(partners.events(tables, **asked))[column]]

    return ask


def _keys(tables: Tables, *, role: str, **chosen: Any) -> Found:
    """The key of each part that has one."""
    table = partners.parts(tables, role=role, **chosen)
    return list(rows(table.filter(table.person_key.notnull()).select("person_key"))["person_key"])


def _column_of_pairs(column: str) -> Callable[..., Found]:
    """Record or person of each part whose record and person are both known."""

    def ask(tables: Tables, **asked: Any) -> Found:
        table = partners.parts(tables, **asked)
        known = table.filter(table.person_key.notnull(), table.record_key.notnull())
        order = ["record_key", "person_key"]
        return list(rows(known.select(*order).order_by(*order))[column])

    return ask


def _events_of_each(tables: Tables, **asked: Any) -> Found:
    return [int(n) for n in rows(partners.events_of_each(tables, **asked))["events"]]


def _marks(tables: Tables, *, groups: Mapping[str, list[str]], **chosen: Any) -> dict[str, Found]:
    """Whether each crime has any flag of each group. Shape of each: crimes."""
    table = partners.crimes(tables, **chosen).select("flags")
    texts = [f";{text or ''};" for text in rows(table)["flags"]]
    return {
        name: [any(f";{flag};" in text for flag in flags) for text in texts]
        for name, flags in groups.items()
    }


def _part_marks(
    tables: Tables, *, of_parts: Mapping[str, Mapping[str, Any]], **chosen: Any
) -> dict[str, Found]:
    """Whether each crime is in each part of a definition. Shape of each: crimes."""
    table = partners.crimes(tables, **chosen)
    marks = {f"n{n}": partners.in_part(table, **part) for n, part in enumerate(of_parts.values())}
    order = {name: table[name] for name in partners.IN_FILE_ORDER}
    found = rows(table.select(**marks, **order).order_by(*partners.IN_FILE_ORDER))
    return {name: list(found[f"n{n}"]) for n, name in enumerate(of_parts)}


def _by_kind(
    tables: Tables, *, column: str, kinds: list[str], quarters: list[list[str]], **chosen: Any
) -> list[list[float]]:
    """The chosen crimes by quarter and offence code, or category. Shape: quarters × kinds."""
    table = partners.crimes(tables, **chosen)
    counted = table.group_by("month", column).aggregate(n=lambda t: t.count())
    found = rows(counted.order_by("month", column))
    return [
        [float(part.loc[part[column] == kind, "n"].sum()) for kind in kinds]
        for first, last in quarters
        for part in [found[found["month"].between(first, last)]]
    ]


PARTNER_SERIES: Mapping[str, Callable[..., Any]] = {
    "partner_crime_starts": _starts,
    "partner_crime_ends": _ends,
    "partner_crime_marks": _marks,
    "partner_crime_part_marks": _part_marks,
    "partner_crimes_by_kind": _by_kind,
    "partner_people_in_groups": _in_groups,
    "partner_people_in_group": one_of(_in_groups),
    "partner_people_by_age": _by_age,
    "partner_people_not_in_groups": _not_in_groups,
    "partner_people_keys": _keys,
    "partner_event_people": _column_of_events("person_key"),
    "partner_event_days": _column_of_events("event_on"),
    "partner_pair_records": _column_of_pairs("record_key"),
    "partner_pair_people": _column_of_pairs("person_key"),
    "partner_events_of_each": _events_of_each,
}

PARTNER_NUMBERS: Mapping[str, Callable[..., Any]] = {
    "partner_crimes": partners.crimes_counted,
    "partner_crimes_flagged": partners.crimes_flagged,
    "partner_crimes_answered": partners.crimes_answered,
    "partner_people": partners.people_counted,
}
