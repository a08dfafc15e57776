"""Tables of assaults seen at the emergency department, and the picture of the kinds of place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardwise.chapters.other_services.findings import Emergency
from wardwise.chapters.other_services.withheld_note import few_note
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, percent, whole
from wardwise.figures.people_groups import Groups


CIRCUMSTANCES = {"premises": "Place", "weapon": "Means", "category": "Assailant"}
PATIENTS = {"age band": "Age", "sex": "Sex"}


def circumstances_table(found: Emergency) -> Table | None:
    """Where, with what and by whom."""
    return _table(found, CIRCUMSTANCES, "ed-circumstances", "where, with what and by whom")


def patients_table(found: Emergency) -> Table | None:
    """The patients by age and sex."""
    table = _table(found, PATIENTS, "ed-patients", "the patients")
    return table and replace(table, appendix=True, off_paper=True)  # the sentences tell the point


def _table(found: Emergency, named: Mapping[str, str], name: str, of: str) -> Table | None:
    rows: list[tuple[Cell, ...]] = []
    starts: list[int] = []
    shown = {by: found.groups[by] for by in named if by in found.groups}
    for by, groups in shown.items():
        starts.append(len(rows))
        rows += [
            (
                f"{named[by]}: {one.name[:1].lower()}{one.name[1:]}",
                whole(one.count),
                percent(one.share),
                between(one.share, 1, "%"),
            )
            for one in groups.groups
        ]
        rows.append((f"{named[by]}: not told, of all", "", percent(groups.missing), ""))
    if not rows:
        return None
    return Table(
        name=name,
        caption=f"Assaults seen at the emergency department: {of}",
        columns=(
            Column("Group", Align.LEFT),
            Column("Patients"),
            Column("Share"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(rows),
        notes=_notes(found, shown),
        source=source_line(found.service.source, found.service.count.period),
        groups=tuple(starts[1:]),
    )


def _notes(found: Emergency, shown: Mapping[str, Groups]) -> tuple[Text, ...]:
    notes = [say("Shares are of those of whom it is told.")]
    if any(groups.hides for groups in shown.values()):
        notes.append(few_note(found.service.selected.desk.settings.people.least_count))
    return tuple(notes)
