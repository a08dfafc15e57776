"""The grids of ratios, the table of offences, and every ratio in a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.pictures import BandGrid, BandGrids
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import decimal, whole
from wardwise.figures.near_repeat_words import within
from wardwise.figures.near_repeats import SPACE, TIME, NearRepeat


DISTANCES = (
    f"up to {SPACE[1]} m",
    *(f"{low} to {high} m" for low, high in pairwise(SPACE[1:])),
)
TIMES = (f"0–{TIME[1]}", *(f"{low + 1}–{high}" for low, high in pairwise(TIME[1:])))
"""Whole days: a band begins the day after the one before it ends."""


def grids_picture(found: NearRepeatFindings) -> BandGrids:
    """A grid for each offence, those above chance framed."""
    rows = _shown(found)
    return BandGrids(
        name="near-repeats-grids",
        title=_title(found),
        subtitle="Pairs of offences over what chance would give, by how far and how many days "
        f"apart they were, {found.area.name}, {found.offences[0].used.period.label}",
        source=_source(found),
        alt="; ".join(_alt(one) for one in found.offences),
        table=ratios_table(found),
        grids=tuple(_grid(one, rows) for one in found.offences),
        distances=tuple(DISTANCES[k] for k in rows),
        times=TIMES,
    )


def _title(found: NearRepeatFindings) -> str:
    told = found.with_window
    window = told[0].window if told else None
    if window is None and found.called_elsewhere:
        names = listed([small(one.offence) for one in found.called_elsewhere])
        return f"Some bands of {names} are above chance, but not from the nearest on"
    if window is None:
        return "No offence has others of its kind near it more often than by chance"
    return f"{told[0].offence}: above chance {within(window)}"


def _shown(found: NearRepeatFindings) -> list[int]:
    """Bands of distance in which any offence has enough pairs to tell."""
    shown = [
        k
        for k in range(len(DISTANCES))
        if any(cell is not None for one in found.offences for cell in one.ratios[k])
    ]
    return shown or list(range(len(DISTANCES)))


def _grid(one: NearRepeat, rows: Sequence[int]) -> BandGrid:
    return BandGrid(
        name=one.offence,
        ratios=tuple(tuple(cell.number if cell else None for cell in one.ratios[k]) for k in rows),
        marked=tuple(tuple(bool(cell) for cell in one.found.is_above_chance[k]) for k in rows),
    )


def _alt(one: NearRepeat) -> str:
    said = [
        f"{DISTANCES[k]} and {TIMES[n]} days {cell.number:.2f}"
        for k, row in enumerate(one.ratios)
        for n, cell in enumerate(row)
        if cell is not None and one.found.is_above_chance[k, n]
    ]
    return f"{one.offence}: {listed(said) + ' times chance' if said else 'none above chance'}"


def offences_table(found: NearRepeatFindings) -> Table:
    """Each offence on one line; times chance is its pairs over those by chance."""
    return Table(
        name="near-repeats-offences",
        sheet="Near repeats",
        caption="Pairs of offences in the window above chance, or where there is none "
        f"within {SPACE[1]} m and {TIME[1]} days",
        columns=(
            Column("Offence", Align.LEFT),
            Column("Used"),
            Column("Above chance", Align.LEFT),
            Column("Pairs"),
            Column("By chance"),
            Column("Times chance"),
        ),
        rows=tuple(_row(one) for one in found.offences),
        source=_source(found),
    )


def _row(one: NearRepeat) -> tuple[Cell, ...]:
    window, nearest = one.window, one.ratios[0][0]
    name = (one.offence, whole(one.used))
    if window:
        pairs, chance, times = window.pairs, window.by_chance, decimal(window.times_chance, 2)
        return (*name, within(window), whole(pairs), decimal(chance), times)
    return (
        *name,
        "not from the nearest on" if one.is_called else "nothing",
        whole(one.near),
        decimal(one.near_by_chance),
        decimal(nearest, 2) if nearest else "–",
    )


def ratios_table(found: NearRepeatFindings) -> Table:
    """Every cell of every grid; a star where it is above chance."""
    shown = _shown(found)
    rows = [row for one in found.offences for row in _rows(one, shown)]
    return Table(
        name="near-repeats-ratios",
        sheet="Near repeats, bands",
        caption="Pairs of offences over what chance would give, by distance and days apart",
        columns=(
            Column("Offence", Align.LEFT),
            Column("Distance", Align.LEFT),
            *(Column(f"{name} days") for name in TIMES),
        ),
        rows=tuple(rows),
        notes=(
            say(
                "* above chance, all cells and offences looked at allowed for; – too few expected."
            ),
        ),
        source=_source(found),
        groups=tuple(range(len(shown), len(rows), len(shown))),
        appendix=True,
        off_paper=True,
    )


def _rows(one: NearRepeat, shown: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    for k in shown:
        cells = [
            "–"
            if cell is None
            else say("{ratio}*", ratio=decimal(cell, 2))
            if one.found.is_above_chance[k, n]
            else decimal(cell, 2)
            for n, cell in enumerate(one.ratios[k])
        ]
        yield (one.offence, DISTANCES[k], *cells)


def _source(found: NearRepeatFindings) -> str:
    used = found.offences[0].used
    return source_line(used.sources[-1], used.period)
