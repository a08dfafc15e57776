"""A picture once it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from wardwise.render.fonts import FOLDER


@dataclass(frozen=True)
class Drawn:
    """An SVG and its size in CSS pixels (96 to the inch)."""

    svg: str
    width: float
    height: float

    def png(self, scale: float = 2.0) -> bytes:
        """The same picture as PNG; ``scale`` is dots for each pixel."""
        image: bytes = _converter().svg_to_png(self.svg, scale=scale)
        return image


@cache
def _converter() -> Any:
    # Imported late: 84 MB that a run of HTML and PDF alone does not need
    converter = import_module("vl_convert")
    converter.register_font_directory(str(FOLDER))
    return converter
