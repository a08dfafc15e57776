"""``wardwise measure kde``: how thickly events lie, and where that changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import over_nought


RULES = ("silverman", "crime-map")


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--x", required=True, help="column of eastings, in metres")
    add("--y", required=True, help="column of northings, in metres")
    add("--bandwidth", required=True, type=_bandwidth, help="metres (radius of a quartic, standard "
        f"deviation of a gaussian), or a rule: {' or '.join(RULES)}")  # fmt: skip
    add("--kernel", choices=("quartic", "gaussian"), default="quartic", help="its shape (quartic)")
    add("--cell", type=over_nought, help="side of a cell in metres (a fifth of the bandwidth)")
    add("--boundary", type=Path, help="GeoJSON or other outline in the same metres; without it "
        "a rectangle round the events, wide enough for all of every kernel")  # fmt: skip
    add("--adaptive", action="store_true", help="a bandwidth for each event: Abramson's rule, "
        "with --bandwidth for the pilot")  # fmt: skip
    add("--date", help="column of dates: also where the last twelve months differ from those "
        "before, quartic with one bandwidth")  # fmt: skip
    add("--cells", action="store_true", help="also the density of every cell, rows from the south")


def _bandwidth(text: str) -> str | float:
    return text if text in RULES else float(text)


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.density.densest_land import densest_land
    from wardwise.pipeline.doors.density_rows import DensityRows

    rows = DensityRows.read(given)
    surface = rows.surface(given)
    land, bands = surface.land, densest_land(surface=surface)
    answer: dict[str, object] = {
        "events": surface.events,
        "left_out": surface.left_out,
        "bandwidth_metres": rows.bandwidth_metres,
        "west": land.west,
        "south": land.south,
        "cell_metres": land.cell_metres,
        "columns": land.inside.shape[1],
        "rows": land.inside.shape[0],
        "land_km2": land.km2,
        "peak_per_km2": surface.peak_per_km2,
        "peak_at": surface.peak_at,
        "densest_land": bands,
    }
    if given.date:
        answer["change"] = rows.change(given)
    if given.cells:
        answer["per_km2"] = surface.per_km2
    return answer


DOOR = Door(
    name="kde",
    told="density of events by a kernel, inside a boundary, and where it changed",
    method="A row is an event. Every event is summed at its own place; near the boundary its "
    "kernel is divided by the part inside (Jones 1993), so that no event is lost. Quartic: "
    "3/(πh²) (1 − d²/h²)² within h. silverman: σ n^(−1/6) with the spread of both coordinates "
    "(Scott 1992), of a quartic √8 times that; crime-map: five cells, each 1/150 of the shorter "
    "side (Chainey 2013). Change: months of the same name are turned about between two years in "
    "all ways; p against the largest difference of any cell (Westfall and Young 1993).",
    arguments=_arguments,
    work=_work,
)
