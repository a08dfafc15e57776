"""Context indicators: those that are held, and those expected that are not, by name."""

from __future__ import annotations

from wardwise.domain.evidence import Context, ContextValue, NotHeld, Place
from wardwise.domain.settings import Settings
from wardwise.evidence.tables import Tables, records
from wardwise.reference.load import load_table


def context(tables: Tables, place: Place, settings: Settings) -> Context:
    """What the settings' indicator files say of the partnership."""
    held = _held(tables, place) if settings.evidence.context else ()
    names = {value.indicator for value in held if value.value is not None}
    missing = tuple(
        NotHeld(str(row["indicator"]), str(row["from_whom"]))
        for row in load_table("context_indicator_expected").rows
        if row["indicator"] not in names
    )
    return Context(held, missing)


def _held(tables: Tables, place: Place) -> tuple[ContextValue, ...]:
    table = tables["context_indicator"]
    ours = table.filter(table.area_code.isin([place.area.code, place.csp_code]))
    return tuple(
        ContextValue(
            indicator=row["indicator"],
            period=row["period"],
            value=row["value"],
            lower=row["lower"],
            upper=row["upper"],
            unit=row["unit"],
            england=row["england"],
            region=row["region"],
            published_by=row["published_by"],
            published_on=row["published_on"] or "",
        )
        for row in records(ours.order_by("indicator", "period"))
    )
