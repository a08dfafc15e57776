"""Where on the map does each record lie?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area, of_offence
from wardwise.evidence.tables import Expression, Tables


IN_FILE_ORDER = ("month", "file", "row")


def records_with_a_point(
    tables: Tables,
    *,
    source: str,
    area: str,
    first: str = "",
    last: str = "9999",
) -> Expression:
    """Columns month, offence, longitude, latitude: records used and located in the area."""
    table = tables["offence_record"]
    held = table.filter(
        table.used,
        table.source == source,
        table.month >= first,
        table.month <= last,
        table.longitude.notnull(),
        table.latitude.notnull(),
    )
    ordered = in_area(tables, held, area).order_by(*IN_FILE_ORDER)
    return ordered.select("month", "offence", "longitude", "latitude")


def points(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> Expression:
    """The same for one offence group; None is all recorded crime, which ASB is not."""
    return of_offence(
        records_with_a_point(tables, source=source, area=area, first=first, last=last), offence
    )
