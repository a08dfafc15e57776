"""Where do the chosen crimes happen, at which addresses, and how far from whose home?

An address is a point that the supplier gives exactly. Two crimes are at one address where both
coordinates are the same number: nothing is rounded, so that neighbours are not taken for one.
"""

from __future__ import annotations

from typing import Any

import ibis

from wardwise.evidence.questions.partners import IN_FILE_ORDER, crimes, parts, people
from wardwise.evidence.tables import Expression, Tables


def crimes_at_addresses(tables: Tables, **chosen: Any) -> Expression:
    """The chosen crimes that have an exact point, in the order of the file."""
    table = crimes(tables, **chosen)
    exact = table.filter(
        table.place_precision == "point", table.longitude.notnull(), table.latitude.notnull()
    )
    return exact.order_by(*IN_FILE_ORDER)


def located_exactly(tables: Tables, **chosen: Any) -> Expression:
    """Those crimes. Unit: offences."""
    return crimes_at_addresses(tables, **chosen).count().cast("int64")


def address_events(tables: Tables, **chosen: Any) -> Expression:
    """Columns longitude, latitude, day: of those that have a day."""
    table = crimes_at_addresses(tables, **chosen)
    dated = table.filter(table.from_moment.notnull())
    day = dated.from_moment.substr(0, 10)
    return dated.select("longitude", "latitude", *IN_FILE_ORDER, day=day).order_by(*IN_FILE_ORDER)


def spans_at_addresses(tables: Tables, **chosen: Any) -> Expression:
    """Columns longitude, latitude and those of the span in which each happened."""
    table = crimes_at_addresses(tables, **chosen)
    span = ("from_moment", "to_moment", "time_precision")
    return table.select("longitude", "latitude", *span, *IN_FILE_ORDER).order_by(*IN_FILE_ORDER)


def points_at_addresses(tables: Tables, **chosen: Any) -> Expression:
    """Columns month, longitude, latitude: one row a crime with an exact point."""
    table = crimes_at_addresses(tables, **chosen)
    columns = ("month", "longitude", "latitude", *IN_FILE_ORDER)
    return table.select(*columns).order_by(*IN_FILE_ORDER)


def events_of_each_address(tables: Tables, **chosen: Any) -> Expression:
    """Column events: crimes at each address, the most first."""
    counted = (
        crimes_at_addresses(tables, **chosen)
        .group_by("longitude", "latitude")
        .aggregate(events=lambda t: t.count().cast("int64"))
    )
    return counted.select("events").order_by(ibis.desc("events"))


def harm_of_each_address(tables: Tables, *, weights: dict[str, float], **chosen: Any) -> Expression:
    """Columns events, harm: crimes with a weight at each address, the most first."""
    table = _weighed(crimes_at_addresses(tables, **chosen), weights)
    return _summed(table.group_by("longitude", "latitude"))


def harm_of_each(
    tables: Tables, *, role: str, weights: dict[str, float], **chosen: Any
) -> Expression:
    """Columns events, harm: crimes with a weight of each person with an identity."""
    named = parts(tables, role=role, **chosen)
    pairs = named.filter(named.person_key.notnull()).select("person_key", "record_key").distinct()
    weighed = _weighed(crimes(tables, **chosen), weights)
    by_record = weighed.group_by("record_key").aggregate(weight=lambda t: t.weight.max())
    return _summed(pairs.join(by_record, "record_key").group_by("person_key"))


def weighed(tables: Tables, *, weights: dict[str, float], **chosen: Any) -> Expression:
    """The chosen crimes whose code has a weight. Unit: offences."""
    table = _weighed(crimes(tables, **chosen), weights)
    return table.count().cast("int64")


def _weighed(table: Expression, weights: dict[str, float]) -> Expression:
    code = table.offence_code
    kept = table.filter(code.isin(list(weights)))
    return kept.mutate(weight=kept.offence_code.cases(*weights.items(), else_=0.0).cast("float64"))


def _summed(grouped: Expression) -> Expression:
    found = grouped.aggregate(
        events=lambda t: t.count().cast("int64"), harm=lambda t: t.weight.sum()
    )
    return found.select("events", "harm").order_by(ibis.desc("events"), ibis.desc("harm"))


def journeys(tables: Tables, *, role: str, area: str, **chosen: Any) -> Expression:
    """Each person once, from the home to the first of the crimes: a row for each pair of LSOAs.

    Columns home_lsoa, offence_lsoa, the ward and the middle of each, whether the home is in the
    area, and people; only those for whom both ends are known.
    """
    found = people(tables, role=role, area=area, **chosen)
    found = found.filter(found.home_lsoa.notnull()).select("record_key", "home_lsoa")
    where = crimes(tables, area=area, **chosen)
    where = where.filter(where.lsoa_code.notnull(), where.record_key.notnull())
    where = where.group_by("record_key").aggregate(offence_lsoa=lambda t: t.lsoa_code.max())
    pairs = (
        found.join(where, "record_key")
        .group_by("home_lsoa", "offence_lsoa")
        .aggregate(people=lambda t: t.count().cast("int64"))
    )
    members = tables["area_lsoa"]
    inside = members.filter(members.area_code == area).select(
        home_lsoa=members.lsoa_code, is_inside=ibis.literal(True)
    )
    placed = pairs.left_join(_middles(tables, "home"), "home_lsoa").drop("home_lsoa_right")
    placed = placed.left_join(_middles(tables, "offence"), "offence_lsoa")
    placed = placed.drop("offence_lsoa_right").left_join(inside, "home_lsoa")
    return placed.drop("home_lsoa_right").order_by("home_lsoa", "offence_lsoa")


def _middles(tables: Tables, end: str) -> Expression:
    table = tables["lsoa"]
    names = {"lsoa": "lsoa_code", "ward": "ward_code"}
    names |= {"longitude": "longitude", "latitude": "latitude"}
    return table.select(**{f"{end}_{name}": table[column] for name, column in names.items()})
