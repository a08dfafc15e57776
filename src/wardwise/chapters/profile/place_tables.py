"""Wards on the page; every ward and neighbourhood in the appendix."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.profile.findings import Geography, Profile, WardLine
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.figure import Figure


SHOWN = 6
MOST_HIDDEN = 1 / 3
"""Part of the neighbourhoods that may be withheld on a map of them; with more, it is of wards."""


def is_by_ward(found: Geography) -> bool:
    """Whether too many neighbourhoods are withheld for a map of them."""
    return found.hidden > MOST_HIDDEN * len(found.lsoas)


def ward_table(profile: Profile, found: Geography, *, every: bool = False) -> Table:
    """Count, rate and tested change by ward, the most first."""
    lines = found.wards if every else found.wards[:SHOWN]
    what = capital(profile.counted)
    return Table(
        name=f"profile-{profile.slug}-{'wards-all' if every else 'wards'}",
        caption=f"{what} by ward" if every else f"{what} in the {len(lines)} wards with most",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Recorded"),
            Column("Per 1,000 residents"),
            Column("99.8% interval", quiet=True),
            Column("Change"),
            Column("99.8% interval of it", quiet=True),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(_row(line) for line in lines),
        notes=_few_notes(found, [line.count for line in lines]),
        source=source_line(profile.months_source, profile.months_period),
        appendix=every,
    )


def _row(line: WardLine) -> tuple[Cell, ...]:
    return (
        line.area.name,
        whole(line.count),
        decimal(line.rate),
        between(line.rate, 1),
        signed_percent(line.change),
        limits(line.change),
        "" if line.change.status == "withheld" else verdict_cell(line.change),
    )


def _few_notes(found: Geography, figures: Sequence[Figure]) -> tuple[Text, ...]:
    """What a withheld number may be, where one is."""
    if not any(figure.status == "withheld" for figure in figures):
        return ()
    words = (
        f"[c] is a number from 1 to {found.least - 1}, or one that would give such a number away. "
        "A nought is shown."
    )
    return (say(words),)


def lsoa_table(profile: Profile, found: Geography) -> Table:
    """Every neighbourhood, the numbers of the map."""
    return Table(
        name=f"profile-{profile.slug}-neighbourhoods",
        caption=f"{capital(profile.counted)} by neighbourhood (LSOA)",
        columns=(
            Column("LSOA", Align.LEFT),
            Column("Code", Align.LEFT, quiet=True),
            Column("Recorded"),
            Column("99.8% interval", quiet=True),
        ),
        rows=tuple(
            (area.name, area.code, whole(figure), between(figure)) for area, figure in found.lsoas
        ),
        notes=_few_notes(found, [figure for _, figure in found.lsoas]),
        source=source_line(profile.months_source, profile.months_period),
        appendix=True,
    )
