"""Daily temperatures, and the hot days among them."""

from __future__ import annotations

from wardwise.domain.temperatures import Temperatures
from wardwise.evidence.tables import Tables, rows


def temperatures(tables: Tables) -> Temperatures | None:
    """Every day of the partnership's file; None where the settings name none."""
    if "temperature" not in tables:
        return None
    frame = rows(tables["temperature"]).sort_values("date")
    return Temperatures(
        tuple(str(day) for day in frame["date"]),
        tuple(float(value) for value in frame["maximum_celsius"]),
    )


def hot_days(tables: Tables, *, from_celsius: float, first: str, last: str) -> list[str]:
    """Days from first to last whose maximum is so high or higher."""
    table = tables["temperature"]
    hot = table.filter(
        table.maximum_celsius >= from_celsius, table.date >= first, table.date <= last
    )
    return [str(day) for day in rows(hot.select("date").order_by("date"))["date"]]
