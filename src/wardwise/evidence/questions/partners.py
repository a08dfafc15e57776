"""Which crimes and people do partners' extracts hold?

A crime is chosen where its offence or category is one of ``offences``, its code one of ``codes``,
one of ``flags`` is set or it is in one of ``parts`` of a definition; none named means every
crime. One that no place is given for counts as the partnership's, for the extract is of it; one
located elsewhere does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis

from wardwise.evidence.tables import Expression, Tables


IN_FILE_ORDER = ("supplier", "file", "row")


def crimes_of_the_area(tables: Tables, *, area: str, dataset: str = "recorded_crime") -> Expression:
    """Recorded crimes (or incidents) that are used, located in the area or nowhere."""
    table = tables["partner_record"]
    used = table.filter(table.used, table.dataset == dataset, table.month.notnull())
    members = tables["area_lsoa"]
    inside = members.filter(members.area_code == area).select(
        lsoa_inside=members.lsoa_code, is_inside=ibis.literal(True)
    )
    joined = used.left_join(inside, used.lsoa_code == inside.lsoa_inside)
    return joined.filter(joined.lsoa_code.isnull() | joined.is_inside.notnull())


def crimes(
    tables: Tables,
    *,
    area: str,
    first: str,
    last: str,
    offences: list[str],
    flags: list[str],
    codes: list[str],
    parts: Sequence[Mapping[str, Any]] = (),
    dataset: str = "recorded_crime",
) -> Expression:
    """The chosen crimes, first to last month inclusive, in the order of the file."""
    table = crimes_of_the_area(tables, area=area, dataset=dataset)
    table = table.filter(table.month >= first, table.month <= last)
    return which(table, offences, flags, codes, parts).order_by(*IN_FILE_ORDER)


def which(
    table: Expression,
    offences: list[str],
    flags: list[str],
    codes: list[str],
    parts: Sequence[Mapping[str, Any]] = (),
) -> Expression:
    """Rows of one of the offences or categories, flags or codes, or parts of a definition."""
    wanted = [table.offence.isin(offences) | table.category.isin(offences)] if offences else []
    wanted += [table.offence_code.isin(codes)] if codes else []
    wanted += [holds(table.flags, flag) for flag in flags]
    wanted += [in_part(table, **part) for part in parts]
    if wanted:
        # an empty cell chooses nothing, whatever the other columns say
        table = table.filter(ibis.or_(*(one.fill_null(False) for one in wanted)))
    return table


def days_of_months(tables: Tables, *, area: str, dataset: str) -> Expression:
    """Columns month, rows, first_day, last_day: of every crime or incident of the area."""
    table = crimes_of_the_area(tables, area=area, dataset=dataset)
    table = table.mutate(day=table.recorded_on.coalesce(table.from_moment.substr(0, 10)))
    return (
        table.group_by("month")
        .aggregate(
            rows=lambda t: t.count().cast("int64"),
            first_day=lambda t: t.day.min(),
            last_day=lambda t: t.day.max(),
        )
        .order_by("month")
    )


def counts_by_place(
    tables: Tables,
    *,
    area: str,
    offences: list[str],
    flags: list[str],
    codes: list[str],
    dataset: str,
    parts: Sequence[Mapping[str, Any]] = (),
) -> Expression:
    """Columns month, lsoa_code (empty where it has no place), offences: of the chosen crimes."""
    every = crimes_of_the_area(tables, area=area, dataset=dataset)
    table = which(every, offences, flags, codes, parts)
    return table.group_by("month", "lsoa_code").aggregate(
        offences=lambda t: t.count().cast("int64")
    )


def in_part(
    table: Expression, *, codes: list[str], flags: list[str], first: str | None, last: str | None
) -> Expression:
    """Any of the codes and any of the flags, where either is named, in the months that it holds."""
    needed = [table.offence_code.isin(codes).fill_null(False)] if codes else []
    needed += [ibis.or_(*(holds(table.flags, flag) for flag in flags))] if flags else []
    needed += [table.month >= first] if first else []
    needed += [table.month <= last] if last else []
    return ibis.and_(*needed)


def holds(column: Expression, flag: str) -> Expression:
    """Whether a list of flags that is parted by semicolons names this one."""
    listed = ibis.literal(";") + column.fill_null("") + ibis.literal(";")
    return listed.contains(f";{flag};")


def is_answered(table: Expression, flag: str) -> Expression:
    """Whether the flag was answered yes or no in the row."""
    return holds(table.flags_known, flag) & ~holds(table.flags_not_known, flag)


def crimes_counted(tables: Tables, **chosen: Any) -> Expression:
    """The chosen crimes. Unit: offences."""
    return crimes(tables, **chosen).count().cast("int64")


def crimes_flagged(tables: Tables, *, flag: str, **chosen: Any) -> Expression:
    """Those of them with the flag. Unit: offences."""
    table = crimes(tables, **chosen)
    return table.filter(holds(table.flags, flag)).count().cast("int64")


def crimes_answered(tables: Tables, *, flag: str, **chosen: Any) -> Expression:
    """Those of them in which the flag was answered at all. Unit: offences."""
    table = crimes(tables, **chosen)
    return table.filter(is_answered(table, flag)).count().cast("int64")


def parts(tables: Tables, *, role: str, **chosen: Any) -> Expression:
    """Everybody's part in the chosen crimes, in the order of the file."""
    table = tables["partner_person"]
    used = table.filter(table.used, table.role == role)
    records = crimes(tables, **chosen).select("record_key").distinct()
    return used.semi_join(records, "record_key").order_by(*IN_FILE_ORDER)


