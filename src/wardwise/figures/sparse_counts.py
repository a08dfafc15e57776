"""Counts of what is so rare that a file's empty months say nothing, and their change."""

from __future__ import annotations

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.changes import comparison_of, interval_of
from wardwise.figures.incidents import incidents_figure
from wardwise.figures.people_selected import Selected
from wardwise.measures.change.change_percent import change_percent


YEAR = 12  # months
SHORT = NotKnown("the file does not reach back over the year before")


def sparse_count(found: Selected) -> Figure:
    """The rows as they are. Unit: records."""
    return incidents_figure(found)


def sparse_change(found: Selected) -> Figure:
    """The year against the year before, each row counted as independent of the others."""
    period = found.chosen.period
    before = period.earlier(YEAR)
    earlier = found.other(period=before)
    missing = SHORT if before.first < found.held.period.first else None
    change = change_percent(
        before=earlier.n,
        after=found.n,
        days_before=before.days,
        days_after=period.days,
        level=found.desk.level,
    )
    return Figure(
        measure="change_percent",
        offence=found.name or None,
        area=found.desk.area,
        period=period,
        value=missing or change.value,
        unit=Unit.PERCENT,
        sources=(found.chosen.source,),
        recipe=Recipe(
            "change_percent",
            {
                "before": earlier.ask("partner_crimes"),
                "after": found.ask("partner_crimes"),
                "days_before": before.days,
                "days_after": period.days,
                "level": found.desk.level,
            },
            "value",
        ),
        method=change.method,
        interval=None if missing else interval_of(change),
        comparison=comparison_of(change, missing or earlier.n, before, missing),
        detail=f"against {before}",
        marking=found.held.marking,
    )
