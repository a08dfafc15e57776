"""The chapter's tables: people, deprivation, wards, neighbourhoods, peers and context."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import AreaFindings, TraitRow
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import NAMES
from wardwise.document.text import say
from wardwise.document.words import NOT_APPLICABLE, decimal, whole


ON_PAGE = 25  # rows of a table that paper can carry


def people_table(found: AreaFindings) -> Table:
    """Age, sex and ethnic group beside the comparators."""
    ages = [n for n, row in enumerate(found.people) if row.trait.question == "people_of_group"]
    return Table(
        name="people",
        caption=f"Residents of {found.area.name} and of the areas it is compared with, percent",
        columns=_columns(found, "Residents"),
        rows=tuple(_trait_cells(row) for row in found.people),
        groups=tuple(ages[:1]),
        source=NAMES["census_2021"],
    )


def deprivation_table(found: AreaFindings) -> Table:
    """Shares in the most deprived neighbourhoods, and households deprived, by edition."""
    sources = {source: None for row in found.deprivation for source in row.trait.sources}
    notes = [
        say(
            "A household is deprived in two or more ways if it meets two or more of four tests: "
            "work, education, health and disability, and housing."
        )
    ]
    if found.editions:
        notes.append(
            say(
                "The English index stops at the border, so it has no figure for England and Wales "
                "together."
            )
        )
    return Table(
        name="deprivation",
        caption=f"Deprivation in {found.area.name} and in the areas it is compared with, percent",
        columns=_columns(found, "Number"),
        rows=tuple(_trait_cells(row) for row in found.deprivation),
        notes=tuple(notes),
        source="; ".join(NAMES[source] for source in sources),
    )


def _columns(found: AreaFindings, count: str) -> tuple[Column, ...]:
    return (
        Column("", Align.LEFT),
        Column(count, quiet=True),
        Column(f"{found.area.name}, %"),
        Column(f"{found.force.name} force area, %"),
        Column("Most similar, middle, %"),
        Column("England and Wales, %"),
    )


def _trait_cells(row: TraitRow) -> tuple[Cell, ...]:
    return (
        row.trait.name,
        whole(row.count),
        decimal(row.ours),
        decimal(row.force),
        decimal(row.similar),
        decimal(row.country) if row.country else NOT_APPLICABLE,
    )


def ward_table(found: AreaFindings) -> Table:
    """People and deprivation by ward, the largest share first."""
    return Table(
        name="wards-people",
        caption=f"Residents and deprivation by ward of {found.area.name}",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Residents"),
            Column("Households"),
            *(Column(f"{row.trait.name}, %") for row in found.deprivation),
        ),
        rows=tuple(
            (
                row.area.name,
                whole(row.residents),
                whole(row.households),
                *(decimal(figure) for figure in row.deprived),
            )
            for row in found.wards
        ),
        source=NAMES["census_2021"],
        appendix=True,
    )


def neighbourhood_table(found: AreaFindings) -> Table:
    """Every LSOA with its tenths: what the map is drawn from."""
    years = [edition[-4:] for edition in found.editions]
    return Table(
        name="neighbourhoods-deprivation",
        caption=f"Deprivation of the neighbourhoods (LSOAs) of {found.area.name}",
        columns=(
            Column("Neighbourhood", Align.LEFT),
            Column("Ward", Align.LEFT),
            Column("Residents"),
            *(Column(f"Tenth of England, {year} (1 = most deprived)") for year in years),
            Column("Households deprived in two or more ways, %"),
        ),
        rows=tuple(
            (
                row.area.name,
                row.ward,
                whole(row.residents),
                *(whole(figure) for figure in row.tenths),
                decimal(row.households_deprived),
            )
            for row in found.neighbourhoods
        ),
        source="; ".join(NAMES[name] for name in (*found.editions, "census_2021")),
        appendix=True,
    )


def similar_table(found: AreaFindings) -> Table:
    """The most similar partnerships, nearest first."""
    rows = found.similarity.rows
    traits = [figure.detail for figure in rows[0].deprived]
    return Table(
        name="most-similar",
        caption=f"Partnerships most similar to {found.area.name}",
        columns=(
            Column("Partnership", Align.LEFT),
            Column("Distance"),
            Column("Residents"),
            *(Column(f"{trait}, %") for trait in traits),
        ),
        rows=tuple(
            (
                row.area.name,
                decimal(row.distance, 2) if row.distance else NOT_APPLICABLE,
                whole(row.residents),
                *(decimal(figure) for figure in row.deprived),
            )
            for row in rows
        ),
        source=NAMES["census_2021"],
        appendix=len(rows) > ON_PAGE,
    )


def context_table(found: AreaFindings) -> Table:
    """Indicators that were supplied, beside England and the region."""
    return Table(
        name="context",
        caption=f"Context of {found.area.name}, beside England and the region",
        columns=(
            Column("Indicator, unit", Align.LEFT),
            Column("Period", Align.LEFT, quiet=True),
            Column(found.area.name),
            Column("Interval", quiet=True),
            Column("England"),
            Column("Region"),
            Column("Published by", Align.LEFT, quiet=True),
        ),
        rows=tuple(
            (
                f"{row.indicator}, {row.unit}",
                row.period,
                decimal(row.ours),
                row.limits,
                decimal(row.england),
                decimal(row.region),
                row.published,
            )
            for row in found.context
        ),
        appendix=len(found.context) > ON_PAGE,
    )


def missing_table(found: AreaFindings) -> Table:
    """What the assessment should say of the area's context and cannot, by name and publisher."""
    owners: dict[str, list[str]] = {}
    for missing in found.missing:
        owners.setdefault(missing.from_whom.split(",")[0], []).append(missing.what)
    return Table(
        name="context-not-known",
        caption="Context that is not known, and who publishes it",
        columns=(Column("Needed from", Align.LEFT), Column("Not known", Align.LEFT)),
        rows=tuple((owner, "; ".join(names)) for owner, names in owners.items()),
    )