def people(tables: Tables, *, role: str, **chosen: Any) -> Expression:
    """Each of them once, as at the first; a part without an identity is somebody of its own."""
    table = parts(tables, role=role, **chosen)
    own = table.file + ibis.literal(":") + table.row.cast("string")
    who = table.mutate(who=table.person_key.coalesce(own), day=table.event_on.fill_null("9999"))
    order = ibis.window(group_by="who", order_by=["day", "supplier", "file", "row"])
    numbered = who.mutate(nth=ibis.row_number().over(order))
    return numbered.filter(numbered.nth == 0).order_by(*IN_FILE_ORDER)


def people_counted(tables: Tables, *, role: str, **chosen: Any) -> Expression:
    """Each person once. Unit: people."""
    return people(tables, role=role, **chosen).count().cast("int64")


def people_by(tables: Tables, *, role: str, columns: list[str], **chosen: Any) -> Expression:
    """Those columns of ``partner_person`` and people, each person once."""
    return (
        people(tables, role=role, **chosen)
        .group_by(*columns)
        .aggregate(people=lambda t: t.count().cast("int64"))
        .order_by(*columns)
    )


def people_by_home(tables: Tables, *, role: str, area: str, **chosen: Any) -> Expression:
    """Columns is_inside (true, or empty), people: those whose home's LSOA is known."""
    members = tables["area_lsoa"]
    inside = members.filter(members.area_code == area).select(
        home_lsoa=members.lsoa_code, is_inside=ibis.literal(True)
    )
    found = people(tables, role=role, area=area, **chosen)
    known = found.filter(found.home_lsoa.notnull()).select("home_lsoa")
    return (
        known.left_join(inside, "home_lsoa")
        .group_by("is_inside")
        .aggregate(people=lambda t: t.count().cast("int64"))
        .order_by("is_inside")
    )


def events(tables: Tables, *, role: str, **chosen: Any) -> Expression:
    """Parts of people with an identity and a day: columns person_key, record_key, event_on."""
    table = parts(tables, role=role, **chosen)
    known = table.filter(table.person_key.notnull(), table.event_on.notnull())
    return known.select("person_key", "record_key", "event_on", *IN_FILE_ORDER).order_by(
        *IN_FILE_ORDER
    )


def events_of_each(tables: Tables, *, role: str, **chosen: Any) -> Expression:
    """Column events: crimes of each person with an identity, the most first."""
    table = parts(tables, role=role, **chosen)
    known = table.filter(table.person_key.notnull(), table.record_key.notnull())
    counted = known.group_by("person_key").aggregate(
        events=lambda t: t.record_key.nunique().cast("int64")
    )
    return counted.select("events").order_by(ibis.desc("events"))
