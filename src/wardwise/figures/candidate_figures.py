"""The figures that a candidate rests on: the published ones, else those of recorded crime."""

from __future__ import annotations

from wardwise.domain.evidence import NotHeld, OfficialTable
from wardwise.domain.figure import Figure
from wardwise.figures.changes import change_figure
from wardwise.figures.concentrations import concentration
from wardwise.figures.desk import Desk
from wardwise.figures.harm import weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import (
    official_change_figure,
    official_offences_figure,
    official_rate_figure,
)
from wardwise.figures.rates import rate_figure
from wardwise.reference.load import Row, load_table


def group_of(desk: Desk, row: Row) -> tuple[str | None, str]:
    """The recorded-crime group of the candidate in the source, and how well it fits."""
    if row["police_uk_offence"]:
        name = str(row["police_uk_offence"])
        return (name, "same") if name in desk.evidence.local.offences else (None, "none")
    headline = load_table("ons_headline_offence").by("offence").get((row["ons_offence"],))
    name = str(headline["police_uk_offence"] or "") if headline else ""
    if name in desk.evidence.local.offences:
        return name, "part"
    return None, "none"


def candidate_figures(desk: Desk, row: Row, group: str | None, fit: str) -> dict[str, Figure]:
    """By name: volume, rate, change, severity, places; none where nothing counts it."""
    found = _counted(desk, row, group, fit)
    weights = desk.evidence.harm
    if found and row["ons_offence"] and not isinstance(weights, NotHeld):
        name = str(row["ons_offence"])
        found["severity"] = weight_figure(desk, weights, offence=name, official=True)
    return found


def _counted(desk: Desk, row: Row, group: str | None, fit: str) -> dict[str, Figure]:
    official = desk.evidence.official
    if row["ons_offence"] and not isinstance(official, NotHeld):
        found = _published(desk, official, str(row["ons_offence"]))
        if found["volume"].status == "known":
            return found | _places(desk, group)
    if group and fit == "same":
        return _recorded(desk, group) | _places(desk, group)
    return {}


def _published(desk: Desk, table: OfficialTable, offence: str) -> dict[str, Figure]:
    area = table.partnerships.get(desk.evidence.place.csp_code, desk.area)
    found = {
        "volume": official_offences_figure(
            desk, table, area=area, offence=offence, period=table.latest
        ),
        "rate": official_rate_figure(desk, table, area=area, offence=offence),
        "change": official_change_figure(desk, table, area=area, offence=offence),
    }
    if offence == "Residential burglary":
        found["household_rate"] = official_rate_figure(
            desk, table, area=area, offence=offence, households=True
        )
    return found


def _recorded(desk: Desk, group: str) -> dict[str, Figure]:
    return {
        "volume": offences_figure(desk, area=desk.area, period=desk.latest, offence=group),
        "rate": rate_figure(desk, area=desk.area, period=desk.latest, offence=group),
        "change": change_figure(
            desk, area=desk.area, period=desk.latest, before=desk.before, offence=group
        ),
    }


def _places(desk: Desk, group: str | None) -> dict[str, Figure]:
    if group is None:
        return {}
    return {"places": concentration(desk, offence=group, period=desk.latest).places}
