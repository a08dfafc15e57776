"""φ of published yearly counts, and whether two published years may be compared at all."""

from __future__ import annotations

from functools import lru_cache

from wardwise.domain.area import Area
from wardwise.domain.evidence import OfficialTable
from wardwise.domain.figure import Ask, Recipe
from wardwise.figures.desk import Desk
from wardwise.measures.change.dispersion_of_years import DispersionOfYears, dispersion_of_years
from wardwise.reference.load import load_table


@lru_cache(maxsize=256)
def official_dispersion(table: OfficialTable, offence: str | None) -> DispersionOfYears:
    """φ of the offence from the two published years of every partnership in the tables."""
    codes = sorted(table.partnerships)
    rows = [table.rows.get((code, offence)) for code in codes]
    return dispersion_of_years(
        before=[_known(row.before if row else None) for row in rows],
        after=[_known(row.offences if row else None) for row in rows],
        groups=[table.force_of[code] for code in codes],
    )


def official_dispersion_recipe(table: OfficialTable, offence: str | None) -> Recipe:
    """How φ is made again from the stored rows."""
    latest, before = (
        {"offence": offence, "last_month": str(period.last)}
        for period in (table.latest, table.before)
    )
    return Recipe(
        "dispersion_of_years",
        {
            "before": Ask("official_offences_of_partnerships", {**before}),
            "after": Ask("official_offences_of_partnerships", {**latest}),
            "groups": Ask("official_forces_of_partnerships", {**latest}),
        },
        "phi",
    )


def why_official_not_comparable(
    desk: Desk, table: OfficialTable, *, area: Area, offence: str | None
) -> str | None:
    """A break that the settings list for our own counts between the two published years.

    A break names offences as ONS publishes them or as data.police.uk does; one of a whole
    breaks its parts, one of a part does not break the whole, as for recorded crime.
    """
    if area.code not in (desk.area.code, desk.evidence.place.csp_code):
        return None
    names = {"", *_names_of(offence)}
    for month, group, what in desk.evidence.breaks:
        if group in names and table.before.first < month <= table.latest.last:
            return f"the series breaks in {month.label}: {what}"
    return None


def _names_of(offence: str | None) -> tuple[str, ...]:
    """The published offence, what it is part of, and its group at data.police.uk."""
    rows, names = load_table("ons_headline_offence").by("offence"), list[str]()
    name = offence or ""
    while name:
        row = rows.get((name,))
        names.append(name)
        if row and row["police_uk_offence"]:
            names.append(str(row["police_uk_offence"]))
        name = str(row["parent"] or "") if row else ""
    return tuple(names)


def _known(count: int | None) -> float:
    """NaN where there is no number, or one below nought: a correction of another year."""
    return float("nan") if count is None or count < 0 else float(count)
