"""Grids of distance by time: ratios in cells, a dash where too few are expected, a frame."""

from __future__ import annotations

from wardwise.document.pictures import BandGrid, BandGrids
from wardwise.render.pictures import draw
from wardwise.render.pictures.look import ABOVE, INK


def grids(*panels: BandGrid) -> BandGrids:
    return BandGrids(
        name="near",
        title="Near repeats",
        subtitle="",
        source="",
        alt="Near repeats.",
        table=None,
        grids=panels,
        distances=("same address", "up to 100 m"),
        times=("0–7", "8–14"),
    )


ONE = BandGrid("Burglary", ((None, 0.5), (2.25, 1.0)), ((False, False), (True, False)))


def test_cells_above_chance_are_framed_and_bold() -> None:
    svg = draw(grids(ONE), boundaries=None).svg
    frame = f'fill="none" stroke="{INK}"'
    assert svg.count(frame) == 1
    assert 'font-weight="600" fill="#ffffff" text-anchor="middle">2.25<' in svg
    assert f'fill="{ABOVE[2]}"' in svg
    assert ">–<" in svg
    assert svg.count(">same address<") == 1


def test_two_stand_side_by_side_and_the_next_beneath() -> None:
    one, two, three = (draw(grids(*[ONE] * n), boundaries=None).height for n in (1, 2, 3))
    assert one == two < three
    assert draw(grids(ONE, ONE), boundaries=None, width_mm=80).height > two
