"""Pictures drawn: every chart and map as SVG, without a browser and without a clock."""

from __future__ import annotations

from wardwise.render.pictures.draw import draw
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.drawn_once import DrawnOnce


__all__ = ["Drawn", "DrawnOnce", "draw"]
