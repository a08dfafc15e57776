"""Deliberate fires and homes without an alarm by ward, listed."""

from __future__ import annotations

from wardwise.chapters.other_services.findings import Fires
from wardwise.chapters.other_services.withheld_note import few_note
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, whole
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure


LISTED = 25


def wards_table(found: Fires, area: Area) -> Table:
    """Every ward, the highest rate first, and the partnership as a whole last."""
    rows = [_row(ward.area.name, ward.count, ward.rate, ward.no_alarm) for ward in found.wards]
    if found.rate:
        rows.append(_row(area.name, found.deliberate.count, found.rate, found.homes))
    return Table(
        name="fires-by-ward",
        caption="Deliberate fires, and homes on fire without a smoke alarm, by ward",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Deliberate fires"),
            Column("Per 1,000 residents"),
            Column("Interval", quiet=True),
            Column("Homes without an alarm"),
        ),
        rows=tuple(rows),
        notes=(
            say("Intervals are of 99.8% for wards and of 95% for the partnership."),
            *(
                [say("Homes without an alarm: {when}.", when=found.homes.period.label)]
                if found.homes
                else []
            ),
            *([few_note(found.least)] if _hides(found) else []),
        ),
        source=source_line(found.deliberate.source, found.deliberate.count.period),
        emphasis=(len(found.wards),) if found.rate else (),
        appendix=len(rows) > LISTED,
    )


def _row(name: str, count: Figure, rate: Figure, homes: Figure | None) -> tuple[Cell, ...]:
    return (
        name,
        whole(count),
        decimal(rate, 2),
        between(rate, 2),
        "–" if homes is None else whole(homes),
    )


def _hides(found: Fires) -> bool:
    shown = [figure for ward in found.wards for figure in (ward.count, ward.no_alarm) if figure]
    return any(figure.status == "withheld" for figure in shown)
