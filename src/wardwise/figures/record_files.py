"""Figures about record-level files: rows, faults, how surely times are given, what offences."""

from __future__ import annotations

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.records_held import CellFault, RecordFile, RowsAside
from wardwise.figures.records_desk import RecordsDesk
from wardwise.measures.people.proportion import proportion_percent


def rows_figures(desk: RecordsDesk, file: RecordFile) -> tuple[Figure, Figure]:
    """Rows that came in, and those of them that are used. Unit: records."""
    asked: dict[str, Json] = {"source": file.source, "path": file.path}
    return (
        _counted(desk, file.source, Ask("rows_in", asked), file.rows_in, file.path),
        _counted(desk, file.source, Ask("rows_used", asked), file.rows_used, file.path),
    )


def aside_figure(desk: RecordsDesk, aside: RowsAside) -> Figure:
    """Rows set aside for one reason. Unit: records."""
    ask = Ask("rows_set_aside", {"source": aside.source, "reason": aside.reason})
    return _counted(desk, aside.source, ask, aside.rows, aside.reason)


def fault_figure(desk: RecordsDesk, fault: CellFault) -> Figure:
    """Cells that could not be read. Unit: records."""
    asked: dict[str, Json] = {
        "source": fault.source,
        "field": fault.field,
        "reason": fault.reason,
    }
    detail = f"{fault.field}: {fault.reason}"
    return _counted(desk, fault.source, Ask("partner_faults", asked), fault.rows, detail)


def timed_figures(desk: RecordsDesk, precision: str) -> tuple[Figure, Figure]:
    """Crimes whose time is given so surely, and their share. Units: offences, percent."""
    n, found = desk.held.precision[precision], desk.selected
    ask = found.ask("partner_crimes_timed", precision=precision)
    return _part(desk, ask, n, f"time given: {precision}")


def offence_figures(desk: RecordsDesk, offence: str) -> tuple[Figure, Figure]:
    """Crimes of one offence, and their share. Units: offences, percent."""
    crimes, found = desk.held.recorded.crimes, desk.selected
    n = int((crimes.offence[found.crimes] == crimes.offences.index(offence)).sum())
    ask = Ask("partner_crimes", {**found.chosen.asked, "offences": [offence]})
    return _part(desk, ask, n, offence)


def _part(desk: RecordsDesk, ask: Ask, n: int, detail: str) -> tuple[Figure, Figure]:
    found = desk.selected
    share = proportion_percent(part=n, whole=found.n, level=desk.level)
    recipe = Recipe(
        "proportion_percent",
        {"part": ask, "whole": found.ask("partner_crimes"), "level": desk.level},
        "value",
    )
    return (
        found.figure(Recipe(ask.question, {"answer": ask}), n, unit=Unit.OFFENCES, detail=detail),
        found.figure(recipe, share, unit=Unit.PERCENT, detail=detail),
    )


def _counted(desk: RecordsDesk, source: str, ask: Ask, value: int, detail: str) -> Figure:
    return Figure(
        measure=ask.question,
        offence=None,
        area=desk.area,
        period=desk.period,
        value=value,
        unit=Unit.RECORDS,
        sources=(source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count",
        detail=detail,
        marking=desk.marking,
    )
