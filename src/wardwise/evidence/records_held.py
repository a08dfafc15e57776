"""Record-level files laid out: the account of their rows, crimes, people, times, relationships."""

from __future__ import annotations

from dataclasses import fields

from wardwise.domain.area import Area
from wardwise.domain.errors import EvidenceMissing
from wardwise.domain.evidence import NotHeld, Place
from wardwise.domain.people_recorded import Chosen
from wardwise.domain.records_held import PRECISIONS, CellFault, RecordFile, RecordsHeld, RowsAside
from wardwise.evidence.people_recorded import people_recorded
from wardwise.evidence.questions import record_files
from wardwise.evidence.questions.partners import crimes
from wardwise.evidence.tables import Tables, records


def records_held(tables: Tables, area: Area) -> RecordsHeld:
    """Every part; EvidenceMissing where no file holds a crime that is used."""
    recorded = people_recorded(tables, _nowhere(area))
    if isinstance(recorded, NotHeld):
        raise EvidenceMissing(
            file="partner_files",
            problem="found no crime in them, expected a file of the dataset recorded_crime with"
            " rows that are used.",
            remedy="Name the file of the crimes in the settings, or correct its mapping.",
        )
    names = [field.name for field in fields(RecordFile)]
    pairs = {row["relationship"]: row["pairs"] for row in records(record_files.pairs(tables))}
    return RecordsHeld(
        files=tuple(
            RecordFile(**{name: row[name] for name in names})
            for row in records(tables["partner_file"])
        ),
        aside=tuple(
            RowsAside(row["source"], row["reason"], row["rows"])
            for row in records(tables["set_aside"])
        ),
        faults=tuple(CellFault(**row) for row in records(record_files.faults(tables))),
        recorded=recorded,
        precision=_precision(tables, Chosen(area.code, recorded.period)),
        related={name: n for name, n in pairs.items() if name},
        pairs=sum(pairs.values()),
    )


def _nowhere(area: Area) -> Place:
    """A place with a name and no geography: what it holds is what its files hold."""
    return Place(
        area=area,
        csp_code=area.code,
        force=area,
        country="",
        wards=(),
        lsoas=(),
        own=(),
        commissioned=(),
        ward_of={},
        members={area.code: ()},
        districts_of={},
    )


def _precision(tables: Tables, chosen: Chosen) -> dict[str, int]:
    table = crimes(tables, **chosen.asked)  # type: ignore[arg-type]
    counted = table.group_by("time_precision").aggregate(crimes=lambda t: t.count())
    found = {row["time_precision"]: int(row["crimes"]) for row in records(counted)}
    return {name: found[name] for name in PRECISIONS if name in found}
