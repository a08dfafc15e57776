"""Sources, files and rows: what came in, what was used, what was set aside and why."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.evidence_and_trust.findings import AsideRow, FileRow, SourceRow
from wardwise.document.sources import files_line
from wardwise.domain.evidence import FileRead
from wardwise.domain.figure import Ask, Figure, Unit
from wardwise.domain.period import Period
from wardwise.figures.counted import CENSUS, Counted, asked_figure
from wardwise.figures.desk import Desk


def source_rows(desk: Desk) -> tuple[SourceRow, ...]:
    """One row per source, in the order of their names in print."""
    by_source: dict[str, list[FileRead]] = {}
    for file in desk.evidence.quality.files:
        by_source.setdefault(file.source, []).append(file)
    rows = [_source_row(desk, source, files) for source, files in by_source.items()]
    return tuple(sorted(rows, key=lambda row: row.name))


def _source_row(desk: Desk, source: str, files: list[FileRead]) -> SourceRow:
    rows_in = sum(file.rows_in or 0 for file in files)
    used = sum(file.rows_used or 0 for file in files)
    months = sorted(part for file in files if file.months for part in file.months.split(" to "))
    when = f"{months[0]} to {months[-1]}" if months else ""
    aside = sum(n for name, _, n in desk.evidence.quality.set_aside if name == source)
    of = Counted(desk.area, _period(when), source)
    return SourceRow(
        name=files_line(source),
        months=_spoken(when),
        licence=", ".join(sorted({file.licence for file in files})),
        files=_figure(desk, "files_read", len(files), replace(of, unit=Unit.FILES)),
        rows_in=_figure(desk, "rows_in", rows_in, of),
        used=_figure(desk, "rows_used", used, of),
        set_aside=_figure(desk, "rows_set_aside", aside, of),
    )


def file_rows(desk: Desk) -> tuple[FileRow, ...]:
    """Every file by its content, as the manifest has it."""
    return tuple(
        FileRow(
            name=files_line(file.source),
            path=file.path,
            months=_spoken(file.months),
            sha256=file.sha256,
            licence=file.licence,
            rows_in=_of_file(desk, "rows_in", file.rows_in, file),
            used=_of_file(desk, "rows_used", file.rows_used, file),
        )
        for file in desk.evidence.quality.files
    )


def aside_rows(desk: Desk) -> tuple[AsideRow, ...]:
    """Rows set aside by source and reason, most first."""
    return tuple(
        AsideRow(
            name=files_line(source),
            reason=reason,
            rows=asked_figure(
                desk,
                Ask("rows_set_aside", {"source": source, "reason": reason}),
                rows,
                Counted(desk.area, desk.latest, source, detail=reason),
            ),
        )
        for source, reason, rows in desk.evidence.quality.set_aside
        if rows
    )


def _of_file(desk: Desk, measure: str, value: int | None, file: FileRead) -> Figure:
    return asked_figure(
        desk,
        Ask(measure, {"source": file.source, "path": file.path}),
        value,
        Counted(desk.area, _period(file.months), file.source, detail=file.path),
    )


def _figure(desk: Desk, measure: str, value: int, of: Counted) -> Figure:
    return asked_figure(desk, Ask(measure, {"source": of.source}), value, of)


def _period(months: str) -> Period:
    first, _, last = months.partition(" to ")
    return Period.parse(first, last) if last else CENSUS


def _spoken(months: str) -> str:
    return _period(months).label if months else "–"
