"""The section on density."""

from __future__ import annotations

from wardwise.chapters.hot_spots.density import DensityFindings, analyse
from wardwise.chapters.hot_spots.density_pictures import density_maps, density_table
from wardwise.chapters.hot_spots.density_words import (
    answer,
    caution,
    change,
    key_findings,
    method,
)
from wardwise.chapters.hot_spots.part import Part
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Section
from wardwise.document.text import join


def density_section(found: DensityFindings) -> Section:
    """The answer, the map, what the points allow, and a line for each group."""
    warned = caution(found)
    return Section(
        title="Where crime lies thickest",
        anchor="hot-spots-density",
        blocks=(
            Paragraph(join([answer(found), change(found)]), lead=True),
            density_maps(found),
            *((Note(NoteKind.CAUTION, warned),) if warned else ()),
            density_table(found),
            Note(NoteKind.METHOD, method(found)),
        ),
    )


DENSITY = Part(name="density", analyse=analyse, write=density_section, key_findings=key_findings)
