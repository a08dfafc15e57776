"""Groups of crime that codes and flags define, as the force's extract tells them."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns.findings import LevelsFindings
from wardwise.document.blocks import Align, Cell, Column, Paragraph, Table
from wardwise.document.phrases import changed, listed, verdict_cell, verdict_of
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Link, Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.verdict import Verdict
from wardwise.figures.defined_groups import DefinedGroup


CHANGES = (Verdict.ROSE, Verdict.FELL)


def defined_blocks(found: LevelsFindings) -> tuple[Block, ...]:
    """What moved, then the table."""
    return Paragraph(_said(found)), _table(found)


def _said(found: LevelsFindings) -> Text:
    moved = [one for one in found.defined if verdict_of(one.change) in CHANGES]
    opening = say(
        "Groups made by a definition (codes, flags, or both: see {methods}) lie across those above "
        "and across one another, and are never added up. ",
        methods=Link("the methods chapter", "methods-definitions"),
    )
    if not moved:
        return opening + "None of them changed beyond chance."
    first = moved[0]
    others = [one.name.lower() for one in moved[1:] if ":" not in one.name]
    return opening + say(
        "{name} {changed}{others}.",
        name=first.name,
        changed=changed(first.change),
        others=f". Others that changed beyond chance: {listed(others)}" if others else "",
    )


def _table(found: LevelsFindings) -> Table:
    first = found.defined[0].count
    return Table(
        name="defined-groups",
        caption=f"Groups by definition in {found.area.name}",
        columns=(
            Column("Group", Align.LEFT),
            Column(found.defined[0].before.period.label),
            Column(first.period.label),
            Column("On the year before", Align.LEFT),
            Column("Of all crime"),
            Column("In two parts or more"),
        ),
        rows=tuple(_row(one) for one in found.defined),
        source=source_line(first.sources[0], first.period),
        notes=(
            say(
                "A crime in two parts of a definition, or with two flags, is counted once; the "
                "last column says how many there are. A crime without a flag may only not have "
                "been flagged."
            ),
            *(
                say(
                    "{name} is without {parts}: the extract does not fill the flag.",
                    name=one.name,
                    parts=listed([part.lower() for part in one.left_out]),
                )
                for one in found.defined
                if one.left_out
            ),
        ),
    )


def _row(one: DefinedGroup) -> tuple[Cell, ...]:
    return (
        f"– {one.name}" if one.inside else one.name,
        whole(one.before),
        whole(one.count),
        verdict_cell(one.change),
        percent(one.share),
        whole(one.several) if one.several else "–",
    )
