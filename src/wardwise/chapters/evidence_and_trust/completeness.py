"""How much of what the Home Office counted is held, and what two extracts say of one month."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import ExtractRow, StretchRow
from wardwise.domain.evidence import ExtractMonth, Stretch
from wardwise.domain.figure import Ask, Figure, Json, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.supply import against


EXTRACT_COLUMNS = (
    "rows_earlier",
    "rows_later",
    "in_both",
    "appeared",
    "vanished",
    "offence_changed",
    "place_changed",
    "outcome_changed",
)


def stretch_rows(desk: Desk) -> tuple[StretchRow, ...]:
    """Every judged stretch of the force's months, earliest first."""
    return tuple(
        StretchRow(
            period=stretch.period,
            status=stretch.status,
            held=(held := _stretch(desk, stretch, "held", stretch.held)),
            expected=(expected := _stretch(desk, stretch, "expected", stretch.expected)),
            share=against(held, expected, detail="completeness"),
        )
        for stretch in desk.evidence.completeness.stretches
    )


def _stretch(desk: Desk, stretch: Stretch, column: str, value: int | None) -> Figure:
    force = desk.evidence.place.force
    asked: dict[str, Json] = {
        "source": desk.source,
        "force": force.name,
        "first": str(stretch.period.first),
        "last": str(stretch.period.last),
        "column": column,
    }
    return asked_figure(
        desk,
        Ask("completeness_of", asked),
        value if value is not None else NotKnown(stretch.why or stretch.status),
        Counted(
            area=force,
            period=stretch.period,
            source=desk.source if column == "held" else "home_office_prc",
            unit=Unit.OFFENCES,
            detail=column,
        ),
    )


def extract_rows(desk: Desk) -> tuple[ExtractRow, ...]:
    """One row per month that is held twice; several forces' rows of a month are added up."""
    by_month: dict[Month, list[ExtractMonth]] = {}
    for one in desk.evidence.quality.extracts:
        by_month.setdefault(one.month, []).append(one)
    return tuple(
        ExtractRow(
            month=month,
            kept=" and ".join(sorted({one.kept for one in found})),
            cells=tuple(
                _extract(desk, column, sum(getattr(one, column) for one in found), month)
                for column in EXTRACT_COLUMNS
            ),
        )
        for month, found in sorted(by_month.items())
    )


def extracts_together(desk: Desk) -> tuple[Figure, ...]:
    """The same columns, all months added up; none where nothing is held twice."""
    found = desk.evidence.quality.extracts
    if not found:
        return ()
    return tuple(
        _extract(desk, column, sum(getattr(one, column) for one in found), None)
        for column in EXTRACT_COLUMNS
    )


def _extract(desk: Desk, column: str, value: int, month: Month | None) -> Figure:
    months = [one.month for one in desk.evidence.quality.extracts]
    period = Period(month, month) if month else Period(min(months), max(months))
    return asked_figure(
        desk,
        Ask("extracts_compared", {"month": str(month) if month else None, "column": column}),
        value,
        Counted(
            area=desk.evidence.place.force,
            period=period,
            source=desk.source,
            detail=column if month else f"{column}, all months held twice",
        ),
    )
