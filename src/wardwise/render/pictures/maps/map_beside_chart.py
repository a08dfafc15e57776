"""A place on half a page: its map, and its months beside it."""

from __future__ import annotations

from wardwise.document.pictures import Bars, ControlChart, MapBesideChart, MonthIndex
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.bars import bars_on
from wardwise.render.pictures.canvas import Box, Canvas
from wardwise.render.pictures.control_charts import PLOT, control_chart_on
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.maps.draw_map import NARROW, draw_beneath, draw_whole
from wardwise.render.pictures.maps.sheet import Sheet
from wardwise.render.pictures.month_index import month_index_on


GUTTER = 20.0
MAP_SHARE = 0.44  # of the width: months need more room than a ward
TALLEST_FOCUS = 190.0
TALLEST = 330.0  # a whole partnership, whose wards have to be told apart
STACKED_WIDTH = 265.0  # rather less than half an upright sheet
STACKED_MAP, STACKED_PLOT = 100.0, 68.0  # pixels high, so that two places share a page
STACKED_KEY = 118.0  # pixels that the key beside the map needs


def draw_map_beside_chart(picture: MapBesideChart, boundaries: Boundaries, width: float) -> Drawn:
    """Side by side, or one above the other where the sheet is narrow."""
    if picture.stacked:
        return _draw_stacked(picture, boundaries, min(width, STACKED_WIDTH))
    is_narrow = width < NARROW
    left = width if is_narrow else (width - GUTTER) * MAP_SHARE
    ground = Canvas(left, 0)
    room = Box(1, 1, left - 2, TALLEST_FOCUS if picture.where.focus else TALLEST)
    foot, numbers = draw_whole(ground, Sheet.of(picture.where, boundaries), room, key_beside=False)
    chart = _chart(picture.months, width if is_narrow else width - GUTTER - left)
    canvas = Canvas(width, 0)
    canvas.put(ground, (0, 0))
    canvas.put(chart, (0, foot + 10) if is_narrow else (left + GUTTER, 0))
    deep = foot + 10 + chart.height if is_narrow else max(foot, chart.height)
    canvas.height = draw_beneath(canvas, (numbers, boundaries.credit), deep, width)
    return canvas.drawn(picture)


def _draw_stacked(picture: MapBesideChart, boundaries: Boundaries, width: float) -> Drawn:
    """The map with its key at its side, and the months beneath."""
    canvas = Canvas(width, 0)
    room = Box(1, 1, width - STACKED_KEY - 2, STACKED_MAP)
    foot, numbers = draw_whole(canvas, Sheet.of(picture.where, boundaries), room, key_beside=True)
    chart = _chart(picture.months, width, plot=STACKED_PLOT)
    canvas.put(chart, (0, foot + 8))
    deep = foot + 4 + chart.height
    canvas.height = draw_beneath(canvas, (numbers, boundaries.credit), deep, width)
    return canvas.drawn(picture)


def _chart(
    picture: ControlChart | MonthIndex | Bars, width: float, *, plot: float = PLOT
) -> Canvas:
    if isinstance(picture, Bars):
        return bars_on(picture, width)
    if isinstance(picture, MonthIndex):
        return month_index_on(picture, width)
    return control_chart_on(picture, width, plot=plot)
