"""Each item of the reference table set against the evidence on the desk."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.statutory_coverage.content import CONTENT
from wardwise.chapters.statutory_coverage.findings import (
    Answer,
    CoverageFindings,
    CoverageRow,
    Met,
)
from wardwise.chapters.statutory_coverage.limbs import LIMBS
from wardwise.figures.desk import Desk
from wardwise.reference.load import load_table


def analyse(desk: Desk) -> CoverageFindings:
    """Items a to g, then the limbs of section 6."""
    return CoverageFindings(
        area=desk.area,
        welsh=desk.evidence.place.country == "Wales",
        rows=tuple(
            _row(desk, {name: str(value) for name, value in row.items()})
            for row in load_table("statutory_item").rows
        ),
    )


def _row(desk: Desk, row: dict[str, str]) -> CoverageRow:
    item = row["item"]
    statement = desk.settings.document.statements.get(item, "")
    return CoverageRow(
        item=item,
        kind=row["kind"],
        about=row["about"],
        source=row["source"],
        answer=_answer(desk, item, statement),
        statement=statement,
    )


def _answer(desk: Desk, item: str, statement: str) -> Answer:
    ask = {**CONTENT, **LIMBS}.get(item)
    if ask is None:
        # A newer reference table may hold an item that nobody has answered yet: never "met"
        return Answer(Met.NOT_MET, "Nobody has said yet how this paper answers it.")
    found = ask(desk)
    if statement and found.met is Met.NOT_MET:
        return replace(found, met=Met.STATED, how="The partnership's own words, printed below.")
    return found
