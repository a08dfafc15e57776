"""A place on half a page: its map, and its months beside it."""

from __future__ import annotations

from wardwise.document.pictures import ControlChart, MapBesideChart, MonthIndex
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.canvas import Box, Canvas
from wardwise.render.pictures.control_charts import control_chart_on
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.maps.draw_map import NARROW, draw_whole
from wardwise.render.pictures.maps.furniture import draw_lines
from wardwise.render.pictures.maps.sheet import Sheet
from wardwise.render.pictures.month_index import month_index_on


GUTTER = 20.0
MAP_SHARE = 0.44  # of the width: months need more room than a ward
TALLEST_FOCUS = 190.0
TALLEST = 330.0  # a whole partnership, whose wards have to be told apart


def draw_map_beside_chart(picture: MapBesideChart, boundaries: Boundaries, width: float) -> Drawn:
    """Side by side, or one above the other where the sheet is narrow."""
    is_narrow = width < NARROW
    left = width if is_narrow else (width - GUTTER) * MAP_SHARE
    ground = Canvas(left, 0)
    room = Box(1, 1, left - 2, TALLEST_FOCUS if picture.where.focus else TALLEST)
    foot = draw_whole(ground, Sheet.of(picture.where, boundaries), room, key_beside=False)
    chart = _chart(picture.months, width if is_narrow else width - GUTTER - left)
    canvas = Canvas(width, 0)
    canvas.put(ground, (0, 0))
    canvas.put(chart, (0, foot + 10) if is_narrow else (left + GUTTER, 0))
    deep = foot + 10 + chart.height if is_narrow else max(foot, chart.height)
    canvas.height = draw_lines(canvas, boundaries.credit, (0, deep + 4), width) + 3
    return canvas.drawn(picture)


def _chart(picture: ControlChart | MonthIndex, width: float) -> Canvas:
    if isinstance(picture, MonthIndex):
        return month_index_on(picture, width)
    return control_chart_on(picture, width)
