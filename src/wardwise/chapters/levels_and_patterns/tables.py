"""The three-year table and the table of tested changes."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns.findings import GroupLevel, LevelsFindings
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.offences import ALL_RECORDED_CRIME


def three_year_table(found: LevelsFindings) -> Table:
    """Counts of three years and the latest rate, largest group first."""
    levels = _rows(found)
    marked = {period for period, _ in found.incomplete}
    return Table(
        name="three-years",
        caption=f"Recorded offences in {found.area.name}, by group and year",
        columns=(
            Column("Offence group", Align.LEFT),
            *(
                Column(f"{period.label}, incomplete" if period in marked else period.label)
                for period in found.periods
            ),
            Column("95% interval, latest year", quiet=True),
            Column("Per 1,000 residents"),
        ),
        rows=tuple(_year_row(level) for level in levels),
        source=source_line(found.source, found.periods[2]),
        emphasis=(0,),
        groups=(1, 1 + len(found.groups)),
        notes=(
            say("All recorded crime leaves out anti-social behaviour, which is not a crime count."),
            *(
                say("{year} is too low and is never compared: {why}.", year=year.label, why=why)
                for year, why in found.incomplete
            ),
        ),
    )


def _rows(found: LevelsFindings) -> tuple[GroupLevel, ...]:
    return (found.whole, *found.groups, *((found.disorder,) if found.disorder else ()))


def _year_row(level: GroupLevel) -> tuple[Cell, ...]:
    return (
        level.offence or ALL_RECORDED_CRIME,
        *(whole(figure) for figure in level.years),
        between(level.years[2]),
        decimal(level.rate),
    )


def change_table(found: LevelsFindings) -> Table:
    """Change on one year and over three, with the word of the test and the contribution.

    Where nothing of it is known the sentence above says so, and the workbook alone has the lines.
    """
    empty = not any(_is_known(level) for level in _rows(found))
    return Table(
        name="changes",
        caption=f"Change in recorded offences in {found.area.name}, {found.periods[2].label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("On the year before"),
            Column("95% interval", quiet=True),
            Column("Verdict", Align.LEFT),
            Column("Over three years"),
            Column("Verdict over three years", Align.LEFT),
            Column("Part of the total change, points"),
        ),
        rows=tuple(_change_row(level, _waiting(found)) for level in _rows(found)),
        source=source_line(found.source, found.periods[2]),
        emphasis=(0,),
        groups=(1, 1 + len(found.groups)),
        appendix=empty,
        off_paper=empty,
        notes=(
            say(
                "Intervals are widened by the dispersion of each offence, which is with each "
                "figure in findings.json and in the methods chapter."
            ),
        ),
    )


def _is_known(level: GroupLevel) -> bool:
    told = (level.change, level.over_three_years, level.contribution)
    return any(figure is not None and figure.status == "known" for figure in told)


def _waiting(found: LevelsFindings) -> set[str | None]:
    """Groups in their baselining year."""
    last = found.periods[-1].last
    return {one.offence for one in found.baselining if not one.is_base_whole(last)}


def _change_row(level: GroupLevel, waiting: set[str | None]) -> tuple[Cell, ...]:
    return (
        level.offence or ALL_RECORDED_CRIME,
        signed_percent(level.change),
        limits(level.change),
        "baselining year" if level.offence in waiting else verdict_cell(level.change),
        signed_percent(level.over_three_years),
        verdict_cell(level.over_three_years),
        decimal(level.contribution) if level.contribution else "–",
    )
