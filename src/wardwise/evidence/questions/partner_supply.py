"""What did partners supply, of which months, and when?

A row belongs to the quarter of its recording, or of the event where that is not given. An
earlier extract that a later one replaces was supplied all the same.
"""

from __future__ import annotations

import ibis

from wardwise.evidence.tables import Expression, Tables


def months_supplied(tables: Tables, *, first: str, last: str) -> Expression:
    """A row for each dataset, month and file: rows used, of these located, first and last day,
    and the day on which the file came."""
    table = tables["partner_record"]
    day = table.recorded_on.coalesce(table.from_moment.substr(0, 10), table.outcome_on)
    dated = table.filter(table.month >= first, table.month <= last).mutate(day=day)
    counted = dated.group_by("dataset", "month", "source", "file").aggregate(
        used=lambda t: t.used.sum().cast("int64"),
        located=lambda t: (t.used & has_place(t)).sum().cast("int64"),
        first_day=lambda t: t.day.min(),
        last_day=lambda t: t.day.max(),
    )
    files = tables["partner_file"].select("source", "path", "received_on", "asked")
    joined = counted.join(
        files, (counted.source == files.source) & (counted.file == files.path), rname="{name}_f"
    )
    return joined.order_by("dataset", "month", "received_on", "file")


def reasons(tables: Tables, *, first: str, last: str) -> Expression:
    """A row for each dataset, month and reason: rows set aside."""
    table = tables["partner_record"]
    aside = table.filter(~table.used, table.month >= first, table.month <= last)
    return (
        aside.group_by("dataset", "month", "set_aside")
        .aggregate(rows=lambda t: t.count().cast("int64"))
        .order_by("dataset", "month", "set_aside")
    )


def undated(tables: Tables) -> Expression:
    """A row for each dataset: rows without a month."""
    table = tables["partner_record"]
    none = table.filter(table.month.isnull())
    return none.group_by("dataset").aggregate(rows=lambda t: t.count().cast("int64"))


def rows_supplied(tables: Tables, *, dataset: str, first: str, last: str) -> Expression:
    """Rows used of a dataset's months. Unit: records."""
    return _rows(tables, dataset, first, last, used=True).count().cast("int64")


def rows_supplied_aside(
    tables: Tables, *, dataset: str, first: str, last: str, reason: str | None = None
) -> Expression:
    """Rows of a dataset's months that are set aside, for one reason or any. Unit: records."""
    rows = _rows(tables, dataset, first, last, used=False)
    if reason is not None:
        rows = rows.filter(rows.set_aside == reason)
    return rows.count().cast("int64")


def rows_supplied_located(tables: Tables, *, dataset: str, first: str, last: str) -> Expression:
    """Of the rows used, those with a place. Unit: records."""
    rows = _rows(tables, dataset, first, last, used=True)
    return rows.filter(has_place(rows)).count().cast("int64")


def has_place(table: Expression) -> Expression:
    """A neighbourhood, or the ward or outward postcode that the law asks of some suppliers."""
    return table.lsoa_code.notnull() | table.ward_code.notnull() | table.outward_postcode.notnull()


def precisions(tables: Tables, *, first: str, last: str) -> Expression:
    """A row for each dataset, month and kind of place: rows used that have it."""
    table = tables["partner_record"]
    rows = table.filter(table.used, table.month >= first, table.month <= last)
    return (
        rows.filter(has_place(rows))
        .group_by("dataset", "month", "place_precision")
        .aggregate(rows=lambda t: t.count().cast("int64"))
        .order_by("dataset", "month", "place_precision")
    )


def received_on(tables: Tables, *, dataset: str, first: str, last: str) -> Expression:
    """One text: the day on which the last of the months that are held first came."""
    found = months_supplied(tables, first=first, last=last)
    months = (
        found.filter(found.dataset == dataset)
        .group_by("month")
        .aggregate(came=lambda t: t.received_on.min())
    )
    return months.aggregate(came=lambda t: t.came.max())


def last_received(tables: Tables) -> Expression:
    """One text: the day on which the last file of all came."""
    return tables["partner_file"].aggregate(came=lambda t: t.received_on.max())


def _rows(tables: Tables, dataset: str, first: str, last: str, *, used: bool) -> Expression:
    table = tables["partner_record"]
    return table.filter(
        table.dataset == dataset,
        table.month >= first,
        table.month <= last,
        table.used == ibis.literal(used),
    )
