"""Records with no neighbourhood: the force's, and nobody's in particular."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.chapters.evidence_and_trust.findings import LocatedRow
from wardwise.domain.area import Area
from wardwise.domain.evidence import SourceRows
from wardwise.domain.figure import Ask, Json
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.population import ENGLAND_AND_WALES
from wardwise.figures.supply import percent_of


def area_of(desk: Desk, counted: SourceRows) -> Area:
    """The force, or everything that the source holds where its rows name no force."""
    return desk.evidence.place.force if counted.forces else ENGLAND_AND_WALES


def located_rows(desk: Desk, counted: SourceRows) -> tuple[LocatedRow, ...]:
    """Every offence of the source, the largest share without a place first."""
    rows = [located_row(desk, counted, name) for name, n in counted.rows.items() if n]
    return tuple(sorted(rows, key=lambda row: (-row.share.number, row.offence or "")))


def located_row(desk: Desk, counted: SourceRows, offence: str | None) -> LocatedRow:
    """One offence; None is all recorded crime, without anti-social behaviour."""
    forces: list[Json] = list(counted.forces)
    asked: dict[str, Json] = {
        "source": desk.source,
        "forces": forces,
        "offence": offence,
        "first": str(counted.period.first),
        "last": str(counted.period.last),
    }
    held, gone = (
        asked_figure(
            desk,
            Ask(question, asked),
            _total(values, offence),
            Counted(area_of(desk, counted), counted.period, desk.source, offence=offence),
        )
        for question, values in (
            ("rows_held", counted.rows),
            ("rows_not_located", counted.not_located),
        )
    )
    return LocatedRow(offence, held, gone, percent_of(gone, held, detail="no LSOA"))


def _total(values: Mapping[str, int], offence: str | None) -> int:
    if offence is not None:
        return int(values.get(offence, 0))
    return sum(int(n) for name, n in values.items() if name != ANTI_SOCIAL_BEHAVIOUR)
