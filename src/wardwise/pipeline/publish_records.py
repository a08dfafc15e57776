"""The documents of a run on records alone: as those of an assessment, without maps and layers."""

from __future__ import annotations

from pathlib import Path

from wardwise.document.document_json import document_json
from wardwise.document.section import Document, pictures_of
from wardwise.domain.boundaries import Boundaries
from wardwise.pipeline.inputs import code_key
from wardwise.pipeline.manifest import Manifest
from wardwise.pipeline.publish import (
    Press,
    hashes,
    printed,
    relative,
    swapped_in,
)
from wardwise.pipeline.records_analysis import RecordsAnalysed
from wardwise.render.figures_json import figures_json
from wardwise.render.pictures import DrawnOnce


SUBTITLE, OF_PEOPLE = "Records of crime", ", victims and suspects"


def publish_records(analysed: RecordsAnalysed, press: Press) -> None:
    """Every document of the run, or none."""
    swapped_in(
        press,
        write=lambda folder: _write(_paper(analysed, press.run), folder, press),
        manifest=lambda folder: _manifest(analysed, folder, press),
    )


def _paper(analysed: RecordsAnalysed, run: str) -> Document:
    desk = analysed.desk
    words = desk.settings.document
    return Document(
        kind="assessment",
        title=words.title or f"Recorded crime and the people in it, {desk.area.name}",
        partnership=desk.area.name,
        subtitle=SUBTITLE + (OF_PEOPLE if desk.people.roles else ""),
        period=desk.period.label,
        marking=desk.marking,
        run=run,
        prepared_by=words.prepared_by,
        sections=analysed.sections,
    )


def _write(paper: Document, folder: Path, press: Press) -> None:
    from wardwise.render.html import write_html
    from wardwise.render.pdf import write_pdf

    stage = press.stages.stage
    press.office.take(paper, folder=folder, out=press.where.out)
    drawing = DrawnOnce(Boundaries({}))
    with stage("Drawing the pictures"):
        for picture in pictures_of(paper):
            drawing(picture)
    press.office.take_pictures(drawing.for_paper)
    with stage("Writing the web page"):
        write_html(paper, folder / "assessment.html", draw=drawing, boundaries=None)
    with stage("Writing the PDF"):
        write_pdf(paper, folder / "assessment.pdf", draw=drawing)
    (folder / "findings.json").write_text(figures_json(printed(paper)), "utf-8")
    (folder / "document.json").write_text(document_json((paper,)), "utf-8")
    with stage("Waiting for the Word file and the workbooks"):
        beside = press.office.finished()
    press.stages.seconds.update(beside)


def _manifest(analysed: RecordsAnalysed, folder: Path, press: Press) -> Manifest:
    settings, where = analysed.desk.settings, press.where
    return Manifest(
        run=press.run,
        run_key=press.run_key,
        settings=settings.model_dump(mode="json"),
        files=analysed.files,
        tables={name: path.parent.name for name, path in sorted(analysed.tables.items())},
        store=relative(where.store, where.out),
        code=code_key(),
        seed=settings.seed,
        warnings=analysed.notices,
        outputs=hashes(folder),
        seconds=press.stages.seconds,
    )
