"""The words about the most similar partnerships and those of the force."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import AreaFindings
from wardwise.chapters.area_and_people.tables import similar_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import decimal


def similar_blocks(found: AreaFindings) -> tuple[Block, ...]:
    chosen = found.similarity
    blocks: list[Block] = []
    if chosen.rows:
        blocks += [Paragraph(_nearest(found), lead=True), similar_table(found)]
        blocks.append(Note(NoteKind.METHOD, _how_chosen(found)))
    else:
        blocks.append(Note(NoteKind.MISSING, _no_similar(found)))
    if found.force_peers:
        blocks.append(
            Paragraph(
                say(
                    "The {force} police force area also holds {names}.",
                    force=found.force.name,
                    names=listed(found.force_peers),
                )
            )
        )
    return tuple(blocks)


def _no_similar(found: AreaFindings) -> Text:
    why = found.similarity.method.removeprefix("not known: ")
    return say("The most similar partnerships are not known: {why}.", why=why or "none was given")


def _nearest(found: AreaFindings) -> Text:
    rows = found.similarity.rows
    names = listed([row.area.name for row in rows[:3]])
    first, last = rows[0].distance, rows[-1].distance
    if first is None or last is None:
        return say(
            "The official list sets {place} beside {names}.", place=found.area.name, names=names
        )
    return say(
        "The partnerships most like {place} are {names}. The nearest is {near} standard "
        "deviations away, the last on the list {far}.",
        place=found.area.name,
        names=names,
        near=decimal(first, 2),
        far=decimal(last, 2),
    )


def _how_chosen(found: AreaFindings) -> Text:
    chosen = found.similarity
    if chosen.official:
        return say("{method}, {date}.", method=chosen.method.capitalize(), date=chosen.dated)
    return say(
        "Worked out by {method}, on figures of {date}: {variables}. Variables are grouped into "
        "domains of equal weight. The list says who lives in similar circumstances, not who "
        "should have the same crime, and it is not the Home Office's list of most similar groups; "
        "an official list in the settings replaces it.",
        method=chosen.method,
        date=chosen.dated,
        variables=listed(chosen.variables),
    )
