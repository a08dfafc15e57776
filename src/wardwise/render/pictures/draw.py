"""One door to every picture: the class of the picture says how it is drawn."""

from __future__ import annotations

from wardwise.document.cover import CoverMaps
from wardwise.document.pictures import (
    AgeLine,
    BandGrids,
    Bars,
    Concentration,
    ControlChart,
    ControlCharts,
    Fan,
    Grid4x4,
    HourGrid,
    Map,
    MapBesideChart,
    MapPair,
    MonthGrid,
    MonthIndex,
    Picture,
    Pyramid,
)
from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import ReferenceDataError
from wardwise.render.pictures.age_line import draw_age_line
from wardwise.render.pictures.band_grids import draw_band_grids
from wardwise.render.pictures.bars import draw_bars
from wardwise.render.pictures.concentration import draw_concentration
from wardwise.render.pictures.control_charts import draw_control_chart, draw_control_charts
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.fan import draw_fan
from wardwise.render.pictures.grid4x4 import draw_grid4x4
from wardwise.render.pictures.hour_grid import draw_hour_grid
from wardwise.render.pictures.maps.cover import draw_cover_maps
from wardwise.render.pictures.maps.draw_map import draw_map, draw_map_pair
from wardwise.render.pictures.maps.map_beside_chart import draw_map_beside_chart
from wardwise.render.pictures.month_grid import draw_month_grid
from wardwise.render.pictures.month_index import draw_month_index
from wardwise.render.pictures.pyramid import draw_pyramid


PIXELS_TO_A_MM = 96 / 25.4


def draw(picture: Picture, *, boundaries: Boundaries | None, width_mm: float = 160) -> Drawn:
    """Draw a picture without its title, subtitle and source, which documents print as text.

    The same picture, boundaries and width give the same bytes.
    """
    width = width_mm * PIXELS_TO_A_MM
    match picture:
        case Map():
            return draw_map(picture, _held(picture, boundaries), width)
        case MapPair():
            return draw_map_pair(picture, _held(picture, boundaries), width)
        case CoverMaps():
            return draw_cover_maps(picture, _held(picture, boundaries), width)
        case MapBesideChart():
            return draw_map_beside_chart(picture, _held(picture, boundaries), width)
        case _:
            return _draw_chart(picture, width)


def _draw_chart(picture: Picture, width: float) -> Drawn:
    match picture:
        case ControlChart():
            return draw_control_chart(picture, width)
        case ControlCharts():
            return draw_control_charts(picture, width)
        case Bars():
            return draw_bars(picture, width)
        case MonthIndex():
            return draw_month_index(picture, width)
        case MonthGrid():
            return draw_month_grid(picture, width)
        case Concentration():
            return draw_concentration(picture, width)
        case Grid4x4():
            return draw_grid4x4(picture, width)
        case HourGrid():
            return draw_hour_grid(picture, width)
        case BandGrids():
            return draw_band_grids(picture, width)
        case Fan():
            return draw_fan(picture, width)
        case AgeLine():
            return draw_age_line(picture, width)
        case Pyramid():
            return draw_pyramid(picture, width)
    raise TypeError(f"'{picture.name}' is a picture of a kind that we cannot draw yet.")


def _held(picture: Picture, boundaries: Boundaries | None) -> Boundaries:
    if boundaries is None:
        raise ReferenceDataError(
            f"The map '{picture.title}' cannot be drawn: no boundaries are held. "
            "Add the boundary files of the partnership to the geography folder."
        )
    return boundaries
