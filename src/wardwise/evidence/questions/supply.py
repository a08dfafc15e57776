"""What was read, what of it was used, and how complete is it?"""

from __future__ import annotations

from wardwise.evidence.tables import Expression, Tables


def files_read(tables: Tables, *, source: str) -> Expression:
    """Files of the source. Unit: files."""
    table = tables["file_read"]
    return table.filter(table.source == source).count()


def rows_in(tables: Tables, *, source: str, path: str | None = None) -> Expression:
    """Rows of the source's files, or of one file. Unit: records."""
    return _files(tables, source, path).rows_in.sum().cast("int64")


def rows_used(tables: Tables, *, source: str, path: str | None = None) -> Expression:
    """Rows of them that count. Unit: records."""
    return _files(tables, source, path).rows_used.sum().cast("int64")


def rows_set_aside(tables: Tables, *, source: str, reason: str | None = None) -> Expression:
    """Rows set aside, for one reason or for any. Unit: records."""
    table = tables["set_aside"]
    rows = table.filter(table.source == source)
    if reason is not None:
        rows = rows.filter(rows.reason == reason)
    return rows.rows.sum().coalesce(0).cast("int64")


def _files(tables: Tables, source: str, path: str | None) -> Expression:
    table = tables["file_read"]
    rows = table.filter(table.source == source)
    return rows if path is None else rows.filter(rows.path == path)


def completeness_of(
    tables: Tables, *, source: str, force: str, first: str, last: str, column: str
) -> Expression:
    """``held`` or ``expected`` of one stretch of a force's months. Unit: offences."""
    table = tables["completeness"]
    return table.filter(
        table.source == source,
        (table.force == force) | table.force.startswith(force),
        table.first_month == first,
        table.last_month == last,
    )[column].max()


def extracts_compared(tables: Tables, *, month: str | None, column: str) -> Expression:
    """One column of the comparison of two extracts, of a month or of all. Unit: records."""
    table = tables["extract_comparison"]
    rows = table if month is None else table.filter(table.month == month)
    return rows[column].sum().cast("int64")
