"""The grid of months: a number where a month is clearly unusual, and nowhere else."""

from __future__ import annotations

import re

from wardwise.document.pictures import MonthGrid
from wardwise.render.pictures import draw


def grid(index: tuple[float, ...], clear: tuple[int, ...]) -> MonthGrid:
    return MonthGrid(
        name="months",
        title="Months",
        subtitle="",
        source="",
        alt="Months.",
        table=None,
        names=("Bicycle theft",),
        index=(index,),
        clear=(clear,),
    )


def test_a_month_clearly_above_or_below_carries_its_number() -> None:
    index = (88.0, 92.0, 100.0, 100.0, 104.0, 118.0, 141.0, 100.0, 100.0, 100.0, 100.0, 70.0)
    svg = draw(grid(index, (-1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, -1)), boundaries=None).svg
    for words in (">−12<", ">+18<", ">+41<", ">−30<", "Bicycle theft", ">Dec<"):
        assert words in svg
    assert ">−8<" not in svg
    assert ">+4<" not in svg


def test_the_key_fits_on_the_sheet() -> None:
    drawn = draw(grid((100.0,) * 12, (0,) * 12), boundaries=None)
    assert "25% or more above" in drawn.svg
    assert drawn.width < 610


def test_on_a_narrow_sheet_the_key_goes_on_in_further_lines() -> None:
    picture = grid((100.0,) * 12, (0,) * 12)
    wide, narrow = draw(picture, boundaries=None), draw(picture, boundaries=None, width_mm=90)
    assert narrow.height >= wide.height + 18
    starts = [float(x) for x in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="14"', narrow.svg)]
    assert len(starts) == 7
    assert max(starts) < narrow.width - 40
