"""From sections to a folder of documents, written beside the last good one and swapped in."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wardwise.document.document_json import document_json
from wardwise.document.section import Document, pictures_of
from wardwise.domain.errors import StoreError
from wardwise.domain.figure import Figure
from wardwise.pipeline.analysis import Analysed
from wardwise.pipeline.density_layer import MEANINGS as DENSITY_MEANINGS
from wardwise.pipeline.density_layer import density_layer
from wardwise.pipeline.inputs import code_key, key_of
from wardwise.pipeline.layers import result_layers
from wardwise.pipeline.manifest import Manifest
from wardwise.pipeline.office import Office
from wardwise.pipeline.out_folder import telling_of_the_disk
from wardwise.pipeline.outlines import outlines
from wardwise.pipeline.papers import assessment, summary
from wardwise.pipeline.progress import Stages
from wardwise.pipeline.where import Where
from wardwise.render.figures_json import figures_json
from wardwise.render.outlines_json import outlines_json
from wardwise.render.pictures import DrawnOnce
from wardwise.render.threats_json import threats_json
from wardwise.store.swap import swap_in
from wardwise.store.tidy import sweep


@dataclass(frozen=True)
class Press:
    """Where a run's documents go, under which key, who keeps the time and who writes beside."""

    where: Where
    run_key: str
    stages: Stages
    office: Office

    @property
    def run(self) -> str:
        """The run's short name, on every page."""
        return key_of(self.run_key)[:10]


def publish(analysed: Analysed, press: Press) -> None:
    """Every document of the run, or none: a failed run leaves the last good one standing."""
    swapped_in(
        press,
        write=lambda folder: _write(analysed, folder, press),
        manifest=lambda folder: _manifest(analysed, folder, press),
    )


def swapped_in(
    press: Press, *, write: Callable[[Path], None], manifest: Callable[[Path], Manifest]
) -> None:
    """Write the documents beside, then their manifest, then put the folder in its place."""
    out = press.where.out
    beside = _made_beside(out)
    try:
        with telling_of_the_disk(out):
            write(beside)
            (beside / "manifest.json").write_text(manifest(beside).text(), "utf-8")
        swap_in(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _made_beside(out: Path) -> Path:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        start = f".{out.name}-new-"
        sweep(out.parent, start)
        beside = Path(tempfile.mkdtemp(prefix=f"{start}{os.getpid()}-", dir=out.parent))
        beside.chmod(0o755)  # a temporary folder is its maker's alone; documents are for others
    except OSError as error:
        raise StoreError(
            f"{out.name}: the folder for the documents cannot be made ({error.strerror})."
            " Give another folder with --out."
        ) from error
    return beside


def _write(analysed: Analysed, folder: Path, press: Press) -> None:
    from wardwise.render.gis import write_geopackage
    from wardwise.render.html import write_html
    from wardwise.render.pdf import write_pdf

    full = assessment(analysed.desk, analysed.sections, press.run)
    short = summary(analysed.desk, analysed.summary, press.run)
    stage = press.stages.stage
    press.office.take(full, folder=folder, out=press.where.out)
    with stage("Reading the boundaries"):
        boundaries = outlines(analysed, press.where)
    drawing = DrawnOnce(boundaries)
    with stage("Drawing the pictures"):
        for picture in pictures_of(full, short):
            drawing(picture)
    press.office.take_pictures(drawing.for_paper)
    with stage("Writing the web pages"):
        write_html(full, folder / "assessment.html", draw=drawing, boundaries=boundaries)
        write_html(short, folder / "summary.html", draw=drawing, boundaries=boundaries)
    with stage("Writing the PDFs"):
        write_pdf(full, folder / "assessment.pdf", draw=drawing)
        write_pdf(short, folder / "summary.pdf", draw=drawing)
    with stage("Writing the figures and layers"):
        on_paper = printed(full, short)
        (folder / "findings.json").write_text(figures_json(on_paper), "utf-8")
        (folder / "threats.json").write_text(
            threats_json(
                analysed.findings["threat_assessment"],
                run=press.run,
                printed={figure.figure_id for _, figure in on_paper},
            ),
            "utf-8",
        )
        (folder / "document.json").write_text(document_json((full, short)), "utf-8")
        (folder / "outlines.json").write_text(outlines_json(boundaries), "utf-8")
        layers, meanings = result_layers(analysed.desk, boundaries)
        layers |= density_layer(analysed.findings)
        meanings |= DENSITY_MEANINGS
        write_geopackage(layers, folder / "results.gpkg", meanings=meanings)
    with stage("Waiting for the Word file and the workbooks"):
        beside = press.office.finished()
    press.stages.seconds.update(beside)


def printed(*papers: Document) -> list[tuple[str, Figure]]:
    """Chapter and figure, in reading order, of everything that the papers print."""
    return [
        (section.anchor, figure)
        for paper in papers
        for section in paper.sections
        for figure in section.figures
    ]


def _manifest(analysed: Analysed, folder: Path, press: Press) -> Manifest:
    settings, where = analysed.desk.settings, press.where
    return Manifest(
        run=press.run,
        run_key=press.run_key,
        settings=settings.model_dump(mode="json"),
        files=analysed.gathered.files,
        definitions={
            one.definition.definition: {
                "version": one.definition.version,
                "owner": one.definition.owner,
                "file": one.file,
            }
            for one in analysed.desk.evidence.definitions
        },
        tables={name: path.parent.name for name, path in sorted(analysed.tables.items())},
        store=relative(where.store, where.out),
        code=code_key(),
        seed=settings.seed,
        warnings=analysed.gathered.notices,
        outputs=hashes(folder),
        seconds=press.stages.seconds,
    )


def relative(store: Path, out: Path) -> str:
    """Where the store is, seen from the run's folder, so that the two can be moved together."""
    return Path(os.path.relpath(store.resolve(), out.resolve())).as_posix()


def hashes(folder: Path) -> Mapping[str, str]:
    """SHA-256 of each document by its name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }
