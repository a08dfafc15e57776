"""Faults of the force's extracts of crime: those of all exports, and an extract of its own time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo.partners.faults import Spoiler, with_cells
from wardwise.demo.partners.words import FORENAMES_F, SURNAMES
from wardwise.demo.randomness import stream


CANCELLED, RECLASSIFIED = 25, 30


def differ(
    own: dict[str, pa.Array], inside: NDArray[np.bool_], spoiler: Spoiler, *, seed: int
) -> None:
    """The earlier extract has crimes that were cancelled since, and others of another class."""
    spoiler.free = spoiler.free[~inside[spoiler.free]]
    chosen = stream(seed, "cancelled").choice(
        np.flatnonzero(inside), CANCELLED + RECLASSIFIED, replace=False
    )
    gone, other = chosen[:CANCELLED], chosen[CANCELLED:]
    mask = np.zeros(len(inside), dtype=bool)
    mask[gone] = True
    number = pa.array([f"47/09{n:05d}/25" for n in range(CANCELLED)])
    own["CRIME_NO"] = pc.replace_with_mask(own["CRIME_NO"], pa.array(mask), number)
    mask[:] = False
    mask[other] = True
    own["HO_CLASS"] = pc.replace_with_mask(
        own["HO_CLASS"], pa.array(mask), pa.repeat(pa.scalar("99"), RECLASSIFIED)
    )


def spoil(own: dict[str, pa.Array], spoiler: Spoiler, *, number: int) -> Sequence[str]:
    """Faults of every kind that the reader sets aside or notes; and lines that are out of step."""
    spoiler.cells(own, "HO_CLASS", ["XX9", "", "8N/8L"], told=("offence", "code"), aside=True)
    spoiler.cells(own, "REC_DATE", ["32/13/2024", "2024-05-01"], told=("recorded_on", "date"))
    spoiler.cells(own, "EASTING", ["0", "-5", "9999999"], told=("easting", "off grid"))
    spoiler.cells(own, "NORTHING", ["", ""], told=("easting", "half a point"))
    spoiler.cells(own, "PREMISES", ['"=HYPERLINK(A1)"', "@SUM(A2)"], told=("premises", "formula"))
    spoiler.cells(own, "DA_FLAG", ["?", "MAYBE"], told=("domestic_abuse", "not a flag"))
    spoiler.cells(own, "ALC", ["X"], told=("alcohol", "not a flag"))
    spoiler.cells(own, "OUTCOME", ["77 NOT A CODE"], told=("outcome", "code"))
    _swap(own, spoiler)
    _backwards(own, spoiler)
    again = spoiler.take(4)
    lines = pc.binary_join_element_wise(*own.values(), ";").take(pa.array(again)).to_pylist()
    spoiler.note("", "repeated", len(lines), aside=True)
    if number == 1:  # a line break in an officer's text, and rows cut short by an export
        spoiler.cells(own, "MO", ['"first line\nsecond line"'], told=("", "line break"))
        lines += ["47/0999999/25;8N;CUT", "47/0999998/25;8N"]
        spoiler.note("", "ragged", 2, aside=True)
    name = f"{FORENAMES_F[number]} {SURNAMES[number]}"
    spoiler.cells(own, "PREMISES", [name, SURNAMES[-number]], told=("premises", "a name"))
    return [line for line in lines if line is not None]


def _swap(own: dict[str, pa.Array], spoiler: Spoiler) -> None:
    """An export that put northings first: on the island both would still be on the grid."""
    rows = spoiler.take(3)
    spoilt = {"EASTING": "1150000", "NORTHING": "405000"}
    for heading, text in spoilt.items():
        own[heading] = with_cells(own[heading], rows, [text] * len(rows))
    spoiler.note("easting", "exchanged", len(rows))


def _backwards(own: dict[str, pa.Array], spoiler: Spoiler) -> None:
    """Crimes that end before they begin."""
    rows = spoiler.take(5)
    own["COM_TO_DATE"] = with_cells(own["COM_TO_DATE"], rows, ["01/01/1985"] * len(rows))
    own["COM_TO_TIME"] = with_cells(own["COM_TO_TIME"], rows, ["08:30"] * len(rows))
    spoiler.note("to", "backwards", len(rows))
