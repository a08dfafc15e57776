"""The chapter's pictures: who lives here against the country, and a map of deprivation."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import AreaFindings, Neighbourhood, TraitRow
from wardwise.chapters.area_and_people.tables import neighbourhood_table
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import small
from wardwise.document.pictures import AreaValue, Bar, Bars, Map
from wardwise.document.sources import NAMES
from wardwise.document.words import decimal, opening_some_of, percent, rounded
from wardwise.domain.figure import Figure


WORTH_SAYING = 1.0  # percentage points: less is not worth a title
PLAIN = {
    "Asian": "Asian residents",
    "Black": "Black residents",
    "Mixed": "residents of mixed ethnic groups",
    "White": "White residents",
    "Other": "residents of other ethnic groups",
    "Aged": "residents aged",
}


def difference_picture(found: AreaFindings) -> Bars:
    """Points above or below England and Wales, by age, ethnic group and deprivation."""
    rows = _differing(found)
    return Bars(
        name="people-against-country",
        title=_title(found, rows),
        subtitle="Share in the area less the share in England and Wales, percentage points; "
        "March 2021",
        source=NAMES["census_2021"],
        alt=" ".join(
            f"{row.trait.name}: {percent(row.ours).text} here, "
            f"{percent(row.country).text if row.country else 'not known'} in England and Wales."
            for row in rows
        ),
        table=_difference_table(found, rows),
        bars=tuple(Bar(row.trait.name, _number(row.difference), ours=True) for row in rows),
        unit="percentage points above or below England and Wales",
        reference=None,
    )


def _differing(found: AreaFindings) -> list[TraitRow]:
    rows = [row for row in (*found.people, *found.deprivation) if row.difference]
    rows = [row for row in rows if row.trait.question != "people_of_sex"]
    return sorted(rows, key=lambda row: -(_number(row.difference) or 0.0))


def _number(figure: Figure | None) -> float | None:
    return figure.number if figure and figure.status == "known" else None


def _title(found: AreaFindings, rows: list[TraitRow]) -> str:
    known = [(row, gap) for row in rows if (gap := _number(row.difference)) is not None]
    most = sorted(known, key=lambda pair: -abs(pair[1]))[:2]
    larger = [_plain(row.trait.name) for row, gap in most if gap >= WORTH_SAYING]
    smaller = [_plain(row.trait.name) for row, gap in most if gap <= -WORTH_SAYING]
    if not larger and not smaller:
        return f"By age and ethnic group {found.area.name} is much like England and Wales"
    parts = [
        f"a {word} share of {' and of '.join(names)}"
        for word, names in (("larger", larger), ("smaller", smaller))
        if names
    ]
    return f"{found.area.name} has {' and '.join(parts)} than England and Wales"


def _plain(name: str) -> str:
    start, _, rest = name.partition(" ")
    words = PLAIN.get(start.rstrip(","))
    if words is None:
        return small(name)
    return f"{words} {rest}" if start == "Aged" else words


def _difference_table(found: AreaFindings, rows: list[TraitRow]) -> Table:
    return Table(
        name="people-against-country-table",
        caption=f"{found.area.name} and England and Wales, percent",
        columns=(
            Column("", Align.LEFT),
            Column(f"{found.area.name}, %"),
            Column("England and Wales, %"),
            Column("Difference, percentage points"),
        ),
        rows=tuple(
            (
                row.trait.name,
                decimal(row.ours),
                decimal(row.country) if row.country else "–",
                decimal(row.difference) if row.difference else "–",
            )
            for row in rows
        ),
        source=NAMES["census_2021"],
        appendix=True,
    )


def deprivation_map(found: AreaFindings) -> Map:
    """LSOAs by the leading index; by Census households where no index covers the area."""
    by_index = bool(found.editions)
    values = [_areas_value(row, by_index=by_index) for row in found.neighbourhoods]
    year = found.editions[0][-4:] if by_index else "2021"
    return Map(
        name="deprivation-map",
        title=_map_title(found),
        subtitle=f"Neighbourhoods (LSOAs) under ward outlines; index of {year}"
        if by_index
        else "Neighbourhoods (LSOAs) under ward outlines; households deprived in two or more "
        "ways, March 2021",
        source=NAMES[found.editions[0] if by_index else "census_2021"],
        alt=_map_alt(found, by_index=by_index),
        table=neighbourhood_table(found),
        layer="lsoa",
        areas=tuple(values),
        breaks=(20.0, 50.0, 80.0, 90.0) if by_index else (10.0, 20.0, 30.0, 40.0),
        unit="neighbourhoods of England that are less deprived, %"
        if by_index
        else "households deprived in two or more ways, %",
    )


def _areas_value(row: Neighbourhood, *, by_index: bool) -> AreaValue:
    households = f"{percent(row.households_deprived).text} of households deprived in two ways"
    if not by_index:
        value = _number(row.households_deprived)
        return AreaValue(row.area.code, row.area.name, value, f"{row.area.name}: {households}")
    tenth = _number(row.tenths[0])
    said = f"tenth {rounded(tenth, 0)} of 10 (1 is the most deprived)" if tenth else "not known"
    return AreaValue(
        row.area.code,
        row.area.name,
        None if tenth is None else 100 - 10 * tenth,
        f"{row.area.name}, {row.ward}: {said}; {households}",
    )


def _map_title(found: AreaFindings) -> str:
    if found.places is None:
        return f"Where households deprived in two or more ways live in {found.area.name}"
    n, of = found.places.neighbourhoods.number, found.places.of.number
    if n == 0:
        return f"No neighbourhood of {found.area.name} is in the most deprived tenth of England"
    return (
        f"{opening_some_of(int(n), int(of), 'neighbourhoods')} {'is' if n == 1 else 'are'} in the "
        "most deprived tenth of England"
    )


def _map_alt(found: AreaFindings, *, by_index: bool) -> str:
    most = [row.area.name for row in found.wards[:3]]
    what = "residents in the most deprived tenth" if by_index else "deprived households"
    return f"{_map_title(found)}. The wards with the largest share of {what}: {', '.join(most)}."
